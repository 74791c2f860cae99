// Record -> Contribution.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "graph/merge/name_key.h"
#include "graph/merge/record_identity.h"
#include "graph/merge/text_signature.h"
#include "graph/model/error.h"
#include "graph/model/record_io.h"
#include "graph/store/internal/contribution.h"

namespace actant::internal {
namespace {

constexpr size_t kMaxName = 200;  // bytes of a name that is kept

/// Substrings of a text by code points.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {
    for (size_t byte = 0, point = 0; byte < text.size(); ++byte) {
      if ((static_cast<unsigned char>(text[byte]) & 0xc0) == 0x80) continue;
      if (point++ % kStep == 0) marks_.push_back(byte);
    }
  }

  std::string_view text_of(Span span) const {
    const size_t begin = byte_of(span.begin);
    return text_.substr(begin, byte_of(span.end) - begin);
  }

 private:
  static constexpr size_t kStep = 32;

  size_t byte_of(size_t point) const {
    if (point / kStep >= marks_.size()) return text_.size();
    size_t byte = marks_[point / kStep];
    for (size_t left = point % kStep; byte < text_.size(); ++byte) {
      if ((static_cast<unsigned char>(text_[byte]) & 0xc0) == 0x80) continue;
      if (left-- == 0) break;
    }
    return byte;
  }

  std::string_view text_;
  std::vector<size_t> marks_;  // byte of every kStep-th code point
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// White space collapsed, a final possessive dropped, cut to kMaxName bytes at a character.
std::string clean_name(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (const std::string_view possessive : {"'s", "\xe2\x80\x99s"}) {
    if (out.size() > possessive.size() && out.ends_with(possessive)) out.resize(out.size() - possessive.size());
  }
  if (out.size() > kMaxName) {
    size_t end = kMaxName;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;
    out.resize(end);
  }
  return out;
}

class Builder {
 public:
  explicit Builder(const Record& record) : record_(record), points_(record.text) {}

  Contribution build(uint64_t fingerprint, uint64_t model) {
    if (record_.doc.id.empty()) throw InvalidArgument("the record has no doc.id");
    result_.article = ArticleId::of(record_.doc.id);
    result_.value.info = record_.doc;
    result_.value.extra = record_.extra;
    result_.value.fingerprint = fingerprint;
    std::string json;
    append_record(record_, json);
    result_.value.content = stable_hash(json);
    result_.value.model = model;
    result_.value.signature = text_signature(record_.text);
    add_entities();
    for (const RecordStatement& statement : record_.statements) add_statement(statement);
    for (const RecordRelation& relation : record_.relations) add_relation(relation);
    finish();
    return std::move(result_);
  }

 private:
  struct Argument {
    NodeId node;
    const RecordEntity* entity = nullptr;  // for the mention inside the sentence
    const RecordStatement* statement = nullptr;
  };

  void count(NodeId node, AttributeKind kind, std::string text, uint64_t times) {
    if (!text.empty() && times > 0) nodes_[node].attributes[{kind, std::move(text)}] += times;
  }

  void add_entities() {
    std::vector<std::string> names;
    for (const RecordEntity& entity : record_.entities) names.push_back(clean_name(entity.name));
    const std::vector<RecordIdentity> identities = identify_entities(record_, names);
    for (size_t i = 0; i < names.size(); ++i) add_entity(record_.entities[i], names[i], identities[i]);
  }

  void add_entity(const RecordEntity& entity, const std::string& name, const RecordIdentity& identity) {
    const NodeId node = identity.node;
    arguments_[entity.id] = {node, &entity, nullptr};
    nodes_[node].mentions += std::max<size_t>(entity.mentions.size(), 1);
    if (!identity.linked) count(node, AttributeKind::kCanonical, name, 1);
    count(node, AttributeKind::kCountry, entity.actor_country, 1);
    count(node, AttributeKind::kSector, entity.sector, 1);
    uint64_t unread = 0;  // names whose text is not known
    for (const RecordMention& mention : entity.mentions) {
      if (mention.kind != MentionKind::kName) continue;
      std::string alias = clean_name(points_.text_of(mention.span));
      if (alias.empty()) {
        ++unread;
      } else {
        count(node, AttributeKind::kAlias, std::move(alias), 1);
      }
    }
    count(node, AttributeKind::kAlias, name, entity.mentions.empty() ? 1 : unread);
  }

  void add_statement(const RecordStatement& statement) {
    StatementValue value;
    value.span = statement.span;
    value.text = points_.text_of(statement.span);
    // The same words are the same statement, whoever prints them; without the words its place is all there is.
    std::string identity = fold_name(value.text);
    if (identity.empty()) {
      identity =
          result_.article.to_string() + ' ' + std::to_string(value.span.begin) + ' ' + std::to_string(value.span.end);
    }
    const NodeId node = NodeId::make(EntityType::kStatement, stable_hash(identity));
    for (const std::string& id : statement.about) {
      if (const auto it = arguments_.find(id); it != arguments_.end()) value.about.push_back(it->second.node);
    }
    std::sort(value.about.begin(), value.about.end());
    value.about.erase(std::unique(value.about.begin(), value.about.end()), value.about.end());
    arguments_[statement.id] = {node, nullptr, &statement};
    if (nodes_[node].mentions++ == 0) result_.statements.emplace_back(node, std::move(value));
  }

  const Argument& argument(const std::string& id) const {
    const auto it = arguments_.find(id);
    if (it == arguments_.end()) {
      throw InvalidArgument("a relation of article '" + record_.doc.id + "' names '" + id +
                            "', which is no entity of it");
    }
    return it->second;
  }

  // The object of also-known-as is a topic named by the alias.
  Argument alias_argument(NodeId subject, const std::string& text) {
    const std::string name = clean_name(text);
    EntityIdentity identity;
    identity.name = name;
    const NodeId node = layer1_node(identity);
    nodes_[node].mentions += 1;
    count(node, AttributeKind::kCanonical, name, 1);
    count(subject, AttributeKind::kOtherName, name, 1);
    return {node, nullptr, nullptr};
  }

  // A mention of the argument inside the sentence, a name before a description before a pronoun.
  static Span mention_in(const Argument& argument, Span sentence) {
    if (argument.statement) return argument.statement->span;
    const RecordMention* best = nullptr;
    if (argument.entity) {
      for (const RecordMention& mention : argument.entity->mentions) {
        if (sentence.contains(mention.span) && (!best || mention.kind < best->kind)) best = &mention;
      }
    }
    return best ? best->span : Span{};
  }

  void add_relation(const RecordRelation& relation) {
    Argument subject = argument(relation.subject);
    Argument object = relation.type == RelationType::kAlsoKnownAs ? alias_argument(subject.node, relation.object)
                                                                  : argument(relation.object);
    if (subject.node == object.node) return;  // nothing is told by an edge from a node to itself
    if (relation.type == RelationType::kHoldsPosition && !relation.negated) {
      count(subject.node, AttributeKind::kTitle, clean_name(relation.title),
            std::max<size_t>(relation.evidence.size(), 1));
    }
    if (relation_info(relation.type).symmetric && object.node < subject.node) std::swap(subject, object);
    EdgeKey key;
    key.subject = subject.node;
    key.relation = relation.type;
    key.object = object.node;
    key.negated = relation.negated;
    key.modality = relation.modality;
    if (relation.type == RelationType::kOpen) key.open = open_lemma(relation.open);
    EvidenceValue value;
    value.confidence = static_cast<uint16_t>(std::lround(std::clamp(relation.confidence, 0.0, 1.0) * 1e4));
    value.time = relation.time;
    value.title = clean_name(relation.title);
    if (!relation.attributed_to.empty()) value.attributed_to = argument(relation.attributed_to).node;
    if (!relation.place.empty()) value.place = argument(relation.place).node;
    std::vector<EvidenceValue>& evidence = edges_[key];
    if (relation.evidence.empty()) add_evidence(evidence, value);
    for (const Span sentence : relation.evidence) {
      value.sentence = sentence;
      value.subject = mention_in(subject, sentence);
      value.object = mention_in(object, sentence);
      add_evidence(evidence, value);
      keep_sentence(sentence);
    }
  }

  uint64_t open_lemma(const std::string& lemma) {
    result_.lemmas.push_back(lemma);
    return open_lemma_id(lemma);
  }

  // The same sentence said to show the same thing twice counts once.
  static void add_evidence(std::vector<EvidenceValue>& list, const EvidenceValue& value) {
    for (EvidenceValue& other : list) {
      if (other.sentence == value.sentence && other.time == value.time && other.title == value.title &&
          other.attributed_to == value.attributed_to) {
        other.confidence = std::max(other.confidence, value.confidence);
        return;
      }
    }
    if (list.size() < 0xffff) list.push_back(value);
  }

  void keep_sentence(Span sentence) {
    const std::string_view text = points_.text_of(sentence);
    std::string& kept = result_.sentences[sentence.begin];
    if (kept.size() < text.size()) kept = text;
  }

  void finish() {
    for (auto& [node, part] : nodes_) {
      Contribution::NodePart& out = result_.nodes.emplace_back();
      out.node = node;
      out.mentions = part.mentions;
      for (auto& [key, times] : part.attributes) out.attributes.push_back({key.first, key.second, times});
    }
    for (auto& [key, evidence] : edges_) result_.edges.push_back({key, std::move(evidence)});
    std::erase_if(result_.sentences, [](const auto& entry) { return entry.second.empty(); });
    std::sort(result_.lemmas.begin(), result_.lemmas.end());
    result_.lemmas.erase(std::unique(result_.lemmas.begin(), result_.lemmas.end()), result_.lemmas.end());
    result_.value.relations = static_cast<uint32_t>(result_.edges.size());
  }

  struct NodeParts {
    uint64_t mentions = 0;
    std::map<std::pair<AttributeKind, std::string>, uint64_t> attributes;
  };

  const Record& record_;
  CodePoints points_;
  std::unordered_map<std::string, Argument> arguments_;
  std::map<NodeId, NodeParts> nodes_;
  std::map<EdgeKey, std::vector<EvidenceValue>> edges_;
  Contribution result_;
};

}  // namespace

Contribution make_contribution(const Record& record, uint64_t fingerprint, uint64_t model) {
  return Builder(record).build(fingerprint, model);
}

}  // namespace actant::internal
