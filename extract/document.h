#ifndef ACTANT_EXTRACT_DOCUMENT_H_
#define ACTANT_EXTRACT_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/string_arena.h"
#include "extract/syntax/labels.h"
#include "graph/model/record.h"

namespace actant {

inline constexpr uint32_t kNone = 0xffffffff;

/// A syntactic word (Universal Dependencies): `don't` is two of them.
struct Token {
  Span span;               ///< bytes of Document::text; the words of a multiword token share or divide its bytes
  std::string_view form;   ///< bytes of Document::text, or of the arena where the word is not written as such
  std::string_view norm;   ///< normalized form, see extract/nn/network.md; in the arena
  std::string_view lemma;  ///< in the arena; empty before tagging
  uint32_t head = kNone;   ///< index in Document::tokens of the governor; kNone for the root of a sentence
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kOther;
  Deprel deprel = Deprel::kDep;
  uint8_t space_after = 0;        ///< 0 nothing, 1 blank, 2 line break, 3 empty line (or more)
  bool multiword_inside = false;  ///< continues the surface token that the previous word began
};

/// A sentence: tokens [first, last). `span` runs from the first byte of its first token to the last of its last one.
struct Sentence {
  uint32_t first = 0;
  uint32_t last = 0;
  Span span;
  bool title = false;  ///< belongs to the headline, not to the body
  uint32_t size() const { return last - first; }
};

enum class Gender : uint8_t { kUnknown, kMale, kFemale, kNeuter };
enum class Number : uint8_t { kUnknown, kSingular, kPlural };

/// A noun phrase that may stand for a node.
struct Mention {
  Span span;  ///< bytes: the minimal noun phrase as gold/GUIDELINES.md defines it (no determiner, no title before a
              ///< name)
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;  ///< tokens [first, last) of `span`
  uint32_t head = 0;             ///< head token
  MentionKind kind = MentionKind::kName;
  EntityType type = EntityType::kTopic;
  Gender gender = Gender::kUnknown;
  Number number = Number::kUnknown;
  bool adjectival =
      false;        ///< `Iranian` in `Iranian officials`, `Iran's` in `Iran's minister`: a name inside a larger phrase
  float score = 1;  ///< probability of span and type
  uint32_t entity = kNone;  ///< index in Document::entities
};

/// A cluster of mentions: one thing of the article.
struct DocumentEntity {
  EntityType type = EntityType::kTopic;
  std::string_view name;           ///< best name; in the arena
  std::vector<uint32_t> mentions;  ///< indices in Document::mentions, by position
  std::string_view country;        ///< ISO 3166-1 alpha-3 of the country acted for (or that it is), or empty
  std::string_view sector;         ///< PLOVER sector or empty
  bool named = false;              ///< has a mention of kind kName
  /// Entities that a plural stands for (`they`, `the two leaders`): what is said of it is said of each of them, and it
  /// is no node itself. Empty for all others.
  std::vector<uint32_t> members;
};

/// The content of a speech act.
struct Statement {
  Span span;                    ///< bytes
  uint32_t speaker = kNone;     ///< entity
  uint32_t cue = kNone;         ///< token of the speech verb or noun
  std::vector<uint32_t> about;  ///< entities named inside
};

/// A noun phrase of a coreference chain, whether it is a Mention or not (`the storm`, `it`), with the span that
/// coreference corpora give it: determiner, possessive mark, complements and relative clause included.
struct ChainMention {
  uint32_t first = 0, last = 0;  ///< tokens [first, last)
  uint32_t head = 0;             ///< token
  uint32_t chain = 0;            ///< equal for those that mean the same thing; from 0, by first mention
  MentionKind kind = MentionKind::kNominal;
};

/// Who says, thinks or wants what, by the syntax alone: also where the source is no node (`some fear that P`, an
/// unresolved `he`).
struct Attribution {
  uint32_t source = kNone;  ///< head token of the source's noun phrase; kNone where none is named (`it is said that P`)
  uint32_t cue = kNone;     ///< token of the verb or noun, or the `according` of `according to`
  Span content;             ///< bytes
  const char* rule = "";    ///< as of a triple
  bool nested = false;      ///< the cue stands in the content of another attribution: `X says [Y thinks P]`
};

/// A triple with its qualifiers. Arguments are indices into Document::entities (object: into statements for kStated).
struct Triple {
  uint32_t subject = kNone;
  RelationType relation = RelationType::kOpen;
  uint32_t object = kNone;
  std::string_view text_object;  ///< also-known-as: the name
  std::string_view open_lemma;   ///< for kOpen
  bool negated = false;
  Modality modality = Modality::kActual;
  uint32_t attributed_to = kNone;  ///< entity
  uint32_t place = kNone;          ///< entity
  std::string_view time;           ///< ISO 8601 or empty; arena
  std::string_view title;          ///< arena
  float confidence = 1;
  float pair_probability = -1;     ///< what the classifier of relations says of it; -1 where it was not asked
  uint32_t predicate = kNone;      ///< token of the predicate
  std::vector<uint32_t> evidence;  ///< sentence indices
  const char* rule = "";           ///< name of the pattern or classifier (static string)
  std::string_view features;       ///< what `confidence` was computed from (extract/relation/confidence.h); arena
  std::vector<Span> open_subject, open_predicate, open_object;  ///< bytes
};

/// The one object handed along the pipeline. Reused for article after article: clear() keeps the memory.
struct Document {
  ArticleInfo info;
  std::string text;   ///< UTF-8, exactly as the input gave it; offsets refer to it
  StringArena arena;  ///< owns the views below
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<uint32_t> child_begin;  ///< [tokens + 1] offsets into `children`
  std::vector<uint32_t> children;     ///< dependents of each token by position
  std::vector<Mention> mentions;      ///< by sentence, then position; those added after the layer kEntities come last
  std::vector<uint32_t>
      mention_at;  ///< [tokens] from kEntities on: see find_mention_by_head() (extract/entity/noun_phrase.h)
  std::vector<DocumentEntity> entities;
  std::vector<Attribution> attributions;  ///< by position of the cue; only where StatementStage is asked for it
  std::vector<Statement> statements;
  std::vector<Triple> triples;
  std::vector<ChainMention> chains;   ///< by first token, the longer first; only where ChainStage runs
  std::vector<std::string> warnings;  ///< what was skipped and why

  void clear();
  /// Fills child_begin and children from the heads.
  void index_children();
  std::string_view text_of(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_DOCUMENT_H_
