// Time and memory of entity resolution for graphs of 10 thousand, 100 thousand and 1 million distinct names.
//
//   bench_resolve [NAMES]...      default 10000 100000 1000000
//   bench_resolve make=DIR NAMES  only makes the graph; who is who is not decided
//   bench_resolve resolve=DIR [MIB]  only decides; MIB: what may stay in memory of what grows with the number of names
//
// Names: forenames and surnames put together from syllables, surnames with Zipfian frequency, a third of the persons
// under a second spelling, one in ten with an initial. Articles of 20 persons with ten relations between them. Printed:
// seconds of Store::resolve() (reading all nodes, deciding, writing the decisions) and those of the processor, the
// ratio to the limit of ten minutes for a million names in proportion, how the time grew against the names (limit: 1.25
// n log n), the peak of memory while the graph is made and resolved, of which what grew in the resolution is given for
// each name; then the time to open the graph for reading and to look a name up.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "graph/store/store.h"

namespace {

using namespace actant;

class Names {
 public:
  std::string next() {
    for (;;) {
      std::string name = random_() % 10 == 0 && !last_.empty()  ? initial(last_)
                         : random_() % 3 == 0 && !last_.empty() ? respell(last_)
                                                                : fresh();
      if (seen_.insert(name).second) {
        last_ = name;
        return name;
      }
      last_.clear();
    }
  }

 private:
  std::string word(uint64_t number, size_t syllables) {
    static constexpr const char* kOnsets[] = {"b", "d", "f", "g", "h", "j", "k", "l",  "m",
                                              "n", "p", "r", "s", "t", "v", "z", "sh", "kh"};
    static constexpr const char* kVowels[] = {"a", "e", "i", "o", "u"};
    std::string out;
    number = number * 0x9e3779b97f4a7c15ULL + 1;
    for (size_t i = 0; i < syllables; ++i) {
      out += kOnsets[(number >> (i * 9)) % 18];
      out += kVowels[(number >> (i * 9 + 5)) % 5];
    }
    out += "nrmls"[(number >> 50) % 5];
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }
  // Rank with a probability of about 1 / rank among 200 thousand.
  uint64_t zipf() {
    const double u = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<uint64_t>(std::exp(u * std::log(200000.0)));
  }
  std::string fresh() { return word(random_() % 3000 + 1000000, 2) + " " + word(zipf(), 3); }
  static std::string initial(const std::string& name) {
    return name.substr(0, 1) + ". " + name.substr(name.find(' ') + 1);
  }
  static std::string respell(std::string name) {
    const size_t at = name.find_last_of("aeiou");
    if (at != std::string::npos) name[at] = name[at] == 'u' ? 'o' : 'u';
    return name;
  }

  std::mt19937_64 random_{3};
  std::unordered_set<std::string> seen_;
  std::string last_;
};

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void fill(Store& store, size_t names) {
  Names generator;
  std::mt19937 random(7);
  const char* countries[] = {"", "", "USA", "IRN", "FRA", "IND", "BRA", "NGA"};
  std::vector<Record> group;
  for (size_t done = 0, article = 0; done < names; ++article) {
    Record record;
    record.doc.id = "a" + std::to_string(article);
    for (int i = 0; i < 20 && done < names; ++i, ++done) {
      RecordEntity entity;
      entity.id = "e" + std::to_string(i);
      entity.type = EntityType::kPerson;
      entity.name = generator.next();
      entity.actor_country = countries[random() % 8];
      record.entities.push_back(std::move(entity));
    }
    for (size_t i = 0; i + 1 < record.entities.size(); i += 2) {
      RecordRelation relation;
      relation.subject = record.entities[i].id;
      relation.object = record.entities[i + 1].id;
      relation.type = RelationType::kMetWith;
      record.relations.push_back(std::move(relation));
    }
    group.push_back(std::move(record));
    if (group.size() < 1000 && done < names) continue;
    store.add_all(group);
    group.clear();
  }
}

struct Outcome {
  double seconds = 0, processor = 0, before_megabytes = 0, megabytes = 0;
  unsigned long long nodes = 0;
};

// In a process of its own, so that each size has its own peak. The graph is made in a third one: it leaves nothing in
// memory.
template <typename Work>
void apart(const Work& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    std::fflush(stdout);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) std::exit(1);
}

void make(const std::string& directory, size_t names) {
  StoreOptions options;
  options.bulk = true;
  const auto store = Store::open(directory, options);
  fill(*store, names);
  store->flush();
}

Outcome resolve(const std::string& directory, const ResolveOptions& options = {}) {
  Outcome outcome;
  const auto store = Store::open(directory);
  outcome.before_megabytes = peak_megabytes();
  const double processor = processor_seconds();
  const auto begin = std::chrono::steady_clock::now();
  store->resolve(options);
  outcome.seconds = seconds_since(begin);
  outcome.processor = processor_seconds() - processor;
  outcome.megabytes = peak_megabytes();
  outcome.nodes = static_cast<unsigned long long>(store->counts().nodes);
  store->flush();
  return outcome;
}

void open_and_find(const std::string& directory) {
  const auto begin = std::chrono::steady_clock::now();
  const auto store = Store::open_read_only(directory);
  const double opened = seconds_since(begin);
  const size_t found = store->find("Sharad Khan").size() + store->find("Bin Laden").size();
  const double milliseconds = seconds_since(begin) * 1000;
  std::printf(
      "          opened for reading in %.0f ms, two names looked up (%zu nodes) after %.0f ms: %.3f of the limit of 200 ms\n",
      opened * 1000, found, milliseconds, milliseconds / 200);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<size_t> sizes;
  if (argc == 3 && std::string(argv[1]).starts_with("make=")) {
    make(argv[1] + 5, static_cast<size_t>(std::atoll(argv[2])));
    return 0;
  }
  if ((argc == 2 || argc == 3) && std::string(argv[1]).starts_with("resolve=")) {
    ResolveOptions options;
    if (argc == 3) options.resident_bytes = static_cast<size_t>(std::atoll(argv[2])) << 20;
    const Outcome outcome = resolve(argv[1] + 8, options);
    std::printf("%llu nodes: %.1f s (processor %.1f s), peak %.0f MB\n", outcome.nodes, outcome.seconds,
                outcome.processor, outcome.megabytes);
    return 0;
  }
  for (int i = 1; i < argc; ++i) sizes.push_back(static_cast<size_t>(std::atoll(argv[i])));
  if (sizes.empty()) sizes = {10000, 100000, 1000000};
  const std::string directory =
      (std::filesystem::temp_directory_path() / ("actant_bench_resolve_" + std::to_string(getpid()))).string();
  const std::string report = directory + ".figures";
  double before = 0, before_names = 0;
  for (const size_t names : sizes) {
    std::filesystem::remove_all(directory);
    apart([&] { make(directory, names); });
    apart([&] {
      const Outcome outcome = resolve(directory);
      const auto count = static_cast<double>(names);
      const double limit = 600.0 * count / 1e6;
      std::printf(
          "%8zu names -> %8llu nodes: %7.1f s (processor %.1f s), %.3f of the limit of %.0f s, peak %.0f MB, %.0f bytes a name",
          names, outcome.nodes, outcome.seconds, outcome.processor, outcome.seconds / limit, limit, outcome.megabytes,
          (outcome.megabytes - outcome.before_megabytes) * 1048576 / count);
      if (before > 0) {
        // n log n, and a quarter for what no longer fits into the caches of the processor.
        const double growth = outcome.processor / before;
        const double most = 1.25 * count * std::log(count) / (before_names * std::log(before_names));
        std::printf(", %.2f times the names took %.2f times as much of the processor, %.3f of the limit of %.1f",
                    count / before_names, growth, growth / most, most);
        if (growth > most) std::printf(" ABOVE THE LIMIT");
      }
      std::printf("\n");
      std::ofstream(report) << outcome.processor;
    });
    std::ifstream(report) >> before;
    before_names = static_cast<double>(names);
    apart([&] { open_and_find(directory); });
  }
  std::filesystem::remove_all(directory);
  std::filesystem::remove(report);
}
