#include "extract/nn/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "extract/nn/kernels.h"
#include "graph/model/error.h"

namespace actant {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are mapped, not converted");

using nlohmann::json;

constexpr std::string_view kMagic("ACTANTM\n", 8);
constexpr uint32_t kVersion = 1;
constexpr size_t kPrefixBytes = 32;
constexpr size_t kAlignment = 64;
constexpr std::string_view kDTypeNames[] = {"f32", "f16", "i8", "u8", "i32", "u32", "u64"};
constexpr size_t kDTypeSizes[] = {4, 2, 1, 1, 4, 4, 8};

template <typename T>
T read_at(const unsigned char* data, size_t offset) {
  T value;
  std::memcpy(&value, data + offset, sizeof value);
  return value;
}

std::string hex(uint64_t value) {
  char text[24];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

std::string shape_text(const std::vector<uint64_t>& shape) {
  std::string text = "[";
  for (size_t i = 0; i < shape.size(); ++i) text += (i == 0 ? "" : " x ") + std::to_string(shape[i]);
  return text + "]";
}

}  // namespace

size_t dtype_size(DType dtype) { return kDTypeSizes[static_cast<size_t>(dtype)]; }
std::string_view dtype_name(DType dtype) { return kDTypeNames[static_cast<size_t>(dtype)]; }

void ModelFile::fail(const std::string& what, const std::string& found, const std::string& expected) const {
  throw CorruptData("model file " + path_ + ": " + what + ": found " + found + ", expected " + expected);
}

std::shared_ptr<const ModelFile> ModelFile::open(const std::string& path) {
  const std::shared_ptr<ModelFile> file(new ModelFile(path));
  file->map();
  file->check_prefix();
  file->read_header();
  return file;
}

ModelFile::~ModelFile() {
  if (data_ != nullptr) munmap(const_cast<unsigned char*>(data_), size_);
}

void ModelFile::map() {
  const auto io_error = [this](const char* action) {
    return IoError("model file " + path_ + ": cannot " + action + ": " + std::strerror(errno));
  };
  const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw io_error("open");
  struct stat status;
  void* address = MAP_FAILED;
  const bool known = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  if (known && status.st_size > 0) {
    size_ = static_cast<size_t>(status.st_size);
    address = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
  }
  const int map_errno = errno;
  close(descriptor);
  if (!known) throw IoError("model file " + path_ + ": not a regular file");
  if (size_ == 0) fail("length", "0 bytes", "at least 32");
  errno = map_errno;
  if (address == MAP_FAILED) throw io_error("map");
  data_ = static_cast<const unsigned char*>(address);
}

void ModelFile::check_prefix() {
  if (size_ < kPrefixBytes) fail("length", std::to_string(size_) + " bytes", "at least 32");
  if (std::memcmp(data_, kMagic.data(), kMagic.size()) != 0) {
    fail("magic", "other bytes", "ACTANTM and a newline: is it a model file");
  }
  if (const auto version = read_at<uint32_t>(data_, 8); version != kVersion) {
    throw UnsupportedVersion("model file " + path_ + ": version: found " + std::to_string(version) + ", expected " +
                             std::to_string(kVersion) + ": take the model that belongs to this program");
  }
  header_bytes_ = read_at<uint32_t>(data_, 12);
  const auto file_bytes = read_at<uint64_t>(data_, 16);
  if (file_bytes != size_) fail("length", std::to_string(size_) + " bytes", std::to_string(file_bytes));
  checksum_ = XXH64(data_ + kPrefixBytes, size_ - kPrefixBytes, 0);
  if (const auto expected = read_at<uint64_t>(data_, 24); checksum_ != expected) {
    fail("checksum", hex(checksum_), hex(expected));
  }
  if (header_bytes_ > size_ - kPrefixBytes) {
    fail("header_bytes", std::to_string(header_bytes_), "at most " + std::to_string(size_ - kPrefixBytes));
  }
}

/// Turns the JSON header into members; every wrong type is reported with the key.
struct ModelFile::HeaderReader {
  ModelFile& file;

  const json& member(const json& object, const char* key, json::value_t type) {
    const auto found = object.find(key);
    if (found == object.end()) file.fail(std::string("header key ") + key, "nothing", json(type).type_name());
    if (found->type() != type) file.fail(std::string("header key ") + key, found->type_name(), json(type).type_name());
    return *found;
  }

  std::vector<std::string> strings(const json& array, const std::string& where) {
    std::vector<std::string> result;
    if (!array.is_array()) file.fail(where, array.type_name(), "array");
    for (const json& item : array) {
      if (!item.is_string()) file.fail(where, item.type_name(), "string");
      result.push_back(item.get<std::string>());
    }
    return result;
  }

  std::vector<int64_t> integers(const json& array, const std::string& where) {
    std::vector<int64_t> result;
    if (!array.is_array()) file.fail(where, array.type_name(), "array");
    for (const json& item : array) {
      if (!item.is_number_integer()) file.fail(where, item.type_name(), "integer");
      result.push_back(item.get<int64_t>());
    }
    return result;
  }

  void read(const json& header) {
    file.class_ = member(header, "class", json::value_t::string).get<std::string>();
    if (const auto config = header.find("config"); config != header.end() && config->is_object()) {
      for (const auto& [key, value] : config->items()) {
        if (value.is_number()) file.config_[key] = value.get<double>();
      }
    }
    if (const auto labels = header.find("labels"); labels != header.end()) {
      if (!labels->is_object()) file.fail("header key labels", labels->type_name(), "object");
      for (const auto& [key, value] : labels->items()) file.labels_[key] = strings(value, "labels of " + key);
    }
    if (const auto vocabulary = header.find("vocabulary"); vocabulary != header.end()) {
      if (!vocabulary->is_object()) file.fail("header key vocabulary", vocabulary->type_name(), "object");
      file.vocabulary_tensor_ = member(*vocabulary, "tensor", json::value_t::string).get<std::string>();
      file.vocabulary_count_ = member(*vocabulary, "count", json::value_t::number_unsigned).get<uint64_t>();
    }
    for (const json& entry : member(header, "tensors", json::value_t::array)) read_tensor(entry);
    if (const auto tests = header.find("selftest"); tests != header.end()) {
      if (!tests->is_array()) file.fail("header key selftest", tests->type_name(), "array");
      for (const json& entry : *tests) read_self_test(entry);
    }
  }

  void read_tensor(const json& entry) {
    if (!entry.is_object()) file.fail("entry of tensors", entry.type_name(), "object");
    TensorView view;
    view.name = member(entry, "name", json::value_t::string).get<std::string>();
    const auto dtype = member(entry, "dtype", json::value_t::string).get<std::string>();
    const auto known = std::find(std::begin(kDTypeNames), std::end(kDTypeNames), dtype);
    if (known == std::end(kDTypeNames)) file.fail("dtype of " + view.name, dtype, "f32 f16 i8 u8 i32 u32 or u64");
    view.dtype = static_cast<DType>(known - std::begin(kDTypeNames));
    uint64_t bytes = dtype_size(view.dtype);
    for (const json& extent : member(entry, "shape", json::value_t::array)) {
      if (!extent.is_number_unsigned()) file.fail("shape of " + view.name, extent.dump(), "numbers from 0 up");
      view.shape.push_back(extent.get<uint64_t>());
      if (__builtin_mul_overflow(bytes, view.shape.back(), &bytes)) {
        file.fail("shape of " + view.name, shape_text(view.shape), "a product below 2^64");
      }
    }
    check_place(entry, view, bytes);
    file.tensors_[view.name] = view;
  }

  void check_place(const json& entry, TensorView& view, uint64_t bytes) {
    const auto stated = member(entry, "bytes", json::value_t::number_unsigned).get<uint64_t>();
    const auto offset = member(entry, "offset", json::value_t::number_unsigned).get<uint64_t>();
    if (stated != bytes) file.fail("bytes of " + view.name, std::to_string(stated), std::to_string(bytes));
    if (offset % kAlignment != 0) file.fail("offset of " + view.name, std::to_string(offset), "a multiple of 64");
    if (offset < kPrefixBytes + file.header_bytes_ || offset > file.size_ || bytes > file.size_ - offset) {
      file.fail("place of " + view.name, std::to_string(offset) + " + " + std::to_string(bytes),
                "between header and " + std::to_string(file.size_));
    }
    view.data = file.data_ + offset;
    view.bytes = bytes;
  }

  void read_self_test(const json& entry) {
    if (!entry.is_object()) file.fail("entry of selftest", entry.type_name(), "object");
    SelfTest test;
    for (const auto& [key, value] : entry.items()) {
      if (key == "tokens") test.tokens = strings(value, "selftest tokens");
      if (key == "upos") test.upos = strings(value, "selftest upos");
      if (key == "ner") test.ner = strings(value, "selftest ner");
      if (key == "head") test.head = integers(value, "selftest head");
      if (key == "space") test.space = integers(value, "selftest space");
      if (key == "end") test.end = integers(value, "selftest end");
    }
    for (const size_t size :
         {test.upos.size(), test.ner.size(), test.head.size(), test.space.size(), test.end.size()}) {
      if (size != 0 && size != test.tokens.size()) {
        file.fail("selftest", std::to_string(size) + " labels", std::to_string(test.tokens.size()) + ", one a token");
      }
    }
    file.self_tests_.push_back(std::move(test));
  }
};

void ModelFile::read_header() {
  const char* text = reinterpret_cast<const char*>(data_) + kPrefixBytes;
  // The JSON reader would take a zero byte of the padding for the end of the text.
  if (std::memchr(text, 0, header_bytes_) != nullptr) fail("header", "a zero byte", "JSON text of header_bytes");
  const json header = json::parse(text, text + header_bytes_, nullptr, /*allow_exceptions=*/false);
  if (!header.is_object()) fail("header", header.is_discarded() ? "broken JSON" : header.type_name(), "JSON object");
  HeaderReader{*this}.read(header);
}

std::optional<double> ModelFile::number(std::string_view name) const {
  const auto found = config_.find(name);
  return found == config_.end() ? std::nullopt : std::optional(found->second);
}

size_t ModelFile::count(std::string_view name) const {
  constexpr double kMost = 1 << 24;
  const double value = number(name).value_or(0);
  if (!(value >= 1 && value <= kMost) || value != std::floor(value))
    fail("config." + std::string(name), std::to_string(value), "a whole number from 1 on");
  return static_cast<size_t>(value);
}

const std::vector<std::string>& ModelFile::labels(const std::string& layer) const {
  const auto found = labels_.find(layer);
  if (found == labels_.end()) fail("labels", "no " + layer, "a list of " + layer + " labels");
  return found->second;
}

const TensorView* ModelFile::find_tensor(const std::string& name) const {
  const auto found = tensors_.find(name);
  return found == tensors_.end() ? nullptr : &found->second;
}

const TensorView& ModelFile::tensor(const std::string& name) const {
  const TensorView* view = find_tensor(name);
  if (view == nullptr) fail("tensors", "no " + name, "a tensor " + name);
  return *view;
}

std::vector<float> ModelFile::floats(const std::string& name, const std::vector<uint64_t>& shape) const {
  const TensorView& view = tensor(name);
  if (view.shape != shape) fail("shape of " + name, shape_text(view.shape), shape_text(shape));
  return floats(name);
}

std::vector<float> ModelFile::floats(const std::string& name) const {
  const TensorView& view = tensor(name);
  std::vector<float> values(view.elements());
  if (values.empty()) return values;
  if (view.dtype == DType::kF32) {
    std::memcpy(values.data(), view.data, view.bytes);
  } else if (view.dtype == DType::kF16) {
    best_kernels().widen_f16(reinterpret_cast<const uint16_t*>(view.data), values.data(), values.size());
  } else if (view.dtype == DType::kI8) {
    const std::vector<float> scale = floats(name + ".scale", {view.rows()});
    const auto* from = reinterpret_cast<const int8_t*>(view.data);
    for (size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(from[i]) * scale[i / view.columns()];
  } else {
    fail("dtype of " + name, std::string(dtype_name(view.dtype)), "f32, f16 or i8");
  }
  return values;
}

std::vector<std::string_view> ModelFile::vocabulary() const {
  if (vocabulary_tensor_.empty()) fail("header key vocabulary", "nothing", "object");
  const TensorView& view = tensor(vocabulary_tensor_);
  if (view.dtype != DType::kU8) fail("dtype of " + view.name, std::string(dtype_name(view.dtype)), "u8");
  std::string_view left(reinterpret_cast<const char*>(view.data), view.bytes);
  std::vector<std::string_view> words;
  while (!left.empty()) {
    const size_t end = left.find('\n');
    if (end == std::string_view::npos) fail("end of " + view.name, "no newline", "each word followed by a newline");
    words.push_back(left.substr(0, end));
    left.remove_prefix(end + 1);
  }
  if (words.size() != vocabulary_count_) {
    fail("words in " + view.name, std::to_string(words.size()), std::to_string(vocabulary_count_));
  }
  return words;
}

void ModelFile::require_class(std::string_view name) const {
  if (class_ != name) fail("class", class_, std::string(name));
}

}  // namespace actant
