// Any activity, as a value: the alternatives that a lesson may hold and the states they may be in.
#pragma once

#include "game/activities/build.hpp"
#include "game/activities/order.hpp"
#include "game/activities/reveal.hpp"
#include "game/activities/spot.hpp"
#include "game/activities/tell.hpp"

namespace sango::activities {

using Model = std::variant<Build, Order, Spot, Reveal, Tell>;
using State = std::variant<BuildState, OrderState, SpotState, RevealState, TellState>;

/// The state in which the activity starts; shuffles come from `seed`.
[[nodiscard]] State start(const Model& model, std::uint32_t seed);
/// Changes `state` by one input; Ignored if the state is not of the model's kind.
[[nodiscard]] Effect apply(const Model& model, State& state, const Input& input);
/// Whether the state belongs to the model and names only things that the model has: false for a state from a damaged save.
[[nodiscard]] bool fits(const Model& model, const State& state);
/// Whether a child can get to the end of it. False only for a model that an author must mend.
[[nodiscard]] bool can_be_solved(const Model& model);
/// Whether something is on screen that answers the player: a `because`, `done`, what a quiz found out, what a helper says.
[[nodiscard]] bool shows_feedback(const State& state);

}  // namespace sango::activities
