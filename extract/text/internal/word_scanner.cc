#include <algorithm>

#include "extract/text/internal/token_scanner.h"
#include "extract/text/internal/word_rules.h"

namespace actant::internal {
namespace {

bool equals_any_case(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() &&
         std::equal(lower.begin(), lower.end(), word.begin(), [](char a, char b) { return a == ascii_lower(b); });
}

bool all_letters(std::string_view word) { return std::all_of(word.begin(), word.end(), is_ascii_letter); }
bool all_upper(std::string_view word) { return std::all_of(word.begin(), word.end(), is_ascii_upper); }

}  // namespace

size_t TokenScanner::word_run(size_t at) const {
  size_t end = at;
  while (end < text_.size()) {
    const ClassifiedChar c = classify(text_, end);
    if (!is_word(c.kind)) {
      if (c.kind != CharClass::kInvisible || end == at) break;
      size_t behind = end + c.size;  // an invisible mark between two letters belongs to the word
      while (behind < text_.size() && behind - end < 16 && kind(behind) == CharClass::kInvisible) {
        behind += classify(text_, behind).size;
      }
      if (!word_at(behind)) break;
      end = behind;
      continue;
    }
    end += c.size;
  }
  return end;
}

size_t TokenScanner::scan_word(size_t at) {
  size_t end = find_url(at);
  if (end == at) end = find_email(at);
  if (end == at) end = find_host(at);
  if (end != at) {
    add(at, end);
    return end;
  }
  return finish_word(at, word_run(at));
}

size_t TokenScanner::finish_word(size_t begin, size_t end) {
  for (size_t before = end; end < text_.size(); before = end) {
    const ClassifiedChar next = classify(text_, end);
    if (next.kind == CharClass::kApostrophe) {
      const size_t behind = scan_contraction(begin, end);
      if (behind != end) return behind;
      const size_t run = word_run(end + next.size);
      if (text_[end] == '`' || run == end + next.size || is_ascii_digit(text_[end - 1])) break;
      end = run;  // O'Brien
    } else if (text_[end] == '.') {
      const size_t behind = std::max(find_acronym(begin), find_stop(begin, end));
      if (behind != end && behind > begin) {
        add(begin, behind);
        return behind;
      }
    } else if (text_[end] == '-') {
      end = join_hyphen(begin, end);
    } else if (text_[end] == '/') {
      end = join_slash(begin, end);
      if (text_[end - 1] == '/') break;
    } else if (text_[end] == '&') {
      end = join_ampersand(begin, end);
    } else if (text_[end] == '*' && is_ascii_letter(byte(end + 1)) && is_ascii_letter(text_[end - 1])) {
      end = word_run(end + 1);  // f*ck
    } else if (text_[end] == '$' && end - begin <= 2 && all_upper(slice(begin, end))) {
      ++end;  // US$
      break;
    } else if (slice(begin, end) == "C" && (text_.substr(end, 2) == "++" || text_[end] == '#')) {
      end += text_[end] == '#' ? 1 : 2;
      break;
    }
    if (end == before) break;
  }
  return add_word(begin, end);
}

size_t TokenScanner::scan_contraction(size_t begin, size_t end) {
  const size_t next = end + classify(text_, end).size;
  const size_t behind = word_run(next);
  const std::string_view suffix = slice(next, behind);
  const auto part = [&](size_t at) {
    add(begin, at);
    add(at, behind, true);
    return behind;
  };
  if (suffix.empty()) {
    const char last = text_[end - 1];
    const bool quoted = open_quote_ != static_cast<size_t>(-1) && end - open_quote_ < kQuoteReach;
    if (quoted || text_[end] == '`' || kind(next) == CharClass::kApostrophe) return end;
    if ((last == 's' || last == 'S' || last == 'z' || last == 'x') && end - begin > 1) return part(end);  // the states'
    if (end - begin > 3 && slice(end - 2, end) == "in") {
      add(begin, next);  // goin'
      return next;
    }
    return end;
  }
  for (const std::string_view clitic : {"s", "m", "re", "ve", "ll", "d"}) {
    if (equals_any_case(suffix, clitic)) return part(end);
  }
  if (equals_any_case(suffix, "t") && ascii_lower(text_[end - 1]) == 'n' && end - begin > 1) return part(end - 1);
  const std::string_view word = slice(begin, end);
  if ((equals_any_case(word, "y") && equals_any_case(suffix, "all")) ||
      (equals_any_case(word, "d") && equals_any_case(suffix, "you"))) {
    return part(next);
  }
  return end;
}

size_t TokenScanner::join_hyphen(size_t begin, size_t end) const {
  if (!word_at(end + 1)) return end;
  const size_t behind = word_run(end + 1);
  const bool middle = begin > 0 && text_[begin - 1] == '-' && adjacent(begin);  // Hizb-e-Islami
  const bool joins = (!middle && is_joining_prefix(slice(begin, end))) || is_joined_compound(slice(begin, behind));
  return joins ? behind : end;
}

size_t TokenScanner::join_slash(size_t begin, size_t end) const {
  const size_t behind = word_run(end + 1);
  const std::string_view left = slice(begin, end), right = slice(end + 1, behind);
  if (left == "w" && !equals_any_case(right, "o") && !equals_any_case(right, "out")) return end + 1;  // `w/investors`
  if (left.size() != 1 || !is_ascii_letter(left[0]) || right.empty() || !all_letters(right)) return end;
  const bool joins = equals_any_case(slice(begin, behind), "s/he") || (equals_any_case(left, "w") && right[0] == 'o') ||
                     (right.size() == 1 && byte(behind) != '/');
  return joins ? behind : end;
}

size_t TokenScanner::join_ampersand(size_t begin, size_t end) const {
  const size_t behind = word_run(end + 1);
  const std::string_view left = slice(begin, end), right = slice(end + 1, behind);
  const bool short_letters =
      !right.empty() && left.size() <= 2 && right.size() <= 2 && all_letters(left) && all_letters(right);
  return short_letters && byte(behind) != ';' ? behind : end;  // AT&T; not `a&lt;`
}

// `U.S.`, `a.m.`, `Ph.D.`: letters parted by full stops, with the last one.
size_t TokenScanner::find_acronym(size_t at) const {
  size_t end = at, parts = 0, size = 0;
  while (is_ascii_letter(byte(end))) {
    size_t letters = end;
    while (letters - end < 3 && is_ascii_letter(byte(letters))) ++letters;
    size = letters - end;
    if (word_at(letters)) break;
    const bool academic = size == 2 && is_ascii_upper(text_[end]) && is_ascii_lower(text_[end + 1]);  // Ph.D., M.Sc.
    if (size > 1 && !academic) break;
    if (byte(letters) != '.') {
      if (parts == 0 || size > 1) break;
      return letters;  // `U.S` without the last stop
    }
    end = letters + 1;
    ++parts;
    if (size == 2 && parts > 1) break;
  }
  if (parts < 2) return at;
  return byte(end) == '.' ? end - (byte(end + 1) == '.' ? 1 : 0) : end;
}

size_t TokenScanner::find_stop(size_t begin, size_t end) const {
  const std::string_view word = slice(begin, end);
  if (byte(end + 1) == '.') return end;  // an ellipsis
  const size_t next = skip_blanks(end + 1);
  const bool apart = next != end + 1, upper = upper_at(next), digit = is_ascii_digit(byte(next));
  const bool opener = upper && is_sentence_opener(slice(next, word_run(next)));
  const size_t letter_size = decode_utf8(text_, begin).size;
  const bool single = begin + letter_size == end;
  const bool keeps = [&] {
    if (single && upper_at(begin)) return (upper && !opener) || byte(end + 1) == ',' || byte(end + 1) == '-';
    if (single) return apart && (text_[begin] == 'v' || (digit && word.find_first_of("cbdpr") == 0));
    switch (find_abbreviation(word)) {
      case Abbreviation::kTitle: return upper || (apart && (word_at(next) || byte(next) == '"' || byte(next) == '('));
      case Abbreviation::kEtCetera:
        return byte(end + 1) == ',' || byte(end + 1) == ')' ||
               (apart && !upper && next < text_.size() && word_at(next));
      case Abbreviation::kGeneral: return !(word_at(end + 1) && !upper);
      case Abbreviation::kBeforeNumber: return digit;
      case Abbreviation::kBeforeName:
        return upper_at(begin) && ((apart && ((upper && !opener) || digit)) || byte(end + 1) == ',');
      case Abbreviation::kNone: break;
    }
    return false;
  }();
  return keeps ? end + 1 : end;
}

// Telephone numbers, postal codes and dates with hyphens stay whole; ranges and scores (`5-10`) do not.
size_t TokenScanner::digit_groups(size_t at, size_t end) const {
  size_t groups = 1, last = end, first_size = end - at, last_size = first_size;
  while (byte(last) == '-' && is_ascii_digit(byte(last + 1)) && groups < 8) {
    size_t behind = last + 1;
    while (is_ascii_digit(byte(behind))) ++behind;
    last_size = behind - last - 1;
    last = behind;
    ++groups;
  }
  if (is_ascii_letter(byte(last)) || byte(last) == '-') return end;
  const bool code = (groups == 2 && first_size == 3 && last_size == 4) || (groups == 2 && first_size == 5) ||
                    (groups >= 3 && last - at > 5);
  return code ? last : end;
}

size_t TokenScanner::scan_number(size_t at) {
  size_t end = find_email(at);
  if (end == at) end = find_host(at);
  if (end != at) {
    add(at, end);
    return end;
  }
  end = at + (is_ascii_digit(text_[at]) ? 0 : 1);  // a sign or leading point
  const auto digits_from = [&](size_t from) {
    size_t to = from;
    while (is_ascii_digit(byte(to))) ++to;
    return to;
  };
  end = digits_from(end);
  const size_t groups = digit_groups(at, end);
  if (groups == end) {
    while (is_ascii_digit(byte(end + 1))) {
      const char c = text_[end];
      const size_t behind = digits_from(end + 1);
      if (c == ',' && behind - end != 4 && !(behind - end == 3 && byte(behind) == ',')) break;
      if (c != '.' && c != ',' && c != ':' && c != '/') break;
      end = behind;
    }
  } else {
    end = groups;
  }
  const size_t run = word_run(end);
  const std::string_view letters = slice(end, run);
  const bool amount =
      letters.size() == 1 && (letters == "M" || letters == "K" || letters == "B" || is_ascii_lower(letters[0]));
  if (!letters.empty() && letters != "s" && is_unit(letters) && (letters.size() > 1 || amount)) {
    add(at, end);
    return end;
  }
  return finish_word(at, run);
}

}  // namespace actant::internal
