#include "game/activities/activity.hpp"

#include <type_traits>

namespace sango::activities {
namespace {

template <class Kind>
using StateOf = decltype(start(std::declval<const Kind&>(), 0U));

bool shows(const BuildState& state) {
    return state.wrong_slot || state.solved;
}
bool shows(const OrderState& state) {
    return state.wrong_item || state.solved;
}
bool shows(const SpotState& state) {
    return state.showing || state.solved;
}
bool shows(const RevealState& state) {
    return state.wrong_question || state.phase == RevealPhase::Revealed || state.phase == RevealPhase::Solved;
}
bool shows(const TellState& state) {
    return state.phase == TellPhase::Answer || state.phase == TellPhase::After;
}

// Some clues or none, and items in whatever order, can always be found and put right.
bool solvable(const Order&) {
    return true;
}
bool solvable(const Spot&) {
    return true;
}
bool solvable(const Build& model) {
    return can_be_solved(model);
}
bool solvable(const Reveal& model) {
    return can_be_solved(model);
}
bool solvable(const Tell& model) {
    return can_be_solved(model);
}

}  // namespace

State start(const Model& model, std::uint32_t seed) {
    return std::visit([&](const auto& kind) -> State { return start(kind, seed); }, model);
}

Effect apply(const Model& model, State& state, const Input& input) {
    return std::visit(
        [&](const auto& kind) {
            auto* own = std::get_if<StateOf<std::decay_t<decltype(kind)>>>(&state);
            return own ? apply(kind, *own, input) : Effect::Ignored;
        },
        model);
}

bool fits(const Model& model, const State& state) {
    return std::visit(
        [&](const auto& kind) {
            const auto* own = std::get_if<StateOf<std::decay_t<decltype(kind)>>>(&state);
            return own != nullptr && fits(kind, *own);
        },
        model);
}

bool can_be_solved(const Model& model) {
    return std::visit([](const auto& kind) { return solvable(kind); }, model);
}

bool shows_feedback(const State& state) {
    return std::visit([](const auto& own) { return shows(own); }, state);
}

}  // namespace sango::activities
