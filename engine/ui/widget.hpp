// The UI tree: what is on a screen, for the renderer, the focus, the read-aloud voice and the page mirror alike.
#pragma once

#include "engine/core/colour.hpp"
#include "engine/core/id.hpp"
#include "engine/scene/draw_list.hpp"
#include "engine/ui/metrics.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sango::ui {

using WidgetId = Id<struct WidgetTag>;

/// What a widget is to somebody who cannot see it.
enum class Role { Group, Heading, Text, Button, Option, Toggle, Picture, Dialog, Status };

/// Whether it can be used and what is chosen.
struct State {
    bool disabled = false;
    std::optional<bool> selected;  ///< of options and toggles
    bool operator==(const State&) const = default;
};

// How a widget arranges its children, in design points. Start is left, or right in right-to-left languages.
enum class Arrange { Column, Row, Flow, Grid, Stack };
enum class Align { Start, Centre, End, Stretch };
struct Edges {
    Dp left = 0, top = 0, right = 0, bottom = 0;
    static Edges all(Dp dp) { return {dp, dp, dp, dp}; }
    static Edges sides(Dp across, Dp updown) { return {across, updown, across, updown}; }
};

struct Layout {
    Arrange arrange = Arrange::Column;
    Align align = Align::Stretch;     ///< across the direction of the children
    Align justify = Align::Start;     ///< along it
    Dp gap = 0;
    Edges padding;
    int columns = 2;                  ///< of Grid
    std::optional<Dp> width, height;  ///< fixed
    Dp min_width = 0, min_height = 0;
    std::optional<Dp> max_width;
    float grow = 0;                   ///< share of the space left in a Column or Row
    bool scrolls = false;             ///< gives up height when there is not enough, and scrolls up and down
    int keeps_lines = 2;              ///< of body text, that a scrolling part still shows when it gives way
    bool is_target = false;           ///< at least as large as a finger needs
    std::optional<Rect> at_px;        ///< place inside a Stack parent, pixels from its top left
    bool keeps_direction = false;     ///< children are not mirrored in right-to-left languages (a picture's regions)
};

/// How a widget's own box is painted.
struct Look {
    std::optional<Colour> fill;
    std::optional<Colour> ring;
    Dp radius = 0;
    Dp ring_width = 3;
    bool shadow = false;
};

/// Words on a widget.
struct Label {
    std::string text;
    Colour colour;
    Dp size = 28;
    text::Weight weight = text::Weight::Regular;
    Align align = Align::Start;
    std::string language;             ///< where it differs from the screen's
    text::Direction direction = text::Direction::LeftToRight;  ///< only with `language`
};

/// Pictures on a widget, each in hundredths of its box.
struct Pictures {
    struct One {
        std::string name;
        Rect at{0, 0, 100, 100};
        Colour tint{255, 255, 255, 255};
        scene::Mirror mirror = scene::Mirror::No;
    };
    std::vector<One> layers;
    bool mirrors = false;             ///< arrows and the like turn round in right-to-left languages
};

struct Widget {
    WidgetId id;                      ///< empty for what is never pressed
    Role role = Role::Group;
    std::string name;                 ///< translated; a label says its own text when this is empty
    std::string description;
    State state;
    Layout layout;
    Look look;
    std::variant<std::monostate, Label, Pictures> content;
    std::vector<Widget> children;

    // Filled in by lay_out.
    Rect bounds;                      ///< pixels in the window
    Rect clip;                        ///< what of it can be seen, pixels
    text::ParagraphPtr paragraph;
    float scroll_range = 0;           ///< pixels its content is taller than its box
    float scroll_offset = 0;

    [[nodiscard]] bool can_be_pressed() const { return role == Role::Button || role == Role::Option || role == Role::Toggle; }
    /// What a screen reader says it is called.
    [[nodiscard]] const std::string& spoken_name() const;
};

/// The widget with that id; nothing when there is none.
[[nodiscard]] const Widget* find(const Widget& root, const WidgetId& id);

/// Calls `visit` for the widget and all inside it, in reading order.
template <class Visit>
void for_each(const Widget& widget, Visit visit) {
    visit(widget);
    for (const Widget& child : widget.children) for_each(child, visit);
}

// Small parts to build trees from.
[[nodiscard]] Widget column(std::vector<Widget> children, Dp gap = 0);
[[nodiscard]] Widget row(std::vector<Widget> children, Dp gap = 0);
[[nodiscard]] Widget label(Label words, Role role = Role::Text);
[[nodiscard]] Widget picture(Pictures pictures, Size size_dp, std::string name = {});
[[nodiscard]] Widget space(Dp size);
/// Takes what room is left.
[[nodiscard]] Widget spring();

}  // namespace sango::ui
