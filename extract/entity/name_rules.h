#ifndef ACTANT_EXTRACT_ENTITY_NAME_RULES_H_
#define ACTANT_EXTRACT_ENTITY_NAME_RULES_H_

#include <cstdint>
#include <string_view>

#include "extract/document.h"
#include "extract/entity/gazetteer.h"

/// What the name finder asks of words and spans: where a name begins and ends, and what is no name at all.
namespace actant {

inline constexpr uint16_t kAdjectiveKinds = kCountryAdjective | kRegionAdjective;  ///< set of TermKind

bool capitalized(const Token& token);    ///< begins with a capital, a digit or a letter beyond ASCII
bool in_lower_case(const Token& token);  ///< begins with a small ASCII letter
bool is_determiner(const Token& token);  ///< the, a, this ...
bool is_edge_mark(const Token& token);   ///< punctuation and the possessive mark: never at the edge of a name
bool is_modifier(const Token& token);    ///< stands in front of a noun: adjective, compound, possessor
bool is_weekday_or_month(std::string_view norm);
bool is_happening(std::string_view norm);  ///< last word of a named event: summit, war, election
bool is_paper(std::string_view norm);      ///< last word of a law, treaty or plan, which is a topic

/// `tampa bay`, `hector`: a person or place written small, as in e-mail and chat, when the recognizer is sure of it.
bool is_written_small(const Document& document, const Mention& mention);
bool is_acronym(std::string_view form);  ///< two characters or more, none of them a small ASCII letter
/// `someone@example.com`, `example.com`: an address, not a name.
bool is_address(std::string_view form);
/// `Sacramento California`, `san jose ca`: begin of the second of two places written without a comma, or mention.last.
uint32_t second_place(const Document& document, const Mention& mention);

/// `The` is part of a few names: The Hague, and titles of the press written so within a sentence.
bool article_belongs(const Document& document, const Mention& mention);

/// End of the name of a body without those who belong to it: `Islamic State` | `fighters`.
uint32_t without_members(const Document& document, uint32_t first, uint32_t last);
/// Begin of the name without an adjective in front of an acronym: `Kurdish` | `YPG`.
uint32_t without_adjective(const Document& document, uint32_t first, uint32_t last);
/// End of the name without what follows a known acronym or a body: `G20` | `Presidency`, `Refugee Council` | `Enver
/// Solomon`.
uint32_t without_rest(const Document& document, uint32_t first, uint32_t last);

/// A common noun written with a capital: the Government, the Court.
bool is_bare_noun(const Document& document, const Mention& mention);
/// A word of an office: `Home` in `Home Secretary`, `State` in `Secretary of State`.
bool is_part_of_office(const Document& document, const Mention& mention);
/// A language: `in English`.
bool is_language(const Document& document, const Mention& mention);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_NAME_RULES_H_
