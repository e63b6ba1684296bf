#include "engine/text/lines.hpp"

#include "engine/core/utf8.hpp"
#include "engine/text/code_points.hpp"

#include <algorithm>
#include <optional>

namespace sango::text {
namespace {

// A width that was measured once and is then asked for again must fit, whatever the rounding.
constexpr float kToleranceEm = 1e-3f;

/// Graphemes that become one run.
struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    ShapeKey key;
};

class LineSetter {
public:
    LineSetter(const Analysis& paragraph, float max_width_em, FontBook& fonts, Shaper& shaper)
        : paragraph_(paragraph), max_width_(max_width_em + kToleranceEm), fonts_(fonts), shaper_(shaper) {}

    std::vector<SetLine> set() {
        std::vector<SetLine> lines;
        const std::size_t count = paragraph_.graphemes.size();
        std::size_t begin = 0;
        do {
            std::size_t end = end_by_advances(begin);
            Line line = finish(begin, end);
            // Cut ends may be shaped wider than they were inside the text.
            for (std::size_t sooner = earlier_end(begin, end); line.width > max_width_ && sooner < end; sooner = earlier_end(begin, end)) {
                end = sooner;
                line = finish(begin, end);
            }
            lines.push_back({begin, end, std::move(line)});
            begin = end;
        } while (begin < count);
        return lines;
    }

private:
    /// Where the line ends if each grapheme is as wide as it is inside the whole text.
    std::size_t end_by_advances(std::size_t begin) const {
        const std::size_t count = paragraph_.graphemes.size();
        float width = 0;
        std::optional<std::size_t> last_end, last_cut;
        for (std::size_t g = begin; g < count; ++g) {
            if (g > begin && paragraph_.may_be_cut[g]) {
                if (width > max_width_ && !last_end) return last_cut.value_or(g);
                last_cut = g;
            }
            width += paragraph_.advances[g];
            if (width > max_width_ && !paragraph_.graphemes[g].white && (last_end || last_cut)) return last_end ? *last_end : *last_cut;
            if (paragraph_.line_may_end[g]) last_end = g + 1;
        }
        return count;
    }

    /// The line end, or else the cut, next before `end`; `end` when there is none.
    std::size_t earlier_end(std::size_t begin, std::size_t end) const {
        for (std::size_t g = end; g-- > begin + 1;) {
            if (paragraph_.line_may_end[g - 1]) return g;
        }
        for (std::size_t g = end; g-- > begin + 1;) {
            if (paragraph_.may_be_cut[g]) return g;
        }
        return end;
    }

    Line finish(std::size_t begin, std::size_t end) {
        std::size_t drawn_end = end;
        while (drawn_end > begin && (paragraph_.graphemes[drawn_end - 1].white || !paragraph_.graphemes[drawn_end - 1].visible))
            --drawn_end;
        const bool hyphen = end < paragraph_.graphemes.size() && paragraph_.source[paragraph_.graphemes[end - 1].end - 1] == kSoftHyphen;
        Line line;
        for (const Piece& piece : pieces(begin, drawn_end)) {
            Run run = to_run(piece, hyphen && piece.end == drawn_end);
            run.x = line.width;
            line.width += run.advance;
            if (!run.text.empty()) line.runs.push_back(std::move(run));
        }
        return line;
    }

    /// The visible graphemes, from left to right.
    std::vector<std::size_t> visual_graphemes(std::size_t begin, std::size_t end) const {
        std::vector<std::size_t> seen;
        if (begin >= end) return seen;
        const std::size_t first = paragraph_.graphemes[begin].begin, last = paragraph_.graphemes[end - 1].end;
        const auto& levels = paragraph_.bidi.levels;
        const bool plain = std::all_of(levels.begin() + static_cast<std::ptrdiff_t>(first),
                                       levels.begin() + static_cast<std::ptrdiff_t>(last), [](std::int8_t level) { return level == 0; });
        std::vector<std::size_t> starting_at(plain ? 0 : last - first, end);  // code point → grapheme
        for (std::size_t g = begin; g < end; ++g) {
            if (!paragraph_.graphemes[g].visible) continue;
            if (plain)
                seen.push_back(g);
            else
                starting_at[paragraph_.graphemes[g].begin - first] = g;
        }
        if (plain) return seen;
        for (const std::size_t code : visual_line(paragraph_.bidi, first, last).order) {
            if (starting_at[code - first] != end) seen.push_back(starting_at[code - first]);
        }
        return seen;
    }

    bool nothing_visible_between(std::size_t begin, std::size_t end) const {
        return std::none_of(paragraph_.graphemes.begin() + static_cast<std::ptrdiff_t>(begin),
                            paragraph_.graphemes.begin() + static_cast<std::ptrdiff_t>(end), [](const Grapheme& g) { return g.visible; });
    }

    /// From left to right; neighbours that can be rasterised together are one piece.
    std::vector<Piece> pieces(std::size_t begin, std::size_t end) const {
        std::vector<Piece> result;
        for (const std::size_t g : visual_graphemes(begin, end)) {
            const ShapeKey& key = paragraph_.keys[g];
            if (!result.empty() && result.back().key == key) {
                Piece& last = result.back();
                if (!key.right_to_left && g >= last.end && nothing_visible_between(last.end, g)) {
                    last.end = g + 1;
                    continue;
                }
                if (key.right_to_left && g < last.begin && nothing_visible_between(g + 1, last.begin)) {
                    last.begin = g;
                    continue;
                }
            }
            result.push_back({g, g + 1, key});
        }
        return result;
    }

    Run to_run(const Piece& piece, bool with_hyphen) {
        ShapeInput input = shape_input(paragraph_, piece.begin, piece.end);
        if (with_hyphen) add_hyphen(input, piece);
        std::optional<std::span<const Glyph>> ready;
        if (!with_hyphen) ready = already_shaped(piece);
        std::vector<Glyph> fresh;
        if (!ready) fresh = shaper_.shape(input, piece.key);
        const std::span<const Glyph> glyphs = ready ? *ready : std::span<const Glyph>(fresh);
        Run run;
        run.face = piece.key.face;
        run.script = piece.key.script;
        run.right_to_left = piece.key.right_to_left;
        for (const std::uint32_t code : input.codes) utf8::append(run.text, static_cast<char32_t>(code));
        run.advance = total_advance(glyphs);
        run.ink = total_ink(glyphs, run.face, fonts_);
        return run;
    }

    void add_hyphen(ShapeInput& input, const Piece& piece) {
        for (const char32_t hyphen : {U'\u2010', U'-'}) {
            if (!fonts_.covers(piece.key.face, hyphen)) continue;
            input.add(hyphen, paragraph_.graphemes[piece.end - 1].begin);
            return;
        }
    }

    /// The piece's glyphs out of its stretch, where HarfBuzz says that cutting there changes nothing.
    std::optional<std::span<const Glyph>> already_shaped(const Piece& piece) const {
        const Stretch& stretch = paragraph_.stretches[paragraph_.stretch_of[piece.begin]];
        if (piece.end > stretch.end || !(stretch.key == piece.key)) return std::nullopt;
        const std::span<const Glyph> all(stretch.glyphs);
        const auto cut = [&](std::size_t grapheme) -> std::optional<std::size_t> {
            const bool rtl = piece.key.right_to_left;
            if (grapheme <= stretch.begin) return rtl ? all.size() : 0;
            if (grapheme >= stretch.end) return rtl ? 0 : all.size();
            const std::size_t code = paragraph_.graphemes[grapheme].begin;
            const auto at = std::partition_point(all.begin(), all.end(),
                                                 [&](const Glyph& glyph) { return rtl ? glyph.source >= code : glyph.source < code; });
            if (!rtl && (at == all.end() || at->source != code || !at->safe_to_break)) return std::nullopt;
            if (rtl && (at == all.begin() || (at - 1)->source != code || !(at - 1)->safe_to_break)) return std::nullopt;
            return static_cast<std::size_t>(at - all.begin());
        };
        const std::optional<std::size_t> from = cut(piece.begin), to = cut(piece.end);
        if (!from || !to) return std::nullopt;
        return all.subspan(std::min(*from, *to), std::max(*from, *to) - std::min(*from, *to));
    }

    const Analysis& paragraph_;
    float max_width_;
    FontBook& fonts_;
    Shaper& shaper_;
};

}  // namespace

std::vector<SetLine> set_lines(const Analysis& paragraph, float max_width_em, FontBook& fonts, Shaper& shaper) {
    return LineSetter(paragraph, max_width_em, fonts, shaper).set();
}

}  // namespace sango::text
