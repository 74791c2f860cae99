#ifndef ACTANT_EXTRACT_NN_MODEL_FILE_H_
#define ACTANT_EXTRACT_NN_MODEL_FILE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nn/tensor_view.h"

namespace actant {

/// A sentence with the answers that the network gave when it was written.
struct SelfTest {
  std::vector<std::string> tokens;
  std::vector<std::string> upos, ner;  ///< empty where the file does not say
  std::vector<int64_t> head;           ///< 1-based, 0 is the root; empty where the file does not say
  std::vector<int64_t> space, end;  ///< of a segmenter: Token::space_after, and 1 where a sentence ends after the token
};

/// A trained model on disk, mapped into memory: extract/nn/model_format.md.
///
/// Immutable after open(); any number of threads may read it. Views point into the mapping and live as long as the
/// object.
class ModelFile {
 public:
  /// Maps `path` and checks it whole, checksum included, in the order of model_format.md.
  /// \throws IoError when the file cannot be opened or mapped, UnsupportedVersion for another version of the format,
  /// CorruptData otherwise; each names the file, what was found and what was expected.
  static std::shared_ptr<const ModelFile> open(const std::string& path);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  const std::string& path() const { return path_; }
  /// Name of the network, `joint-sru-1`.
  const std::string& model_class() const { return class_; }
  /// XXH64 of everything after the prefix: identifies the model.
  uint64_t checksum() const { return checksum_; }
  /// A number of `config`.
  std::optional<double> number(std::string_view name) const;
  /// A whole number of `config`, from 1 on. \throws CorruptData when it is absent or no such number
  size_t count(std::string_view name) const;
  /// Label names of one layer, in the order of the network's outputs. \throws CorruptData when absent
  const std::vector<std::string>& labels(const std::string& layer) const;
  const std::vector<SelfTest>& self_tests() const { return self_tests_; }

  /// nullptr when there is none.
  const TensorView* find_tensor(const std::string& name) const;
  /// \throws CorruptData when absent
  const TensorView& tensor(const std::string& name) const;
  /// An f32, f16 or scaled i8 tensor as floats, row-major.
  /// \throws CorruptData when it is absent, of another type, or not of `shape`
  std::vector<float> floats(const std::string& name, const std::vector<uint64_t>& shape) const;
  /// As above, of any shape.
  std::vector<float> floats(const std::string& name) const;
  /// The words of the vocabulary tensor in id order; views into the mapping. \throws CorruptData
  std::vector<std::string_view> vocabulary() const;

  /// Throws CorruptData when the class is not `name`.
  void require_class(std::string_view name) const;
  /// Throws CorruptData: `model file PATH: WHAT: found FOUND, expected EXPECTED`.
  [[noreturn]] void fail(const std::string& what, const std::string& found, const std::string& expected) const;

 private:
  explicit ModelFile(std::string path) : path_(std::move(path)) {}
  void map();
  void check_prefix();
  void read_header();
  struct HeaderReader;

  std::string path_, class_;
  const unsigned char* data_ = nullptr;
  size_t size_ = 0;
  size_t header_bytes_ = 0;
  uint64_t checksum_ = 0;
  std::map<std::string, double, std::less<>> config_;
  std::map<std::string, std::vector<std::string>> labels_;
  std::map<std::string, TensorView> tensors_;
  std::vector<SelfTest> self_tests_;
  std::string vocabulary_tensor_;
  uint64_t vocabulary_count_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_MODEL_FILE_H_
