#ifndef ACTANT_TESTS_EXTRACT_RELATION_PAIR_FIXTURE_H_
#define ACTANT_TESTS_EXTRACT_RELATION_PAIR_FIXTURE_H_

#include <string>
#include <vector>

#include "extract/nn/joint_network.h"
#include "extract/relation/pair_model.h"
#include "tests/extract/nn/small_joint_model.h"

namespace actant::testing {

/// A `pair-mlp-1` model of two hidden units that says the same of every pair, but for the features that it is told.
struct SmallPairModel {
  static constexpr size_t kHidden = 2;

  ModelWriter writer;
  std::vector<std::string> relations = {"met-with", "attacked"};
  std::vector<uint32_t> keys = {0};
  std::vector<float> rows = {0, 0};
  std::vector<float> bias = {1, 0}, out = {0, 0, 0, 0}, out_bias = {-9, -9};
  std::vector<float> least_to_add = {0.5f, 0.5f}, least_to_keep = {0, 0};

  std::string bytes() {
    writer.header["class"] = "pair-mlp-1";
    writer.header["labels"] = {{"relations", relations}};
    writer.add("keys", "u32", {keys.size()}, keys.data(), 4 * keys.size());
    writer.add_floats("rows", {rows.size() / kHidden, kHidden}, rows);
    const std::vector<float> words(PairModel::kRoles * SmallJointModel::kEmbedding * kHidden, 0.0f);
    writer.add_floats("words", {PairModel::kRoles * SmallJointModel::kEmbedding, kHidden}, words);
    writer.add_floats("bias", {kHidden}, bias);
    writer.add_floats("out.w", {kHidden, relations.size()}, out);
    writer.add_floats("out.b", {relations.size()}, out_bias);
    writer.add_floats("least_to_add", {relations.size()}, least_to_add);
    writer.add_floats("least_to_keep", {relations.size()}, least_to_keep);
    return writer.bytes();
  }

  std::shared_ptr<const PairModel> load() {
    const ModelOnDisk disk(bytes());
    return PairModel::load(disk.path(), SmallJointModel::kEmbedding);
  }
};

}  // namespace actant::testing

#endif  // ACTANT_TESTS_EXTRACT_RELATION_PAIR_FIXTURE_H_
