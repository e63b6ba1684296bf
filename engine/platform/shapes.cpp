#include "engine/platform/shapes.hpp"

#include "engine/scene/pixels.hpp"

#include <algorithm>
#include <cmath>
#include <compare>

namespace sango::platform {

namespace {

constexpr std::size_t kLimit_bytes = 4u << 20;

SDL_Rect whole(const Rect& rect) {
    const Rect r = scene::snapped_edges(rect);
    return {static_cast<int>(r.x), static_cast<int>(r.y), static_cast<int>(r.width), static_cast<int>(r.height)};
}

int whole_radius(float radius, const SDL_Rect& rect) {
    return std::clamp(static_cast<int>(std::lround(radius)), 0, std::min(rect.w, rect.h) / 2);
}

std::uint32_t white(float coverage) { return static_cast<std::uint32_t>(std::lround(coverage * 255)) << 24 | 0xffffffu; }

Colour row_colour(const scene::Gradient& gradient, int row, int rows) {
    const float share = (static_cast<float>(row) + 0.5f) / static_cast<float>(rows);
    const auto channel = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share));
    };
    const Colour &a = gradient.top, &b = gradient.bottom;
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), channel(a.a, b.a)};
}

}  // namespace

float corner_coverage(int x, int y, int radius, float reach) {
    const float dx = static_cast<float>(radius) - static_cast<float>(x) - 0.5f, dy = static_cast<float>(radius) - static_cast<float>(y) - 0.5f;
    if (dx <= 0 || dy <= 0) return std::clamp(reach - std::max(dx, dy) + 0.5f, 0.0f, 1.0f);
    return std::clamp(reach - std::hypot(dx, dy) + 0.5f, 0.0f, 1.0f);
}

void ShapePainter::fill(const SDL_Rect& rect, Colour colour) {
    if (rect.w <= 0 || rect.h <= 0 || colour.a == 0) return;
    SDL_SetRenderDrawBlendMode(&renderer_, colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(&renderer_, colour.r, colour.g, colour.b, colour.a);
    SDL_RenderFillRect(&renderer_, &rect);
}

SDL_Texture* ShapePainter::corners(const CornerKey& key) {
    Corners& kept = corners_[key];
    kept.last_use = frame_;
    if (kept.texture) return kept.texture.get();
    const int size = 2 * key.side;
    Ptr<SDL_Surface> surface(SDL_CreateRGBSurfaceWithFormat(0, size, size, 32, SDL_PIXELFORMAT_ARGB8888));
    if (!surface) return nullptr;
    const float outer = static_cast<float>(key.radius), inner = static_cast<float>(std::max(0, key.radius - key.width));
    for (int y = 0; y < size; ++y) {
        auto* bytes = static_cast<std::uint8_t*>(surface->pixels) + static_cast<std::ptrdiff_t>(y) * surface->pitch;
        auto* row = reinterpret_cast<std::uint32_t*>(bytes);
        for (int x = 0; x < size; ++x) {
            const int from_left = std::min(x, size - 1 - x), from_top = std::min(y, size - 1 - y);
            float coverage = corner_coverage(from_left, from_top, key.radius, outer);
            if (key.width > 0 && inner > 0) coverage -= corner_coverage(from_left, from_top, key.radius, inner);
            row[x] = white(std::max(0.0f, coverage));
        }
    }
    kept.texture.reset(SDL_CreateTextureFromSurface(&renderer_, surface.get()));
    if (kept.texture) SDL_SetTextureScaleMode(kept.texture.get(), SDL_ScaleModeNearest);
    bytes_ += static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4;
    return kept.texture.get();
}

void ShapePainter::draw_corners(const CornerKey& key, const SDL_Rect& rect, Colour colour) {
    SDL_Texture* texture = corners(key);
    if (texture == nullptr) return;
    SDL_SetTextureColorMod(texture, colour.r, colour.g, colour.b);
    SDL_SetTextureAlphaMod(texture, colour.a);
    const int s = key.side;
    for (int i = 0; i < 4; ++i) {
        const int right = i % 2, below = i / 2;
        const SDL_Rect from{right * s, below * s, s, s};
        const SDL_Rect to{right != 0 ? rect.x + rect.w - s : rect.x, below != 0 ? rect.y + rect.h - s : rect.y, s, s};
        SDL_RenderCopy(&renderer_, texture, &from, &to);
    }
}

void ShapePainter::draw(const scene::Box& box) {
    const SDL_Rect r = whole(box.rect);
    if (r.w <= 0 || r.h <= 0 || box.colour.a == 0) return;
    const int radius = whole_radius(box.radius, r);
    if (radius == 0) return fill(r, box.colour);
    fill({r.x, r.y + radius, r.w, r.h - 2 * radius}, box.colour);
    fill({r.x + radius, r.y, r.w - 2 * radius, radius}, box.colour);
    fill({r.x + radius, r.y + r.h - radius, r.w - 2 * radius, radius}, box.colour);
    draw_corners({radius, radius, 0}, r, box.colour);
}

void ShapePainter::draw(const scene::Ring& ring) {
    const SDL_Rect r = whole(ring.rect);
    if (r.w <= 0 || r.h <= 0 || ring.colour.a == 0 || ring.width <= 0) return;
    const int width = std::max(1, static_cast<int>(std::lround(ring.width)));
    if (2 * width >= std::min(r.w, r.h)) return draw(scene::Box{ring.rect, ring.colour, ring.radius});
    const int radius = whole_radius(ring.radius, r);
    const int side = std::max(radius, width);
    fill({r.x + side, r.y, r.w - 2 * side, width}, ring.colour);
    fill({r.x + side, r.y + r.h - width, r.w - 2 * side, width}, ring.colour);
    fill({r.x, r.y + side, width, r.h - 2 * side}, ring.colour);
    fill({r.x + r.w - width, r.y + side, width, r.h - 2 * side}, ring.colour);
    if (radius == 0) {
        for (const int x : {r.x, r.x + r.w - width})
            for (const int y : {r.y, r.y + r.h - width}) fill({x, y, width, width}, ring.colour);
        return;
    }
    draw_corners({side, radius, width}, r, ring.colour);
}

void ShapePainter::draw(const scene::Gradient& gradient, const SDL_Rect& visible) {
    const SDL_Rect r = whole(gradient.rect);
    if (r.w <= 0 || r.h <= 0) return;
    const int first = std::max(0, visible.y - r.y), end = std::min(r.h, visible.y + visible.h - r.y);
    for (int row = first; row < end;) {
        const Colour colour = row_colour(gradient, row, r.h);
        int next = row + 1;
        while (next < end && row_colour(gradient, next, r.h) == colour) ++next;
        fill({r.x, r.y + row, r.w, next - row}, colour);
        row = next;
    }
}

void ShapePainter::make_room() {
    if (bytes_ > kLimit_bytes) {
        bytes_ = 0;
        std::erase_if(corners_, [this](const auto& item) {
            if (item.second.last_use != frame_) return true;
            bytes_ += static_cast<std::size_t>(4 * item.first.side) * static_cast<std::size_t>(item.first.side) * 4;
            return false;
        });
    }
    ++frame_;
}

}  // namespace sango::platform
