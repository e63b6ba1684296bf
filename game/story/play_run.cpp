#include "game/story/play_run.hpp"

#include <algorithm>
#include <utility>

namespace sango::story {
namespace {

/// Where the story stands, in words for the problem of a failed script.
std::string place_of(const Playing& playing, const RunState& state) {
    if (state.finished) return "the results are on screen";
    if (state.warming_up) return "the warm-up question is on screen";
    const std::string step = view(playing, state).step.value;
    return "the story is at scene \"" + state.scene.value + "\", step \"" + step + "\"";
}

bool is_feedback_on_screen(const Playing& playing, const RunState& state) {
    if (state.activity) return activities::shows_feedback(*state.activity);
    return std::holds_alternative<Feedback>(view(playing, state).shown);
}

/// Does one kind of command; the answer is what went wrong, if anything.
struct Player {
    const Playing& playing;
    PlayRun& run;
    std::vector<Effect>& effects;
    using Fault = std::optional<std::string>;

    Fault operator()(const Input& input) const {
        Turn turn = advance(playing, run.state, input);
        const bool impossible = std::find(turn.effects.begin(), turn.effects.end(), Effect{NotPossible{}}) != turn.effects.end();
        if (impossible) return "this cannot be done here";
        run.past.push_back(std::exchange(run.state, std::move(turn.state)));
        effects = std::move(turn.effects);
        return std::nullopt;
    }
    Fault operator()(const GoBack&) const {
        if (run.past.empty()) return "there is nothing to go back to";
        run.state = std::move(run.past.back());
        run.past.pop_back();
        return std::nullopt;
    }
    Fault operator()(const ExpectScene& expected) const {
        const bool there = !run.state.finished && !run.state.warming_up && run.state.scene == expected.scene;
        return there ? Fault{} : "expected scene \"" + expected.scene.value + "\"";
    }
    Fault operator()(const ExpectStep& expected) const {
        const bool there = !run.state.finished && !run.state.warming_up && view(playing, run.state).step == expected.step;
        return there ? Fault{} : "expected step \"" + expected.step.value + "\"";
    }
    Fault operator()(const ExpectFeedback&) const {
        return is_feedback_on_screen(playing, run.state) ? Fault{} : "expected feedback on screen";
    }
    Fault operator()(const ExpectResults&) const { return run.state.finished ? Fault{} : "expected the results"; }
};

}  // namespace

PlayRun start_run(const Playing& playing, std::uint32_t seed) {
    return {start(playing, seed).state, {}};
}

Result<std::vector<Effect>> play(const Playing& playing, PlayRun& run, const PlayScript& script, const PlayCommand& command) {
    std::vector<Effect> effects;
    const auto fault = std::visit(Player{playing, run, effects}, command.action);
    if (fault) return Problem{script.name + ":" + std::to_string(command.line), *fault + "; " + place_of(playing, run.state)};
    return effects;
}

Result<std::vector<Effect>> play_all(const Playing& playing, const PlayScript& script, std::uint32_t seed, const BetweenCommands& between) {
    Turn first = start(playing, seed);
    std::vector<Effect> all = std::move(first.effects);
    PlayRun run{std::move(first.state), {}};
    for (const PlayCommand& command : script.commands) {
        if (between) run = between(std::move(run));
        const auto effects = play(playing, run, script, command);
        if (!effects) return effects.problem();
        all.insert(all.end(), effects->begin(), effects->end());
    }
    return all;
}

}  // namespace sango::story
