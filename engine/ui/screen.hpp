// A screen: builds its tree from its own state and says what it wants when something is pressed.
#pragma once

#include "engine/core/easing.hpp"
#include "engine/scene/draw_list.hpp"
#include "engine/ui/widget.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sango::ui {

class Screen;

/// What a screen wants the stack to do, applied between frames.
struct Stay {};
struct Push { std::unique_ptr<Screen> screen; };
struct Pop {};
struct Replace { std::unique_ptr<Screen> screen; };   ///< this screen gives way to another
struct Restart { std::unique_ptr<Screen> screen; };   ///< all screens give way to this one
struct Quit {};
using Intent = std::variant<Stay, Push, Pop, Replace, Restart, Quit>;

/// The answer to an input: an intent, and effects to be heard.
struct Reply {
    Intent intent;
    std::vector<std::string> sounds;   ///< names of effects
    bool fresh = false;                ///< the reading part shows something new: scroll to its top, focus as at the start, read it aloud
    bool speak = false;                ///< read the screen aloud now
};

class Screen {
public:
    virtual ~Screen() = default;
    /// The tree for the present state. Called again after every input and whenever the window or the language changes.
    [[nodiscard]] virtual Widget build(const Metrics& metrics) const = 0;
    /// Draws what lies behind the laid-out tree: a place, figures.
    virtual void draw_behind(const Widget& tree, const Metrics& metrics, Seconds now, scene::DrawList& list) {
        (void)tree, (void)metrics, (void)now, (void)list;
    }
    [[nodiscard]] virtual Reply pressed(const WidgetId& id) = 0;
    /// Escape, or the back button. Pops unless overridden.
    [[nodiscard]] virtual Reply back() { return {Pop{}, {"close"}, false}; }
    /// Which widget has the focus at first.
    [[nodiscard]] virtual WidgetId first_focus() const { return {}; }
    /// The theme to play; empty for none.
    [[nodiscard]] virtual std::string music() const { return "map"; }
    /// How long the picture stays still by itself; nothing: until the next input. `idle_for` is the time since the last input.
    /// Asked once before each frame is drawn.
    [[nodiscard]] virtual std::optional<Seconds> moves_again_in(Seconds now, Seconds idle_for) {
        (void)now, (void)idle_for;
        return {};
    }
    /// Told when it comes to the top again, another screen having been popped.
    virtual void resumed() {}
};

}  // namespace sango::ui
