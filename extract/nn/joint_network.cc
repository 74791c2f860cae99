#include "extract/nn/joint_network.h"

#include <algorithm>
#include <cstring>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr std::string_view kClass = "joint-sru-1";

std::shared_ptr<const ModelFile> open_model(const std::string& path) {
  auto file = ModelFile::open(path);
  file->require_class(kClass);
  return file;
}

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

// The labels of the highest scores, best first; a tie goes to the smaller label.
template <size_t N>
void best_labels(const float* values, size_t count, std::array<uint16_t, N>& best) {
  best.fill(0);
  size_t found = 0;
  for (size_t label = 0; label < count; ++label) {
    if (found == N && values[label] <= values[best[N - 1]]) continue;
    size_t at = found < N ? found++ : N - 1;
    for (; at > 0 && values[label] > values[best[at - 1]]; --at) best[at] = best[at - 1];
    best[at] = static_cast<uint16_t>(label);
  }
}

uint16_t argmax(const float* values, size_t count) {
  return static_cast<uint16_t>(std::max_element(values, values + count) - values);
}

uint16_t index_of(const std::vector<std::string>& labels, std::string_view name, size_t otherwise) {
  const auto found = std::find(labels.begin(), labels.end(), name);
  return static_cast<uint16_t>(found == labels.end() ? otherwise : static_cast<size_t>(found - labels.begin()));
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

std::shared_ptr<const JointNetwork> JointNetwork::load(const std::string& path, const KernelSet& kernels) {
  const std::shared_ptr<JointNetwork> network(new JointNetwork(open_model(path), kernels));
  network->self_test();
  return network;
}

JointNetwork::JointNetwork(std::shared_ptr<const ModelFile> file, const KernelSet& kernels)
    : file_(std::move(file)),
      kernels_(&kernels),
      labels_{file_->labels("upos"), file_->labels("xpos"), file_->labels("deprel"), file_->labels("lemma")},
      input_(file_),
      encoder_(*file_, input_.width(), kernels),
      bio_(file_->labels("ner")) {
  load_heads();
}

void JointNetwork::load_heads() {
  const ModelFile& file = *file_;
  for (const auto& labels : labels_) {
    if (labels.empty() || labels.size() >= 0xffff) file.fail("labels", std::to_string(labels.size()), "1 to 65534");
  }
  tag_width_ = columns_of(file, "tag.w");
  name_width_ = columns_of(file, "ner_hidden.w");
  dependent_width_ = columns_of(file, "dep.w");
  head_width_ = columns_of(file, "head.w");
  relation_width_ = columns_of(file, "label_dep.w");
  load_matrices();
  arc_bias_ = file.floats("arc.b", {head_width_});
  root_ = file.floats("root", {head_width_});
  relation_root_ = file.floats("label_root", {relation_width_});
  root_label_ = index_of(labels_[2], "root", labels_[2].size());
  parataxis_label_ = index_of(labels_[2], "parataxis", 0);
}

void JointNetwork::load_matrices() {
  const ModelFile& file = *file_;
  const size_t width = encoder_.width();
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
  SideBySide(file, name_width_, bio_.labels(), *kernels_).add("ner", bio_.labels()).store(names_);
  SideBySide(file, dependent_width_, head_width_, *kernels_).add("arc", head_width_, false).store(arcs_);
  SideBySide(file, relation_width_, labels_[2].size(), *kernels_).add("label", labels_[2].size()).store(relations_);
}

size_t JointNetwork::flops_per_token() const {
  size_t flops = 0;
  for (const WeightMatrix* matrix : matrices()) flops += 2 * matrix->depth() * matrix->columns();
  return flops;
}

std::vector<const WeightMatrix*> JointNetwork::matrices() const {
  std::vector<const WeightMatrix*> result = encoder_.matrices();
  result.insert(result.end(), {&hidden_, &linear_, &tags_, &names_, &arcs_, &relations_});
  return result;
}

void JointNetwork::cut(std::span<const TokenRange> sentences, Scratch& scratch) const {
  scratch.pieces.clear();
  scratch.continued.clear();
  for (const TokenRange& sentence : sentences) {
    for (uint32_t first = sentence.first; first < sentence.last; first += kMaxSequence) {
      scratch.pieces.push_back({first, std::min(sentence.last, first + kMaxSequence)});
      scratch.continued.push_back(first != sentence.first);
    }
  }
}

void JointNetwork::analyze(std::span<const std::string_view> forms, std::span<const TokenRange> sentences,
                           JointAnalysis& analysis, Scratch& scratch) const {
  for (auto* labels : {&analysis.upos, &analysis.xpos, &analysis.lemma, &analysis.deprel}) labels->resize(forms.size());
  analysis.lemma_choices.resize(forms.size());
  analysis.head.resize(forms.size());
  analysis.names.clear();
  cut(sentences, scratch);
  const std::span<const TokenRange> pieces(scratch.pieces);
  for (size_t begin = 0; begin < pieces.size();) {
    size_t end = begin + 1;
    while (end < pieces.size() && pieces[end].last - pieces[begin].first <= kBlockTokens) ++end;
    run_block(forms, pieces.subspan(begin, end - begin), analysis, scratch);
    begin = end;
  }
  join_pieces(analysis, scratch);
}

void JointNetwork::run_block(std::span<const std::string_view> forms, std::span<const TokenRange> pieces,
                             JointAnalysis& analysis, Scratch& scratch) const {
  const uint32_t first = pieces.front().first;
  const size_t tokens = pieces.back().last - first;
  float* input = scratch.input.reserve(tokens * input_.width());
  std::vector<TokenRange>& local = scratch.block;
  local.clear();
  for (const TokenRange& piece : pieces) {
    local.push_back({piece.first - first, piece.last - first});
    input_.encode(forms.subspan(piece.first, piece.size()), input + local.back().first * input_.width(), scratch.words);
  }
  const float* h = encoder_.encode(input, tokens, local, scratch.encoder);
  const size_t width = encoder_.width();
  float* hidden = scratch.hidden.reserve(tokens * hidden_.columns());
  float* linear = scratch.linear.reserve(tokens * linear_.columns());
  hidden_.multiply(h, width, tokens, hidden, hidden_.columns(), true, scratch.product);
  linear_.multiply_rows(linear, linear_.columns(), false, scratch.product);  // reads the same rows
  tag(first, tokens, analysis, scratch);
  recognize(first, tokens, analysis, scratch);
  attach(tokens, scratch);
  relate(first, tokens, analysis, scratch);
}

void JointNetwork::tag(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const {
  const size_t stride = tags_.columns(), upos = labels_[0].size(), xpos = labels_[1].size();
  float* scores = scratch.tags.reserve(tokens * stride);
  tags_.multiply(scratch.hidden.data(), hidden_.columns(), tokens, scores, stride, false, scratch.product);
  for (size_t i = 0; i < tokens; ++i, scores += stride) {
    analysis.upos[first + i] = argmax(scores, upos);
    analysis.xpos[first + i] = argmax(scores + upos, xpos);
    best_labels(scores + upos + xpos, stride - upos - xpos, analysis.lemma_choices[first + i]);
    analysis.lemma[first + i] = analysis.lemma_choices[first + i][0];
  }
}

void JointNetwork::recognize(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const {
  const size_t stride = names_.columns();
  float* scores = scratch.names.reserve(tokens * stride);
  names_.multiply(scratch.hidden.data() + tag_width_, hidden_.columns(), tokens, scores, stride, false,
                  scratch.product);
  for (const TokenRange& range : scratch.block) {
    bio_.decode(scores + range.first * stride, range.size(), stride, first + range.first, analysis.names, scratch.bio);
  }
}

/// Heads of every token of the block, as positions 0 (root), 1, ... of its own range.
void JointNetwork::attach(size_t tokens, Scratch& scratch) const {
  const size_t stride = hidden_.columns();
  const float* dependents = scratch.hidden.data() + tag_width_ + name_width_;
  const float* heads = dependents + dependent_width_;
  float* projected = scratch.dependents.reserve(tokens * head_width_);
  arcs_.multiply(dependents, stride, tokens, projected, head_width_, false, scratch.product);
  scratch.local_heads.resize(tokens);
  for (const TokenRange& range : scratch.block) {
    const size_t size = range.size();
    PackedMatrix& matrix = scratch.heads;
    matrix.reset(head_width_, size + 1, *kernels_);
    matrix.set_columns_transposed(0, root_.data(), 1, head_width_);
    matrix.set_columns_transposed(1, heads + range.first * stride, size, stride);
    matrix.bias()[0] = dot(root_.data(), arc_bias_.data(), head_width_);
    for (size_t j = 0; j < size; ++j) {
      matrix.bias()[j + 1] = dot(heads + (range.first + j) * stride, arc_bias_.data(), head_width_);
    }
    float* scores = scratch.arcs.reserve(size * (size + 1));
    matrix.multiply(projected + range.first * head_width_, head_width_, size, scores, size + 1);
    uint32_t* local_heads = scratch.local_heads.data() + range.first;
    scratch.trees.decode(scores, size, size + 1, local_heads);
    if (size <= ProjectiveDecoder::kMaxTokens && has_crossing_arcs(local_heads, size)) {
      scratch.projective.decode(scores, size, size + 1, local_heads);
    }
  }
}

void JointNetwork::relate(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const {
  const size_t stride = linear_.columns(), labels = relations_.columns();
  float* pairs = scratch.pairs.reserve(tokens * relation_width_);
  for (const TokenRange& range : scratch.block) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      const uint32_t local = scratch.local_heads[i];
      const uint32_t head = range.first + local - 1;
      const float* q = local == 0 ? relation_root_.data() : scratch.linear.data() + head * stride + relation_width_;
      add_relu(scratch.linear.data() + i * stride, q, relation_width_, pairs + i * relation_width_);
      analysis.head[first + i] = local == 0 ? JointAnalysis::kRoot : first + head;
    }
  }
  float* scores = scratch.relations.reserve(tokens * labels);
  relations_.multiply(pairs, relation_width_, tokens, scores, labels, false, scratch.product);
  for (size_t i = 0; i < tokens; ++i, scores += labels) {
    const bool root = analysis.head[first + i] == JointAnalysis::kRoot;
    // `root` is the relation of the root and of no other token.
    if (root_label_ < labels) scores[root_label_] = root ? scores[root_label_] : -1e30f;
    analysis.deprel[first + i] = root && root_label_ < labels ? root_label_ : argmax(scores, labels);
  }
}

/// The roots of later pieces of a long sentence hang on the root of its first piece.
void JointNetwork::join_pieces(JointAnalysis& analysis, const Scratch& scratch) const {
  uint32_t root = 0;
  for (size_t k = 0; k < scratch.pieces.size(); ++k) {
    const TokenRange& piece = scratch.pieces[k];
    const auto begin = analysis.head.begin() + piece.first, end = analysis.head.begin() + piece.last;
    const auto found = static_cast<uint32_t>(std::find(begin, end, JointAnalysis::kRoot) - analysis.head.begin());
    if (scratch.continued[k] == 0) {
      root = found;
    } else {
      analysis.head[found] = root;
      analysis.deprel[found] = parataxis_label_;
    }
  }
}

void JointNetwork::self_test() const {
  Scratch scratch;
  for (const SelfTest& test : file_->self_tests()) check(test, scratch);
}

void JointNetwork::check(const SelfTest& test, Scratch& scratch) const {
  const std::vector<std::string_view> forms(test.tokens.begin(), test.tokens.end());
  const TokenRange sentence{0, static_cast<uint32_t>(forms.size())};
  JointAnalysis analysis;
  analyze(forms, {&sentence, 1}, analysis, scratch);
  std::vector<std::string> names(forms.size(), "O");
  for (const NameSpan& name : analysis.names) {
    for (uint32_t i = name.first; i < name.last; ++i)
      names[i] = (i == name.first ? "B-" : "I-") + name_types()[name.type];
  }
  // Rounding differs between processors and may turn a label that was a close call; a file read wrongly turns most of
  // them.
  size_t wrong = 0;
  const auto compare = [&](size_t i, const std::string& found, const std::string& expected) {
    if (found == expected || ++wrong * 10 <= forms.size()) return;
    file_->fail("selftest, token " + std::to_string(i + 1) + " '" + test.tokens[i] + "'", found, expected);
  };
  for (size_t i = 0; i < forms.size(); ++i) {
    const int64_t head = analysis.head[i] == JointAnalysis::kRoot ? 0 : int64_t{analysis.head[i]} + 1;
    if (!test.upos.empty()) compare(i, labels_[0][analysis.upos[i]], test.upos[i]);
    if (!test.ner.empty()) compare(i, names[i], test.ner[i]);
    if (!test.head.empty()) compare(i, "head " + std::to_string(head), "head " + std::to_string(test.head[i]));
  }
}

}  // namespace actant
