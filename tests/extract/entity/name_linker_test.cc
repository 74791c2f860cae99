#include "extract/entity/name_linker.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(NameLinkerTest, AcronymsAreMadeOfInitials) {
  EXPECT_TRUE(is_acronym_of("EU", "European Union"));
  EXPECT_TRUE(is_acronym_of("U.N.", "United Nations"));
  EXPECT_TRUE(is_acronym_of("UAAR", "Union of Atheists and Agnostic Rationalists"));
  EXPECT_TRUE(is_acronym_of("SDF", "Syrian Democratic Forces"));
  EXPECT_FALSE(is_acronym_of("EU", "European Central Bank"));
  EXPECT_FALSE(is_acronym_of("Iran", "Iran"));
}

TEST(NameLinkerTest, ShortFormsKeepTheHeadOfTheName) {
  EXPECT_TRUE(is_short_form_of("Security Council", "United Nations Security Council"));
  EXPECT_TRUE(is_short_form_of("Brotherhood", "Muslim Brotherhood"));
  EXPECT_TRUE(is_short_form_of("Supreme Court", "Italian Supreme Court of Cassation"));
  EXPECT_TRUE(is_short_form_of("House", "House of Representatives"));
  EXPECT_TRUE(is_short_form_of("Labour", "Labour Party"));
  EXPECT_FALSE(is_short_form_of("United Nations", "United Nations Security Council"));
  EXPECT_FALSE(is_short_form_of("Livorno", "Municipality of Livorno"));
  EXPECT_TRUE(is_short_form_of("House", "U.S. House"));
  EXPECT_TRUE(is_short_form_of("Senate", "U.S. Senate"));
  EXPECT_FALSE(is_short_form_of("House", "White House"));
}

}  // namespace
}  // namespace actant
