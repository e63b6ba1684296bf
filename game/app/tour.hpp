// Every screen and every state of every lesson, one after another: for pictures, and for tests that look at all of them.
#pragma once

#include "game/app/app.hpp"

#include <functional>
#include <string>
#include <vector>

namespace sango::app {

/// A state of a lesson worth a look, with a name that tells where it is.
struct LessonStop {
    std::string name;   ///< "bike-post-it-because-post-now"
    story::RunState state;
};

/// Every step reached, every choice's feedback, each activity empty, filled, wrong and done, in the order of a first reading.
[[nodiscard]] std::vector<LessonStop> lesson_stops(const story::Lesson& lesson);

/// Opens one screen after another in the app and calls `look(name)` while each is the topmost. Changes players and bookmarks: use a
/// session whose store is forgotten.
void for_each_screen(App& app, const std::function<void(const std::string& name)>& look);

}  // namespace sango::app
