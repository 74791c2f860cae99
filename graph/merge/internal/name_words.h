#ifndef ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/merge/person_names.h"

namespace actant::internal {

/// The distinct words of many names under numbers from 0, so that each is analysed once.
class NameWords {
 public:
  uint32_t add(const std::string& word) {
    const auto it = numbers_.find(word);
    if (it != numbers_.end()) return it->second;
    const NameWord& kept = words_.emplace_back(word);
    const auto number = static_cast<uint32_t>(words_.size() - 1);
    numbers_.emplace(kept.text, number);
    return number;
  }
  const NameWord& operator[](uint32_t number) const { return words_[number]; }

 private:
  std::deque<NameWord> words_;
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_NAME_WORDS_H_
