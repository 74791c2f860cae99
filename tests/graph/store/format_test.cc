// The worked example of graph/store/format.md is what is stored.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "graph/store/internal/database.h"
#include "graph/store/store.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using internal::Database;
using internal::Family;

struct Row {
  std::string family, key, value;
};

std::string bytes_of_hex(const std::string& hex) {
  std::string bytes, digits;
  for (const char c : hex) {
    if (c != ' ') digits += c;
  }
  for (size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  return bytes;
}

// What stands in backquotes, one behind the other: bytes in hexadecimal, the name of a family for what its row has, or
// text.
std::string bytes_of_cell(const std::string& cell, const std::map<std::string, std::string>& earlier) {
  static const std::regex kQuoted("`([^`]*)`"), kHex("[0-9a-f ]+");
  std::string bytes;
  for (std::sregex_iterator it(cell.begin(), cell.end(), kQuoted), end; it != end; ++it) {
    const std::string text = (*it)[1];
    const auto found = earlier.find(text);
    bytes += found != earlier.end() ? found->second : std::regex_match(text, kHex) ? bytes_of_hex(text) : text;
  }
  return bytes;
}

std::vector<Row> rows_of_the_example() {
  std::ifstream file(std::string(ACTANT_SOURCE_DIR) + "/graph/store/format.md");
  std::string line;
  std::vector<Row> rows;
  std::map<std::string, std::string> keys, values;
  bool inside = false;
  while (std::getline(file, line)) {
    if (line.starts_with("## ")) inside = line == "## A worked example";
    if (!inside || !line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    std::istringstream in(line.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) cells.push_back(cell);
    if (cells.size() < 3) continue;
    Row row{bytes_of_cell(cells[0], {}), bytes_of_cell(cells[1], keys), bytes_of_cell(cells[2], values)};
    keys.emplace(row.family, row.key);
    values.emplace(row.family, row.value);
    rows.push_back(row);
  }
  return rows;
}

TEST(FormatTest, TheWorkedExampleIsWhatIsStored) {
  Record record;
  record.doc.id = "a1";
  record.doc.date = "2024-01-02";
  record.text = "Alice met Bob today.";
  for (const auto& [name, begin] : {std::pair("Alice", 0u), std::pair("Bob", 10u)}) {
    RecordEntity entity;
    entity.id = name;
    entity.type = EntityType::kPerson;
    entity.name = name;
    entity.mentions.push_back({{begin, begin + static_cast<uint32_t>(entity.name.size())}, MentionKind::kName});
    record.entities.push_back(entity);
  }
  RecordRelation relation;
  relation.subject = "Alice";
  relation.object = "Bob";
  relation.type = RelationType::kMetWith;
  relation.confidence = 0.9;
  relation.evidence.push_back({0, 20});
  record.relations.push_back(relation);
  const test::TempDir dir;
  Store::open(dir / "g")->add(record);

  const Database database(dir / "g", StoreOptions{}, true);
  std::map<std::string, Family> families;
  for (size_t i = 0; i < internal::kFamilies; ++i)
    families.emplace(Database::name(static_cast<Family>(i)), static_cast<Family>(i));
  const std::vector<Row> rows = rows_of_the_example();
  EXPECT_EQ(rows.size(), 12u);
  for (const Row& row : rows) {
    ASSERT_TRUE(families.contains(row.family)) << row.family;
    const auto stored = database.get(families.at(row.family), row.key);
    ASSERT_TRUE(stored.has_value()) << row.family << ": no such key";
    EXPECT_EQ(*stored, row.value) << row.family;
  }
}

}  // namespace
}  // namespace actant
