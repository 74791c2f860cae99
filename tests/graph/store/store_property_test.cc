// Random histories against a model of std containers, orders of articles, and interruptions.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "graph/store/store.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using test::TempDir;

constexpr const char* kPeople[] = {"Abel Quist", "Berta Rask", "Cyrus Tonn", "Dalia Umber", "Edgar Voss"};
constexpr const char* kRelations[] = {"accused", "met-with", "supports"};

// What the model knows of one line of an article.
struct Fact {
  int subject, relation, object;
  auto operator<=>(const Fact&) const = default;
};

struct ModelArticle {
  std::string date;
  std::vector<Fact> facts;
};

ModelArticle random_article(std::mt19937& random) {
  ModelArticle article;
  article.date = "2024-0" + std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 10);
  for (int count = 1 + random() % 4; count > 0; --count) {
    Fact fact{static_cast<int>(random() % 5), static_cast<int>(random() % 3), static_cast<int>(random() % 5)};
    if (fact.object == fact.subject) fact.object = (fact.object + 1) % 5;
    article.facts.push_back(fact);
  }
  return article;
}

Record record_of(const std::string& id, const ModelArticle& article) {
  std::string world;
  for (const Fact& fact : article.facts) {
    world += std::string(kPeople[fact.subject]) + " -" + kRelations[fact.relation] + "-> " + kPeople[fact.object] +
             " @" + id + " " + article.date + "\n";
  }
  return test::small_world(world).at(0);
}

// The edges that the model expects: articles, pieces of evidence, first and last date by "subject relation object".
std::map<std::string, std::string> expected_edges(const std::map<std::string, ModelArticle>& articles) {
  struct Sum {
    std::set<std::string> articles, dates;
    size_t statements = 0;
  };
  std::map<std::string, Sum> sums;
  for (const auto& [id, article] : articles) {
    for (const Fact& fact : article.facts) {
      int a = fact.subject, b = fact.object;
      if (fact.relation == 1 && b < a) std::swap(a, b);  // met-with is symmetric
      Sum& sum = sums[std::string(kPeople[a]) + '|' + kRelations[fact.relation] + '|' + kPeople[b]];
      sum.articles.insert(id);
      sum.dates.insert(article.date);
      ++sum.statements;
    }
  }
  std::map<std::string, std::string> result;
  for (const auto& [key, sum] : sums) {
    result[key] = std::to_string(sum.articles.size()) + ' ' + std::to_string(sum.statements) + ' ' +
                  *sum.dates.begin() + ' ' + *sum.dates.rbegin();
  }
  return result;
}

std::map<std::string, std::string> stored_edges(const Store& store) {
  std::map<std::string, std::string> result;
  store.for_each_edge([&](const Edge& edge) {
    std::string a = store.node(edge.key.subject)->name, b = store.node(edge.key.object)->name;
    if (relation_info(edge.key.relation).symmetric && b < a) std::swap(a, b);
    result[a + '|' + std::string(relation_info(edge.key.relation).id) + '|' + b] =
        std::to_string(edge.articles) + ' ' + std::to_string(edge.statements) + ' ' + edge.first_date + ' ' +
        edge.last_date;
    return true;
  });
  return result;
}

TEST(StorePropertyTest, RandomHistoriesAgreeWithAModel) {
  TempDir dir;
  std::mt19937 random(11);
  std::map<std::string, ModelArticle> model;
  auto store = Store::open(dir / "graph");
  store->count_duplicates(true);  // the model knows of no stories, and its short articles are often the same
  for (int step = 0; step < 300; ++step) {
    const std::string id = "a" + std::to_string(random() % 25);
    if (random() % 5 == 0) {
      EXPECT_EQ(store->remove(ArticleId::of(id)), model.erase(id) > 0);
    } else {
      const ModelArticle article = random_article(random);
      const AddResult result = store->add(record_of(id, article));
      EXPECT_EQ(result == AddResult::kAdded, !model.contains(id));
      model[id] = article;
    }
    if (step % 60 == 59) {
      store->resolve();
      ASSERT_EQ(stored_edges(*store), expected_edges(model)) << step;
      ASSERT_EQ(store->counts().articles, model.size());
    }
    if (step % 100 == 50) {  // reopen with and without the log
      if (step % 200 == 50) store->flush();
      store.reset();
      store = Store::open(dir / "graph");
    }
  }
  store->resolve();
  EXPECT_EQ(stored_edges(*store), expected_edges(model));
  // After all changes nothing is left that a fresh build would not have.
  auto fresh = Store::open(dir / "fresh");
  fresh->count_duplicates(true);
  for (const auto& [id, article] : model) fresh->add(record_of(id, article));
  fresh->resolve();
  EXPECT_EQ(test::dump(*store), test::dump(*fresh));
}

TEST(StorePropertyTest, TheOrderOfArticlesDoesNotMatter) {
  TempDir dir;
  auto records = test::small_world(R"(
    Qasem Soleimani/IRN -met-with-> Bashar al-Assad @a1 2019-01-01
    Qassim Suleymany -met-with-> Bashar Assad @a2 2019-01-05
    Soleimani -visited-> place:Syria @a3 2019-02-01
    John Smith/USA -accused-> org:IAEA @a4
    John Smith/GBR -supports-> org:International Atomic Energy Agency @a5
    Smith -supports-> org:IAEA @a6 2020-01-01
    J. Weissman -open:out_wit-> Josef Weissman @a7
    Josef Weissman -stated-> we will not yield @a8
    Abbas Araghchi -stated-> We will not yield @a9
    Abbas Araghchi -also-known-as-> The Envoy @a9)");
  std::string expected;
  std::mt19937 random(5);
  for (int i = 0; i < 6; ++i) {
    auto store = Store::open(dir / std::to_string(i));
    for (size_t k = 0; k < records.size(); ++k) {
      store->add(records[k]);
      if (i % 2 == 1 && k % 3 == 0) store->resolve();  // decisions made meanwhile leave no trace
    }
    store->resolve();
    const std::string dump = test::dump(*store);
    if (expected.empty()) expected = dump;
    EXPECT_EQ(dump, expected) << i;
    std::shuffle(records.begin(), records.end(), random);
  }
}

TEST(StorePropertyTest, AKilledProcessLosesNothing) {
  TempDir dir;
  const auto records = test::small_world(R"(
    Abel Quist -accused-> Berta Rask @a1 2024-01-01
    Berta Rask -met-with-> Cyrus Tonn @a2 2024-01-02
    Cyrus Tonn -supports-> Dalia Umber @a3 2024-01-03)");
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto store = Store::open(dir / "graph");
    for (const Record& record : records) store->add(record);
    _exit(0);  // no destructor, no flush: as a kill would leave it
  }
  int status = 0;
  waitpid(child, &status, 0);
  auto store = Store::open(dir / "graph");
  EXPECT_EQ(store->counts().articles, 3u);
  for (const Record& record : records) EXPECT_EQ(store->add(record), AddResult::kUnchanged);
  store->resolve();
  auto fresh = Store::open(dir / "fresh");
  for (const Record& record : records) fresh->add(record);
  fresh->resolve();
  EXPECT_EQ(test::dump(*store), test::dump(*fresh));
}

}  // namespace
}  // namespace actant
