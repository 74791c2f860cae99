#include "graph/model/record_io.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.h"

namespace actant {
namespace {

using testing::HasSubstr;

constexpr const char* kFull =
    R"({"doc":{"id":"x1","title":"T \"q\"","date":"2025-08-03","source":"AP","url":"https://e.org","language":"en",)"
    R"("origin":"a.txt:3","licence":"free"},"text":"José met Ann in Köln today","entities":[)"
    R"({"id":"e1","type":"person","name":"José","actor_country":"ESP","sector":"GOV","mentions":[{"start":0,"end":4,"kind":"name"}]},)"
    R"({"id":"e2","type":"person","name":"Ann","mentions":[{"start":9,"end":12,"kind":"nominal"}]},)"
    R"({"id":"e3","type":"place","name":"Köln","mentions":[]}],"statements":[{"start":0,"end":8,"id":"s1","about":["e1"]}],"relations":[)"
    R"({"subject":"e1","relation":"met-with","object":"e2","negated":false,"modality":"planned","attributed_to":"e2",)"
    R"("time":"2025-08","place":"e3","title":"Mayor","confidence":0.9312,"evidence":[{"start":0,"end":26}]},)"
    R"({"subject":"e1","relation":"also-known-as","object":"Pepe","negated":false,"modality":"actual","confidence":1,"evidence":[]},)"
    R"({"subject":"e1","relation":"open:meet_in","object":"e3","negated":true,"modality":"actual","confidence":0.5,"evidence":[],)"
    R"("open":{"subject":[[0,4]],"predicate":[[5,8],[13,15]],"object":[[16,20]]}}],"chains":[)"
    R"({"entity":"e1","mentions":[{"start":0,"end":4,"kind":"name"},{"start":5,"end":8,"kind":"pronoun"}]},)"
    R"({"mentions":[{"start":21,"end":26,"kind":"nominal"}]}],"run":{"id":7}})"
    "\n";

TEST(RecordIoTest, WritesWhatItRead) {
  std::string out;
  append_record(parse_record(kFull), out);
  EXPECT_EQ(out, kFull);
}

TEST(RecordIoTest, ReadsTheFields) {
  const Record record = parse_record(kFull);
  EXPECT_EQ(record.doc.origin, "a.txt:3");
  EXPECT_EQ(record.entities[0].actor_country, "ESP");
  EXPECT_EQ(record.entities[1].mentions[0].kind, MentionKind::kNominal);
  EXPECT_EQ(record.relations[0].modality, Modality::kPlanned);
  EXPECT_DOUBLE_EQ(record.relations[0].confidence, 0.9312);
  EXPECT_EQ(record.relations[2].open, "meet_in");
  EXPECT_EQ(record.relations[2].open_predicate[1], (Span{13, 15}));
  EXPECT_EQ(record.statements[0].about, std::vector<std::string>{"e1"});
  EXPECT_EQ(record.chains[0].entity, "e1");
  EXPECT_EQ(record.chains[0].mentions[1].kind, MentionKind::kPronoun);
  EXPECT_EQ(record.chains[1].entity, "");
}

TEST(RecordIoTest, TakesDefaultsAndNull) {
  const Record record = parse_record(
      R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"group"},{"id":"b","type":"topic"}],)"
      R"("relations":[{"subject":"a","relation":"supports","object":"b","attributed_to":null,"time":null}]})");
  EXPECT_FALSE(record.relations[0].negated);
  EXPECT_EQ(record.relations[0].modality, Modality::kActual);
  EXPECT_EQ(record.relations[0].confidence, 1);
  EXPECT_TRUE(record.relations[0].attributed_to.empty());
  EXPECT_TRUE(record.extra.empty());
}

TEST(RecordIoTest, ReplacesInvalidUtf8AndEscapesControls) {
  Record record;
  record.doc.id = "x";
  record.text = "a\xff\x01\xed\xa0\x80\"\\\n\xf0\x9f\x98\x80";
  std::string out;
  append_record(record, out);
  EXPECT_THAT(
      out,
      HasSubstr("\"text\":\"a\xef\xbf\xbd\\u0001\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\\\"\\\\\\n\xf0\x9f\x98\x80\""));
  EXPECT_NO_THROW(parse_record(out));
}

TEST(RecordIoTest, RoundsProbabilities) {
  Record record;
  record.doc.id = "x";
  record.entities.resize(1);
  record.entities[0].id = "e1";
  for (const double confidence : {0.123456, 0.00001, 1.0, 0.0001}) {
    RecordRelation relation;
    relation.subject = relation.object = "e1";
    relation.type = RelationType::kSupports;
    relation.confidence = confidence;
    record.relations.push_back(relation);
  }
  std::string out;
  append_record(record, out);
  EXPECT_THAT(out, HasSubstr("\"confidence\":0.1235,"));
  EXPECT_THAT(out, HasSubstr("\"confidence\":0,"));
  EXPECT_THAT(out, HasSubstr("\"confidence\":1,"));
  EXPECT_THAT(out, HasSubstr("\"confidence\":0.0001,"));
}

struct Mistake {
  const char* line;
  const char* message;
};

TEST(RecordIoTest, ErrorsNameThePlaceAndTheReason) {
  const Mistake mistakes[] = {
      {"", "no JSON"},
      {"{\"doc\":{\"id\":\"x\"},}", "no JSON"},
      {"{\"doc\":{\"id\":\"\xff\"}}", "no JSON"},
      {"[]", "expected an object, found array"},
      {"{}", "doc: is missing"},
      {R"({"doc":{}})", "doc.id: is missing"},
      {R"({"doc":{"id":7}})", "doc.id: expected a string, found number"},
      {R"({"doc":{"id":"x"},"entities":{}})", "entities: expected an array, found object"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"alien"}]})", "entities[0].type: unknown entity type 'alien'"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"topic"},{"id":"a","type":"topic"}]})",
       "entities[1].id: 'a' is used twice"},
      {R"({"doc":{"id":"x"},"text":"abc","entities":[{"id":"a","type":"topic","mentions":[{"start":0,"end":4}]}]})",
       "entities[0].mentions[0].end: offset 4 is behind the end of the text (3)"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"topic","mentions":[{"start":4,"end":2}]}]})",
       "entities[0].mentions[0]: starts behind its end"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"topic","mentions":[{"start":-1,"end":2}]}]})",
       "mentions[0].start"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"topic"}],"relations":[{"subject":"a","relation":"likes","object":"a"}]})",
       "relations[0].relation: unknown relation 'likes'"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"topic"}],"relations":[{"subject":"b","relation":"supports","object":"a"}]})",
       "relations[0].subject: 'b' is no entity of this record"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"topic"}],"relations":[{"subject":"a","relation":"stated","object":"s"}]})",
       "relations[0].object: 's' is no statement of this record"},
      {R"({"doc":{"id":"x"},"entities":[{"id":"a","type":"topic"}],"relations":[{"subject":"a","relation":"supports","object":"a","confidence":1.5}]})",
       "relations[0].confidence: is not between 0 and 1"},
      {R"({"doc":{"id":"x"},"chains":[{"entity":"e7","mentions":[]}]})",
       "chains[0].entity: 'e7' is no entity of this record"},
  };
  for (const Mistake& mistake : mistakes) {
    try {
      parse_record(mistake.line);
      ADD_FAILURE() << mistake.line;
    } catch (const ParseError& error) {
      EXPECT_THAT(error.what(), HasSubstr(mistake.message)) << mistake.line;
    }
  }
}

TEST(RecordIoTest, RefusesEndlessNesting) {
  const std::string line = R"({"doc":{"id":"x"},"y":)" + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_THROW(parse_record(line), ParseError);
  EXPECT_NO_THROW(parse_record(R"({"doc":{"id":"x"},"y":"[[[[\"[[[["})"));
}

}  // namespace
}  // namespace actant
