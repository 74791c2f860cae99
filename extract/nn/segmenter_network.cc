#include "extract/nn/segmenter_network.h"

#include <algorithm>
#include <cstring>

#include "extract/nn/embedding_table.h"
#include "extract/nn/features.h"
#include "extract/nn/kernels.h"
#include "extract/nn/model_file.h"
#include "extract/nn/packed_matrix.h"

namespace actant {
namespace {

constexpr std::string_view kClass = "segmenter-conv-2";
constexpr uint8_t kEmptyLine = 3;
constexpr size_t kSpaces = 4;
constexpr size_t kBlockTokens = 1024;  // bounds the scratch memory; the network looks a few tokens beyond the block

uint64_t fnv1a(std::string_view bytes) {
  uint64_t hash = 14695981039346656037ull;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

constexpr size_t kSuffix = 3;  // code points

// The last code points of a normalized form, which is valid UTF-8.
std::string_view suffix_of(std::string_view norm) {
  size_t begin = norm.size();
  for (size_t k = 0; k < kSuffix && begin > 0; ++k) {
    --begin;
    while (begin > 0 && (static_cast<unsigned char>(norm[begin]) & 0xC0) == 0x80) --begin;
  }
  return norm.substr(begin);
}

}  // namespace

struct SegmenterNetwork::Weights {
  /// A convolution over tokens: each output sees `width` rows of `inputs` floats, its own in the middle.
  struct Convolution {
    PackedMatrix matrix;
    size_t inputs = 0, width = 0;
    size_t half() const { return width / 2; }
  };

  explicit Weights(const std::shared_ptr<const ModelFile>& model)
      : file(model), word(model, "word"), suffix(model, "suffix"), shape(model, "shape"), space(model, "space") {
    const TensorView& key = model->tensor("word.key");
    if (key.dtype != DType::kU8 || key.elements() != word.rows())
      model->fail("word.key", std::to_string(key.elements()), std::to_string(word.rows()) + " of u8");
    if (suffix.columns() != word.columns())
      model->fail("columns of suffix", std::to_string(suffix.columns()), std::to_string(word.columns()));
    owner = key.data;
    if (shape.rows() != kShapes || space.rows() != kSpaces)
      model->fail("rows of shape and space", "others", "13 and 4");
    load(first, "conv.0", word.columns() + shape.columns() + space.columns());
    load(second, "conv.1", first.matrix.columns());
    const size_t hidden = second.matrix.columns();
    output.reset(hidden, 1);
    output.set_columns(0, model->floats("out.w", {hidden, 1}).data(), 1, 1);
    output.set_bias(0, model->floats("out.b", {1}).data(), 1);
  }

  void load(Convolution& convolution, const std::string& name, size_t inputs) const {
    const TensorView& view = file->tensor(name + ".w");
    const size_t depth = view.rows(), columns = view.columns();
    if (columns == 0 || depth % inputs != 0 || depth / inputs % 2 != 1) {
      file->fail("rows of " + name + ".w", std::to_string(depth), "an odd multiple of " + std::to_string(inputs));
    }
    convolution.inputs = inputs;
    convolution.width = depth / inputs;
    convolution.matrix.reset(depth, columns);
    convolution.matrix.set_columns(0, file->floats(name + ".w", {depth, columns}).data(), columns, columns);
    convolution.matrix.set_bias(0, file->floats(name + ".b", {columns}).data(), columns);
  }

  void embed(const std::vector<Token>& tokens, size_t index, float* row, std::string& buffer) const {
    const Token& token = tokens[index];
    const bool last = index + 1 == tokens.size();
    const uint8_t after = last ? kEmptyLine : tokens[index + 1].multiword_inside ? 0 : token.space_after;
    std::string_view norm = token.norm;
    if (norm.empty()) {
      normalize_form(token.form, buffer);
      norm = buffer;
    }
    const uint64_t hash = fnv1a(norm);
    const size_t bucket = hash % word.rows();
    if (owner[bucket] == (hash >> 56) % 255 + 1) word.add_row(bucket, 1.0f, row);
    suffix.add_row(fnv1a(suffix_of(norm)) % suffix.rows(), 1.0f, row);
    shape.add_row(word_shape(token.form), 1.0f, row + word.columns());
    space.add_row(std::min(after, kEmptyLine), 1.0f, row + word.columns() + shape.columns());
  }

  /// `to` gets the rows [begin - margin, end + margin) of the output; those outside [0, tokens) are zero, as the
  /// padding of the next layer. `from` holds half() rows more on either side. The input rows of an output lie side by
  /// side in memory, so the convolution is one product whose left rows overlap.
  static void convolve(const Convolution& layer, const float* from, std::ptrdiff_t begin, std::ptrdiff_t end,
                       std::ptrdiff_t tokens, std::vector<float>& to) {
    const size_t columns = layer.matrix.columns();
    const std::ptrdiff_t first = std::max<std::ptrdiff_t>(begin, 0), last = std::min(end, tokens);
    to.assign(static_cast<size_t>(end - begin) * columns, 0.0f);
    layer.matrix.multiply(from + static_cast<size_t>(first - begin) * layer.inputs, layer.inputs,
                          static_cast<size_t>(last - first), to.data() + static_cast<size_t>(first - begin) * columns,
                          columns, true);
  }

  /// Probabilities of tokens [begin, end).
  void score(const std::vector<Token>& tokens, size_t begin, size_t end, float* result, Scratch& scratch) const {
    const auto count = static_cast<std::ptrdiff_t>(tokens.size());
    const auto near = static_cast<std::ptrdiff_t>(second.half()),
               far = near + static_cast<std::ptrdiff_t>(first.half());
    const auto low = static_cast<std::ptrdiff_t>(begin), high = static_cast<std::ptrdiff_t>(end);
    scratch.input.assign(static_cast<size_t>(high - low + 2 * far) * first.inputs, 0.0f);
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, low - far); i < std::min(count, high + far); ++i) {
      embed(tokens, static_cast<size_t>(i), scratch.input.data() + static_cast<size_t>(i - low + far) * first.inputs,
            scratch.buffer);
    }
    convolve(first, scratch.input.data(), low - near, high + near, count, scratch.hidden);
    convolve(second, scratch.hidden.data(), low, high, count, scratch.output);
    output.multiply(scratch.output.data(), second.matrix.columns(), end - begin, result, 1);
    best_kernels().sigmoid(result, end - begin);
  }

  std::shared_ptr<const ModelFile> file;
  EmbeddingTable word, suffix, shape, space;
  const unsigned char* owner = nullptr;  // of each row of `word`: the key of the word that it is of, 0 for none
  Convolution first, second;
  PackedMatrix output;
};

SegmenterNetwork::SegmenterNetwork(std::unique_ptr<const Weights> weights) : weights_(std::move(weights)) {}
SegmenterNetwork::~SegmenterNetwork() = default;

std::shared_ptr<const SegmenterNetwork> SegmenterNetwork::load(const std::string& path) {
  const auto file = ModelFile::open(path);
  file->require_class(kClass);
  const std::shared_ptr<const SegmenterNetwork> network(new SegmenterNetwork(std::make_unique<Weights>(file)));
  network->self_test();
  return network;
}

void SegmenterNetwork::self_test() const {
  Scratch scratch;
  std::vector<float> result;
  for (const SelfTest& test : weights_->file->self_tests()) {
    Document document;
    document.tokens.resize(test.tokens.size());
    for (size_t i = 0; i < test.tokens.size(); ++i) {
      document.tokens[i].form = test.tokens[i];
      if (!test.space.empty()) document.tokens[i].space_after = static_cast<uint8_t>(test.space[i]);
    }
    score(document, result, scratch);
    for (size_t i = 0; i < test.end.size(); ++i) {
      if ((result[i] > 0.5f) == (test.end[i] != 0)) continue;
      weights_->file->fail("selftest, token " + std::to_string(i + 1) + " '" + test.tokens[i] + "'",
                           std::to_string(result[i]), "sentence end " + std::to_string(test.end[i]));
    }
  }
}

void SegmenterNetwork::score(const Document& document, std::vector<float>& end_probability, Scratch& scratch) const {
  const std::vector<Token>& tokens = document.tokens;
  end_probability.resize(tokens.size());
  for (size_t begin = 0; begin < tokens.size(); begin += kBlockTokens) {
    const size_t end = std::min(tokens.size(), begin + kBlockTokens);
    weights_->score(tokens, begin, end, end_probability.data() + begin, scratch);
  }
  for (size_t i = 0; i < tokens.size(); ++i) {
    const bool last = i + 1 == tokens.size();
    if (last || tokens[i].space_after == kEmptyLine) end_probability[i] = 1;
    if (!last && tokens[i + 1].multiword_inside) end_probability[i] = 0;
  }
}

}  // namespace actant
