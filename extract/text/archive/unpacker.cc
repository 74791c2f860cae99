#include "extract/text/archive/unpacker.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <cerrno>

#include "extract/text/archive/charset.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace actant {
namespace {

/// libarchive asks the locale of the thread how names are written.
class Utf8Locale {
 public:
  Utf8Locale() : before_(uselocale(locale())) {}
  ~Utf8Locale() { uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  static locale_t locale() {
    static const locale_t kLocale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return kLocale != nullptr ? kLocale : LC_GLOBAL_LOCALE;
  }
  locale_t before_;
};

/// An `archive` that reads an InputStream. Errors of the stream are kept and thrown again: libarchive is C.
struct Reader {
  explicit Reader(InputStream& stream) : packed(stream), handle(archive_read_new()), begin(stream.offset()) {
    if (handle == nullptr) throw IoError("out of memory");
  }
  ~Reader() { archive_read_free(handle); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  void open() {
    archive_read_set_callback_data(handle, this);
    archive_read_set_read_callback(handle, &Reader::read);
    if (archive_read_open1(handle) != ARCHIVE_OK) fail();
  }

  // Files alone: a stream within another cannot go back.
  void open_with_seek(uint64_t file_size) {
    size = file_size;
    archive_read_set_seek_callback(handle, &Reader::seek);
    open();
  }

  static la_ssize_t read(archive* handle, void* self, const void** buffer) {
    auto* reader = static_cast<Reader*>(self);
    try {
      if (reader->last > 0) reader->packed.consume(reader->last);
      reader->last = 0;
      if (reader->size) {
        reader->block.resize(64 * 1024);
        *buffer = reader->block.data();
        const size_t count = reader->packed.source().read(reader->block.data(), reader->block.size());
        reader->at += count;
        return static_cast<la_ssize_t>(count);
      }
      const std::string_view ahead = reader->packed.ahead();
      *buffer = ahead.data();
      reader->last = ahead.size();
      return static_cast<la_ssize_t>(ahead.size());
    } catch (const std::exception& error) {
      archive_set_error(handle, EIO, "%s", error.what());
      return ARCHIVE_FATAL;
    }
  }

  static la_int64_t seek(archive*, void* self, la_int64_t offset, int whence) {
    auto* reader = static_cast<Reader*>(self);
    const la_int64_t base = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? static_cast<la_int64_t>(reader->at)
                                                 : static_cast<la_int64_t>(*reader->size);
    const la_int64_t target = base + offset;
    if (target < 0 || !reader->packed.source().seek(static_cast<uint64_t>(target))) return ARCHIVE_FATAL;
    reader->at = static_cast<uint64_t>(target);
    return target;
  }

  uint64_t packed_bytes() const { return size ? *size : packed.offset() + last - begin; }

  [[noreturn]] void fail() const {
    const char* message = archive_error_string(handle);
    throw IoError(std::string("damaged archive: ") + (message != nullptr ? message : "unknown kind"));
  }

  // The next bytes of the member; 0 at its end.
  size_t read_data(char* out, size_t room) {
    const Utf8Locale locale;
    for (;;) {
      const la_ssize_t count = archive_read_data(handle, out, room);
      if (count == ARCHIVE_RETRY) continue;
      if (count < 0) fail();
      unpacked += static_cast<uint64_t>(count);
      ExpansionGuard::check(packed_bytes(), unpacked);
      return static_cast<size_t>(count);
    }
  }

  InputStream& packed;
  archive* handle;
  uint64_t begin;
  size_t last = 0;               // bytes handed out that are not consumed yet
  std::optional<uint64_t> size;  // of the file, where it is sought in
  uint64_t at = 0;
  std::vector<char> block;
  uint64_t unpacked = 0;
};

class MemberSource : public ByteSource {
 public:
  explicit MemberSource(Reader& reader) : reader_(reader) {}
  size_t read(char* out, size_t size) override { return ended_ ? 0 : read_some(out, size); }

 private:
  size_t read_some(char* out, size_t size) {
    const size_t count = reader_.read_data(out, size);
    ended_ = count == 0;
    return count;
  }
  Reader& reader_;
  bool ended_ = false;
};

}  // namespace

struct FilterSource::State {
  explicit State(InputStream& packed) : reader(packed) {}
  Reader reader;
  bool ended = false;
};

FilterSource::FilterSource(InputStream& packed) : state_(std::make_unique<State>(packed)) {
  archive* handle = state_->reader.handle;
  archive_read_support_filter_zstd(handle);
  archive_read_support_filter_xz(handle);
  archive_read_support_filter_lzma(handle);
  archive_read_support_filter_bzip2(handle);
  archive_read_support_filter_lz4(handle);
  archive_read_support_filter_lzip(handle);
  archive_read_support_filter_compress(handle);
  archive_read_support_format_raw(handle);
  archive_read_support_format_empty(handle);
  state_->reader.open();
  archive_entry* entry = nullptr;
  const int code = archive_read_next_header(handle, &entry);
  if (code == ARCHIVE_EOF) {
    state_->ended = true;
  } else if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
    state_->reader.fail();
  }
}

FilterSource::~FilterSource() = default;

size_t FilterSource::read(char* out, size_t size) {
  if (state_->ended) return 0;
  try {
    const size_t count = state_->reader.read_data(out, size);
    state_->ended = count == 0;
    return count;
  } catch (...) {
    state_->ended = true;
    throw;
  }
}

struct Container::State {
  explicit State(InputStream& packed) : reader(packed) {}
  Reader reader;
  bool ended = false;
};

Container::Container(InputStream& packed) : state_(std::make_unique<State>(packed)) {
  Reader& reader = state_->reader;
  archive_read_support_format_tar(reader.handle);
  archive_read_support_format_cpio(reader.handle);
  const std::optional<uint64_t> size = packed.source().size();
  const bool is_zip = packed.ahead(2) == "PK";
  const Utf8Locale locale;
  if (is_zip && size && packed.offset() == 0 && packed.source().seek(0)) {
    archive_read_support_format_zip(reader.handle);
    reader.open_with_seek(*size);
  } else {
    archive_read_support_format_zip_streamable(reader.handle);
    reader.open();
  }
}

Container::~Container() = default;

bool Container::next(std::string& name) {
  if (state_->ended) return false;
  const Utf8Locale locale;
  for (;;) {
    archive_entry* entry = nullptr;
    const int code = archive_read_next_header(state_->reader.handle, &entry);
    if (code == ARCHIVE_RETRY) continue;
    state_->ended = code == ARCHIVE_EOF || (code != ARCHIVE_OK && code != ARCHIVE_WARN);
    if (code == ARCHIVE_EOF) return false;
    if (state_->ended) state_->reader.fail();
    if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0) continue;
    if (archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr) continue;
    const char* path = archive_entry_pathname(entry);
    name = clean_member_name(path != nullptr ? path : "unnamed");
    if (!name.empty() && !name.ends_with('/')) return true;
  }
}

std::unique_ptr<ByteSource> Container::open() { return std::make_unique<MemberSource>(state_->reader); }

std::string clean_member_name(std::string_view name) {
  const std::string decoded = find_invalid_utf8(name) == name.size() ? std::string(name) : decode(name, "CP437");
  std::string clean;
  for (size_t begin = 0; begin <= decoded.size();) {
    const size_t end = std::min(decoded.find_first_of("/\\", begin), decoded.size());
    const std::string_view part = std::string_view(decoded).substr(begin, end - begin);
    if (!part.empty() && part != "." && part != "..") {
      if (!clean.empty()) clean.push_back('/');
      for (const char c : part) clean.push_back(static_cast<unsigned char>(c) < ' ' || c == 0x7f ? '?' : c);
    }
    if (end == decoded.size() && part.empty() && !clean.empty()) clean.push_back('/');
    begin = end + 1;
  }
  return clean;
}

}  // namespace actant
