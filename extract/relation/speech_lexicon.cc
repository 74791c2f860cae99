#include "extract/relation/speech_lexicon.h"

#include <algorithm>
#include <iterator>

namespace actant {
namespace {

struct Entry {
  std::string_view lemma;
  std::string_view frames;  // a letter for each SpeechFrame, in their order: kLetters
};

// clause, quotation, noun, for, of, infinitive, gerund, as, denies (x), aside (w), stance (t)
constexpr std::string_view kLetters = "cqnfoigaxwt";

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
    {"accept", "cn"},      {"accuse", "t"},      {"acknowledge", "cn"},  {"address", "n"},     {"admire", "nt"},
    {"admit", "n"},        {"admonish", "i"},    {"advise", "n"},        {"advocate", "n"},    {"affirm", "n"},
    {"agree", "ci"},       {"aim", "i"},         {"alert", "co"},        {"allege", "n"},      {"announce", "n"},
    {"answer", "c"},       {"anticipate", "cn"}, {"apologise", "f"},     {"apologize", "f"},   {"applaud", "nt"},
    {"appreciate", "cn"},  {"argue", "o"},       {"articulate", "cn"},   {"ascertain", "c"},   {"ask", "c"},
    {"aspire", "i"},       {"assail", "nt"},     {"assess", "c"},        {"assume", "c"},      {"attack", "nt"},
    {"back", "nt"},        {"beg", "fi"},        {"believe", "cni"},     {"bemoan", "cn"},     {"berate", "nt"},
    {"beseech", "i"},      {"bet", "c"},         {"blame", "nt"},        {"blast", "nt"},      {"boast", "o"},
    {"brag", "o"},         {"brand", "a"},       {"brush", "w"},         {"calculate", "c"},   {"call", "w"},
    {"care", "co"},        {"cast", "a"},        {"castigate", "nt"},    {"caution", "c"},     {"challenge", "nt"},
    {"characterize", "a"}, {"chastise", "nt"},   {"cheer", "nt"},        {"chide", "nt"},      {"chime", "w"},
    {"choose", "i"},       {"cite", "n"},        {"claim", "ni"},        {"clarify", "n"},     {"command", "n"},
    {"commend", "nt"},     {"comment", "o"},     {"communicate", "cn"},  {"compare", "w"},     {"complain", "o"},
    {"concede", "n"},      {"conceive", "c"},    {"conclude", "c"},      {"condemn", "nat"},   {"confess", "c"},
    {"confide", "c"},      {"confirm", "n"},     {"consent", "i"},       {"consider", "cng"},  {"contemplate", "n"},
    {"contradict", "cnt"}, {"convince", "ci"},   {"corroborate", "n"},   {"counsel", "i"},     {"counter", "n"},
    {"crave", "n"},        {"credit", "nt"},     {"criticise", "nt"},    {"criticize", "nat"}, {"crow", "c"},
    {"curse", "nt"},       {"dare", "i"},        {"debate", "con"},      {"decide", "ci"},     {"declare", "n"},
    {"decline", "i"},      {"decry", "n"},       {"deduce", "c"},        {"defend", "nt"},     {"defy", "nt"},
    {"demand", "n"},       {"demonstrate", "c"}, {"denounce", "nat"},    {"deny", "c"},        {"deplore", "n"},
    {"deride", "nat"},     {"describe", "na"},   {"desire", "cni"},      {"detail", "n"},      {"determine", "c"},
    {"detest", "nt"},      {"dictate", "cn"},    {"disagree", "c"},      {"disavow", "nt"},    {"disclose", "n"},
    {"discount", "n"},     {"discover", "c"},    {"discuss", "n"},       {"dislike", "nt"},    {"dismiss", "a"},
    {"disparage", "nt"},   {"dispute", "cn"},    {"distrust", "nt"},     {"double", "w"},      {"doubt", "cn"},
    {"downplay", "n"},     {"dream", "co"},      {"elaborate", "o"},     {"embrace", "nt"},    {"emphasise", "n"},
    {"emphasize", "n"},    {"endorse", "nt"},    {"ensure", "c"},        {"envisage", "cn"},   {"envision", "cn"},
    {"envy", "nt"},        {"equate", "w"},      {"espouse", "n"},       {"establish", "c"},   {"estimate", "n"},
    {"excoriate", "nt"},   {"expect", "cni"},    {"explain", "n"},       {"express", "cn"},    {"extol", "nt"},
    {"fault", "nt"},       {"favor", "nti"},     {"favour", "nti"},      {"fear", "cnit"},     {"feel", "c"},
    {"figure", "c"},       {"find", "c"},        {"fire", "w"},          {"float", "n"},       {"foresee", "cn"},
    {"forget", "c"},       {"fret", "co"},       {"gather", "c"},        {"gripe", "co"},      {"grumble", "co"},
    {"guarantee", "c"},    {"guess", "cn"},      {"gush", "c"},          {"hail", "a"},        {"hate", "cnit"},
    {"hear", "co"},        {"herald", "na"},     {"hesitate", "i"},      {"highlight", "n"},   {"hint", "c"},
    {"hit", "w"},          {"hope", "cif"},      {"hypothesize", "c"},   {"imagine", "cn"},    {"implore", "i"},
    {"infer", "c"},        {"inquire", "o"},     {"insinuate", "c"},     {"instruct", "i"},    {"insult", "nt"},
    {"intend", "i"},       {"interpret", "a"},   {"invoke", "n"},        {"jab", "w"},         {"jeer", "nt"},
    {"joke", "co"},        {"judge", "c"},       {"justify", "n"},       {"know", "cno"},      {"lambaste", "nt"},
    {"lament", "n"},       {"lash", "w"},        {"laud", "nt"},         {"laugh", "w"},       {"lay", "w"},
    {"learn", "co"},       {"lecture", "o"},     {"lie", "o"},           {"like", "cnit"},     {"liken", "w"},
    {"loathe", "nt"},      {"lobby", "f"},       {"long", "i"},          {"love", "cnit"},     {"maintain", "n"},
    {"mandate", "cn"},     {"marvel", "c"},      {"mean", "ci"},         {"mention", "n"},     {"misjudge", "n"},
    {"mistrust", "nt"},    {"mock", "nat"},      {"mourn", "nt"},        {"mull", "cn"},       {"muse", "co"},
    {"needle", "nt"},      {"note", "c"},        {"notice", "c"},        {"notify", "c"},      {"object", "cn"},
    {"opine", "c"},        {"oppose", "ngt"},    {"opt", "i"},           {"outline", "n"},     {"overestimate", "n"},
    {"paint", "a"},        {"pan", "nt"},        {"perceive", "ca"},     {"persuade", "ci"},   {"petition", "f"},
    {"pitch", "n"},        {"plan", "cni"},      {"play", "w"},          {"plead", "n"},       {"pledge", "i"},
    {"point", "c"},        {"ponder", "c"},      {"portray", "a"},       {"posit", "c"},       {"praise", "nat"},
    {"pray", "c"},         {"preach", "n"},      {"predict", "n"},       {"prefer", "cni"},    {"presume", "c"},
    {"pretend", "ci"},     {"profess", "ni"},    {"project", "cn"},      {"promise", "n"},     {"prophesy", "c"},
    {"propose", "ni"},     {"prove", "c"},       {"punch", "w"},         {"push", "w"},        {"put", "w"},
    {"question", "nt"},    {"rail", "o"},        {"rant", "o"},          {"rate", "a"},        {"rave", "o"},
    {"reaffirm", "n"},     {"realise", "c"},     {"realize", "c"},       {"reassure", "c"},    {"rebuff", "nt"},
    {"rebuke", "nt"},      {"rebut", "n"},       {"recall", "n"},        {"recite", "n"},      {"recognise", "c"},
    {"recognize", "c"},    {"recommend", "ni"},  {"reconsider", "n"},    {"recount", "n"},     {"refer", "w"},
    {"reflect", "o"},      {"refuse", "i"},      {"refute", "n"},        {"regard", "a"},      {"regret", "cn"},
    {"reiterate", "n"},    {"reject", "nt"},     {"rejoice", "c"},       {"relay", "cn"},      {"relish", "n"},
    {"remember", "cn"},    {"renounce", "nt"},   {"repeat", "n"},        {"repudiate", "nt"},  {"request", "ni"},
    {"resent", "cnt"},     {"resolve", "ci"},    {"respect", "nt"},      {"reveal", "n"},      {"revere", "nt"},
    {"ridicule", "nt"},    {"rip", "nt"},        {"rule", "w"},          {"salute", "nt"},     {"say", "n"},
    {"scoff", "o"},        {"scold", "nt"},      {"see", "ca"},          {"seek", "ni"},       {"sense", "c"},
    {"show", "c"},         {"shrug", "n"},       {"signal", "n"},        {"slam", "nt"},       {"snap", "w"},
    {"sneer", "o"},        {"speak", "o"},       {"specify", "n"},       {"spell", "w"},       {"stipulate", "n"},
    {"stress", "n"},       {"strive", "i"},      {"struggle", "i"},      {"suggest", "n"},     {"sum", "w"},
    {"support", "nt"},     {"suppose", "c"},     {"suspect", "cn"},      {"swear", "i"},       {"talk", "o"},
    {"taunt", "nt"},       {"teach", "c"},       {"tease", "nt"},        {"testify", "o"},     {"thank", "t"},
    {"theorize", "c"},     {"think", "cno"},     {"threaten", "in"},     {"thunder", "c"},     {"tip", "i"},
    {"toast", "nt"},       {"tolerate", "nt"},   {"tout", "n"},          {"trash", "nt"},      {"treasure", "n"},
    {"trumpet", "n"},      {"trust", "cnt"},     {"underestimate", "n"}, {"underline", "n"},   {"underscore", "n"},
    {"understand", "cn"},  {"unveil", "n"},      {"urge", "n"},          {"value", "n"},       {"vent", "o"},
    {"verify", "c"},       {"view", "a"},        {"vilify", "nt"},       {"voice", "n"},       {"volunteer", "i"},
    {"vote", "c"},         {"wager", "c"},       {"want", "ni"},         {"warn", "o"},        {"weigh", "c"},
    {"welcome", "nt"},     {"wish", "cin"},      {"wonder", "o"},        {"worry", "co"},      {"worship", "nt"},
    {"yearn", "fi"},
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
    "acceptance",  "accusation",    "admiration",   "affection",   "agenda",         "aim",           "ambition",
    "anger",       "anxiety",       "apology",      "appeal",      "approval",       "argument",      "aspiration",
    "assessment",  "assumption",    "attitude",     "belief",      "boast",          "call",          "choice",
    "claim",       "comment",       "commitment",   "complaint",   "condemnation",   "contempt",      "contention",
    "conviction",  "criticism",     "curiosity",    "decision",    "defense",        "demand",        "description",
    "desire",      "determination", "disagreement", "disapproval", "disdain",        "disgust",       "dissatisfaction",
    "distrust",    "dream",         "eagerness",    "embrace",     "endorsement",    "enthusiasm",    "estimate",
    "excitement",  "expectation",   "explanation",  "faith",       "fascination",    "fear",          "feeling",
    "forecast",    "fury",          "goal",         "gratitude",   "grievance",      "guess",         "hatred",
    "hesitation",  "hope",          "hostility",    "hunch",       "idea",           "impression",    "insistence",
    "insult",      "intent",        "intention",    "interest",    "interpretation", "joke",          "judgment",
    "knowledge",   "lie",           "longing",      "love",        "message",        "mistrust",      "notion",
    "objection",   "objective",     "observation",  "obsession",   "opposition",     "optimism",      "passion",
    "perception",  "plan",          "pledge",       "position",    "praise",         "prediction",    "preference",
    "promise",     "proposal",      "question",     "reaction",    "reassurance",    "recollection",  "recommendation",
    "refusal",     "rejection",     "reluctance",   "remark",      "request",        "resentment",    "reservation",
    "resolve",     "respect",       "response",     "rhetoric",    "scorn",          "sense",         "sentiment",
    "speculation", "stance",        "statement",    "suggestion",  "support",        "suspicion",     "sympathy",
    "theory",      "thought",       "threat",       "tirade",      "trust",          "understanding", "unwillingness",
    "version",     "vision",        "vow",          "warning",     "willingness",    "worry",
};

constexpr std::string_view kHearsay[] = {"allegedly", "purportedly", "reportedly", "reputedly", "supposedly"};

constexpr std::string_view kAttitudeAdjectives[] = {
    "accepting",    "adamant",    "afraid",       "amazed",      "amused",     "angry",     "annoyed",
    "anxious",      "appalled",   "appreciative", "ashamed",     "astonished", "aware",     "baffled",
    "bullish",      "certain",    "comfortable",  "committed",   "concern",    "concerned", "confident",
    "conscious",    "content",    "convinced",    "critical",    "cynical",    "delighted", "determined",
    "disappointed", "dismissive", "dissatisfied", "doubtful",    "dubious",    "eager",     "enthusiastic",
    "envious",      "excited",    "fearful",      "frustrated",  "furious",    "glad",      "grateful",
    "happy",        "hesitant",   "hopeful",      "horrified",   "impatient",  "inclined",  "indifferent",
    "indignant",    "insistent",  "intent",       "interested",  "jealous",    "keen",      "leery",
    "mindful",      "nervous",    "nostalgic",    "offended",    "open",       "opposed",   "optimistic",
    "outraged",     "outspoken",  "pessimistic",  "pleased",     "positive",   "prepared",  "proud",
    "puzzled",      "ready",      "relieved",     "reluctant",   "resentful",  "resigned",  "sad",
    "satisfied",    "scared",     "sceptical",    "shocked",     "skeptical",  "sorry",     "supportive",
    "sure",         "surprised",  "suspicious",   "sympathetic", "thankful",   "thrilled",  "tired",
    "troubled",     "unaware",    "uncertain",    "unconvinced", "undecided",  "uneasy",    "unhappy",
    "unimpressed",  "unsure",     "unwilling",    "upset",       "vocal",      "wary",      "willing",
    "worried",
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
