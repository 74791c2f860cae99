#ifndef ACTANT_EXPORT_LOOK_H_
#define ACTANT_EXPORT_LOOK_H_

#include <array>
#include <cstdint>
#include <string>

#include "graph/model/schema.h"

namespace actant {

/// Red, green, blue, 0 to 255.
struct Color {
  uint8_t r = 0, g = 0, b = 0;
  friend bool operator==(const Color&, const Color&) = default;
};

/// How a node is drawn.
struct Look {
  float x = 0, y = 0;  ///< y grows upwards, as in Gephi
  float size = 0;      ///< radius in the unit of x and y
  Color color;
  uint32_t community = 0;  ///< counted from 1, the largest first; 0 when communities were not asked for
};

/// What the colour of a node tells.
enum class ColorBy { kType, kCommunity };

/// One colour for each node type; all can be told apart with the common forms of colour blindness (Okabe and Ito, Color
/// Universal Design, 2008) and stand out from white and from black.
Color color_of_type(EntityType type);

/// Colours of the ten largest communities; grey for the others and for 0.
Color color_of_community(uint32_t community);

/// `#rrggbb`
std::string hex_of(Color color);

}  // namespace actant

#endif  // ACTANT_EXPORT_LOOK_H_
