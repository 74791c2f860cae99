#include "graph/store/check_graph.h"

#include <stdlib.h>

#include <filesystem>
#include <map>
#include <optional>

#include "graph/model/error.h"
#include "graph/store/internal/article_counts.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/derive.h"
#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/identity.h"
#include "graph/store/internal/merged_sums.h"
#include "graph/store/internal/node_reader.h"
#include "graph/store/internal/resolve.h"
#include "graph/store/internal/sorted_runs.h"

namespace actant {

using namespace internal;

namespace {

/// A folder for temporary files that goes with the object.
class Folder {
 public:
  explicit Folder(const std::string& parent) {
    std::string pattern =
        (parent.empty() ? std::filesystem::temp_directory_path().string() : parent) + "/actant-check-XXXXXX";
    if (!mkdtemp(pattern.data())) throw IoError("cannot create a folder for temporary files in '" + parent + "'");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

// How a user would name what a key stands for.
std::string describe(Family family, std::string_view key) {
  switch (family) {
    case Family::kNodes: return "node " + decode_node_key(key).to_string();
    case Family::kAttributes: {
      const AttributeKey attribute = decode_attribute_key(key);
      return "attribute " + std::to_string(static_cast<int>(attribute.kind)) + " '" + attribute.text + "' of node " +
             attribute.node.to_string();
    }
    case Family::kNames: {
      const NameEntry entry = decode_name_entry(key);
      return "name '" + std::string(entry.text) + "' of node " + entry.node.to_string();
    }
    case Family::kMentions:
    case Family::kStatements:
      return "node " + decode_mention_key(key).node.to_string() + " in article " +
             decode_mention_key(key).article.to_string();
    case Family::kEdgesOut:
    case Family::kEdgesOnce: return "edge " + decode_edge_key(key).to_string();
    case Family::kEdgesIn: return "edge " + decode_edge_in_key(key).to_string();
    case Family::kEvidence: return "evidence for edge " + decode_edge_key(key.substr(0, kEdgeKeySize)).to_string();
    default: return "key " + hex(key);
  }
}

class Checker {
 public:
  Checker(const std::string& directory, const std::function<void(const std::string&)>& report,
          const CheckOptions& options)
      : options_(options),
        report_(report),
        database_(directory, StoreOptions{}, true),
        snapshot_(database_.snapshot()) {}

  CheckResult run() {
    guarded("checksums", [&] {
      const rocksdb::Status status = database_.rocks().VerifyChecksum();
      if (!status.ok()) problem("checksums", status.ToString());
    });
    guarded("articles", [&] { check_articles(); });
    guarded("sentences", [&] { check_sentences(); });
    guarded("evidence", [&] { check_contributions(); });
    guarded("sums", [&] { check_derived(); });
    guarded("counters", [&] { check_counters(); });
    guarded("decisions", [&] { check_decisions(); });
    for (const auto& [kind, count] : counts_) {
      if (count > options_.most_problems) {
        report_(kind + ": " + std::to_string(count - options_.most_problems) + " further problems of this kind");
      }
    }
    return result_;
  }

 private:
  // Bytes that cannot be read are a problem like others, and end one part of the check.
  template <typename Part>
  void guarded(const std::string& kind, const Part& part) {
    try {
      part();
    } catch (const CorruptData& error) {
      problem(kind, error.what());
    }
  }

  void problem(const std::string& kind, const std::string& text) {
    ++result_.problems;
    if (++counts_[kind] <= options_.most_problems) report_(kind + ": " + text);
  }

  void scan(Family family, const std::function<void(std::string_view, std::string_view)>& visit) {
    database_.scan(
        family, {},
        [&](std::string_view key, std::string_view value) {
          ++result_.entries;
          visit(key, value);
          return true;
        },
        &snapshot_);
  }

  void check_articles() {
    scan(Family::kArticles, [&](std::string_view key, std::string_view bytes) {
      const auto value = parse_value<ArticleValue>(bytes, "articles");
      const ArticleId id = decode_article_key(key);
      ++result_.articles;
      if (ArticleId::of(value.info.id) != id)
        problem("articles", "article " + id.to_string() + " has the id '" + value.info.id + "' of another");
      if (!database_.get(Family::kContributions, key, &snapshot_)) {
        problem("articles", "article '" + value.info.id + "' has no contribution");
      }
    });
  }

  // Every article has as many sentences as its contribution counts; each belongs to one.
  void check_sentences() {
    const auto contributions = database_.iterator(Family::kContributions, &snapshot_);
    contributions->SeekToFirst();
    std::string article;
    uint64_t found = 0;
    const auto end_article = [&] {
      // Articles without sentences in between.
      for (; contributions->Valid() && view(contributions->key()) <= article; contributions->Next()) {
        const bool own = view(contributions->key()) == article;
        check_sentence_count(view(contributions->key()), view(contributions->value()), own ? found : 0);
      }
    };
    scan(Family::kSentences, [&](std::string_view key, std::string_view) {
      if (key.size() != 12)
        throw CorruptData("a key of sentences has " + std::to_string(key.size()) + " bytes, expected 12");
      if (key.substr(0, 8) != article) {
        if (found > 0) end_article();
        article = key.substr(0, 8);
        found = 0;
        if (!database_.get(Family::kArticles, article, &snapshot_)) {
          problem("sentences",
                  "a sentence of article " + decode_article_key(article).to_string() + ", which is not stored");
        }
      }
      ++found;
    });
    if (found > 0) end_article();
    article.assign(9, '\xff');
    end_article();
    database_.check_iterator(*contributions);
  }

  void check_sentence_count(std::string_view key, std::string_view bytes, uint64_t found) {
    const auto expected = parse_contribution(decode_article_key(key), bytes).sentence_count;
    if (!expected || *expected == found) return;
    problem("sentences", "article " + decode_article_key(key).to_string() + " has " + std::to_string(found) +
                             " sentences, expected " + std::to_string(*expected));
  }

  // Every article has the mentions and the evidence that its contribution lists, and there are no others.
  void check_contributions() {
    Folder folder(options_.temporary_directory);
    SortedRuns listed(folder.path(), options_.memory_bytes);
    scan(Family::kContributions, [&](std::string_view key, std::string_view bytes) {
      const auto article = database_.get(Family::kArticles, key, &snapshot_);
      if (!article)
        return problem("articles",
                       "a contribution of article " + decode_article_key(key).to_string() + ", which is not stored");
      Contribution contribution = parse_contribution(decode_article_key(key), bytes);
      contribution.value = parse_value<ArticleValue>(*article, "articles");
      if (contribution.value.relations != contribution.edges.size()) {
        problem("articles",
                "article '" + contribution.value.info.id + "' has another number of edges than its contribution");
      }
      const PackedDate published = contribution.published();
      for (const auto& part : contribution.nodes) {
        listed.put(Family::kMentions, mention_key(part.node, contribution.article),
                   encode(MentionValue{part.mentions, published}));
        if (part.node.type() == EntityType::kStatement) {
          listed.put(Family::kStatements, mention_key(part.node, contribution.article), "");
        }
      }
      for (const auto& part : contribution.edges) {
        listed.put(Family::kEvidence, evidence_key(part.key, published, contribution.article, 0), "");
      }
    });
    listed.finish();
    compare(Family::kMentions, *listed.source(Family::kMentions), [](std::string_view) { return true; }, true);
    compare(Family::kStatements, *listed.source(Family::kStatements), [](std::string_view) { return true; }, false);
    scan(Family::kStatements,
         [](std::string_view, std::string_view bytes) { parse_value<StatementValue>(bytes, "statements"); });
    // A contribution lists edges; the pieces of evidence of one are numbered from 0 without a gap.
    compare(
        Family::kEvidence, *listed.source(Family::kEvidence), [&](std::string_view key) { return is_first(key); },
        false);
  }

  bool is_first(std::string_view key) {
    const EvidenceKey place = decode_evidence_key(key);
    ++result_.evidence;
    const std::string_view prefix = key.substr(0, key.size() - 2);
    const uint32_t expected = prefix == last_evidence_ ? next_ordinal_ : 0;
    if (place.ordinal != expected)
      problem("evidence", describe(Family::kEvidence, key) + ": piece " + std::to_string(place.ordinal) + " found, " +
                              std::to_string(expected) + " expected");
    last_evidence_ = prefix;
    next_ordinal_ = place.ordinal + 1u;
    return place.ordinal == 0;
  }

  void check_derived() {
    Folder folder(options_.temporary_directory);
    SortedRuns derived(folder.path(), options_.memory_bytes);
    derive_entries(database_, nullptr, derived, &snapshot_);
    derived.finish();
    for (const Family family :
         {Family::kNodes, Family::kAttributes, Family::kNames, Family::kEdgesOut, Family::kEdgesIn}) {
      compare(
          family, *derived.source(family),
          [&](std::string_view) {
            result_.nodes += family == Family::kNodes ? 1 : 0;
            result_.edges += family == Family::kEdgesOut ? 1 : 0;
            return true;
          },
          true);
    }
    scan(Family::kEdgesOut, [&](std::string_view key, std::string_view) {
      const EdgeKey edge = decode_edge_key(key);
      if (edge.relation == RelationType::kOpen &&
          !database_.get(Family::kOpenLemmas, open_lemma_key(edge.open), &snapshot_)) {
        problem("sums", describe(Family::kEdgesOut, key) + ": its lemma is not stored");
      }
    });
  }

  // Walks over a family and over what it should hold.
  void compare(Family family, EntrySource& expected, const std::function<bool(std::string_view)>& takes_part,
               bool values) {
    const std::string kind(database_.name(family));
    scan(family, [&](std::string_view key, std::string_view value) {
      if (!takes_part(key)) return;
      for (; expected.valid() && expected.key() < key; expected.next()) {
        problem(kind, describe(family, expected.key()) + " is missing");
      }
      if (!expected.valid() || expected.key() != key)
        return problem(kind, describe(family, key) + " has no article behind it");
      const bool unknown = family == Family::kEdgesIn && value.empty();  // of a graph of version 2
      if (values && !unknown && expected.value() != value) {
        problem(kind, describe(family, key) + " is " + hex(value) + ", expected " + hex(expected.value()));
      }
      expected.next();
    });
    for (; expected.valid(); expected.next()) problem(kind, describe(family, expected.key()) + " is missing");
  }

  void check_counters() {
    uint64_t mentions = 0;
    scan(Family::kMentions, [&](std::string_view, std::string_view bytes) {
      mentions += parse_value<MentionValue>(bytes, "mentions").count;
    });
    const std::pair<const char*, uint64_t> counters[] = {
        {kArticlesCounter, result_.articles}, {kEvidenceCounter, result_.evidence}, {kMentionsCounter, mentions}};
    for (const auto& [name, counted] : counters) {
      const auto bytes = database_.get(Family::kMeta, name, &snapshot_);
      const uint64_t stored = bytes ? parse_counter(*bytes) : 0;
      if (stored != counted) {
        problem("counters",
                std::string(name) + " is " + std::to_string(stored) + ", counted " + std::to_string(counted));
      }
    }
  }

  // The members of a node, as they are looked up, are those that have it as their representative.
  void check_members() {
    if (!internal::has_members(database_)) return;
    uint64_t represented = 0, members = 0;
    scan(Family::kResolution, [&](std::string_view, std::string_view) { ++represented; });
    scan(Family::kJoins, [&](std::string_view key, std::string_view) {
      if (!key.starts_with('m') || key.size() != 17) return;
      ++members;
      if (database_.get(Family::kResolution, key.substr(9), &snapshot_) != std::string(key.substr(1, 8))) {
        problem("decisions", "node " + decode_node_key(key.substr(9)).to_string() +
                                 " is a member of a node that does not represent it");
      }
    });
    if (represented != members) {
      problem("decisions",
              std::to_string(represented) + " nodes are represented, " + std::to_string(members) + " are members");
    }
  }

  // Decisions are made by resolve(): until it ran again they may speak of what is gone.
  void check_decisions() {
    StoreCounts counts;
    if (!read_resolved_counts(database_, counts)) return;
    scan(Family::kResolution, [&](std::string_view key, std::string_view value) {
      for (const std::string_view node : {key, value}) {
        if (!database_.get(Family::kNodes, node, &snapshot_)) {
          problem("decisions", "node " + decode_node_key(node).to_string() + " is decided on and does not exist");
        }
      }
      if (database_.get(Family::kResolution, value, &snapshot_)) {
        problem("decisions",
                "node " + decode_node_key(value).to_string() + " represents others and is represented itself");
      }
    });
    check_members();
    check_duplicates();
    check_joins();
    check_article_counts();
    check_merged_sums();
  }

  // The articles of one story and the sums that count each story once follow from the articles.
  void check_duplicates() {
    const auto duplicates = find_duplicates(database_);
    auto expected = duplicates.begin();
    const auto missing = [&](const auto& link) {
      problem("duplicates", "article " + link.first.to_string() + " prints the story of " + link.second.to_string() +
                                " and is not linked to it");
    };
    scan(Family::kDuplicates, [&](std::string_view key, std::string_view value) {
      const std::pair link(decode_article_key(key), decode_article_key(value));
      for (; expected != duplicates.end() && expected->first < link.first; ++expected) missing(*expected);
      if (expected == duplicates.end() || *expected != link) {
        problem("duplicates", "article " + link.first.to_string() + " is linked to " + link.second.to_string() +
                                  ", whose story it does not print");
      }
      if (expected != duplicates.end() && expected->first == link.first) ++expected;
    });
    for (; expected != duplicates.end(); ++expected) missing(*expected);
    if (counts_.contains("duplicates")) return;  // the sums are made from the links
    Folder folder(options_.temporary_directory);
    SortedRuns once(folder.path(), options_.memory_bytes);
    const OpenLemmas lemmas(database_);
    if (!database_.get(Family::kMeta, kCountDuplicates, &snapshot_)) {
      for_each_counted_once(
          ReadView(database_, lemmas, nullptr, true), duplicates,
          [&](std::string_view key, std::string_view value) { once.put(Family::kEdgesOnce, key, value); });
    }
    once.finish();
    compare(
        Family::kEdgesOnce, *once.source(Family::kEdgesOnce),
        [](std::string_view key) { return key.size() == kEdgeKeySize; }, true);
  }

  // What persons decided, the watch lists, and why nodes are one can be read.
  void check_joins() {
    scan(Family::kDecisions, [&](std::string_view key, std::string_view value) {
      if (key.starts_with('k')) {
        parse_known_entry(key, value);
      } else {
        parse_decision_entry(key, value);
      }
    });
    scan(Family::kJoins, [&](std::string_view key, std::string_view value) {
      if (!key.starts_with('s') && !key.starts_with('w')) return;
      const bool link = key.starts_with('w');
      if (!link) parse_step_entry(key, value);
      for (size_t at = 1; at < key.size(); at += 8) {
        if (database_.get(Family::kNodes, key.substr(at, 8), &snapshot_)) continue;
        problem("joins", "node " + decode_node_key(key.substr(at, 8)).to_string() +
                             (link ? " is linked to a watch list" : " was joined with another") +
                             " and does not exist");
      }
      if (link && !database_.get(Family::kDecisions, known_key(value), &snapshot_)) {
        problem("joins", "node " + decode_node_key(key.substr(1)).to_string() + " is '" + std::string(value) +
                             "' of a watch list, which has no such entity");
      }
    });
  }

  // The kept sums of edges of several layer-1 edges are what counting gives. Of a graph made before they were kept
  // there are none.
  void check_merged_sums() {
    const auto made_for = database_.get(Family::kMeta, kMergedSumsGeneration, &snapshot_);
    if (!made_for || parse_counter(*made_for) != read_generation(database_, &snapshot_)) return;
    if (counts_.contains("duplicates") || counts_.contains("edges_out") || counts_.contains("evidence")) return;
    const OpenLemmas lemmas(database_);
    const ReadView view(database_, lemmas, Resolution::load(database_, &snapshot_),
                        database_.get(Family::kMeta, kStories, &snapshot_).has_value());
    const auto stored = database_.iterator(Family::kEdgesOnce, &snapshot_);
    stored->Seek(slice(kMergedSums));
    const auto extra = [&] {
      problem("sums", describe_sum(internal::view(stored->key())) + " are of no edge of several parts");
    };
    for_each_merged_sum(view, [&](std::string_view key, std::string_view value) {
      for (; stored->Valid() && internal::view(stored->key()) < key; stored->Next()) extra();
      const bool found = stored->Valid() && internal::view(stored->key()) == key;
      if (!found) return problem("sums", describe_sum(key) + " are missing");
      if (internal::view(stored->value()) != value) {
        problem("sums",
                describe_sum(key) + " are " + hex(internal::view(stored->value())) + ", expected " + hex(value));
      }
      stored->Next();
    });
    for (; stored->Valid(); stored->Next()) extra();
    database_.check_iterator(*stored);
  }

  static std::string describe_sum(std::string_view key) {
    return "the kept sums of edge " + decode_edge_key(key.substr(kMergedSums.size())).to_string();
  }

  // The kept numbers of articles are what counting gives.
  void check_article_counts() {
    const OpenLemmas lemmas(database_);
    const ReadView view(database_, lemmas, Resolution::load(database_, &snapshot_), false);
    const NodeReader reader(view);
    scan(Family::kJoins, [&](std::string_view key, std::string_view value) {
      if (!key.starts_with('a')) return;
      const NodeId node = decode_node_key(key.substr(1));
      const auto members = view.resolution->members(node);
      const ArticleCount kept = parse_article_count(value);
      const uint32_t counted = reader.distinct_articles(members);
      if (kept.members == members.size() && kept.articles == counted) return;
      problem("joins", "node " + node.to_string() + " has " + std::to_string(kept.articles) + " articles, counted " +
                           std::to_string(counted));
    });
  }

  CheckOptions options_;
  const std::function<void(const std::string&)>& report_;
  Database database_;
  Database::Snapshot snapshot_;
  CheckResult result_;
  std::map<std::string, uint64_t> counts_;  // problems of each kind
  std::string last_evidence_;
  uint32_t next_ordinal_ = 0;
};

}  // namespace

CheckResult check_graph(const std::string& directory, const std::function<void(const std::string&)>& report,
                        const CheckOptions& options) {
  try {
    return Checker(directory, report, options).run();
  } catch (const CorruptData& error) {  // nothing can be read at all
    report(std::string("checksums: ") + error.what());
    CheckResult result;
    result.problems = 1;
    return result;
  }
}

}  // namespace actant
