#include "graph/model/ids.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace actant {
namespace {

TEST(NodeIdTest, WrittenFormsComeBack) {
  for (const EntityType type : {EntityType::kPerson, EntityType::kOrganization, EntityType::kPlace, EntityType::kGroup,
                                EntityType::kEvent, EntityType::kTopic, EntityType::kStatement}) {
    const NodeId id = NodeId::make(type, 0xfedcba9876543210);
    EXPECT_EQ(id.type(), type);
    EXPECT_EQ(id.to_string().substr(1), "-edcba9876543210");
    EXPECT_EQ(NodeId::parse(id.to_string()), id);
  }
}

TEST(NodeIdTest, OrderOfNumbersIsOrderOfText) {
  std::vector<NodeId> ids;
  for (int type = 1; type <= 7; ++type) {
    for (const uint64_t hash : {0ull, 1ull, 0x0fffffffffffffffull, 0x123456789abcdefull}) {
      ids.push_back(NodeId::make(static_cast<EntityType>(type), hash));
    }
  }
  std::sort(ids.begin(), ids.end());
  for (size_t i = 1; i < ids.size(); ++i) EXPECT_LT(ids[i - 1].to_string(), ids[i].to_string());
}

TEST(NodeIdTest, RefusesWhatIsNoId) {
  for (const char* text : {"", "p-", "p-12345678901234", "p-1234567890123456", "x-123456789012345", "p_123456789012345",
                           "p-12345678901234G", "P-123456789012345", "p-12345678901234A"}) {
    EXPECT_FALSE(NodeId::parse(text)) << text;
  }
}

TEST(EdgeKeyTest, OrderOfKeysIsOrderOfText) {
  std::vector<EdgeKey> keys;
  for (const uint64_t hash : {1, 2}) {
    for (const RelationType relation : {RelationType::kMetWith, RelationType::kAlsoKnownAs, RelationType::kOpen}) {
      for (const uint64_t open : {uint64_t{1}, ~uint64_t{0}}) {
        for (const bool negated : {false, true}) {
          for (const Modality modality : {Modality::kActual, Modality::kRequested}) {
            keys.push_back({NodeId::make(EntityType::kPerson, hash), relation,
                            relation == RelationType::kOpen ? open : 0, NodeId::make(EntityType::kTopic, 7), negated,
                            modality});
          }
        }
      }
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (size_t i = 1; i < keys.size(); ++i) EXPECT_LT(keys[i - 1].to_string(), keys[i].to_string());
  for (const EdgeKey& key : keys) EXPECT_LE(key.to_string().size(), 64u);
}

// Hashes reach the disk and exported files: these values may never change.
TEST(StableHashTest, IsXxh64) {
  EXPECT_EQ(stable_hash(""), 0xef46db3751d8e999ull);
  EXPECT_EQ(stable_hash("abc"), 0x44bc2cf5ad770999ull);
  EXPECT_EQ(ArticleId::of("abc").to_string(), "a-44bc2cf5ad770999");
}

}  // namespace
}  // namespace actant
