#include "export/look.h"

#include <cstdio>

namespace actant {
namespace {

constexpr Color kGrey = {153, 153, 153};

}  // namespace

Color color_of_type(EntityType type) {
  switch (type) {
    case EntityType::kPerson: return {0, 114, 178};
    case EntityType::kOrganization: return {213, 94, 0};
    case EntityType::kPlace: return {0, 158, 115};
    case EntityType::kGroup: return {204, 121, 167};
    case EntityType::kEvent: return {230, 159, 0};
    case EntityType::kTopic: return {86, 180, 233};
    case EntityType::kStatement: return kGrey;
  }
  return kGrey;
}

Color color_of_community(uint32_t community) {
  // The ten colours of Tableau 10 in the order of matplotlib's tab10, without its grey, and one more.
  static constexpr std::array<Color, 10> kColors = {{{31, 119, 180},
                                                     {255, 127, 14},
                                                     {44, 160, 44},
                                                     {214, 39, 40},
                                                     {148, 103, 189},
                                                     {140, 86, 75},
                                                     {227, 119, 194},
                                                     {188, 189, 34},
                                                     {23, 190, 207},
                                                     {57, 59, 121}}};
  return community >= 1 && community <= kColors.size() ? kColors[community - 1] : kGrey;
}

std::string hex_of(Color color) {
  std::array<char, 8> text;
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", color.r, color.g, color.b);
  return text.data();
}

}  // namespace actant
