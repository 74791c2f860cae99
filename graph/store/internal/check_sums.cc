// What is summed up: nodes, names and edges of their evidence, counters, and what is kept of nodes of several names.

#include "graph/store/internal/article_counts.h"
#include "graph/store/internal/check_parts.h"
#include "graph/store/internal/derive.h"
#include "graph/store/internal/merged_sums.h"
#include "graph/store/internal/node_reader.h"
#include "graph/store/internal/resolve.h"

namespace actant::internal {
namespace {

std::string describe_sum(std::string_view key) {
  return "the kept sums of edge " + decode_edge_key(key.substr(kMergedSums.size())).to_string();
}

}  // namespace

void check_derived(GraphCheck& check) {
  ExpectedEntries expected(check.options());
  SortedRuns& derived = expected.runs();
  derive_entries(check.database(), nullptr, derived, &check.snapshot());
  derived.finish();
  for (const Family family :
       {Family::kNodes, Family::kAttributes, Family::kNames, Family::kEdgesOut, Family::kEdgesIn}) {
    check.compare(
        family, *derived.source(family),
        [&](std::string_view) {
          check.result().nodes += family == Family::kNodes ? 1 : 0;
          check.result().edges += family == Family::kEdgesOut ? 1 : 0;
          return true;
        },
        true);
  }
  check.scan(Family::kEdgesOut, [&](std::string_view key, std::string_view) {
    const EdgeKey edge = decode_edge_key(key);
    if (edge.relation == RelationType::kOpen &&
        !check.database().get(Family::kOpenLemmas, open_lemma_key(edge.open), &check.snapshot())) {
      check.problem("sums", GraphCheck::describe(Family::kEdgesOut, key) + ": its lemma is not stored");
    }
  });
}

void check_counters(GraphCheck& check) {
  uint64_t mentions = 0;
  check.scan(Family::kMentions, [&](std::string_view, std::string_view bytes) {
    mentions += parse_value<MentionValue>(bytes, "mentions").count;
  });
  const std::pair<const char*, uint64_t> counters[] = {{kArticlesCounter, check.result().articles},
                                                       {kEvidenceCounter, check.result().evidence},
                                                       {kMentionsCounter, mentions}};
  for (const auto& [name, counted] : counters) {
    const auto bytes = check.database().get(Family::kMeta, name, &check.snapshot());
    const uint64_t stored = bytes ? parse_counter(*bytes) : 0;
    if (stored != counted) {
      check.problem("counters",
                    std::string(name) + " is " + std::to_string(stored) + ", counted " + std::to_string(counted));
    }
  }
}

void check_merged_sums(GraphCheck& check) {
  const auto made_for = check.database().get(Family::kMeta, kMergedSumsGeneration, &check.snapshot());
  if (!made_for || parse_counter(*made_for) != read_generation(check.database(), &check.snapshot())) return;
  if (check.found("duplicates") || check.found("edges_out") || check.found("evidence")) return;
  const OpenLemmas lemmas(check.database());
  const ReadView view(check.database(), lemmas, Resolution::load(check.database(), &check.snapshot()),
                      check.database().get(Family::kMeta, kStories, &check.snapshot()).has_value());
  const auto stored = check.database().iterator(Family::kEdgesOnce, &check.snapshot());
  stored->Seek(slice(kMergedSums));
  const auto extra = [&] {
    check.problem("sums", describe_sum(internal::view(stored->key())) + " are of no edge of several parts");
  };
  for_each_merged_sum(view, [&](std::string_view key, std::string_view value) {
    for (; stored->Valid() && internal::view(stored->key()) < key; stored->Next()) extra();
    const bool found = stored->Valid() && internal::view(stored->key()) == key;
    if (!found) return check.problem("sums", describe_sum(key) + " are missing");
    if (internal::view(stored->value()) != value) {
      check.problem("sums", describe_sum(key) + " are " + GraphCheck::hex(internal::view(stored->value())) +
                                ", expected " + GraphCheck::hex(value));
    }
    stored->Next();
  });
  for (; stored->Valid(); stored->Next()) extra();
  check.database().check_iterator(*stored);
}

void check_article_counts(GraphCheck& check) {
  const OpenLemmas lemmas(check.database());
  const ReadView view(check.database(), lemmas, Resolution::load(check.database(), &check.snapshot()), false);
  const NodeReader reader(view);
  check.scan(Family::kJoins, [&](std::string_view key, std::string_view value) {
    if (!key.starts_with('a')) return;
    const NodeId node = decode_node_key(key.substr(1));
    const auto members = view.resolution->members(node);
    const ArticleCount kept = parse_article_count(value);
    const uint32_t counted = reader.distinct_articles(members);
    if (kept.members == members.size() && kept.articles == counted) return;
    check.problem("joins", "node " + node.to_string() + " has " + std::to_string(kept.articles) +
                               " articles, counted " + std::to_string(counted));
  });
}

}  // namespace actant::internal
