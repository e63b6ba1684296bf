// What must be known of a paragraph before it can be cut into lines: graphemes, levels, scripts, faces, glyphs.
#pragma once

#include "engine/text/bidi.hpp"
#include "engine/text/breaks.hpp"
#include "engine/text/font_runs.hpp"
#include "engine/text/shaping.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace sango::text {

/// A range of graphemes with one face, script and level, shaped as a whole.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    ShapeKey key;
    std::int8_t level = 0;
    std::vector<Glyph> glyphs;
};

/// A paragraph without line ends inside; vectors are by grapheme where nothing else is said.
struct Analysis {
    DrawableText text;
    std::u32string source;  ///< as it was given
    BidiParagraph bidi;
    std::vector<Grapheme> graphemes;
    std::vector<bool> line_may_end;  ///< after the grapheme
    std::vector<bool> may_be_cut;    ///< before the grapheme, in a word too long for a line: not inside ligatures and conjuncts
    std::vector<ShapeKey> keys;
    std::vector<std::size_t> stretch_of;
    std::vector<float> advances;     ///< em; a ligature's belongs to its first grapheme
    std::vector<Stretch> stretches;  ///< in reading order
};

[[nodiscard]] Analysis analyse(std::u32string_view text, Direction direction, const Chain& chain, FontBook& fonts, BreakFinder& breaks,
                               Shaper& shaper, const std::function<void(char32_t)>& missing);

/// The graphemes `begin` to `end` as they are to be shaped and rasterised: nothing that is not drawn, and a joiner at an end where
/// letters join over it (cut words, and words in two faces).
[[nodiscard]] ShapeInput shape_input(const Analysis& paragraph, std::size_t begin, std::size_t end);

}  // namespace sango::text
