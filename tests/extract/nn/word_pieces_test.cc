#include "extract/nn/word_pieces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.h"

namespace actant {
namespace {

using testing::ElementsAre;

const std::vector<std::string_view> kPieces = {"[PAD]",    "[UNK]", "[CLS]", "[SEP]", "un", "##relia", "##ble",
                                               "stephane", "-",     "al",    "hayya", "4",  "##2",     "'",
                                               "##s",      "中",    "國",    "u",     ".",  "n"};

class WordPiecesTest : public testing::Test {
 protected:
  std::vector<std::string> cut(std::string_view form) {
    std::vector<uint32_t> ids;
    pieces_.cut(form, ids, scratch_);
    std::vector<std::string> result;
    for (const uint32_t id : ids) result.emplace_back(kPieces[id]);
    return result;
  }

  WordPieces pieces_{kPieces};
  WordPieces::Scratch scratch_;
};

TEST_F(WordPiecesTest, TakesTheLongestPieceFromTheLeft) {
  EXPECT_THAT(cut("unreliable"), ElementsAre("un", "##relia", "##ble"));
  EXPECT_THAT(cut("42"), ElementsAre("4", "##2"));
}

TEST_F(WordPiecesTest, LowersLettersAndStripsAccents) {
  EXPECT_THAT(cut("Stéphane"), ElementsAre("stephane"));
  EXPECT_THAT(cut("STE\xcc\x81PHANE"), ElementsAre("stephane"));  // the accent as a code point of its own
}

TEST_F(WordPiecesTest, PunctuationAndIdeographsStandAlone) {
  EXPECT_THAT(cut("al-Hayya"), ElementsAre("al", "-", "hayya"));
  EXPECT_THAT(cut("U.N."), ElementsAre("u", ".", "n", "."));
  EXPECT_THAT(cut("中國"), ElementsAre("中", "國"));
}

TEST_F(WordPiecesTest, APartWithoutPiecesIsUnknownAsAWhole) {
  EXPECT_THAT(cut("unknown"), ElementsAre("[UNK]"));
  EXPECT_THAT(cut("unknown-al"), ElementsAre("[UNK]", "-", "al"));
  EXPECT_THAT(cut(std::string(101, '4')), ElementsAre("[UNK]"));
}

TEST_F(WordPiecesTest, AWordWithoutTextIsUnknown) {
  EXPECT_THAT(cut(""), ElementsAre("[UNK]"));
  EXPECT_THAT(cut("\xe2\x80\x8b\x01"), ElementsAre("[UNK]"));  // a blank without width, a control character
  EXPECT_THAT(cut("\xff"), ElementsAre("[UNK]"));
}

TEST_F(WordPiecesTest, GivesNoMoreThanTheFirstPieces) {
  EXPECT_EQ(cut("al-al-al-al-al-al").size(), WordPieces::kMaxPieces);
  EXPECT_EQ(cut("42222222").size(), WordPieces::kMaxPieces);
}

TEST_F(WordPiecesTest, AppendsToWhatIsThere) {
  std::vector<uint32_t> ids = {7};
  pieces_.cut("al", ids, scratch_);
  EXPECT_THAT(ids, ElementsAre(7u, 9u));
}

TEST(WordPiecesLoadTest, AsksForTheMarksOfASentence) {
  EXPECT_THROW(WordPieces({"[PAD]", "[UNK]", "[SEP]"}), CorruptData);
}

}  // namespace
}  // namespace actant
