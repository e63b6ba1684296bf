// A paragraph cut into lines that fit, each with its runs in the order in which they are seen.
#pragma once

#include "engine/text/analysis.hpp"

#include <vector>

namespace sango::text {

/// A line of graphemes `begin` to `end`, white space at its end included; `line` has lengths in em, no bytes and no baseline.
struct SetLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    Line line;
};

/// Fills lines greedily, at most `max_width_em` wide. A word wider than that is cut between graphemes; a grapheme wider than that has a
/// line to itself. White space hangs over a line's end and is not drawn. Always at least one line.
[[nodiscard]] std::vector<SetLine> set_lines(const Analysis& paragraph, float max_width_em, FontBook& fonts, Shaper& shaper);

}  // namespace sango::text
