#include "extract/nn/transformer_network.h"

#include <algorithm>

namespace actant {
namespace {

constexpr double kPiecesPerToken = 1.2;  // of news, with those around a sentence

std::shared_ptr<const ModelFile> open_model(const std::string& path) {
  auto file = ModelFile::open(path);
  file->require_class("joint-transformer-1");
  return file;
}

}  // namespace

TransformerNetwork::TransformerNetwork(const std::string& path, const std::shared_ptr<const ModelFile>& joint,
                                       const KernelSet& kernels)
    : file_(open_model(path)),
      input_(joint, file_),
      encoder_(file_, kernels),
      heads_(*file_, encoder_.width() + input_.width(), kernels),
      share_(static_cast<float>(file_->number("share").value_or(0.5))) {
  for (const char* layer : {"upos", "xpos", "deprel", "lemma", "ner"}) {
    if (file_->labels(layer) == joint->labels(layer)) continue;
    file_->fail(std::string("labels of ") + layer, "others", "those of " + joint->path());
  }
}

void TransformerNetwork::read(std::span<const std::string_view> forms, std::span<const TokenRange> sequences,
                              Scratch& scratch) const {
  const size_t width = encoder_.width(), extra = input_.width();
  float* input = scratch.input.reserve(forms.size() * extra);
  for (const TokenRange& range : sequences) {
    input_.encode(forms.subspan(range.first, range.size()), input + range.first * extra, scratch.words);
  }
  const float* states = encoder_.encode(forms, sequences, scratch.encoder);
  float* joined = scratch.joined.reserve(forms.size() * (width + extra));
  for (size_t i = 0; i < forms.size(); ++i) {
    float* to = joined + i * (width + extra);
    std::copy_n(states + i * width, width, to);
    std::copy_n(input + i * extra, extra, to + width);
  }
  heads_.read(joined, forms.size(), scratch.heads);
}

size_t TransformerNetwork::flops_per_token() const {
  size_t layers = 0, heads = 0;
  for (const WeightMatrix* matrix : encoder_.matrices()) layers += 2 * matrix->depth() * matrix->columns();
  for (const WeightMatrix* matrix : heads_.matrices()) heads += 2 * matrix->depth() * matrix->columns();
  return static_cast<size_t>(kPiecesPerToken * static_cast<double>(layers)) + heads;
}

}  // namespace actant
