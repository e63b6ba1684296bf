#include "engine/core/random.hpp"
#include "tests/story/driver.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace sango::story;
using namespace sango::story::test;

namespace {
const Lesson kLesson = lesson();
const Playing kPlaying{kLesson};

template <class Change>
bool breaks(const Playing& playing, const RunState& good, Change change) {
    REQUIRE(fits(playing, good));
    RunState state = good;
    change(state);
    const Turn turn = advance(playing, state, Continue{});
    (void)view(playing, state);
    if (fits(playing, state)) return false;
    CHECK(turn.effects == std::vector<Effect>{NotPossible{}});
    CHECK(turn.state == state);
    return true;
}
template <class Change>
bool breaks(const RunState& good, Change change) {
    return breaks(kPlaying, good, change);
}
}  // namespace

TEST_CASE("a state in a scene or at a step that the lesson does not have does not fit") {
    const RunState line = good_way_to(kPlaying, "bike/look");
    CHECK(breaks(line, [](RunState& state) { state.scene = SceneId("cellar"); }));
    CHECK(breaks(line, [](RunState& state) { state.scene = SceneId(); }));
    CHECK(breaks(line, [](RunState& state) { state.step = 3; }));
    CHECK(breaks(line, [](RunState& state) { state.step = -1; }));
    CHECK(breaks(line, [](RunState& state) { state.step = std::numeric_limits<int>::max(); }));
    CHECK(breaks(line, [](RunState& state) { state.step = std::numeric_limits<int>::min(); }));
}

TEST_CASE("a state at a step that shows nothing does not fit") {
    const RunState rule = good_way_to(kPlaying, "help/the-rule");
    CHECK(breaks(rule, [](RunState& state) { state.step = 5; }));
    CHECK(breaks(rule, [](RunState& state) { state.step = 6; }));
    CHECK(breaks(rule, [](RunState& state) { state.scene = SceneId("oops"), state.step = 0; }));
}

TEST_CASE("flags and answers that the lesson does not know do not fit") {
    const RunState line = good_way_to(kPlaying, "bike/look");
    CHECK(breaks(line, [](RunState& state) { state.flags.insert(Flag("rich")); }));
    CHECK(breaks(line, [](RunState& state) { state.answers[QuestionId("weather")] = {ChoiceId("right"), ChoiceId("right")}; }));
    CHECK(breaks(line, [](RunState& state) { state.answers[QuestionId("clue")] = {ChoiceId("right"), ChoiceId("a-one")}; }));
    CHECK(breaks(line, [](RunState& state) { state.answers[QuestionId("clue")] = {ChoiceId(), ChoiceId("right")}; }));
}

TEST_CASE("what belongs to a question fits only there") {
    const RunState line = good_way_to(kPlaying, "bike/look"), question = good_way_to(kPlaying, "bike/post-it");
    CHECK(breaks(line, [](RunState& state) { state.feedback = ChoiceId("look-first"); }));
    CHECK(breaks(line, [](RunState& state) { state.tried.insert(ChoiceId("keep")); }));
    CHECK(breaks(question, [](RunState& state) { state.feedback = ChoiceId("right"); }));
    CHECK(breaks(question, [](RunState& state) { state.feedback = ChoiceId("post-now"); }));  // its flag is not set
    CHECK(breaks(question, [](RunState& state) { state.tried.insert(ChoiceId("look-first")); }));
    CHECK(breaks(question, [](RunState& state) { state.tried.insert(ChoiceId("post-now")); }));
    CHECK(breaks(question, [](RunState& state) { state.activity = sango::activities::SpotState{}; }));
}

TEST_CASE("feedback of a check question fits only with its answer") {
    const RunState check = good_way_to(kPlaying, "help/first-check");
    CHECK(breaks(check, [](RunState& state) { state.feedback = ChoiceId("right"); }));
    CHECK(breaks(check, [](RunState& state) {
        state.feedback = ChoiceId("right");
        state.answers[QuestionId("clue")] = {ChoiceId("left"), ChoiceId("left")};
    }));
    CHECK(breaks(check, [](RunState& state) { state.tried.insert(ChoiceId("right")); }));
}

TEST_CASE("an activity's state fits only at its step") {
    const RunState line = good_way_to(kPlaying, "bike/look"), photo = good_way_to(kPlaying, "clues/photo"),
                   tell = good_way_to(kPlaying, "help/tell");
    CHECK(breaks(line, [](RunState& state) { state.activity = sango::activities::SpotState{}; }));
    CHECK(breaks(photo, [](RunState& state) { state.activity.reset(); }));
    CHECK(breaks(photo, [](RunState& state) { state.activity = sango::activities::TellState{}; }));
    CHECK(breaks(photo, [](RunState& state) { std::get<sango::activities::SpotState>(*state.activity).solved = true; }));
    CHECK(breaks(photo, [](RunState& state) { state.feedback = ChoiceId("keep"); }));
    CHECK(breaks(tell, [](RunState& state) { state.activity = sango::activities::SpotState{}; }));
    CHECK(breaks(tell, [](RunState& state) { state.activity.reset(); }));
    CHECK(breaks(tell, [](RunState& state) {
        std::get<sango::activities::TellState>(*state.activity).tried.insert(sango::activities::ItemId("x"));
    }));
}

TEST_CASE("a finished state carries nothing of a step") {
    const RunState finished = good_way_to(kPlaying, "results");
    CHECK(breaks(finished, [](RunState& state) { state.activity = sango::activities::SpotState{}; }));
    CHECK(breaks(finished, [](RunState& state) { state.feedback = ChoiceId("right"); }));
    CHECK(breaks(finished, [](RunState& state) { state.tried.insert(ChoiceId("left")); }));
    CHECK(breaks(finished, [](RunState& state) { state.warming_up = true; }));
    CHECK(breaks(finished, [](RunState& state) { state.step = 99; }));
}

TEST_CASE("a warm-up fits only where there is one, at the start of the story") {
    const WarmUp question = warm_up();
    const Playing playing{kLesson, &question};
    const RunState warming = start(playing, 1).state;
    CHECK_FALSE(fits(kPlaying, warming));
    CHECK(breaks(playing, warming, [](RunState& state) { state.scene = SceneId("help"); }));
    CHECK(breaks(playing, warming, [](RunState& state) { state.step = 1; }));
    CHECK(breaks(playing, warming, [](RunState& state) { state.flags.insert(Flag("posted")); }));
    CHECK(breaks(playing, warming, [](RunState& state) { state.feedback = ChoiceId("right"); }));
    CHECK(breaks(playing, warming, [](RunState& state) { state.tried.insert(ChoiceId("a-two")); }));
    CHECK(fits(playing, after(playing, warming, choose("a-one"))));
}

TEST_CASE("a check question that is gone from the lesson does not fit") {
    Lesson changed = kLesson;
    const RunState check = good_way_to(kPlaying, "help/first-check");
    changed.checks.clear();
    CHECK_FALSE(fits(Playing{changed}, check));
    (void)view(Playing{changed}, check);
}

TEST_CASE("states put together by chance never crash, and those that fit go on fitting") {
    const WarmUp question = warm_up();
    const Playing playing{kLesson, &question};
    const std::vector<Input> inputs = all_inputs(playing);
    sango::Random random(7);
    const auto chance = [&](std::uint32_t one_in) { return random.below(one_in) == 0; };
    const std::vector<std::string> names = {"bike",  "oops", "clues", "help",  "posted", "kept",    "look-first", "post-now", "keep",
                                            "right", "left", "a-one", "a-two", "clue",   "telling", "",           "x"};
    const auto name = [&]() -> const std::string& { return names[random.below(static_cast<std::uint32_t>(names.size()))]; };
    int fitting = 0;
    for (int i = 0; i < 1500; ++i) {
        RunState state = chance(2) ? start(playing, 1).state : start(kPlaying, 1).state;
        for (std::uint32_t left = random.below(60); left > 0; --left) {
            state = advance(playing, std::move(state), inputs[random.below(static_cast<std::uint32_t>(inputs.size()))]).state;
        }
        if (chance(3)) state.scene = SceneId(name());
        if (chance(3)) state.step = static_cast<int>(random.below(9)) - 1;
        if (chance(4)) state.flags.insert(Flag(name()));
        if (chance(4)) state.answers[QuestionId(name())] = {ChoiceId(name()), ChoiceId(name())};
        if (chance(4)) state.tried.insert(ChoiceId(name()));
        if (chance(4)) state.feedback = ChoiceId(name());
        if (chance(6)) state.activity = sango::activities::start(sango::activities::test::all_kinds()[random.below(5)], 1);
        if (chance(6)) state.activity.reset();
        if (chance(6)) state.warming_up = !state.warming_up;
        if (chance(9)) state.finished = !state.finished;
        (void)view(playing, state);
        const bool fitted = fits(playing, state);
        fitting += fitted ? 1 : 0;
        for (const Input& input : inputs) {
            const Turn turn = advance(playing, state, input);
            if (fitted) REQUIRE(fits(playing, turn.state));
            if (!fitted) REQUIRE(turn.state == state);
        }
    }
    CHECK(fitting > 100);
    CHECK(fitting < 1400);
}
