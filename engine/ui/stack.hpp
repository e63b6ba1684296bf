// The screens that lie upon one another; only the topmost is seen and hears input.
#pragma once

#include "engine/ui/interaction.hpp"
#include "engine/ui/paint.hpp"
#include "engine/ui/screen.hpp"

#include <memory>
#include <string>
#include <vector>

namespace sango::ui {

class Stack {
public:
    explicit Stack(text::Typesetter& typesetter) : typesetter_(typesetter) {}

    void push(std::unique_ptr<Screen> screen);
    void pop();
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] Screen& top() { return *entries_.back().screen; }
    [[nodiscard]] const Widget& tree() const { return entries_.back().tree; }
    [[nodiscard]] const Interaction& interaction() const { return entries_.back().interaction; }
    [[nodiscard]] Interaction& interaction() { return entries_.back().interaction; }

    /// Builds and lays out the topmost screen's tree.
    void refresh(const Metrics& metrics);
    /// Draws the topmost screen.
    void draw(const Metrics& metrics, Seconds now, const PaintColours& colours, scene::DrawList& list);

    /// What one input led to.
    struct Outcome {
        std::optional<WidgetId> pressed;   ///< before the screen answered
        std::vector<std::string> sounds;
        bool changed = false;
        bool fresh = false;                ///< something new is shown
        bool focus_moved = false;
        bool speak = false;                ///< the screen should be read aloud now
        bool quit = false;
    };
    /// Hands an input to the topmost screen and applies what it wants. The tree is refreshed when something changed.
    Outcome handle(const Event& event, const Metrics& metrics);
    /// Presses a widget by id, as scripts and tests do; nothing happens when it is absent or disabled.
    Outcome press(const WidgetId& id, const Metrics& metrics);
    /// Applies a reply that came from outside (a dropped file, a request to open help).
    Outcome apply(Reply reply, const Metrics& metrics);

private:
    struct Entry {
        std::unique_ptr<Screen> screen;
        Interaction interaction;
        Widget tree;
    };
    text::Typesetter& typesetter_;
    std::vector<Entry> entries_;
};

/// All that a voice should read of a tree, in reading order, a sentence each; the part with the id "header" is left out.
[[nodiscard]] std::vector<std::string> spoken_lines(const Widget& root);

}  // namespace sango::ui
