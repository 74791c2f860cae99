#include "graph/store/internal/values.h"

#include <gtest/gtest.h>
#include <rocksdb/merge_operator.h>

#include <random>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/merge_operator.h"

namespace actant::internal {
namespace {

template <typename Value>
std::string encode(const Value& value) {
  std::string out;
  value.append_to(out);
  return out;
}

TEST(CodingTest, SignedNumbersComeBack) {
  for (const int64_t value :
       {int64_t{0}, int64_t{1}, int64_t{-1}, int64_t{63}, int64_t{-64}, int64_t{64}, INT64_MAX, INT64_MIN}) {
    std::string out;
    put_signed(out, value);
    Decoder in(out);
    EXPECT_EQ(in.signed_varint(), value);
    EXPECT_TRUE(in.ok() && in.done());
  }
}

TEST(CodingTest, CutBytesAreNotOk) {
  std::string out;
  put_string(out, "hello");
  for (size_t size = 0; size < out.size(); ++size) {
    Decoder in(std::string_view(out).substr(0, size));
    in.string();
    EXPECT_FALSE(in.ok()) << size;
  }
  Decoder endless("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
  endless.varint();
  EXPECT_FALSE(endless.ok());
}

TEST(DatesTest, PackAndUnpack) {
  for (const char* date : {"2025", "2025-08", "2025-08-03", "0001-01-01"})
    EXPECT_EQ(unpack_date(pack_date(date)), date);
  EXPECT_EQ(unpack_date(pack_date("2025-08-03T10:00:00Z")), "2025-08-03");
  EXPECT_EQ(unpack_date(pack_date("2025-08-03/2025-08-09")), "2025-08-03");
  EXPECT_EQ(unpack_date(pack_end_date("2025-08-03/2025-08-09")), "2025-08-09");
  for (const char* date : {"", "yesterday", "20", "-044"}) EXPECT_EQ(pack_date(date), 0u) << date;
  EXPECT_LT(pack_date("2025"), pack_date("2025-01"));
  EXPECT_LT(pack_date("2025-01-31"), pack_date("2025-02"));
}

TEST(EdgeAggregateTest, ConfidenceIsOneMinusTheProductOfDoubts) {
  EdgeAggregate sum;
  for (const double p : {0.5, 0.8, 0.9}) {
    EdgeAggregate one;
    one.doubt = doubt_of(p);
    sum.add(one);
  }
  EXPECT_NEAR(sum.confidence(), 1 - 0.5 * 0.2 * 0.1, 1e-6);
  EXPECT_LT(doubt_of(1.0), INT64_MAX / 1000000);  // a certain article does not overflow the sum
  EXPECT_EQ(doubt_of(-1), 0);
}

EdgeAggregate random_aggregate(std::mt19937& random) {
  EdgeAggregate value;
  value.articles = static_cast<int64_t>(random() % 5) - 1;
  value.statements = random() % 9;
  value.attributed = random() % 3;
  value.doubt = doubt_of((random() % 1000) / 1000.0);
  const PackedDate date = random() % 3 == 0 ? 0 : pack_date("20" + std::to_string(10 + random() % 80));
  value.dates = {date, date};
  return value;
}

// The order in which RocksDB combines operands is its own affair.
TEST(MergeOperatorTest, EdgeSumsAreAssociativeAndCommutative) {
  const auto merge = make_edge_merge();
  const auto& op = dynamic_cast<const rocksdb::AssociativeMergeOperator&>(*merge);
  const auto combine = [&](const std::string& a, const std::string& b) {
    std::string out;
    const rocksdb::Slice first(a);
    EXPECT_TRUE(op.Merge("key", &first, b, &out, nullptr));
    return out;
  };
  std::mt19937 random(3);
  for (int i = 0; i < 1000; ++i) {
    const std::string a = encode(random_aggregate(random)), b = encode(random_aggregate(random)),
                      c = encode(random_aggregate(random));
    EXPECT_EQ(combine(combine(a, b), c), combine(a, combine(b, c)));
    EXPECT_EQ(combine(a, b), combine(b, a));
  }
}

TEST(MergeOperatorTest, DamagedValuesFailWithoutThrowing) {
  for (const auto& merge : {make_sum_merge(), make_node_merge(), make_edge_merge()}) {
    const auto& op = dynamic_cast<const rocksdb::AssociativeMergeOperator&>(*merge);
    std::string out;
    const rocksdb::Slice damaged("\xff\xff");
    EXPECT_FALSE(op.Merge("key", &damaged, "", &out, nullptr));
    EXPECT_FALSE(op.Merge("key", nullptr, damaged, &out, nullptr));
  }
}

TEST(EvidenceValueTest, ComesBackAndRefusesCutBytes) {
  EvidenceValue value;
  value.sentence = {10, 300};
  value.subject = {12, 20};
  value.confidence = 9312;
  value.time = "2025-08";
  value.place = NodeId::make(EntityType::kPlace, 5);
  value.title = "Mayor";
  const std::string bytes = encode(value);
  EvidenceValue back;
  ASSERT_TRUE(back.parse(bytes));
  EXPECT_EQ(encode(back), bytes);
  EXPECT_EQ(back.place, value.place);
  for (size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(back.parse(std::string_view(bytes).substr(0, size)));
}

}  // namespace
}  // namespace actant::internal
