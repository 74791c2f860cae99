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
  std::string line = clean_name(value);
  if (excel_ && !line.empty() && std::string_view("=+-@").find(line[0]) != std::string_view::npos) line.insert(0, 1, '\'');
  if (line.find_first_of(",\"") == std::string::npos) {
    out_ += line;
    return *this;
  }
  out_ += '"';
  for (const char c : line) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
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
