#include "graph/merge/internal/person_list.h"

#include <string>

namespace actant::internal {

PersonList::PersonList(const MergeState& state)
    : nodes_(state.space()), dictionary_(state.space()), words_(state.space()), first_word_(state.space()) {
  // Room that is not used costs no memory; growing step by step would, since what is copied is there twice.
  first_word_.reserve(state.size() + 1);
  words_.reserve(size_t{4} * state.size());
  nodes_.reserve(state.size());
  for (uint32_t i = 0; i < state.size(); ++i) {
    first_word_.push_back(static_cast<uint32_t>(words_.size()));
    const auto& node = state.node(i);
    if (node.type() != EntityType::kPerson || !node.named) continue;
    for (const std::string& word : person_words(node.key())) words_.push_back(dictionary_.add(word));
    nodes_.push_back(i);
  }
  first_word_.push_back(static_cast<uint32_t>(words_.size()));
}

const PersonName& PersonList::name(uint32_t node, PersonName& name) const {
  name.words.clear();
  for (const uint32_t word : words(node)) name.words.push_back(&dictionary_[word]);
  return name;
}

}  // namespace actant::internal
