#include "extract/text/sentence_splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/text/tokenizer.h"

namespace actant {
namespace {

using Sentences = std::vector<std::string>;

Document split(const std::string& text, const std::string& title = {}) {
  Document document;
  document.text = text;
  document.info.title = title;
  tokenize(document);
  SentenceSplitterStage().process(document);
  return document;
}

Sentences sentences(const std::string& text) {
  const Document document = split(text);
  Sentences result;
  for (const Sentence& sentence : document.sentences) result.emplace_back(document.text_of(sentence.span));
  return result;
}

TEST(SentenceSplitterTest, EndsAtStops) {
  EXPECT_EQ(sentences("He left. She stayed! Why? 12 men came."),
            (Sentences{"He left.", "She stayed!", "Why?", "12 men came."}));
  EXPECT_EQ(sentences("The rate is 3.5 percent. Acme.com fell"),
            (Sentences{"The rate is 3.5 percent.", "Acme.com fell"}));
}

TEST(SentenceSplitterTest, AbbreviationsEndOnlyBeforeWordsThatOpenSentences) {
  EXPECT_EQ(sentences("Gen. J. R. Smith of Acme Inc. met Mr. Lee."),
            (Sentences{"Gen. J. R. Smith of Acme Inc. met Mr. Lee."}));
  EXPECT_EQ(sentences("He lives in the U.S. The U.S. Army left."),
            (Sentences{"He lives in the U.S.", "The U.S. Army left."}));
}

TEST(SentenceSplitterTest, ClosingQuotesAndBracketsStayWithTheSentence) {
  EXPECT_EQ(sentences("“We won.” He smiled. (It rained.) Then \"Go.\" He went."),
            (Sentences{"“We won.”", "He smiled.", "(It rained.)", "Then \"Go.\"", "He went."}));
  EXPECT_EQ(sentences("“Why now?” Smith asked. “No!” said Lee."),
            (Sentences{"“Why now?” Smith asked.", "“No!” said Lee."}));
}

TEST(SentenceSplitterTest, LinesEndSentencesUnlessTheTextIsWrapped) {
  EXPECT_EQ(sentences("Storm hits coast\nDOHA (Reuters) - It rained.\n- one\n- two"),
            (Sentences{"Storm hits coast", "DOHA (Reuters) -", "It rained.", "- one", "- two"}));
  EXPECT_EQ(sentences("The minister met\nPresident Lee and\nwent home with\nhis men."),
            (Sentences{"The minister met\nPresident Lee and\nwent home with\nhis men."}));
  EXPECT_EQ(sentences("No stop\n\nhere"), (Sentences{"No stop", "here"}));
}

TEST(SentenceSplitterTest, ListNumbersDoNotEndASentence) {
  EXPECT_EQ(sentences("1. Iran agreed.\n2. Iraq did not."), (Sentences{"1. Iran agreed.", "2. Iraq did not."}));
}

TEST(SentenceSplitterTest, MarksTheHeadline) {
  const Document document = split("Storm hits coast\nIt rained. It snowed.", "Storm hits coast");
  ASSERT_EQ(document.sentences.size(), 3u);
  EXPECT_TRUE(document.sentences[0].title);
  EXPECT_FALSE(document.sentences[1].title);
}

TEST(SentenceSplitterTest, SentencesPartitionTheTokens) {
  const Document document = split("A. (b) c... 'D' don't!! \"E.\"\n\n* f? G");
  uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    EXPECT_EQ(sentence.first, next);
    EXPECT_GT(sentence.last, sentence.first);
    EXPECT_FALSE(document.tokens[sentence.first].multiword_inside);
    next = sentence.last;
  }
  EXPECT_EQ(next, document.tokens.size());
  EXPECT_TRUE(split(" \n ").sentences.empty());
}

}  // namespace
}  // namespace actant
