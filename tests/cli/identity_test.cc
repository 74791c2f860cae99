#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Two spellings, and two persons whom only somebody else can know to be one.
constexpr const char* kRecords =
    R"({"doc": {"id": "a1", "date": "2025-01-02"}, "entities": [{"id": "e1", "type": "person", "name": "Abbas Araghchi"}, {"id": "e2", "type": "person", "name": "Marco Rubio"}], "relations": [{"subject": "e1", "relation": "met-with", "object": "e2"}]}
{"doc": {"id": "a2", "date": "2025-01-03"}, "entities": [{"id": "e1", "type": "person", "name": "Abbas Araqchi"}, {"id": "e2", "type": "person", "name": "Marco Rubio"}], "relations": [{"subject": "e1", "relation": "met-with", "object": "e2"}]}
{"doc": {"id": "a3", "date": "2025-01-04"}, "entities": [{"id": "e1", "type": "person", "name": "Mohammed Deif"}, {"id": "e2", "type": "person", "name": "Diab Masri"}], "relations": []}
)";

class IdentityCommandTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write_file(folder_ / "r.jsonl", kRecords);
    ASSERT_EQ(sh("actant load r.jsonl --graph g").code, 0);
  }
};

TEST_F(IdentityCommandTest, WhySameGivesTheReasons) {
  const Outcome one = sh("actant why-same g 'Abbas Araqchi' 'Abbas Araghchi'");
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_THAT(one.out, HasSubstr("are one node"));
  EXPECT_THAT(one.out, HasSubstr("+2.5  two spellings of one name"));
  EXPECT_THAT(one.out, HasSubstr("one node has to do with both: Marco Rubio"));
  const Outcome two = sh("actant why-same g 'Marco Rubio' 'Diab Masri'");
  EXPECT_EQ(two.code, 0);
  EXPECT_THAT(two.out, HasSubstr("are two nodes"));
  const json steps = json::parse(sh("actant why-same g 'Abbas Araqchi' --json").out);
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0]["reasons"][0]["text"], "two spellings of one name");
  double sum = 0;
  for (const json& reason : steps[0]["reasons"]) sum += reason["weight"].get<double>();
  EXPECT_GT(sum, 2);  // log-odds, no probability
  EXPECT_NEAR(steps[0]["score"].get<double>(), sum, 0.2);
}

TEST_F(IdentityCommandTest, WhySameTellsWhyTwoWrittenNamesAreOneName) {
  write_file(
      folder_ / "n.jsonl",
      R"({"doc": {"id": "a1"}, "entities": [{"id": "e1", "type": "organization", "name": "IAEA"}, {"id": "e2", "type": "place", "name": "Teheran"}, {"id": "e3", "type": "person", "name": "Ana Diaz"}, {"id": "e4", "type": "organization", "name": "Siemens"}], "relations": []}
{"doc": {"id": "a2"}, "entities": [{"id": "e1", "type": "organization", "name": "International Atomic Energy Agency"}, {"id": "e2", "type": "place", "name": "Tehran"}, {"id": "e3", "type": "person", "name": "Ana D\u00edaz"}, {"id": "e5", "type": "person", "name": "President Ana Diaz"}, {"id": "e4", "type": "organization", "name": "Siemens AG"}], "relations": []}
)");
  ASSERT_EQ(sh("actant load n.jsonl --graph n").code, 0);
  const auto why = [&](const std::string& a, const std::string& b) {
    return sh("actant why-same n '" + a + "' '" + b + "'").out;
  };
  EXPECT_THAT(why("IAEA", "International Atomic Energy Agency"),
              HasSubstr("names of International Atomic Energy Agency that are built in"));
  EXPECT_THAT(why("Teheran", "Tehran"), HasSubstr("names of Tehran that are built in"));
  EXPECT_THAT(why("Ana Diaz", "Ana D\u00edaz"), HasSubstr("they differ in capitals, accents"));
  EXPECT_THAT(why("Ana Diaz", "President Ana Diaz"), HasSubstr("different titles before one name"));
  EXPECT_THAT(why("Siemens", "Siemens AG"), HasSubstr("different legal forms behind one name"));
  EXPECT_EQ(sh("actant why-same n IAEA IAEA | wc -l").out, "1\n");
  const json step = json::parse(sh("actant why-same n Siemens 'Siemens AG' --json").out).at(0);
  EXPECT_TRUE(step["score"].is_null());
  EXPECT_EQ(step["a"], step["b"]);
  EXPECT_EQ(step["reasons"][0]["text"], "different legal forms behind one name");
  EXPECT_EQ(json::parse(sh("actant why-same n IAEA IAEA --json").out)[0]["reasons"][0]["text"],
            "one name in this graph");
}

TEST_F(IdentityCommandTest, DifferentKeepsNodesOfOneNameTogether) {
  // Two nodes of the son, one of which an article calls by the name of the father too, and the father.
  const std::string records[] = {
      R"({"doc": {"id": "a1"}, "text": "Hugo Abend", "entities": [{"id": "e1", "type": "person", "name": "Ugo Abend", "actor_country": "ITA", "mentions": [{"start": 0, "end": 10, "kind": "name"}]}], "relations": []})",
      R"({"doc": {"id": "a2"}, "entities": [{"id": "e1", "type": "person", "name": "Ugo Abend"}], "relations": []})",
      R"({"doc": {"id": "a3"}, "entities": [{"id": "e1", "type": "person", "name": "Hugo Abend"}], "relations": []})"};
  std::vector<std::string> ids;
  std::string all;
  for (const std::string& record : records) {
    const std::string name = "one" + std::to_string(ids.size());
    write_file(folder_ / (name + ".jsonl"), record + "\n");
    ASSERT_EQ(sh("actant load " + name + ".jsonl --graph " + name).code, 0);
    ids.push_back(
        json::parse(sh("actant show " + name + " 'person:" + (ids.size() < 2 ? "Ugo" : "Hugo") + " Abend' --json")
                        .out)["node"]["id"]);
    all += record + "\n";
  }
  write_file(folder_ / "s.jsonl", all);
  ASSERT_EQ(sh("actant load s.jsonl --graph s").code, 0);
  for (const auto& [a, b] : {std::pair(0, 1), {1, 2}}) {
    ASSERT_EQ(sh("actant same s " + ids[static_cast<size_t>(a)] + " " + ids[static_cast<size_t>(b)]).code, 0);
  }
  ASSERT_EQ(sh("actant different s 'Hugo Abend' 'Ugo Abend'").code, 0);
  const std::string decisions = sh("actant decisions s").out;
  EXPECT_THAT(decisions, HasSubstr("different\t"));
  for (const auto& [a, b] : {std::pair(0, 1), {1, 0}}) {
    EXPECT_THAT(decisions, Not(HasSubstr("different\t" + ids[static_cast<size_t>(a)] + "\tUgo Abend\t" +
                                         ids[static_cast<size_t>(b)])));
  }
}

TEST_F(IdentityCommandTest, DecisionsWinAndMoveToAnotherGraph) {
  EXPECT_THAT(sh("actant same g 'Mohammed Deif' 'Diab Masri' --note 'said the army'").out, HasSubstr("(person, p-"));
  EXPECT_EQ(sh("actant different g 'Abbas Araqchi' 'Abbas Araghchi'").code, 0);
  EXPECT_EQ(sh("actant rename g 'Diab Masri' 'The Guest'").code, 0);
  EXPECT_THAT(sh("actant show g 'Mohammed Deif'").out, HasSubstr("The Guest"));
  EXPECT_THAT(sh("actant why-same g 'Mohammed Deif' 'Diab Masri'").out, HasSubstr("decided by a person"));
  EXPECT_THAT(sh("actant why-same g 'Abbas Araqchi' 'Abbas Araghchi'").out, HasSubstr("are two nodes"));
  const Outcome moved =
      sh("actant decisions g > who.tsv; actant load r.jsonl --graph h --decisions who.tsv; "
         "actant decisions h | diff - who.tsv && actant show h 'Mohammed Deif'");
  EXPECT_EQ(moved.code, 0) << moved.out << moved.err;
  EXPECT_THAT(moved.out, HasSubstr("The Guest"));
  EXPECT_EQ(sh("actant same g 'Mohammed Deif' 'Diab Masri' --undo").code, 0);
  EXPECT_EQ(sh("actant same g 'Mohammed Deif' 'Diab Masri' --undo").code, 1);
  EXPECT_EQ(sh("actant rename g 'Diab Masri'").code, 2);
  EXPECT_EQ(sh("actant same g Nobody 'Diab Masri'").code, 1);
}

TEST_F(IdentityCommandTest, WatchListsGiveIdsAndBrokenLinesAreTold) {
  write_file(folder_ / "list.tsv",
             "id\ttype\tname\taliases\tcountries\nQ1\tperson\tMohammed Deif\tDiab Masri\t\nQ2\tperson\n");
  const Outcome outcome = sh("actant resolve g --entities list.tsv");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("list.tsv:3: column name is empty"));
  EXPECT_THAT(outcome.out, HasSubstr("1 of 1 entity found"));
  EXPECT_THAT(sh("actant show g 'Diab Masri'").out, HasSubstr("the same as http://www.wikidata.org/entity/Q1"));
  EXPECT_THAT(sh("actant export g --to jsonld").out, HasSubstr("\"sameAs\":[\"http://www.wikidata.org/entity/Q1\"]"));
  EXPECT_EQ(sh("actant resolve g --forget-entities").code, 0);
  EXPECT_THAT(sh("actant show g 'Diab Masri'").out, Not(HasSubstr("the same as")));
  EXPECT_EQ(sh("actant resolve g --entities missing.json").code, 1);
  EXPECT_EQ(sh("actant resolve nothing").code, 1);
}

TEST_F(IdentityCommandTest, IdsOfWatchListsAreOwlSameAsInEveryRdfExport) {
  write_file(
      folder_ / "list.jsonl",
      R"({"id":"NK-1","schema":"Person","caption":"Mohammed Deif","properties":{"wikidataId":["Q1"],"leiCode":["7LTWFZYICNSX8D621K86"]}})"
      "\n");
  ASSERT_EQ(sh("actant resolve g --entities list.jsonl").code, 0);
  const std::vector<std::string> iris = {"http://www.wikidata.org/entity/Q1",
                                         "https://search.gleif.org/#/record/7LTWFZYICNSX8D621K86",
                                         "urn:x-actant:entity:NK-1"};
  const std::string jsonld = sh("actant export g --to jsonld").out;
  const std::string turtle = sh("actant export g --to turtle").out;
  EXPECT_THAT(turtle, HasSubstr("owl:sameAs"));
  for (const std::string& iri : iris) {
    EXPECT_THAT(jsonld, HasSubstr("\"" + iri + "\""));
    EXPECT_THAT(turtle, HasSubstr("<" + iri + ">"));
    EXPECT_THAT(sh("actant export g --to nquads").out,
                HasSubstr("<http://www.w3.org/2002/07/owl#sameAs> <" + iri + ">"));
  }
}

}  // namespace
}  // namespace actant::test
