#ifndef ACTANT_EXTRACT_TEXT_FORMAT_JSON_ELEMENT_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_JSON_ELEMENT_READER_H_

#include <cstdint>
#include <string>

#include "extract/text/archive/input_stream.h"

namespace actant {

/// Cuts a stream of JSON into its objects without building a tree: those of an array, or one behind the other, over any
/// number of lines. The objects are not checked, braces and quotes are counted.
class JsonElementReader {
 public:
  explicit JsonElementReader(InputStream& stream) : stream_(stream) {}

  enum class Result : uint8_t {
    kElement,   ///< `element` is `{...}`
    kTooLarge,  ///< an object of more than `limit` bytes was skipped
    kCut,       ///< the stream ended within an object
    kNoObject,  ///< something else than objects stood between the commas; skipped
    kEnd,
  };
  /// Passes over `size` bytes, up to behind the `[` of an array within an object: the objects of that array are read,
  /// and nothing behind its end.
  void enter_array(size_t size);
  /// The next object. \throws IoError as InputStream does.
  Result next(std::string& element, size_t limit);
  /// Line on which the last object began, from 1.
  uint64_t line() const { return first_line_; }
  /// Its first byte, as offset in the stream.
  uint64_t begin() const { return begin_; }

 private:
  int get();
  Result read_object(std::string& element, size_t limit);

  InputStream& stream_;
  uint64_t line_ = 1, first_line_ = 1, begin_ = 0;
  bool inside_array_ = false;  // entered by enter_array()
  bool ended_ = false;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_JSON_ELEMENT_READER_H_
