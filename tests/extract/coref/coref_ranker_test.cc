#include "extract/coref/coref_ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "extract/coref/chain_linker.h"
#include "extract/entity/entity_stage.h"
#include "graph/model/error.h"
#include "tests/extract/nn/model_writer.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

using ::testing::HasSubstr;

constexpr uint32_t kKnown = 7;  // a feature that the small models know

/// One hidden unit and one feature in the role of a pair: hidden 2, linear `linear`.
ModelWriter small_model(float linear) {
  ModelWriter writer;
  writer.header["class"] = "coref-ranker-1";
  writer.header["config"] = {{"hidden", 1}};
  std::array<uint32_t, 2> slots{}, rows{};
  const uint32_t key = coref_key(kKnown, CorefRole::kPair);
  slots[key & 1] = key;
  writer.add("slots", "u32", {2}, slots.data(), sizeof slots);
  writer.add("row_of", "u32", {2}, rows.data(), sizeof rows);
  writer.add_floats("rows", {1, 2}, {2, linear});
  writer.add_floats("out_new", {2}, {1, 0.5f});
  writer.add_floats("out_pair", {2}, {3, 0.25f});
  return writer;
}

TEST(CorefRankerTest, ScoreIsTheNetworkOfTheKnownFeatures) {
  const ModelOnDisk disk(small_model(-1).bytes());
  const auto ranker = CorefRanker::load(disk.path());
  CorefRanker::Sum none, scratch;
  ranker->sum(std::vector<uint32_t>{kKnown}, CorefRole::kAnaphor, none);  // known as a pair only
  EXPECT_FLOAT_EQ(ranker->score_new(none), 0.5f);
  EXPECT_FLOAT_EQ(ranker->score_pair(none, none, std::vector<uint32_t>{kKnown, 1234}, scratch), 3 * 2 - 1 + 0.25f);
}

TEST(CorefRankerTest, NegativeHiddenUnitsCountNothing) {
  ModelWriter writer = small_model(0);
  const ModelOnDisk disk(writer.bytes());
  const auto ranker = CorefRanker::load(disk.path());
  CorefRanker::Sum low, none, scratch;
  low.hidden = {-5};
  none.hidden = {0};
  EXPECT_FLOAT_EQ(ranker->score_pair(low, none, std::vector<uint32_t>{kKnown}, scratch), 0.25f);
}

TEST(CorefRankerTest, RowBehindTheEndIsCorruptData) {
  ModelWriter writer = small_model(0);
  writer.header["config"] = {{"hidden", 5}};
  const ModelOnDisk disk(writer.bytes());
  try {
    CorefRanker::load(disk.path());
    FAIL() << "loaded";
  } catch (const CorruptData& error) {
    EXPECT_THAT(error.what(), HasSubstr("rows"));
  }
}

TEST(ChainLinkerTest, WithoutAFittingPairThereAreNoChains) {
  const ModelOnDisk disk(small_model(0).bytes());
  ChainLinker linker(CorefRanker::load(disk.path()));
  Document document = testing::parse_conllu(R"(
It     it   PRON PRP 2 nsubj
rained rain VERB VBD 0 root

It     it   PRON PRP 2 nsubj
rained rain VERB VBD 0 root
)");
  EntityStage stage;
  const Clusters clusters = stage.link_names(document);
  std::vector<ChainMention> chains;
  std::vector<uint32_t> antecedents;
  linker.link(clusters, chains, antecedents);  // a pair gets 0.25, being new 0.5
  EXPECT_TRUE(chains.empty());
  linker.caution = -1;
  linker.link(clusters, chains, antecedents);
  ASSERT_EQ(chains.size(), 2u);
  EXPECT_EQ(chains[0].chain, chains[1].chain);
  EXPECT_EQ(antecedents[document.mentions.size() - 1], 0u);
}

}  // namespace
}  // namespace actant
