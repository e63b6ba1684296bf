// Rules of the story that several files here share; screens and tools use story.hpp.
#pragma once

#include "game/story/story.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace sango::story {

/// Whether a step with this condition is played.
[[nodiscard]] bool holds(const Condition& condition, const std::set<Flag>& flags);
/// Whether the player sees something at such a step; the others are passed at once.
[[nodiscard]] bool shows_something(const Action& action);
/// The step at which the state stands; nothing past the end of a scene or in a scene that does not exist.
[[nodiscard]] const Step* current_step(const Lesson& lesson, const RunState& state);

/// The question that the state asks.
struct AskedQuestion {
    CharacterId by;
    Mood mood = Mood::Curious;
    const std::string* text = nullptr;
    const std::vector<Choice>* choices = nullptr;
    QuestionId check;  ///< empty unless it is a check question
    bool warm_up = false;
};
[[nodiscard]] std::optional<AskedQuestion> question_on_screen(const Playing& playing, const RunState& state);

/// Whether there is a warm-up question that can be answered.
[[nodiscard]] bool has_warm_up(const Playing& playing);
/// A seed for one thing of the lesson, so that no two are shuffled alike.
[[nodiscard]] std::uint64_t seed_for(std::uint32_t seed, std::string_view scene, std::string_view step);

}  // namespace sango::story
