#include "extract/section_joiner.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

RecordEntity entity(const std::string& id, const std::string& name, uint32_t begin,
                    MentionKind kind = MentionKind::kName) {
  RecordEntity result;
  result.id = id;
  result.type = EntityType::kPerson;
  result.name = name;
  result.mentions.push_back({{begin, begin + static_cast<uint32_t>(name.size())}, kind});
  return result;
}

RecordRelation relation(const std::string& subject, RelationType type, const std::string& object, uint32_t sentence) {
  RecordRelation result;
  result.subject = subject;
  result.type = type;
  result.object = object;
  result.confidence = 0.5;
  result.evidence.push_back({sentence, sentence + 10});
  return result;
}

TEST(SectionJoinerTest, OneNameIsOneEntityAndOffsetsAreOfTheWhole) {
  Record first, second, whole;
  first.entities = {entity("e1", "Ann", 3), entity("e2", "Bob", 9)};
  second.entities = {entity("e1", "Bob", 0), entity("e2", "Cy", 7)};
  SectionJoiner joiner(whole);
  joiner.add(first, 0);
  joiner.add(second, 100);
  ASSERT_EQ(whole.entities.size(), 3u);
  EXPECT_EQ(whole.entities[1].name, "Bob");
  ASSERT_EQ(whole.entities[1].mentions.size(), 2u);
  EXPECT_EQ(whole.entities[1].mentions[1].span.begin, 100u);
  EXPECT_EQ(whole.entities[2].id, "e3");
}

TEST(SectionJoinerTest, ADescriptionStaysInItsSection) {
  Record section, whole;
  section.entities = {entity("e1", "minister", 3, MentionKind::kNominal)};
  SectionJoiner joiner(whole);
  joiner.add(section, 0);
  joiner.add(section, 100);
  EXPECT_EQ(whole.entities.size(), 2u);
}

TEST(SectionJoinerTest, ATripleToldTwiceIsOneInItsMostActualReading) {
  Record section, whole;
  section.entities = {entity("e1", "Ann", 0), entity("e2", "Bob", 9)};
  section.relations = {relation("e1", RelationType::kMetWith, "e2", 0)};
  section.relations[0].modality = Modality::kPlanned;
  SectionJoiner joiner(whole);
  joiner.add(section, 0);
  std::swap(section.relations[0].subject, section.relations[0].object);  // symmetric: the same triple
  section.relations[0].modality = Modality::kActual;
  section.relations[0].confidence = 0.7;
  joiner.add(section, 100);
  ASSERT_EQ(whole.relations.size(), 1u);
  EXPECT_EQ(whole.relations[0].modality, Modality::kActual);
  EXPECT_EQ(whole.relations[0].confidence, 0.7);
  ASSERT_EQ(whole.relations[0].evidence.size(), 2u);
  EXPECT_EQ(whole.relations[0].evidence[1].begin, 100u);
}

TEST(SectionJoinerTest, StatementsKeepTheirSpeakersAndTopics) {
  Record section, whole;
  section.entities = {entity("e1", "Ann", 0)};
  section.statements = {{"s1", {5, 9}, {"e1"}}};
  section.relations = {relation("e1", RelationType::kStated, "s1", 0)};
  SectionJoiner joiner(whole);
  joiner.add(section, 0);
  joiner.add(section, 100);
  ASSERT_EQ(whole.statements.size(), 2u);
  EXPECT_EQ(whole.statements[1].span.begin, 105u);
  EXPECT_EQ(whole.statements[1].about, std::vector<std::string>{"e1"});
  ASSERT_EQ(whole.relations.size(), 2u);
  EXPECT_EQ(whole.relations[1].object, "s2");
}

TEST(SectionJoinerTest, ChainsStayInTheirSectionAndKeepTheirEntity) {
  Record section, whole;
  section.entities = {entity("e1", "Ann", 0)};
  section.chains = {{"e1", {{{0, 3}, MentionKind::kName}, {{8, 11}, MentionKind::kPronoun}}}};
  whole.entities = {entity("e1", "Bob", 50)};
  SectionJoiner joiner(whole);
  joiner.add(section, 0);
  joiner.add(section, 100);
  ASSERT_EQ(whole.chains.size(), 2u);
  EXPECT_EQ(whole.chains[0].entity, "e2");
  EXPECT_EQ(whole.chains[1].entity, "e2");
  EXPECT_EQ(whole.chains[1].mentions[1].span.begin, 108u);
}

}  // namespace
}  // namespace actant
