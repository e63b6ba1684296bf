#include "game/activities/reveal.hpp"

#include "tests/activities/samples.hpp"

#include <doctest/doctest.h>

using namespace sango::activities;
using namespace sango::activities::test;

namespace {
Effect answer(const Reveal& model, RevealState& state, std::string_view question, std::string_view choice) {
    return apply(model, state, Answer{id(question), id(choice)});
}
/// The first round played to the end.
RevealState first_round(const Reveal& model, std::string_view birthday, std::string_view school) {
    RevealState state = start(model, 0);
    REQUIRE(answer(model, state, "colour", "red") == Effect::Picked);
    REQUIRE(answer(model, state, "birthday", birthday) == Effect::Picked);
    REQUIRE(answer(model, state, "school", school) == Effect::Picked);
    REQUIRE(state.phase == RevealPhase::Result);
    return state;
}
/// The second round at its first question.
RevealState second_round(const Reveal& model) {
    RevealState state = first_round(model, "tell", "tell");
    REQUIRE(apply(model, state, Continue{}) == Effect::None);
    REQUIRE(apply(model, state, Continue{}) == Effect::None);
    REQUIRE(state.phase == RevealPhase::Again);
    return state;
}
}  // namespace

TEST_CASE("a quiz shows its result first, and then what it found out") {
    const Reveal model = reveal();
    RevealState state = first_round(model, "tell", "skip");
    CHECK(apply(model, state, Continue{}) == Effect::None);
    CHECK(state.phase == RevealPhase::Revealed);
    const auto given = given_away(model, state);
    REQUIRE(given.size() == 1);
    CHECK(given[0]->id == id("birthday"));
}

TEST_CASE("whoever gave nothing away is done after the first round") {
    const Reveal model = reveal();
    RevealState state = first_round(model, "skip", "skip");
    REQUIRE(apply(model, state, Continue{}) == Effect::None);
    CHECK(given_away(model, state).empty());
    CHECK(apply(model, state, Continue{}) == Effect::Solved);
    CHECK(state.phase == RevealPhase::Solved);
    CHECK(apply(model, state, Continue{}) == Effect::Left);
}

TEST_CASE("the second round asks only what can give something away") {
    const Reveal model = reveal();
    RevealState state = second_round(model);
    CHECK(state.question == 1);
    CHECK(state.answers.empty());
    CHECK(answer(model, state, "colour", "red") == Effect::Ignored);
    CHECK(answer(model, state, "birthday", "skip") == Effect::Picked);
    CHECK(state.question == 2);
    CHECK(answer(model, state, "school", "skip") == Effect::Solved);
    CHECK(state.wrong_tries == 0);
}

TEST_CASE("harmless questions are passed over in the second round wherever they stand") {
    Reveal model = reveal();
    std::swap(model.questions[0], model.questions[1]);
    RevealState state = start(model, 0);
    for (const RevealQuestion& question : model.questions)
        REQUIRE(apply(model, state, Answer{question.id, question.choices[0].id}) == Effect::Picked);
    REQUIRE(apply(model, state, Continue{}) == Effect::None);
    REQUIRE(apply(model, state, Continue{}) == Effect::None);
    CHECK(state.question == 0);
    CHECK(answer(model, state, "birthday", "skip") == Effect::Picked);
    CHECK(state.question == 2);
}

TEST_CASE("giving something away in the second round says why and asks again") {
    const Reveal model = reveal();
    RevealState state = second_round(model);
    CHECK(answer(model, state, "birthday", "tell") == Effect::Wrong);
    CHECK(state.wrong_question == id("birthday"));
    CHECK(state.wrong_tries == 1);
    CHECK(answer(model, state, "birthday", "skip") == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::None);
    CHECK(state.question == 1);
    CHECK(state.answers.empty());
    CHECK(answer(model, state, "birthday", "skip") == Effect::Picked);
}

TEST_CASE("only the question on screen can be answered, with a choice that it has") {
    const Reveal model = reveal();
    RevealState state = start(model, 0);
    CHECK(answer(model, state, "birthday", "skip") == Effect::Ignored);
    CHECK(answer(model, state, "colour", "green") == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::Ignored);
    CHECK(apply(model, state, Hint{}) == Effect::Hinted);
    RevealState result = first_round(model, "skip", "skip");
    CHECK(answer(model, result, "school", "tell") == Effect::Ignored);
    CHECK(apply(model, result, Hint{}) == Effect::Ignored);
}

TEST_CASE("a quiz without questions shows its result at once") {
    Reveal model = reveal();
    model.questions.clear();
    RevealState state = start(model, 0);
    CHECK(fits(model, state));
    CHECK(apply(model, state, Continue{}) == Effect::None);
    CHECK(apply(model, state, Continue{}) == Effect::Solved);
}

TEST_CASE("states that no play of a quiz could bring about do not fit") {
    const Reveal model = reveal();
    const auto broken = [&](const RevealState& good, auto change) {
        REQUIRE(fits(model, good));
        RevealState state = good;
        change(state);
        return !fits(model, state);
    };
    const RevealState first = start(model, 0), result = first_round(model, "tell", "tell"), again = second_round(model);
    CHECK(broken(first, [](RevealState& state) { state.question = 1; }));
    CHECK(broken(first, [](RevealState& state) { state.question = 3; }));
    CHECK(broken(first, [](RevealState& state) { state.question = static_cast<std::size_t>(-1); }));
    CHECK(broken(first, [](RevealState& state) { state.answers[id("school")] = id("skip"); }));
    CHECK(broken(first, [](RevealState& state) { state.answers[id("shoe-size")] = id("skip"); }));
    CHECK(broken(first, [](RevealState& state) { state.wrong_question = id("colour"); }));
    CHECK(broken(first, [](RevealState& state) { state.phase = RevealPhase::Solved; }));
    CHECK(broken(first, [](RevealState& state) { state.phase = RevealPhase::Again; }));
    CHECK(broken(first, [](RevealState& state) { state.phase = static_cast<RevealPhase>(77); }));
    CHECK(broken(result, [](RevealState& state) { state.answers.erase(id("colour")); }));
    CHECK(broken(result, [](RevealState& state) { state.answers[id("colour")] = id("green"); }));
    CHECK(broken(result, [](RevealState& state) { state.question = 0; }));
    CHECK(broken(result, [](RevealState& state) { state.phase = RevealPhase::Solved; }));
    CHECK(broken(again, [](RevealState& state) { state.question = 0; }));
    CHECK(broken(again, [](RevealState& state) { state.wrong_question = id("school"); }));
    CHECK(broken(again, [](RevealState& state) { state.wrong_question = id("birthday"); }));
    CHECK(broken(again, [](RevealState& state) { state.answers[id("birthday")] = id("tell"); }));
    CHECK(broken(again, [](RevealState& state) { state.wrong_tries = kMostTries + 1; }));
}

TEST_CASE("a quiz in which one question cannot be kept to oneself cannot be solved") {
    Reveal model = reveal();
    CHECK(can_be_solved(model));
    model.questions[2].choices[1].gives = true;
    CHECK_FALSE(can_be_solved(model));
}
