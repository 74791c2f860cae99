#include "extract/relation/speech_lexicon.h"

#include <algorithm>
#include <iterator>

namespace actant {
namespace {

struct Entry {
  std::string_view lemma;
  std::string_view frames;  // a letter for each SpeechFrame, in their order: kLetters
};

// clause, quotation, noun, for, of, infinitive, gerund, as, denies (x), aside (w)
constexpr std::string_view kLetters = "cqnfoigaxw";

uint16_t read_frames(std::string_view letters) {
  uint16_t frames = 0;
  for (char letter : letters) frames |= static_cast<uint16_t>(1u << kLetters.find(letter));
  return frames;
}

// The tables below are sorted by lemma, for binary search. The words were collected by hand from grammars of English
// reporting verbs; which frames a verb takes follows its use in news text.
constexpr Entry kVerbs[] = {
    {"accuse", "g"},       {"acknowledge", "cqng"},
    {"add", "cq"},         {"admit", "cqng"},
    {"admonish", "g"},     {"advise", "cqi"},
    {"advocate", "cnf"},   {"affirm", "cqn"},
    {"agree", "cqo"},      {"allege", "cqn"},
    {"announce", "cqn"},   {"apologise", "g"},
    {"apologize", "g"},    {"appeal", "fi"},
    {"applaud", "g"},      {"argue", "cqf"},
    {"ask", "qfi"},        {"assert", "cqn"},
    {"assure", "cq"},      {"attest", "c"},
    {"aver", "c"},         {"avow", "c"},
    {"beg", "i"},          {"begin", "qw"},
    {"believe", "cw"},     {"berate", "g"},
    {"beseech", "i"},      {"blame", "g"},
    {"blast", "g"},        {"boast", "cqo"},
    {"brag", "cqo"},       {"brand", "a"},
    {"brief", "c"},        {"call", "qfia"},
    {"campaign", "f"},     {"castigate", "g"},
    {"caution", "cq"},     {"certify", "c"},
    {"challenge", "i"},    {"chant", "cq"},
    {"characterise", "a"}, {"characterize", "a"},
    {"charge", "cg"},      {"chide", "g"},
    {"cite", "cq"},        {"claim", "cqi"},
    {"clarify", "cq"},     {"command", "i"},
    {"commend", "g"},      {"comment", "cqo"},
    {"commit", "i"},       {"complain", "cqo"},
    {"concede", "cq"},     {"conclude", "cq"},
    {"concur", "cq"},      {"condemn", "g"},
    {"confirm", "cqn"},    {"congratulate", "g"},
    {"consider", "a"},     {"contend", "cq"},
    {"continue", "cqw"},   {"convey", "cn"},
    {"convince", "c"},     {"counter", "cq"},
    {"credit", "g"},       {"criticise", "g"},
    {"criticize", "g"},    {"declare", "cqna"},
    {"decree", "c"},       {"deem", "a"},
    {"defend", "g"},       {"demand", "cqni"},
    {"denounce", "ga"},    {"deny", "cqnxg"},
    {"depict", "a"},       {"deplore", "g"},
    {"describe", "a"},     {"detail", "cn"},
    {"direct", "i"},       {"disclose", "cn"},
    {"dispute", "cx"},     {"dub", "a"},
    {"echo", "cq"},        {"elaborate", "cq"},
    {"emphasise", "cqn"},  {"emphasize", "cqn"},
    {"encourage", "i"},    {"estimate", "c"},
    {"exclaim", "cq"},     {"exhort", "i"},
    {"explain", "cq"},     {"fault", "g"},
    {"fear", "c"},         {"forecast", "cn"},
    {"guarantee", "c"},    {"hail", "ga"},
    {"highlight", "cn"},   {"hint", "co"},
    {"hope", "c"},         {"implore", "i"},
    {"imply", "c"},        {"indicate", "c"},
    {"inform", "cq"},      {"inquire", "q"},
    {"insist", "cqno"},    {"instruct", "i"},
    {"interject", "cq"},   {"intimate", "c"},
    {"joke", "cqo"},       {"label", "a"},
    {"lambaste", "g"},     {"lament", "cq"},
    {"laud", "g"},         {"laugh", "qw"},
    {"lobby", "i"},        {"maintain", "cq"},
    {"mention", "cqn"},    {"mutter", "cq"},
    {"narrate", "c"},      {"note", "cqn"},
    {"notify", "c"},       {"observe", "cq"},
    {"offer", "i"},        {"opine", "cq"},
    {"order", "i"},        {"outline", "cn"},
    {"plead", "cqfi"},     {"pledge", "cqni"},
    {"portray", "a"},      {"posit", "c"},
    {"post", "cq"},        {"postulate", "c"},
    {"praise", "g"},       {"preach", "c"},
    {"predict", "cqn"},    {"press", "fi"},
    {"proclaim", "cqna"},  {"profess", "c"},
    {"promise", "cqni"},   {"pronounce", "ca"},
    {"propose", "cqng"},   {"protest", "cq"},
    {"publish", "c"},      {"push", "f"},
    {"question", "q"},     {"quip", "cq"},
    {"quote", "cq"},       {"read", "cq"},
    {"re-affirm", "cqn"},  {"reaffirm", "cqn"},
    {"reason", "c"},       {"rebuke", "g"},
    {"rebut", "cx"},       {"recall", "cqn"},
    {"reckon", "c"},       {"recommend", "cqnig"},
    {"recount", "cqn"},    {"refute", "cx"},
    {"regard", "a"},       {"reiterate", "cqn"},
    {"relate", "c"},       {"remark", "cq"},
    {"remind", "cqi"},     {"repeat", "cq"},
    {"reply", "cq"},       {"report", "cqno"},
    {"reprimand", "g"},    {"request", "i"},
    {"respond", "cq"},     {"restate", "n"},
    {"retort", "cq"},      {"reveal", "cqn"},
    {"rule", "c"},         {"say", "cq"},
    {"scream", "cq"},      {"shout", "cq"},
    {"sigh", "qw"},        {"signal", "c"},
    {"slam", "g"},         {"speak", "o"},
    {"specify", "c"},      {"speculate", "c"},
    {"start", "qw"},       {"state", "cq"},
    {"stipulate", "c"},    {"stress", "cqn"},
    {"suggest", "cqg"},    {"surmise", "c"},
    {"suspect", "cg"},     {"swear", "cqi"},
    {"talk", "o"},         {"tell", "cqi"},
    {"testify", "cqo"},    {"thank", "g"},
    {"threaten", "cni"},   {"tweet", "cq"},
    {"underline", "cqn"},  {"underscore", "cqn"},
    {"urge", "cqni"},      {"venture", "cq"},
    {"voice", "cn"},       {"volunteer", "cq"},
    {"vow", "cqni"},       {"warn", "cqoi"},
    {"whisper", "cq"},     {"wonder", "q"},
    {"write", "cq"},       {"yell", "cq"},
};

// Verbs of thinking, feeling and wanting (Levin 1993, classes 29.4-29.5, 31.2-31.3, 32.1-32.2, 62), and of finding out.
constexpr Entry kAttitudeVerbs[] = {
    {"accept", "cn"},     {"acknowledge", "cn"}, {"admire", "n"},      {"admit", "n"},       {"advocate", "n"},
    {"agree", "ci"},      {"aim", "i"},          {"allege", "n"},      {"announce", "n"},    {"answer", "c"},
    {"anticipate", "cn"}, {"applaud", "n"},      {"appreciate", "cn"}, {"argue", "o"},       {"ascertain", "c"},
    {"ask", "c"},         {"aspire", "i"},       {"assess", "c"},      {"assume", "c"},      {"back", "n"},
    {"believe", "cni"},   {"bet", "c"},          {"blame", "n"},       {"blast", "n"},       {"boast", "o"},
    {"brag", "o"},        {"calculate", "c"},    {"care", "co"},       {"cast", "a"},        {"caution", "c"},
    {"challenge", "n"},   {"characterize", "a"}, {"choose", "i"},      {"cite", "n"},        {"claim", "ni"},
    {"comment", "o"},     {"complain", "o"},     {"conceive", "c"},    {"conclude", "c"},    {"condemn", "na"},
    {"confess", "c"},     {"consent", "i"},      {"consider", "cng"},  {"contemplate", "n"}, {"criticise", "n"},
    {"criticize", "na"},  {"dare", "i"},         {"debate", "co"},     {"decide", "ci"},     {"declare", "n"},
    {"decline", "i"},     {"decry", "n"},        {"deduce", "c"},      {"defend", "n"},      {"demand", "n"},
    {"demonstrate", "c"}, {"denounce", "na"},    {"deny", "c"},        {"deplore", "n"},     {"describe", "na"},
    {"desire", "cni"},    {"determine", "c"},    {"detest", "n"},      {"disagree", "c"},    {"disclose", "n"},
    {"discover", "c"},    {"discuss", "n"},      {"dislike", "n"},     {"dismiss", "a"},     {"dispute", "c"},
    {"distrust", "n"},    {"doubt", "cn"},       {"dream", "co"},      {"embrace", "n"},     {"endorse", "n"},
    {"ensure", "c"},      {"envision", "cn"},    {"establish", "c"},   {"estimate", "n"},    {"expect", "cni"},
    {"explain", "n"},     {"favor", "n"},        {"favour", "n"},      {"fear", "cni"},      {"feel", "c"},
    {"figure", "c"},      {"find", "c"},         {"foresee", "cn"},    {"forget", "c"},      {"fret", "co"},
    {"gather", "c"},      {"guarantee", "c"},    {"guess", "cn"},      {"hail", "a"},        {"hate", "cni"},
    {"hear", "co"},       {"hesitate", "i"},     {"hint", "c"},        {"hope", "cif"},      {"hypothesize", "c"},
    {"imagine", "cn"},    {"infer", "c"},        {"inquire", "o"},     {"intend", "i"},      {"interpret", "a"},
    {"joke", "co"},       {"judge", "c"},        {"justify", "n"},     {"know", "cno"},      {"learn", "co"},
    {"lie", "o"},         {"like", "cni"},       {"long", "i"},        {"love", "cni"},      {"maintain", "n"},
    {"mandate", "c"},     {"marvel", "c"},       {"mean", "ci"},       {"mention", "n"},     {"mistrust", "n"},
    {"mock", "na"},       {"note", "c"},         {"notice", "c"},      {"object", "cn"},     {"oppose", "ng"},
    {"opt", "i"},         {"perceive", "ca"},    {"plan", "cni"},      {"pledge", "i"},      {"point", "c"},
    {"ponder", "c"},      {"portray", "a"},      {"posit", "c"},       {"praise", "na"},     {"pray", "c"},
    {"prefer", "cni"},    {"presume", "c"},      {"promise", "n"},     {"propose", "ni"},    {"prove", "c"},
    {"question", "n"},    {"realise", "c"},      {"realize", "c"},     {"recall", "n"},      {"recognise", "c"},
    {"recognize", "c"},   {"recommend", "n"},    {"refuse", "i"},      {"regard", "a"},      {"regret", "cn"},
    {"reject", "n"},      {"rejoice", "c"},      {"remember", "cn"},   {"repeat", "n"},      {"request", "n"},
    {"resent", "cn"},     {"resolve", "ci"},     {"respect", "n"},     {"reveal", "n"},      {"ridicule", "n"},
    {"say", "n"},         {"see", "ca"},         {"seek", "ni"},       {"sense", "c"},       {"show", "c"},
    {"signal", "n"},      {"slam", "n"},         {"speak", "o"},       {"suggest", "n"},     {"support", "n"},
    {"suppose", "c"},     {"suspect", "cn"},     {"swear", "i"},       {"talk", "o"},        {"teach", "c"},
    {"testify", "o"},     {"theorize", "c"},     {"think", "cno"},     {"threaten", "i"},    {"tout", "n"},
    {"trust", "cn"},      {"understand", "cn"},  {"urge", "n"},        {"verify", "c"},      {"view", "a"},
    {"vote", "c"},        {"want", "ni"},        {"warn", "o"},        {"welcome", "n"},     {"wish", "cin"},
    {"wonder", "o"},      {"worry", "co"},
};

constexpr Entry kNouns[] = {
    {"accusation", "c"}, {"acknowledgement", "c"}, {"acknowledgment", "c"}, {"admission", "c"},
    {"allegation", "c"}, {"announcement", "c"},    {"appeal", "fi"},        {"argument", "c"},
    {"assertion", "c"},  {"assurance", "c"},       {"call", "fi"},          {"claim", "c"},
    {"comment", "c"},    {"complaint", "c"},       {"conclusion", "c"},     {"confirmation", "c"},
    {"contention", "c"}, {"declaration", "c"},     {"demand", "cfi"},       {"denial", "cx"},
    {"disclosure", "c"}, {"estimate", "c"},        {"explanation", "c"},    {"forecast", "c"},
    {"insistence", "c"}, {"message", "c"},         {"observation", "c"},    {"offer", "i"},
    {"plea", "f"},       {"pledge", "ci"},         {"prediction", "c"},     {"promise", "ci"},
    {"proposal", "c"},   {"recommendation", "c"},  {"remark", "c"},         {"reply", "c"},
    {"report", "c"},     {"request", "i"},         {"response", "c"},       {"revelation", "c"},
    {"statement", "c"},  {"suggestion", "c"},      {"testimony", "c"},      {"threat", "ci"},
    {"vow", "ci"},       {"warning", "c"},
};

constexpr std::string_view kDocumentNouns[] = {
    "account",    "affidavit", "analysis",  "article",    "audit",      "banner",     "book",        "briefing",
    "broadcast",  "bulletin",  "caption",   "communique", "complaint",  "data",       "declaration", "dispatch",
    "document",   "e-mail",    "editorial", "email",      "figure",     "filing",     "finding",     "headline",
    "indictment", "lawsuit",   "leaflet",   "letter",     "memo",       "memorandum", "message",     "note",
    "paper",      "poll",      "post",      "poster",     "readout",    "release",    "report",      "research",
    "resolution", "review",    "ruling",    "sign",       "site",       "statement",  "story",       "study",
    "suit",       "survey",    "testimony", "text",       "transcript", "tweet",      "verdict",     "video",
    "warrant",    "website",
};

constexpr std::string_view kCarriers[] = {
    "announce", "convey",  "deliver", "express", "extend", "file",      "give",  "issue",   "lodge",  "make", "offer",
    "post",     "present", "provide", "publish", "raise",  "reiterate", "relay", "release", "repeat", "send", "voice",
};

constexpr std::string_view kAttitudes[] = {
    "alarm",       "anger",    "belief",        "certainty",      "commitment",  "concern", "confidence",
    "conviction",  "desire",   "determination", "disappointment", "dismay",      "doubt",   "fear",
    "frustration", "hope",     "interest",      "opinion",        "optimism",    "outrage", "pessimism",
    "readiness",   "regret",   "reservation",   "satisfaction",   "scepticism",  "shock",   "skepticism",
    "sorrow",      "surprise", "unease",        "view",           "willingness", "wish",    "worry",
};

constexpr std::string_view kStances[] = {
    "acceptance",   "aim",        "ambition",  "approval",   "aspiration",  "assessment",    "assumption",
    "condemnation", "contempt",   "criticism", "decision",   "disapproval", "endorsement",   "expectation",
    "feeling",      "goal",       "hunch",     "idea",       "impression",  "intent",        "intention",
    "knowledge",    "notion",     "objection", "opposition", "perception",  "plan",          "position",
    "praise",       "preference", "refusal",   "rejection",  "resolve",     "sense",         "speculation",
    "stance",       "support",    "suspicion", "theory",     "thought",     "understanding",
};

constexpr std::string_view kHearsay[] = {"allegedly", "purportedly", "reportedly", "reputedly", "supposedly"};

constexpr std::string_view kAttitudeAdjectives[] = {
    "adamant",      "afraid",    "amazed",    "anxious",    "ashamed",     "astonished",  "aware",     "certain",
    "committed",    "concern",   "concerned", "confident",  "conscious",   "convinced",   "delighted", "determined",
    "disappointed", "doubtful",  "eager",     "fearful",    "glad",        "grateful",    "happy",     "hesitant",
    "hopeful",      "keen",      "mindful",   "optimistic", "pessimistic", "pleased",     "positive",  "proud",
    "ready",        "reluctant", "sad",       "sceptical",  "skeptical",   "sorry",       "sure",      "surprised",
    "suspicious",   "thankful",  "thrilled",  "unaware",    "uncertain",   "unconvinced", "unsure",    "unwilling",
    "upset",        "wary",      "willing",   "worried",
};

template <size_t kSize>
uint16_t find(const Entry (&table)[kSize], std::string_view lemma) {
  const auto it = std::lower_bound(std::begin(table), std::end(table), lemma,
                                   [](const Entry& entry, std::string_view word) { return entry.lemma < word; });
  if (it != std::end(table) && it->lemma == lemma) return read_frames(it->frames);
  if (lemma.size() <= 2) return 0;
  // The lemmatizer errs most often by one `e` too many or too few: `adde` of `added`, `stat` of `stating`.
  if (lemma.back() == 'e') return find(table, lemma.substr(0, lemma.size() - 1));
  const auto next = std::lower_bound(it, std::end(table), lemma,
                                     [](const Entry& entry, std::string_view word) { return entry.lemma <= word; });
  const bool lost_e = next != std::end(table) && next->lemma.size() == lemma.size() + 1 && next->lemma.back() == 'e' &&
                      next->lemma.starts_with(lemma);
  return lost_e ? read_frames(next->frames) : 0;
}

template <size_t kSize>
bool contains(const std::string_view (&table)[kSize], std::string_view lemma) {
  return std::binary_search(std::begin(table), std::end(table), lemma);
}

}  // namespace

uint16_t speech_verb(std::string_view lemma) { return find(kVerbs, lemma); }
uint16_t attitude_verb(std::string_view lemma) { return find(kAttitudeVerbs, lemma); }
uint16_t speech_noun(std::string_view lemma) { return find(kNouns, lemma); }
bool is_document_noun(std::string_view lemma) { return contains(kDocumentNouns, lemma); }
bool is_speech_carrier(std::string_view lemma) { return contains(kCarriers, lemma); }
bool is_stance_noun(std::string_view lemma) { return contains(kStances, lemma); }
bool is_hearsay_adverb(std::string_view norm) { return contains(kHearsay, norm); }
bool is_attitude_adjective(std::string_view lemma) { return contains(kAttitudeAdjectives, lemma); }
bool is_attitude_noun(std::string_view lemma) { return contains(kAttitudes, lemma); }

}  // namespace actant
