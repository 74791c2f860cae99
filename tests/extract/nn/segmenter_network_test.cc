#include "extract/nn/segmenter_network.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "extract/nn/features.h"
#include "graph/model/error.h"
#include "tests/extract/nn/model_writer.h"

namespace actant {
namespace {

constexpr size_t kBuckets = 40, kSuffixes = 12, kWord = 3, kShapeSize = 2, kSpaceSize = 2, kHidden = 4, kInput = 7;

class SegmenterNetworkTest : public testing::Test {
 protected:
  SegmenterNetworkTest() {
    writer_.header["class"] = "segmenter-conv-2";
    word_ = writer_.add_random("word", {kBuckets, kWord}, 1);
    // Two words of the list below have a row.
    owner_[hash_of("said") % kBuckets] = static_cast<uint8_t>((hash_of("said") >> 56) % 255 + 1);
    owner_[hash_of("u.s.") % kBuckets] = static_cast<uint8_t>((hash_of("u.s.") >> 56) % 255 + 1);
    writer_.add("word.key", "u8", {kBuckets}, owner_.data(), owner_.size());
    suffix_ = writer_.add_random("suffix", {kSuffixes, kWord}, 1);
    shape_ = writer_.add_random("shape", {13, kShapeSize}, 1);
    space_ = writer_.add_random("space", {4, kSpaceSize}, 1);
    w0_ = writer_.add_random("conv.0.w", {5 * kInput, kHidden});
    b0_ = writer_.add_random("conv.0.b", {kHidden});
    w1_ = writer_.add_random("conv.1.w", {7 * kHidden, kHidden});
    b1_ = writer_.add_random("conv.1.b", {kHidden});
    wo_ = writer_.add_random("out.w", {kHidden, 1}, 1);
    bo_ = writer_.add_random("out.b", {1}, 1);
  }

  static uint64_t hash_of(std::string_view bytes) {
    uint64_t hash = 14695981039346656037ull;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
  }

  /// A document of words from a small list, with blanks between them.
  static Document document_of(size_t tokens) {
    static const char* const kWords[] = {"Iran", "said", ".", "U.S.", "\"", "2015", "Mr.", "été"};
    Document document;
    for (size_t i = 0; i < tokens; ++i) {
      Token token;
      token.form = kWords[i * i % 8];
      token.space_after = static_cast<uint8_t>(i % 3);
      document.tokens.push_back(token);
    }
    return document;
  }

  std::vector<float> score(const Document& document) {
    const ModelOnDisk disk(writer_.bytes());
    std::vector<float> result;
    SegmenterNetwork::Scratch scratch;
    SegmenterNetwork::load(disk.path())->score(document, result, scratch);
    return result;
  }

  /// Section segmenter-conv-2 of network.md, token by token.
  std::vector<double> plain(const Document& document) const {
    const auto& tokens = document.tokens;
    std::vector<std::vector<double>> x;
    for (size_t i = 0; i < tokens.size(); ++i) {
      std::string norm;
      normalize_form(tokens[i].form, norm);
      const size_t bucket = hash_of(norm) % kBuckets;
      std::string suffix = norm == "été" ? norm : norm.substr(norm.size() - std::min<size_t>(norm.size(), 3));
      const size_t ending = hash_of(suffix) % kSuffixes;
      const size_t space = i + 1 == tokens.size() ? 3 : tokens[i].space_after, shape = word_shape(tokens[i].form);
      std::vector<double> row(suffix_.begin() + ending * kWord, suffix_.begin() + (ending + 1) * kWord);
      const bool known = norm == "said" || norm == "u.s.";
      for (size_t k = 0; known && k < kWord; ++k) row[k] += word_[bucket * kWord + k];
      row.insert(row.end(), shape_.begin() + shape * kShapeSize, shape_.begin() + (shape + 1) * kShapeSize);
      row.insert(row.end(), space_.begin() + space * kSpaceSize, space_.begin() + (space + 1) * kSpaceSize);
      x.push_back(row);
    }
    const auto z = convolve(convolve(x, w0_, b0_, 5), w1_, b1_, 7);
    std::vector<double> result;
    for (const auto& row : z) {
      double logit = bo_[0];
      for (size_t k = 0; k < kHidden; ++k) logit += row[k] * wo_[k];
      result.push_back(1 / (1 + std::exp(-logit)));
    }
    result.back() = 1;
    return result;
  }

  static std::vector<std::vector<double>> convolve(const std::vector<std::vector<double>>& x,
                                                   const std::vector<float>& w, const std::vector<float>& b,
                                                   size_t width) {
    std::vector<std::vector<double>> y;
    for (size_t t = 0; t < x.size(); ++t) {
      std::vector<double> row(b.begin(), b.end());
      for (size_t k = 0; k < width; ++k) {
        if (t + k < width / 2 || t + k - width / 2 >= x.size()) continue;
        const auto& from = x[t + k - width / 2];
        for (size_t i = 0; i < from.size(); ++i) {
          for (size_t j = 0; j < kHidden; ++j) row[j] += from[i] * w[(k * from.size() + i) * kHidden + j];
        }
      }
      for (double& value : row) value = std::max(0.0, value);
      y.push_back(row);
    }
    return y;
  }

  ModelWriter writer_;
  std::array<uint8_t, kBuckets> owner_{};
  std::vector<float> word_, suffix_, shape_, space_, w0_, b0_, w1_, b1_, wo_, bo_;
};

TEST_F(SegmenterNetworkTest, ScoresAsItsDescriptionSaysAcrossBlocks) {
  for (const size_t tokens : {1, 2, 6, 30, 1024, 1025, 1030, 2500}) {
    const Document document = document_of(tokens);
    const std::vector<float> found = score(document);
    const std::vector<double> expected = plain(document);
    ASSERT_EQ(found.size(), tokens);
    for (size_t i = 0; i < tokens; ++i) ASSERT_NEAR(found[i], expected[i], 1e-5) << i << " of " << tokens;
  }
}

TEST_F(SegmenterNetworkTest, EmptyLinesEndSentencesAndMultiwordTokensDoNot) {
  Document document = document_of(20);
  document.tokens[4].space_after = 3;
  document.tokens[8].multiword_inside = true;
  const std::vector<float> found = score(document);
  EXPECT_EQ(found[4], 1);
  EXPECT_EQ(found[7], 0);
  EXPECT_EQ(found[19], 1);
}

TEST_F(SegmenterNetworkTest, AcceptsNoTokens) { EXPECT_TRUE(score(Document()).empty()); }

TEST_F(SegmenterNetworkTest, ReplaysItsSelfTests) {
  writer_.header["selftest"] = {{{"tokens", {"a", "b"}}, {"space", {1, 1}}, {"end", {0, 0}}}};
  EXPECT_THROW(score(Document()), CorruptData);
}

}  // namespace
}  // namespace actant
