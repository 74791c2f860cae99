#include "extract/text/archive/gzip_source.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr std::string_view kMagic = "\x1f\x8b\x08";
constexpr int kGzip = 15 + 16, kZlib = 15, kRaw = -15;

}  // namespace

struct GzipSource::Inflate {
  z_stream stream{};
};

GzipSource::GzipSource(InputStream& packed) : packed_(packed), inflate_(std::make_unique<Inflate>()) {
  if (inflateInit2(&inflate_->stream, kGzip) != Z_OK) throw IoError("out of memory");
  in_ = packed.offset();
}

GzipSource::~GzipSource() { inflateEnd(&inflate_->stream); }

void GzipSource::fail(const std::string& reason) {
  inside_ = false;
  throw IoError(reason);
}

bool GzipSource::begin_member() {
  if (!packed_.ahead(kMagic.size()).starts_with(kMagic)) return false;
  inflateReset2(&inflate_->stream, kGzip);
  inside_ = true;
  members_.emplace_back(out_, packed_.offset());
  return true;
}

size_t GzipSource::read(char* out, size_t size) {
  z_stream& stream = inflate_->stream;
  for (;;) {
    if (!error_.empty()) fail(std::exchange(error_, {}));
    if (!inside_ && !begin_member()) return 0;
    const std::string_view packed = packed_.ahead();
    if (packed.empty()) fail("the gzip data end too early");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out);
    stream.avail_out = static_cast<uInt>(std::min<size_t>(size, 1u << 30));
    const uInt room = stream.avail_out;
    const int code = inflate(&stream, Z_NO_FLUSH);
    packed_.consume(packed.size() - stream.avail_in);
    if (code == Z_STREAM_END) inside_ = false;
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      error_ = std::string("damaged gzip data: ") + (stream.msg ? stream.msg : "unknown kind");
    }
    const size_t count = room - stream.avail_out;
    out_ += count;
    if (count == 0) continue;
    ExpansionGuard::check(packed_.offset() - in_, out_);
    return count;
  }
}

bool GzipSource::recover() {
  inside_ = false;
  for (;;) {
    const std::string_view packed = packed_.ahead(64 * 1024);
    if (packed.size() <= kMagic.size()) return false;
    // Not the member that failed, where its head itself is damaged.
    const size_t at = packed.find(kMagic, 1);
    if (at != std::string_view::npos) {
      packed_.consume(at);
      return true;
    }
    packed_.consume(packed.size() - (kMagic.size() - 1));
  }
}

std::optional<uint64_t> GzipSource::member_start(uint64_t offset) {
  while (!members_.empty() && members_.front().first < offset) members_.pop_front();
  // Empty members begin at the same byte; the last of them holds it.
  std::optional<uint64_t> start;
  for (const auto& [out, in] : members_) {
    if (out != offset) break;
    start = in;
  }
  return start;
}

bool inflate_block(std::string_view packed, size_t limit, std::string& out) {
  for (const int kind : {packed.starts_with("\x1f\x8b") ? kGzip : kZlib, kRaw}) {
    out.clear();
    z_stream stream{};
    if (inflateInit2(&stream, kind) != Z_OK) return false;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int code = Z_OK;
    while (code == Z_OK && out.size() < limit) {
      const size_t had = out.size(), room = std::min(limit - had, std::max<size_t>(64 * 1024, had));
      out.resize(had + room);
      stream.next_out = reinterpret_cast<Bytef*>(out.data() + had);
      stream.avail_out = static_cast<uInt>(room);
      code = inflate(&stream, Z_NO_FLUSH);
      out.resize(had + room - stream.avail_out);
    }
    inflateEnd(&stream);
    if (code == Z_STREAM_END) return true;
    if (!out.empty()) return false;
  }
  return false;
}

}  // namespace actant
