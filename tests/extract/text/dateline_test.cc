#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"

namespace actant {
namespace {

std::vector<std::string> sentences(const std::string& text) {
  Document document;
  document.text = text;
  tokenize(document);
  SentenceSplitterStage().process(document);
  std::vector<std::string> result;
  for (const Sentence& sentence : document.sentences) result.emplace_back(document.text_of(sentence.span));
  return result;
}

TEST(DatelineTest, ADatelineIsASentenceOfItsOwn) {
  EXPECT_EQ(sentences("BERGEN - Iceland's minister met him."),
            (std::vector<std::string>{"BERGEN -", "Iceland's minister met him."}));
  EXPECT_EQ(sentences("DOHA, Qatar (AP) -- They met.")[0], "DOHA, Qatar (AP) --");
  EXPECT_EQ(sentences("He left.\n\nOSLO (Reuters) \xe2\x80\x94 She came.")[1], "OSLO (Reuters) \xe2\x80\x94");
}

TEST(DatelineTest, OtherDashesStayInTheirSentence) {
  EXPECT_EQ(sentences("NATO-led troops left the town.").size(), 1u);
  EXPECT_EQ(sentences("BP said oil - its main product - is cheap.").size(), 1u);
  EXPECT_EQ(sentences("The talks - in Oslo - failed.").size(), 1u);
}

}  // namespace
}  // namespace actant
