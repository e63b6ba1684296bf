#include "tests/story/driver.hpp"

#include <doctest/doctest.h>

using namespace sango::story;
using namespace sango::story::test;

namespace {
const Lesson kLesson = lesson();
const Playing kPlaying{kLesson};

std::vector<std::string> shown_choices(const Playing& playing, const RunState& state) {
    const View seen = view(playing, state);
    std::vector<std::string> ids;
    for (const Choice* choice : std::get<Asking>(seen.shown).choices) ids.push_back(choice->id.value);
    return ids;
}
}  // namespace

TEST_CASE("a line is shown with its speaker, place and cast") {
    const RunState state = good_way_to(kPlaying, "bike/look");
    const View seen = view(kPlaying, state);
    CHECK(seen.place == PlaceId("street"));
    CHECK(seen.cast == std::vector<CharacterId>{CharacterId("leo")});
    CHECK(seen.step == StepId("look"));
    const auto& line = std::get<Line>(seen.shown);
    CHECK(line.by == CharacterId("leo"));
    CHECK(line.text == "Look at my bike!");
}

TEST_CASE("a question of the story shows its choices as written, with those that were tried") {
    RunState state = good_way_to(kPlaying, "bike/post-it");
    state = after(kPlaying, after(kPlaying, state, choose("keep")), Continue{});
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        state.seed = seed;
        CHECK(shown_choices(kPlaying, state) == std::vector<std::string>{"look-first", "post-now", "keep"});
    }
    const View seen = view(kPlaying, state);
    const auto& asking = std::get<Asking>(seen.shown);
    CHECK(asking.by == CharacterId("sango"));
    CHECK(asking.text == "What now?");
    CHECK(asking.tried.count(ChoiceId("keep")) == 1);
    CHECK_FALSE(asking.check);
    CHECK_FALSE(asking.warm_up);
}

TEST_CASE("a check question shows form B, shuffled by the seed and the same again after a wrong try") {
    RunState state = good_way_to(kPlaying, "help/first-check");
    std::set<std::vector<std::string>> orders;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        state.seed = seed;
        const auto order = shown_choices(kPlaying, state);
        CHECK(std::set<std::string>(order.begin(), order.end()) == std::set<std::string>{"right", "left", "up", "down"});
        orders.insert(order);
        const RunState again = after(kPlaying, after(kPlaying, state, choose("left")), Continue{});
        CHECK(shown_choices(kPlaying, again) == order);
    }
    CHECK(orders.size() > 10);
    const View seen = view(kPlaying, state);
    const auto& asking = std::get<Asking>(seen.shown);
    CHECK(asking.text == "Form B of clue");
    CHECK(asking.check);
}

TEST_CASE("feedback shows the choice's reason together with its question") {
    const RunState state = after(kPlaying, good_way_to(kPlaying, "bike/post-it"), choose("post-now"));
    const View seen = view(kPlaying, state);
    const auto& feedback = std::get<Feedback>(seen.shown);
    CHECK(feedback.question == "What now?");
    CHECK(feedback.choice.because == "Because it is not good.");
    CHECK_FALSE(feedback.check);
    const RunState checked = after(kPlaying, good_way_to(kPlaying, "help/first-check"), choose("right"));
    CHECK(std::get<Feedback>(view(kPlaying, checked).shown).check);
}

TEST_CASE("the warm-up shows the other lesson's question before the way begins") {
    const WarmUp question = warm_up();
    const Playing playing{kLesson, &question};
    const RunState state = start(playing, 1).state;
    const View seen = view(playing, state);
    const auto& asking = std::get<Asking>(seen.shown);
    CHECK(asking.text == "Form A of clue");
    CHECK(asking.warm_up);
    CHECK_FALSE(asking.check);
    CHECK(asking.choices.size() == 3);
    CHECK(seen.progress == 0);
    CHECK(seen.step.empty());
    const RunState answered = after(playing, state, choose("a-one"));
    CHECK(std::get<Feedback>(view(playing, answered).shown).warm_up);
}

TEST_CASE("activities, the Tell beat, the rule card and the results are shown as what they are") {
    RunState state = good_way_to(kPlaying, "clues/photo");
    CHECK(&std::get<Doing>(view(kPlaying, state).shown).state == &*state.activity);
    state = good_way_to(kPlaying, state, "help/tell");
    CHECK(std::get<Telling>(view(kPlaying, state).shown).model.about == "leo");
    state = good_way_to(kPlaying, state, "help/the-rule");
    CHECK(std::get<RuleCard>(view(kPlaying, state).shown).text == "Check what it shows.");
    state = good_way_to(kPlaying, state, "results");
    CHECK(&std::get<Results>(view(kPlaying, state).shown).lesson == &kLesson);
}

TEST_CASE("a Tell beat that stands as an activity is shown as a Tell beat") {
    Lesson odd = kLesson;
    odd.scenes[3].steps[0].action = Activity{sango::activities::test::tell()};
    const Playing playing{odd};
    const RunState state = good_way_to(playing, "help/tell");
    CHECK(std::get<Telling>(view(playing, state).shown).model.about == "leo");
    CHECK(place(playing, do_activity(playing, state)) == "help/message");
}

TEST_CASE("on the shortest way progress begins at 0, never falls, and is 1 at the results") {
    RunState state = start(kPlaying, 1).state;
    float last = view(kPlaying, state).progress;
    CHECK(last == 0);
    std::set<float> met;
    for (int i = 0; i < 100 && !state.finished; ++i) {
        state = good_step(kPlaying, state);
        const float now = view(kPlaying, state).progress;
        CHECK(now >= last);
        last = now;
        met.insert(now);
    }
    CHECK(state.finished);
    CHECK(last == 1);
    CHECK(met.size() > 8);
}

TEST_CASE("a state that does not fit shows the results, which have a way out") {
    RunState state = good_way_to(kPlaying, "clues/photo");
    state.activity.reset();
    CHECK(std::holds_alternative<Results>(view(kPlaying, state).shown));
    state.scene = SceneId("cellar");
    CHECK(std::holds_alternative<Results>(view(kPlaying, state).shown));
}
