#include "game/activities/activity.hpp"

#include "engine/core/random.hpp"
#include "tests/activities/explore.hpp"
#include "tests/activities/samples.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sango::activities;
using namespace sango::activities::test;

namespace {

/// What must hold of all that can happen from `first` on.
void check_all_states(const Model& model, const State& first) {
    const Explored explored = explore(model, first);
    const auto distance = inputs_to_leave(explored);
    for (std::size_t i = 0; i < explored.states.size(); ++i) {
        CAPTURE(key_of(explored.states[i]));
        CHECK(fits(model, explored.states[i]));
        CHECK(distance[i]);
    }
    for (const Move& move : explored.moves) {
        CAPTURE(key_of(explored.states[move.from]));
        const bool stayed = move.from == move.to;
        if (move.effect == Effect::Ignored || move.effect == Effect::Left) CHECK(stayed);
        if (move.effect == Effect::Wrong || move.effect == Effect::Right || move.effect == Effect::Solved) {
            CHECK(shows_feedback(explored.states[move.to]));
        }
        if (std::holds_alternative<Continue>(move.input) && shows_feedback(explored.states[move.from]))
            CHECK(move.effect != Effect::Ignored);
    }
}

/// A state put together by chance from parts that the model has and parts that it has not.
State random_state(const Model& model, sango::Random& random) {
    std::vector<ItemId> names;
    for (const char* name :
         {"what",   "where", "good", "bad", "a",   "b",    "c",      "d",   "sign", "badge", "tree", "cloud", "birthday", "school",
          "colour", "tell",  "skip", "red", "mum", "amir", "rivera", "who", "when", "feel",  "one",  "two",   "nonsense"}) {
        names.push_back(ItemId(name));
    }
    const auto chance = [&] { return random.below(2) == 0; };
    const auto name = [&] { return names[random.below(static_cast<std::uint32_t>(names.size()))]; };
    const auto change = [&](auto& list) {
        if (chance()) list.clear();
        for (std::uint32_t left = random.below(3); left > 0; --left) list.insert(list.end(), name());
    };
    const auto change_map = [&](auto& map) {
        if (chance()) map.clear();
        for (std::uint32_t left = random.below(3); left > 0; --left) map[name()] = name();
    };
    State state = start(model, 5);
    const std::vector<Input> inputs = all_inputs(model);
    for (std::uint32_t left = random.below(40); left > 0; --left) {
        (void)apply(model, state, inputs[random.below(static_cast<std::uint32_t>(inputs.size()))]);
    }
    if (auto* build = std::get_if<BuildState>(&state)) {
        if (chance()) change_map(build->placed);
        if (chance()) build->wrong_slot = name();
        if (chance()) build->solved = chance();
    }
    if (auto* order = std::get_if<OrderState>(&state)) {
        if (chance()) change(order->taken);
        if (chance()) order->wrong_item = name();
        if (chance()) order->solved = chance();
    }
    if (auto* spot = std::get_if<SpotState>(&state)) {
        if (chance()) change(spot->pressed);
        if (chance()) spot->showing = name();
        if (chance()) spot->solved = chance();
    }
    if (auto* reveal = std::get_if<RevealState>(&state)) {
        if (chance()) change_map(reveal->answers);
        if (chance()) reveal->wrong_question = name();
        if (chance()) reveal->question = random.below(5);
        if (chance()) reveal->phase = static_cast<RevealPhase>(random.below(5));
    }
    if (auto* tell = std::get_if<TellState>(&state)) {
        if (chance()) change_map(tell->pieces);
        if (chance()) change(tell->tried);
        if (chance()) tell->helper = name();
        if (chance()) tell->phase = static_cast<TellPhase>(random.below(4));
    }
    return state;
}

}  // namespace

TEST_CASE("in every state that play can reach, an activity fits its model and can be brought to its end") {
    for (const Model& model : all_kinds()) {
        CAPTURE(model.index());
        const State first = start(model, 1);
        const Explored explored = explore(model, first);
        CHECK(explored.states.size() > 20);
        check_all_states(model, first);
    }
}

TEST_CASE("a wrong try is counted, shows why, and is mended with Continue") {
    for (const Model& model : all_kinds()) {
        const Explored explored = explore(model, start(model, 1));
        for (const Move& move : explored.moves) {
            if (move.effect != Effect::Wrong) continue;
            State state = explored.states[move.from];
            const int before = wrong_tries(state);
            const bool is_read_again = std::holds_alternative<SpotState>(state) &&
                                       std::get<SpotState>(state).pressed.count(std::get<Press>(move.input).thing) == 1;
            REQUIRE(apply(model, state, move.input) == Effect::Wrong);
            CHECK(wrong_tries(state) == before + (is_read_again ? 0 : 1));
            CHECK(shows_feedback(state));
            const Effect after = apply(model, state, Continue{});
            CHECK((after == Effect::None || after == Effect::Solved));
        }
    }
}

TEST_CASE("a state that fits can always be played to the end, wherever it came from") {
    sango::Random random(2024);
    for (const Model& model : all_kinds()) {
        std::set<std::string> reachable;  // these are walked by the first test
        for (const State& state : explore(model, start(model, 5)).states) reachable.insert(key_of(state));
        int fitting = 0, broken = 0;
        for (int i = 0; i < 400; ++i) {
            const State state = random_state(model, random);
            if (!fits(model, state)) {
                ++broken;
                continue;
            }
            ++fitting;
            CAPTURE(key_of(state));
            if (reachable.count(key_of(state)) == 0) CHECK_FALSE(way_out(model, state).empty());
        }
        CAPTURE(model.index());
        CHECK(fitting > 20);
        CHECK(broken > 20);
    }
}

TEST_CASE("the count of wrong tries stops at its limit instead of overflowing") {
    const Model model = order();
    State state = start(model, 1);
    std::get<OrderState>(state).wrong_tries = kMostTries;
    for (const char* item : {"b", "a", "c", "d"}) REQUIRE(apply(model, state, Take{id(item)}) == Effect::Picked);
    CHECK(apply(model, state, Send{}) == Effect::Wrong);
    CHECK(wrong_tries(state) == kMostTries);
    CHECK(fits(model, state));
}

TEST_CASE("a state of another kind does not fit and is left alone") {
    const std::vector<Model> models = all_kinds();
    for (const Model& model : models) {
        for (const Model& other : models) {
            State state = start(other, 1);
            const bool same_kind = model.index() == other.index();
            CHECK(fits(model, state) == same_kind);
            if (same_kind) continue;
            const State before = state;
            for (const Input& input : all_inputs(other)) CHECK(apply(model, state, input) == Effect::Ignored);
            CHECK(state == before);
        }
    }
}

TEST_CASE("asking for a hint changes nothing but that it was asked for, as often as one likes") {
    for (const Model& model : {Model(build()), Model(order()), Model(spot()), Model(reveal())}) {
        State state = start(model, 1);
        REQUIRE(apply(model, state, Hint{}) == Effect::Hinted);
        const State once = state;
        CHECK(once != start(model, 1));
        CHECK(apply(model, state, Hint{}) == Effect::Hinted);
        CHECK(state == once);
    }
}

TEST_CASE("orders and pictures can always be solved, other kinds only if an answer fits") {
    for (const Model& model : all_kinds()) CHECK(can_be_solved(model));
    Build hopeless = build();
    hopeless.slots[0].pieces.clear();
    CHECK_FALSE(can_be_solved(Model(hopeless)));
    CHECK(way_out(hopeless, start(Model(hopeless), 1)).empty());
}
