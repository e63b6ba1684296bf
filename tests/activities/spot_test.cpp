#include "game/activities/spot.hpp"

#include "tests/activities/samples.hpp"

#include <doctest/doctest.h>

using namespace sango::activities;
using namespace sango::activities::test;

namespace {
Effect press(const Spot& model, SpotState& state, std::string_view thing) {
    return apply(model, state, Press{id(thing)});
}
}  // namespace

TEST_CASE("each thing that is pressed says why, and the picture is solved when all clues are read") {
    const Spot model = spot();
    SpotState state = start(model, 0);
    CHECK(clues_left(model, state) == 2);
    CHECK(press(model, state, "sign") == Effect::Right);
    CHECK(state.showing == id("sign"));
    CHECK(apply(model, state, Continue{}) == Effect::None);
    CHECK(clues_left(model, state) == 1);
    CHECK(press(model, state, "tree") == Effect::Wrong);
    CHECK(apply(model, state, Continue{}) == Effect::None);
    CHECK(press(model, state, "badge") == Effect::Right);
    CHECK_FALSE(state.solved);
    CHECK(apply(model, state, Continue{}) == Effect::Solved);
    CHECK(state.solved);
    CHECK(state.wrong_tries == 1);
    CHECK(apply(model, state, Continue{}) == Effect::Left);
}

TEST_CASE("while a reason shows, nothing else can be pressed") {
    const Spot model = spot();
    SpotState state = start(model, 0);
    REQUIRE(press(model, state, "tree") == Effect::Wrong);
    const SpotState before = state;
    CHECK(press(model, state, "sign") == Effect::Ignored);
    CHECK(apply(model, state, Hint{}) == Effect::Ignored);
    CHECK(state == before);
}

TEST_CASE("a thing pressed again says why again, and is no new try") {
    const Spot model = spot();
    SpotState state = start(model, 0);
    for (int i = 0; i < 2; ++i) {
        CHECK(press(model, state, "tree") == Effect::Wrong);
        CHECK(state.wrong_tries == 1);
        REQUIRE(apply(model, state, Continue{}) == Effect::None);
    }
}

TEST_CASE("what is not in the picture cannot be pressed, and without feedback there is nothing to go on from") {
    const Spot model = spot();
    SpotState state = start(model, 0);
    CHECK(press(model, state, "moon") == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::Ignored);
    CHECK(apply(model, state, Send{}) == Effect::Ignored);
    CHECK(state == start(model, 0));
}

TEST_CASE("a picture without clues can be left all the same") {
    Spot model = spot();
    for (SpotThing& thing : model.things) thing.clue = false;
    SpotState state = start(model, 0);
    CHECK(apply(model, state, Continue{}) == Effect::Solved);
    CHECK(apply(model, state, Continue{}) == Effect::Left);
}

TEST_CASE("states that no play of a picture could bring about do not fit") {
    const Spot model = spot();
    SpotState good = start(model, 0);
    REQUIRE(press(model, good, "sign") == Effect::Right);
    REQUIRE(fits(model, good));
    const auto broken = [&](auto change) {
        SpotState state = good;
        change(state);
        return !fits(model, state);
    };
    CHECK(broken([](SpotState& state) { state.pressed.insert(id("moon")); }));
    CHECK(broken([](SpotState& state) { state.showing = id("tree"); }));
    CHECK(broken([](SpotState& state) { state.solved = true; }));
    CHECK(broken([](SpotState& state) { state.wrong_tries = -1; }));
    CHECK(broken([](SpotState& state) {
        state.showing.reset();
        state.solved = true;
    }));
}
