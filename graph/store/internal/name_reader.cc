#include "graph/store/internal/name_reader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "graph/merge/name_key.h"
#include "graph/merge/similarity.h"
#include "graph/store/internal/values.h"

namespace actant::internal {
namespace {

constexpr size_t kMaxWords = 40000;      // distinct words of the index that nearest() compares; about 40 ms
constexpr size_t kNodesOfWord = 200;     // nodes taken for one word
constexpr size_t kMaxRead = 60;          // candidates that are read whole
constexpr double kSoundsAlike = 0.8;     // of words that sound alike, as near as a word with one letter in five wrong
constexpr double kMinSimilarity = 0.65;  // "did you mean" below this is noise

constexpr EntityType kNamedTypes[] = {EntityType::kPerson, EntityType::kOrganization, EntityType::kPlace,
                                      EntityType::kGroup,  EntityType::kEvent,        EntityType::kTopic};

void sort_by_support(std::vector<Node>& nodes) {
  std::sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) {
    if (a.articles != b.articles) return a.articles > b.articles;
    if (a.mentions != b.mentions) return a.mentions > b.mentions;
    return a.id < b.id;
  });
}

}  // namespace

std::vector<NodeId> NameReader::nodes_named(char kind, std::string_view text, size_t limit) const {
  std::vector<NodeId> result = raw_nodes_named(kind, text, limit);
  for (NodeId& node : result) node = view_.representative(node);
  return result;
}

std::vector<NodeId> NameReader::raw_nodes_named(char kind, std::string_view text, size_t limit) const {
  std::vector<NodeId> result;
  std::string prefix(1, kind);
  prefix.append(text);
  prefix += '\0';
  view_.database.scan(
      Family::kNames, prefix,
      [&](std::string_view key, std::string_view) {
        if (key.size() == prefix.size() + 8) result.push_back(decode_name_entry(key).node);
        return result.size() < limit;
      },
      &view_.snapshot);
  return result;
}

std::vector<Node> NameReader::find(std::string_view name) const {
  std::set<NodeId> ids;
  if (const auto id = NodeId::parse(name)) ids.insert(view_.representative(*id));
  std::set<std::string> keys = {fold_name(name)};
  for (const EntityType type : kNamedTypes) keys.insert(name_key(type, name));
  for (const std::string& key : keys) {
    if (key.empty()) continue;
    const auto found = nodes_named('k', key, 10000);
    ids.insert(found.begin(), found.end());
  }
  for (const auto& [id, text] : view_.resolution->renamed()) {
    if (keys.contains(name_key(id.type(), text))) ids.insert(id);
  }
  std::vector<Node> result;
  for (const NodeId id : ids) {
    if (auto node = nodes_.read(id)) result.push_back(std::move(*node));
  }
  sort_by_support(result);
  return result;
}

std::vector<NodeId> NameReader::find_members(std::string_view name) const {
  std::set<NodeId> ids;
  if (const auto id = NodeId::parse(name)) ids.insert(*id);
  for (const EntityType type : kNamedTypes) {
    for (const NodeId id : raw_nodes_named('k', name_key(type, name), 10000)) {
      if (id.type() == type) ids.insert(id);
    }
  }
  std::vector<std::pair<uint64_t, NodeId>> found;
  for (const NodeId id : ids) {
    if (const auto node = nodes_.read_member(id)) found.emplace_back(node->mentions, id);
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::vector<NodeId> result;
  for (const auto& [mentions, id] : found) result.push_back(id);
  return result;
}

// Nodes with a word of their names near to `word`, each with the similarity of the words.
void NameReader::words_like(std::string_view word, std::vector<Candidate>& found) const {
  const auto it = view_.database.iterator(Family::kNames, &view_.snapshot);
  std::vector<std::pair<double, std::string>> words;
  size_t left = kMaxWords;
  // Words with the same first letter before the rest: typing errors are rare there.
  const auto compare_from = [&](const std::string& first, const std::string& stop) {
    for (it->Seek(first); it->Valid() && left > 0; --left) {
      const std::string_view key = view(it->key());
      if (!key.starts_with('t') || (!stop.empty() && key >= stop)) break;
      const std::string text(decode_name_entry(key).text);
      const double similarity = prefix_similarity(word, text);
      if (similarity >= kMinSimilarity) words.emplace_back(similarity, text);
      it->Seek('t' + text + '\x01');  // behind all nodes of this word
    }
    view_.database.check_iterator(*it);
  };
  const std::string same = std::string("t") + word[0];
  std::string behind = same;
  ++behind.back();
  compare_from(same, behind);
  compare_from("t", same);
  compare_from(behind, "");
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (words.size() > 50) words.resize(50);
  for (const auto& [similarity, text] : words) {
    for (const NodeId node : nodes_named('t', text, kNodesOfWord)) found.push_back({node, similarity});
  }
  // Other spellings of one foreign name may differ in many letters: Soleimani, Suleymany.
  for (const NodeId node : nodes_named('p', transliteration_key(word), kNodesOfWord))
    found.push_back({node, kSoundsAlike});
}

std::vector<Node> NameReader::nearest(std::string_view name, size_t limit) const {
  const std::string key = fold_name(name);
  const std::vector<std::string_view> words = split_words(key);
  if (words.empty() || limit == 0) return {};
  std::map<NodeId, double> scores;  // sum over the words of the best similarity
  for (const std::string_view word : words) {
    std::vector<Candidate> found;
    words_like(word, found);
    std::map<NodeId, double> best;
    for (const Candidate& candidate : found) best[candidate.node] = std::max(best[candidate.node], candidate.score);
    for (const auto& [node, score] : best) scores[node] += score / static_cast<double>(words.size());
  }
  std::vector<Candidate> candidates;
  for (const auto& [node, score] : scores) candidates.push_back({node, score});
  const auto by_score = [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.node < b.node;
  };
  // Support decides between names that are equally near.
  for (Candidate& candidate : candidates) candidate.score = std::round(candidate.score * 50) / 50;
  std::sort(candidates.begin(), candidates.end(), by_score);
  if (candidates.size() > kMaxRead) candidates.resize(kMaxRead);
  std::vector<std::pair<double, Node>> nodes;
  for (const Candidate& candidate : candidates) {
    auto node = nodes_.read(candidate.node);
    if (!node || node->type == EntityType::kStatement) continue;
    double best = name_similarity(key, fold_name(node->name));
    for (size_t i = 0; i < std::min<size_t>(node->aliases.size(), 10); ++i) {
      best = std::max(best, name_similarity(key, fold_name(node->aliases[i].name)));
    }
    nodes.emplace_back(candidate.score + best + 0.02 * std::log1p(node->articles), std::move(*node));
  }
  std::sort(nodes.begin(), nodes.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.id < b.second.id;
  });
  std::vector<Node> result;
  for (auto& [score, node] : nodes) {
    if (result.size() < limit) result.push_back(std::move(node));
  }
  return result;
}

}  // namespace actant::internal
