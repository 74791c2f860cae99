// What all formats have in common, on a small graph on disk.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "export/arrangement.h"
#include "export/csv.h"
#include "export/day_spans.h"
#include "export/exporter.h"
#include "export/html.h"
#include "export/iso_codes.h"
#include "export/node_text.h"
#include "export/rdf.h"
#include "export/registry.h"
#include "export/surroundings.h"
#include "graph/model/error.h"
#include "tests/support/small_world.h"

namespace actant {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  if (!fs::is_directory(path)) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) all += file.filename().string() + "\n" + read(file);
  return all;
}

class FormatsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("actant-formats-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    store_ = Store::open((folder_ / "graph").string());
    test::add_world(*store_, R"(
      Alice Smith -met-with-> Bob Jones @a1 2024-01-02
      Alice Smith -met-with-> Bob Jones @a2 2024-02
      org:Acme -!accused-> Alice Smith @a2
      Alice Smith -~planned visited-> place:Norway @a3 2024-03-05
      Bob Jones -holds-position-> org:Acme @a3
    )");
  }
  void TearDown() override {
    store_.reset();
    fs::remove_all(folder_);
  }

  std::string write(std::string_view format, const Selection& selection = {}, const ExportOptions& options = {},
                    const WriterOptions& writer_options = {}) {
    const std::string path = (folder_ / ("out-" + std::to_string(++count_))).string();
    export_graph(*store_, selection, *make_writer(format, writer_options), path, options);
    return read(path);
  }

  fs::path folder_;
  std::unique_ptr<Store> store_;
  int count_ = 0;
};

TEST_F(FormatsTest, TwoExportsOfOneGraphAreTheSameBytes) {
  for (const Format& format : formats()) {
    for (const bool layout : {false, true}) {
      const ExportOptions options{layout, ColorBy::kCommunity};
      const std::string first = write(format.name, {}, options);
      EXPECT_FALSE(first.empty()) << format.name;
      EXPECT_EQ(first, write(format.name, {}, options)) << format.name;
    }
  }
}

TEST_F(FormatsTest, AFailedExportLeavesWhatWasThere) {
  const std::string path = (folder_ / "missing" / "out.graphml").string();
  EXPECT_THROW(export_graph(*store_, {}, *make_writer("graphml", {}), path), IoError);
  EXPECT_FALSE(fs::exists(folder_ / "missing"));
  EXPECT_THROW(export_graph(*store_, {}, *make_writer("neo4j-csv", {}), path), IoError);
  EXPECT_THROW(export_graph(*store_, {}, *make_writer("neo4j-csv", {}), "-"), InvalidArgument);
}

TEST_F(FormatsTest, EvidenceOutsideTheSelectionIsNotWritten) {
  Selection selection;
  selection.evidence.since = "2024-02";
  const std::string out = write("neo4j-csv", selection);
  EXPECT_NE(out.find(ArticleId::of("a2").to_string()), std::string::npos);
  EXPECT_EQ(out.find(ArticleId::of("a1").to_string()), std::string::npos);
}

TEST_F(FormatsTest, SurroundingsAreTheSameWhateverGoesThroughATemporaryFile) {
  for (const bool bounded : {false, true}) {
    Selection selection;
    if (bounded) selection.evidence.until = "2024-02";
    const SelectedGraph graph(*store_, selection);
    for (const NodeDetail detail : {NodeDetail::kDays, NodeDetail::kArticles, NodeDetail::kSentences}) {
      SurroundingsReader in_memory(*store_, detail), in_file(*store_, detail, 48);
      graph.for_each_cited_edge({.all_evidence = true}, [&](const CitedEdge& cited) {
        for (const auto reader : {&in_memory, &in_file}) reader->add(cited.edge, cited.evidence);
        return true;
      });
      graph.for_each_node([&](const Node& node) {
        Surroundings expected;
        std::set<std::string> days;
        std::set<ArticleId> articles;
        graph.for_each_cited_edge({.all_evidence = true}, [&](const CitedEdge& cited) {
          if (cited.edge.key.subject != node.id && cited.edge.key.object != node.id) return true;
          ++expected.degree;
          for (const Evidence& piece : cited.evidence) {
            if (!piece.published.empty()) days.insert(piece.published);
            articles.insert(piece.article);
          }
          return true;
        });
        for (const auto reader : {&in_memory, &in_file}) {
          const Surroundings& seen = reader->of(node.id);
          if (detail == NodeDetail::kDays) {
            EXPECT_EQ(seen.days, std::vector<std::string>(days.begin(), days.end()));
          }
          if (detail == NodeDetail::kArticles) {
            EXPECT_EQ(seen.articles, std::vector<ArticleId>(articles.begin(), articles.end()));
          }
          if (detail == NodeDetail::kSentences) {
            EXPECT_EQ(seen.degree, expected.degree);
          }
          if (detail == NodeDetail::kSentences) {
            EXPECT_GE(seen.sentences.size(), articles.size());
          }
        }
        return true;
      });
    }
  }
}

TEST_F(FormatsTest, EdgesOfChosenDatesAreThoseThatALookAtEachEdgeGives) {
  Selection selection;
  selection.evidence.since = "2024-02";
  selection.evidence.until = "2024-02";
  EvidenceFilter filter(*store_, selection.evidence);
  std::vector<std::string> expected, seen;
  const auto line = [](const Edge& edge) {
    return edge.key.to_string() + ' ' + std::to_string(edge.articles) + ' ' + edge.first_date + ' ' + edge.last_date +
           ' ' + std::to_string(edge.confidence);
  };
  store_->for_each_edge([&](const Edge& edge) {
    if (const auto narrowed = filter.narrow(edge)) expected.push_back(line(*narrowed));
    return true;
  });
  SelectedGraph(*store_, selection).for_each_edge([&](const Edge& edge) {
    seen.push_back(line(edge));
    return true;
  });
  EXPECT_EQ(seen, expected);
  EXPECT_EQ(seen.size(), 2u);  // without the first article of the meeting
}

TEST_F(FormatsTest, GexfEdgesExistOnTheDaysOfTheirArticlesAndNodesOnThoseOfTheirEdges) {
  const std::string out = write("gexf");
  EXPECT_NE(
      out.find("timestamps=\"&lt;[2024-01-02, 2024-02-01]&gt;\"><attvalues><attvalue for=\"0\" value=\"met-with\""),
      std::string::npos)
      << out;
  EXPECT_NE(out.find("label=\"Alice Smith\" timestamps=\"&lt;[2024-01-02, 2024-02-01, 2024-03-05]&gt;\""),
            std::string::npos)
      << out;
  WriterOptions intervals;
  intervals.time = TimeForm::kInterval;
  EXPECT_NE(write("gexf", {}, {}, intervals).find("start=\"2024-01-02\" end=\"2024-02-29\""), std::string::npos);
}

TEST_F(FormatsTest, NodesStandBeforeEdgesThoughEdgesAreReadFirst) {
  const std::string gexf = write("gexf"), ftm = write("ftm");
  EXPECT_LT(gexf.rfind("<node "), gexf.find("</nodes>\n<edges>\n<edge "));
  EXPECT_LT(gexf.find("<gexf "), gexf.find("<node "));
  EXPECT_LT(ftm.rfind("\"schema\":\"Person\""), ftm.find("\"schema\":\"UnknownLink\""));
  EXPECT_LT(ftm.rfind("\"schema\":\"UnknownLink\""), ftm.find("\"schema\":\"Article\""));
}

TEST_F(FormatsTest, GexfSpellsAreRunsOfDays) {
  WriterOptions spells;
  spells.time = TimeForm::kSpells;
  const std::string out = write("gexf", {}, {}, spells);
  EXPECT_NE(out.find("timerepresentation=\"interval\""), std::string::npos);
  EXPECT_NE(
      out.find(
          "<spells><spell start=\"2024-01-02\" end=\"2024-01-02\"/><spell start=\"2024-02-01\" end=\"2024-02-29\"/></spells></edge>"),
      std::string::npos)
      << out;
  EXPECT_EQ(out.find("\" start=\"2024"), std::string::npos);  // no bounds beside them
}

TEST_F(FormatsTest, GexfWeightsOfATimeAreItsArticles) {
  WriterOptions weights;
  weights.dynamic_weights = true;
  EXPECT_NE(write("gexf", {}, {}, weights)
                .find("<attvalue for=\"weight\" value=\"1.0\" timestamp=\"2024-01-02\"/>"
                      "<attvalue for=\"weight\" value=\"1.0\" timestamp=\"2024-02-01\"/>"),
            std::string::npos);
  weights.time = TimeForm::kInterval;
  EXPECT_NE(write("gexf", {}, {}, weights)
                .find("<attvalue for=\"weight\" value=\"2.0\" start=\"2024-01-02\" end=\"2024-02-29\"/>"),
            std::string::npos);
}

TEST_F(FormatsTest, FollowTheMoneyLeavesOutWhatIsNotAsserted) {
  const std::string out = write("ftm");
  EXPECT_NE(out.find("\"schema\":\"UnknownLink\""), std::string::npos);
  EXPECT_NE(out.find("\"schema\":\"Employment\""), std::string::npos);
  EXPECT_EQ(out.find("accused"), std::string::npos);
  EXPECT_EQ(out.find("visited"), std::string::npos);
}

TEST_F(FormatsTest, FollowTheMoneyEventsKnowWhoTookPartAndWhere) {
  test::add_world(*store_, R"(
    event:Oslo Forum -located-in-> place:Norway @a5
    Alice Smith -visited-> event:Oslo Forum @a5
    org:Acme -!supports-> event:Oslo Forum @a5
  )");
  std::istringstream lines(write("ftm"));
  nlohmann::json event;
  std::string alice;
  for (std::string line; std::getline(lines, line);) {
    const auto entity = nlohmann::json::parse(line);
    if (entity["schema"] == "Event") event = entity["properties"];
    if (entity["schema"] == "Person" && entity["properties"]["name"][0] == "Alice Smith") alice = entity["id"];
  }
  EXPECT_EQ(event["location"], nlohmann::json({"Norway"}));
  EXPECT_EQ(event["involved"], nlohmann::json({alice}));  // who denies to support it took no part
}

TEST_F(FormatsTest, FollowTheMoneyArticlesNameTheirAuthors) {
  Record record = test::small_world("Alice Smith -met-with-> Bob Jones @b1 2024-04-01").front();
  record.extra = R"({"doc":{"author":"Ann Lee, Bo \"Mac\" Ray","excerpt":true},"author":"someone else"})";
  store_->add(record);
  std::istringstream lines(write("ftm"));
  size_t with_author = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto entity = nlohmann::json::parse(line);
    if (!entity["properties"].contains("author")) continue;
    ++with_author;
    EXPECT_EQ(entity["schema"], "Article");
    EXPECT_EQ(entity["properties"]["author"], nlohmann::json({"Ann Lee, Bo \"Mac\" Ray"}));
  }
  EXPECT_EQ(with_author, 1u);
}

TEST_F(FormatsTest, LinesOfNquadsAreSortedByTheirBytes) {
  // Nodes of all types, among them those whose ids sort behind the statements, as subjects of triples too.
  test::add_world(*store_, R"(
    topic:fishing rights -related-to-> group:fishers @a6 2025-01-01
    topic:fishing rights -located-in-> place:Norway @a6
    event:Oslo Forum -located-in-> place:Norway @a6
    place:Norway -part-of-> topic:Europe @a7
    Alice Smith -visited-> place:Norway @a7
    Alice Smith -~planned met-with-> Bob Jones @a7
  )");
  for (const Provenance provenance : {Provenance::kReified, Provenance::kGraphs}) {
    WriterOptions options;
    options.provenance = provenance;
    Selection selection;
    selection.with_statements = selection.with_open = true;
    std::istringstream text(write("nquads", selection, {}, options));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    EXPECT_GT(lines.size(), 200u);
    for (size_t i = 1; i < lines.size(); ++i) EXPECT_LT(lines[i - 1], lines[i]);
    for (const char* subject : {":a-", ":actant", ":build", ":e-", ":g-", ":l-", ":m-", ":o-", ":p-", ":r-", ":t-"}) {
      const auto has = [&](const std::string& line) {
        return line.substr(0, line.find('>')).find(subject) != std::string::npos;
      };
      EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), has)) << subject;
    }
  }
}

TEST_F(FormatsTest, NamedGraphsHoldWhatIsNotAsserted) {
  WriterOptions options;
  options.provenance = Provenance::kGraphs;
  const std::string out = write("nquads", {}, {}, options);
  const std::string predicate = "<https://w3id.org/actant/ns#accused> ";
  const size_t place = out.find(predicate);
  ASSERT_NE(place, std::string::npos);
  EXPECT_NE(out.substr(place, out.find('\n', place) - place).find(":r-"), std::string::npos);
  EXPECT_EQ(out.find(predicate, place + 1), std::string::npos);
  const std::string trig = write("trig", {}, {}, options);
  const size_t begin = trig.find("ns:accused");
  ASSERT_NE(begin, std::string::npos);
  EXPECT_TRUE(trig.substr(trig.rfind('\n', begin) + 1).starts_with("i:r-"))
      << trig.substr(trig.rfind('\n', begin) + 1, 100);
  EXPECT_THROW(make_writer("turtle", options), InvalidArgument);
}

TEST_F(FormatsTest, JsonldInPartsHoldsTheObjectsOfOneFile) {
  const auto objects_of = [](const std::string& text) {
    std::vector<nlohmann::json> objects = nlohmann::json::parse(text).at("@graph");
    return objects;
  };
  const auto triples_of = [](const nlohmann::json& object) {
    size_t triples = 0;
    for (const auto& [key, value] : object.items()) triples += key == "@id" ? 0 : value.is_array() ? value.size() : 1;
    return triples;
  };
  const std::vector<nlohmann::json> whole = objects_of(write("jsonld"));
  const fs::path folder = folder_ / "parts";
  for (const size_t most : {20, 60, 1000}) {  // into the same folder: parts of the longer series must go
    WriterOptions options;
    options.split = most;
    export_graph(*store_, {}, *make_writer("jsonld", options), folder.string());
    std::vector<nlohmann::json> objects;
    size_t parts = 0;
    for (; fs::exists(folder / ("part-000" + std::to_string(parts + 1) + ".jsonld")); ++parts) {
      const std::string text = read(folder / ("part-000" + std::to_string(parts + 1) + ".jsonld"));
      EXPECT_EQ(nlohmann::json::parse(text)["@context"], nlohmann::json::parse(write("jsonld"))["@context"]);
      size_t triples = 0;
      for (const nlohmann::json& object : objects_of(text)) {
        triples += triples_of(object);
        objects.push_back(object);
      }
      EXPECT_LE(triples, most);
      EXPECT_GT(triples, 0u);
    }
    EXPECT_EQ(objects, whole);
    if (most == 1000) {
      EXPECT_EQ(parts, 1u);
    } else {
      EXPECT_GT(parts, 2u);
    }
    EXPECT_EQ(static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator())), parts);
  }
  EXPECT_THROW(export_graph(*store_, {}, *make_writer("jsonld", {.split = 9}), "-"), InvalidArgument);
}

TEST_F(FormatsTest, ThePageHoldsNoMarkupFromTheGraph) {
  test::add_world(*store_, "org:</script><b> -met-with-> Bob Jones @a9 2024-01-02");
  const std::string out = write("html");
  const size_t data = out.find("id=\"graph-data\"");
  const size_t begin = out.find('\n', data) + 1, end = out.find("</script>", begin);
  std::istringstream lines(out.substr(begin, end - begin));
  std::map<char, int> counts;
  for (std::string line; std::getline(lines, line);) {
    ++counts[line.at(0)];
    const size_t tab = line.find('\t');  // an edge and its sentences; the number of an article and the article
    const auto first = nlohmann::json::parse(line.substr(1, tab - 1));
    if (tab == std::string::npos) continue;
    const auto second = nlohmann::json::parse(line.substr(tab + 1));
    if (line[0] == 'e') {
      EXPECT_EQ(first["ev"].size(), 2 * second.size());
    }
  }
  EXPECT_EQ(counts, (std::map<char, int>{{'h', 1}, {'n', 5}, {'e', 5}, {'a', 4}}));
}

TEST_F(FormatsTest, ALayoutPlacesNodesApart) {
  const SelectedGraph graph(*store_, {});
  const Arrangement arrangement(graph, ColorBy::kType);
  std::vector<const Look*> looks;
  graph.for_each_node([&](const Node& node) {
    looks.push_back(arrangement.find(node.id));
    return true;
  });
  for (size_t i = 0; i < looks.size(); ++i) {
    ASSERT_NE(looks[i], nullptr);
    for (size_t k = 0; k < i; ++k) {
      const float dx = looks[i]->x - looks[k]->x, dy = looks[i]->y - looks[k]->y,
                  both = looks[i]->size + looks[k]->size;
      EXPECT_GE(dx * dx + dy * dy, both * both * 0.98f);
    }
  }
  EXPECT_EQ(arrangement.find(NodeId::make(EntityType::kTopic, 1)), nullptr);
}

TEST(CsvRowTest, QuotesWhatNeedsQuotesAndKeepsOneLine) {
  std::string out;
  CsvRow(out, false).text("a,b").text("say \"x\"").text("two\nlines").text("=1+1").count(3).number(0.5).flag(true);
  EXPECT_EQ(out, "\"a,b\",\"say \"\"x\"\"\",two lines,=1+1,3,0.5,true\n");
  out.clear();
  CsvRow(out, true).text("=1+1").text("ok");
  EXPECT_EQ(out, "'=1+1,ok\n");
}

TEST(NodeTextTest, PartialDatesHaveAFirstDay) {
  EXPECT_EQ(first_day("2024-02"), "2024-02-01");
  EXPECT_EQ(first_day("2023-02-30"), "");
  EXPECT_EQ(first_day("soon"), "");
}

std::string shown(DaySpans& days, TimeForm form) {
  std::string text;
  for (const DaySpan& span : days.spans(form)) {
    append_day(text, span.first);
    text += '/';
    append_day(text, span.last);
    text += " x" + std::to_string(span.articles) + ' ';
  }
  return text;
}

TEST(DaySpansTest, TimesAreSortedAndApartAndCountArticles) {
  DaySpans days;
  for (const auto& [date, article] : std::initializer_list<std::pair<const char*, uint64_t>>{{"2024-02", 3},
                                                                                             {"2024-01-31", 1},
                                                                                             {"2024-01-31", 1},
                                                                                             {"2024-01-31", 2},
                                                                                             {"2024-03-02T10:00", 4},
                                                                                             {"2023", 5},
                                                                                             {"1969-12-31", 6},
                                                                                             {"2024-02-30", 7},
                                                                                             {"", 8},
                                                                                             {"soon", 9}}) {
    days.add(date, ArticleId{article});
  }
  EXPECT_EQ(
      shown(days, TimeForm::kTimestamps),
      "1969-12-31/1969-12-31 x1 2023-01-01/2023-01-01 x1 2024-01-31/2024-01-31 x2 2024-02-01/2024-02-01 x1 2024-03-02/2024-03-02 x1 ");
  EXPECT_EQ(shown(days, TimeForm::kSpells),
            "1969-12-31/1969-12-31 x1 2023-01-01/2023-12-31 x1 2024-01-31/2024-02-29 x3 2024-03-02/2024-03-02 x1 ");
  EXPECT_EQ(shown(days, TimeForm::kInterval), "1969-12-31/2024-03-02 x6 ");
  days.clear();
  EXPECT_EQ(shown(days, TimeForm::kInterval), "");
}

TEST(RdfTest, DoublesHaveTheCanonicalForm) {
  const auto text = [](double value) {
    std::string out;
    append_canonical_double(out, value);
    return out;
  };
  EXPECT_EQ(text(0.9), "9.0E-1");
  EXPECT_EQ(text(1), "1.0E0");
  EXPECT_EQ(text(0), "0.0E0");
  EXPECT_EQ(text(12.34), "1.234E1");
}

TEST(IsoCodesTest, CountriesAndLanguages) {
  EXPECT_EQ(alpha2_country("GBR"), "gb");
  EXPECT_EQ(alpha2_country("XKX"), "xk");
  EXPECT_EQ(alpha2_country("???"), "");
  EXPECT_EQ(alpha3_language("en"), "eng");
}

TEST(HtmlWriterTest, TheBuiltInPageIsTheFileBesideTheCode) {
  EXPECT_EQ(viewer_page(), read(std::string(ACTANT_SOURCE_DIR) + "/export/viewer/dist/viewer.html"));
  EXPECT_NE(viewer_page().find("@ACTANT_GRAPH@"), std::string_view::npos);
}

}  // namespace
}  // namespace actant
