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

TEST(LanguageTest, TellsScriptsThatFewerRead) {
  EXPECT_EQ(guess_language("Նախարարը երեքշաբթի օրը ասաց, որ բանակցությունները կշարունակվեն"), "hy");
  EXPECT_EQ(guess_language("მინისტრმა სამშაბათს განაცხადა, რომ მოლაპარაკება გაგრძელდება"), "ka");
  EXPECT_EQ(guess_language("মন্ত্রী মঙ্গলবার বলেছেন যে আলোচনা চলবে"), "bn");
  EXPECT_EQ(guess_language("பேச்சுவார்த்தை தொடரும் என்று அமைச்சர் கூறினார்"), "ta");
  EXPECT_EQ(guess_language("ሚኒስትሩ ማክሰኞ ድርድሩ ይቀጥላል ብለዋል"), "am");
  EXPECT_EQ(guess_language("장관은 화요일 회담이 계속될 것이라고 말했다"), "ko");
}

TEST(LanguageTest, TellsLatinScriptOfOtherLanguagesFromEnglish) {
  EXPECT_EQ(
      guess_language("Ministar je rekao da će se razgovori nastaviti, ali da nije bilo dogovora na kraju sastanka."),
      "hr");
  EXPECT_EQ(guess_language("Bộ trưởng nói rằng các cuộc đàm phán với Iran sẽ được tiếp tục trong một tuần tại Geneva."),
            "vi");
  EXPECT_EQ(guess_language("Waziri alisema kwamba mazungumzo na Iran yataendelea kwa wiki moja katika mji wa Geneva."),
            "sw");
  EXPECT_EQ(
      guess_language(
          "Die minister het gesê dat die samesprekings met Iran vir nog 'n week sal voortgaan en dat hy nie weet wat kom."),
      "af");
  EXPECT_EQ(
      guess_language("Ministri tha se bisedimet me Iranin do të vazhdojnë për një javë dhe se nuk ka marrëveshje."),
      "sq");
}

TEST(LanguageTest, EmojiAndSignsAreNoLanguage) {
  for (const std::string sign :
       {"😀", "😀 ", "👩‍💻 ", "❤️ ", "🇳🇱 ", "✌🏽", "1️⃣ ", "... !? ", "\u200f\u202e ", "\u0301 "}) {
    for (const int times : {1, 5, 40, 2000}) {
      std::string text;
      for (int i = 0; i < times; ++i) text += sign;
      EXPECT_EQ(guess_language(text), "und") << times << " of " << sign;
    }
  }
}

TEST(LanguageTest, EnglishInOtherLettersIsEnglish) {
  EXPECT_EQ(guess_language("𝗧𝗵𝗲 minister said on Tuesday that the talks with Iran would go on for a week. 😀😀😀😀"),
            "en");
}

TEST(LanguageTest, IsUndeterminedWithoutWords) {
  EXPECT_EQ(guess_language(""), "und");
  EXPECT_EQ(guess_language("12:30 4-2 3,000"), "und");
  EXPECT_EQ(guess_language("Smith Jones Brown Miller Wilson Taylor"), "und");
}

}  // namespace
}  // namespace actant
