#ifndef ACTANT_EXTRACT_ENTITY_NAME_LINKER_H_
#define ACTANT_EXTRACT_ENTITY_NAME_LINKER_H_

#include <vector>

#include "extract/entity/clusters.h"
#include "extract/string_arena.h"

namespace actant {

/// Puts the names of one thing together: equal names; all names, adjectives and (where it acts for the government) the
/// capital of a country; a person's full name and parts of it; an organization's acronym and short forms.
class NameLinker {
 public:
  void link(Clusters& clusters);

 private:
  void link_equal(Clusters& clusters);
  void link_people(Clusters& clusters);
  void link_bodies(Clusters& clusters);
  std::string_view key_of(const Clusters& clusters, uint32_t mention);

  StringArena keys_;
  std::vector<uint32_t> distinct_;  ///< one name of each cluster, by position
};

/// True where a capital's name stands for the government: `Tehran said`, `accused Washington`, `Pyongyang's envoy`.
bool stands_for_government(const Document& document, const Mention& mention);

/// True where `acronym` (`EU`, `U.N.`, `UAAR`) can be made of the initials of `name`.
bool is_acronym_of(std::string_view acronym, std::string_view name);

/// True where `part` is a short form of an organization's or event's name: its last words, its words before `of`, or
/// the name without `Party`, `Group` and the like.
bool is_short_form_of(std::string_view part, std::string_view name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NAME_LINKER_H_
