#ifndef ACTANT_TOOLS_TRAIN_COREF_EXAMPLE_SET_H_
#define ACTANT_TOOLS_TRAIN_COREF_EXAMPLE_SET_H_

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "extract/coref/coref_ranker.h"

namespace actant {

inline constexpr uint32_t kAbsent = 0xffffffff;  ///< row of a feature that is too rare

struct CorefPair {
  uint32_t antecedent, begin, end;  // rows [begin, end) of the pool
  bool right;
};
struct CorefExample {
  uint32_t begin, end;            // unary features in the pool, three blocks: new, anaphor, antecedent
  uint32_t pair_begin, pair_end;  // of CorefExamples::pairs
  bool fresh;
};
struct CorefArticle {
  uint32_t begin, end;  // candidates
};
struct CorefExamples {
  std::vector<uint32_t> pool;
  std::vector<CorefPair> pairs;
  std::vector<CorefExample> candidates;
  std::vector<CorefArticle> articles;
};

/// Numbers of keys, by open addressing.
class KeyTable {
 public:
  KeyTable() : keys_(1u << 24), values_(1u << 24) {}
  uint32_t& at(uint32_t key) {
    for (uint32_t s = key & mask();; s = (s + 1) & mask()) {
      if (keys_[s] == key) return values_[s];
      if (keys_[s] != 0) continue;
      if (++used_ * 4 > keys_.size() * 3) throw std::runtime_error("too many features");
      keys_[s] = key;
      return values_[s];
    }
  }
  std::vector<uint32_t> number(uint32_t least) {
    std::vector<uint32_t> kept;
    for (size_t s = 0; s < keys_.size(); ++s) {
      if (keys_[s] == 0) continue;
      const bool keep = values_[s] >= least;
      values_[s] = keep ? static_cast<uint32_t>(kept.size()) : kAbsent;
      if (keep) kept.push_back(keys_[s]);
    }
    return kept;
  }
  uint32_t find(uint32_t key) const {
    for (uint32_t s = key & mask();; s = (s + 1) & mask()) {
      if (keys_[s] == key) return values_[s];
      if (keys_[s] == 0) return kAbsent;
    }
  }

 private:
  uint32_t mask() const { return static_cast<uint32_t>(keys_.size() - 1); }
  std::vector<uint32_t> keys_, values_;
  size_t used_ = 0;
};

/// Articles one after another; each: count, then for each candidate: first, last and head token, features (count,
/// hashes), number of pairs, 1 where it may be new, and for each pair: antecedent, label, features. All numbers are u32
/// of the machine.
inline void read_coref_examples(const std::string& path, CorefExamples& out) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  const auto number = [&] {
    uint32_t value = 0;
    in.read(reinterpret_cast<char*>(&value), sizeof value);
    return value;
  };
  std::vector<uint32_t> features;
  const auto list = [&] {
    features.resize(number());
    in.read(reinterpret_cast<char*>(features.data()), static_cast<std::streamsize>(features.size() * 4));
  };
  while (in.peek() != EOF) {
    CorefArticle article;
    article.begin = static_cast<uint32_t>(out.candidates.size());
    const uint32_t count = number();
    for (uint32_t i = 0; i < count; ++i) {
      CorefExample c;
      for (int word = 0; word < 3; ++word) number();  // where it stands, which train_coref_context.py reads
      list();
      c.begin = static_cast<uint32_t>(out.pool.size());
      for (const CorefRole role : {CorefRole::kNew, CorefRole::kAnaphor, CorefRole::kAntecedent}) {
        for (const uint32_t f : features) out.pool.push_back(coref_key(f, role));
      }
      c.end = static_cast<uint32_t>(out.pool.size());
      const uint32_t pairs = number();
      c.fresh = number() != 0;
      c.pair_begin = static_cast<uint32_t>(out.pairs.size());
      for (uint32_t p = 0; p < pairs; ++p) {
        CorefPair pair;
        pair.antecedent = article.begin + number();
        pair.right = number() != 0;
        list();
        pair.begin = static_cast<uint32_t>(out.pool.size());
        for (const uint32_t f : features) out.pool.push_back(coref_key(f, CorefRole::kPair));
        pair.end = static_cast<uint32_t>(out.pool.size());
        out.pairs.push_back(pair);
      }
      c.pair_end = static_cast<uint32_t>(out.pairs.size());
      out.candidates.push_back(c);
    }
    article.end = static_cast<uint32_t>(out.candidates.size());
    out.articles.push_back(article);
  }
}

}  // namespace actant

#endif  // ACTANT_TOOLS_TRAIN_COREF_EXAMPLE_SET_H_
