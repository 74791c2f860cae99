#ifndef ACTANT_TESTS_EXTRACT_NN_SMALL_JOINT_MODEL_H_
#define ACTANT_TESTS_EXTRACT_NN_SMALL_JOINT_MODEL_H_

#include <map>
#include <string>
#include <vector>

#include "tests/extract/nn/model_writer.h"

namespace actant {

/// A `joint-sru-1` model of a few units with random weights: right in form, wrong in everything it says.
struct SmallJointModel {
  static constexpr size_t kEmbedding = 6, kShape = 3, kUnits = 5, kBuckets = 50;
  static constexpr size_t kTag = 4, kName = 3, kArc = 7, kRelation = 5;

  ModelWriter writer;
  std::vector<std::string> words = {"<unk>", "iran", "talks", "failed"};
  std::map<std::string, std::vector<float>> values;

  SmallJointModel() {
    writer.header["class"] = "joint-sru-1";
    writer.header["labels"] = {{"upos", {"NOUN", "VERB"}},
                               {"xpos", {"NN", "VBD", "NNP"}},
                               {"lemma", {"l|0|0|", "k|0|1|"}},
                               {"deprel", {"root", "nsubj", "obj", "parataxis"}},
                               {"ner", {"O", "B-PER", "I-PER", "B-MISC", "I-MISC"}}};
    writer.add_vocabulary(words);
    add("word", {words.size(), kEmbedding});
    add("ngram", {kBuckets, kEmbedding});
    add("shape", {13, kShape});
    add("place", {8, kShape});
    add("sru.0.w", {kEmbedding + kShape, 8 * kUnits});
    add("sru.1.w", {2 * kUnits, 6 * kUnits});
    for (const char* layer : {"sru.0", "sru.1"}) {
      add(layer + std::string(".v"), {2, 2, kUnits});
      add(layer + std::string(".b"), {2, 2, kUnits});
    }
    add_layer("tag", 2 * kUnits, kTag);
    add_layer("ner_hidden", 2 * kUnits, kName);
    add_layer("dep", 2 * kUnits, kArc);
    add_layer("head", 2 * kUnits, kArc);
    add_layer("label_dep", 2 * kUnits, kRelation);
    add_layer("label_head", 2 * kUnits, kRelation);
    add_layer("upos", kTag, 2);
    add_layer("xpos", kTag, 3);
    add_layer("lemma", kTag, 2);
    add_layer("ner", kName, 5);
    add_layer("arc", kArc, kArc);
    add("root", {kArc});
    add("label_root", {kRelation});
    add_layer("label", kRelation, 4);
  }

  void add(const std::string& name, const std::vector<uint64_t>& shape) {
    values[name] = writer.add_random(name, shape, 1.0f);
  }
  void add_layer(const std::string& name, uint64_t inputs, uint64_t outputs) {
    add(name + ".w", {inputs, outputs});
    add(name + ".b", {outputs});
  }
};

}  // namespace actant

#endif  // ACTANT_TESTS_EXTRACT_NN_SMALL_JOINT_MODEL_H_
