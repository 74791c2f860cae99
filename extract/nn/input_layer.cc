#include "extract/nn/input_layer.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "extract/nn/features.h"

namespace actant {
namespace {

void require_shape(const ModelFile& file, const EmbeddingTable& table, const std::string& name, size_t rows,
                   size_t columns) {
  if (table.rows() == rows && table.columns() == columns) return;
  file.fail("shape of " + name, std::to_string(table.rows()) + " x " + std::to_string(table.columns()),
            std::to_string(rows) + " x " + std::to_string(columns));
}

}  // namespace

InputLayer::InputLayer(const std::shared_ptr<const ModelFile>& words, const std::shared_ptr<const ModelFile>& surface)
    : vocabulary_(words->vocabulary()),
      word_(words, "word"),
      ngram_(words, "ngram"),
      shape_(surface, "shape"),
      place_(surface, "place") {
  require_shape(*words, word_, "word", vocabulary_.size(), word_.columns());
  require_shape(*words, ngram_, "ngram", ngram_.rows(), word_.columns());
  require_shape(*surface, shape_, "shape", kShapes, shape_.columns());
  require_shape(*surface, place_, "place", kPlaces, shape_.columns());
}

void InputLayer::compute(std::string_view norm, float* to) const {
  std::fill_n(to, word_.columns(), 0.0f);
  uint32_t rows[kMaxNgrams];
  const size_t count = ngram_rows(norm, static_cast<uint32_t>(ngram_.rows()), rows);
  for (size_t i = 0; i < count; ++i) ngram_.add_row(rows[i], 1.0f, to);
  const float factor = 1.0f / std::sqrt(static_cast<float>(std::max<size_t>(1, count)));
  for (size_t i = 0; i < word_.columns(); ++i) to[i] *= factor;
  word_.add_row(vocabulary_.find(norm), 1.0f, to);
}

WordInput InputLayer::look_up(std::string_view form, WordCache& cache) const {
  const size_t width = word_.columns();
  if (cache.slots_.empty()) {
    cache.slots_.resize(WordCache::kSlots + 1);
    cache.vectors_.reserve((WordCache::kSlots + 1) * width);
  }
  const bool kept = form.size() <= WordCache::kMaxBytes;
  const size_t index = kept ? XXH3_64bits(form.data(), form.size()) % WordCache::kSlots : WordCache::kSlots;
  WordCache::Slot& slot = cache.slots_[index];
  float* vector = cache.vectors_.data() + index * width;
  if (!kept || slot.bytes != form.size() || std::memcmp(slot.form, form.data(), form.size()) != 0) {
    normalize_form(form, cache.norm_);
    compute(cache.norm_, vector);
    slot.shape = word_shape(form);
    slot.has_lower = has_lower_case(form);
    if (kept) {
      slot.bytes = static_cast<uint8_t>(form.size());
      std::memcpy(slot.form, form.data(), form.size());
    }
  }
  return {vector, slot.shape, slot.has_lower};
}

void InputLayer::encode(std::span<const std::string_view> forms, float* rows, WordCache& cache) const {
  const size_t stride = width(), words = word_.columns();
  bool caps = true;
  for (size_t i = 0; i < forms.size(); ++i) {
    const WordInput word = look_up(forms[i], cache);
    float* row = rows + i * stride;
    std::memcpy(row, word.vector, words * sizeof(float));
    std::fill_n(row + words, stride - words, 0.0f);
    shape_.add_row(word.shape, 1.0f, row + words);
    caps &= !word.has_lower;
  }
  for (size_t i = 0; i < forms.size(); ++i) {
    place_.add_row(place_id(i, forms.size(), caps), 1.0f, rows + i * stride + words);
  }
}

}  // namespace actant
