#include "game/activities/reveal.hpp"

#include <algorithm>

namespace sango::activities {
namespace {

const RevealChoice* given_answer(const RevealQuestion& question, const RevealState& state) {
    const auto found = state.answers.find(question.id);
    return found == state.answers.end() ? nullptr : find_choice(question, found->second);
}

bool gives(const RevealQuestion& question, const RevealState& state) {
    const RevealChoice* choice = given_answer(question, state);
    return choice && choice->gives;
}

std::size_t next_that_can_give(const Reveal& model, std::size_t from) {
    while (from < model.questions.size() && !can_give(model.questions[from])) ++from;
    return from;
}

bool is_asking(const RevealState& state) {
    return (state.phase == RevealPhase::First || state.phase == RevealPhase::Again) && !state.wrong_question;
}

Effect answer(const Reveal& model, RevealState& state, const Answer& answer) {
    if (!is_asking(state) || state.question >= model.questions.size()) return Effect::Ignored;
    const RevealQuestion& question = model.questions[state.question];
    const RevealChoice* choice = find_choice(question, answer.choice);
    if (question.id != answer.question || !choice) return Effect::Ignored;

    state.answers[question.id] = choice->id;
    if (state.phase == RevealPhase::First) {
        ++state.question;
        if (state.question == model.questions.size()) state.phase = RevealPhase::Result;
        return Effect::Picked;
    }
    if (choice->gives) {
        state.wrong_question = question.id;
        state.wrong_tries = std::min(state.wrong_tries + 1, kMostTries);
        return Effect::Wrong;
    }
    state.question = next_that_can_give(model, state.question + 1);
    if (state.question < model.questions.size()) return Effect::Picked;
    state.phase = RevealPhase::Solved;
    return Effect::Solved;
}

Effect play_again(const Reveal& model, RevealState& state) {
    if (given_away(model, state).empty()) {
        state.phase = RevealPhase::Solved;
        return Effect::Solved;
    }
    state.phase = RevealPhase::Again;
    state.answers.clear();
    state.question = next_that_can_give(model, 0);
    return Effect::None;
}

Effect go_on(const Reveal& model, RevealState& state) {
    switch (state.phase) {
        case RevealPhase::First:
            return Effect::Ignored;
        case RevealPhase::Result:
            state.phase = RevealPhase::Revealed;
            return Effect::None;
        case RevealPhase::Revealed:
            return play_again(model, state);
        case RevealPhase::Again:
            if (!state.wrong_question) return Effect::Ignored;
            state.answers.erase(*state.wrong_question);
            state.wrong_question.reset();
            return Effect::None;
        case RevealPhase::Solved:
            return Effect::Left;
    }
    return Effect::Ignored;
}

Effect hint(RevealState& state) {
    if (!is_asking(state)) return Effect::Ignored;
    state.hinted = true;
    return Effect::Hinted;
}

/// Whether exactly the questions before `end` that `counts` accepts are answered.
template <class Counts>
bool answered_up_to(const Reveal& model, const RevealState& state, std::size_t end, Counts counts) {
    for (std::size_t i = 0; i < model.questions.size(); ++i) {
        const bool should = i < end && counts(model.questions[i]);
        if (should != (given_answer(model.questions[i], state) != nullptr)) return false;
    }
    return true;
}

bool fits_again(const Reveal& model, const RevealState& state) {
    if (state.question >= model.questions.size() || !can_give(model.questions[state.question])) return false;
    const RevealQuestion& asked = model.questions[state.question];
    const std::size_t end = state.question + (state.wrong_question ? 1 : 0);
    if (!answered_up_to(model, state, end, can_give)) return false;
    if (state.wrong_question && (*state.wrong_question != asked.id || !gives(asked, state))) return false;
    return given_away(model, state).size() == (state.wrong_question ? 1U : 0U);
}

bool fits_solved(const Reveal& model, const RevealState& state) {
    const bool all_kept = std::all_of(model.questions.begin(), model.questions.end(), [&](const RevealQuestion& question) {
        return !can_give(question) || given_answer(question, state) != nullptr;
    });
    return !state.wrong_question && state.question == model.questions.size() && all_kept && given_away(model, state).empty();
}

}  // namespace

bool can_give(const RevealQuestion& question) {
    return std::any_of(question.choices.begin(), question.choices.end(), [](const RevealChoice& choice) { return choice.gives; });
}

const RevealChoice* find_choice(const RevealQuestion& question, const ItemId& id) {
    const auto found =
        std::find_if(question.choices.begin(), question.choices.end(), [&](const RevealChoice& choice) { return choice.id == id; });
    return found == question.choices.end() ? nullptr : &*found;
}

std::vector<const RevealQuestion*> given_away(const Reveal& model, const RevealState& state) {
    std::vector<const RevealQuestion*> given;
    for (const RevealQuestion& question : model.questions) {
        if (gives(question, state)) given.push_back(&question);
    }
    return given;
}

RevealState start(const Reveal& model, std::uint32_t) {
    RevealState state;
    if (model.questions.empty()) state.phase = RevealPhase::Result;
    return state;
}

Effect apply(const Reveal& model, RevealState& state, const Input& input) {
    if (const auto* answered = std::get_if<Answer>(&input)) return answer(model, state, *answered);
    if (std::holds_alternative<Hint>(input)) return hint(state);
    if (std::holds_alternative<Continue>(input)) return go_on(model, state);
    return Effect::Ignored;
}

bool fits(const Reveal& model, const RevealState& state) {
    if (state.wrong_tries < 0 || state.wrong_tries > kMostTries) return false;
    for (const auto& [question_id, choice_id] : state.answers) {
        const auto found = std::find_if(model.questions.begin(), model.questions.end(),
                                        [&, &id = question_id](const RevealQuestion& question) { return question.id == id; });
        if (found == model.questions.end() || !find_choice(*found, choice_id)) return false;
    }
    const auto every = [](const RevealQuestion&) { return true; };
    const std::size_t count = model.questions.size();
    switch (state.phase) {
        case RevealPhase::First:
            return !state.wrong_question && state.question < count && answered_up_to(model, state, state.question, every);
        case RevealPhase::Result:
        case RevealPhase::Revealed:
            return !state.wrong_question && state.question == count && answered_up_to(model, state, count, every);
        case RevealPhase::Again:
            return fits_again(model, state);
        case RevealPhase::Solved:
            return fits_solved(model, state);
    }
    return false;
}

bool can_be_solved(const Reveal& model) {
    return std::all_of(model.questions.begin(), model.questions.end(), [](const RevealQuestion& question) {
        return std::any_of(question.choices.begin(), question.choices.end(), [](const RevealChoice& choice) { return !choice.gives; });
    });
}

}  // namespace sango::activities
