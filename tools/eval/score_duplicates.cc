// How well texts that print one story are told from other reports of the same event, by the threshold of similarity.
//
//   score_duplicates FILE        e.g. tests/data/story_versions.txt
//
// FILE: `## event story version | how it was made`, then the text. Pairs of versions of one event are compared: of one
// story or not. Printed: precision and recall for thresholds, then the least similar versions of one story by how they
// were made.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "graph/merge/text_signature.h"

namespace {

struct Version {
  std::string event, story, how, signature;
};

std::vector<Version> read(const char* path) {
  std::vector<Version> versions;
  std::ifstream file(path);
  std::string text;
  const auto finish = [&] {
    if (!versions.empty()) versions.back().signature = actant::text_signature(text);
    text.clear();
  };
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) {
      finish();
      Version& version = versions.emplace_back();
      std::istringstream words(line.substr(3));
      words >> version.event >> version.story;
      version.how = line.substr(std::min(line.find('|') + 2, line.size()));
    } else if (!line.starts_with("#")) {
      text += line + "\n";
    }
  }
  finish();
  return versions;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: score_duplicates FILE\n");
    return 2;
  }
  const auto versions = read(argv[1]);
  std::vector<std::pair<double, bool>> pairs;  // similarity, one story
  std::map<std::string, double> least;
  double most_other = 0;
  for (size_t i = 0; i < versions.size(); ++i) {
    for (size_t j = i + 1; j < versions.size(); ++j) {
      const Version &a = versions[i], &b = versions[j];
      if (a.event != b.event || a.signature.empty() || b.signature.empty()) continue;
      const double similarity = actant::signature_similarity(a.signature, b.signature);
      pairs.emplace_back(similarity, a.story == b.story);
      if (a.story != b.story) most_other = std::max(most_other, similarity);
      if (a.story == b.story && a.how == "as sent") {
        const auto it = least.emplace(b.how, similarity).first;
        it->second = std::min(it->second, similarity);
      }
    }
  }
  std::printf("%zu texts, %zu pairs of one event\n", versions.size(), pairs.size());
  for (double threshold = 0.1; threshold < 0.95; threshold += 0.1) {
    double right = 0, said = 0, there = 0;
    for (const auto& [similarity, one] : pairs) {
      there += one;
      said += similarity >= threshold;
      right += one && similarity >= threshold;
    }
    std::printf("threshold %.1f: P %.3f  R %.3f\n", threshold, said > 0 ? right / said : 1, right / there);
  }
  std::printf("most alike of two stories: %.2f; least alike with the story as sent:\n", most_other);
  for (const auto& [how, similarity] : least) std::printf("  %.2f  %s\n", similarity, how.c_str());
}
