#include <gtest/gtest.h>

#include "graph/merge/known_entity.h"
#include "graph/model/error.h"

namespace actant {
namespace {

using Strings = std::vector<std::string>;

KnownEntity read(const std::string& line) {
  KnownEntity entity;
  WatchListReader reader;
  EXPECT_EQ(reader.read(line, entity), WatchListLine::kEntity) << line;
  return entity;
}

TEST(WatchListTest, ReadsFollowTheMoneyAsOpenSanctionsPublishesIt) {
  const KnownEntity entity = read(
      R"({"id":"NK-1","caption":"Ivan Petrov","schema":"Person","properties":{"name":["Ivan Petrov","Иван Петров"],)"
      R"("alias":["Vanya"],"nationality":["ru"],"country":["cy"],"wikidataId":["Q42"],"birthDate":["1960"]},)"
      R"("referents":["Q42","gb-hmt-1"],"datasets":["x"]})");
  EXPECT_EQ(entity.id, "NK-1");
  EXPECT_EQ(entity.type, EntityType::kPerson);
  EXPECT_EQ(entity.names, (Strings{"Ivan Petrov", "Иван Петров", "Vanya"}));
  EXPECT_EQ(entity.countries, (Strings{"CYP", "RUS"}));
  EXPECT_EQ(entity.same_as, (Strings{"http://www.wikidata.org/entity/Q42"}));
}

// The shape of entities.ftm.json and of Aleph's exports: topics, datasets and dates beside what we read.
TEST(WatchListTest, ReadsWhatOpenSanctionsAndAlephWriteAroundTheNames) {
  const KnownEntity company = read(
      R"({"id":"NK-abc","caption":"Volga Steel JSC","schema":"Company","properties":{"name":["Volga Steel JSC"],)"
      R"("alias":["AO Volga Stal"],"weakAlias":["VST"],"previousName":["OOO Volga Metall"],"abbreviation":["VS"],)"
      R"("jurisdiction":["ru"],"country":["suhh","gb-sct"],"leiCode":["253400XXXX","7LTWFZYICNSX8D621K86"],"topics":["sanction"],)"
      R"("permId":["4295859490","no number"],)"
      R"("opencorporatesUrl":["https://opencorporates.com/companies/ru/1"],"registrationNumber":["1"]},)"
      R"("referents":["ofac-1","lei-5493001KJTIIGC8Y1R12"],)"
      R"("datasets":["us_ofac_sdn"],"first_seen":"2022-03-01T00:00:00","last_seen":"2025-01-01T00:00:00","target":true})");
  EXPECT_EQ(company.type, EntityType::kOrganization);
  EXPECT_EQ(company.names, (Strings{"Volga Steel JSC", "AO Volga Stal", "OOO Volga Metall", "VS", "VST"}));
  EXPECT_EQ(company.countries, (Strings{"GBR", "RUS"}));
  EXPECT_EQ(company.same_as, (Strings{"https://opencorporates.com/companies/ru/1", "https://permid.org/1-4295859490",
                                      "https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12",
                                      "https://search.gleif.org/#/record/7LTWFZYICNSX8D621K86"}))
      << "the first of the two codes has the wrong length";
  const KnownEntity person = read(
      R"({"id":"4f2.9d","schema":"Person","properties":{"name":["Zoran Kralj"],"weakAlias":["Zoki","Zoki the Painter"],)"
      R"("firstName":["Zoran"],"lastName":["Kralj"],"topics":["role.pep"],"nationality":["hr"]},"collection_id":"7"})");
  EXPECT_EQ(person.names, (Strings{"Zoran Kralj", "Zoki the Painter"}));  // "Zoki" is many people's name
  KnownEntity entity;
  WatchListReader reader;
  for (const char* schema :
       {"Sanction", "Vessel", "Ownership", "Identification", "CryptoWallet", "Position", "Pages"}) {
    EXPECT_EQ(reader.read(std::string(R"({"id":"x","properties":{},"schema":")") + schema + "\"}", entity),
              WatchListLine::kNothing);
  }
  EXPECT_EQ(reader.read("\xef\xbb\xbfid\ttype\tname\taliases\r", entity), WatchListLine::kNothing);
  EXPECT_EQ(reader.read("x1\tCompany\tAltana\tAltana Chemie|Altana SE\r", entity), WatchListLine::kEntity);
  EXPECT_EQ(entity.names, (Strings{"Altana", "Altana Chemie", "Altana SE"}));
}

TEST(WatchListTest, ReadsTablesWithAndWithoutAHeader) {
  const KnownEntity plain = read("Q7\tperson\tAda Klein\tA. Klein|Ada K.\tDE|Austria\thttps://example.org/ada");
  EXPECT_EQ(plain.names, (Strings{"Ada Klein", "A. Klein", "Ada K."}));
  EXPECT_EQ(plain.countries, (Strings{"AUT", "DEU"}));
  EXPECT_EQ(plain.same_as, (Strings{"https://example.org/ada"}));
  EXPECT_EQ(entity_iri(plain.id), "http://www.wikidata.org/entity/Q7");
  WatchListReader reader;
  KnownEntity entity;
  EXPECT_EQ(reader.read("id\tname\ttype", entity), WatchListLine::kNothing);
  EXPECT_EQ(reader.read("x1\tAltana\torganization", entity), WatchListLine::kEntity);
  EXPECT_EQ(entity.names, (Strings{"Altana"}));
  EXPECT_EQ(entity_iri(entity.id), "urn:x-actant:entity:x1");
}

TEST(WatchListTest, IdsOfOtherRegistersBecomeTheirIris) {
  EXPECT_EQ(entity_iri("7LTWFZYICNSX8D621K86"), "https://search.gleif.org/#/record/7LTWFZYICNSX8D621K86");
  EXPECT_EQ(entity_iri("7LTWFZYICNSX8D621K87"), "urn:x-actant:entity:7LTWFZYICNSX8D621K87")
      << "the check digits are wrong";
  EXPECT_EQ(entity_iri("lei:5493001KJTIIGC8Y1R12"), "https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12");
  EXPECT_EQ(entity_iri("permid:4295859490"), "https://permid.org/1-4295859490");
  EXPECT_EQ(entity_iri("geonames:2643743"), "https://sws.geonames.org/2643743/");
  EXPECT_EQ(entity_iri("urn:isni:0000"), "urn:isni:0000");
  EXPECT_EQ(
      read("x\torganization\tBank\t\t\tQ66048|7LTWFZYICNSX8D621K86").same_as,
      (Strings{"http://www.wikidata.org/entity/Q66048", "https://search.gleif.org/#/record/7LTWFZYICNSX8D621K86"}));
}

TEST(WatchListTest, PassesOverWhatIsNoActor) {
  WatchListReader reader;
  KnownEntity entity;
  for (const char* line : {"", "# a comment", R"({"id":"a","schema":"Address","properties":{}})"}) {
    EXPECT_EQ(reader.read(line, entity), WatchListLine::kNothing) << line;
  }
}

TEST(WatchListTest, SaysWhatIsWrong) {
  const auto error = [](const std::string& line) -> std::string {
    KnownEntity entity;
    try {
      WatchListReader().read(line, entity);
    } catch (const ParseError& problem) {
      return problem.what();
    }
    return "";
  };
  EXPECT_NE(error("{\"id\":").find("not JSON"), std::string::npos);
  EXPECT_EQ(error(R"({"schema":"Person"})"), "the entity has no id");
  EXPECT_EQ(error(R"({"id":"a","schema":"Person"})"), "entity 'a' has no name");
  EXPECT_EQ(error("a\tdragon\tSmaug"),
            "column type: found 'dragon', expected person, organization, place, group, event or topic");
  EXPECT_EQ(error("a\tperson\t"), "column name is empty");
  EXPECT_EQ(error("not json"), "neither a JSON object nor columns parted by tabs");
  EXPECT_EQ(error("id\tname\tcolour"), "the header has no column 'type'");
}

}  // namespace
}  // namespace actant
