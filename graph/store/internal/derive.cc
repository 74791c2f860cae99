#include "graph/store/internal/derive.h"

#include "graph/store/internal/coding.h"
#include "graph/store/internal/read_view.h"

namespace actant::internal {
namespace {

class Derivation {
 public:
  Derivation(const Database& database, const KeepArticle& keep, EntrySink& sink, const Database::Snapshot* snapshot)
      : database_(database), keep_(keep), sink_(sink), snapshot_(snapshot) {}

  void nodes() {
    scan(Family::kMentions, [&](std::string_view key, std::string_view bytes) {
      const auto value = parse_value<MentionValue>(bytes, "mentions");
      NodeAggregate one;
      one.mentions = static_cast<int64_t>(value.count);
      one.articles = 1;
      one.dates = {value.published, value.published};
      const NodeId node = decode_mention_key(key).node;
      if (node != node_) end_node();
      node_ = node;
      node_sum_.add(one);
    });
    end_node();
  }

  void attributes() {
    WrittenNames written;
    scan(Family::kContributions, [&](std::string_view key, std::string_view bytes) {
      for (const auto& part : parse_contribution(decode_article_key(key), bytes).nodes) {
        for (const auto& attribute : part.attributes) {
          sink_.merge(Family::kAttributes, attribute_key(part.node, attribute.kind, attribute.text),
                      counter_bytes(attribute.count));
          if (!is_name(attribute.kind) || !written.insert(part.node, attribute.text)) continue;
          for (const std::string& entry : name_entries(part.node, attribute.text)) sink_.put(Family::kNames, entry, "");
        }
      }
    });
  }

  // Evidence stands by edge and article, so both ends are seen in passing.
  void edges() {
    scan(Family::kEvidence, [&](std::string_view key, std::string_view bytes) {
      const EvidenceKey place = decode_evidence_key(key);
      if (place.edge != place_.edge) {
        end_edge();
      } else if (place.article != place_.article) {
        end_article();
      }
      place_ = place;
      evidence_.push_back(parse_value<EvidenceValue>(bytes, "evidence"));
    });
    end_edge();
  }

 private:
  void scan(Family family, const std::function<void(std::string_view, std::string_view)>& visit) {
    database_.scan(
        family, {},
        [&](std::string_view key, std::string_view value) {
          if (!keep_ || keep_(article_of(family, key))) visit(key, value);
          return true;
        },
        snapshot_);
  }

  void end_node() {
    if (node_sum_.articles > 0) sink_.merge(Family::kNodes, node_key(node_), encode(node_sum_));
    node_sum_ = {};
  }

  void end_article() {
    if (!evidence_.empty()) edge_sum_.add(aggregate_of(evidence_, place_.published));
    evidence_.clear();
  }

  void end_edge() {
    end_article();
    if (edge_sum_.articles > 0) {
      const std::string sums = encode(edge_sum_);
      sink_.merge(Family::kEdgesOut, edge_key(place_.edge), sums);
      sink_.merge(Family::kEdgesIn, edge_in_key(place_.edge), sums);
    }
    edge_sum_ = {};
  }

  const Database& database_;
  const KeepArticle& keep_;
  EntrySink& sink_;
  const Database::Snapshot* snapshot_;
  NodeId node_;
  NodeAggregate node_sum_;
  EvidenceKey place_;
  std::vector<EvidenceValue> evidence_;  // of place_.edge in place_.article
  EdgeAggregate edge_sum_;
};

}  // namespace

bool is_primary(Family family) {
  switch (family) {
    case Family::kArticles:
    case Family::kContributions:
    case Family::kMentions:
    case Family::kEvidence:
    case Family::kSentences:
    case Family::kStatements: return true;
    default: return false;
  }
}

ArticleId article_of(Family family, std::string_view key) {
  switch (family) {
    case Family::kMentions:
    case Family::kStatements: return decode_mention_key(key).article;
    case Family::kEvidence: return decode_evidence_key(key).article;
    default: return decode_article_key(key.substr(0, 8));
  }
}

void derive_entries(const Database& database, const KeepArticle& keep, EntrySink& sink,
                    const Database::Snapshot* snapshot) {
  Derivation derivation(database, keep, sink, snapshot);
  derivation.nodes();
  derivation.attributes();
  derivation.edges();
}

}  // namespace actant::internal
