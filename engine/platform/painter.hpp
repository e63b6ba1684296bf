// Draws commands of a draw list inside a rectangle; what it draws in a pixel depends on the commands alone, not on the rectangle.
#pragma once

#include "engine/platform/glyph_cache.hpp"
#include "engine/platform/picture_cache.hpp"
#include "engine/platform/sdl_ptr.hpp"
#include "engine/platform/shapes.hpp"
#include "engine/scene/draw_list.hpp"

#include <span>

namespace sango::platform {

[[nodiscard]] SDL_Rect to_sdl(const Rect& whole_pixels);

/// The index of the first command that still shows in `area`: all before it lie under something opaque. Nothing covers all of
/// it: 0 and `covered` false, so the area must be cleared first.
struct FirstSeen {
    std::size_t index = 0;
    bool covered = false;
};

class Painter {
public:
    /// All must outlive the painter.
    Painter(SDL_Renderer& renderer, PictureCache& pictures, GlyphCache& glyphs);
    /// Draws what shows in `area` (whole pixels) of the present render target.
    void draw(std::span<const scene::Command> commands, const Rect& area);
    [[nodiscard]] FirstSeen first_seen(std::span<const scene::Command> commands, const Rect& area) const;
    void clear(const Rect& area);
    /// Call after each frame: caches forget what was long unused.
    void end_frame();

private:
    void draw(const scene::Picture& picture);
    void draw(const scene::Glyphs& glyphs);

    SDL_Renderer& renderer_;
    PictureCache& pictures_;
    GlyphCache& glyphs_;
    ShapePainter shapes_;
    bool is_software_ = false;
};

}  // namespace sango::platform
