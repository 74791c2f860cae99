#ifndef ACTANT_EXTRACT_TEXT_SENTENCE_SPLITTER_H_
#define ACTANT_EXTRACT_TEXT_SENTENCE_SPLITTER_H_

#include <memory>
#include <vector>

#include "extract/nn/segmenter_network.h"
#include "extract/stage.h"

namespace actant {

/// Groups tokens into sentences: fills `document.sentences`.
///
/// With a network a sentence ends where its probability exceeds `threshold`; without one the rules of sentence_rules.h
/// decide. Both ways an empty line and the end of the text end a sentence, no sentence ends within a multiword token,
/// and closing quotes and brackets belong to the sentence they close. Sentences of a headline that opens the text (it
/// equals `document.info.title`) are marked as title.
class SentenceSplitterStage : public Stage {
 public:
  /// `network` may be null. `threshold` is a probability, by default the one the network was trained for.
  explicit SentenceSplitterStage(std::shared_ptr<const SegmenterNetwork> network = nullptr, float threshold = 0.5f)
      : network_(std::move(network)), threshold_(threshold) {}
  std::string_view name() const override { return "sentence splitter"; }
  uint32_t requires_layers() const override { return kTokens; }
  uint32_t provides_layers() const override { return kSentences; }
  void process(Document& document) override;

 private:
  void ask_network(const Document& document);

  std::shared_ptr<const SegmenterNetwork> network_;
  float threshold_;
  SegmenterNetwork::Scratch scratch_;
  std::vector<float> probability_;
  std::vector<uint8_t> ends_;  // 1: a sentence ends after the token
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_SENTENCE_SPLITTER_H_
