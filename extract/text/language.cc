#include "extract/text/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "extract/text/internal/char_class.h"

namespace actant {
namespace {

constexpr size_t kSample = 3000;  // bytes looked at

// A language is taken when so many of the words are its function words: news text in English has 0.35-0.5, its
// headlines 0.15-0.3, names and tables below 0.1.
constexpr double kEnough = 0.14;
constexpr size_t kFewestWords = 4;

struct Language {
  std::string_view code;
  std::string_view words;  // a blank before and behind each
};

// Frequent function words that few of the other languages have.
constexpr auto kLanguages = std::to_array<Language>({
    {"en",
     " the of and to in that is was for on with as by at from it he his are were be has have had not but an they which "
     "this said "
     "who will their its she her or been after would about when there what than into more over could i you we "},
    {"de",
     " der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass "
     "sie nach "
     "wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis "},
    {"fr",
     " le la les de des du et un une en que qui dans pour pas sur au par plus est ce il se ne sont avec son sa ses aux "
     "ont été "
     "elle mais nous vous cette être leur comme deux "},
    {"es",
     " el la los las de del y en que un una por con para se no es su al lo como más pero sus le ha este sí porque esta "
     "entre "
     "cuando muy sin sobre también fue han era "},
    {"it",
     " il lo la gli le di del della dei delle e che un una per con non si è in da nel alla al sono come anche più ha "
     "ma dal "
     "questo suo su dopo stato "},
    {"pt",
     " o os a as de do da dos das e em que um uma para com não por mais se na no ao como foi ele ela mas seu sua pelo "
     "pela são "
     "nos também já é "},
    {"nl",
     " de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar heeft hij ze "
     "wordt nog "
     "werd hebben was zijn dit die "},
    {"sv",
     " och att det som en på är av för med den till inte ett har de om var jag han kan från vid efter men så sig "
     "eller "},
    {"no",
     " og i det som en på er av for med den til ikke et har de om var jeg han kan fra ved etter men så seg eller å "},
    {"da",
     " og i det som en på er af for med den til ikke et har de om var jeg han kan fra ved efter men så sig eller at "},
    {"pl", " i w z na do się nie że jest to od przez jak po dla o za oraz był są ale tym być może tego "},
    {"tr", " ve bir bu için ile da de olarak çok daha gibi olan sonra kadar en ise ne var değil "},
    {"id", " yang dan di ini itu dengan untuk dari pada tidak dalam adalah akan ke oleh juga telah atau sebagai "},
    {"cs", " a v se na je že s z do o i to k za by ale pro jako jsou po který jeho podle byl "},
    {"ro", " și în de la a cu pe care nu din că o un este pentru mai sunt au prin fost să "},
    {"hu", " a az és hogy nem is egy volt meg de ez csak már mint azt "},
    {"fi", " ja on ei se että oli hän mutta ovat myös kun tai joka kuin "},
    {"ca",
     " el la els les i de del dels que en un una per amb no es va ha han són però també aquest aquesta més seva "},
    {"hr", " i u na je se da su za od koji koja što nije će bi kao ali iz sa ili biti nakon prema samo te "},
    {"sk", " a v na sa je že s z do o po sú pre ako by ktorý ktorá nie aj podľa však len od "},
    {"sl", " in v na je se da za so z pri ki bi ne od tudi po kot ali pa bo še že iz "},
    {"vi", " và của là có được cho trong các một những không với này đã người khi để từ đến tại "},
    {"sw", " na ya wa kwa ni za la katika kuwa cha hiyo huo yake hii baada kama lakini pia "},
    {"tl", " ang ng sa na mga ay at ni si nang kay para hindi ito siya niya ngunit kung din "},
    {"sq", " të e në për me që një dhe nga është së i ka se do si nuk më kanë "},
    {"lt", " ir į kad iš su yra ne tai apie bei bet buvo dėl jo nuo po taip už "},
    {"lv", " un ir ar no par uz ka kas tika pēc arī bet tā lai to nav bija viņš "},
    {"et", " ja on ei et oli see kui ka mis ning aga ta pärast oma selle või nad ise "},
    {"af", " die en van het in is nie dat hy vir met wat sy te op aan ook was na deur ek hulle om "},
});

// The languages that have a word, as a set of bits.
const std::unordered_map<std::string_view, uint32_t>& word_languages() {
  static_assert(kLanguages.size() <= 32);
  static const auto* const kTable = [] {
    auto* table = new std::unordered_map<std::string_view, uint32_t>;
    for (size_t i = 0; i < kLanguages.size(); ++i) {
      const std::string_view words = kLanguages[i].words;
      for (size_t begin = 1; begin < words.size();) {
        const size_t end = words.find(' ', begin);
        (*table)[words.substr(begin, end - begin)] |= 1u << i;
        begin = end + 1;
      }
    }
    return table;
  }();
  return *kTable;
}

// Words of the sample in lower case, counted for every language that has them.
class WordCounter {
 public:
  void add(std::string_view word) {
    ++words_;
    std::array<char, 16> lower;
    if (word.size() > lower.size()) return;
    std::transform(word.begin(), word.end(), lower.begin(), internal::ascii_lower);
    const auto at = table_.find(std::string_view(lower.data(), word.size()));
    if (at == table_.end()) return;
    for (uint32_t set = at->second; set != 0; set &= set - 1) ++hits_[static_cast<size_t>(std::countr_zero(set))];
  }

  std::string_view best() const {
    if (words_ < kFewestWords) return "und";
    const size_t at = static_cast<size_t>(std::max_element(hits_.begin(), hits_.end()) - hits_.begin());
    // A sentence or two of names proves nothing: `Iran met Oman in Muscat` has two words that are Dutch as well.
    const double fewest = words_ < 20 ? 4.0 : 2.0;
    const bool enough = static_cast<double>(hits_[at]) >= std::max(fewest, kEnough * static_cast<double>(words_));
    return enough ? kLanguages[at].code : std::string_view("und");
  }

 private:
  const std::unordered_map<std::string_view, uint32_t>& table_ = word_languages();
  size_t words_ = 0;
  std::array<size_t, kLanguages.size()> hits_{};
};

// Letters of one script, and the language that most news in it is in; empty for Latin, whose words tell.
struct Script {
  char32_t begin, end;
  std::string_view language;
};
constexpr auto kScripts = std::to_array<Script>({
    {0x0, 0x370, ""},         {0x370, 0x400, "el"},   {0x400, 0x530, "ru"},   {0x530, 0x590, "hy"},
    {0x590, 0x600, "he"},     {0x600, 0x780, "ar"},   {0x780, 0x7c0, "dv"},   {0x900, 0x980, "hi"},
    {0x980, 0xa00, "bn"},     {0xa00, 0xa80, "pa"},   {0xa80, 0xb00, "gu"},   {0xb00, 0xb80, "or"},
    {0xb80, 0xc00, "ta"},     {0xc00, 0xc80, "te"},   {0xc80, 0xd00, "kn"},   {0xd00, 0xd80, "ml"},
    {0xd80, 0xe00, "si"},     {0xe00, 0xe80, "th"},   {0xe80, 0xf00, "lo"},   {0xf00, 0x1000, "bo"},
    {0x1000, 0x10a0, "my"},   {0x10a0, 0x1100, "ka"}, {0x1100, 0x1200, "ko"}, {0x1200, 0x13a0, "am"},
    {0x1780, 0x1800, "km"},   {0x1800, 0x18b0, "mn"}, {0x1e00, 0x1f00, ""},   {0x1f00, 0x2000, "el"},
    {0x3040, 0x3100, "ja"},   {0x3400, 0xa000, "zh"}, {0xac00, 0xd7b0, "ko"}, {0xfb50, 0xfe00, "ar"},
    {0xfe70, 0xff00, "ar"},   {0xff21, 0xff5b, ""},   {0xff66, 0xffa0, "ja"}, {0x1d400, 0x1d800, ""},
    {0x20000, 0x32000, "zh"},
});

// The number of a script in kScripts; its size for signs of none: what emoji are joined and coloured with.
size_t script_of(char32_t c) {
  if (c < kScripts[0].end) return 0;
  const auto behind = std::upper_bound(kScripts.begin(), kScripts.end(), c,
                                       [](char32_t value, const Script& script) { return value < script.begin; });
  const auto at = static_cast<size_t>(behind - kScripts.begin()) - 1;
  return c < kScripts[at].end ? at : kScripts.size();
}

struct Letters {
  std::array<size_t, kScripts.size() + 1> count{};
  size_t all = 0;
  size_t ukrainian = 0, persian = 0, kana = 0;

  void add(char32_t c) {
    ++all;
    ++count[script_of(c)];
    ukrainian += c == 0x456 || c == 0x457 || c == 0x454;                            // і ї є
    persian += c == 0x67e || c == 0x686 || c == 0x698 || c == 0x6af || c == 0x6cc;  // پ چ ژ گ ی
    kana += c >= 0x3040 && c < 0x3100;
  }

  // The language of the script that has most letters; empty for Latin.
  std::string_view by_script() const {
    if (kana * 10 > all) return "ja";
    const auto most = static_cast<size_t>(std::max_element(count.begin(), count.end()) - count.begin());
    if (most == kScripts.size()) return "und";
    const std::string_view language = kScripts[most].language;
    if (language == "ru") return ukrainian * 50 > all ? "uk" : "ru";
    if (language == "ar") return persian * 30 > all ? "fa" : "ar";
    return language;
  }
};

}  // namespace

std::string guess_language(std::string_view text) {
  Letters letters;
  WordCounter words;
  size_t begin = 0;  // of the word under way
  bool inside = false;
  const auto finish = [&](size_t end) {
    if (inside) words.add(text.substr(begin, end - begin));
    inside = false;
  };
  size_t at = 0;
  for (; at < text.size() && at < kSample; at += decode_utf8(text, at).size) {
    if (internal::classify(text, at).kind != internal::CharClass::kLetter) {
      finish(at);
      continue;
    }
    letters.add(decode_utf8(text, at).value);
    if (!inside) begin = at;
    inside = true;
  }
  finish(at);
  if (letters.all == 0) return "und";
  const std::string_view by_script = letters.by_script();
  return std::string(by_script.empty() ? words.best() : by_script);
}

}  // namespace actant
