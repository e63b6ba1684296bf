#include "game/story/rules.hpp"

#include <algorithm>

namespace sango::story {
namespace {

bool knows_flags(const Lesson& lesson, const std::set<Flag>& flags) {
    if (flags.empty()) return true;
    const std::set<Flag> known = settable_flags(lesson);
    return std::includes(known.begin(), known.end(), flags.begin(), flags.end());
}

bool knows_answers(const Lesson& lesson, const std::map<QuestionId, Answer>& answers) {
    return std::all_of(answers.begin(), answers.end(), [&](const auto& entry) {
        const CheckQuestion* check = find_check(lesson, entry.first);
        return check && find_choice(check->b.choices, entry.second.first) && find_choice(check->b.choices, entry.second.latest);
    });
}

bool has_no_step_state(const RunState& state) {
    return state.tried.empty() && !state.feedback && !state.activity;
}

/// Whether the feedback on screen belongs to the question, with all that choosing it has left behind.
bool feedback_fits(const AskedQuestion& asked, const RunState& state) {
    if (!state.feedback) return true;
    const Choice* choice = find_choice(*asked.choices, *state.feedback);
    if (!choice) return false;
    if (!asked.check.empty()) {
        const auto answer = state.answers.find(asked.check);
        return answer != state.answers.end() && answer->second.latest == *state.feedback;
    }
    return asked.warm_up ||
           std::all_of(choice->set.begin(), choice->set.end(), [&](const Flag& flag) { return state.flags.count(flag) == 1; });
}

bool question_fits(const AskedQuestion& asked, const RunState& state) {
    const bool in_story = asked.check.empty() && !asked.warm_up;
    const bool tried_fits = std::all_of(state.tried.begin(), state.tried.end(), [&](const ChoiceId& id) {
        const Choice* choice = find_choice(*asked.choices, id);
        return choice && !choice->good && (!in_story || choice->next.empty());
    });
    return tried_fits && !state.activity && feedback_fits(asked, state);
}

bool activity_fits(const Step& step, const RunState& state) {
    if (!state.tried.empty() || state.feedback) return false;
    if (const auto* activity = std::get_if<Activity>(&step.action)) {
        return state.activity && activities::fits(activity->model, *state.activity);
    }
    if (const auto* tell = std::get_if<Tell>(&step.action)) {
        const auto* own = state.activity ? std::get_if<activities::TellState>(&*state.activity) : nullptr;
        return own && activities::fits(tell->model, *own);
    }
    return !state.activity;
}

}  // namespace

bool fits(const Playing& playing, const RunState& state) {
    const Scene* scene = find_scene(playing.lesson, state.scene);
    if (!scene || state.step < 0 || !knows_flags(playing.lesson, state.flags) || !knows_answers(playing.lesson, state.answers))
        return false;
    if (state.finished) return !state.warming_up && has_no_step_state(state) && static_cast<std::size_t>(state.step) <= scene->steps.size();

    const auto asked = question_on_screen(playing, state);
    if (state.warming_up) {
        const bool at_start = state.scene == playing.lesson.start && state.step == 0 && state.flags.empty() && state.answers.empty();
        return at_start && asked && question_fits(*asked, state);
    }
    const Step* step = current_step(playing.lesson, state);
    if (!step || !shows_something(step->action)) return false;
    if (asked) return question_fits(*asked, state);
    return !std::holds_alternative<Check>(step->action) && activity_fits(*step, state);
}

}  // namespace sango::story
