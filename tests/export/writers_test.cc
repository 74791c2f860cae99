#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "export/graphml.h"
#include "export/jsonld.h"
#include "export/registry.h"
#include "graph/model/error.h"

namespace actant {
namespace {

using Json = nlohmann::json;

NodeId id(EntityType type, uint64_t hash) { return NodeId::make(type, hash); }

Node person() {
  Node node;
  node.id = id(EntityType::kPerson, 1);
  node.type = EntityType::kPerson;
  node.name = "Abbas <Araghchi> &";
  node.aliases = {{"Araghchi", 3}, {"Araqchi", 1}};
  node.mentions = 4;
  node.articles = 2;
  node.first_date = "2025-08";
  node.last_date = "2025-08-03";
  node.actor_country = "IRN";
  return node;
}

Edge meeting() {
  Edge edge;
  edge.key = {id(EntityType::kPerson, 1), RelationType::kMetWith, 0, id(EntityType::kPerson, 2), false,
              Modality::kActual};
  edge.articles = 2;
  edge.statements = 3;
  edge.attributed = 1;
  edge.confidence = 0.9;
  return edge;
}

Evidence sentence() {
  Evidence evidence;
  evidence.article = ArticleId::of("a1");
  evidence.sentence = {3, 20};
  evidence.text = "He met \"her\".";
  evidence.confidence = 0.8;
  evidence.time = "2025-08-03";
  return evidence;
}

template <typename WriterType>
std::string write(const Edge& edge, const WriterOptions& options = {}) {
  WriterType writer(options);
  const std::vector<Evidence> evidence = {sentence()};
  Article article;
  article.id = evidence[0].article;
  article.info.id = "a1";
  article.info.url = "http://example.org/a b";
  article.info.date = "2025-08-04";
  Buffers out(1);
  const Node node = person();
  writer.begin({"uuid", "2026-01-01T00:00:00Z", {}, "rules 1, model 2"}, out);
  writer.node({node}, out);
  writer.edge({edge, evidence, &article.info}, out);
  writer.article(article, out);
  writer.end(out);
  return out[0];
}

size_t count(const std::string& text, const std::string& part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(GraphmlWriterTest, FollowsTheRulesThatClientsNeed) {
  const std::string out = write<GraphmlWriter>(meeting());
  EXPECT_EQ(
      out.find("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"),
      0u);
  EXPECT_EQ(count(out, "edgedefault=\"directed\""), 1u);
  EXPECT_EQ(out.find(" directed="), std::string::npos);
  EXPECT_EQ(out.find("for=\"all\""), std::string::npos);
  EXPECT_EQ(out.find("<desc"), std::string::npos);
  EXPECT_LT(out.rfind("<key"), out.find("<graph "));
  for (const char* reserved : {"\"id\"", "\"timeset\"", "\"type\"", "\"kind\"", "\"degree\"", "\"name\""}) {
    EXPECT_EQ(out.find(std::string("attr.name=") + reserved), std::string::npos) << reserved;
  }
}

TEST(GraphmlWriterTest, WritesValuesOnlyWhereTheyAreKnown) {
  const std::string out = write<GraphmlWriter>(meeting());
  EXPECT_NE(out.find("<data key=\"n0\">Abbas &lt;Araghchi> &amp;</data>"), std::string::npos) << out;
  EXPECT_NE(out.find("<data key=\"n2\">Araghchi | Araqchi</data>"), std::string::npos);
  EXPECT_NE(out.find("<data key=\"n7\">IRN</data>"), std::string::npos);
  EXPECT_EQ(out.find("<data key=\"n8\">"), std::string::npos);  // no sector
  EXPECT_NE(out.find("<data key=\"e1\">2.0</data>"), std::string::npos);
  EXPECT_NE(out.find("http://example.org/a%20b"), std::string::npos);
}

TEST(GraphmlWriterTest, EdgeKindKeepsQualifiedEdgesApart) {
  Edge edge = meeting();
  EXPECT_NE(write<GraphmlWriter>(edge).find(" label=\"met-with\">"), std::string::npos);
  edge.key.negated = true;
  edge.key.modality = Modality::kPlanned;
  EXPECT_NE(write<GraphmlWriter>(edge).find(" label=\"met-with~negated~planned\">"), std::string::npos);
  WriterOptions strict;
  strict.strict = true;
  EXPECT_EQ(write<GraphmlWriter>(edge, strict).find(" label="), std::string::npos);
}

TEST(JsonldWriterTest, IsOneObjectWithContextFirstAndOneFlatObjectALine) {
  const std::string out = write<JsonldWriter>(meeting());
  const Json document = Json::parse(out);
  EXPECT_EQ(out.find("{\"@context\""), 0u);
  std::set<std::string> ids;
  for (const Json& object : document["@graph"]) {
    ids.insert(object["@id"]);
    for (const auto& [key, value] : object.items()) {
      if (value.is_object()) {  // no nested nodes
        EXPECT_TRUE(value.contains("@value")) << key;
      }
    }
  }
  EXPECT_TRUE(ids.count("i:" + meeting().key.to_string()));
  EXPECT_TRUE(ids.count("i:" + ArticleId::of("a1").to_string()));
}

TEST(JsonldWriterTest, TypeStandsBeforeId) {
  const std::string out = write<JsonldWriter>(meeting());
  size_t start = out.find("\"@graph\"");
  while ((start = out.find("\n{", start)) != std::string::npos) {
    const std::string line = out.substr(start + 1, out.find('\n', start + 1) - start - 1);
    const size_t type = line.find("\"@type\":[");
    if (type != std::string::npos && line.find("\"@id\"") < type) FAIL() << line;
    ++start;
  }
}

TEST(JsonldWriterTest, AssertsOnlyWhatThePublisherAsserts) {
  const std::string plain = "\"met-with\":\"i:p-";
  Edge edge = meeting();
  EXPECT_EQ(count(write<JsonldWriter>(edge), plain), 1u);
  edge.key.negated = true;
  EXPECT_EQ(count(write<JsonldWriter>(edge), plain), 0u);
  edge = meeting();
  edge.key.modality = Modality::kPossible;
  EXPECT_EQ(count(write<JsonldWriter>(edge), plain), 0u);
  edge = meeting();
  edge.attributed = edge.statements;
  EXPECT_EQ(count(write<JsonldWriter>(edge), plain), 0u);
}

TEST(JsonldWriterTest, DatesAreTypedByTheirPrecision) {
  const std::string out = write<JsonldWriter>(meeting());
  EXPECT_NE(out.find("\"firstDate\":{\"@type\":\"xsd:gYearMonth\",\"@value\":\"2025-08\"}"), std::string::npos);
  EXPECT_NE(out.find("\"lastDate\":{\"@type\":\"xsd:date\",\"@value\":\"2025-08-03\"}"), std::string::npos);
}

TEST(JsonldWriterTest, TheActivityNamesTheModel) {
  EXPECT_NE(write<JsonldWriter>(meeting()).find("\"model\":\"rules 1, model 2\""), std::string::npos);
}

TEST(JsonldWriterTest, ContextIsTheFileBesideTheCode) {
  std::ifstream file(std::string(ACTANT_SOURCE_DIR) + "/export/context.jsonld");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Json written = Json::parse(write<JsonldWriter>(meeting()))["@context"];
  EXPECT_EQ(written["i"]["@id"], "urn:x-actant:uuid:");
  written.erase("i");
  EXPECT_EQ(Json::parse(text)["@context"], written);
}

TEST(RegistryTest, UnknownFormatNamesTheKnownOnes) {
  try {
    make_writer("gexx", {});
    FAIL();
  } catch (const InvalidArgument& error) {
    EXPECT_NE(std::string(error.what()).find("graphml, gexf, html"), std::string::npos);
  }
  EXPECT_EQ(format_of_file("a/b.graphml")->name, "graphml");
  EXPECT_EQ(format_of_file("a/b.txt"), nullptr);
}

}  // namespace
}  // namespace actant
