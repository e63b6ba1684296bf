#include "engine/ui/interaction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace sango::ui {
namespace {

bool holds_something_to_press(const Widget& widget) {
    return std::any_of(widget.children.begin(), widget.children.end(), [](const Widget& child) {
        return (child.can_be_pressed() && !child.state.disabled && !child.id.empty()) || holds_something_to_press(child);
    });
}

/// What can be pressed, and reading parts that scroll and hold nothing to press; others scroll as the focus goes through them.
bool takes_focus(const Widget& widget) {
    if (widget.id.empty() || widget.state.disabled) return false;
    return widget.can_be_pressed() || (widget.layout.scrolls && widget.scroll_range > 0 && !holds_something_to_press(widget));
}

void collect(const Widget& widget, std::vector<const Widget*>& order) {
    if (takes_focus(widget)) order.push_back(&widget);
    for (const Widget& child : widget.children) collect(child, order);
}

/// The innermost scrolling widget around `target`.
const Widget* scroller_of(const Widget& root, const Widget& target, const Widget* around = nullptr) {
    if (&root == &target) return around;
    const Widget* inner = root.layout.scrolls && root.scroll_range > 0 ? &root : around;
    for (const Widget& child : root.children) {
        if (const Widget* found = scroller_of(child, target, inner)) return found;
        if (find(child, target.id) == &target) return inner;
    }
    return nullptr;
}

/// What can be pressed at a point, the topmost.
const Widget* hit(const Widget& widget, Point at, bool (*wanted)(const Widget&)) {
    for (auto child = widget.children.rbegin(); child != widget.children.rend(); ++child) {
        if (const Widget* found = hit(*child, at, wanted)) return found;
    }
    return wanted(widget) && widget.clip.contains(at) ? &widget : nullptr;
}

bool is_pressable(const Widget& widget) { return widget.can_be_pressed() && !widget.state.disabled && !widget.id.empty(); }
bool is_scroller(const Widget& widget) { return widget.layout.scrolls && widget.scroll_range > 0; }

/// How far a part would have to scroll that way to show the whole of `target`.
float hidden_by(const Widget& area, const Widget& target, Way way) {
    return std::max(0.0f, way == Way::Down ? target.bounds.bottom() - area.bounds.bottom() : area.bounds.y - target.bounds.y);
}

/// How far `to` lies from `from` in the direction, or infinity when it does not lie that way.
float distance(const Rect& from, const Rect& to, Way way) {
    const bool sideways = way == Way::Left || way == Way::Right;
    const float sign = way == Way::Right || way == Way::Down ? 1.0f : -1.0f;
    const Point a = from.centre(), b = to.centre();
    const float ahead = sign * (sideways ? b.x - a.x : b.y - a.y);
    const float gap = sideways ? (sign > 0 ? to.x - from.right() : from.x - to.right()) : (sign > 0 ? to.y - from.bottom() : from.y - to.bottom());
    const float overlap = sideways ? std::min(from.bottom(), to.bottom()) - std::max(from.y, to.y)
                                   : std::min(from.right(), to.right()) - std::max(from.x, to.x);
    const float extent = sideways ? std::min(from.height, to.height) : std::min(from.width, to.width);
    if (ahead <= 1 || gap < -extent) return std::numeric_limits<float>::infinity();
    const float off = sideways ? std::abs(b.y - a.y) : std::abs(b.x - a.x);
    return std::max(0.0f, gap) + (overlap > 0 ? 0.1f * off : 3 * off);
}

}  // namespace

std::vector<const Widget*> focus_order(const Widget& root) {
    std::vector<const Widget*> order;
    collect(root, order);
    return order;
}

const Widget* neighbour(const Widget& root, const WidgetId& from, Way way) {
    const std::vector<const Widget*> order = focus_order(root);
    const Widget* start = find(root, from);
    if (!start) return order.empty() ? nullptr : order.front();
    const Widget* own_scroller = scroller_of(root, *start);
    const auto best_of = [&](auto&& place) {
        const Widget* best = nullptr;
        float least = std::numeric_limits<float>::infinity();
        for (const Widget* candidate : order) {
            const std::optional<Rect> at = candidate == start ? std::nullopt : place(*candidate);
            const float far = at ? distance(start->bounds, *at, way) : std::numeric_limits<float>::infinity();
            if (far < least) {
                least = far;
                best = candidate;
            }
        }
        return best;
    };
    // Inside a scrolling part the focus stays in it as long as it can (sideways: in its line); then what is seen; then what a scroll
    // would show.
    if (own_scroller) {
        const bool sideways = way == Way::Left || way == Way::Right;
        const auto same_part = [&](const Widget& candidate) {
            const bool in_line = candidate.bounds.y < start->bounds.bottom() && start->bounds.y < candidate.bounds.bottom();
            const bool stays = scroller_of(root, candidate) == own_scroller && (!sideways || in_line);
            return stays ? std::optional(candidate.bounds) : std::nullopt;
        };
        if (const Widget* best = best_of(same_part)) return best;
    }
    if (const Widget* best = best_of([](const Widget& candidate) { return candidate.clip.empty() ? std::nullopt : std::optional(candidate.clip); })) {
        return best;
    }
    return best_of([](const Widget& candidate) { return std::optional(candidate.bounds); });
}

void Interaction::set_tree(const Widget& root, const WidgetId& preferred) {
    const std::vector<const Widget*> order = focus_order(root);
    const auto has = [&order](const WidgetId& id) {
        return std::any_of(order.begin(), order.end(), [&id](const Widget* widget) { return widget->id == id; });
    };
    if (!has(focused_)) {
        if (has(preferred)) {
            focused_ = preferred;
        } else {
            focused_ = order.empty() ? WidgetId{} : order.front()->id;
        }
    }
    if (!find(root, held_)) held_ = {};
}

Interaction::Outcome Interaction::handle(const Event& event, const Widget& root, const Metrics& metrics) {
    if (const auto* moved = std::get_if<Move>(&event)) return move(moved->way, root, metrics);
    if (std::holds_alternative<Next>(event)) return step(1, root);
    if (std::holds_alternative<Previous>(event)) return step(-1, root);
    if (std::holds_alternative<Confirm>(event)) {
        shows_focus_ = true;
        const Widget* widget = find(root, focused_);
        if (widget && is_pressable(*widget)) return {widget->id, true, false};
        if (widget && is_scroller(*widget)) return move(Way::Down, root, metrics);
        return {{}, true, false};
    }
    if (const auto* at = std::get_if<Pointer>(&event)) return pointer(*at, root);
    if (const auto* wheel = std::get_if<Wheel>(&event)) {
        const Widget* area = hit(root, wheel->at_px, is_scroller);
        return {{}, area && scroll_by(*area, -wheel->lines * metrics.text_px(42)), false};
    }
    return {};
}

Interaction::Outcome Interaction::move(Way way, const Widget& root, const Metrics&) {
    shows_focus_ = true;
    const Widget* current = find(root, focused_);
    const Widget* target = neighbour(root, focused_, way);
    if (current && (way == Way::Up || way == Way::Down)) {
        // What lies between is read first: page by page, until what the focus goes to is near.
        const Widget* own = is_scroller(*current) ? current : scroller_of(root, *current);
        const Widget* other = target ? scroller_of(root, *target) : nullptr;
        const auto page = [way](const Widget& area) { return area.bounds.height * (way == Way::Down ? 0.6f : -0.6f); };
        if (other && std::abs(hidden_by(*other, *target, way)) > other->bounds.height * 0.6f && scroll_by(*other, page(*other))) return {{}, true, false};
        if (own && own != other && scroll_by(*own, page(*own))) return {{}, true, false};
    }
    if (!target) return {{}, true, false};
    focused_ = target->id;
    reveal(root, *target);
    return {{}, true, true};
}

Interaction::Outcome Interaction::step(int by, const Widget& root) {
    shows_focus_ = true;
    const std::vector<const Widget*> order = focus_order(root);
    if (order.empty()) return {};
    const auto at = std::find_if(order.begin(), order.end(), [this](const Widget* widget) { return widget->id == focused_; });
    const auto count = static_cast<int>(order.size());
    const int index = at == order.end() ? 0 : (static_cast<int>(at - order.begin()) + by + count) % count;
    const Widget* target = order[static_cast<std::size_t>(index)];
    focused_ = target->id;
    reveal(root, *target);
    return {{}, true, true};
}

Interaction::Outcome Interaction::pointer(const Pointer& pointer, const Widget& root) {
    switch (pointer.phase) {
        case PointerPhase::Moved: return {};
        case PointerPhase::Pressed: {
            shows_focus_ = false;
            const Widget* target = hit(root, pointer.at_px, is_pressable);
            held_ = target ? target->id : WidgetId{};
            const Widget* area = hit(root, pointer.at_px, is_scroller);
            dragged_ = area ? area->id : WidgetId{};
            drag_from_ = pointer.at_px;
            drag_offset_ = area ? area->scroll_offset : 0;
            drag_scrolls_ = false;
            return {{}, true, false};
        }
        case PointerPhase::Dragged: {
            const float moved = pointer.at_px.y - drag_from_.y;
            const Widget* area = find(root, dragged_);
            if (area && (drag_scrolls_ || std::abs(moved) > 12)) {
                drag_scrolls_ = true;  // a finger that scrolls does not press
                held_ = {};
                return {{}, scroll_by(*area, drag_offset_ - moved - area->scroll_offset), false};
            }
            return {};
        }
        case PointerPhase::Released: {
            const WidgetId held = held_;
            held_ = {};
            dragged_ = {};
            const Widget* target = hit(root, pointer.at_px, is_pressable);
            if (target && !held.empty() && target->id == held) {
                focused_ = held;
                return {held, true, true};
            }
            return {{}, true, false};
        }
        case PointerPhase::Cancelled: held_ = {}; dragged_ = {}; return {{}, true, false};
    }
    return {};
}

bool Interaction::scroll_by(const Widget& area, float px) {
    const float wanted = std::clamp(area.scroll_offset + px, 0.0f, area.scroll_range);
    if (std::abs(wanted - area.scroll_offset) < 0.5f) return false;
    scroll_[area.id] = wanted;
    return true;
}

void Interaction::reveal(const Widget& root, const Widget& target) {
    const Widget* area = scroller_of(root, target);
    if (!area) return;
    const float margin = 16;
    if (target.bounds.y < area->bounds.y + margin) scroll_by(*area, target.bounds.y - area->bounds.y - margin);
    if (target.bounds.bottom() > area->bounds.bottom() - margin) scroll_by(*area, target.bounds.bottom() - area->bounds.bottom() + margin);
}

}  // namespace sango::ui
