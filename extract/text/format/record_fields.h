#ifndef ACTANT_EXTRACT_TEXT_FORMAT_RECORD_FIELDS_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_RECORD_FIELDS_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "extract/text/format/field_names.h"

namespace actant {

/// Fills what is known of an article from a record of named values: an object of JSON, a row of a table. The record is
/// seen through `value_of`: the value under a name (case ignored) as text; nullopt where there is none. `is_text` in
/// the call asks for a text, which numbers are not.
///
/// The first of field_names() that has a usable value is taken; a name chosen in `options` goes before all of them.
/// \return an empty string, or why the record is no article (one line).
class RecordFields {
 public:
  using ValueOf = std::function<std::optional<std::string>(std::string_view name, ArticleField field)>;
  RecordFields(const ReadOptions& options, ValueOf value_of) : options_(options), value_of_(std::move(value_of)) {}

  std::string fill(InputArticle& article) const;

 private:
  template <typename Accept>
  void find(ArticleField field, const Accept& accept) const;
  std::string first(ArticleField field) const;
  std::string take_text(std::string& text) const;
  void take_date(InputArticle& article) const;

  const ReadOptions& options_;
  ValueOf value_of_;
};

/// Sets the author from a by-line; addresses and texts of more than 200 bytes are none. `By  Ann Li` gives Ann Li.
void set_author(std::string_view value, InputArticle& article);

/// Sets date, unclear_date and date_order of an article from what a record gives as its date.
/// \return whether it is a date.
bool set_article_date(std::string_view value, const ReadOptions& options, InputArticle& article);

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_RECORD_FIELDS_H_
