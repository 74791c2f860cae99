#include "graph/merge/office.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "graph/merge/name_key.h"

namespace actant {
namespace {

struct Row {
  std::string_view key;
  std::string_view words;  ///< parted by blanks
};

// The first portfolio that a word names. What follows "minister" may also stand before it.
constexpr Row kPortfolios[] = {
    {"minister:foreign", "foreign external fm"},
    {"minister:defence", "defence defense war"},
    {"minister:interior", "interior home internal"},
    {"minister:finance", "finance treasury economy economic exchequer"},
    {"minister:health", "health"},
    {"minister:justice", "justice"},
    {"minister:education", "education"},
    {"minister:energy", "energy oil petroleum power"},
    {"minister:agriculture", "agriculture agrarian farming food"},
    {"minister:trade", "trade commerce industry"},
    {"minister:transport", "transport transportation infrastructure railways aviation"},
    {"minister:labour", "labour labor employment welfare"},
    {"minister:environment", "environment climate ecology"},
    {"minister:culture", "culture sports sport youth"},
    {"minister:information", "information communications communication telecommunications"},
    {"minister:science", "science technology research"},
    {"minister:tourism", "tourism"},
    {"minister:housing", "housing urban"},
    {"minister:intelligence", "intelligence"},
};

constexpr Row kOccupations[] = {
    {"sport",
     "footballer player goalkeeper defender midfielder striker winger coach athlete sprinter runner swimmer boxer "
     "wrestler golfer cricketer cyclist referee umpire quarterback pitcher skater skier gymnast jockey batsman bowler "
     "forward racer champion olympian"},
    {"arts",
     "singer actor actress musician rapper composer conductor pianist violinist painter sculptor artist novelist poet "
     "writer author playwright filmmaker comedian dancer designer model photographer screenwriter songwriter guitarist "
     "drummer filmstar director-of-film"},
    {"business",
     "ceo cfo businessman businesswoman entrepreneur banker investor trader owner founder industrialist magnate tycoon "
     "economist analyst broker"},
    {"media", "journalist reporter correspondent editor columnist anchor presenter blogger broadcaster"},
    {"learning",
     "professor teacher scientist researcher historian lecturer scholar physicist chemist biologist mathematician "
     "philosopher engineer surgeon physician nurse doctor student"},
    {"faith", "pope bishop archbishop cardinal priest imam ayatollah mullah rabbi pastor cleric monk nun patriarch"},
};

constexpr Row kSectors[] = {{"business", "BUS"}, {"media", "MED"}, {"learning", "EDU HLH"}, {"faith", "REL"}};

bool has_word(std::string_view list, std::string_view word) {
  for (size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const size_t end = at + word.size();
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

template <size_t N>
std::string_view row_of(const Row (&rows)[N], std::string_view word) {
  for (const Row& row : rows) {
    if (has_word(row.words, word)) return row.key;
  }
  return {};
}

class TitleWords {
 public:
  explicit TitleWords(std::string_view title) : folded_(fold_name(title)), words_(split_words(folded_)) {}
  bool has(std::string_view word) const { return std::find(words_.begin(), words_.end(), word) != words_.end(); }
  bool has_any(std::initializer_list<std::string_view> list) const {
    return std::any_of(list.begin(), list.end(), [&](std::string_view word) { return has(word); });
  }
  const std::vector<std::string_view>& words() const { return words_; }

 private:
  std::string folded_;
  std::vector<std::string_view> words_;
};

std::string_view portfolio(const TitleWords& title) {
  for (const std::string_view word : title.words()) {
    if (const std::string_view key = row_of(kPortfolios, word); !key.empty()) return key;
  }
  return {};
}

std::string_view exclusive_office(const TitleWords& title) {
  if (title.has("prime") && title.has("minister")) return "head-of-government";
  if (title.has_any({"premier", "taoiseach"})) return "head-of-government";
  if (title.has("secretary") && title.has("state") && !title.has("under")) return "minister:foreign";
  if (title.has_any({"minister", "secretary", "fm"})) {
    if (const std::string_view key = portfolio(title); !key.empty()) return key;
  }
  if (title.has("attorney") && title.has("general")) return "minister:justice";
  if (title.has("chancellor")) return title.has("exchequer") ? "minister:finance" : "head-of-government";
  if (title.has("president")) return "president";
  if (title.has_any({"king", "emir", "sultan", "queen", "monarch", "emperor"})) return "monarch";
  if (title.has("pope")) return "pope";
  if (title.has("mayor")) return "mayor";
  if (title.has("governor")) return "governor";
  return {};
}

}  // namespace

Office office_of(std::string_view title) {
  const TitleWords words(title);
  const bool deputy = words.has_any({"deputy", "vice", "assistant", "under", "undersecretary", "shadow", "aide",
                                     "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson"});
  if (!deputy) {
    if (const std::string_view key = exclusive_office(words); !key.empty()) return {Office::Kind::kExclusive, key};
  }
  for (const std::string_view word : words.words()) {
    if (const std::string_view key = row_of(kOccupations, word); !key.empty()) {
      return {Office::Kind::kOccupation, key};
    }
  }
  return {};
}

std::string_view occupation_of(std::string_view title, std::string_view sector) {
  const Office office = office_of(title);
  if (office.kind == Office::Kind::kOccupation) return office.key;
  if (office.kind == Office::Kind::kExclusive || sector.empty()) return {};
  return row_of(kSectors, sector);
}

}  // namespace actant
