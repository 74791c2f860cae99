#ifndef ACTANT_EXTRACT_RELATION_FACTS_H_
#define ACTANT_EXTRACT_RELATION_FACTS_H_

#include <span>
#include <string_view>
#include <vector>

#include "extract/relation/office.h"
#include "extract/stage.h"

namespace actant {

/// Adds the fact relations of the ontology: positions from titles, appositions, copulas and descriptions; membership,
/// nationality, seat, parts, kin and other names. Facts about a description that nothing else in the article needs
/// (`Chinese factories`) carry a rule name with the prefix `if-used:`; build_triples() keeps them only where their
/// subject takes part in another triple.
class FactStage : public Stage {
 public:
  std::string_view name() const override { return "facts"; }
  uint32_t requires_layers() const override { return kSyntax | kEntities; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;

 private:
  /// An office of a state, for a person of whom the text does not say which state.
  struct UnplacedOffice {
    uint32_t noun, entity;
    float confidence;
    const char* rule;
    std::string_view title;
    bool past;  ///< a former one
  };

  void person_name(uint32_t mention);
  void home_before_name(uint32_t mention);
  void owner_of_name(uint32_t mention);
  void home_behind_name(uint32_t mention);
  void title_of_list(uint32_t mention);
  void description(uint32_t mention);
  bool is_set_off(const Mention& description) const;
  void predicate_nominal(uint32_t mention);
  void apposition(uint32_t mention);
  void group_or_body(uint32_t mention);
  void people_of(uint32_t mention, uint32_t whole);
  void home_of_body(uint32_t mention, uint32_t child, std::string_view with, uint32_t whole);
  void whole_of_body(uint32_t mention, uint32_t child, bool before, uint32_t part);
  void country_in_name(uint32_t mention);
  void body_of_name(uint32_t mention);
  void rank(uint32_t mention);
  void leads(uint32_t token);
  void own_body(uint32_t mention);
  void belongs(uint32_t token);
  void owns(uint32_t token);
  void subsidiary(uint32_t noun);
  void marries(uint32_t token);
  void couple(uint32_t one, uint32_t other, uint32_t token);
  void wedding(uint32_t noun);
  void follows_in_office(uint32_t token, uint32_t role);
  void town_before(uint32_t mention);
  void takes_office(uint32_t token);
  void place_in_place(uint32_t mention);
  void place_in_region(uint32_t inner, uint32_t in);
  void kind_before(uint32_t name);
  void kind_of_place(uint32_t mention);
  bool towns_in_region(uint32_t noun);
  void country_in_brackets(uint32_t mention);
  void based_name(uint32_t token);
  void place_of_owner(uint32_t mention);
  void seat_behind(uint32_t mention);
  void seat(uint32_t mention);
  void based_in(uint32_t token);
  void event_place(uint32_t token);
  void gathering(uint32_t token);
  void other_name(uint32_t mention);
  void called(uint32_t token);
  void kin(uint32_t noun, uint32_t entity);
  uint32_t name_behind_comma(const Mention& description) const;
  void office(uint32_t noun, uint32_t entity, float confidence, const char* rule);
  void body_before_role(uint32_t noun, Office& office) const;
  void place_offices();
  bool place_known(const UnplacedOffice& office, size_t stated);
  void place_office(const UnplacedOffice& office, uint32_t country, float confidence, const char* rule);
  double weight_around(const UnplacedOffice& office, uint32_t country) const;
  uint32_t country_around(const UnplacedOffice& office, size_t stated) const;
  std::string_view country_of_party(uint32_t person) const;
  static bool is_taken(std::span<const Triple> triples, const UnplacedOffice& office, uint32_t country);
  static bool has_office(std::span<const Triple> triples, const UnplacedOffice& office);
  uint32_t country_entity(std::string_view iso3) const;
  Triple& add(uint32_t subject, RelationType relation, uint32_t object, uint32_t predicate, float confidence,
              const char* rule);

  Document* document_ = nullptr;
  OfficeReader offices_;
  std::vector<uint32_t> heads_;
  std::vector<UnplacedOffice> unplaced_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_FACTS_H_
