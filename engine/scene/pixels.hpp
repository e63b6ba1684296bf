// How rectangles meet whole pixels; the damage computation and the painter must agree to the pixel.
#pragma once

#include "engine/core/geometry.hpp"

#include <cmath>

namespace sango::scene {

/// Each edge at the nearest pixel edge (halves go right and down), so neighbours neither overlap nor part.
[[nodiscard]] inline Rect snapped_edges(const Rect& rect) {
    const float left = std::floor(rect.x + 0.5f), top = std::floor(rect.y + 0.5f);
    return {left, top, std::floor(rect.right() + 0.5f) - left, std::floor(rect.bottom() + 0.5f) - top};
}

/// The nearest whole position and the nearest whole size (at least 1), so that a picture that moves keeps its size.
[[nodiscard]] inline Rect snapped_size(const Rect& rect) {
    if (rect.empty()) return {};
    return {std::floor(rect.x + 0.5f), std::floor(rect.y + 0.5f), std::max(1.0f, std::floor(rect.width + 0.5f)),
            std::max(1.0f, std::floor(rect.height + 0.5f))};
}

/// The smallest whole-pixel rectangle around `rect`.
[[nodiscard]] inline Rect outer_pixels(const Rect& rect) {
    const float left = std::floor(rect.x), top = std::floor(rect.y);
    return {left, top, std::ceil(rect.right()) - left, std::ceil(rect.bottom()) - top};
}

}  // namespace sango::scene
