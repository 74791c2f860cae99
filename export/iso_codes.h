#ifndef ACTANT_EXPORT_ISO_CODES_H_
#define ACTANT_EXPORT_ISO_CODES_H_

#include <string_view>

namespace actant {

/// ISO 3166-1 alpha-3 to alpha-2 in lower case, `GBR` to `gb`; empty when unknown.
std::string_view alpha2_country(std::string_view alpha3);

/// ISO 639-1 to 639-3, `en` to `eng`; empty when unknown.
std::string_view alpha3_language(std::string_view alpha2);

}  // namespace actant

#endif  // ACTANT_EXPORT_ISO_CODES_H_
