// Glyphs and their places for a stretch of text in one face, script and direction, by HarfBuzz.
#pragma once

#include "engine/text/font_book.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sango::text {

/// What HarfBuzz must know of a stretch, besides its text.
struct ShapeKey {
    std::uint16_t face = 0;
    std::uint32_t script = 0;
    bool right_to_left = false;
    bool operator==(const ShapeKey&) const = default;
};

/// One glyph, from left to right as seen; lengths in em, y downwards.
struct Glyph {
    hb_codepoint_t id = 0;
    std::size_t source = 0;  ///< index of the first code point it stands for
    float advance = 0;
    float x_offset = 0;
    float y_offset = 0;
    bool safe_to_break = false;  ///< before this glyph's characters, the text may be cut without changing either side
};

/// A code point to be shaped and where it comes from.
struct ShapeInput {
    std::vector<std::uint32_t> codes;
    std::vector<std::size_t> sources;
    void add(char32_t code, std::size_t source) {
        codes.push_back(static_cast<std::uint32_t>(code));
        sources.push_back(source);
    }
};

/// Shapes the stretch by itself, as it will be rasterised.
/// The shapes are those of the process' own language, because SDL_ttf cannot ask for another and measure and picture must agree; a
/// language's special shapes are made a face's own when the fonts are built (tools/fonts).
class Shaper {
public:
    explicit Shaper(FontBook& fonts);
    [[nodiscard]] std::vector<Glyph> shape(const ShapeInput& input, const ShapeKey& key);

private:
    struct DestroyBuffer {
        void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
    };
    FontBook& fonts_;
    std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer_;  ///< kept, so that its memory is
};

/// The pen's way over the glyphs, in em.
[[nodiscard]] float total_advance(std::span<const Glyph> glyphs);
/// What their ink covers, in em from the pen's start on the baseline.
[[nodiscard]] Rect total_ink(std::span<const Glyph> glyphs, std::uint16_t face, FontBook& fonts);

}  // namespace sango::text
