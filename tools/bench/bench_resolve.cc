// Time and memory of entity resolution for graphs of 10 thousand, 100 thousand and 1 million distinct names.
//
//   bench_resolve [NAMES]...      default 10000 100000 1000000
//
// Names: forenames and surnames put together from syllables, surnames with Zipfian frequency, a third of the persons under a
// second spelling, one in ten with an initial. Articles of 20 persons with ten relations between them. Printed: seconds of
// Store::resolve() (reading all nodes, deciding, writing the decisions), the ratio to the limit of ten minutes for a
// million names in proportion, how the time grew against the names, and the peak of memory.
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "graph/store/store.h"

namespace {

using namespace actant;

class Names {
 public:
  std::string next() {
    for (;;) {
      std::string name = random_() % 10 == 0 && !last_.empty() ? initial(last_)
                         : random_() % 3 == 0 && !last_.empty() ? respell(last_)
                                                                : fresh();
      if (seen_.insert(name).second) {
        last_ = name;
        return name;
      }
      last_.clear();
    }
  }

 private:
  std::string word(uint64_t number, size_t syllables) {
    static constexpr const char* kOnsets[] = {"b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "kh"};
    static constexpr const char* kVowels[] = {"a", "e", "i", "o", "u"};
    std::string out;
    number = number * 0x9e3779b97f4a7c15ULL + 1;
    for (size_t i = 0; i < syllables; ++i) {
      out += kOnsets[(number >> (i * 9)) % 18];
      out += kVowels[(number >> (i * 9 + 5)) % 5];
    }
    out += "nrmls"[(number >> 50) % 5];
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }
  // Rank with a probability of about 1 / rank among 200 thousand.
  uint64_t zipf() {
    const double u = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<uint64_t>(std::exp(u * std::log(200000.0)));
  }
  std::string fresh() { return word(random_() % 3000 + 1000000, 2) + " " + word(zipf(), 3); }
  static std::string initial(const std::string& name) { return name.substr(0, 1) + ". " + name.substr(name.find(' ') + 1); }
  static std::string respell(std::string name) {
    const size_t at = name.find_last_of("aeiou");
    if (at != std::string::npos) name[at] = name[at] == 'u' ? 'o' : 'u';
    return name;
  }

  std::mt19937_64 random_{3};
  std::unordered_set<std::string> seen_;
  std::string last_;
};

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void fill(Store& store, size_t names) {
  Names generator;
  std::mt19937 random(7);
  const char* countries[] = {"", "", "USA", "IRN", "FRA", "IND", "BRA", "NGA"};
  for (size_t done = 0, article = 0; done < names; ++article) {
    Record record;
    record.doc.id = "a" + std::to_string(article);
    for (int i = 0; i < 20 && done < names; ++i, ++done) {
      RecordEntity entity;
      entity.id = "e" + std::to_string(i);
      entity.type = EntityType::kPerson;
      entity.name = generator.next();
      entity.actor_country = countries[random() % 8];
      record.entities.push_back(std::move(entity));
    }
    for (size_t i = 0; i + 1 < record.entities.size(); i += 2) {
      RecordRelation relation;
      relation.subject = record.entities[i].id;
      relation.object = record.entities[i + 1].id;
      relation.type = RelationType::kMetWith;
      record.relations.push_back(std::move(relation));
    }
    store.add(record);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<size_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(static_cast<size_t>(std::atoll(argv[i])));
  if (sizes.empty()) sizes = {10000, 100000, 1000000};
  const std::string directory = std::filesystem::temp_directory_path() / "actant_bench_resolve";
  double before = 0, before_names = 0;
  for (const size_t names : sizes) {
    std::filesystem::remove_all(directory);
    StoreOptions options;
    options.bulk = true;
    const auto store = Store::open(directory, options);
    fill(*store, names);
    store->flush();
    const auto begin = std::chrono::steady_clock::now();
    store->resolve();
    const double seconds = seconds_since(begin);
    const double limit = 600.0 * static_cast<double>(names) / 1e6;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%8zu names -> %8llu nodes: %7.1f s, %.3f of the limit of %.0f s, peak %.0f MB", names,
                static_cast<unsigned long long>(store->counts().nodes), seconds, seconds / limit, limit,
                static_cast<double>(usage.ru_maxrss) / 1024);
    if (before > 0) {
      std::printf(", %.2f times the names took %.2f times as long", static_cast<double>(names) / before_names, seconds / before);
    }
    std::printf("\n");
    std::fflush(stdout);
    before = seconds;
    before_names = static_cast<double>(names);
  }
  std::filesystem::remove_all(directory);
}
