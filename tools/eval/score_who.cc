// How well actant tells who is who, on the test sets of tests/data/who.
//
//   score_who FOLDER [dev|test] [--threshold X] [--errors] [--items]      default: test, kMergeThreshold
//
// pairs.tsv: each pair is a graph of two nodes of which nothing but the names is known; pairwise precision, recall, F1.
// stories.txt: each story is a graph; mentions are put into nodes; pairwise figures over all pairs of scored mentions
// of a story, and B-cubed (Bagga and Baldwin 1998) over all mentions. --errors lists what went wrong, --items the
// figures of each pair and story (kind, name, pairs rightly one, said to be one, that are one), for
// tools/eval/choose_threshold.py.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/support/who_sets.h"

namespace {

using namespace actant;

void print(const char* what, double precision, double recall, double f1) {
  std::printf("%-20s P %.3f  R %.3f  F1 %.3f\n", what, precision, recall, f1);
}

void print(const char* what, const test::WhoCounts& counts) {
  print(what, counts.precision(), counts.recall(), counts.f1());
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder, part = "test";
  double threshold = kMergeThreshold;
  bool errors = false, items = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--errors") {
      errors = true;
    } else if (argument == "--items") {
      items = true;
    } else if (argument == "--threshold" && i + 1 < argc) {
      threshold = std::atof(argv[++i]);
    } else if (argument == "dev" || argument == "test") {
      part = argument;
    } else {
      folder = argument;
    }
  }
  if (folder.empty()) {
    std::fprintf(stderr, "usage: score_who FOLDER [dev|test] [--threshold X] [--errors] [--items]\n");
    return 2;
  }
  test::WhoErrors print_error;
  if (errors) print_error = [](const std::string& text) { std::printf("  %s\n", text.c_str()); };
  test::WhoItems print_item;
  if (items) {
    print_item = [](const std::string& name, const test::WhoCounts& counts) {
      std::printf("item\t%s\t%.0f\t%.0f\t%.0f\n", name.c_str(), counts.right, counts.said, counts.there);
    };
  }
  const test::PairScore pairs = test::score_pairs(folder, part, threshold, print_error, print_item);
  std::printf("pairs (%s): %zu\n", part.c_str(), pairs.pairs);
  print("  pairwise", pairs.counts);
  const std::string directory =
      (std::filesystem::temp_directory_path() / ("score_who_" + std::to_string(getpid()))).string();
  const test::StoryScore stories = test::score_stories(folder, part, directory, print_error, threshold, print_item);
  std::printf("stories (%s): %zu, %.0f mentions\n", part.c_str(), stories.stories, stories.mentions);
  print("  pairwise", stories.pairwise);
  print("  B-cubed", stories.precision, stories.recall, stories.f1());
}
