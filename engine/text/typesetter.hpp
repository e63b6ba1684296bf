// Paragraphs of any script, measured and laid out into lines of runs; no window is needed.
#pragma once

#include "engine/core/geometry.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sango::text {

enum class Direction { LeftToRight, RightToLeft };
enum class Weight { Regular, Bold };

/// How a paragraph is set. `language` is a tag of languages.json; it chooses the chain of faces and the shaping.
struct Style {
    std::string language = "en";
    Direction direction = Direction::LeftToRight;  ///< of the paragraph; a run's own comes from its letters
    Weight weight = Weight::Regular;
    float size_px = 28;
    bool operator==(const Style&) const = default;
};

/// A stretch of one line in one face, direction and script, ready to be rasterised in one piece.
struct Run {
    std::uint16_t face = 0;  ///< index into the font book's faces
    bool right_to_left = false;
    std::uint32_t script = 0;  ///< ISO 15924 tag as HarfBuzz writes it, big-endian ("Arab")
    std::string text;          ///< UTF-8 in reading order; no line break or direction marks that the face lacks
    float x = 0;               ///< pen position from the line's left edge, px
    float advance = 0;         ///< px
    Rect ink;                  ///< of the run's glyphs, from (pen, baseline), y downwards, px
    bool operator==(const Run&) const = default;
};

struct Line {
    float baseline = 0;     ///< from the paragraph's top, px
    float width = 0;        ///< advance of the runs without trailing white space, px
    std::vector<Run> runs;  ///< from left to right as seen
    std::size_t begin = 0;  ///< bytes of the paragraph's text in this line, white space and line end at its end included
    std::size_t end = 0;
    bool operator==(const Line&) const = default;
};

/// A laid-out text; lines lie one under another, each from x = 0. Align by `Line::width`.
struct Paragraph {
    std::vector<Line> lines;
    Style style;
    float width = 0;        ///< of the widest line, px
    float height = 0;       ///< px
    float line_height = 0;  ///< px
    bool operator==(const Paragraph&) const = default;
};

using ParagraphPtr = std::shared_ptr<const Paragraph>;

/// Lays text out. The game uses HarfBuzzTypesetter; tests use a fixed-width one.
class Typesetter {
public:
    virtual ~Typesetter() = default;
    /// `text` in lines no wider than `max_width_px` (a longer word breaks at a grapheme). '\n' starts a new line.
    /// Results are kept and shared, so asking again for the same costs a look-up.
    [[nodiscard]] virtual ParagraphPtr lay_out(std::string_view text, const Style& style, float max_width_px) = 0;
};

/// Every grapheme is 0.5 em wide (CJK 1 em) and every line 1.4 em high; breaks at spaces. For tests that must not depend on fonts.
[[nodiscard]] std::unique_ptr<Typesetter> make_fixed_width_typesetter();

}  // namespace sango::text
