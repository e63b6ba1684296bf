// Drives a story for the tests: single inputs, and whole stretches without thinking about activities.
#pragma once

#include "game/story/story.hpp"
#include "tests/activities/explore.hpp"
#include "tests/story/sample_lesson.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sango::story::test {

inline bool has(const std::vector<Effect>& effects, const Effect& effect) {
    return std::find(effects.begin(), effects.end(), effect) != effects.end();
}

/// The state after an input that must be possible.
inline RunState after(const Playing& playing, const RunState& state, const Input& input) {
    Turn turn = advance(playing, state, input);
    REQUIRE_FALSE(has(turn.effects, NotPossible{}));
    return std::move(turn.state);
}

inline Input choose(std::string_view id) {
    return Choose{ChoiceId(id)};
}

/// Where a state stands, as "scene/step".
inline std::string place(const Playing& playing, const RunState& state) {
    if (state.finished) return "results";
    return state.warming_up ? "warm-up" : state.scene.value + "/" + view(playing, state).step.value;
}

/// Every input that some state of the lesson can be given, and some that none can.
inline std::vector<Input> all_inputs(const Playing& playing) {
    std::vector<Input> inputs = {Continue{}, choose("no-such-choice")};
    const auto add_choices = [&](const std::vector<Choice>& choices) {
        for (const Choice& choice : choices) inputs.push_back(Choose{choice.id});
    };
    const auto add_activity = [&](const activities::Model& model) {
        for (const activities::Input& input : activities::test::all_inputs(model)) inputs.push_back(input);
    };
    for (const Scene& scene : playing.lesson.scenes) {
        for (const Step& step : scene.steps) {
            if (const auto* ask = std::get_if<Ask>(&step.action)) add_choices(ask->choices);
            if (const auto* activity = std::get_if<Activity>(&step.action)) add_activity(activity->model);
            if (const auto* tell = std::get_if<Tell>(&step.action)) add_activity(tell->model);
        }
    }
    for (const CheckQuestion& check : playing.lesson.checks) add_choices(check.b.choices);
    if (playing.warm_up) add_choices(playing.warm_up->question.choices);
    return inputs;
}

/// Does the activity on screen by its shortest way, to the step after it.
inline RunState do_activity(const Playing& playing, RunState state) {
    const Step& step = find_scene(playing.lesson, state.scene)->steps[static_cast<std::size_t>(state.step)];
    const auto* tell = std::get_if<Tell>(&step.action);
    const activities::Model model = tell ? activities::Model(tell->model) : std::get<Activity>(step.action).model;
    for (const activities::Input& input : activities::test::way_out(model, *state.activity)) state = after(playing, state, input);
    return state;
}

/// One step further on the good way: reads, does activities, chooses the first good choice.
inline RunState good_step(const Playing& playing, const RunState& state) {
    if (state.activity) return do_activity(playing, state);
    const View seen = view(playing, state);
    const auto* asking = std::get_if<Asking>(&seen.shown);
    if (!asking) return after(playing, state, Continue{});
    const auto choice = std::find_if(asking->choices.begin(), asking->choices.end(), [](const Choice* each) { return each->good; });
    REQUIRE(choice != asking->choices.end());
    return after(playing, state, Choose{(*choice)->id});
}

/// On the good way to the step "scene/step".
inline RunState good_way_to(const Playing& playing, RunState state, const std::string& target) {
    for (int i = 0; i < 100 && (place(playing, state) != target || state.feedback); ++i) state = good_step(playing, state);
    REQUIRE(place(playing, state) == target);
    return state;
}

inline RunState good_way_to(const Playing& playing, const std::string& target) {
    return good_way_to(playing, start(playing, 1).state, target);
}

}  // namespace sango::story::test
