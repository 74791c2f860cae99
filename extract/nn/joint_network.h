#ifndef ACTANT_EXTRACT_NN_JOINT_NETWORK_H_
#define ACTANT_EXTRACT_NN_JOINT_NETWORK_H_

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nn/bio_decoder.h"
#include "extract/nn/input_layer.h"
#include "extract/nn/joint_heads.h"
#include "extract/nn/model_file.h"
#include "extract/nn/sru_encoder.h"
#include "extract/nn/transformer_network.h"
#include "extract/syntax/eisner.h"
#include "extract/syntax/mst.h"

namespace actant {

/// What the network says of the tokens of an article. Labels are indices into JointNetwork::labels().
struct JointAnalysis {
  static constexpr uint32_t kRoot = 0xffffffff;

  static constexpr size_t kLemmaChoices = 4;

  std::vector<uint16_t> upos, xpos, lemma, deprel;                 ///< one a token
  std::vector<std::array<uint16_t, kLemmaChoices>> lemma_choices;  ///< the best lemma rules, `lemma` first
  std::vector<uint32_t> head;                                      ///< token index, or kRoot
  std::vector<NameSpan> names;  ///< by position; the type indexes JointNetwork::name_types()
};

/// Tagger, lemmatizer, parser and name recognizer in one: the network `joint-sru-1` of extract/nn/network.md, alone or
/// together with a `joint-transformer-1`, which reads the same and is right more often and slower. Of two, the mean of
/// their log-probabilities counts.
///
/// Immutable after load(); threads share it, each with its own Scratch. An article's sentences are gathered into blocks
/// of some hundred tokens, so that each matrix product is large; what a token gets depends only on its own sentence.
class JointNetwork {
 public:
  /// Longest sequence that is read at once. A longer sentence is read in pieces of this length; the roots of the later
  /// ones hang on the root of the first as `parataxis`. Keeps time and memory per token bounded; treebanks have no
  /// sentence half as long, tables and lists without a full stop do.
  static constexpr uint32_t kMaxSequence = 400;
  /// Tokens of a block, unless one sentence has more: their rows of bytes and a group's part of a product lie in the
  /// second-level cache together (SruEncoder).
  static constexpr uint32_t kBlockTokens = 256;

  /// Memory of one thread.
  struct Scratch {
    WordCache words;
    SruEncoder::Scratch encoder;
    AlignedBuffer input;
    JointHeads::Scratch heads;
    TransformerNetwork::Scratch second;
    TreeDecoder trees;
    ProjectiveDecoder projective;
    BioDecoder::Scratch bio;
    std::vector<TokenRange> pieces, block;  // of the article; of the block, counted from its first token
    std::vector<uint32_t> local_heads;
    std::vector<uint8_t> continued;  // the piece goes on a sentence that the piece before began
  };

  /// Maps the file, unpacks the weights and replays the file's own test sentences; those of `transformer`, where one is
  /// named, with both networks.
  /// \throws IoError, CorruptData, UnsupportedVersion naming the file; CorruptData too when
  /// more than one label in ten tokens of a test sentence comes out differently than when the model was written.
  static std::shared_ptr<const JointNetwork> load(const std::string& path, const KernelSet& kernels = best_kernels(),
                                                  const std::string& transformer = "");

  /// Analyzes the tokens `forms` (UTF-8), cut into `sentences` which cover them in order. Replaces `analysis`.
  void analyze(std::span<const std::string_view> forms, std::span<const TokenRange> sentences, JointAnalysis& analysis,
               Scratch& scratch) const;

  const std::vector<std::string>& labels(LabelLayer layer) const { return heads_.labels(layer); }
  const std::vector<std::string>& name_types() const { return bio_.types(); }
  const ModelFile& file() const { return *file_; }
  /// Identifies the model: ModelFile::checksum(), of two files both.
  uint64_t checksum() const;

  /// Multiplications and additions of the matrix products per token, without those that grow with the sentence.
  size_t flops_per_token() const;
  /// The matrices of `joint-sru-1` that make up nearly all of its own, for benchmarks.
  std::vector<const WeightMatrix*> matrices() const;
  const InputLayer& input_layer() const { return input_; }
  const SruEncoder& encoder() const { return encoder_; }

 private:
  JointNetwork(std::shared_ptr<const ModelFile> file, const KernelSet& kernels);
  void self_test(const ModelFile& file) const;
  void check(const ModelFile& file, const SelfTest& test, Scratch& scratch) const;
  void cut(std::span<const TokenRange> sentences, Scratch& scratch) const;
  void run_block(std::span<const std::string_view> forms, std::span<const TokenRange> pieces, JointAnalysis& analysis,
                 Scratch& scratch) const;
  void tag(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const;
  void recognize(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const;
  void attach(size_t tokens, Scratch& scratch) const;
  void relate(uint32_t first, size_t tokens, JointAnalysis& analysis, Scratch& scratch) const;
  void join_pieces(JointAnalysis& analysis, const Scratch& scratch) const;

  std::shared_ptr<const ModelFile> file_;
  InputLayer input_;
  SruEncoder encoder_;
  JointHeads heads_;
  BioDecoder bio_;
  std::unique_ptr<const TransformerNetwork> second_;  // or none
  uint16_t root_label_ = 0, parataxis_label_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_JOINT_NETWORK_H_
