#include "extract/text/language.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(LanguageTest, TellsEnglishFromItsNeighbours) {
  EXPECT_EQ(guess_language("The minister said on Tuesday that the talks with Iran would go on for a week."), "en");
  EXPECT_EQ(guess_language("Der Minister sagte am Dienstag, dass die Gespräche mit dem Iran eine Woche dauern werden."),
            "de");
  EXPECT_EQ(guess_language("Le ministre a déclaré mardi que les discussions avec l'Iran dureront une semaine."), "fr");
  EXPECT_EQ(guess_language("El ministro dijo el martes que las conversaciones con Irán van a durar una semana."), "es");
}

TEST(LanguageTest, TellsScripts) {
  EXPECT_EQ(guess_language("Министр заявил во вторник о переговорах"), "ru");
  EXPECT_EQ(guess_language("Міністр заявив, що переговори тривають із вівторка"), "uk");
  EXPECT_EQ(guess_language("قال الوزير إن المحادثات مستمرة"), "ar");
  EXPECT_EQ(guess_language("部长周二表示会谈将继续"), "zh");
  EXPECT_EQ(guess_language("大臣は火曜日に協議を続けると述べた"), "ja");
}

TEST(LanguageTest, IsUndeterminedWithoutWords) {
  EXPECT_EQ(guess_language(""), "und");
  EXPECT_EQ(guess_language("12:30 4-2 3,000"), "und");
  EXPECT_EQ(guess_language("Smith Jones Brown Miller Wilson Taylor"), "und");
}

}  // namespace
}  // namespace actant
