// How well actant tells who is who, on the test sets of tests/data/who.
//
//   score_who FOLDER [dev|test] [--threshold X] [--errors]      default: test, kMergeThreshold
//
// pairs.tsv: each pair is a graph of two nodes of which nothing but the names is known; pairwise precision, recall, F1.
// stories.txt: each story is a graph; mentions are put into nodes; pairwise figures over all pairs of scored mentions of
// a story, and B-cubed (Bagga and Baldwin 1998) over all mentions. --errors lists what went wrong.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "graph/merge/name_key.h"
#include "graph/merge/record_identity.h"
#include "graph/merge/resolver.h"
#include "graph/store/store.h"
#include "tests/support/small_world.h"

namespace {

using namespace actant;

struct Counts {
  double right = 0, said = 0, there = 0;
  void print(const char* what) const {
    const double p = said > 0 ? right / said : 1, r = there > 0 ? right / there : 1;
    std::printf("%-20s P %.3f  R %.3f  F1 %.3f\n", what, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
  }
};

class NoContext : public ResolverContext {
  std::vector<NodeId> neighbors(NodeId) const override { return {}; }
  uint32_t together(NodeId, NodeId) const override { return 0; }
};

RawNode raw_node(EntityType type, const std::string& name) {
  RawNode node;
  node.id = layer1_node({type, name, {}, true, {}, {}});
  node.names.push_back({name_key(type, name), 1, true, false});
  node.mentions = node.articles = 1;
  node.named = true;
  return node;
}

bool are_one(EntityType type, const std::string& a, const std::string& b, double threshold) {
  const RawNode left = raw_node(type, a), right = raw_node(type, b);
  if (left.id == right.id) return true;
  ResolverInput input;
  input.threshold = threshold;
  return !resolve_nodes({left, right}, NoContext(), input).representatives.empty();
}

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  size_t begin = 0;
  for (size_t end; (end = text.find(mark, begin)) != std::string::npos; begin = end + mark.size()) {
    parts.push_back(text.substr(begin, end - begin));
  }
  parts.push_back(text.substr(begin));
  return parts;
}

void score_pairs(const std::string& path, const std::string& part, double threshold, bool errors) {
  std::ifstream file(path);
  Counts all;
  size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    const auto fields = split(line, "\t");
    if (fields.size() != 6 || fields[0] != part) continue;
    ++number;
    const bool there = fields[3] == "same";
    const bool said = are_one(parse_entity_type(fields[2]).value(), fields[4], fields[5], threshold);
    all.there += there;
    all.said += said;
    all.right += there && said;
    if (errors && there != said) {
      std::printf("  %s %s: %s / %s\n", said ? "wrongly one" : "missed", fields[1].c_str(), fields[4].c_str(),
                  fields[5].c_str());
    }
  }
  std::printf("pairs (%s): %zu\n", part.c_str(), number);
  all.print("  pairwise");
}

struct Story {
  std::string name;
  std::string world;
  std::vector<std::pair<std::string, std::string>> titles;  // article, title, in the order of holds-position lines
  std::vector<std::vector<std::string>> nodes;
};

std::vector<Story> read_stories(const std::string& path, const std::string& part) {
  std::vector<Story> stories;
  std::ifstream file(path);
  bool wanted = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) {
      wanted = line.starts_with("## " + part + " ");
      if (wanted) stories.push_back({line.substr(4 + part.size()), {}, {}, {}});
    } else if (wanted && line.starts_with("= ")) {
      stories.back().nodes.push_back(split(line.substr(2), ", "));
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

/// `article:name` -> node.
std::map<std::string, NodeId> resolve_story(const Story& story, const std::string& directory) {
  std::vector<Record> records = test::small_world(story.world);
  auto titles = story.titles;
  for (Record& record : records) {
    for (RecordRelation& relation : record.relations) {
      if (relation.type != RelationType::kHoldsPosition) continue;
      const auto it = std::find_if(titles.begin(), titles.end(), [&](const auto& t) { return t.first == record.doc.id; });
      if (it == titles.end()) continue;
      relation.title = it->second;
      titles.erase(it);
    }
  }
  const auto store = Store::open(directory);
  for (const Record& record : records) store->add(record);
  store->resolve();
  std::map<std::string, NodeId> result;
  for (const Record& record : records) {
    std::vector<std::string> names;
    for (const RecordEntity& entity : record.entities) names.push_back(entity.name);
    const auto identities = identify_entities(record, names);
    for (size_t i = 0; i < names.size(); ++i) {
      const std::string key = record.doc.id + ":" + names[i];
      // A person before a place of the same name; stories score either alone.
      const auto node = store->node(identities[i].node);
      if (node) result.emplace(key, node->id);
    }
  }
  return result;
}

void score_stories(const std::string& path, const std::string& part, bool errors) {
  Counts pairwise;
  double precision = 0, recall = 0, mentions = 0;
  const auto stories = read_stories(path, part);
  const std::string directory = std::filesystem::temp_directory_path() / ("score_who_" + std::to_string(std::rand()));
  for (const Story& story : stories) {
    std::filesystem::remove_all(directory);
    const auto found = resolve_story(story, directory);
    std::vector<std::pair<size_t, NodeId>> scored;  // true node, node
    std::vector<std::string> names;
    for (size_t i = 0; i < story.nodes.size(); ++i) {
      for (const std::string& mention : story.nodes[i]) {
        const auto it = found.find(mention);
        if (it == found.end()) {
          std::fprintf(stderr, "%s: no mention '%s'\n", story.name.c_str(), mention.c_str());
          std::exit(1);
        }
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
        pairwise.there += there;
        pairwise.said += said;
        pairwise.right += there && said;
        if (errors && there != said) {
          std::printf("  %s %s: %s / %s\n", said ? "wrongly one" : "missed", story.name.c_str(), names[i].c_str(),
                      names[j].c_str());
        }
      }
      precision += both / same_node;
      recall += both / same_true;
      mentions += 1;
    }
  }
  std::filesystem::remove_all(directory);
  std::printf("stories (%s): %zu, %.0f mentions\n", part.c_str(), stories.size(), mentions);
  pairwise.print("  pairwise");
  precision /= mentions;
  recall /= mentions;
  std::printf("%-20s P %.3f  R %.3f  F1 %.3f\n", "  B-cubed", precision, recall, 2 * precision * recall / (precision + recall));
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder, part = "test";
  double threshold = kMergeThreshold;
  bool errors = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--errors") {
      errors = true;
    } else if (argument == "--threshold" && i + 1 < argc) {
      threshold = std::atof(argv[++i]);
    } else if (argument == "dev" || argument == "test") {
      part = argument;
    } else {
      folder = argument;
    }
  }
  if (folder.empty()) {
    std::fprintf(stderr, "usage: score_who FOLDER [dev|test] [--threshold X] [--errors]\n");
    return 2;
  }
  score_pairs(folder + "/pairs.tsv", part, threshold, errors);
  if (threshold == kMergeThreshold) score_stories(folder + "/stories.txt", part, errors);
}
