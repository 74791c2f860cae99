#ifndef ACTANT_GRAPH_STORE_INTERNAL_READ_VIEW_H_
#define ACTANT_GRAPH_STORE_INTERNAL_READ_VIEW_H_

#include <memory>
#include <string_view>

#include "graph/model/error.h"
#include "graph/store/internal/database.h"
#include "graph/store/internal/open_lemmas.h"
#include "graph/store/internal/resolution.h"

namespace actant::internal {

/// The generation of the graph: how often it was changed.
uint64_t read_generation(const Database& database, const Database::Snapshot* snapshot = nullptr);

/// What one read sees: one state of the database with the decisions on who is who.
struct ReadView {
  const Database& database;
  const OpenLemmas& lemmas;
  Database::Snapshot snapshot;
  std::shared_ptr<const Resolution> resolution;
  bool stories = false;    ///< some articles print one story and count once (see duplicates.h)
  bool sums_kept = false;  ///< those of edges of several layer-1 edges can be looked up (see merged_sums.h)

  /// `sums_generation`: the generation that kept sums were made for, as it was read before the decisions; 0: there are
  /// none.
  ReadView(const Database& db, const OpenLemmas& open_lemmas, std::shared_ptr<const Resolution> decisions,
           bool count_stories_once, uint64_t sums_generation = 0)
      : database(db),
        lemmas(open_lemmas),
        snapshot(db.snapshot()),
        resolution(std::move(decisions)),
        stories(count_stories_once),
        sums_kept(sums_generation != 0 && sums_generation == read_generation(db, &snapshot)) {}

  NodeId representative(NodeId raw) const { return resolution->representative(raw); }
};

/// Value::parse with an exception. \throws CorruptData naming the family.
template <typename Value>
Value parse_value(std::string_view bytes, const char* family) {
  Value value;
  if (!value.parse(bytes)) throw CorruptData(std::string("a value of ") + family + " cannot be read");
  return value;
}

/// The value of a counter. \throws CorruptData.
uint64_t parse_counter(std::string_view bytes);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_READ_VIEW_H_
