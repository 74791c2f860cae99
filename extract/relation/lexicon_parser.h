#ifndef ACTANT_EXTRACT_RELATION_LEXICON_PARSER_H_
#define ACTANT_EXTRACT_RELATION_LEXICON_PARSER_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/relation/lexicon.h"

namespace actant {

/// Reads the table of extract/relation/lexicon_en.inc into a Lexicon. Used by Lexicon::parse() alone.
class LexiconParser {
 public:
  explicit LexiconParser(Lexicon& lexicon) : lexicon_(lexicon) {}
  /// \throws ParseError
  void read(std::string_view table);

 private:
  void line(std::string_view text);
  void read_verb(std::string_view words, std::vector<std::string_view>& fields, bool adjective);
  void read_noun(std::string_view words, std::vector<std::string_view>& fields);
  void read_outlook(std::string_view words, std::string_view value);
  void read_carrier(std::string_view words, std::string_view value);
  void read_forms(std::string_view lemma, std::string_view forms);
  void inflect();
  void add_form(std::string form, WordId word);
  void read_class(std::string_view name, std::string_view words);
  void read_conditions(std::string_view text, Sense& sense);
  void read_conditions(std::string_view text, NounSense& sense);
  bool read_option(std::string_view option, float& prior, uint16_t& types, bool& mutual,
                   std::vector<SlotCondition>& conditions);
  RelationType read_relation(std::string_view id, bool& none);
  SlotPattern slot(std::string_view text);
  std::vector<SlotPattern> slots(std::string_view text);
  std::vector<WordId> word_list(std::string_view text);
  WordId intern(std::string_view word);
  const char* keep(std::string text);
  [[noreturn]] void fail(const std::string& reason) const;

  Lexicon& lexicon_;
  std::unordered_map<std::string, std::vector<WordId>> lists_;  ///< `@name` word lists
  size_t line_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_LEXICON_PARSER_H_
