#include "extract/relation/speech_lexicon.h"

#include <algorithm>
#include <iterator>

namespace actant {
namespace {

struct Entry {
  std::string_view lemma;
  uint16_t frames;  // sum of SpeechFrame
};

// The tables below are sorted by lemma, for binary search. The words were collected by hand from grammars of English
// reporting verbs; which frames a verb takes follows its use in news text.
constexpr Entry kVerbs[] = {
    {"accuse", 64}, {"acknowledge", 7}, {"add", 3}, {"admit", 7}, {"admonish", 64}, {"advise", 35}, {"advocate", 13},
    {"affirm", 7}, {"agree", 19}, {"allege", 7}, {"announce", 7}, {"apologise", 64}, {"apologize", 64},
    {"appeal", 40}, {"applaud", 64}, {"argue", 11}, {"ask", 42}, {"assert", 7}, {"assure", 3}, {"attest", 1},
    {"aver", 1}, {"avow", 1}, {"beg", 32}, {"begin", 514}, {"believe", 513}, {"berate", 64}, {"beseech", 32},
    {"blame", 64}, {"blast", 64}, {"boast", 19}, {"brag", 19}, {"brand", 128}, {"brief", 1}, {"call", 42},
    {"campaign", 8}, {"castigate", 64}, {"caution", 3}, {"certify", 1}, {"challenge", 32}, {"chant", 3},
    {"characterise", 128}, {"characterize", 128}, {"charge", 65}, {"chide", 64}, {"cite", 7}, {"claim", 39},
    {"clarify", 3}, {"command", 32}, {"commend", 64}, {"comment", 19}, {"complain", 19}, {"concede", 3},
    {"conclude", 3}, {"concur", 3}, {"condemn", 64}, {"confirm", 7}, {"congratulate", 64}, {"consider", 128},
    {"contend", 3}, {"continue", 515}, {"convince", 1}, {"counter", 3}, {"credit", 64}, {"criticise", 64},
    {"criticize", 64}, {"declare", 135}, {"decree", 1}, {"deem", 128}, {"defend", 64}, {"demand", 39},
    {"denounce", 192}, {"deny", 263}, {"depict", 128}, {"deplore", 64}, {"describe", 128}, {"detail", 5},
    {"direct", 32}, {"disclose", 5}, {"dispute", 257}, {"dub", 128}, {"echo", 3}, {"elaborate", 3}, {"emphasise", 7},
    {"emphasize", 7}, {"encourage", 32}, {"estimate", 1}, {"exclaim", 3}, {"exhort", 32}, {"explain", 3},
    {"fault", 64}, {"forecast", 5}, {"guarantee", 1}, {"hail", 192}, {"highlight", 5}, {"hint", 17}, {"implore", 32},
    {"imply", 1}, {"indicate", 1}, {"inform", 3}, {"inquire", 2}, {"insist", 23}, {"instruct", 32}, {"interject", 3},
    {"intimate", 1}, {"invite", 32}, {"joke", 19}, {"label", 128}, {"lambaste", 64}, {"lament", 3}, {"laud", 64},
    {"laugh", 514}, {"lobby", 32}, {"maintain", 3}, {"mention", 7}, {"mutter", 3}, {"narrate", 1}, {"note", 3},
    {"notify", 1}, {"observe", 3}, {"offer", 32}, {"opine", 3}, {"order", 32}, {"outline", 5}, {"plead", 43},
    {"pledge", 39}, {"portray", 128}, {"posit", 1}, {"post", 3}, {"postulate", 1}, {"praise", 64}, {"preach", 1},
    {"predict", 7}, {"press", 40}, {"proclaim", 135}, {"profess", 1}, {"promise", 39}, {"pronounce", 129},
    {"propose", 7}, {"protest", 3}, {"publish", 1}, {"push", 8}, {"question", 2}, {"quip", 3}, {"quote", 3},
    {"read", 3}, {"reaffirm", 7}, {"reason", 1}, {"rebuke", 64}, {"rebut", 257}, {"recall", 7}, {"reckon", 1},
    {"recommend", 39}, {"recount", 7}, {"refute", 257}, {"regard", 128}, {"reiterate", 7}, {"relate", 1},
    {"remark", 3}, {"remind", 35}, {"repeat", 3}, {"reply", 3}, {"report", 23}, {"reprimand", 64}, {"request", 32},
    {"respond", 3}, {"restate", 4}, {"retort", 3}, {"reveal", 7}, {"rule", 1}, {"say", 3}, {"scream", 3},
    {"shout", 3}, {"sigh", 514}, {"signal", 1}, {"slam", 64}, {"speak", 16}, {"specify", 1}, {"speculate", 1},
    {"start", 514}, {"state", 3}, {"stipulate", 1}, {"stress", 7}, {"suggest", 3}, {"surmise", 1}, {"suspect", 64},
    {"swear", 35}, {"talk", 16}, {"tell", 35}, {"testify", 19}, {"thank", 64}, {"threaten", 37}, {"tweet", 3},
    {"underline", 7}, {"underscore", 7}, {"urge", 39}, {"venture", 3}, {"voice", 5}, {"volunteer", 3}, {"vow", 39},
    {"warn", 55}, {"whisper", 3}, {"wonder", 2}, {"write", 3}, {"yell", 3},
};

constexpr Entry kNouns[] = {
    {"accusation", 1}, {"acknowledgement", 1}, {"acknowledgment", 1}, {"admission", 1}, {"allegation", 1},
    {"announcement", 1}, {"appeal", 40}, {"argument", 1}, {"assertion", 1}, {"assurance", 1}, {"call", 40},
    {"claim", 1}, {"comment", 1}, {"complaint", 1}, {"conclusion", 1}, {"confirmation", 1}, {"contention", 1},
    {"declaration", 1}, {"demand", 41}, {"denial", 257}, {"disclosure", 1}, {"estimate", 1}, {"explanation", 1},
    {"forecast", 1}, {"insistence", 1}, {"message", 1}, {"observation", 1}, {"offer", 32}, {"plea", 8},
    {"pledge", 33}, {"prediction", 1}, {"promise", 33}, {"proposal", 33}, {"recommendation", 1}, {"remark", 1},
    {"reply", 1}, {"report", 1}, {"request", 32}, {"response", 1}, {"revelation", 1}, {"statement", 1},
    {"suggestion", 1}, {"testimony", 1}, {"threat", 33}, {"vow", 33}, {"warning", 1},
};

constexpr std::string_view kDocumentNouns[] = {
    "account", "affidavit", "analysis", "article", "audit", "banner", "book", "briefing", "broadcast", "bulletin",
    "caption", "communique", "complaint", "data", "declaration", "dispatch", "document", "e-mail", "editorial",
    "email", "figure", "filing", "finding", "headline", "indictment", "lawsuit", "leaflet", "letter", "memo",
    "memorandum", "message", "note", "paper", "poll", "post", "poster", "readout", "release", "report", "research",
    "resolution", "review", "ruling", "sign", "site", "statement", "story", "study", "suit", "survey", "testimony",
    "text", "transcript", "tweet", "verdict", "video", "warrant", "website",
};

constexpr std::string_view kCarriers[] = {
    "announce", "convey", "deliver", "express", "extend", "file", "give", "issue", "lodge", "make", "offer", "post",
    "present", "provide", "publish", "raise", "reiterate", "relay", "release", "repeat", "send", "voice",
};

constexpr std::string_view kAttitudes[] = {
    "alarm", "anger", "belief", "certainty", "commitment", "concern", "confidence", "conviction", "desire",
    "determination", "disappointment", "dismay", "doubt", "fear", "frustration", "hope", "interest", "opinion",
    "optimism", "outrage", "pessimism", "readiness", "regret", "reservation", "satisfaction", "scepticism", "shock",
    "skepticism", "sorrow", "surprise", "unease", "view", "willingness", "wish", "worry",
};

template <size_t kSize>
uint16_t find(const Entry (&table)[kSize], std::string_view lemma) {
  const auto it = std::lower_bound(std::begin(table), std::end(table), lemma,
                                   [](const Entry& entry, std::string_view word) { return entry.lemma < word; });
  if (it != std::end(table) && it->lemma == lemma) return it->frames;
  // The lemmatizer errs most often by one `e` too many: `adde` of `added`.
  return lemma.size() > 3 && lemma.back() == 'e' ? find(table, lemma.substr(0, lemma.size() - 1)) : 0;
}

template <size_t kSize>
bool contains(const std::string_view (&table)[kSize], std::string_view lemma) {
  return std::binary_search(std::begin(table), std::end(table), lemma);
}

}  // namespace

uint16_t speech_verb(std::string_view lemma) { return find(kVerbs, lemma); }
uint16_t speech_noun(std::string_view lemma) { return find(kNouns, lemma); }
bool is_document_noun(std::string_view lemma) { return contains(kDocumentNouns, lemma); }
bool is_speech_carrier(std::string_view lemma) { return contains(kCarriers, lemma); }
bool is_attitude_noun(std::string_view lemma) { return contains(kAttitudes, lemma); }

}  // namespace actant
