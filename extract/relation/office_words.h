#ifndef ACTANT_EXTRACT_RELATION_OFFICE_WORDS_H_
#define ACTANT_EXTRACT_RELATION_OFFICE_WORDS_H_

#include <cstdint>
#include <string_view>

#include "extract/document.h"

namespace actant {

/// What kind of tie a noun for a person names.
enum class RoleKind : uint8_t {
  kNoRole,    ///< no tie: man, victim, critic
  kPosition,  ///< an office or a job: minister, head, spokesman
  kElected,   ///< seat in a body: senator, lawmaker; an office of the country where no body is named
  kCalling,   ///< what somebody does or is, in nobody's service: singer, woman; a country says where they come from
  kMember,    ///< belongs without an office: member, activist, fighter
  kKin,       ///< family: wife, son
};

/// The kind of the role noun `token`.
RoleKind role_kind(const Token& token);

/// Whether the role noun names a profession that is no office of a country: journalist, priest, lawyer.
bool is_profession(const Token& token);

/// Whether the word (lower case) opens a title but belongs to no office: Mr., Sir.
bool is_honorific(std::string_view norm);
/// Whether a word of this part of speech may be one of a title.
bool may_stand_in_title(const Token& word);
/// Adjectives and the like that say something of the person, not of the office: late, embattled, visiting.
bool is_no_title_word(const Token& word);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_OFFICE_WORDS_H_
