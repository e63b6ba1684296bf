// Widget ids and story inputs are two names for the same thing: what is pressed on a lesson's screens is what a script writes.
#pragma once

#include "engine/ui/widget.hpp"
#include "game/story/story.hpp"

#include <optional>

namespace sango::screens {

/// The widget that gives this input: "choice/look-first", "place/what/photo", "next" …
[[nodiscard]] ui::WidgetId widget_for(const story::Input& input);
/// The input that a widget gives; nothing for widgets that are not of the story.
[[nodiscard]] std::optional<story::Input> input_for(const ui::WidgetId& id);

}  // namespace sango::screens
