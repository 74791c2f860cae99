#include "extract/nn/joint_network.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr std::string_view kClass = "joint-sru-1";

std::shared_ptr<const ModelFile> open_model(const std::string& path) {
  auto file = ModelFile::open(path);
  file->require_class(kClass);
  return file;
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

// Adds up the log-probabilities of `count` scores: to = (1 - share) log softmax(to) + share log softmax(other).
void mix(const float* other, size_t count, float share, float* to) {
  const auto log_sum = [count](const float* values) {
    const float top = *std::max_element(values, values + count);
    float sum = 0;
    for (size_t i = 0; i < count; ++i) sum += std::exp(values[i] - top);
    return top + std::log(sum);
  };
  const float a = log_sum(to), b = log_sum(other);
  for (size_t i = 0; i < count; ++i) to[i] = (1 - share) * (to[i] - a) + share * (other[i] - b);
}

// mix() for each of `rows` rows.
void mix_rows(const float* other, size_t rows, size_t count, float share, float* to) {
  for (size_t i = 0; i < rows; ++i) mix(other + i * count, count, share, to + i * count);
}

}  // namespace

std::shared_ptr<const JointNetwork> JointNetwork::load(const std::string& path, const KernelSet& kernels,
                                                       const std::string& transformer) {
  const std::shared_ptr<JointNetwork> network(new JointNetwork(open_model(path), kernels));
  network->self_test(*network->file_);
  if (transformer.empty()) return network;
  network->second_ = std::make_unique<const TransformerNetwork>(transformer, network->file_, kernels);
  network->self_test(network->second_->file());
  return network;
}

JointNetwork::JointNetwork(std::shared_ptr<const ModelFile> file, const KernelSet& kernels)
    : file_(std::move(file)),
      input_(file_, file_),
      encoder_(*file_, input_.width(), kernels),
      heads_(*file_, encoder_.width(), kernels),
      bio_(file_->labels("ner")) {
  const std::vector<std::string>& relations = labels(LabelLayer::kDeprel);
  root_label_ = index_of(relations, "root", relations.size());
  parataxis_label_ = index_of(relations, "parataxis", 0);
}

uint64_t JointNetwork::checksum() const {
  return second_ == nullptr ? file_->checksum() : file_->checksum() ^ std::rotl(second_->file().checksum(), 1);
}

size_t JointNetwork::flops_per_token() const {
  size_t flops = second_ == nullptr ? 0 : second_->flops_per_token();
  for (const WeightMatrix* matrix : matrices()) flops += 2 * matrix->depth() * matrix->columns();
  return flops;
}

std::vector<const WeightMatrix*> JointNetwork::matrices() const {
  std::vector<const WeightMatrix*> result = encoder_.matrices();
  std::ranges::copy(heads_.matrices(), std::back_inserter(result));
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
  heads_.read(encoder_.encode(input, tokens, local, scratch.encoder), tokens, scratch.heads);
  if (second_ != nullptr) second_->read(forms.subspan(first, tokens), local, scratch.second);
  tag(first, tokens, analysis, scratch);
  recognize(first, tokens, analysis, scratch);
  attach(tokens, scratch);
  relate(first, tokens, analysis, scratch);
}

void JointNetwork::tag(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const {
  const size_t upos = labels(LabelLayer::kUpos).size(), xpos = labels(LabelLayer::kXpos).size();
  const size_t lemmas = labels(LabelLayer::kLemma).size(), stride = upos + xpos + lemmas;
  float* scores = heads_.tags(tokens, scratch.heads);
  const float* others = second_ == nullptr ? nullptr : second_->heads().tags(tokens, scratch.second.heads);
  for (size_t i = 0; i < tokens; ++i, scores += stride) {
    if (others != nullptr) {
      const float* other = others + i * stride;
      mix(other, upos, second_->share(), scores);
      mix(other + upos, xpos, second_->share(), scores + upos);
      mix(other + upos + xpos, lemmas, second_->share(), scores + upos + xpos);
    }
    analysis.upos[first + i] = argmax(scores, upos);
    analysis.xpos[first + i] = argmax(scores + upos, xpos);
    best_labels(scores + upos + xpos, lemmas, analysis.lemma_choices[first + i]);
    analysis.lemma[first + i] = analysis.lemma_choices[first + i][0];
  }
}

void JointNetwork::recognize(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const {
  const size_t stride = bio_.labels();
  float* scores = heads_.names(tokens, scratch.heads);
  if (second_ != nullptr) {
    mix_rows(second_->heads().names(tokens, scratch.second.heads), tokens, stride, second_->share(), scores);
  }
  for (const TokenRange& range : scratch.block) {
    bio_.decode(scores + range.first * stride, range.size(), stride, first + range.first, analysis.names, scratch.bio);
  }
}

/// Heads of every token of the block, as positions 0 (root), 1, ... of its own range.
void JointNetwork::attach(size_t tokens, Scratch& scratch) const {
  heads_.project_dependents(tokens, scratch.heads);
  if (second_ != nullptr) second_->heads().project_dependents(tokens, scratch.second.heads);
  scratch.local_heads.resize(tokens);
  for (const TokenRange& range : scratch.block) {
    const size_t size = range.size();
    float* scores = heads_.arcs(range, scratch.heads);
    if (second_ != nullptr) {
      mix_rows(second_->heads().arcs(range, scratch.second.heads), size, size + 1, second_->share(), scores);
    }
    uint32_t* local_heads = scratch.local_heads.data() + range.first;
    scratch.trees.decode(scores, size, size + 1, local_heads);
    if (size <= ProjectiveDecoder::kMaxTokens && has_crossing_arcs(local_heads, size)) {
      scratch.projective.decode(scores, size, size + 1, local_heads);
    }
  }
}

void JointNetwork::relate(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const {
  const size_t labels = this->labels(LabelLayer::kDeprel).size();
  const uint32_t* heads = scratch.local_heads.data();
  for (const TokenRange& range : scratch.block) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      analysis.head[first + i] = heads[i] == 0 ? JointAnalysis::kRoot : first + range.first + heads[i] - 1;
    }
  }
  float* scores = heads_.relations(scratch.block, heads, tokens, scratch.heads);
  if (second_ != nullptr) {
    mix_rows(second_->heads().relations(scratch.block, heads, tokens, scratch.second.heads), tokens, labels,
             second_->share(), scores);
  }
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

void JointNetwork::self_test(const ModelFile& file) const {
  Scratch scratch;
  for (const SelfTest& test : file.self_tests()) check(file, test, scratch);
}

void JointNetwork::check(const ModelFile& file, const SelfTest& test, Scratch& scratch) const {
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
    file.fail("selftest, token " + std::to_string(i + 1) + " '" + test.tokens[i] + "'", found, expected);
  };
  for (size_t i = 0; i < forms.size(); ++i) {
    const int64_t head = analysis.head[i] == JointAnalysis::kRoot ? 0 : int64_t{analysis.head[i]} + 1;
    if (!test.upos.empty()) compare(i, labels(LabelLayer::kUpos)[analysis.upos[i]], test.upos[i]);
    if (!test.ner.empty()) compare(i, names[i], test.ner[i]);
    if (!test.head.empty()) compare(i, "head " + std::to_string(head), "head " + std::to_string(test.head[i]));
  }
}

}  // namespace actant
