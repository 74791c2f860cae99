// The kept sums of an edge that merging makes of several are the counted ones, however it is read and whatever happens
// afterwards.
#include "graph/store/internal/merged_sums.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/write_batch.h>

#include "graph/store/check_graph.h"
#include "graph/store/graph_reader.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/keys.h"
#include "graph/store/store.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class MergedSumsTest : public testing::Test {
 protected:
  // Abel Quist and Zed Woo are one; both accuse Berta Rask in a2, which counts once, and Zed alone accuses Carl Ohm.
  void SetUp() override {
    const auto store = Store::open(path_);
    store->add_all(test::small_world(R"(
      Abel Quist -accused-> Berta Rask @a1 2024-01-01
      Abel Quist -accused-> Berta Rask @a2 2024-01-02
      Zed Woo -accused-> Berta Rask @a2 2024-01-02
      Zed Woo -accused-> Berta Rask @a3 2024-01-03
      Berta Rask -aided-> Zed Woo @a3 2024-01-03
      Zed Woo -accused-> Carl Ohm @a4 2024-01-04)"));
    store->decide(same_);
    store->resolve();
    store->flush();
  }

  static std::string text_of(const Evidence& evidence, const std::string& sentence) {
    return evidence.article.to_string() + " " + evidence.published + " " + std::to_string(evidence.subject.begin) +
           " " + sentence + "\n";
  }
  static std::string evidence_of(const Store& store, const Edge& edge) {
    std::string text;
    store.for_each_evidence(edge.key, [&](const Evidence& evidence) {
      text += text_of(evidence, evidence.text);
      return true;
    });
    return text;
  }
  // The same read among all edges of the object.
  static std::string evidence_at(const GraphReader& reader, const Edge& edge) {
    std::string text;
    reader.for_each_evidence_of(
        edge.key.object, {},
        [&](const EdgeKey& key, NodeId other) { return key == edge.key && other == edge.key.subject; },
        [&](const EdgeKey&, const EdgeKey&, const std::vector<Evidence>& pieces) {
          EXPECT_EQ(text, "") << "the edge came twice";
          for (const Evidence& evidence : pieces) text += text_of(evidence, reader.sentence(evidence));
          return true;
        });
    return text;
  }

  // Each edge of the graph read in every way there is, which must agree.
  static std::vector<std::string> edges(const Store& store) {
    const auto reader = store.reader();
    const auto cursor = reader->cursor();
    std::vector<std::string> lines;
    store.for_each_edge([&](const Edge& edge) {
      const std::string line = store.node(edge.key.subject)->name + " " + store.node(edge.key.object)->name + " " +
                               std::to_string(edge.articles) + " " + edge.first_date + " " + edge.last_date;
      lines.push_back(line);
      const auto expect_same = [&](const Edge& other) {
        EXPECT_EQ(other.articles, edge.articles) << line;
        EXPECT_EQ(other.statements, edge.statements) << line;
        EXPECT_EQ(other.confidence, edge.confidence) << line;
        EXPECT_EQ(other.first_date + other.last_date, edge.first_date + edge.last_date) << line;
      };
      EXPECT_EQ(evidence_at(*reader, edge), evidence_of(store, edge)) << line;
      expect_same(*store.edge(edge.key));
      expect_same(*reader->edge(edge.key));
      for (const Direction direction : {Direction::kOut, Direction::kIn, Direction::kBoth}) {
        for (const NodeId node : {edge.key.subject, edge.key.object}) {
          for (cursor->seek_node(node, direction); cursor->next();) {
            if (cursor->key() != edge.key) continue;
            expect_same(cursor->edge());
            expect_same(*reader->edge_of_part(cursor->part()));
          }
          store.for_each_edge_of(node, direction, [&](const Edge& other) {
            if (other.key == edge.key) expect_same(other);
            return true;
          });
        }
      }
      return true;
    });
    return lines;
  }
  size_t kept() const {
    const internal::Database database(path_, StoreOptions{}, true);
    size_t count = 0;
    database.scan(internal::Family::kEdgesOnce, internal::kMergedSums, [&](auto, auto) { return ++count > 0; });
    return count;
  }
  std::vector<std::string> problems() const {
    std::vector<std::string> result;
    check_graph(path_, [&](const std::string& line) { result.push_back(line); });
    return result;
  }
  void put(const std::string& key, const std::string& value) {
    internal::Database database(path_, StoreOptions{}, false);
    rocksdb::WriteBatch batch;
    internal::check(batch.Put(database.handle(internal::Family::kEdgesOnce), key, value), "cannot write");
    database.write(batch);
  }

  const Decision same_{Decision::Kind::kSame, {{}, "person:Abel Quist"}, {{}, "person:Zed Woo"}, {}, {}};
  test::TempDir dir_;
  const std::string path_ = dir_ / "g";
};

TEST_F(MergedSumsTest, AnArticleThatSupportsTwoPartsCountsOnce) {
  EXPECT_EQ(kept(), 1U) << "the others are one edge of layer 1 alone";
  const auto store = Store::open_read_only(path_);
  EXPECT_THAT(edges(*store), testing::UnorderedElementsAre("Zed Woo Berta Rask 3 2024-01-01 2024-01-03",
                                                           "Berta Rask Zed Woo 1 2024-01-03 2024-01-03",
                                                           "Zed Woo Carl Ohm 1 2024-01-04 2024-01-04"));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(MergedSumsTest, AfterAnotherArticleTheKeptSumsAreNotUsed) {
  const auto store = Store::open(path_);
  store->add_all(
      test::small_world("Zed Woo -accused-> Berta Rask @a5 2024-01-05\nAbel Quist -accused-> Carl Ohm @a5 2024-01-05"));
  const auto counted = testing::UnorderedElementsAre("Zed Woo Berta Rask 4 2024-01-01 2024-01-05",
                                                     "Berta Rask Zed Woo 1 2024-01-03 2024-01-03",
                                                     "Zed Woo Carl Ohm 2 2024-01-04 2024-01-05");
  EXPECT_THAT(edges(*store), counted);
  store->resolve();
  EXPECT_THAT(edges(*store), counted);
}

TEST_F(MergedSumsTest, PartedNodesKeepNone) {
  {
    const auto store = Store::open(path_);
    store->undecide(same_);
    store->resolve();
    EXPECT_EQ(edges(*store).size(), 4U);
  }
  EXPECT_EQ(kept(), 0U);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(MergedSumsTest, AGraphWithoutKeptSumsIsCounted) {
  {
    internal::Database database(path_, StoreOptions{}, false);
    rocksdb::WriteBatch batch;
    auto* family = database.handle(internal::Family::kEdgesOnce);
    internal::check(batch.DeleteRange(family, "\xff", "\xff\xff"), "cannot write");
    internal::check(batch.Delete(database.handle(internal::Family::kMeta), internal::kMergedSumsGeneration),
                    "cannot write");
    database.write(batch);
  }
  EXPECT_THAT(edges(*Store::open_read_only(path_)), testing::Contains("Zed Woo Berta Rask 3 2024-01-01 2024-01-03"));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(MergedSumsTest, CheckFindsWrongMissingAndNeedlessSums) {
  EdgeKey key, other;
  {
    const auto store = Store::open_read_only(path_);
    store->for_each_edge([&](const Edge& edge) {
      (edge.articles == 3 ? key : other) = edge.key;
      return true;
    });
  }
  internal::EdgeAggregate wrong;
  wrong.articles = 4;
  std::string value;
  wrong.append_to(value);
  put(internal::merged_sum_key(key), value);
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("the kept sums of edge " + key.to_string() + " are 08")));
  {
    internal::Database database(path_, StoreOptions{}, false);
    rocksdb::WriteBatch batch;
    internal::check(batch.Delete(database.handle(internal::Family::kEdgesOnce), internal::merged_sum_key(key)),
                    "cannot write");
    database.write(batch);
  }
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("the kept sums of edge " + key.to_string() + " are missing")));
  put(internal::merged_sum_key(other), value);
  EXPECT_THAT(problems(),
              testing::UnorderedElementsAre(HasSubstr("are missing"), HasSubstr("are of no edge of several parts")));
}

}  // namespace
}  // namespace actant
