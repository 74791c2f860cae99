#include "extract/text/format/http_message.h"

#include <brotli/decode.h>

#include <algorithm>
#include <charconv>

#include "extract/text/archive/gzip_source.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

// Joins the chunks of `body` (RFC 9112, 7.1); false when it is not chunked at all. Chunks that are cut end the body.
bool join_chunks(std::string_view body, std::string& joined, bool& cut) {
  joined.clear();
  bool any = false;
  for (size_t at = 0; at < body.size();) {
    const size_t line_begin = at;
    const std::string_view line = take_line(body, at);
    uint64_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size = error == std::errc() && (end == line.data() + line.size() || *end == ';' || *end == ' ');
    if (!is_size) {
      if (!any) return false;
      // Wrong sizes: what follows is text, not a chunk.
      joined.append(body.substr(line_begin));
      cut = true;
      return true;
    }
    any = true;
    if (size == 0) return true;
    const size_t length = static_cast<size_t>(std::min<uint64_t>(size, body.size() - at));
    joined.append(body.substr(at, length));
    cut = cut || length < size;
    at += length;
    if (body.substr(at).starts_with("\r\n")) {
      at += 2;
    } else if (body.substr(at).starts_with("\n")) {
      ++at;
    }
  }
  return any;
}

bool unbrotli(std::string_view packed, size_t limit, std::string& out) {
  BrotliDecoderState* state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  if (state == nullptr) return false;
  size_t left = packed.size();
  const auto* in = reinterpret_cast<const uint8_t*>(packed.data());
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  out.clear();
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() < limit) {
    const size_t had = out.size();
    size_t room = std::min(limit - had, std::max<size_t>(64 * 1024, had));
    out.resize(had + room);
    auto* to = reinterpret_cast<uint8_t*>(out.data() + had);
    result = BrotliDecoderDecompressStream(state, &left, &in, &room, &to, nullptr);
    out.resize(out.size() - room);
  }
  BrotliDecoderDestroyInstance(state);
  return result == BROTLI_DECODER_RESULT_SUCCESS;
}

// Undoes one content encoding; a body that is not encoded stays.
void undo_encoding(std::string_view encoding, size_t limit, HttpResponse& response) {
  std::string plain;
  if (encoding == "gzip" || encoding == "x-gzip") {
    if (!response.body.starts_with("\x1f\x8b")) return;
    response.cut |= !inflate_block(response.body, limit, plain);
    response.body = std::move(plain);
  } else if (encoding == "deflate") {
    if (inflate_block(response.body, limit, plain)) response.body = std::move(plain);
  } else if (encoding == "br") {
    if (unbrotli(response.body, limit, plain)) response.body = std::move(plain);
  }
}

}  // namespace

void HeaderFields::read(std::string_view text, size_t& at) {
  while (at < text.size()) {
    const std::string_view line = take_line(text, at);
    if (line.empty()) return;
    if (line[0] == ' ' || line[0] == '\t') {
      if (!fields_.empty()) fields_.back().second.append(" ").append(trim(line));
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(to_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
}

std::string_view HeaderFields::get(std::string_view name) const {
  for (const auto& [known, value] : fields_) {
    if (known == name) return value;
  }
  return {};
}

std::string media_type(std::string_view content_type) {
  return to_lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string_view media_parameter(std::string_view content_type, std::string_view name) {
  for (size_t at = content_type.find(';'); at != std::string_view::npos; at = content_type.find(';', at + 1)) {
    std::string_view part = content_type.substr(at + 1);
    const size_t equals = part.find('=');
    if (equals == std::string_view::npos || !equal_ignoring_case(trim(part.substr(0, equals)), name)) continue;
    part = trim(part.substr(equals + 1));
    if (part.starts_with('"')) return part.substr(1, part.find('"', 1) - 1);
    return trim(part.substr(0, part.find(';')));
  }
  return {};
}

bool parse_http_response(std::string_view bytes, size_t limit, HttpResponse& response) {
  response = {};
  if (!bytes.starts_with("HTTP/")) return false;
  size_t at = 0;
  const std::string_view status = take_line(bytes, at);
  const size_t blank = status.find(' ');
  if (blank == std::string_view::npos) return false;
  std::from_chars(status.data() + blank + 1, status.data() + status.size(), response.status);
  response.headers.read(bytes, at);
  const std::string_view body = bytes.substr(at);
  const bool chunked =
      find_ignoring_case(response.headers.get("transfer-encoding"), "chunked") != std::string_view::npos;
  if (!chunked || !join_chunks(body, response.body, response.cut)) response.body = body;
  // The encoding applied last stands last.
  std::string_view encodings = response.headers.get("content-encoding");
  while (!encodings.empty()) {
    const size_t comma = encodings.rfind(',');
    const size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    undo_encoding(to_lower(trim(encodings.substr(begin))), limit, response);
    encodings = encodings.substr(0, begin == 0 ? 0 : comma);
  }
  return true;
}

}  // namespace actant
