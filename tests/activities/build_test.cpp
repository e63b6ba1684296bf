#include "game/activities/build.hpp"

#include "tests/activities/samples.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sango::activities;
using namespace sango::activities::test;

namespace {
Effect place(const Build& model, BuildState& state, std::string_view slot, std::string_view piece) {
    return apply(model, state, Place{id(slot), id(piece)});
}
BuildState filled(const Build& model, std::string_view what, std::string_view where) {
    BuildState state = start(model, 1);
    REQUIRE(place(model, state, "what", what) == Effect::Picked);
    REQUIRE(place(model, state, "where", where) == Effect::Picked);
    return state;
}
}  // namespace

TEST_CASE("a message of pieces that fit is solved, and left after it was read") {
    const Build model = build();
    BuildState state = filled(model, "good", "fine");
    CHECK(apply(model, state, Send{}) == Effect::Solved);
    CHECK(state.solved);
    CHECK(state.wrong_tries == 0);
    CHECK(apply(model, state, Continue{}) == Effect::Left);
}

TEST_CASE("a message with an empty slot cannot be sent") {
    const Build model = build();
    BuildState state = start(model, 1);
    const BuildState before = state;
    CHECK(apply(model, state, Send{}) == Effect::Ignored);
    CHECK(state == before);
    REQUIRE(place(model, state, "where", "good") == Effect::Picked);
    CHECK(apply(model, state, Send{}) == Effect::Ignored);
}

TEST_CASE("the first piece that does not fit says why, and only its slot is emptied") {
    const Build model = build();
    BuildState state = filled(model, "bad", "poor");
    CHECK(apply(model, state, Send{}) == Effect::Wrong);
    CHECK(state.wrong_slot == id("what"));
    CHECK(state.wrong_tries == 1);
    CHECK(apply(model, state, Continue{}) == Effect::None);
    CHECK_FALSE(state.wrong_slot);
    CHECK(state.placed == std::map<ItemId, ItemId>{{id("where"), id("poor")}});
}

TEST_CASE("a piece can be changed until it is sent, but not while feedback shows") {
    const Build model = build();
    BuildState state = filled(model, "bad", "good");
    CHECK(place(model, state, "what", "good") == Effect::Picked);
    CHECK(state.placed.at(id("what")) == id("good"));
    REQUIRE(place(model, state, "what", "bad") == Effect::Picked);
    REQUIRE(apply(model, state, Send{}) == Effect::Wrong);
    const BuildState before = state;
    CHECK(place(model, state, "what", "good") == Effect::Ignored);
    CHECK(apply(model, state, Send{}) == Effect::Ignored);
    CHECK(apply(model, state, Hint{}) == Effect::Ignored);
    CHECK(state == before);
}

TEST_CASE("pieces and slots that the message does not have are ignored") {
    const Build model = build();
    BuildState state = start(model, 1);
    CHECK(place(model, state, "what", "where") == Effect::Ignored);
    CHECK(place(model, state, "why", "good") == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::Ignored);
    CHECK(apply(model, state, Take{id("good")}) == Effect::Ignored);
    CHECK(state == start(model, 1));
}

TEST_CASE("pieces are shown in an order that the seed decides and the same seed repeats") {
    const Build model = build();
    CHECK(start(model, 7) == start(model, 7));
    std::set<std::vector<ItemId>> orders;
    bool slots_differ = false;
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const BuildState state = start(model, seed);
        orders.insert(state.shown.at(id("what")));
        slots_differ = slots_differ || state.shown.at(id("what")) != state.shown.at(id("where"));
    }
    CHECK(orders.size() > 5);
    CHECK(slots_differ);
}

TEST_CASE("states that no play of a build could bring about do not fit") {
    const Build model = build();
    const BuildState good = filled(model, "bad", "good");
    REQUIRE(fits(model, good));
    const auto broken = [&](auto change) {
        BuildState state = good;
        change(state);
        return !fits(model, state);
    };
    CHECK(broken([](BuildState& state) { state.placed[id("why")] = id("good"); }));
    CHECK(broken([](BuildState& state) { state.placed[id("what")] = id("nonsense"); }));
    CHECK(broken([](BuildState& state) { state.solved = true; }));
    CHECK(broken([](BuildState& state) { state.wrong_slot = id("where"); }));
    CHECK(broken([](BuildState& state) { state.wrong_slot = id("why"); }));
    CHECK(broken([](BuildState& state) { state.wrong_tries = -1; }));
    CHECK(broken([](BuildState& state) { state.wrong_tries = kMostTries + 1; }));
    CHECK(broken([](BuildState& state) { state.shown.clear(); }));
    CHECK(broken([](BuildState& state) { state.shown[id("what")].pop_back(); }));
    CHECK(broken([](BuildState& state) { state.shown[id("what")][0] = state.shown[id("what")][1]; }));
    CHECK(broken([](BuildState& state) { state.shown[id("why")] = {}; }));
    CHECK(broken([](BuildState& state) {
        state.wrong_slot = id("what");
        state.placed.erase(id("where"));
    }));
}

TEST_CASE("a build whose slot has no piece that fits cannot be solved") {
    Build model = build();
    CHECK(can_be_solved(model));
    for (BuildPiece& piece : model.slots[1].pieces) piece.fits = false;
    CHECK_FALSE(can_be_solved(model));
}
