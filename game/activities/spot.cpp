#include "game/activities/spot.hpp"

#include <algorithm>

namespace sango::activities {
namespace {

Effect press(const Spot& model, SpotState& state, const Press& press) {
    const SpotThing* thing = find_thing(model, press.thing);
    if (state.solved || state.showing || !thing) return Effect::Ignored;
    const bool is_new = state.pressed.insert(thing->id).second;
    state.showing = thing->id;
    if (thing->clue) return Effect::Right;
    if (is_new) state.wrong_tries = std::min(state.wrong_tries + 1, kMostTries);
    return Effect::Wrong;
}

Effect hint(SpotState& state) {
    if (state.solved || state.showing) return Effect::Ignored;
    state.hinted = true;
    return Effect::Hinted;
}

Effect go_on(const Spot& model, SpotState& state) {
    if (state.solved) return Effect::Left;
    const bool all_found = clues_left(model, state) == 0;
    if (!state.showing && !all_found) return Effect::Ignored;
    state.showing.reset();
    state.solved = all_found;
    return all_found ? Effect::Solved : Effect::None;
}

}  // namespace

const SpotThing* find_thing(const Spot& model, const ItemId& id) {
    const auto found = std::find_if(model.things.begin(), model.things.end(), [&](const SpotThing& thing) { return thing.id == id; });
    return found == model.things.end() ? nullptr : &*found;
}

int clues_left(const Spot& model, const SpotState& state) {
    return static_cast<int>(std::count_if(model.things.begin(), model.things.end(),
                                          [&](const SpotThing& thing) { return thing.clue && state.pressed.count(thing.id) == 0; }));
}

SpotState start(const Spot&, std::uint32_t) {
    return {};
}

Effect apply(const Spot& model, SpotState& state, const Input& input) {
    if (const auto* pressed = std::get_if<Press>(&input)) return press(model, state, *pressed);
    if (std::holds_alternative<Hint>(input)) return hint(state);
    if (std::holds_alternative<Continue>(input)) return go_on(model, state);
    return Effect::Ignored;
}

bool fits(const Spot& model, const SpotState& state) {
    if (state.wrong_tries < 0 || state.wrong_tries > kMostTries) return false;
    if (!std::all_of(state.pressed.begin(), state.pressed.end(), [&](const ItemId& id) { return find_thing(model, id) != nullptr; }))
        return false;
    if (state.showing) return !state.solved && state.pressed.count(*state.showing) == 1;
    return !state.solved || clues_left(model, state) == 0;
}

}  // namespace sango::activities
