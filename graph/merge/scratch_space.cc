#include "graph/merge/scratch_space.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <utility>
#include <vector>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr auto kTrimInterval = std::chrono::milliseconds(20);

/// An array and what of it is in memory.
struct Resident {
  void* place = nullptr;
  size_t bytes = 0, resident = 0, used = 0;  ///< `used`: since the last forget_use()
};

// Fills in what is resident and used; false where the system does not tell.
bool read_use(std::vector<Resident>& arrays) {
  std::FILE* file = std::fopen("/proc/self/smaps", "r");
  if (!file) return false;
  std::map<uintptr_t, Resident*> by_place;
  for (Resident& array : arrays) by_place.emplace(reinterpret_cast<uintptr_t>(array.place), &array);
  char line[512];
  Resident* current = nullptr;
  while (std::fgets(line, sizeof line, file)) {
    unsigned long begin = 0, end = 0, kilobytes = 0;
    if (std::sscanf(line, "%lx-%lx ", &begin, &end) == 2) {
      const auto it = by_place.find(begin);
      current = it == by_place.end() ? nullptr : it->second;
    } else if (current && std::sscanf(line, "Rss: %lu", &kilobytes) == 1) {
      current->resident = kilobytes << 10;
    } else if (current && std::sscanf(line, "Referenced: %lu", &kilobytes) == 1) {
      current->used = kilobytes << 10;
    }
  }
  std::fclose(file);
  return true;
}

void forget_use() {
  if (std::FILE* file = std::fopen("/proc/self/clear_refs", "w")) {
    std::fputs("1", file);
    std::fclose(file);
  }
}

// Of mapped files in the process; 0 where the system does not tell.
size_t resident_file_bytes() {
  size_t all = 0, resident = 0, shared = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%zu %zu %zu", &all, &resident, &shared) != 3) shared = 0;
    std::fclose(file);
  }
  return shared * static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

ScratchSpace::ScratchSpace(std::string folder, size_t resident_bytes)
    : folder_(std::move(folder)), resident_bytes_(resident_bytes) {}

ScratchSpace::~ScratchSpace() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  end_.notify_all();
  if (trimmer_.joinable()) trimmer_.join();
}

int ScratchSpace::make_file(size_t bytes) const {
  int file = open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) {  // not every file system has files without a name
    std::string path = folder_ + "/scratch.XXXXXX";
    file = mkostemp(path.data(), O_CLOEXEC);
    if (file >= 0) unlink(path.c_str());
  }
  const int error = file < 0 ? errno : posix_fallocate(file, 0, static_cast<off_t>(bytes));
  if (error == 0) return file;
  if (file >= 0) close(file);
  throw IoError(folder_ + ": no room for " + std::to_string((bytes >> 20) + 1) +
                " MiB of temporary data: " + std::strerror(error) + "; make room on this disk and start again");
}

void* ScratchSpace::allocate(size_t bytes) {
  const int file = make_file(bytes);
  void* place = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (place == MAP_FAILED) throw IoError(folder_ + ": cannot map a temporary file: " + std::strerror(errno));
  const std::lock_guard lock(mutex_);
  arrays_.emplace(place, bytes);
  bytes_ += bytes;
  most_bytes_ = std::max(most_bytes_, bytes_);
  if (bytes_ > resident_bytes_ && !trimmer_.joinable()) trimmer_ = std::thread([this] { trim_now_and_then(); });
  return place;
}

void ScratchSpace::deallocate(void* place, size_t bytes) noexcept {
  const std::lock_guard lock(mutex_);
  arrays_.erase(place);
  bytes_ -= bytes;
  munmap(place, bytes);
}

// The pages stay in the cache of the system while it has room, and come back at little cost.
void ScratchSpace::trim_now_and_then() {
  std::unique_lock lock(mutex_);
  while (!end_.wait_for(lock, kTrimInterval, [&] { return ending_; })) {
    const size_t resident = resident_file_bytes();
    if (resident > resident_bytes_) trim(resident - resident_bytes_ + resident_bytes_ / 4);
  }
}

// First what was least used since the last time: one pass of the resolver works on few of the arrays.
void ScratchSpace::trim(size_t bytes) const {
  std::vector<Resident> arrays;
  for (const auto& [place, size] : arrays_) arrays.push_back({place, size, size, size});
  read_use(arrays);
  const auto part_used = [](const Resident& array) {
    return static_cast<double>(array.used) / static_cast<double>(array.resident + 1);
  };
  std::sort(arrays.begin(), arrays.end(),
            [&](const Resident& a, const Resident& b) { return part_used(a) < part_used(b); });
  size_t left = bytes;
  for (const Resident& array : arrays) {
    if (left == 0) break;
    madvise(array.place, array.bytes, MADV_DONTNEED);
    left -= std::min(left, array.resident);
  }
  forget_use();
}

}  // namespace actant
