#include "engine/text/analysis.hpp"

#include "engine/text/code_points.hpp"
#include "engine/text/script_runs.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace sango::text {
namespace {

std::vector<Grapheme> to_graphemes(const std::vector<std::size_t>& ends) {
    std::vector<Grapheme> graphemes;
    graphemes.reserve(ends.size());
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        Grapheme grapheme;
        grapheme.begin = begin;
        grapheme.end = end;
        graphemes.push_back(grapheme);
        begin = end;
    }
    return graphemes;
}

std::vector<bool> line_ends_by_grapheme(const std::vector<Grapheme>& graphemes, const std::vector<std::size_t>& line_ends) {
    std::vector<bool> may_end(graphemes.size());
    for (std::size_t g = 0; g < graphemes.size(); ++g) {
        may_end[g] = std::binary_search(line_ends.begin(), line_ends.end(), graphemes[g].end);
    }
    return may_end;
}

/// The script of a grapheme's first letter: a sign on a dotted circle is read in the sign's script.
std::uint32_t script_of(const Grapheme& grapheme, std::u32string_view text, const std::vector<std::uint32_t>& scripts) {
    for (std::size_t i = grapheme.begin; i < grapheme.end; ++i) {
        if (has_own_script(text[i])) return scripts[i];
    }
    return scripts[grapheme.begin];
}

std::int8_t level_of(const Analysis& paragraph, std::size_t grapheme) {
    return paragraph.bidi.levels[paragraph.graphemes[grapheme].begin];
}

void find_stretches(Analysis& paragraph) {
    paragraph.stretch_of.resize(paragraph.graphemes.size());
    for (std::size_t g = 0; g < paragraph.graphemes.size(); ++g) {
        // What is not drawn belongs to whatever it stands in.
        const bool goes_on = !paragraph.stretches.empty() &&
                             (!paragraph.graphemes[g].visible || (paragraph.stretches.back().key == paragraph.keys[g] &&
                                                                  paragraph.stretches.back().level == level_of(paragraph, g)));
        if (!goes_on) {
            Stretch stretch;
            stretch.begin = g;
            stretch.key = paragraph.keys[g];
            stretch.level = level_of(paragraph, g);
            paragraph.stretches.push_back(std::move(stretch));
        }
        paragraph.stretches.back().end = g + 1;
        paragraph.stretch_of[g] = paragraph.stretches.size() - 1;
    }
}

/// Whether the grapheme ends in a sign that binds the next letter to it, such as Khmer's coeng (one grapheme each until Unicode 15.1).
bool holds_on_to_next(const Grapheme& grapheme, std::u32string_view text) {
    const int kind = u_getIntPropertyValue(static_cast<UChar32>(text[grapheme.end - 1]), UCHAR_INDIC_SYLLABIC_CATEGORY);
    return kind == U_INSC_VIRAMA || kind == U_INSC_INVISIBLE_STACKER;
}

void measure(Analysis& paragraph, Shaper& shaper) {
    paragraph.advances.assign(paragraph.graphemes.size(), 0.0f);
    paragraph.may_be_cut.assign(paragraph.graphemes.size(), false);
    for (Stretch& stretch : paragraph.stretches) {
        stretch.glyphs = shaper.shape(shape_input(paragraph, stretch.begin, stretch.end), stretch.key);
        for (const Glyph& glyph : stretch.glyphs) {
            const auto after = std::upper_bound(paragraph.graphemes.begin(), paragraph.graphemes.end(), glyph.source,
                                                [](std::size_t source, const Grapheme& grapheme) { return source < grapheme.end; });
            const auto g = static_cast<std::size_t>(after - paragraph.graphemes.begin());
            paragraph.advances[g] += glyph.advance;
            paragraph.may_be_cut[g] =
                g > 0 && !paragraph.graphemes[g].white && !holds_on_to_next(paragraph.graphemes[g - 1], paragraph.source);
        }
    }
}

int joining_type(char32_t code) {
    return u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_JOINING_TYPE);
}

/// Whether the letters on both sides of code point `at` join (UAX 9 levels alike, Unicode 15 section 9.2).
bool letters_join(const Analysis& paragraph, std::size_t at) {
    const std::u32string& codes = paragraph.text.codes;
    if (at == 0 || at >= codes.size() || paragraph.bidi.levels[at - 1] != paragraph.bidi.levels[at]) return false;
    std::size_t before = at;
    while (before > 0 && joining_type(codes[before - 1]) == U_JT_TRANSPARENT) --before;
    while (at < codes.size() && joining_type(codes[at]) == U_JT_TRANSPARENT) ++at;
    if (before == 0 || at == codes.size()) return false;
    const int left = joining_type(codes[before - 1]), right = joining_type(codes[at]);
    return (left == U_JT_DUAL_JOINING || left == U_JT_LEFT_JOINING || left == U_JT_JOIN_CAUSING) &&
           (right == U_JT_DUAL_JOINING || right == U_JT_RIGHT_JOINING || right == U_JT_JOIN_CAUSING);
}

}  // namespace

ShapeInput shape_input(const Analysis& paragraph, std::size_t begin, std::size_t end) {
    ShapeInput input;
    if (begin >= end) return input;
    const std::size_t first = paragraph.graphemes[begin].begin, last = paragraph.graphemes[end - 1].end;
    if (letters_join(paragraph, first)) input.add(kZeroWidthJoiner, first);
    for (std::size_t i = first; i < last; ++i) {
        if (paragraph.text.drawn[i]) input.add(paragraph.text.codes[i], i);
    }
    if (letters_join(paragraph, last)) input.add(kZeroWidthJoiner, last - 1);
    return input;
}

Analysis analyse(std::u32string_view text, Direction direction, const Chain& chain, FontBook& fonts, BreakFinder& breaks, Shaper& shaper,
                 const std::function<void(char32_t)>& missing) {
    Analysis paragraph;
    paragraph.source = text;
    paragraph.bidi = bidi_levels(text, direction);
    paragraph.graphemes = to_graphemes(breaks.grapheme_ends(text));
    paragraph.line_may_end = line_ends_by_grapheme(paragraph.graphemes, breaks.line_ends(text));
    paragraph.text = choose_faces(text, paragraph.graphemes, chain, fonts, missing);
    const std::vector<std::uint32_t> scripts = resolved_scripts(text);
    for (std::size_t g = 0; g < paragraph.graphemes.size(); ++g) {
        const Grapheme& grapheme = paragraph.graphemes[g];
        paragraph.keys.push_back({grapheme.face, script_of(grapheme, text, scripts), level_of(paragraph, g) % 2 != 0});
    }
    find_stretches(paragraph);
    measure(paragraph, shaper);
    return paragraph;
}

}  // namespace sango::text
