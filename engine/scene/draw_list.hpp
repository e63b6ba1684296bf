// What a frame shows, as values in window pixels: compared to find what changed, printed in tests, drawn by the platform.
#pragma once

#include "engine/core/colour.hpp"
#include "engine/core/geometry.hpp"
#include "engine/text/typesetter.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sango::scene {

/// A filled rectangle with round corners (`radius` 0 for sharp, half the height for a pill or circle).
struct Box {
    Rect rect;
    Colour colour;
    float radius = 0;
    bool operator==(const Box&) const = default;
};

/// The outline of a rounded rectangle, `width` px thick, inside `rect`.
struct Ring {
    Rect rect;
    Colour colour;
    float radius = 0;
    float width = 1;
    bool operator==(const Ring&) const = default;
};

/// From `top` to `bottom`, straight down.
struct Gradient {
    Rect rect;
    Colour top;
    Colour bottom;
    bool operator==(const Gradient&) const = default;
};

enum class Mirror { No, Yes };

/// A picture of the packs stretched to `rect`, multiplied by `tint` (white leaves it as it is).
struct Picture {
    std::string name;
    Rect rect;
    Colour tint{255, 255, 255, 255};
    Mirror mirror = Mirror::No;
    bool operator==(const Picture&) const = default;
};

/// One line of a laid-out paragraph; `pen` is its left end on the baseline.
struct Glyphs {
    text::ParagraphPtr paragraph;
    std::size_t line = 0;
    Point pen;
    Colour colour;
    bool operator==(const Glyphs& other) const {
        return line == other.line && pen == other.pen && colour == other.colour &&
               (paragraph == other.paragraph || *paragraph == *other.paragraph);
    }
};

using Shape = std::variant<Box, Ring, Gradient, Picture, Glyphs>;

struct Command {
    Rect clip;  ///< nothing is drawn outside
    Shape shape;
    bool operator==(const Command&) const = default;
};

/// Shapes from back to front.
class DrawList {
public:
    /// An empty list for a window of `size_px`.
    explicit DrawList(Size size_px = {});
    void add(Shape shape);
    /// Until the matching pop, shapes show only inside `rect` (and inside the clips around it).
    void push_clip(const Rect& rect);
    void pop_clip();
    void clear(Size size_px);

    [[nodiscard]] const std::vector<Command>& commands() const { return commands_; }
    [[nodiscard]] Size size() const { return size_; }

private:
    Size size_;
    std::vector<Command> commands_;
    std::vector<Rect> clips_;
};

/// The pixels a command may touch, whole pixels, inside its clip.
[[nodiscard]] Rect bounds(const Command& command);

/// Rectangles, whole pixels and not overlapping, outside which both lists draw the same. The whole window when sizes differ.
[[nodiscard]] std::vector<Rect> changed_rects(const DrawList& before, const DrawList& after);

/// The same area or a little more, as a few rectangles that do not overlap.
[[nodiscard]] std::vector<Rect> joined(std::span<const Rect> rects);

/// One line a command, for tests and people.
[[nodiscard]] std::string to_text(const DrawList& list);

}  // namespace sango::scene
