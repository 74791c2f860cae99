#include "extract/coref/coref_context.h"

#include <algorithm>
#include <string>

namespace actant {
namespace {

constexpr size_t kWords = 3;  // head, first and last

}  // namespace

CorefContext::CorefContext(std::shared_ptr<const ModelFile> file, size_t width, const KernelSet& kernels)
    : encoder_(file, kernels), width_(width), units_(file->count("context_hidden")), match_(file->count("match")) {
  if (units_ > width_) file->fail("config.context_hidden", std::to_string(units_), "at most " + std::to_string(width_));
  const size_t depth = kWords * encoder_.width(), columns = 3 * (units_ + 1) + 2 * match_;
  layer_.set(file->floats("context.w", {depth, columns}), file->floats("context.b", {columns}), depth, columns,
             kernels);
}

void CorefContext::begin(Reading& reading) {
  reading.kept.clear();
  reading.begin = reading.words = 0;
}

// Candidates are in the order of their first words, so those of a window follow on those of the window before.
void CorefContext::read_window(const Document& document, const CandidateTable& table, Reading& reading) const {
  const auto count = static_cast<uint32_t>(document.tokens.size());
  const uint32_t first = reading.words > kAround ? reading.words - kAround : 0;
  reading.words = std::min(count, reading.words + kCore);
  const uint32_t last = std::min(count, reading.words + kAround);
  reading.forms.clear();
  for (uint32_t t = first; t < last; ++t) reading.forms.push_back(document.tokens[t].form);
  const size_t stride = units_ + 1 + match_, width = encoder_.width(), columns = layer_.columns();
  const auto begin = static_cast<uint32_t>(reading.kept.size() / stride);
  uint32_t end = begin;
  while (end < table.candidates.size() && table.candidates[end].first < reading.words) ++end;
  reading.begin = begin;
  if (begin == end) return;
  const TokenRange whole{0, last - first};
  const float* words = encoder_.encode(reading.forms, {&whole, 1}, reading.encoder);
  float* states = reading.states.reserve((end - begin) * kWords * width);
  float* to = states;
  for (uint32_t i = begin; i < end; ++i) {
    const Candidate& candidate = table.candidates[i];
    for (const uint32_t word : {candidate.head, candidate.first, candidate.last - 1}) {
      std::copy_n(words + (std::clamp(word, first, last - 1) - first) * width, width, to);
      to += width;
    }
  }
  float* rows = reading.window.reserve((end - begin) * columns);
  layer_.multiply(states, kWords * width, end - begin, rows, columns, false, reading.product);
  for (uint32_t i = begin; i < end; ++i, rows += columns) {
    const float* antecedent = rows + 2 * (units_ + 1);
    reading.kept.insert(reading.kept.end(), antecedent, antecedent + units_ + 1);
    reading.kept.insert(reading.kept.end(), rows + columns - match_, rows + columns);
  }
}

void CorefContext::read_to(const Document& document, const CandidateTable& table, uint32_t i, Reading& reading) const {
  while (table.candidates[i].first >= reading.words) read_window(document, table, reading);
}

const float* CorefContext::of_window(const Reading& reading, uint32_t i) const {
  return reading.window.data() + (i - reading.begin) * layer_.columns();
}

void CorefContext::add(const float* from, std::span<float> sum) const {
  float* to = sum.data() + width_ - units_;
  for (size_t k = 0; k <= units_; ++k) to[k] += from[k];
}

void CorefContext::add_new(const Reading& reading, uint32_t i, std::span<float> sum) const {
  add(of_window(reading, i), sum);
}

void CorefContext::add_anaphor(const Reading& reading, uint32_t i, std::span<float> sum) const {
  add(of_window(reading, i) + units_ + 1, sum);
}

void CorefContext::add_antecedent(const Reading& reading, uint32_t j, std::span<float> sum) const {
  add(reading.kept.data() + j * (units_ + 1 + match_), sum);
}

float CorefContext::match(const Reading& reading, uint32_t i, uint32_t j) const {
  const float* left = of_window(reading, i) + 3 * (units_ + 1);
  const float* right = reading.kept.data() + j * (units_ + 1 + match_) + units_ + 1;
  float sum = 0;
  for (size_t k = 0; k < match_; ++k) sum += left[k] * right[k];
  return sum;
}

}  // namespace actant
