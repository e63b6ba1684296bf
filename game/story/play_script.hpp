// A `.play` script: a lesson replayed by ids, the same in tests, in the terminal and on the screen.
#pragma once

#include "engine/core/result.hpp"
#include "game/story/story.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sango::story {

struct GoBack {};
struct ExpectScene { SceneId scene; };
struct ExpectStep { StepId step; };
struct ExpectFeedback {};
struct ExpectResults {};
using PlayAction = std::variant<Input, GoBack, ExpectScene, ExpectStep, ExpectFeedback, ExpectResults>;
struct PlayCommand { int line = 0; PlayAction action; };

struct PlayScript {
    std::string name;
    LessonId lesson;
    std::vector<PlayCommand> commands;
};

/// Reads a script; problems name `name:line`. The format is in docs/lesson-format.md. All problems are added to `problems`; on any,
/// the first of them is returned.
[[nodiscard]] Result<PlayScript> parse_play(std::string_view text, std::string_view name, Problems& problems);

}  // namespace sango::story
