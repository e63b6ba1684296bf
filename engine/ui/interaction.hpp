// Focus, presses and scrolling on one screen: events in, what was pressed out. Kept by widget id, so a rebuilt tree keeps the place.
#pragma once

#include "engine/ui/event.hpp"
#include "engine/ui/layout.hpp"

#include <optional>
#include <vector>

namespace sango::ui {

/// Widgets that can take the focus, in reading order: what can be pressed and is not disabled, and reading parts that scroll.
[[nodiscard]] std::vector<const Widget*> focus_order(const Widget& root);

/// Where the focus goes from `from` in a direction: the nearest widget whose centre lies that way, widgets in line first; nothing when
/// there is none.
[[nodiscard]] const Widget* neighbour(const Widget& root, const WidgetId& from, Way way);

class Interaction {
public:
    /// Takes in the newest tree: keeps the focus where its id still is; otherwise takes `preferred`, else the first.
    void set_tree(const Widget& root, const WidgetId& preferred);

    /// What the event did here: the widget that was pressed, if any. Back, Help and others are not for this class.
    struct Outcome {
        std::optional<WidgetId> pressed;
        bool changed = false;        ///< something looks different now
        bool focus_moved = false;
    };
    [[nodiscard]] Outcome handle(const Event& event, const Widget& root, const Metrics& metrics);

    [[nodiscard]] const WidgetId& focused() const { return focused_; }
    [[nodiscard]] const WidgetId& held() const { return held_; }
    [[nodiscard]] const ScrollOffsets& scroll() const { return scroll_; }
    /// Whether the ring is shown: after the first key or gamepad input, and not while a pointer is used.
    [[nodiscard]] bool shows_focus() const { return shows_focus_; }
    void focus(const WidgetId& id) { focused_ = id; }
    void show_focus(bool shown) { shows_focus_ = shown; }
    /// Back to the top, for new text in the same place.
    void forget_scroll() { scroll_.clear(); }

private:
    Outcome move(Way way, const Widget& root, const Metrics& metrics);
    Outcome step(int by, const Widget& root);
    Outcome pointer(const Pointer& pointer, const Widget& root);
    bool scroll_by(const Widget& area, float px);
    void reveal(const Widget& root, const Widget& target);

    WidgetId focused_;
    WidgetId held_;                    // pressed by a pointer that is still down
    WidgetId dragged_;                 // scrolled by a pointer
    Point drag_from_;
    float drag_offset_ = 0;
    bool drag_scrolls_ = false;
    bool shows_focus_ = true;
    ScrollOffsets scroll_;
};

}  // namespace sango::ui
