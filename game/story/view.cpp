#include "engine/core/random.hpp"
#include "game/story/rules.hpp"

#include <algorithm>

namespace sango::story {
namespace {

std::vector<const Choice*> as_written(const std::vector<Choice>& choices) {
    std::vector<const Choice*> shown;
    shown.reserve(choices.size());
    for (const Choice& choice : choices) shown.push_back(&choice);
    return shown;
}

std::vector<const Choice*> shuffled(const std::vector<Choice>& choices, std::uint64_t seed) {
    std::vector<const Choice*> shown;
    for (const std::size_t index : shuffled_order(choices.size(), seed)) shown.push_back(&choices[index]);
    return shown;
}

Shown show_question(const Playing& playing, const AskedQuestion& asked, const RunState& state) {
    const bool is_check = !asked.check.empty();
    if (state.feedback) {
        if (const Choice* choice = find_choice(*asked.choices, *state.feedback))
            return Feedback{*asked.text, *choice, is_check, asked.warm_up};
    }
    const std::uint64_t seed = asked.warm_up ? seed_for(state.seed, playing.warm_up->from.value, playing.warm_up->id.value)
                                             : seed_for(state.seed, "check", asked.check.value);
    std::vector<const Choice*> choices = is_check || asked.warm_up ? shuffled(*asked.choices, seed) : as_written(*asked.choices);
    return Asking{asked.by, asked.mood, *asked.text, std::move(choices), state.tried, is_check, asked.warm_up};
}

/// What a step that fits, and is no question, shows.
Shown show_step(const Lesson& lesson, const Step& step, const RunState& state) {
    if (const auto* say = std::get_if<Say>(&step.action)) return Line{say->by, say->mood, say->text, say->show};
    if (std::holds_alternative<Rule>(step.action)) return RuleCard{lesson.rule};
    if (const auto* activity = std::get_if<Activity>(&step.action)) {
        const auto* tell = std::get_if<activities::Tell>(&activity->model);
        if (tell) return Telling{*tell, std::get<activities::TellState>(*state.activity)};
        return Doing{activity->model, *state.activity};
    }
    if (const auto* tell = std::get_if<Tell>(&step.action)) return Telling{tell->model, std::get<activities::TellState>(*state.activity)};
    return Results{lesson};
}

/// Scenes passed on the shortest way, and the part of this one, of all the scenes of that way.
float progress(const Lesson& lesson, const RunState& state) {
    if (state.finished) return 1;
    if (state.warming_up) return 0;
    const std::vector<std::optional<int>> left = scenes_to_end(lesson);
    const auto scene_left = [&](const SceneId& id) -> std::optional<int> {
        const Scene* scene = find_scene(lesson, id);
        return scene ? left[static_cast<std::size_t>(scene - lesson.scenes.data())] : std::nullopt;
    };
    const std::optional<int> all = scene_left(lesson.start), here = scene_left(state.scene);
    if (!all || !here) return 0;
    const auto steps = static_cast<float>(find_scene(lesson, state.scene)->steps.size());
    const float passed = static_cast<float>(*all - *here) + static_cast<float>(state.step) / steps;
    return std::clamp(passed / static_cast<float>(*all + 1), 0.0f, 1.0f);
}

}  // namespace

View view(const Playing& playing, const RunState& state) {
    const Scene* scene = find_scene(playing.lesson, state.scene);
    const PlaceId place = scene ? scene->place : PlaceId{};
    const std::vector<CharacterId> cast = scene ? scene->cast : std::vector<CharacterId>{};
    if (state.finished || !fits(playing, state)) return {place, cast, StepId{}, Results{playing.lesson}, 1};

    const Step* step = current_step(playing.lesson, state);
    const StepId step_id = state.warming_up ? StepId{} : step->id;
    const auto asked = question_on_screen(playing, state);
    Shown shown = asked ? show_question(playing, *asked, state) : show_step(playing.lesson, *step, state);
    return {place, cast, step_id, std::move(shown), progress(playing.lesson, state)};
}

Score score(const Lesson& lesson, const RunState& state) {
    Score score;
    for (const auto& [id, answer] : state.answers) {
        const CheckQuestion* check = find_check(lesson, id);
        const Choice* first = check ? find_choice(check->b.choices, answer.first) : nullptr;
        if (!first) continue;
        ++score.asked;
        if (first->good) ++score.right;
    }
    return score;
}

}  // namespace sango::story
