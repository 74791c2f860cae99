#include "extract/text/internal/char_class.h"

#include <utf8proc.h>

namespace actant::internal {

CharClass classify_wide(char32_t value) {
  switch (value) {
    case 0x2019:  // ’ is an apostrophe far more often than a closing quote; the tokenizer tells them apart by what
                  // follows
    case 0x02bc:
    case 0x2032: return CharClass::kApostrophe;
    case 0x0085:
    case 0x2028:
    case 0x2029: return CharClass::kNewline;
    case 0xfe0f:  // emoji presentation
      return CharClass::kSymbol;
    case 0x200b: return CharClass::kZeroSpace;
    default: break;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return CharClass::kLetter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return CharClass::kDigit;
    case UTF8PROC_CATEGORY_ZS: return CharClass::kBlank;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return CharClass::kNewline;
    case UTF8PROC_CATEGORY_CF: return CharClass::kInvisible;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS: return CharClass::kControl;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO: return CharClass::kSymbol;
    default: return CharClass::kPunctuation;
  }
}

}  // namespace actant::internal
