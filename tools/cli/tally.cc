#include "tools/cli/tally.h"

#include <algorithm>

#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

// A run that replaces articles may leave fewer than there were.
uint64_t new_near_duplicates(const Tally& tally, const StoreCounts& counts) {
  return counts.near_duplicates - std::min(counts.near_duplicates, tally.near_duplicates_before);
}

void print_json(const Tally& tally, const StoreCounts& counts, const std::string& directory, Output& out) {
  const auto field = [&](const char* name, uint64_t value) {
    out.write(", \"" + std::string(name) + "\": " + std::to_string(value));
  };
  out.write("{\"graph\": " + json_string(directory));
  field("read", tally.read());
  field("added", tally.added);
  field("unchanged", tally.unchanged);
  field("replaced", tally.replaced);
  out.write(", \"skipped\": {");
  const char* comma = "";
  for (const auto& [reason, number] : tally.skipped) {
    out.write(comma + json_string(reason) + ": " + std::to_string(number));
    comma = ", ";
  }
  out.write("}");
  if (!tally.formats.empty()) out.write(", \"formats\": " + tally.formats);
  field("new_near_duplicates", new_near_duplicates(tally, counts));
  out.write(graph_members(counts) + "}\n");
}

}  // namespace

std::string graph_line(const std::string& directory, const StoreCounts& counts) {
  std::string line = "graph " + directory + ": " + count_of(counts.articles, "article");
  if (counts.near_duplicates > 0) line += " (" + count_of(counts.near_duplicates, "near duplicate") + ")";
  return line + ", " + count_of(counts.nodes, "node") + ", " + count_of(counts.edges, "edge") + ", " +
         count_of(counts.evidence, "piece of evidence", "pieces of evidence") + "\n";
}

std::string graph_members(const StoreCounts& counts) {
  return ", \"articles\": " + std::to_string(counts.articles) +
         ", \"near_duplicates\": " + std::to_string(counts.near_duplicates) +
         ", \"nodes\": " + std::to_string(counts.nodes) + ", \"edges\": " + std::to_string(counts.edges) +
         ", \"evidence\": " + std::to_string(counts.evidence);
}

void Tally::count(AddResult result, uint64_t relations) {
  switch (result) {
    case AddResult::kAdded: ++added; break;
    case AddResult::kUnchanged: ++unchanged; return;
    case AddResult::kReplaced: ++replaced; break;
  }
  triples += relations;
}

uint64_t Tally::skipped_total() const {
  uint64_t total = 0;
  for (const auto& [reason, number] : skipped) total += number;
  return total;
}

void print_tally(const Tally& tally, const StoreCounts& counts, const std::string& directory, bool json, Output& out) {
  if (json) return print_json(tally, counts, directory, out);
  out.write("read " + count_of(tally.read(), "article") + ": " + with_commas(tally.added) + " added, " +
            with_commas(tally.unchanged) + " unchanged, " + with_commas(tally.replaced) + " replaced, " +
            with_commas(tally.skipped_total()) + " skipped\n");
  if (!tally.table.empty()) {
    out.write(tally.table);
  } else {
    for (const auto& [reason, number] : tally.skipped)
      out.write("  skipped " + with_commas(number) + ": " + reason + "\n");
  }
  if (const uint64_t copies = new_near_duplicates(tally, counts); copies > 0) {
    out.write(count_of(copies, "near duplicate") + ": the story of another article, as it was or edited\n");
  }
  if (!tally.changed()) out.write("nothing changed\n");
  out.write(graph_line(directory, counts));
}

}  // namespace actant
