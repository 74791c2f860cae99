#include "export/csv.h"

#include "export/text.h"

namespace actant {

void CsvRow::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

CsvRow& CsvRow::plain(std::string_view value) {
  separate();
  out_ += value;
  return *this;
}

CsvRow& CsvRow::text(std::string_view value) {
  separate();
  std::string cleaned;
  if (!is_clean_name(value)) value = cleaned = clean_name(value);
  const std::string_view formula =
      excel_ && !value.empty() && std::string_view("=+-@").find(value[0]) != std::string_view::npos ? "'" : "";
  if (value.find(',') == std::string_view::npos && value.find('"') == std::string_view::npos) {
    out_.append(formula).append(value);
    return *this;
  }
  out_ += '"';
  out_ += formula;
  for (size_t quote = value.find('"'); quote != std::string_view::npos; quote = value.find('"')) {
    out_.append(value.substr(0, quote + 1)) += '"';
    value.remove_prefix(quote + 1);
  }
  out_.append(value) += '"';
  return *this;
}

CsvRow& CsvRow::number(double value) {
  separate();
  append_number(out_, value);
  return *this;
}

CsvRow& CsvRow::count(uint64_t value) {
  separate();
  append_number(out_, value);
  return *this;
}

}  // namespace actant
