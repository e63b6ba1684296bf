#include "engine/text/shaping.hpp"

namespace sango::text {
namespace {

float em(int units) {
    return static_cast<float>(units) / static_cast<float>(FontBook::kUnits);
}

}  // namespace

Shaper::Shaper(FontBook& fonts) : fonts_(fonts), buffer_(hb_buffer_create()) {}

std::vector<Glyph> Shaper::shape(const ShapeInput& input, const ShapeKey& key) {
    if (input.codes.empty()) return {};  // before the face is asked for: nothing to draw must open no file
    hb_font_t* const font = fonts_.font(key.face);
    if (font == nullptr) return {};
    hb_buffer_t* const buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    for (std::size_t i = 0; i < input.codes.size(); ++i) hb_buffer_add(buffer, input.codes[i], static_cast<unsigned>(i));
    hb_buffer_set_direction(buffer, key.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(key.script));
    hb_buffer_set_language(buffer, hb_language_get_default());
    hb_shape(font, buffer, nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<Glyph> glyphs(count);
    for (unsigned i = 0; i < count; ++i) {
        const bool safe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) == 0;
        glyphs[i] = {infos[i].codepoint,     input.sources[infos[i].cluster], em(places[i].x_advance),
                     em(places[i].x_offset), -em(places[i].y_offset),         safe};
    }
    return glyphs;
}

float total_advance(std::span<const Glyph> glyphs) {
    float advance = 0;
    for (const Glyph& glyph : glyphs) advance += glyph.advance;
    return advance;
}

Rect total_ink(std::span<const Glyph> glyphs, std::uint16_t face, FontBook& fonts) {
    Rect ink;
    float pen = 0;
    for (const Glyph& glyph : glyphs) {
        const GlyphInk one = fonts.ink(face, glyph.id);
        ink = united(ink, {pen + glyph.x_offset + one.x, glyph.y_offset + one.y, one.width, one.height});
        pen += glyph.advance;
    }
    return ink;
}

}  // namespace sango::text
