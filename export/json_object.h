#ifndef ACTANT_EXPORT_JSON_OBJECT_H_
#define ACTANT_EXPORT_JSON_OBJECT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "export/text.h"

namespace actant {

/// Appends the members of one JSON object and closes it at its end. Empty text is left out: unknown means absent.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObject() { out_ += '}'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  JsonObject& text(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    append_json_string(key(name), value);
    return *this;
  }
  JsonObject& number(std::string_view name, double value) {
    append_number(key(name), value);
    return *this;
  }
  JsonObject& count(std::string_view name, uint64_t value) {
    append_number(key(name), value);
    return *this;
  }
  JsonObject& flag(std::string_view name, bool value) {
    key(name) += value ? "true" : "false";
    return *this;
  }
  /// Writes the name; the caller appends the value.
  std::string& key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_string(out_, name);
    out_ += ':';
    return out_;
  }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_JSON_OBJECT_H_
