// Every option that selects, and --layout, in every format: which nodes and edges are in the file.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <vector>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using testing::HasSubstr;
using Ids = std::set<std::string>;

/// The edges of tests/data/wire.jsonl by a letter.
const std::map<char, std::string> kEdges = {
    {'A', "r-3171f4ed711b7247-0a-38745669b31546e4-00"},  // Iran accused Israel, two articles
    {'T', "r-38745669b31546e4-0c-3171f4ed711b7247-10"},  // Israel did not threaten Iran
    {'Y', "r-483161d77aa2882a-08-579b7d58c9f598a4-00"},  // police yielded to Imran Khan
    {'L', "r-52aefda228f5e937-05-34395aa4a855fe45-00"},  // Sadiq Khan supports London
    {'O', "r-541b4b9c13185637-05-3de7cec2eb5be5be-00"},  // Sigrún Halldórsdóttir supports Oman
    {'P', "r-579b7d58c9f598a4-0a-483161d77aa2882a-00"},  // Imran Khan accused police
    {'S', "r-5c3d5df6b7a0c4e9-01-69dd8356a5c2be72-00"},  // Abbas Araghchi stated something
    {'M', "r-5c3d5df6b7a0c4e9-02-5e452941d7d8910b-00"},  // Abbas Araghchi met Badr Albusaidi
    {'Q', "r-5c3d5df6b7a0c4e9-02-5e452941d7d8910b-01"},  // and will meet him again
    {'H', "r-5c3d5df6b7a0c4e9-20-3171f4ed711b7247-00"},  // Abbas Araghchi is foreign minister of Iran
};

struct Row {
  const char* options;
  const char* edges;       ///< letters of kEdges
  const char* more = "";   ///< ids of nodes beside the ends of the edges, each after a blank
  const char* named = "";  ///< who says or where it was, if nothing else shows them: in RDF, which refers to them
};

const Row kRows[] = {
    {"", "ATYLOPMQH", " l-535b2721b0a9fd5"},  // Muscat has no edge
    {"--min-articles 2", "A"},
    {"--min-confidence 0.95", "A"},
    {"--top 3", "ATH"},
    {"--around 'Abbas Araghchi'", "MQH", "", " l-535b2721b0a9fd5"},
    {"--around 'Abbas Araghchi' --hops 2", "MQHAT", "", " l-535b2721b0a9fd5"},
    {"--around 'Abbas Araghchi' --around p-79b7d58c9f598a4", "MQHYP", "", " l-535b2721b0a9fd5"},
    {"--around 'Abbas Araghchi' --min-articles 2", "", " p-c3d5df6b7a0c4e9"},  // who was asked for stays
    {"--relation met-with", "MQ", "", " l-535b2721b0a9fd5"},
    {"--relation accused,supports", "APLO"},
    {"--relation facts", "H"},
    {"--type person", "MQ", "", " l-535b2721b0a9fd5"},
    {"--type person,organization", "MQYP", "", " l-535b2721b0a9fd5"},
    {"--since 2025-08", "TYLOP", "", " p-c3d5df6b7a0c4e9"},
    {"--until 2025-06-01", "AMH", "", " l-535b2721b0a9fd5"},
    {"--since 2025-06-02 --until 2025-07", "AQ"},
    {"--min-articles 2 --until 2025-06-13", ""},  // one of the two articles is later
    {"--source 'Gulf Daily'", "AQYP"},
    {"--source 'Gulf Daily' --source 'Example Wire' --type place", "AT", "", " p-c3d5df6b7a0c4e9"},
    {"--with-statements --around 'Abbas Araghchi'", "MQHS", "", " l-535b2721b0a9fd5"},
    {"--since 2025-06-02 --source 'Gulf Daily' --type place --layout", "A"},
    {"--layout", "ATYLOPMQH", " l-535b2721b0a9fd5"},
};

bool is_rdf(const std::string& format) {
  return format == "jsonld" || format == "nquads" || format == "turtle" || format == "trig";
}

Ids ids_in(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  Ids ids;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) ids.insert((*it)[1]);
  return ids;
}

Ids edges_in(const std::string& text) {
  return ids_in(text, "\\b(r-[0-9a-f]{16}-[0-9a-f]{2}-[0-9a-f]{16}-[0-9a-f]{2})");
}
Ids nodes_in(const std::string& text) {
  return ids_in(text, "(?:^|[^0-9a-zA-Z-])([polgets]-[0-9a-f]{13,15})(?![0-9a-f-])");
}

/// The node that an edge names from `place` on: the digit of its type, and its own fifteen.
std::string end_of(const std::string& edge, size_t place) {
  static const std::map<char, char> kLetters = {{'3', 'l'}, {'4', 'o'}, {'5', 'p'}, {'6', 's'}};
  const auto letter = kLetters.find(edge[place]);
  return std::string(1, letter == kLetters.end() ? '?' : letter->second) + "-" + edge.substr(place + 1, 15);
}

size_t number_of(const std::string& text, std::string_view part) {
  size_t number = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

class SelectionTest : public ProgramTest {};
class SelectionFormatTest : public SelectionTest, public testing::WithParamInterface<const char*> {};

TEST_P(SelectionFormatTest, WhatIsAskedForIsInTheFile) {
  load_wire();
  const std::string format = GetParam();
  for (const Row& row : kRows) {
    Ids edges, nodes;
    for (const char letter : std::string(row.edges)) {
      const std::string& edge = kEdges.at(letter);
      edges.insert(edge);
      for (const size_t place : {2, 22}) nodes.insert(end_of(edge, place));
    }
    std::istringstream more(row.more + std::string(is_rdf(format) ? row.named : ""));
    for (std::string node; more >> node;) nodes.insert(node);
    if (format == "ftm") {  // what is denied or planned, and statements, are no entities there
      for (const char letter : {'T', 'Q', 'S'}) edges.erase(kEdges.at(letter));
      std::erase_if(nodes, [](const std::string& node) { return node[0] == 's'; });
    }
    const Outcome outcome = sh("rm -rf out; actant export g --to " + format + " " + row.options +
                               " -o out && if [ -d out ]; then cat out/*; else cat out; fi");
    ASSERT_EQ(outcome.code, 0) << row.options << "\n" << outcome.err;
    EXPECT_EQ(nodes_in(outcome.out), nodes) << row.options;
    if (format == "html") {  // there an edge is a line without an id
      EXPECT_EQ(number_of(outcome.out, "\ne{"), edges.size()) << row.options;
    } else {
      EXPECT_EQ(edges_in(outcome.out), edges) << row.options;
    }
  }
}

// A client that follows the reference finds what it is and how it is called.
TEST_F(SelectionTest, RdfDescribesWhatStatementsNameThoughItIsNotSelected) {
  load_wire();
  EXPECT_THAT(sh("actant export g --to turtle --relation met-with").out,
              HasSubstr("\ni:l-535b2721b0a9fd5 a schema:Place ;\n  skos:prefLabel \"Muscat\"@en ;\n"));
  EXPECT_THAT(sh("actant export g --to nquads --source 'Example Wire' --type place").out,
              HasSubstr("p-c3d5df6b7a0c4e9> <http://www.w3.org/2004/02/skos/core#prefLabel> \"Abbas Araghchi\"@en"));
}

TEST_F(SelectionTest, LayoutGivesPlacesSizesAndColours) {
  load_wire();
  const std::map<std::string, std::vector<const char*>> looks = {
      {"graphml", {"attr.name=\"x\"", "attr.name=\"size\"", "attr.name=\"r\""}},
      {"gexf", {"<viz:position x=", "<viz:size value=", "<viz:color r="}},
      {"graphology", {"\"x\":", "\"size\":", "\"color\":"}},
      {"cytoscape", {"\"position\":{\"x\":", "\"size\":", "\"color\":"}}};
  for (const auto& [format, words] : looks) {
    const std::string text = sh("actant export g --layout --to " + format).out;
    for (const char* word : words) EXPECT_THAT(text, HasSubstr(word)) << format;
  }
  EXPECT_THAT(sh("actant export g --to gexf").out, testing::Not(HasSubstr("viz:position")));
}

INSTANTIATE_TEST_SUITE_P(Formats, SelectionFormatTest,
                         testing::Values("graphml", "gexf", "html", "jsonld", "nquads", "turtle", "trig", "gephi-csv",
                                         "neo4j-csv", "graphrag", "graphology", "cytoscape", "ftm", "dot"),
                         [](const auto& format) {
                           std::string name = format.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace actant::test
