#include "engine/ui/stack.hpp"

#include <utility>

namespace sango::ui {

void Stack::push(std::unique_ptr<Screen> screen) { entries_.push_back({std::move(screen), {}, {}}); }

void Stack::pop() {
    entries_.pop_back();
    if (!entries_.empty()) entries_.back().screen->resumed();
}

void Stack::refresh(const Metrics& metrics) {
    Entry& entry = entries_.back();
    entry.tree = entry.screen->build(metrics);
    lay_out(entry.tree, metrics, typesetter_, entry.interaction.scroll());
    entry.interaction.set_tree(entry.tree, entry.screen->first_focus());
}

void Stack::draw(const Metrics& metrics, Seconds now, const PaintColours& colours, scene::DrawList& list) {
    const Entry& entry = entries_.back();
    entry.screen->draw_behind(entry.tree, metrics, now, list);
    const WidgetId none;
    paint(entry.tree, entry.interaction.shows_focus() ? entry.interaction.focused() : none, entry.interaction.held(), metrics, colours, list);
}

Stack::Outcome Stack::handle(const Event& event, const Metrics& metrics) {
    if (std::holds_alternative<Back>(event)) return apply(top().back(), metrics);
    const Interaction::Outcome done = interaction().handle(event, tree(), metrics);
    if (done.pressed) return press(*done.pressed, metrics);
    Outcome outcome;
    outcome.changed = done.changed;
    outcome.focus_moved = done.focus_moved;
    if (done.focus_moved) outcome.sounds.push_back("focus");
    if (done.changed) refresh(metrics);
    return outcome;
}

Stack::Outcome Stack::press(const WidgetId& id, const Metrics& metrics) {
    const Widget* widget = find(tree(), id);
    if (!widget || widget->state.disabled) return {};
    Outcome outcome = apply(top().pressed(id), metrics);
    outcome.pressed = id;
    return outcome;
}

Stack::Outcome Stack::apply(Reply reply, const Metrics& metrics) {
    Outcome outcome;
    outcome.sounds = std::move(reply.sounds);
    outcome.changed = true;
    outcome.speak = reply.speak;
    outcome.fresh = reply.fresh || !std::holds_alternative<Stay>(reply.intent);
    if (auto* pushed = std::get_if<Push>(&reply.intent)) {
        push(std::move(pushed->screen));
    } else if (std::holds_alternative<Pop>(reply.intent)) {
        if (entries_.size() > 1) pop();
    } else if (auto* other = std::get_if<Replace>(&reply.intent)) {
        entries_.back() = {std::move(other->screen), {}, {}};
    } else if (auto* first = std::get_if<Restart>(&reply.intent)) {
        entries_.clear();
        push(std::move(first->screen));
    } else if (std::holds_alternative<Quit>(reply.intent)) {
        outcome.quit = true;
    }
    if (reply.fresh) {
        interaction().forget_scroll();
        interaction().focus(top().first_focus());
    }
    refresh(metrics);
    return outcome;
}

std::vector<std::string> spoken_lines(const Widget& root) {
    std::vector<std::string> lines;
    const auto read = [&lines](auto&& self, const Widget& widget) -> void {
        if (widget.id.value == "header") return;
        const std::string& name = widget.spoken_name();
        if (!name.empty()) {
            lines.push_back(name);
            if (!widget.description.empty()) lines.push_back(widget.description);
        }
        if (widget.can_be_pressed()) return;  // its name already says what is written inside
        for (const Widget& child : widget.children) self(self, child);
    };
    read(read, root);
    return lines;
}

}  // namespace sango::ui
