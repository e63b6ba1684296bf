// In which order a line's characters are seen: the Unicode bidirectional algorithm (UAX 9), done by FriBidi.
#pragma once

#include "engine/text/typesetter.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sango::text {

/// One paragraph's levels; an odd level runs from right to left.
struct BidiParagraph {
    Direction direction = Direction::LeftToRight;
    std::vector<std::int8_t> levels;   ///< one for each code point
    std::vector<std::uint32_t> types;  ///< FriBidi's, one for each code point
};

/// Levels of a paragraph without line ends inside. Without `direction`, the first strong letter decides (rules P2 and P3).
[[nodiscard]] BidiParagraph bidi_levels(std::u32string_view text, std::optional<Direction> direction);

/// What is seen of the code points `begin` to `end` as one line: their indices from left to right, and their levels on that line
/// (trailing white space takes the paragraph's: rule L1).
struct VisualLine {
    std::vector<std::size_t> order;
    std::vector<std::int8_t> levels;  ///< of code point `begin` + i
};
[[nodiscard]] VisualLine visual_line(const BidiParagraph& paragraph, std::size_t begin, std::size_t end);

}  // namespace sango::text
