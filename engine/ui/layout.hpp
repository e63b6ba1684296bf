// Gives every widget of a tree its place in the window.
#pragma once

#include "engine/ui/widget.hpp"

#include <map>

namespace sango::ui {

/// How far each scrolling widget has been scrolled, pixels.
using ScrollOffsets = std::map<WidgetId, float>;

/// Fills in bounds, paragraphs, clips and scroll ranges of the whole tree, which fills the window. Right-to-left languages get the mirror
/// image. Offsets beyond the end are held back.
void lay_out(Widget& root, const Metrics& metrics, text::Typesetter& typesetter, const ScrollOffsets& scroll);

}  // namespace sango::ui
