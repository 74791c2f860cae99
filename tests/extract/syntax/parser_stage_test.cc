#include "extract/syntax/parser_stage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/extract/nn/small_joint_model.h"

namespace actant {
namespace {

/// Words with blanks between them, cut into sentences at each `.`.
Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    Token token;
    token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    token.form = std::string_view(document.text).substr(begin, end - begin);
    document.tokens.push_back(token);
    begin = end + 1;
    if (token.form != "." && begin < text.size()) continue;
    const auto last = static_cast<uint32_t>(document.tokens.size());
    document.sentences.push_back({document.sentences.empty() ? 0 : document.sentences.back().last, last, {}, false});
  }
  return document;
}

/// A model whose name layer says `label` of every token.
std::shared_ptr<const JointNetwork> network_saying(size_t label) {
  SmallJointModel model;
  std::vector<float> bias(5, 0.0f);
  bias[label] = 100;
  model.writer.add_floats("ner.b", {5}, bias);  // replaces the random one
  const ModelOnDisk disk(model.writer.bytes());
  return JointNetwork::load(disk.path());
}

TEST(ParserStageTest, FillsEveryFieldOfTheTokens) {
  Document document = document_of("Iran 's Talks failed . They met in Geneva .");
  ParserStage stage(network_saying(0));
  stage.process(document);
  ASSERT_EQ(document.child_begin.size(), document.tokens.size() + 1);
  for (const Sentence& sentence : document.sentences) {
    size_t roots = 0;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = document.tokens[i];
      roots += token.head == kNone;
      EXPECT_EQ(token.head == kNone, token.deprel == Deprel::kRoot);
      if (token.head == kNone) continue;
      EXPECT_GE(token.head, sentence.first);
      EXPECT_LT(token.head, sentence.last);
      const auto begin = document.children.begin() + document.child_begin[token.head];
      const auto end = document.children.begin() + document.child_begin[token.head + 1];
      EXPECT_NE(std::find(begin, end, i), end);
    }
    EXPECT_EQ(roots, 1u);
  }
  EXPECT_EQ(document.tokens[0].norm, "iran");
  EXPECT_TRUE(document.tokens[2].lemma == "talks" || document.tokens[2].lemma == "Talk");
  EXPECT_TRUE(document.tokens[2].upos == Upos::kNoun || document.tokens[2].upos == Upos::kVerb);
  EXPECT_TRUE(document.mentions.empty());
}

TEST(ParserStageTest, AddsAMentionForEachName) {
  Document document = document_of("Abbas . Araghchi .");
  ParserStage(network_saying(1)).process(document);  // every token begins a person
  ASSERT_EQ(document.mentions.size(), 4u);
  const Mention& third = document.mentions[2];
  EXPECT_EQ(document.text_of(third.span), "Araghchi");
  EXPECT_EQ(third.sentence, 1u);
  EXPECT_EQ(third.first, 2u);
  EXPECT_EQ(third.last, 3u);
  EXPECT_EQ(third.head, 2u);
  EXPECT_EQ(third.kind, MentionKind::kName);
  EXPECT_EQ(third.type, EntityType::kPerson);
  EXPECT_GT(third.score, 0.99f);
}

TEST(ParserStageTest, LeavesOutNamesThatAreNoNodes) {
  Document document = document_of("Abbas Araghchi .");
  ParserStage(network_saying(3)).process(document);  // MISC
  EXPECT_TRUE(document.mentions.empty());
}

TEST(ParserStageTest, AcceptsADocumentWithoutTokens) {
  Document document;
  ParserStage(network_saying(0)).process(document);
  EXPECT_EQ(document.child_begin.size(), 1u);
}

TEST(HeadOfSpanTest, IsTheTokenGovernedFromOutside) {
  Document document = document_of("the United Nations said");
  const uint32_t heads[] = {2, 2, 3, kNone};
  for (size_t i = 0; i < 4; ++i) document.tokens[i].head = heads[i];
  EXPECT_EQ(head_of_span(document, 0, 3), 2u);
  EXPECT_EQ(head_of_span(document, 0, 2), 0u);
  EXPECT_EQ(head_of_span(document, 0, 4), 3u);
}

}  // namespace
}  // namespace actant
