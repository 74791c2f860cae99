#include "extract/coref/chain_linker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/coref/chain_stage.h"
#include "extract/entity/entity_stage.h"
#include "tests/extract/coref/small_ranker.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

constexpr std::string_view kRain = R"(
It     it   PRON PRP 2 nsubj
rained rain VERB VBD 0 root

It     it   PRON PRP 2 nsubj
rained rain VERB VBD 0 root
)";

Document read(std::string_view conllu) {
  Document document = testing::parse_conllu(conllu);
  EntityStage stage;
  stage.process(document);
  return document;
}

TEST(ChainLinkerTest, APairIsLinkedWhereItBeatsBeingNew) {
  const ModelOnDisk disk(small_ranker(0).bytes());
  ChainLinker linker(CorefRanker::load(disk.path()));
  Document document = read(kRain);
  linker.link(document);  // a pair gets 0.25, being new 0.5
  EXPECT_TRUE(document.chains.empty());
  linker.caution = -1;
  linker.link(document);
  ASSERT_EQ(document.chains.size(), 2u);
  EXPECT_EQ(document.chains[0].chain, document.chains[1].chain);
  EXPECT_EQ(document.chains[1].kind, MentionKind::kPronoun);
}

TEST(ChainLinkerTest, APersonIsNoThingAndNotWhomItSpeaksTo) {
  const ModelOnDisk disk(small_ranker(0).bytes());
  ChainLinker linker(CorefRanker::load(disk.path()));
  linker.caution = -1;  // all that is not contradicted is linked
  Document document = read(R"(
It   it   PRON PRP 2 nsubj
fell fall VERB VBD 0 root

I    I    PRON PRP 2 nsubj
fell fall VERB VBD 0 root

You  you  PRON PRP 2 nsubj
fell fall VERB VBD 0 root
)");
  linker.link(document);
  EXPECT_TRUE(document.chains.empty());
  linker.link(document, std::vector<uint32_t>{1, 1, 2});  // `you` is said by another
  ASSERT_EQ(document.chains.size(), 2u);
  EXPECT_EQ(document.chains[0].first, 2u);
  EXPECT_EQ(document.chains[1].first, 4u);
}

TEST(ChainStageTest, InATranscriptEachSpeakerIsAnI) {
  const ModelOnDisk disk(small_ranker(0, 0).bytes());  // all that is not contradicted is linked
  ChainStage stage(CorefRanker::load(disk.path()));
  std::string text;
  for (const std::string label : {"SMITH", "JONES", "SMITH", "JONES"}) {
    text += "# newpar\n" + label + " " + label + " PROPN NNP 4 parataxis NER=B-PER|SpaceAfter=No\n";
    text +=
        ": : PUNCT : 1 punct\nI I PRON PRP 4 nsubj\nagree agree VERB VBP 0 root SpaceAfter=No\n. . PUNCT . 4 punct\n\n";
  }
  Document document = read(text);
  stage.process(document);
  std::vector<uint32_t> speaking;  // chains of the four `I`
  for (const ChainMention& mention : document.chains) {
    if (document.tokens[mention.head].norm == "i") speaking.push_back(mention.chain);
  }
  ASSERT_EQ(speaking.size(), 4u);
  EXPECT_EQ(speaking[0], speaking[2]);
  EXPECT_EQ(speaking[1], speaking[3]);
  EXPECT_NE(speaking[0], speaking[1]);
}

TEST(CorefFeaturesTest, PhraseIsNeverItsOwnAntecedentAndComparisonsAreBounded) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "It it PRON PRP 2 nsubj\nrained rain VERB VBD 0 root\n\n";
  const Document document = read(text);
  CorefFeatures features(document);
  features.prepare();
  std::vector<uint32_t> list;
  for (uint32_t i = 0; i < features.table().candidates.size(); ++i) {
    features.antecedents(i, list);
    EXPECT_LE(list.size(), AntecedentFinder::kMostNear + 9);
    for (const uint32_t j : list) EXPECT_LT(j, i);
  }
}

TEST(AntecedentFinderTest, ISaidFarBackByTheSameSpeakerIsCompared) {
  std::string text = "I I PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\n\n";
  for (int i = 0; i < 30; ++i) text += "Rain rain NOUN NN 2 nsubj\nfell fall VERB VBD 0 root\n\n";
  text += "My my PRON PRP$ 2 nmod:poss\nbag bag NOUN NN 3 nsubj\nfell fall VERB VBD 0 root\n";
  const Document document = read(text);
  CorefFeatures features(document);
  features.prepare(std::vector<uint32_t>(document.sentences.size(), 1));
  const auto& candidates = features.table().candidates;
  std::vector<uint32_t> list;
  for (uint32_t i = 0; i < candidates.size(); ++i) {
    if (document.tokens[candidates[i].head].norm == "my") features.antecedents(i, list);
  }
  EXPECT_THAT(list, ::testing::Contains(0u));
}

}  // namespace
}  // namespace actant
