#ifndef ACTANT_TESTS_EXTRACT_NN_SMALL_TRANSFORMER_MODEL_H_
#define ACTANT_TESTS_EXTRACT_NN_SMALL_TRANSFORMER_MODEL_H_

#include <map>
#include <string>
#include <vector>

#include "tests/extract/nn/small_joint_model.h"

namespace actant {

/// The encoder of a `joint-transformer-1` or `coref-context-1` model, of a few units with random weights.
struct SmallEncoderModel {
  static constexpr size_t kWidth = 8, kHeads = 2, kInner = 12, kLayers = 2;

  ModelWriter writer;
  std::vector<std::string> pieces = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "iran", "talk", "##s", "fail", "##ed", "."};
  std::map<std::string, std::vector<float>> values;

  SmallEncoderModel() {
    writer.header["config"] = {{"heads", kHeads}};
    writer.add_vocabulary(pieces);
    add("piece", {pieces.size(), kWidth});
    add("position", {512, kWidth});
    add_norm("norm");
    for (size_t i = 0; i < kLayers; ++i) {
      const std::string name = "layer." + std::to_string(i) + ".";
      add_transposed(name + "three", kWidth, 3 * kWidth);
      add_transposed(name + "out", kWidth, kWidth);
      add_transposed(name + "up", kWidth, kInner);
      add_transposed(name + "down", kInner, kWidth);
      add_norm(name + "attended");
      add_norm(name + "fed");
    }
  }

  void add(const std::string& name, const std::vector<uint64_t>& shape) {
    values[name] = writer.add_random(name, shape, 1.0f);
  }
  void add_layer(const std::string& name, uint64_t inputs, uint64_t outputs) {
    add(name + ".w", {inputs, outputs});
    add(name + ".b", {outputs});
  }
  void add_transposed(const std::string& name, uint64_t inputs, uint64_t outputs) {
    add(name + ".t", {outputs, inputs});
    add(name + ".b", {outputs});
  }
  void add_norm(const std::string& name) {
    add(name + ".w", {kWidth});
    add(name + ".b", {kWidth});
  }
};

/// A `joint-transformer-1` model that goes with SmallJointModel.
struct SmallTransformerModel : SmallEncoderModel {
  static constexpr size_t kInputs = kWidth + SmallJointModel::kEmbedding + SmallJointModel::kShape;

  explicit SmallTransformerModel(double share = 0.5) {
    using Joint = SmallJointModel;
    writer.header["class"] = "joint-transformer-1";
    writer.header["labels"] = Joint().writer.header["labels"];
    writer.header["config"]["share"] = share;
    add("shape", {13, Joint::kShape});
    add("place", {8, Joint::kShape});
    add_layer("tag", kInputs, Joint::kTag);
    add_layer("ner_hidden", kInputs, Joint::kName);
    add_layer("dep", kInputs, Joint::kArc);
    add_layer("head", kInputs, Joint::kArc);
    add_layer("label_dep", kInputs, Joint::kRelation);
    add_layer("label_head", kInputs, Joint::kRelation);
    add_layer("upos", Joint::kTag, 2);
    add_layer("xpos", Joint::kTag, 3);
    add_layer("lemma", Joint::kTag, 2);
    add_layer("ner", Joint::kName, 5);
    add_layer("arc", Joint::kArc, Joint::kArc);
    add("root", {Joint::kArc});
    add("label_root", {Joint::kRelation});
    add_layer("label", Joint::kRelation, 4);
  }
};

}  // namespace actant

#endif  // ACTANT_TESTS_EXTRACT_NN_SMALL_TRANSFORMER_MODEL_H_
