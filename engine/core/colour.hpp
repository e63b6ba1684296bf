// Colours as the palette writes them, and how far apart the eye finds them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sango {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    bool operator==(const Colour&) const = default;
};

/// Reads `#rrggbb`; nothing when the text is anything else.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);

/// The same colour, more or less see-through; `alpha` from 0 to 1.
[[nodiscard]] Colour with_alpha(Colour colour, float alpha);

/// Between `a` (0) and `b` (1), channel by channel.
[[nodiscard]] Colour mix(Colour a, Colour b, float amount);

/// Contrast ratio of WCAG 2.2 (1 to 21), alpha ignored.
[[nodiscard]] double contrast_ratio(Colour a, Colour b);

}  // namespace sango
