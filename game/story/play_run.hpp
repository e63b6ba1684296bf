// Replays a script step by step, so that tests, the terminal and the screen agree on what a script means.
#pragma once

#include "game/story/play_script.hpp"

#include <functional>
#include <optional>

namespace sango::story {

/// A story under way with the way back, as a player has it.
struct PlayRun {
    RunState state;
    std::vector<RunState> past;  ///< states before each input, oldest first
    bool operator==(const PlayRun&) const = default;
};

/// A run at the first state of the lesson.
[[nodiscard]] PlayRun start_run(const Playing& playing, std::uint32_t seed);
/// Does one command; returns what became of it, or why it is not possible or not as expected (with the script's line).
[[nodiscard]] Result<std::vector<Effect>> play(const Playing& playing, PlayRun& run, const PlayScript& script, const PlayCommand& command);

/// What happens between two commands of a test: nothing, or a save and a load.
using BetweenCommands = std::function<PlayRun(PlayRun)>;
/// Plays a whole script from the lesson's start; returns all effects, or the first problem.
[[nodiscard]] Result<std::vector<Effect>> play_all(const Playing& playing, const PlayScript& script, std::uint32_t seed,
                                                   const BetweenCommands& between = {});

}  // namespace sango::story
