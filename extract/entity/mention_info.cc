#include "extract/entity/mention_info.h"

#include <algorithm>

#include "extract/entity/clause_walk.h"
#include "extract/entity/name_spans.h"
#include "extract/entity/name_title.h"
#include "extract/entity/nominal_finder.h"

namespace actant {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// The country that the words of [first, last) name, the first of several.
std::string_view country_in(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    const char c = document.tokens[t].form.empty() ? 'a' : document.tokens[t].form.front();
    if (c >= 'a' && c <= 'z') continue;
    uint32_t size = 1;
    const GazetteerTerm* term = longest_term_at(document, t, last, size);
    if (term == nullptr) continue;
    if ((term->kinds & (kCountryName | kCountryAdjective)) != 0) return term->iso3;
    if (!term->iso3.empty() && (term->kinds & kCapital) != 0) return term->iso3;
    t += size - 1;
  }
  return {};
}

void describe_person_name(const Document& document, Mention& mention, MentionInfo& info) {
  const Gazetteer& gazetteer = Gazetteer::get();
  const NameTitle found = find_title(document, mention);
  info.title = found.range;
  info.office = found.office;
  info.outer = found.outer;
  info.iso3 = country_in(document, info.title.first, info.title.last);
  mention.number = Number::kSingular;
  for (uint32_t t = info.title.first; t < info.title.last; ++t) {
    const TitleEntry* title = gazetteer.title(document.tokens[t].norm);
    if (title != nullptr && title->gender != Gender::kUnknown) mention.gender = title->gender;
    const NounEntry* noun = gazetteer.noun(document.tokens[t].lemma);
    if (noun != nullptr && noun->gender != Gender::kUnknown && mention.gender == Gender::kUnknown)
      mention.gender = noun->gender;
  }
  if (mention.gender == Gender::kUnknown && mention.last - mention.first > 1) {
    mention.gender = gazetteer.forename(document.tokens[mention.first].norm);
  }
}

void describe_name(const Document& document, Mention& mention, MentionInfo& info) {
  const Gazetteer& gazetteer = Gazetteer::get();
  info.definite = true;
  if (mention.type == EntityType::kPerson) return describe_person_name(document, mention, info);
  const std::string_view text = document.text_of(mention.span);
  info.term = gazetteer.term(text);
  if (info.term == nullptr && mention.type == EntityType::kGroup) info.term = gazetteer.plural_demonym(text);
  if (info.term != nullptr) {
    info.iso3 = info.term->iso3;
    if ((info.term->kinds & (kRegionName | kRegionAdjective)) != 0) info.region = info.term->name;
  } else {
    info.iso3 = country_in(document, mention.first, mention.last);
  }
  if (mention.number == Number::kUnknown) {
    mention.number = mention.type == EntityType::kGroup ? Number::kPlural : Number::kSingular;
  }
  mention.gender = Gender::kNeuter;
}

void describe_nominal(const Document& document, const Mention& mention, MentionInfo& info) {
  info.noun = noun_entry(document.tokens[mention.head]);
  if (mention.type == EntityType::kPerson) info.office = mention.head;
  info.iso3 = country_in(document, mention.first, mention.last);
  bool determined = false;
  for (const uint32_t child : children_of(document, mention.head)) {
    const Token& token = document.tokens[child];
    if (token.deprel == Deprel::kDet) {
      determined = true;
      info.definite = info.definite || token.norm == "the" || token.norm == "this" || token.norm == "these" ||
                      token.norm == "that" || token.norm == "those" || token.norm == "both";
      info.indefinite = info.indefinite || !info.definite;
    } else if (token.deprel == Deprel::kNmodPoss) {
      determined = true;
      info.definite = true;
    } else if (token.deprel == Deprel::kNummod && child < mention.head) {
      info.indefinite = true;
    } else if (token.deprel == Deprel::kAmod &&
               (token.lemma == "other" || token.lemma == "another" || token.lemma == "many" ||
                token.lemma == "several" || token.lemma == "more" || token.lemma == "new")) {
      info.indefinite = token.lemma != "new" || info.indefinite;
    }
  }
  const Token& head = document.tokens[mention.head];
  if (!determined && head.deprel == Deprel::kConj && head.head < mention.head) {  // `the council and bureau`
    const uint32_t shared = child_with(document, head.head, Deprel::kDet);
    info.definite = shared != kNone && document.tokens[shared].norm == "the";
  }
  if (!determined && mention.type == EntityType::kPerson && mention.number == Number::kSingular) info.definite = true;
}

void mark_quotes(const Document& document, std::vector<bool>& quoted) {
  quoted.assign(document.tokens.size(), false);
  bool open = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    const bool both = token.form == "\"" || token.form == "''" || token.form == "``";
    if (token.form == "“")
      open = true;
    else if (token.form == "”")
      open = false;
    else if (both)
      open = !open;
    else
      quoted[t] = open;
    // A quotation that is not closed ends with its paragraph.
    if (token.space_after == 3) open = false;
  }
}

/// Offices that go by several names.
enum class OfficeKind { kOther, kLeader, kPrimeMinister, kHeadOfState, kForeignMinister };

bool has_word(const Document& document, TokenRange range, std::string_view norm) {
  for (uint32_t t = range.first; t < range.last; ++t) {
    if (document.tokens[t].norm == norm) return true;
  }
  return false;
}

OfficeKind office_kind(const Document& document, TokenRange range, uint32_t office) {
  const std::string_view norm = document.tokens[office].norm;
  if (has_word(document, range, "deputy") || has_word(document, range, "vice") ||
      has_word(document, range, "opposition")) {
    return OfficeKind::kOther;
  }
  if (norm == "leader" || norm == "ruler" || norm == "strongman") return OfficeKind::kLeader;
  if (norm == "premier" || norm == "chancellor" || (norm == "minister" && has_word(document, range, "prime")))
    return OfficeKind::kPrimeMinister;
  if (norm == "president" || norm == "king" || norm == "emir" || norm == "sultan" || norm == "queen")
    return OfficeKind::kHeadOfState;
  const bool foreign = (norm == "minister" || norm == "secretary") && has_word(document, range, "foreign");
  const bool of_state = norm == "secretary" && has_word(document, range, "state");
  const bool diplomat = norm == "diplomat" && (has_word(document, range, "top") || has_word(document, range, "chief"));
  return foreign || of_state || diplomat ? OfficeKind::kForeignMinister : OfficeKind::kOther;
}

bool kinds_agree(OfficeKind a, OfficeKind b) {
  if (a == OfficeKind::kOther || b == OfficeKind::kOther) return false;
  if (a == b) return true;
  const bool heads = a != OfficeKind::kForeignMinister && b != OfficeKind::kForeignMinister;
  return heads && (a == OfficeKind::kLeader || b == OfficeKind::kLeader);
}

bool content_word(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kAdj;
}

bool about_time(std::string_view norm) {
  return norm == "former" || norm == "outgoing" || norm == "new" || norm == "current" || norm == "then" ||
         norm == "incoming" || norm == "late" || norm == "ex" || norm == "veteran" || norm == "senior" ||
         norm == "top" || norm == "longtime";
}

// `head of the Hamas movement` and `head of Hamas` are one office.
bool says_kind_only(std::string_view norm) {
  return norm == "movement" || norm == "group" || norm == "party" || norm == "organization" || norm == "region" ||
         norm == "company";
}

bool lowers_rank(std::string_view norm) {
  return norm == "deputy" || norm == "vice" || norm == "assistant" || norm == "under" || norm == "associate" ||
         norm == "shadow";
}

// Number of content words of `a` that `b` has not, countries and words of time aside.
int words_missing(const Document& document, TokenRange a, uint32_t head_a, TokenRange b, bool& rank_differs) {
  int missing = 0;
  const Gazetteer& gazetteer = Gazetteer::get();
  for (uint32_t t = a.first; t < a.last; ++t) {
    const Token& token = document.tokens[t];
    if (t == head_a || !content_word(token) || about_time(token.norm) || says_kind_only(token.norm)) continue;
    const GazetteerTerm* term = gazetteer.term(token.form);
    if (term != nullptr) continue;
    bool found = false;
    for (uint32_t u = b.first; u < b.last && !found; ++u) found = same_text(token.lemma, document.tokens[u].lemma);
    if (found) continue;
    ++missing;
    rank_differs = rank_differs || lowers_rank(token.norm);
  }
  return missing;
}

}  // namespace

bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool offices_agree(const Document& document, const Mention& a, const MentionInfo& info_a, const Mention& b,
                   const MentionInfo& info_b) {
  if (info_a.office == kNone || info_b.office == kNone) return false;
  const TokenRange range_a = a.kind == MentionKind::kName ? info_a.title : TokenRange{a.first, a.last};
  const TokenRange range_b = b.kind == MentionKind::kName ? info_b.title : TokenRange{b.first, b.last};
  const bool same_country = !info_a.iso3.empty() && info_a.iso3 == info_b.iso3;
  const OfficeKind kind_a = office_kind(document, range_a, info_a.office),
                   kind_b = office_kind(document, range_b, info_b.office);
  if (same_country && kinds_agree(kind_a, kind_b)) return true;
  if (!same_text(document.tokens[info_a.office].lemma, document.tokens[info_b.office].lemma)) return false;
  bool rank_differs = false;
  const int only_a = words_missing(document, range_a, info_a.office, range_b, rank_differs);
  const int only_b = words_missing(document, range_b, info_b.office, range_a, rank_differs);
  // `Israeli leader` is not the `leader of the Anti-Defamation League`.
  if ((!info_a.iso3.empty() && info_b.iso3.empty() && only_b > 0) ||
      (!info_b.iso3.empty() && info_a.iso3.empty() && only_a > 0)) {
    return false;
  }
  return !rank_differs && (only_a == 0 || only_b == 0);
}

namespace {

// Georgia among states of the United States, with nothing of the country's and none of its neighbours about.
bool means_state_of_georgia(const Document& document, const std::vector<MentionInfo>& info) {
  static constexpr std::string_view kAround[] = {"GEO", "RUS", "ARM", "AZE", "UKR"};
  bool georgia = false, state = false;
  for (size_t m = 0; m < document.mentions.size(); ++m) {
    const GazetteerTerm* term = info[m].term;
    if (term == nullptr) continue;
    if (document.text_of(document.mentions[m].span) == "Georgia") {
      georgia = true;
    } else if (std::find(std::begin(kAround), std::end(kAround), term->iso3) != std::end(kAround)) {
      return false;
    } else {
      state = state || (term->iso3 == "USA" && (term->kinds & (kRegionName | kParty)) != 0);
    }
  }
  return georgia && state;
}

// Homonyms that the rest of the article tells apart.
void settle_homonyms(const Document& document, std::vector<MentionInfo>& info) {
  static constexpr GazetteerTerm kState{"Georgia", "USA", "Georgia", "", kRegionName};
  if (!means_state_of_georgia(document, info)) return;
  for (size_t m = 0; m < document.mentions.size(); ++m) {
    if (info[m].term == nullptr || document.text_of(document.mentions[m].span) != "Georgia") continue;
    info[m].term = &kState;
    info[m].iso3 = kState.iso3;
    info[m].region = kState.name;
  }
}

}  // namespace

void collect_mention_info(Document& document, std::vector<MentionInfo>& info) {
  info.assign(document.mentions.size(), MentionInfo{});
  std::vector<bool> quoted;
  mark_quotes(document, quoted);
  for (size_t m = 0; m < document.mentions.size(); ++m) {
    Mention& mention = document.mentions[m];
    MentionInfo& about = info[m];
    about.outer = mention.head;
    about.in_quote = quoted[mention.head];
    if (mention.kind == MentionKind::kName) describe_name(document, mention, about);
    if (mention.kind == MentionKind::kNominal) describe_nominal(document, mention, about);
    if (mention.kind == MentionKind::kPronoun)
      about.pronoun = Gazetteer::get().pronoun(document.tokens[mention.head].norm);
    about.subject = is_nominal_subject(document.tokens[about.outer].deprel);
  }
  settle_homonyms(document, info);
}

}  // namespace actant
