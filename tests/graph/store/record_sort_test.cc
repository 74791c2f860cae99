#include "graph/store/record_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

struct Record {
  std::string key, rest;
};

std::vector<Record> random_records(size_t count, size_t key_size) {
  std::mt19937 random(3);
  std::vector<Record> records;
  for (size_t i = 0; i < count; ++i) {
    Record record;
    for (size_t byte = 0; byte < key_size; ++byte)
      record.key += static_cast<char>(random() % (byte == key_size - 1 ? 256 : 2));
    record.rest = std::to_string(i) + std::string(random() % 60, 'x');
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<std::string> sorted_by(RecordSort& sort, const std::vector<Record>& records) {
  for (const Record& record : records) sort.add(record.key, record.rest);
  std::vector<std::string> seen;
  while (const auto record = sort.next()) seen.emplace_back(*record);
  EXPECT_FALSE(sort.next());
  return seen;
}

std::vector<std::string> expected(std::vector<Record> records) {
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.key < b.key; });
  std::vector<std::string> texts;
  for (const Record& record : records) texts.push_back(record.key + record.rest);
  return texts;
}

TEST(RecordSortTest, GivesTheSameOrderFromMemoryAndFromFiles) {
  for (const size_t key_size : {0, 1, 4, 8, 12, 26}) {
    const auto records = random_records(2000, key_size);
    for (const size_t memory : {size_t{1} << 20, size_t{20000}, size_t{3000}, size_t{1}}) {
      RecordSort sort(key_size, memory);
      EXPECT_EQ(sorted_by(sort, records), expected(records)) << key_size << ' ' << memory;
      EXPECT_EQ(sort.size(), records.size());
    }
  }
}

TEST(RecordSortTest, SortsByWholeRecordsOfAnyLength) {
  std::vector<std::string> records;
  for (const Record& record : random_records(2000, 3))
    records.push_back(std::string(record.rest.size() % 20, 'a') + record.key + record.rest);
  records.insert(records.end(), {"", "aaaaaaaa", "aaaaaaaaa", "a", "a", std::string("a\0", 2)});
  auto sorted = records;
  std::sort(sorted.begin(), sorted.end());
  for (const size_t memory : {size_t{1} << 20, size_t{3000}, size_t{1}}) {
    RecordSort sort(RecordSort::kWholeRecord, memory);
    for (const std::string& record : records) sort.add(record);
    std::vector<std::string> seen;
    while (const auto record = sort.next()) seen.emplace_back(*record);
    EXPECT_EQ(seen, sorted) << memory;
  }
}

TEST(RecordSortTest, TakesRecordsLargerThanItsMemory) {
  const std::vector<Record> records = {{"b", std::string(300000, 'x')}, {"a", ""}, {"c", std::string(5, 'y')}};
  RecordSort sort(1, 1000);
  EXPECT_EQ(sorted_by(sort, records), expected(records));
}

TEST(RecordSortTest, EmptyGivesNothing) {
  RecordSort sort(8, 1000);
  EXPECT_FALSE(sort.next());
}

TEST(RecordSortTest, WhatRepeatsNeedsNoFile) {
  const test::TempDir folder;
  RecordSort sort(4, 20000, folder / "missing", true);  // a file would be an error
  for (int i = 0; i < 100000; ++i) sort.add("key" + std::to_string(i % 10), "same");
  std::vector<std::string> seen;
  while (const auto record = sort.next()) seen.emplace_back(*record);
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  EXPECT_EQ(seen.size(), 10u);
}

TEST(RecordSortTest, LeavesNoFileBehindAndNamesTheFolderThatFails) {
  const test::TempDir folder;
  {
    RecordSort sort(1, 100, folder.path());
    for (int i = 0; i < 100; ++i) sort.add("k", "value");
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    EXPECT_TRUE(sort.next());
  }
  RecordSort lost(1, 10, folder / "missing");
  try {
    lost.add("k", "0123456789");
    FAIL() << "expected an error";
  } catch (const IoError& error) {
    EXPECT_NE(std::string(error.what()).find(folder / "missing"), std::string::npos);
  }
}

}  // namespace
}  // namespace actant
