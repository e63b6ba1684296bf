// Every screen of the game by name; each is made here and known to others only as a ui::Screen.
#pragma once

#include "game/screens/kit.hpp"

#include <memory>

namespace sango::screens {

using ScreenPtr = std::unique_ptr<ui::Screen>;

/// Language, country, companion: the very first start, or a new player.
[[nodiscard]] ScreenPtr make_first_start(Kit kit);
/// Choosing a companion for a new player.
[[nodiscard]] ScreenPtr make_companion_chooser(Kit kit);
[[nodiscard]] ScreenPtr make_who_is_playing(Kit kit);
[[nodiscard]] ScreenPtr make_title(Kit kit);
[[nodiscard]] ScreenPtr make_town_map(Kit kit);
/// The language alone, from the title or the settings.
[[nodiscard]] ScreenPtr make_language(Kit kit);
[[nodiscard]] ScreenPtr make_country(Kit kit);
/// A lesson, at its bookmark or from the start; in the player's language where it is whole in it, else in the first that it is whole in.
[[nodiscard]] ScreenPtr make_lesson(Kit kit, const story::LessonId& lesson);
[[nodiscard]] ScreenPtr make_help(Kit kit);
[[nodiscard]] ScreenPtr make_pause(Kit kit);
[[nodiscard]] ScreenPtr make_settings(Kit kit);
[[nodiscard]] ScreenPtr make_grown_ups(Kit kit);
/// What was wrong with packs and saves.
[[nodiscard]] ScreenPtr make_problems(Kit kit, Problems problems);
/// A pack that was dropped on the window: what is wrong with it, and, where it can be used (`keep` is not empty), an offer to keep it.
[[nodiscard]] ScreenPtr make_dropped_pack(Kit kit, Problems problems, std::function<Status()> keep);
/// The screen a start begins with: first start, who is playing, or the title.
[[nodiscard]] ScreenPtr make_opening(Kit kit);

}  // namespace sango::screens
