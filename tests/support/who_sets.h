#ifndef ACTANT_TESTS_SUPPORT_WHO_SETS_H_
#define ACTANT_TESTS_SUPPORT_WHO_SETS_H_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "graph/merge/name_key.h"
#include "graph/merge/record_identity.h"
#include "graph/merge/resolver.h"
#include "graph/store/store.h"
#include "tests/support/small_world.h"

namespace actant::test {

// The test sets of tests/data/who and how well they are solved.

struct WhoCounts {
  double right = 0, said = 0, there = 0;
  double precision() const { return said > 0 ? right / said : 1; }
  double recall() const { return there > 0 ? right / there : 1; }
  double f1() const { return right > 0 ? 2 * precision() * recall() / (precision() + recall()) : 0; }
};

/// Takes what was missed or wrongly made one.
using WhoErrors = std::function<void(const std::string&)>;
/// Takes the figures of each pair or story.
using WhoItems = std::function<void(const std::string&, const WhoCounts&)>;

inline std::vector<std::string> split_text(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  size_t begin = 0;
  for (size_t end; (end = text.find(mark, begin)) != std::string::npos; begin = end + mark.size()) {
    parts.push_back(text.substr(begin, end - begin));
  }
  parts.push_back(text.substr(begin));
  return parts;
}

/// A graph in which only names are known.
class NoContext : public ResolverContext {
  std::vector<NodeId> neighbors(NodeId) const override { return {}; }
  uint32_t together(NodeId, NodeId) const override { return 0; }
};

inline RawNode node_of_name(EntityType type, const std::string& name) {
  RawNode node;
  node.id = layer1_node({type, name, {}, true, {}, {}});
  node.names.push_back({name_key(type, name), 1, true, false});
  node.mentions = node.articles = 1;
  node.named = true;
  return node;
}

inline bool are_one_name(EntityType type, const std::string& a, const std::string& b, double threshold) {
  const RawNode left = node_of_name(type, a), right = node_of_name(type, b);
  if (left.id == right.id) return true;
  ResolverInput input;
  input.threshold = threshold;
  return !resolve_nodes({left, right}, NoContext(), input).representatives.empty();
}

struct PairScore {
  size_t pairs = 0;
  WhoCounts counts;
};

/// Scores the pairs of one part (`dev`, `test`) of `folder`/pairs.tsv.
inline PairScore score_pairs(const std::string& folder, const std::string& part, double threshold = kMergeThreshold,
                             const WhoErrors& errors = {}, const WhoItems& items = {}) {
  std::ifstream file(folder + "/pairs.tsv");
  PairScore score;
  for (std::string line; std::getline(file, line);) {
    const auto fields = split_text(line, "\t");
    if (fields.size() != 6 || fields[0] != part) continue;
    ++score.pairs;
    const bool there = fields[3] == "same";
    const bool said = are_one_name(parse_entity_type(fields[2]).value(), fields[4], fields[5], threshold);
    if (items) items("pair\t" + fields[4] + " / " + fields[5], {double(there && said), double(said), double(there)});
    score.counts.there += there;
    score.counts.said += said;
    score.counts.right += there && said;
    if (errors && there != said) {
      errors(std::string(said ? "wrongly one " : "missed ") + fields[1] + ": " + fields[4] + " / " + fields[5]);
    }
  }
  return score;
}

struct WhoStory {
  std::string name;
  std::string world;
  std::vector<std::pair<std::string, std::string>> titles;  // article, title, in the order of holds-position lines
  std::vector<std::vector<std::string>> nodes;              // `article:name`
};

inline std::vector<WhoStory> read_stories(const std::string& folder, const std::string& part) {
  std::vector<WhoStory> stories;
  std::ifstream file(folder + "/stories.txt");
  bool wanted = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) {
      wanted = line.starts_with("## " + part + " ");
      if (wanted) stories.push_back({line.substr(4 + part.size()), {}, {}, {}});
    } else if (wanted && line.starts_with("= ")) {
      stories.back().nodes.push_back(split_text(line.substr(2), ", "));
    } else if (wanted && !line.empty() && line[0] != '#') {
      const size_t open = line.find(" ["), close = line.find(']');
      if (open != std::string::npos && close != std::string::npos) {
        const size_t at = line.find('@');
        const std::string article = line.substr(at + 1, line.find(' ', at) - at - 1);
        stories.back().titles.emplace_back(article, line.substr(open + 2, close - open - 2));
        line.erase(open, close - open + 1);
      }
      stories.back().world += line + "\n";
    }
  }
  return stories;
}

/// The articles of a story, in the order of their first lines.
inline std::vector<Record> story_records(const WhoStory& story) {
  std::vector<Record> records = small_world(story.world);
  auto titles = story.titles;
  for (Record& record : records) {
    for (RecordRelation& relation : record.relations) {
      if (relation.type != RelationType::kHoldsPosition) continue;
      const auto it =
          std::find_if(titles.begin(), titles.end(), [&](const auto& t) { return t.first == record.doc.id; });
      if (it == titles.end()) continue;
      relation.title = it->second;
      titles.erase(it);
    }
  }
  return records;
}

/// `article:name` -> node, for a store that holds the records and was resolved.
inline std::map<std::string, NodeId> nodes_of_mentions(const Store& store, const std::vector<Record>& records) {
  std::map<std::string, NodeId> result;
  for (const Record& record : records) {
    std::vector<std::string> names;
    for (const RecordEntity& entity : record.entities) names.push_back(entity.name);
    const auto identities = identify_entities(record, names);
    for (size_t i = 0; i < names.size(); ++i) {
      // A person before a place of the same name; stories score either alone.
      const auto node = store.node(identities[i].node);
      if (node) result.emplace(record.doc.id + ":" + names[i], node->id);
    }
  }
  return result;
}

struct StoryScore {
  size_t stories = 0;
  double mentions = 0;
  WhoCounts pairwise;                ///< over all pairs of scored mentions of a story
  double precision = 0, recall = 0;  ///< B-cubed over all mentions (Bagga and Baldwin 1998)
  double f1() const { return 2 * precision * recall / (precision + recall); }
};

/// Takes the articles out again, so that the next story finds an empty graph.
inline void remove_all(Store& store, const std::vector<Record>& records) {
  for (const Record& record : records) store.remove(ArticleId::of(record.doc.id));
}

/// Scores the stories of one part, one after the other in a graph at `directory`, which is removed.
inline StoryScore score_stories(const std::string& folder, const std::string& part, const std::string& directory,
                                const WhoErrors& errors = {}, double threshold = kMergeThreshold,
                                const WhoItems& items = {}) {
  StoryScore score;
  std::filesystem::remove_all(directory);
  auto store = Store::open(directory);
  for (const WhoStory& story : read_stories(folder, part)) {
    ++score.stories;
    const auto records = story_records(story);
    for (const Record& record : records) store->add(record);
    store->resolve({.threshold = threshold});
    const WhoCounts before = score.pairwise;
    const auto found = nodes_of_mentions(*store, records);
    std::vector<std::pair<size_t, NodeId>> scored;  // true node, node
    std::vector<std::string> names;
    for (size_t i = 0; i < story.nodes.size(); ++i) {
      for (const std::string& mention : story.nodes[i]) {
        const auto it = found.find(mention);
        if (it == found.end()) throw std::invalid_argument(story.name + ": no mention '" + mention + "'");
        scored.emplace_back(i, it->second);
        names.push_back(mention);
      }
    }
    for (size_t i = 0; i < scored.size(); ++i) {
      double both = 0, same_true = 0, same_node = 0;
      for (size_t j = 0; j < scored.size(); ++j) {
        const bool there = scored[i].first == scored[j].first, said = scored[i].second == scored[j].second;
        both += there && said;
        same_true += there;
        same_node += said;
        if (j <= i) continue;
        score.pairwise.there += there;
        score.pairwise.said += said;
        score.pairwise.right += there && said;
        if (errors && there != said) {
          errors(std::string(said ? "wrongly one " : "missed ") + story.name + ": " + names[i] + " / " + names[j]);
        }
      }
      score.precision += both / same_node;
      score.recall += both / same_true;
      ++score.mentions;
    }
    if (items) {
      items("story\t" + story.name, {score.pairwise.right - before.right, score.pairwise.said - before.said,
                                     score.pairwise.there - before.there});
    }
    remove_all(*store, records);
  }
  store.reset();
  std::filesystem::remove_all(directory);
  if (score.mentions > 0) {
    score.precision /= score.mentions;
    score.recall /= score.mentions;
  }
  return score;
}

}  // namespace actant::test

#endif  // ACTANT_TESTS_SUPPORT_WHO_SETS_H_
