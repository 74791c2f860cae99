#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "extract/entity/noun_phrase.h"
#include "extract/extractor.h"
#include "extract/relation/triple_builder.h"

namespace actant {
namespace {

/// Byte offsets to code point offsets, by a table of every 64th byte.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {
    marks_.reserve(text.size() / kStep + 2);
    uint32_t count = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      if (i % kStep == 0) marks_.push_back(count);
      count += starts(text[i]);
    }
    if (text.size() % kStep == 0) marks_.push_back(count);
  }

  uint32_t at(uint32_t byte) const {
    const size_t from = byte / kStep;
    uint32_t count = marks_[from];
    for (size_t i = from * kStep; i < byte; ++i) count += starts(text_[i]);
    return count;
  }
  Span at(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  static constexpr size_t kStep = 64;
  static uint32_t starts(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }
  std::string_view text_;
  std::vector<uint32_t> marks_;
};

bool is_kept(const Triple& triple, const ExtractOptions& options) {
  return triple.confidence >= options.min_confidence;
}

std::string numbered(char letter, size_t number) {
  std::string id(1, letter);
  id += std::to_string(number);
  return id;
}

/// Builds one record; holds which entities and statements the kept triples need.
class RecordBuilder {
 public:
  RecordBuilder(const Document& document, const ExtractOptions& options, Record& record)
      : document_(document), options_(options), record_(record), points_(document.text) {}

  void build() {
    record_ = Record();
    record_.doc = document_.info;
    record_.text = document_.text;
    collect_used();
    add_entities();
    add_statements();
    for (const Triple& triple : document_.triples) {
      if (is_kept(triple, options_)) add_relation(triple);
    }
    if (options_.chains) add_chains();
  }

 private:
  void use(uint32_t entity, std::vector<bool>& set) {
    if (entity != kNone) set[entity] = true;
  }

  void collect_used() {
    used_.assign(document_.entities.size(), false);
    argument_.assign(document_.entities.size(), false);
    spoken_.assign(document_.statements.size(), false);
    for (const Triple& triple : document_.triples) {
      if (!is_kept(triple, options_)) continue;
      use(triple.subject, argument_);
      if (triple.relation == RelationType::kStated) {
        spoken_[triple.object] = true;
      } else if (triple.relation != RelationType::kAlsoKnownAs) {
        use(triple.object, argument_);
      }
      use(triple.attributed_to, used_);
      use(triple.place, used_);
    }
    for (size_t e = 0; e < used_.size(); ++e) used_[e] = used_[e] || argument_[e];
  }

  // An adjective, demonym or possessive inside a larger phrase is a mention only where the country is an argument.
  bool is_shown(const Mention& mention, uint32_t entity) const {
    return !mention.adjectival || argument_[entity] || used_[entity];
  }

  void add_entities() {
    ids_.assign(document_.entities.size(), {});
    // By first mention, as a reader is through with them: what a phrase is made of comes before it.
    std::vector<std::pair<Span, uint32_t>> order;
    for (uint32_t e = 0; e < document_.entities.size(); ++e) {
      const DocumentEntity& entity = document_.entities[e];
      if (entity.mentions.empty() || (!used_[e] && !entity.named)) continue;
      Span first = document_.mentions[entity.mentions.front()].span;
      for (uint32_t m : entity.mentions) first = std::min(first, document_.mentions[m].span);
      order.emplace_back(first, e);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first.end != b.first.end       ? a.first.end < b.first.end
             : a.first.begin != b.first.begin ? a.first.begin > b.first.begin
                                              : a.second < b.second;
    });
    for (const auto& [span, e] : order) add_entity(e);
  }

  void add_entity(uint32_t e) {
    const DocumentEntity& entity = document_.entities[e];
    RecordEntity out;
    for (uint32_t m : entity.mentions) {
      const Mention& mention = document_.mentions[m];
      if (is_shown(mention, e)) out.mentions.push_back({points_.at(mention.span), mention.kind});
    }
    if (out.mentions.empty()) return;
    std::sort(out.mentions.begin(), out.mentions.end(),
              [](const RecordMention& a, const RecordMention& b) { return a.span < b.span; });
    ids_[e] = numbered('e', record_.entities.size() + 1);
    out.id = ids_[e];
    out.type = entity.type;
    out.name = std::string(entity.name);
    out.actor_country = std::string(entity.country);
    out.sector = std::string(entity.sector);
    record_.entities.push_back(std::move(out));
  }

  void add_statements() {
    statement_ids_.assign(document_.statements.size(), {});
    for (uint32_t s = 0; s < document_.statements.size(); ++s) {
      if (!spoken_[s]) continue;
      RecordStatement out;
      out.id = statement_ids_[s] = numbered('s', record_.statements.size() + 1);
      out.span = points_.at(document_.statements[s].span);
      for (uint32_t e : document_.statements[s].about) {
        if (!ids_[e].empty()) out.about.push_back(ids_[e]);
      }
      record_.statements.push_back(std::move(out));
    }
  }

  std::string id(uint32_t entity) const { return entity == kNone ? std::string() : ids_[entity]; }

  void add_relation(const Triple& triple) {
    RecordRelation out;
    out.subject = id(triple.subject);
    out.type = triple.relation;
    out.open = std::string(triple.open_lemma);
    if (triple.relation == RelationType::kStated)
      out.object = statement_ids_[triple.object];
    else if (triple.relation == RelationType::kAlsoKnownAs)
      out.object = std::string(triple.text_object);
    else
      out.object = id(triple.object);
    if (out.subject.empty() || out.object.empty()) return;
    out.negated = triple.negated;
    out.modality = triple.modality;
    out.attributed_to = id(triple.attributed_to);
    out.time = std::string(triple.time);
    out.place = id(triple.place);
    out.title = std::string(triple.title);
    out.confidence = triple.confidence;
    out.rule = triple.rule;
    out.features = std::string(triple.features);
    for (uint32_t sentence : triple.evidence) out.evidence.push_back(points_.at(document_.sentences[sentence].span));
    for (Span span : triple.open_subject) out.open_subject.push_back(points_.at(span));
    for (Span span : triple.open_predicate) out.open_predicate.push_back(points_.at(span));
    for (Span span : triple.open_object) out.open_object.push_back(points_.at(span));
    record_.relations.push_back(std::move(out));
  }

  // An entity is named where most of the names and descriptions that are entities are that one; chains of pronouns
  // alone
  // (`I`) ask those.
  void add_chains() {
    constexpr uint32_t kWord = 1000;  // votes of a name or description, against one of a pronoun
    std::vector<std::map<uint32_t, uint32_t>> votes;
    std::vector<bool> worded;
    for (const ChainMention& mention : document_.chains) {
      if (mention.chain >= record_.chains.size()) record_.chains.resize(mention.chain + 1);
      votes.resize(record_.chains.size());
      worded.resize(record_.chains.size());
      RecordMention out;
      out.span = points_.at(span_of(document_, {mention.first, mention.last}));
      out.kind = mention.kind;
      record_.chains[mention.chain].mentions.push_back(out);
      const uint32_t entity = find_entity_by_head(document_, mention.head);
      const bool word = mention.kind != MentionKind::kPronoun;
      if (word) worded[mention.chain] = true;
      if (entity != kNone && !ids_[entity].empty()) votes[mention.chain][entity] += word ? kWord : 1;
    }
    for (size_t c = 0; c < votes.size(); ++c) {
      uint32_t most = worded[c] ? kWord - 1 : 0;
      for (const auto& [entity, count] : votes[c]) {
        if (count <= most) continue;
        most = count;
        record_.chains[c].entity = ids_[entity];
      }
    }
  }

  const Document& document_;
  const ExtractOptions& options_;
  Record& record_;
  CodePoints points_;
  std::vector<bool> used_, argument_, spoken_;
  std::vector<std::string> ids_, statement_ids_;
};

}  // namespace

void build_record(const Document& document, const ExtractOptions& options, Record& record) {
  RecordBuilder(document, options, record).build();
}

}  // namespace actant
