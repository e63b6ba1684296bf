// Runs of text as white textures, rasterised once and tinted when drawn.
#pragma once

#include "engine/core/log.hpp"
#include "engine/platform/sdl_ptr.hpp"
#include "engine/text/fonts.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace sango::platform {

/// A run's texture and where its left top corner lies from the pen on the baseline, in whole pixels.
struct GlyphTexture {
    Ptr<SDL_Texture> texture;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::uint64_t last_use = 0;
};

/// A run's pixels (ARGB8888, white, alpha is coverage) and their place from the pen, before they become a texture.
struct GlyphPixels {
    Ptr<SDL_Surface> surface;
    int x = 0;
    int y = 0;
};

/// Opens faces when first needed and rasterises runs with SDL_ttf, unhinted, in the run's own direction and script.
class GlyphRasteriser {
public:
    GlyphRasteriser(text::FontConfig fonts, LogSink log);
    ~GlyphRasteriser();
    GlyphRasteriser(const GlyphRasteriser&) = delete;
    GlyphRasteriser& operator=(const GlyphRasteriser&) = delete;
    /// No surface for blanks and for faces that cannot be opened (logged once).
    [[nodiscard]] GlyphPixels rasterise(const text::Run& run, float size_px);

private:
    TTF_Font* face(std::uint16_t index, int size_px);

    text::FontConfig fonts_;
    LogSink log_;
    bool started_ = false;
    std::map<std::uint16_t, Ptr<TTF_Font>> faces_;  // null: cannot be opened
};

class GlyphCache {
public:
    /// `renderer` must outlive the cache.
    GlyphCache(text::FontConfig fonts, SDL_Renderer& renderer, LogSink log);
    /// Null for what shows nothing.
    [[nodiscard]] const GlyphTexture* find(const text::Run& run, float size_px);
    /// Forgets the longest unused above the limit; call between frames.
    void make_room();

private:
    using Key = std::tuple<std::uint16_t, int, bool, std::uint32_t, std::string>;
    GlyphRasteriser rasteriser_;
    SDL_Renderer& renderer_;
    std::map<Key, GlyphTexture> textures_;
    std::size_t bytes_ = 0;
    std::uint64_t frame_ = 0;
};

}  // namespace sango::platform
