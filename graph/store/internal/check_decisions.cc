// Who is who and what follows from it.

#include "graph/store/internal/check_parts.h"
#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/identity.h"
#include "graph/store/internal/resolve.h"

namespace actant::internal {
namespace {

// The members of a node, as they are looked up, are those that have it as their representative.
void check_members(GraphCheck& check) {
  if (!internal::has_members(check.database())) return;
  uint64_t represented = 0, members = 0;
  check.scan(Family::kResolution, [&](std::string_view, std::string_view) { ++represented; });
  check.scan(Family::kJoins, [&](std::string_view key, std::string_view) {
    if (!key.starts_with('m') || key.size() != 17) return;
    ++members;
    if (check.database().get(Family::kResolution, key.substr(9), &check.snapshot()) != std::string(key.substr(1, 8))) {
      check.problem("decisions", "node " + decode_node_key(key.substr(9)).to_string() +
                                     " is a member of a node that does not represent it");
    }
  });
  if (represented != members) {
    check.problem("decisions",
                  std::to_string(represented) + " nodes are represented, " + std::to_string(members) + " are members");
  }
}

// The articles of one story and the sums that count each story once follow from the articles.
void check_duplicates(GraphCheck& check) {
  const auto duplicates = find_duplicates(check.database());
  auto expected = duplicates.begin();
  const auto missing = [&](const auto& link) {
    check.problem("duplicates", "article " + link.first.to_string() + " prints the story of " +
                                    link.second.to_string() + " and is not linked to it");
  };
  check.scan(Family::kDuplicates, [&](std::string_view key, std::string_view value) {
    const std::pair link(decode_article_key(key), decode_article_key(value));
    for (; expected != duplicates.end() && expected->first < link.first; ++expected) missing(*expected);
    if (expected == duplicates.end() || *expected != link) {
      check.problem("duplicates", "article " + link.first.to_string() + " is linked to " + link.second.to_string() +
                                      ", whose story it does not print");
    }
    if (expected != duplicates.end() && expected->first == link.first) ++expected;
  });
  for (; expected != duplicates.end(); ++expected) missing(*expected);
  if (check.found("duplicates")) return;  // the sums are made from the links
  ExpectedEntries expected_sums(check.options());
  SortedRuns& once = expected_sums.runs();
  const OpenLemmas lemmas(check.database());
  if (!check.database().get(Family::kMeta, kCountDuplicates, &check.snapshot())) {
    for_each_counted_once(
        ReadView(check.database(), lemmas, nullptr, true), duplicates,
        [&](std::string_view key, std::string_view value) { once.put(Family::kEdgesOnce, key, value); });
  }
  once.finish();
  check.compare(
      Family::kEdgesOnce, *once.source(Family::kEdgesOnce),
      [](std::string_view key) { return key.size() == kEdgeKeySize; }, true);
}

// What persons decided, the watch lists, and why nodes are one can be read.
void check_joins(GraphCheck& check) {
  check.scan(Family::kDecisions, [&](std::string_view key, std::string_view value) {
    if (key.starts_with('k')) {
      parse_known_entry(key, value);
    } else {
      parse_decision_entry(key, value);
    }
  });
  check.scan(Family::kJoins, [&](std::string_view key, std::string_view value) {
    if (!key.starts_with('s') && !key.starts_with('w')) return;
    const bool link = key.starts_with('w');
    if (!link) parse_step_entry(key, value);
    for (size_t at = 1; at < key.size(); at += 8) {
      if (check.database().get(Family::kNodes, key.substr(at, 8), &check.snapshot())) continue;
      check.problem("joins", "node " + decode_node_key(key.substr(at, 8)).to_string() +
                                 (link ? " is linked to a watch list" : " was joined with another") +
                                 " and does not exist");
    }
    if (link && !check.database().get(Family::kDecisions, known_key(value), &check.snapshot())) {
      check.problem("joins", "node " + decode_node_key(key.substr(1)).to_string() + " is '" + std::string(value) +
                                 "' of a watch list, which has no such entity");
    }
  });
}

}  // namespace

void check_decisions(GraphCheck& check) {
  StoreCounts counts;
  if (!read_resolved_counts(check.database(), counts)) return;
  check.scan(Family::kResolution, [&](std::string_view key, std::string_view value) {
    for (const std::string_view node : {key, value}) {
      if (!check.database().get(Family::kNodes, node, &check.snapshot())) {
        check.problem("decisions", "node " + decode_node_key(node).to_string() + " is decided on and does not exist");
      }
    }
    if (check.database().get(Family::kResolution, value, &check.snapshot())) {
      check.problem("decisions",
                    "node " + decode_node_key(value).to_string() + " represents others and is represented itself");
    }
  });
  check_members(check);
  check_duplicates(check);
  check_joins(check);
  check_article_counts(check);
  check_merged_sums(check);
}

}  // namespace actant::internal
