// Which face draws each grapheme: the first of the chain that has all of it, and the neighbours' face for what stands between letters.
#pragma once

#include "engine/text/font_book.hpp"

#include <functional>
#include <string>
#include <vector>

namespace sango::text {

/// What a reader calls a character, as code points `begin` to `end`.
struct Grapheme {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint16_t face = 0;
    bool visible = false;  ///< has something to draw or to space
    bool white = false;    ///< nothing but white space: may hang over a line's end
};

/// Text made ready for faces: what must not be drawn is marked, what no face has is replaced.
struct DrawableText {
    std::u32string codes;
    std::vector<bool> drawn;  ///< by code point
};

/// Chooses a face for each grapheme (`face`, `visible`, `white` are filled in). A code point that no face has becomes U+FFFD or "?", a mark
/// that no face has is left out; `missing` is told of each.
[[nodiscard]] DrawableText choose_faces(std::u32string_view text, std::vector<Grapheme>& graphemes, const Chain& chain, FontBook& fonts,
                                        const std::function<void(char32_t)>& missing);

}  // namespace sango::text
