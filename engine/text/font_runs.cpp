#include "engine/text/font_runs.hpp"

#include "engine/text/code_points.hpp"
#include "engine/text/script_runs.hpp"

#include <algorithm>
#include <optional>

namespace sango::text {
namespace {

class FaceChooser {
public:
    FaceChooser(DrawableText& text, std::vector<Grapheme>& graphemes, const Chain& chain, FontBook& fonts,
                const std::function<void(char32_t)>& missing)
        : text_(text), graphemes_(graphemes), chain_(chain), fonts_(fonts), missing_(missing) {}

    void choose() {
        mark_what_is_drawn();
        find_openers();
        for (std::size_t i = 0; i < graphemes_.size(); ++i) {
            if (graphemes_[i].visible) graphemes_[i].face = face_for(i);
        }
        for (Grapheme& grapheme : graphemes_) leave_out_variations(grapheme);
    }

private:
    void mark_what_is_drawn() {
        for (Grapheme& grapheme : graphemes_) {
            bool all_white = true;
            for (std::size_t i = grapheme.begin; i < grapheme.end; ++i) {
                if (text_.codes[i] == U'\t') text_.codes[i] = U' ';
                text_.drawn[i] = !is_invisible_control(text_.codes[i]);
                if (!text_.drawn[i] || is_joiner(text_.codes[i])) continue;
                grapheme.visible = true;
                all_white = all_white && is_white_space(text_.codes[i]);
            }
            grapheme.white = grapheme.visible && all_white;
        }
    }

    void find_openers() {
        const std::vector<std::size_t> openers = bracket_openers(text_.codes);
        std::vector<std::size_t> grapheme_of(text_.codes.size());
        for (std::size_t g = 0; g < graphemes_.size(); ++g) {
            for (std::size_t i = graphemes_[g].begin; i < graphemes_[g].end; ++i) grapheme_of[i] = g;
        }
        for (const Grapheme& grapheme : graphemes_) opener_.push_back(grapheme_of[openers[grapheme.begin]]);
    }

    bool covers(std::uint16_t face, const Grapheme& grapheme) {
        for (std::size_t i = grapheme.begin; i < grapheme.end; ++i) {
            const char32_t code = text_.codes[i];
            const bool matters = text_.drawn[i] && !is_joiner(code) && !is_variation_selector(code);
            if (matters && !fonts_.covers(face, code)) return false;
        }
        return true;
    }

    std::optional<std::uint16_t> first_of_chain(const Grapheme& grapheme) {
        const auto face = std::find_if(chain_.faces.begin(), chain_.faces.end(), [&](std::uint16_t f) { return covers(f, grapheme); });
        return face == chain_.faces.end() ? std::nullopt : std::optional(*face);
    }

    bool has_own_letters(const Grapheme& grapheme) const {
        const auto from = text_.codes.begin() + static_cast<std::ptrdiff_t>(grapheme.begin);
        return std::any_of(from, from + static_cast<std::ptrdiff_t>(grapheme.end - grapheme.begin), has_own_script);
    }

    /// Only the language's own faces attract their neighbours: a symbol's face must not draw the words' spaces.
    bool attracts(std::uint16_t face) const {
        const auto own_end = chain_.faces.begin() + static_cast<std::ptrdiff_t>(chain_.own);
        return std::find(chain_.faces.begin(), own_end, face) != own_end;
    }

    std::uint16_t face_for(std::size_t index) {
        Grapheme& grapheme = graphemes_[index];
        if (!has_own_letters(grapheme)) {
            if (const auto face = face_of_neighbours(index)) return *face;
        }
        if (const auto face = first_of_chain(grapheme)) return *face;
        return face_for_part(grapheme);
    }

    /// For spaces, digits and punctuation: a closing bracket goes with its opening one, others with what is before them or, at the start,
    /// with the first letter.
    std::optional<std::uint16_t> face_of_neighbours(std::size_t index) {
        const Grapheme& grapheme = graphemes_[index];
        const auto usable = [&](std::uint16_t face) { return attracts(face) && covers(face, grapheme); };
        if (opener_[index] < index && usable(graphemes_[opener_[index]].face)) return graphemes_[opener_[index]].face;
        for (std::size_t before = index; before > 0; --before) {
            if (!graphemes_[before - 1].visible) continue;
            if (usable(graphemes_[before - 1].face)) return graphemes_[before - 1].face;
            return std::nullopt;
        }
        if (!first_letters_face_) first_letters_face_ = find_first_letters_face();
        return usable(*first_letters_face_) ? first_letters_face_ : std::nullopt;
    }

    std::uint16_t find_first_letters_face() {
        const auto letters = std::find_if(graphemes_.begin(), graphemes_.end(), [&](const Grapheme& g) { return has_own_letters(g); });
        const auto face = letters == graphemes_.end() ? std::nullopt : first_of_chain(*letters);
        return face.value_or(chain_.faces.empty() ? std::uint16_t{0} : chain_.faces.front());
    }

    /// No face has all of the grapheme: keep the letter without the marks, or put the replacement in its place.
    std::uint16_t face_for_part(Grapheme& grapheme) {
        std::size_t base = grapheme.begin;
        while (base + 1 < grapheme.end && !text_.drawn[base]) ++base;
        for (const std::uint16_t face : chain_.faces) {
            if (!fonts_.covers(face, text_.codes[base])) continue;
            for (std::size_t i = base + 1; i < grapheme.end; ++i) {
                if (!text_.drawn[i] || is_joiner(text_.codes[i]) || fonts_.covers(face, text_.codes[i])) continue;
                missing_(text_.codes[i]);
                text_.drawn[i] = false;
            }
            return face;
        }
        missing_(text_.codes[base]);
        for (std::size_t i = grapheme.begin; i < grapheme.end; ++i) text_.drawn[i] = i == base;
        for (const char32_t instead : {kReplacement, U'?'}) {
            for (const std::uint16_t face : chain_.faces) {
                if (!fonts_.covers(face, instead)) continue;
                text_.codes[base] = instead;
                return face;
            }
        }
        text_.drawn[base] = false;
        grapheme.visible = false;
        return 0;
    }

    void leave_out_variations(const Grapheme& grapheme) {
        for (std::size_t i = grapheme.begin; i < grapheme.end; ++i) {
            if (!text_.drawn[i] || !is_variation_selector(text_.codes[i])) continue;
            text_.drawn[i] = i > grapheme.begin && fonts_.has_variation(grapheme.face, text_.codes[i - 1], text_.codes[i]);
        }
    }

    DrawableText& text_;
    std::vector<Grapheme>& graphemes_;
    const Chain& chain_;
    FontBook& fonts_;
    const std::function<void(char32_t)>& missing_;
    std::vector<std::size_t> opener_;  ///< by grapheme, of a closing bracket; else itself
    std::optional<std::uint16_t> first_letters_face_;
};

}  // namespace

DrawableText choose_faces(std::u32string_view text, std::vector<Grapheme>& graphemes, const Chain& chain, FontBook& fonts,
                          const std::function<void(char32_t)>& missing) {
    DrawableText drawable{std::u32string(text), std::vector<bool>(text.size(), true)};
    FaceChooser(drawable, graphemes, chain, fonts, missing).choose();
    return drawable;
}

}  // namespace sango::text
