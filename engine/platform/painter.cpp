#include "engine/platform/painter.hpp"

#include "engine/scene/pixels.hpp"

#include <algorithm>
#include <cmath>

namespace sango::platform {

namespace {

// Stretching smoothly costs 30 ns a pixel in software: right for a breathing mascot, not for a wall that is sharp in a moment.
constexpr int kSmoothStretch_px = 120'000;

bool contains(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

// Whether the shape leaves nothing of `area` uncovered.
struct Hides {
    const Rect& area;
    const PictureCache& pictures;
    bool operator()(const scene::Box& box) const {
        if (box.colour.a != 255) return false;
        const Rect r = scene::snapped_edges(box.rect);
        const float round = std::ceil(std::max(0.0f, box.radius));
        return contains({r.x, r.y + round, r.width, r.height - 2 * round}, area) ||
               contains({r.x + round, r.y, r.width - 2 * round, r.height}, area);
    }
    bool operator()(const scene::Ring&) const { return false; }
    bool operator()(const scene::Gradient& g) const {
        return g.top.a == 255 && g.bottom.a == 255 && contains(scene::snapped_edges(g.rect), area);
    }
    bool operator()(const scene::Picture& picture) const {
        return picture.tint.a == 255 && contains(scene::snapped_size(picture.rect), area) && pictures.find(picture).opaque;
    }
    bool operator()(const scene::Glyphs&) const { return false; }
};

}  // namespace

SDL_Rect to_sdl(const Rect& whole_pixels) {
    return {static_cast<int>(whole_pixels.x), static_cast<int>(whole_pixels.y), static_cast<int>(whole_pixels.width),
            static_cast<int>(whole_pixels.height)};
}

Painter::Painter(SDL_Renderer& renderer, PictureCache& pictures, GlyphCache& glyphs)
    : renderer_(renderer), pictures_(pictures), glyphs_(glyphs), shapes_(renderer) {
    SDL_RendererInfo info{};
    is_software_ = SDL_GetRendererInfo(&renderer, &info) == 0 && (info.flags & SDL_RENDERER_SOFTWARE) != 0;
}

FirstSeen Painter::first_seen(std::span<const scene::Command> commands, const Rect& area) const {
    for (std::size_t i = commands.size(); i-- > 0;)
        if (contains(scene::snapped_edges(commands[i].clip), area) && std::visit(Hides{area, pictures_}, commands[i].shape))
            return {i, true};
    return {};
}

void Painter::clear(const Rect& area) {
    SDL_RenderSetClipRect(&renderer_, nullptr);
    shapes_.fill(to_sdl(area), Colour{});
}

void Painter::draw(std::span<const scene::Command> commands, const Rect& area) {
    Rect set_clip;
    for (const scene::Command& command : commands) {
        const Rect visible = intersection(bounds(command), area);
        if (visible.empty()) continue;
        const SDL_Rect clip = to_sdl(visible);
        if (!(visible == set_clip)) SDL_RenderSetClipRect(&renderer_, &clip);
        set_clip = visible;
        std::visit(
            [&](const auto& shape) {
                using Shape = std::decay_t<decltype(shape)>;
                if constexpr (std::is_same_v<Shape, scene::Box> || std::is_same_v<Shape, scene::Ring>)
                    shapes_.draw(shape);
                else if constexpr (std::is_same_v<Shape, scene::Gradient>)
                    shapes_.draw(shape, clip);
                else
                    draw(shape);
            },
            command.shape);
    }
    SDL_RenderSetClipRect(&renderer_, nullptr);
}

void Painter::draw(const scene::Picture& picture) {
    const PictureCache::Found found = pictures_.find(picture);
    if (found.texture == nullptr || picture.tint.a == 0) return;
    const SDL_Rect to = to_sdl(scene::snapped_size(picture.rect));
    const bool copies = found.opaque && picture.tint.a == 255;
    SDL_SetTextureBlendMode(found.texture, copies ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetTextureColorMod(found.texture, picture.tint.r, picture.tint.g, picture.tint.b);
    SDL_SetTextureAlphaMod(found.texture, picture.tint.a);
    const bool is_coarse = is_software_ && !found.settled && to.w * to.h > kSmoothStretch_px;
    SDL_SetTextureScaleMode(found.texture, is_coarse ? SDL_ScaleModeNearest : SDL_ScaleModeLinear);
    SDL_RenderCopy(&renderer_, found.texture, nullptr, &to);
}

void Painter::draw(const scene::Glyphs& glyphs) {
    if (!glyphs.paragraph || glyphs.line >= glyphs.paragraph->lines.size() || glyphs.colour.a == 0) return;
    const int baseline = static_cast<int>(std::floor(glyphs.pen.y + 0.5f));
    for (const text::Run& run : glyphs.paragraph->lines[glyphs.line].runs) {
        const GlyphTexture* glyph = glyphs_.find(run, glyphs.paragraph->style.size_px);
        if (glyph == nullptr) continue;
        const int pen = static_cast<int>(std::floor(glyphs.pen.x + run.x + 0.5f));
        const SDL_Rect to{pen + glyph->x, baseline + glyph->y, glyph->width, glyph->height};
        SDL_SetTextureColorMod(glyph->texture.get(), glyphs.colour.r, glyphs.colour.g, glyphs.colour.b);
        SDL_SetTextureAlphaMod(glyph->texture.get(), glyphs.colour.a);
        SDL_RenderCopy(&renderer_, glyph->texture.get(), nullptr, &to);
    }
}

void Painter::end_frame() {
    shapes_.make_room();
    glyphs_.make_room();
}

}  // namespace sango::platform
