#include "extract/nn/bio_decoder.h"

#include <algorithm>
#include <cmath>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr float kImpossible = -1e30f;
constexpr float kSmallest = 1e-12f;  // floor of a label's probability: keeps every legal path possible

}  // namespace

BioDecoder::BioDecoder(const std::vector<std::string>& labels) {
  bool outside = false;
  for (const std::string& name : labels) {
    Label label;
    if (name == "O") {
      outside = true;
    } else if (name.size() > 2 && (name[0] == 'B' || name[0] == 'I') && name[1] == '-') {
      label.part = name[0] == 'B' ? Part::kBegin : Part::kInside;
      const auto found = std::find(types_.begin(), types_.end(), name.substr(2));
      label.type = static_cast<uint16_t>(found - types_.begin());
      if (found == types_.end()) types_.push_back(name.substr(2));
    } else {
      throw CorruptData("label of names: found '" + name + "', expected O, B-TYPE or I-TYPE");
    }
    labels_.push_back(label);
  }
  if (!outside) throw CorruptData("labels of names: found no O, expected one");
  for (uint16_t type = 0; type < types_.size(); ++type) {
    begin_.push_back(find(Part::kBegin, type));
    inside_.push_back(find(Part::kInside, type));
  }
}

uint16_t BioDecoder::find(Part part, uint16_t type) const {
  for (uint16_t i = 0; i < labels_.size(); ++i) {
    if (labels_[i].part == part && labels_[i].type == type) return i;
  }
  return kNoLabel;
}

/// The best label of each token. \return whether that is a legal sequence, hence the best one
bool BioDecoder::greedy_path(const float* logits, size_t tokens, size_t stride, Scratch& scratch) const {
  scratch.path.resize(tokens);
  bool legal = true;
  Label before;
  for (size_t t = 0; t < tokens; ++t) {
    const float* from = logits + t * stride;
    scratch.path[t] = static_cast<uint16_t>(std::max_element(from, from + labels_.size()) - from);
    const Label now = labels_[scratch.path[t]];
    if (now.part == Part::kInside) legal &= before.part != Part::kOutside && before.type == now.type;
    before = now;
  }
  return legal;
}

void BioDecoder::softmax(const float* logits, size_t tokens, size_t stride, Scratch& scratch) const {
  const size_t count = labels_.size();
  scratch.probability.resize(tokens * count);
  for (size_t t = 0; t < tokens; ++t) {
    const float* from = logits + t * stride;
    float* to = scratch.probability.data() + t * count;
    const float highest = *std::max_element(from, from + count);
    float sum = 0;
    for (size_t i = 0; i < count; ++i) sum += to[i] = std::exp(from[i] - highest);
    for (size_t i = 0; i < count; ++i) to[i] = std::max(kSmallest, to[i] / sum);
  }
}

void BioDecoder::best_path(size_t tokens, Scratch& scratch) const {
  const size_t count = labels_.size();
  scratch.back.resize(tokens * count);
  scratch.score.assign(2 * count, 0.0f);
  float* before = scratch.score.data();
  float* now = before + count;
  for (size_t t = 0; t < tokens; ++t) {
    const float* p = scratch.probability.data() + t * count;
    const auto best = static_cast<uint16_t>(std::max_element(before, before + count) - before);
    for (uint16_t i = 0; i < count; ++i) {
      uint16_t from = best;
      float score = before[best];
      if (labels_[i].part == Part::kInside) {
        const uint16_t begin = begin_[labels_[i].type];
        from = begin != kNoLabel && before[begin] >= before[i] ? begin : i;
        score = t == 0 ? kImpossible : before[from];
      }
      now[i] = score + std::log(p[i]);
      scratch.back[t * count + i] = from;
    }
    std::swap(before, now);
  }
  scratch.path.resize(tokens);
  auto label = static_cast<uint16_t>(std::max_element(before, before + count) - before);
  for (size_t t = tokens; t-- > 0; label = scratch.back[t * count + label]) scratch.path[t] = label;
}

void BioDecoder::sum_paths(size_t tokens, Scratch& scratch) const {
  const size_t count = labels_.size();
  scratch.forward.assign(tokens * count, 0.0f);
  scratch.backward.assign(tokens * count, 1.0f);
  scratch.scale.resize(tokens);
  scratch.open.assign(tokens + 1, 1.0f);
  for (size_t t = 0; t < tokens; ++t) {
    const float* p = scratch.probability.data() + t * count;
    const float* before = t == 0 ? nullptr : scratch.forward.data() + (t - 1) * count;
    float* now = scratch.forward.data() + t * count;
    float sum = 0;
    for (size_t i = 0; i < count; ++i) {
      float reach = 1;  // the sums of the token before are scaled to 1
      if (labels_[i].part == Part::kInside) {
        const uint16_t begin = begin_[labels_[i].type];
        reach = before == nullptr ? 0 : before[i] + (begin == kNoLabel ? 0 : before[begin]);
      }
      sum += now[i] = p[i] * reach;
    }
    scratch.scale[t] = sum;
    for (size_t i = 0; i < count; ++i) now[i] /= sum;
  }
  for (size_t t = tokens; t-- > 0;) {
    // open[t]: what follows when token t starts anew, that is with O or some B.
    const float* p = scratch.probability.data() + t * count;
    const float* after = scratch.backward.data() + t * count;
    float open = 0;
    for (size_t i = 0; i < count; ++i) open += labels_[i].part == Part::kInside ? 0 : p[i] * after[i];
    scratch.open[t] = open / scratch.scale[t];
    if (t == 0) break;
    float* now = scratch.backward.data() + (t - 1) * count;
    for (size_t i = 0; i < count; ++i) {
      const uint16_t inside = labels_[i].part == Part::kOutside ? kNoLabel : inside_[labels_[i].type];
      now[i] = scratch.open[t] + (inside == kNoLabel ? 0 : p[inside] * after[inside] / scratch.scale[t]);
    }
  }
}

float BioDecoder::span_probability(const NameSpan& name, size_t tokens, const Scratch& scratch) const {
  const size_t count = labels_.size();
  float result = scratch.forward[name.first * count + scratch.path[name.first]];
  for (size_t t = name.first + 1; t < name.last; ++t) {
    result *= scratch.probability[t * count + scratch.path[t]] / scratch.scale[t];
  }
  return std::min(1.0f, name.last == tokens ? result : result * scratch.open[name.last]);
}

void BioDecoder::decode(const float* logits, size_t tokens, size_t stride, uint32_t offset,
                        std::vector<NameSpan>& names, Scratch& scratch) const {
  if (tokens == 0) return;
  const bool legal = greedy_path(logits, tokens, stride, scratch);
  const auto outside = [this](uint16_t label) { return labels_[label].part == Part::kOutside; };
  if (legal && std::all_of(scratch.path.begin(), scratch.path.end(), outside)) return;
  softmax(logits, tokens, stride, scratch);
  if (!legal) best_path(tokens, scratch);
  sum_paths(tokens, scratch);
  for (uint32_t t = 0; t < tokens;) {
    const Label label = labels_[scratch.path[t]];
    NameSpan name{t, t + 1, label.type, 0};
    ++t;
    if (label.part == Part::kOutside) continue;
    while (t < tokens && labels_[scratch.path[t]].part == Part::kInside) name.last = ++t;
    name.probability = span_probability(name, tokens, scratch);
    name.first += offset;
    name.last += offset;
    names.push_back(name);
  }
}

}  // namespace actant
