#include "game/activities/tell.hpp"

#include "tests/activities/samples.hpp"

#include <doctest/doctest.h>

using namespace sango::activities;
using namespace sango::activities::test;

namespace {
void fill(const Tell& model, TellState& state) {
    for (const TellRow& row : model.rows) REQUIRE(apply(model, state, ChoosePiece{row.id, row.pieces[0].id}) == Effect::Picked);
}
/// The helper's answer is on screen.
TellState told(const Tell& model, std::string_view helper) {
    TellState state = start(model, 0);
    REQUIRE(apply(model, state, ChooseHelper{id(helper)}) == Effect::Picked);
    fill(model, state);
    REQUIRE(apply(model, state, Send{}) == Effect::None);
    REQUIRE(state.phase == TellPhase::Answer);
    return state;
}
}  // namespace

TEST_CASE("a helper who listens says thank you, and then it is over") {
    const Tell model = tell();
    TellState state = told(model, "rivera");
    CHECK(apply(model, state, Continue{}) == Effect::Solved);
    CHECK(state.phase == TellPhase::After);
    CHECK(state.tried.empty());
    CHECK(apply(model, state, Continue{}) == Effect::Left);
}

TEST_CASE("a helper who is busy or doubts leads to another one, and the words are kept") {
    const Tell model = tell();
    for (const char* helper : {"mum", "amir"}) {
        TellState state = told(model, helper);
        CHECK(apply(model, state, Continue{}) == Effect::None);
        CHECK(state.phase == TellPhase::Who);
        CHECK(state.tried == std::set<ItemId>{id(helper)});
        CHECK_FALSE(state.helper);
        CHECK(state.pieces.size() == 4);
        REQUIRE(apply(model, state, ChooseHelper{id("helpline")}) == Effect::Picked);
        REQUIRE(apply(model, state, Send{}) == Effect::None);
        CHECK(apply(model, state, Continue{}) == Effect::Solved);
    }
}

TEST_CASE("a helper who did not listen may be asked again") {
    const Tell model = tell();
    TellState state = told(model, "mum");
    REQUIRE(apply(model, state, Continue{}) == Effect::None);
    CHECK(apply(model, state, ChooseHelper{id("mum")}) == Effect::Picked);
    CHECK(fits(model, state));
}

TEST_CASE("a message can be told when each of its rows has a piece, and changed until then") {
    const Tell model = tell();
    TellState state = start(model, 0);
    CHECK(apply(model, state, ChoosePiece{id("what"), id("one")}) == Effect::Ignored);
    REQUIRE(apply(model, state, ChooseHelper{id("rivera")}) == Effect::Picked);
    CHECK(apply(model, state, Send{}) == Effect::Ignored);
    CHECK(apply(model, state, ChooseHelper{id("mum")}) == Effect::Ignored);
    fill(model, state);
    CHECK(apply(model, state, ChoosePiece{id("what"), id("two")}) == Effect::Picked);
    CHECK(state.pieces.at(id("what")) == id("two"));
    CHECK(apply(model, state, ChoosePiece{id("what"), id("three")}) == Effect::Ignored);
    CHECK(apply(model, state, ChoosePiece{id("why"), id("one")}) == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::Ignored);
    CHECK(apply(model, state, Send{}) == Effect::None);
}

TEST_CASE("only people who are there can be told") {
    const Tell model = tell();
    TellState state = start(model, 0);
    CHECK(apply(model, state, ChooseHelper{id("nobody")}) == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::Ignored);
    CHECK(apply(model, state, Hint{}) == Effect::Ignored);
    CHECK(state == start(model, 0));
}

TEST_CASE("states that no play of a Tell beat could bring about do not fit") {
    const Tell model = tell();
    const TellState good = told(model, "mum");
    REQUIRE(fits(model, good));
    const auto broken = [&](auto change) {
        TellState state = good;
        change(state);
        return !fits(model, state);
    };
    CHECK(broken([](TellState& state) { state.helper.reset(); }));
    CHECK(broken([](TellState& state) { state.helper = id("nobody"); }));
    CHECK(broken([](TellState& state) { state.tried.insert(id("rivera")); }));
    CHECK(broken([](TellState& state) { state.tried.insert(id("nobody")); }));
    CHECK(broken([](TellState& state) { state.pieces.erase(id("feel")); }));
    CHECK(broken([](TellState& state) { state.pieces[id("what")] = id("three"); }));
    CHECK(broken([](TellState& state) { state.pieces[id("why")] = id("one"); }));
    CHECK(broken([](TellState& state) { state.phase = TellPhase::After; }));
    CHECK(broken([](TellState& state) { state.phase = TellPhase::Who; }));
    CHECK(broken([](TellState& state) { state.phase = static_cast<TellPhase>(9); }));
}

TEST_CASE("a Tell beat needs somebody who listens and something to say") {
    Tell model = tell();
    CHECK(can_be_solved(model));
    Tell nobody = model;
    for (Helper& helper : nobody.helpers) helper.reply = Reply::Doubts;
    CHECK_FALSE(can_be_solved(nobody));
    model.rows[2].pieces.clear();
    CHECK_FALSE(can_be_solved(model));
}
