#include "extract/nn/joint_heads.h"

#include <algorithm>

namespace actant {
namespace {

/// Layers that read the same input, side by side in one matrix.
class SideBySide {
 public:
  SideBySide(const ModelFile& file, size_t depth, size_t columns, const KernelSet& kernels)
      : file_(file), kernels_(kernels), depth_(depth), columns_(columns), weights_(depth * columns), bias_(columns) {}

  /// Appends the columns of `name`.w with the bias `name`.b, or none.
  SideBySide& add(const std::string& name, size_t width, bool has_bias = true) {
    const std::vector<float> from = file_.floats(name + ".w", {depth_, width});
    for (size_t k = 0; k < depth_; ++k) std::copy_n(&from[k * width], width, &weights_[k * columns_ + used_]);
    if (has_bias)
      std::ranges::copy(file_.floats(name + ".b", {width}), bias_.begin() + static_cast<std::ptrdiff_t>(used_));
    used_ += width;
    return *this;
  }
  void store(WeightMatrix& matrix) const { matrix.set(weights_, bias_, depth_, columns_, kernels_); }

 private:
  const ModelFile& file_;
  const KernelSet& kernels_;
  size_t depth_, columns_, used_ = 0;
  std::vector<float> weights_, bias_;
};

size_t columns_of(const ModelFile& file, const std::string& name) {
  const size_t columns = file.tensor(name).columns();
  if (columns == 0) file.fail("shape of " + name, "no columns", "at least one");
  return columns;
}

/// to[i] = max(0, a[i] + b[i])
void add_relu(const float* a, const float* b, size_t count, float* to) {
  for (size_t i = 0; i < count; ++i) to[i] = std::max(0.0f, a[i] + b[i]);
}

float dot(const float* a, const float* b, size_t count) {
  float sum = 0;
  for (size_t i = 0; i < count; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

JointHeads::JointHeads(const ModelFile& file, size_t width, const KernelSet& kernels)
    : kernels_(&kernels),
      labels_{file.labels("upos"), file.labels("xpos"), file.labels("deprel"), file.labels("lemma")} {
  for (const auto& labels : labels_) {
    if (labels.empty() || labels.size() >= 0xffff) file.fail("labels", std::to_string(labels.size()), "1 to 65534");
  }
  tag_width_ = columns_of(file, "tag.w");
  name_width_ = columns_of(file, "ner_hidden.w");
  dependent_width_ = columns_of(file, "dep.w");
  head_width_ = columns_of(file, "head.w");
  relation_width_ = columns_of(file, "label_dep.w");
  read_matrices(file, width);
  arc_bias_ = file.floats("arc.b", {head_width_});
  root_ = file.floats("root", {head_width_});
  relation_root_ = file.floats("label_root", {relation_width_});
}

void JointHeads::read_matrices(const ModelFile& file, size_t width) {
  SideBySide(file, width, tag_width_ + name_width_ + dependent_width_ + head_width_, *kernels_)
      .add("tag", tag_width_)
      .add("ner_hidden", name_width_)
      .add("dep", dependent_width_)
      .add("head", head_width_)
      .store(hidden_);
  SideBySide(file, width, 2 * relation_width_, *kernels_)
      .add("label_dep", relation_width_)
      .add("label_head", relation_width_, false)
      .store(linear_);
  const size_t upos = labels_[0].size(), xpos = labels_[1].size(), lemmas = labels_[3].size();
  SideBySide(file, tag_width_, upos + xpos + lemmas, *kernels_)
      .add("upos", upos)
      .add("xpos", xpos)
      .add("lemma", lemmas)
      .store(tags_);
  const size_t names = file.labels("ner").size();
  SideBySide(file, name_width_, names, *kernels_).add("ner", names).store(names_);
  SideBySide(file, dependent_width_, head_width_, *kernels_).add("arc", head_width_, false).store(arcs_);
  SideBySide(file, relation_width_, labels_[2].size(), *kernels_).add("label", labels_[2].size()).store(relations_);
}

std::vector<const WeightMatrix*> JointHeads::matrices() const {
  return {&hidden_, &linear_, &tags_, &names_, &arcs_, &relations_};
}

void JointHeads::read(const float* h, size_t tokens, Scratch& scratch) const {
  float* hidden = scratch.hidden.reserve(tokens * hidden_.columns());
  float* linear = scratch.linear.reserve(tokens * linear_.columns());
  hidden_.multiply(h, hidden_.depth(), tokens, hidden, hidden_.columns(), true, scratch.product);
  linear_.multiply_rows(linear, linear_.columns(), false, scratch.product);  // reads the same rows
}

float* JointHeads::tags(size_t tokens, Scratch& scratch) const {
  float* scores = scratch.tags.reserve(tokens * tags_.columns());
  tags_.multiply(scratch.hidden.data(), hidden_.columns(), tokens, scores, tags_.columns(), false, scratch.product);
  return scores;
}

float* JointHeads::names(size_t tokens, Scratch& scratch) const {
  float* scores = scratch.names.reserve(tokens * names_.columns());
  names_.multiply(scratch.hidden.data() + tag_width_, hidden_.columns(), tokens, scores, names_.columns(), false,
                  scratch.product);
  return scores;
}

void JointHeads::project_dependents(size_t tokens, Scratch& scratch) const {
  const float* dependents = scratch.hidden.data() + tag_width_ + name_width_;
  float* projected = scratch.dependents.reserve(tokens * head_width_);
  arcs_.multiply(dependents, hidden_.columns(), tokens, projected, head_width_, false, scratch.product);
}

float* JointHeads::arcs(const TokenRange& range, Scratch& scratch) const {
  const size_t stride = hidden_.columns(), size = range.size();
  const float* heads = scratch.hidden.data() + tag_width_ + name_width_ + dependent_width_ + range.first * stride;
  PackedMatrix& matrix = scratch.heads;
  matrix.reset(head_width_, size + 1, *kernels_);
  matrix.set_columns_transposed(0, root_.data(), 1, head_width_);
  matrix.set_columns_transposed(1, heads, size, stride);
  matrix.bias()[0] = dot(root_.data(), arc_bias_.data(), head_width_);
  for (size_t j = 0; j < size; ++j) matrix.bias()[j + 1] = dot(heads + j * stride, arc_bias_.data(), head_width_);
  float* scores = scratch.arcs.reserve(size * (size + 1));
  matrix.multiply(scratch.dependents.data() + range.first * head_width_, head_width_, size, scores, size + 1);
  return scores;
}

float* JointHeads::relations(std::span<const TokenRange> ranges, const uint32_t* heads, size_t tokens,
                             Scratch& scratch) const {
  const size_t stride = linear_.columns(), labels = relations_.columns();
  float* pairs = scratch.pairs.reserve(tokens * relation_width_);
  for (const TokenRange& range : ranges) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      const uint32_t head = range.first + heads[i] - 1;
      const float* q = heads[i] == 0 ? relation_root_.data() : scratch.linear.data() + head * stride + relation_width_;
      add_relu(scratch.linear.data() + i * stride, q, relation_width_, pairs + i * relation_width_);
    }
  }
  float* scores = scratch.relations.reserve(tokens * labels);
  relations_.multiply(pairs, relation_width_, tokens, scores, labels, false, scratch.product);
  return scores;
}

}  // namespace actant
