// A text as code points that know which bytes they came from, and what may be said of each alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sango::text {

/// `byte_of[i]` is where code point `i` starts; one more entry holds the text's length.
struct CodePoints {
    std::u32string codes;
    std::vector<std::size_t> byte_of;
};

/// Damaged bytes become U+FFFD, one each.
[[nodiscard]] CodePoints to_code_points(std::string_view text);

/// Characters that always end a line (Unicode line break classes BK, CR, LF, NL).
[[nodiscard]] bool is_line_end(char32_t code);
/// Characters that steer layout and have no shape of their own: direction marks, breaks, other controls, fillers.
[[nodiscard]] bool is_invisible_control(char32_t code);
/// Joiners: no shape of their own, but they decide how neighbours are shaped.
[[nodiscard]] bool is_joiner(char32_t code);
[[nodiscard]] bool is_variation_selector(char32_t code);
/// Spaces that may hang over a line's end.
[[nodiscard]] bool is_white_space(char32_t code);

inline constexpr char32_t kSoftHyphen = 0x00AD;
inline constexpr char32_t kZeroWidthJoiner = 0x200D;
inline constexpr char32_t kReplacement = 0xFFFD;

}  // namespace sango::text
