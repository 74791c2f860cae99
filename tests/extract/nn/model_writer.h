#ifndef ACTANT_TESTS_EXTRACT_NN_MODEL_WRITER_H_
#define ACTANT_TESTS_EXTRACT_NN_MODEL_WRITER_H_

#include <gtest/gtest.h>
#include <xxhash.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

namespace actant {

/// Builds small model files (extract/nn/model_format.md) byte by byte.
class ModelWriter {
 public:
  nlohmann::json header = {{"class", "test-1"}, {"tensors", nlohmann::json::array()}};
  uint32_t version = 1;

  void add(const std::string& name, const char* dtype, const std::vector<uint64_t>& shape, const void* data,
           size_t bytes) {
    header["tensors"].push_back({{"name", name}, {"dtype", dtype}, {"shape", shape}, {"offset", 0}, {"bytes", bytes}});
    data_.emplace_back(static_cast<const char*>(data), bytes);
  }
  void add_floats(const std::string& name, const std::vector<uint64_t>& shape, const std::vector<float>& values) {
    add(name, "f32", shape, values.data(), values.size() * sizeof(float));
  }
  /// A tensor of numbers uniform in [-size, size].
  std::vector<float> add_random(const std::string& name, const std::vector<uint64_t>& shape, float size = 0.5f) {
    size_t count = 1;
    for (const uint64_t extent : shape) count *= extent;
    std::uniform_real_distribution<float> uniform(-size, size);
    std::vector<float> values(count);
    for (float& value : values) value = uniform(generator_);
    add_floats(name, shape, values);
    return values;
  }
  void add_vocabulary(const std::vector<std::string>& words) {
    std::string bytes;
    for (const std::string& word : words) bytes += word + "\n";
    add("vocab.bytes", "u8", {bytes.size()}, bytes.data(), bytes.size());
    header["vocabulary"] = {{"tensor", "vocab.bytes"}, {"count", words.size()}};
  }

  /// The whole file, with offsets filled in and the right checksum.
  std::string bytes() {
    // Offsets lengthen the header, so it is placed once with room for them.
    const size_t data_begin = (32 + header.dump().size() + 24 * data_.size() + 63) / 64 * 64;
    size_t offset = data_begin;
    for (size_t i = 0; i < data_.size(); ++i) {
      header["tensors"][i]["offset"] = offset;
      offset = (offset + data_[i].size() + 63) / 64 * 64;
    }
    return assemble(header.dump(), data_begin);
  }

  /// A file with this header text as it is; tensor data begins at `data_begin`.
  std::string assemble(const std::string& text, size_t data_begin) const {
    std::string file(32, '\0');
    file += text;
    file.resize(std::max(file.size(), data_begin), '\0');
    for (const std::string& tensor : data_) {
      file.resize((file.size() + 63) / 64 * 64, '\0');
      file += tensor;
    }
    std::memcpy(file.data(), "ACTANTM\n", 8);
    std::memcpy(file.data() + 8, &version, 4);
    const auto header_bytes = static_cast<uint32_t>(text.size());
    std::memcpy(file.data() + 12, &header_bytes, 4);
    seal(file);
    return file;
  }

  /// Writes length and checksum into the prefix.
  static void seal(std::string& file) {
    const uint64_t size = file.size(), checksum = XXH64(file.data() + 32, file.size() - 32, 0);
    std::memcpy(file.data() + 16, &size, 8);
    std::memcpy(file.data() + 24, &checksum, 8);
  }

  std::mt19937& generator() { return generator_; }

 private:
  std::vector<std::string> data_;
  std::mt19937 generator_{1};
};

/// Writes `bytes` to a file of the running test that is removed with the object.
class ModelOnDisk {
 public:
  explicit ModelOnDisk(const std::string& bytes) {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = (std::filesystem::temp_directory_path() /
             ("actant_" + std::string(info->test_suite_name()) + "_" + info->name() + ".actm"))
                .string();
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ModelOnDisk() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace actant

#endif  // ACTANT_TESTS_EXTRACT_NN_MODEL_WRITER_H_
