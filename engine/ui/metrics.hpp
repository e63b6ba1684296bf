// Sizes that fit the window and the player: design points to pixels, with floors so that nothing gets too small to read or hit.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/text/typesetter.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace sango::ui {

/// A length in design points: a window of 1280 × 720 points shows 720 of them from top to bottom.
using Dp = float;

struct Metrics {
    Size window_px{1280, 720};
    float px_per_point = 1;
    float text_scale = 1;  ///< 1, 1.5 or 2
    std::string language = "en";
    text::Direction direction = text::Direction::LeftToRight;
    bool operator==(const Metrics&) const = default;

    /// Pixels of one design point: 1 dp = min(height / 720, width / 600) window points.
    [[nodiscard]] float px_per_dp() const { return std::max(0.1f, std::min(window_px.height / 720, window_px.width / 600)); }
    [[nodiscard]] float px(Dp dp) const { return dp * px_per_dp(); }
    /// A letter size: body (28 dp) never under 18 window points, others in proportion; larger with the player's text size.
    [[nodiscard]] float text_px(Dp dp) const {
        return std::round(dp * std::max(px_per_dp(), 18.0f / 28.0f * px_per_point) * text_scale);
    }
    /// What a finger or a switch can hit: 56 dp, never under 44 window points.
    [[nodiscard]] float target_px() const { return std::max(px(56), 44 * px_per_point); }
    /// A window taller than wide, as phones are held.
    [[nodiscard]] bool is_tall() const { return window_px.height > window_px.width; }
    [[nodiscard]] bool is_right_to_left() const { return direction == text::Direction::RightToLeft; }
};

}  // namespace sango::ui
