// Turns a laid-out tree into shapes.
#pragma once

#include "engine/ui/widget.hpp"

namespace sango::ui {

/// Colours that painting adds by itself.
struct PaintColours {
    Colour focus_inner;
    Colour focus_outer;
    Colour shadow;
    Colour more;        ///< the sign that there is more to scroll to
    Colour more_arrow;
};

/// Adds the tree to `list`, back to front, with a two-tone ring round the focused widget. Invisible parts are left out.
void paint(const Widget& root, const WidgetId& focused, const WidgetId& pressed, const Metrics& metrics, const PaintColours& colours,
           scene::DrawList& list);

}  // namespace sango::ui
