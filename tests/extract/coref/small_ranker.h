#ifndef ACTANT_TESTS_EXTRACT_COREF_SMALL_RANKER_H_
#define ACTANT_TESTS_EXTRACT_COREF_SMALL_RANKER_H_

#include <array>
#include <cstdint>

#include "extract/coref/coref_ranker.h"
#include "tests/extract/nn/model_writer.h"

namespace actant {

inline constexpr uint32_t kKnownFeature = 7;  // a feature that the small models know

/// Adds one hidden unit and one feature in the role of a pair: hidden 2, linear `linear`.
inline void add_small_ranker(float linear, float being_new, ModelWriter& writer) {
  writer.header["class"] = "coref-ranker-1";
  writer.header["config"]["hidden"] = 1;
  std::array<uint32_t, 2> slots{}, rows{};
  const uint32_t key = coref_key(kKnownFeature, CorefRole::kPair);
  slots[key & 1] = key;
  writer.add("slots", "u32", {2}, slots.data(), sizeof slots);
  writer.add("row_of", "u32", {2}, rows.data(), sizeof rows);
  writer.add_floats("rows", {1, 2}, {2, linear});
  writer.add_floats("out_new", {2}, {1, being_new});
  writer.add_floats("out_pair", {2}, {3, 0.25f});
}

inline ModelWriter small_ranker(float linear, float being_new = 0.5f) {
  ModelWriter writer;
  add_small_ranker(linear, being_new, writer);
  return writer;
}

}  // namespace actant

#endif  // ACTANT_TESTS_EXTRACT_COREF_SMALL_RANKER_H_
