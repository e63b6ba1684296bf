// Boxes, rings and gradients from fills and small cached corner textures, with smooth edges on every renderer.
#pragma once

#include "engine/core/colour.hpp"
#include "engine/platform/sdl_ptr.hpp"
#include "engine/scene/draw_list.hpp"

#include <cstdint>
#include <map>
#include <tuple>

namespace sango::platform {

/// Draws inside the renderer's present clip.
class ShapePainter {
public:
    /// `renderer` must outlive the painter.
    explicit ShapePainter(SDL_Renderer& renderer) : renderer_(renderer) {}
    void draw(const scene::Box& box);
    void draw(const scene::Ring& ring);
    /// `visible`: rows outside need not be drawn.
    void draw(const scene::Gradient& gradient, const SDL_Rect& visible);
    void fill(const SDL_Rect& rect, Colour colour);
    /// Forgets corners long unused; call between frames.
    void make_room();

private:
    // A square of four mirrored corners, `radius` outside, `width` thick (0: filled), `side` px each.
    struct CornerKey {
        int side = 0;
        int radius = 0;
        int width = 0;
        auto operator<=>(const CornerKey&) const = default;
    };
    struct Corners {
        Ptr<SDL_Texture> texture;
        std::uint64_t last_use = 0;
    };
    SDL_Texture* corners(const CornerKey& key);
    void draw_corners(const CornerKey& key, const SDL_Rect& rect, Colour colour);

    SDL_Renderer& renderer_;
    std::map<CornerKey, Corners> corners_;
    std::size_t bytes_ = 0;
    std::uint64_t frame_ = 0;
};

/// How much of the pixel (`x`, `y`) from the outer corner a quarter of a disc covers, 0 to 1; its centre is `radius` from both edges.
[[nodiscard]] float corner_coverage(int x, int y, int radius, float reach);

}  // namespace sango::platform
