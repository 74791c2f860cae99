#include "extract/relation/qualifier_stage.h"

#include <algorithm>
#include <cmath>

#include "extract/relation/clause_place.h"

namespace actant {
namespace {

// How likely the best candidate has to be: from there on three of four added times, and most added places, are right,
// and articles annotated more strictly lose nothing (tools/train/experiments.md).
constexpr float kLeastTime = 0.8f, kLeastPlace = 0.7f;

bool is_event(const Triple& triple) {
  return triple.predicate != kNone && triple.relation != RelationType::kOpen &&
         triple.relation != RelationType::kStated && !relation_info(triple.relation).fact;
}

// The likeliest candidate, or nullptr where that is none or less likely than `least`.
const QualifierCandidate* best_of(const std::vector<QualifierCandidate>& candidates, float least) {
  const auto best = std::ranges::max_element(candidates, {}, &QualifierCandidate::score);
  if (best == candidates.begin()) return nullptr;
  float all = 0;
  for (const QualifierCandidate& candidate : candidates) all += std::exp(candidate.score - best->score);
  return 1 / all > least ? &*best : nullptr;
}

}  // namespace

void QualifierStage::choose_time(Document& document, Triple& triple) {
  candidates_.times(triple, found_);
  if (const QualifierCandidate* best = best_of(found_, kLeastTime))
    triple.time = document.arena.store(times_.times()[best->index].value.iso());
}

void QualifierStage::choose_place(Triple& triple) {
  candidates_.places(triple, found_);
  if (const QualifierCandidate* best = best_of(found_, kLeastPlace)) triple.place = best->index;
}

void QualifierStage::process(Document& document) {
  if (std::ranges::none_of(document.triples, is_event)) return;
  candidates_.reset(document, times_.times());
  for (Triple& triple : document.triples) {
    if (!is_event(triple)) continue;
    if (triple.time.empty() && !times_.times().empty()) choose_time(document, triple);
    const bool somewhere = triple.relation != RelationType::kVisited && !is_call(document, triple);
    if (triple.place == kNone && somewhere) choose_place(triple);
  }
}

}  // namespace actant
