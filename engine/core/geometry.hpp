// Points, sizes and rectangles in one unit at a time: the name of a variable or field says which (px, dp).
#pragma once

#include <algorithm>

namespace sango {

struct Point {
    float x = 0;
    float y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    float width = 0;
    float height = 0;
    bool operator==(const Size&) const = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    bool operator==(const Rect&) const = default;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
};

/// The part that both cover; empty when they do not meet.
[[nodiscard]] inline Rect intersection(const Rect& a, const Rect& b) {
    const float left = std::max(a.x, b.x), top = std::max(a.y, b.y);
    return {left, top, std::max(0.0f, std::min(a.right(), b.right()) - left),
            std::max(0.0f, std::min(a.bottom(), b.bottom()) - top)};
}

/// The smallest rectangle around both; an empty one adds nothing.
[[nodiscard]] inline Rect united(const Rect& a, const Rect& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const float left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

/// `rect` made smaller by `by` on each side.
[[nodiscard]] inline Rect inset(const Rect& rect, float by) {
    return {rect.x + by, rect.y + by, std::max(0.0f, rect.width - 2 * by), std::max(0.0f, rect.height - 2 * by)};
}

}  // namespace sango
