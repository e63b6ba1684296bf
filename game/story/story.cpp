#include "game/story/story.hpp"

#include "game/story/rules.hpp"

#include <algorithm>
#include <utility>

namespace sango::story {
namespace {

bool is_continue(const Input& input) {
    if (std::holds_alternative<Continue>(input)) return true;
    const auto* inner = std::get_if<activities::Input>(&input);
    return inner && std::holds_alternative<activities::Continue>(*inner);
}

Turn not_possible(RunState state) {
    return {std::move(state), {NotPossible{}}};
}

/// Forgets what belonged to the step that is left.
void leave_step(RunState& state) {
    state.tried.clear();
    state.feedback.reset();
    state.activity.reset();
}

void finish(Turn& turn) {
    leave_step(turn.state);
    turn.state.finished = true;
    turn.effects.push_back(Finished{});
}

/// Goes to the first step of a scene, whatever it is; false if there is no such scene.
bool enter_scene(const Lesson& lesson, Turn& turn, const SceneId& id) {
    const Scene* scene = find_scene(lesson, id);
    if (!scene) return false;
    turn.state.scene = id;
    turn.state.step = 0;
    if (scene->checkpoint) turn.effects.push_back(CameToCheckpoint{id});
    return true;
}

/// Prepares the step at which the story now stands.
void open_step(const Step& step, RunState& state) {
    const auto seed = static_cast<std::uint32_t>(seed_for(state.seed, state.scene.value, step.id.value));
    if (const auto* activity = std::get_if<Activity>(&step.action)) state.activity = activities::start(activity->model, seed);
    if (const auto* tell = std::get_if<Tell>(&step.action)) state.activity = activities::start(tell->model, seed);
}

bool can_be_shown(const Lesson& lesson, const Step& step) {
    const auto* check = std::get_if<Check>(&step.action);
    return shows_something(step.action) && (!check || find_check(lesson, check->question));
}

/// Passes a step that shows nothing; false if the story cannot go on after it.
bool pass(const Lesson& lesson, const Step& step, Turn& turn) {
    const bool played = holds(step.condition, turn.state.flags);
    if (played && std::holds_alternative<End>(step.action)) return false;
    if (played && std::holds_alternative<Award>(step.action)) turn.effects.push_back(LitLantern{});
    const auto* jump = std::get_if<Goto>(&step.action);
    if (played && jump) return enter_scene(lesson, turn, jump->scene);
    ++turn.state.step;
    return true;
}

/// Passes the steps that show nothing until one shows something or the story ends. A step met again means that the story goes
/// round in a circle: nothing in it can change the flags.
void settle(const Lesson& lesson, Turn& turn) {
    std::set<const Step*> passed;
    for (;;) {
        const Step* step = current_step(lesson, turn.state);
        if (!step || !passed.insert(step).second) return finish(turn);
        if (can_be_shown(lesson, *step) && holds(step->condition, turn.state.flags)) return open_step(*step, turn.state);
        if (!pass(lesson, *step, turn)) return finish(turn);
    }
}

void go_to(const Lesson& lesson, Turn& turn, const SceneId& scene) {
    leave_step(turn.state);
    if (enter_scene(lesson, turn, scene)) {
        settle(lesson, turn);
    } else {
        finish(turn);
    }
}

void go_on(const Lesson& lesson, Turn& turn) {
    leave_step(turn.state);
    ++turn.state.step;
    settle(lesson, turn);
}

Turn choose(const AskedQuestion& asked, RunState state, const ChoiceId& id) {
    const Choice* choice = find_choice(*asked.choices, id);
    if (state.feedback || !choice) return not_possible(std::move(state));
    Turn turn{std::move(state), {}};
    turn.state.feedback = id;
    if (!asked.check.empty()) {
        Answer& answer = turn.state.answers[asked.check];
        if (answer.first.empty()) answer.first = id;
        answer.latest = id;
        turn.effects.push_back(Answered{asked.check, Form::B, id});
    } else if (!asked.warm_up) {
        turn.state.flags.insert(choice->set.begin(), choice->set.end());
    }
    turn.effects.push_back(ShowedFeedback{choice->good});
    return turn;
}

Turn after_feedback(const Playing& playing, const AskedQuestion& asked, RunState state) {
    const Choice* choice = state.feedback ? find_choice(*asked.choices, *state.feedback) : nullptr;
    if (!choice) return not_possible(std::move(state));
    Turn turn{std::move(state), {}};
    const bool in_story = asked.check.empty() && !asked.warm_up;
    if (in_story && !choice->next.empty()) {
        go_to(playing.lesson, turn, choice->next);
    } else if (!choice->good) {
        turn.state.tried.insert(choice->id);
        turn.state.feedback.reset();
    } else if (asked.warm_up) {
        turn.state.warming_up = false;
        go_to(playing.lesson, turn, playing.lesson.start);
    } else {
        go_on(playing.lesson, turn);
    }
    return turn;
}

Turn act(const Lesson& lesson, const Step& step, RunState state, const activities::Input& input) {
    activities::Effect effect = activities::Effect::Ignored;
    if (const auto* activity = std::get_if<Activity>(&step.action)) effect = activities::apply(activity->model, *state.activity, input);
    if (const auto* tell = std::get_if<Tell>(&step.action)) {
        if (auto* own = std::get_if<activities::TellState>(&*state.activity)) effect = activities::apply(tell->model, *own, input);
    }
    if (effect == activities::Effect::Ignored) return not_possible(std::move(state));
    Turn turn{std::move(state), {DidInActivity{effect}}};
    if (effect == activities::Effect::Left) go_on(lesson, turn);
    return turn;
}

}  // namespace

Turn start(const Playing& playing, std::uint32_t seed) {
    Turn turn;
    turn.state.seed = seed;
    turn.state.scene = playing.lesson.start;
    if (has_warm_up(playing) && find_scene(playing.lesson, playing.lesson.start)) {
        turn.state.warming_up = true;
    } else {
        go_to(playing.lesson, turn, playing.lesson.start);
    }
    return turn;
}

Turn advance(const Playing& playing, RunState state, const Input& input) {
    if (state.finished || !fits(playing, state)) return not_possible(std::move(state));
    const auto* choice = std::get_if<Choose>(&input);
    if (const auto asked = question_on_screen(playing, state)) {
        if (choice) return choose(*asked, std::move(state), choice->choice);
        return is_continue(input) ? after_feedback(playing, *asked, std::move(state)) : not_possible(std::move(state));
    }
    if (choice) return not_possible(std::move(state));
    if (state.activity) {
        const auto* inner = std::get_if<activities::Input>(&input);
        const Step& step = *current_step(playing.lesson, state);
        return act(playing.lesson, step, std::move(state), inner ? *inner : activities::Input{activities::Continue{}});
    }
    if (!is_continue(input)) return not_possible(std::move(state));
    Turn turn{std::move(state), {}};
    go_on(playing.lesson, turn);
    return turn;
}

RunState enter_checkpoint(const Playing& playing, const RunState& from, const SceneId& scene) {
    Turn turn;
    turn.state.seed = from.seed;
    const std::set<Flag> known = settable_flags(playing.lesson);
    std::set_intersection(from.flags.begin(), from.flags.end(), known.begin(), known.end(),
                          std::inserter(turn.state.flags, turn.state.flags.end()));
    for (const auto& [id, answer] : from.answers) {
        const CheckQuestion* check = find_check(playing.lesson, id);
        if (!check || !find_choice(check->b.choices, answer.first) || !find_choice(check->b.choices, answer.latest)) continue;
        turn.state.answers.emplace(id, answer);
    }
    go_to(playing.lesson, turn, find_scene(playing.lesson, scene) ? scene : playing.lesson.start);
    return turn.state;
}

}  // namespace sango::story
