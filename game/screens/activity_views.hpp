// What activities look like: a model and its state in, a widget tree out.
#pragma once

#include "game/screens/kit.hpp"

namespace sango::screens {

/// A screen's reading part, what stays visible below it, and where the focus starts.
struct ActivityView {
    std::vector<ui::Widget> content;
    std::vector<ui::Widget> foot;
    ui::WidgetId first_focus;
};

[[nodiscard]] ActivityView activity_view(const Kit& kit, const ui::Metrics& metrics, const story::Doing& doing);
[[nodiscard]] ActivityView tell_view(const Kit& kit, const ui::Metrics& metrics, const story::Telling& telling);

/// What the player noticed or missed: a mark, a word and why. Used by questions and activities alike.
[[nodiscard]] ui::Widget feedback_card(const Kit& kit, bool good, const std::string& because);

}  // namespace sango::screens
