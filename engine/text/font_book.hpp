// The faces of the game, opened when first needed: which characters each has, its metrics, and each language's chain.
#pragma once

#include "engine/text/fonts.hpp"

#include <hb.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sango::text {

/// Faces to try in turn, as indices of `face_file`. The first `own` are the language's; the rest serve any language.
struct Chain {
    std::vector<std::uint16_t> faces;
    std::size_t own = 0;
};

/// Of a line, in em; `ascent` and `descent` are both positive.
struct LineMetrics {
    float ascent = 0;
    float descent = 0;
    float height = 0;
};

/// The rectangle that a glyph's ink fills, in em from its origin, y downwards.
struct GlyphInk {
    float x = 0, y = 0, width = 0, height = 0;
};

class FontBook {
public:
    FontBook(FontConfig config, LogSink log);
    FontBook(const FontBook&) = delete;
    FontBook& operator=(const FontBook&) = delete;
    ~FontBook();

    /// The language's faces, then the fallback ones. "pt-BR" falls back to "pt"; an unknown language has the fallback only.
    [[nodiscard]] const Chain& chain(const std::string& language, Weight weight);
    /// The tallest of the language's own faces, so that a style's lines are always equally high.
    [[nodiscard]] LineMetrics line_metrics(const std::string& language, Weight weight);
    /// Whether the face has a glyph for the code point or HarfBuzz can make one of others it has. False when it cannot be opened.
    [[nodiscard]] bool covers(std::uint16_t face, char32_t code);
    /// Whether the face draws `base` in another way before this selector.
    [[nodiscard]] bool has_variation(std::uint16_t face, char32_t base, char32_t selector);
    /// Its scale is one em of `kUnits`; nullptr when the file cannot be opened.
    [[nodiscard]] hb_font_t* font(std::uint16_t face);
    [[nodiscard]] GlyphInk ink(std::uint16_t face, hb_codepoint_t glyph);
    /// How many face files are open: a language must not pay for the others.
    [[nodiscard]] std::size_t open_count() const;

    /// Positions come in these parts of an em; nothing is hinted, so they hold for every size.
    static constexpr int kUnits = 1 << 14;

private:
    struct OpenFace;
    OpenFace* open(std::uint16_t face);

    FontConfig config_;
    LogSink log_;
    std::vector<std::unique_ptr<OpenFace>> opened_;  ///< by face index; null until first asked for
    std::map<std::pair<std::string, Weight>, Chain> chains_;
    std::map<std::pair<std::string, Weight>, LineMetrics> metrics_;
};

}  // namespace sango::text
