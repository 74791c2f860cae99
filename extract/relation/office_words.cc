#include "extract/relation/office_words.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/nominal_finder.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool is_kin(std::string_view lemma) {
  return is_one_of(lemma, {"wife",
                           "husband",
                           "son",
                           "daughter",
                           "brother",
                           "sister",
                           "father",
                           "mother",
                           "widow",
                           "widower",
                           "uncle",
                           "aunt",
                           "nephew",
                           "niece",
                           "cousin",
                           "grandson",
                           "granddaughter",
                           "grandfather",
                           "grandmother",
                           "father-in-law",
                           "mother-in-law",
                           "son-in-law",
                           "daughter-in-law",
                           "brother-in-law",
                           "sister-in-law",
                           "stepson",
                           "stepdaughter",
                           "stepfather",
                           "stepmother",
                           "fiancé",
                           "fiancée",
                           "spouse",
                           "sibling",
                           "twin",
                           "half-brother",
                           "half-sister",
                           "parent",
                           "child",
                           "ex-wife",
                           "ex-husband",
                           "girlfriend",
                           "boyfriend",
                           "great-grandson",
                           "great-grandfather"});
}

bool is_member_noun(std::string_view lemma) {
  return is_one_of(
      lemma, {"member",    "fighter",    "militant",   "rebel",    "activist",  "soldier",  "gunman",   "guerrilla",
              "supporter", "player",     "militiaman", "troop",    "cadre",     "follower", "loyalist", "insurgent",
              "student",   "politician", "veteran",    "delegate", "operative", "recruit"});
}

// People who are somebody's: whose they are says nothing of where they come from.
bool is_of_somebody(std::string_view lemma) {
  return is_one_of(lemma, {"ally",    "supporter",   "backer",    "opponent",  "critic",       "friend",
                           "enemy",   "foe",         "rival",     "neighbor",  "neighbour",    "victim",
                           "admirer", "predecessor", "associate", "colleague", "companion",    "partner",
                           "winner",  "champion",    "visitor",   "guest",     "local",        "native",
                           "settler", "speaker",     "hero",      "icon",      "collaborator", "counterpart"});
}

bool is_elected_noun(std::string_view lemma) {
  return is_one_of(lemma,
                   {"lawmaker", "legislator", "senator", "parliamentarian", "deputy", "mp", "councillor", "councilor",
                    "congressman", "congresswoman", "representative", "mep", "councilman", "councilwoman"});
}

// Nouns of sectors with offices that name no office, and offices of sectors without.
bool is_no_position(std::string_view lemma) {
  return is_one_of(
      lemma, {"politician",    "statesman",   "witness",    "accused",     "plaintiff",   "defendant",    "litigant",
              "complainant",   "appellant",   "respondent", "petitioner",  "accuser",     "juror",        "counterpart",
              "incumbent",     "bureaucrat",  "mandarin",   "billionaire", "millionaire", "customer",     "client",
              "consumer",      "buyer",       "creditor",   "debtor",      "borrower",    "tenant",       "pupil",
              "believer",      "worshipper",  "pilgrim",    "convert",     "saint",       "patient",      "combatant",
              "warrior",       "shareholder", "investor",   "victim",      "expert",      "intellectual", "thinker",
              "whistleblower", "leaker",      "veteran",    "conscript",   "recruit",     "reservist",    "student",
              "technocrat",    "donor"});
}

bool is_position_elsewhere(std::string_view lemma) {
  return is_one_of(lemma, {"head",
                           "chief",
                           "coordinator",
                           "organizer",
                           "coach",
                           "captain",
                           "trainer",
                           "leader",
                           "co-leader",
                           "chairman",
                           "chairwoman",
                           "chairperson",
                           "chair",
                           "candidate",
                           "nominee",
                           "strategist",
                           "campaigner",
                           "pollster",
                           "founder",
                           "co-founder",
                           "custodian",
                           "trustee",
                           "patron",
                           "curator",
                           "conductor",
                           "volunteer",
                           "manager",

                           "president-elect",
                           "contender",
                           "king",
                           "commander",
                           "warlord",
                           "designer",
                           "engineer",
                           "worker",
                           "employee",
                           "staffer",
                           "ringleader",
                           "figurehead",
                           "premier-designate",
                           "no.",
                           "pilot",
                           "secretary-general",
                           "running-mate",
                           "challenger",
                           "frontrunner",
                           "architect"});
}

}  // namespace

RoleKind role_kind(const Token& token) {
  const std::string_view lemma = token.lemma;
  if (token.upos != Upos::kNoun && token.upos != Upos::kPropn) return RoleKind::kNoRole;
  const NounEntry* noun = noun_entry(token);
  if (noun == nullptr || noun->noun_class != NounClass::kPerson) return RoleKind::kNoRole;
  char buffer[40];
  const std::string_view lower =
      fold_into(lemma.size() <= sizeof buffer ? lemma : lemma.substr(0, sizeof buffer), buffer);
  if (is_kin(lower)) return RoleKind::kKin;
  if (is_elected_noun(lower)) return RoleKind::kElected;
  if (is_member_noun(lower)) return RoleKind::kMember;
  if (is_position_elsewhere(lower)) return RoleKind::kPosition;
  if (is_no_position(lower)) return RoleKind::kNoRole;
  if (noun->sector == "CVL" && !is_of_somebody(lower)) return RoleKind::kCalling;
  static constexpr std::string_view kSectors[] = {"GOV", "MIL", "COP", "JUD", "MED", "BUS",
                                                  "EDU", "HLH", "REL", "SPY", "NGO"};
  return std::find(std::begin(kSectors), std::end(kSectors), noun->sector) != std::end(kSectors) ? RoleKind::kPosition
                                                                                                 : RoleKind::kNoRole;
}

bool is_profession(const Token& token) {
  const NounEntry* noun = noun_entry(token);
  if (noun == nullptr || noun->noun_class != NounClass::kPerson) return false;
  const std::string_view lemma = token.lemma;
  // In capitals it is the name of an office: `U.S. Attorney`.
  if (token.form.empty() || token.form.front() < 'a' || token.form.front() > 'z') return false;
  if (is_one_of(lemma, {"pope",     "patriarch", "archbishop", "cardinal", "mufti",    "coach",     "captain",
                        "director", "manager",   "boss",       "supplier", "exporter", "importer",  "employer",
                        "founder",  "observer",  "co-founder", "monitor",  "dean",     "principal", "auditor"})) {
    return false;
  }
  return is_one_of(noun->sector, {"MED", "BUS", "EDU", "HLH", "REL", "LAB", "NGO"}) ||
         is_one_of(lemma, {"lawyer", "attorney", "barrister", "solicitor", "designer", "architect", "pilot",
                           "policeman", "policewoman", "volunteer", "campaigner"});
}

bool is_honorific(std::string_view norm) {
  return is_one_of(norm,
                   {"mr.",  "mr",   "mrs.", "mrs",  "ms.", "ms",    "miss", "dr.",  "dr",      "prof.",    "sir",
                    "lord", "lady", "dame", "rev.", "st.", "madam", "the",  "hon.", "messrs.", "monsieur", "herr"});
}

bool may_stand_in_title(const Token& word) {
  if (word.upos == Upos::kNoun || word.upos == Upos::kPropn) return true;
  if (word.upos == Upos::kAdj) return true;
  if (word.upos == Upos::kVerb && word.deprel == Deprel::kAmod) {
    // `welcoming President X` is no kind of president.
    return word.xpos != Xpos::kVBG ||
           is_one_of(word.norm, {"acting", "outgoing", "incoming", "ruling", "sitting", "managing", "founding",
                                 "presiding", "commanding", "leading", "governing", "retiring", "consulting"});
  }
  return word.xpos == Xpos::kHYPH || word.form == "-" || word.form == "&";
}

bool is_no_title_word(const Token& word) {
  return is_one_of(word.lemma, {"late",      "top",           "then",      "new",         "current",  "embattled",
                                "veteran",   "longtime",      "other",     "same",        "own",      "jailed",
                                "detained",  "controversial", "respected", "influential", "powerful", "popular",
                                "fellow",    "first",         "last",      "next",        "young",    "old",
                                "hard-line", "such",          "visiting",  "defeated",    "unnamed"});
}

}  // namespace actant
