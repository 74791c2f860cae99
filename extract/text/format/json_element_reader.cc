#include "extract/text/format/json_element_reader.h"

namespace actant {

int JsonElementReader::get() {
  const int byte = stream_.get();
  line_ += byte == '\n';
  return byte;
}

void JsonElementReader::enter_array(size_t size) {
  for (; size > 0; --size) get();
  inside_array_ = true;
}

JsonElementReader::Result JsonElementReader::next(std::string& element, size_t limit) {
  element.clear();
  bool stray = false;
  for (;;) {
    const int byte = ended_ ? -1 : stream_.peek();
    if (byte == ']' && inside_array_) ended_ = true;
    if (byte == '{' || byte < 0) {
      if (stray) return Result::kNoObject;
      if (byte < 0) return Result::kEnd;
      first_line_ = line_;
      begin_ = stream_.offset();
      stream_.keep_from(begin_);
      return read_object(element, limit);
    }
    if (!stray) first_line_ = line_;
    stray = stray || !(byte <= ' ' || byte == ',' || byte == '[' || byte == ']');
    get();
  }
}

JsonElementReader::Result JsonElementReader::read_object(std::string& element, size_t limit) {
  size_t depth = 0, size = 0;
  bool quoted = false, escaped = false;
  for (int byte = get(); byte >= 0; byte = get()) {
    if (++size <= limit) element.push_back(static_cast<char>(byte));
    if (escaped) {
      escaped = false;
    } else if (quoted) {
      escaped = byte == '\\';
      quoted = byte != '"';
    } else if (byte == '"') {
      quoted = true;
    } else if (byte == '{') {
      ++depth;
    } else if (byte == '}' && --depth == 0) {
      return size <= limit ? Result::kElement : Result::kTooLarge;
    }
  }
  return Result::kCut;
}

}  // namespace actant
