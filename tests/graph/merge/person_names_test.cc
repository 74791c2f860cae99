#include "graph/merge/person_names.h"

#include <gtest/gtest.h>

#include "graph/merge/name_key.h"

namespace actant {
namespace {

PersonMatch compare(std::string_view a, std::string_view b) {
  const std::string left = name_key(EntityType::kPerson, a), right = name_key(EntityType::kPerson, b);
  const PersonMatch match = compare_persons(left, right);
  EXPECT_EQ(compare_persons(right, left), match) << a << " / " << b;
  return match;
}

struct Pair {
  const char* a;
  const char* b;
};

TEST(PersonNamesTest, GenerationsMustAgree) {
  EXPECT_EQ(compare("William Pitt the Elder", "William Pitt the Younger"), PersonMatch::kDifferent);
  EXPECT_EQ(compare("William Pitt the Younger", "William Pitt, the Younger"), PersonMatch::kSame);
  EXPECT_EQ(compare("William Pitt the Younger", "William Pitt Jr."), PersonMatch::kSame);
  EXPECT_EQ(compare("Alexandre Dumas père", "Alexandre Dumas fils"), PersonMatch::kDifferent);
  EXPECT_EQ(compare("José Sarney", "José Sarney Filho"), PersonMatch::kDifferent);
  EXPECT_EQ(compare("Agostinho Neto", "António Agostinho Neto"), PersonMatch::kSurname) << "a surname here";
}

TEST(PersonNamesTest, OneNameInTwoSpellings) {
  constexpr Pair kPairs[] = {
      // Persian, Arabic
      {"Qasem Soleimani", "Qassem Soleimani"},
      {"Qasem Soleimani", "Qassim Suleymany"},
      {"Abbas Araghchi", "Abbas Araqchi"},
      {"Abbas Araghchi", "Abbas Araghtchi"},
      {"Mohammed bin Salman", "Muhammad bin Salman"},
      {"Bashar al-Assad", "Bashar Assad"},
      {"Bashar al-Assad", "Bashar el-Asad"},
      {"Ahmed al-Sharaa", "Ahmad Al Sharaa"},
      {"Muammar Gaddafi", "Moammar Qadhafi"},
      {"Hassan Rouhani", "Hasan Ruhani"},
      {"Mahmoud Ahmadinejad", "Mahmud Ahmadi-Nejad"},
      {"Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"},
      {"Khalid Meshaal", "Khaled Meshal"},
      {"Usama bin Laden", "Osama bin Ladin"},
      {"Hosni Mubarak", "Husni Mubarak"},
      {"Nouri al-Maliki", "Nuri Maliki"},
      {"Ayatollah Ali Khamenei", "Ali Khamenai"},
      // Slavic
      {"Volodymyr Zelensky", "Volodymyr Zelenskyy"},
      {"Volodymyr Zelenskiy", "Vladimir Zelensky"},
      {"Alexander Lukashenko", "Alyaksandr Lukashenka"},
      {"Sergei Lavrov", "Sergey Lavrov"},
      {"Dmitry Medvedev", "Dmitri Medvedyev"},
      {"Viktor Yushchenko", "Victor Yuschenko"},
      {"Yulia Tymoshenko", "Yuliya Timoshenko"},
      {"Yevgeny Prigozhin", "Evgeny Prigozhin"},
      // Turkish, Latin American, Nordic, German diacritics
      {"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
      {"Nicolás Maduro", "Nicolas Maduro"},
      {"Gerhard Schröder", "Gerhard Schroder"},
      // East and South Asia
      {"Kim Jong-un", "Kim Jong Un"},
      {"Xi Jin-ping", "Xi Jinping"},
      {"Abe Shinzo", "Shinzo Abe"},
      {"Narendra Modi", "Narender Modi"},
      // titles, nicknames
      {"President Joe Biden", "Joseph Biden"},
      {"Bill Clinton", "William Clinton"},
      {"Benjamin Netanyahu", "Binyamin Netanyahu"},
  };
  for (const Pair& pair : kPairs) EXPECT_EQ(compare(pair.a, pair.b), PersonMatch::kSame) << pair.a << " / " << pair.b;
}

TEST(PersonNamesTest, OneNameLeavesWordsOut) {
  constexpr Pair kPairs[] = {
      {"J. Smith", "John Smith"},
      {"George Bush", "George W. Bush"},
      {"Andrés Manuel López Obrador", "Andrés López Obrador"},
      {"Gabriel García", "Gabriel García Márquez"},
      {"Abiy Ahmed", "Abiy Ahmed Ali"},
      {"Nancy P. Pelosi", "Nancy Pelosi"},
      {"Mohammed bin Salman", "Mohammed bin Salman Al Saud"},
      {"K. Annan", "Kofi Annan"},
  };
  for (const Pair& pair : kPairs)
    EXPECT_EQ(compare(pair.a, pair.b), PersonMatch::kShorter) << pair.a << " / " << pair.b;
}

TEST(PersonNamesTest, OneNameIsTheSurnameOfTheOther) {
  constexpr Pair kPairs[] = {
      {"Araghchi", "Abbas Araghchi"},
      {"Araqchi", "Abbas Araghchi"},
      {"López Obrador", "Andrés Manuel López Obrador"},
      {"Mr. Schroeder", "Gerhard Schroeder"},
      {"Tayyip Erdogan", "Recep Tayyip Erdogan"},
      {"Zelenskyy", "Volodymyr Zelensky"},
      {"bin Salman", "Mohammed bin Salman"},
  };
  for (const Pair& pair : kPairs)
    EXPECT_EQ(compare(pair.a, pair.b), PersonMatch::kSurname) << pair.a << " / " << pair.b;
}

TEST(PersonNamesTest, OtherPersons) {
  constexpr Pair kPairs[] = {
      {"John Johnson", "John Johnsen"},
      {"John Smith", "John Smyth"},
      {"John Martin", "John Morton"},
      {"James Martin", "Martin James"},
      {"John Smith", "Jane Smith"},
      {"Bill Clinton", "Hillary Clinton"},
      {"George W. Bush", "George H. W. Bush"},
      {"Donald Trump", "Donald Trump Jr."},
      {"John Paul I", "John Paul II"},
      {"Mohammed Salah", "Mohammed Saleh"},
      {"Hassan Ali", "Hussein Ali"},
      {"Ahmed Karimi", "Hamed Karimi"},
      {"Mohammed Ali", "Mahmoud Ali"},
      {"Ruhollah Khomeini", "Ali Khamenei"},
      {"Kim Jong Un", "Kim Jong Il"},
      {"Kim Jong Il", "Kim Il Sung"},
      {"Xi Jinping", "Li Jinping"},
      {"Hu Jintao", "Hu Yaobang"},
      {"Rajiv Gandhi", "Rahul Gandhi"},
      {"Sonia Gandhi", "Indira Gandhi"},
      {"Raúl Castro", "Fidel Castro"},
      {"Jean-Marie Le Pen", "Marine Le Pen"},
      {"Mark Johnson", "Boris Johnson"},
      {"Jose Rangel", "Jose Angel"},
      {"M. Smith", "John Smith"},
      {"Smith", "Smythe"},
      {"Khomeini", "Khamenei"},
      {"Nawaz Sharif", "Shehbaz Sharif"},
      {"John", "John Smith"},
      {"Sergei Ivanov", "Sergei Ivanenko"},
      {"Salva Kiir", "Riek Machar"},
  };
  for (const Pair& pair : kPairs)
    EXPECT_EQ(compare(pair.a, pair.b), PersonMatch::kDifferent) << pair.a << " / " << pair.b;
}

}  // namespace
}  // namespace actant
