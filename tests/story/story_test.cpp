#include "game/story/story.hpp"

#include "engine/core/random.hpp"
#include "tests/story/driver.hpp"

#include <doctest/doctest.h>

using namespace sango::story;
using namespace sango::story::test;

namespace {
const Lesson kLesson = lesson();
const Playing kPlaying{kLesson};
}  // namespace

TEST_CASE("a story starts at its first line and says that it came to a checkpoint") {
    const Turn turn = start(kPlaying, 9);
    CHECK(place(kPlaying, turn.state) == "bike/intro");
    CHECK(turn.state.seed == 9);
    CHECK(turn.effects == std::vector<Effect>{CameToCheckpoint{SceneId("bike")}});
}

TEST_CASE("Continue goes from line to line, and nothing can be chosen at a line") {
    RunState state = start(kPlaying, 1).state;
    const Turn turn = advance(kPlaying, state, choose("look-first"));
    CHECK(turn.effects == std::vector<Effect>{NotPossible{}});
    CHECK(turn.state == state);
    state = after(kPlaying, state, Continue{});
    CHECK(place(kPlaying, state) == "bike/look");
}

TEST_CASE("a question waits for a choice, and only for one that it has") {
    const RunState state = good_way_to(kPlaying, "bike/post-it");
    for (const Input& input :
         {Input(Continue{}), choose("right"), choose(""), Input(sango::activities::Input(sango::activities::Send{}))}) {
        const Turn turn = advance(kPlaying, state, input);
        CHECK(turn.effects == std::vector<Effect>{NotPossible{}});
        CHECK(turn.state == state);
    }
}

TEST_CASE("every choice shows its feedback before the story goes on") {
    const RunState question = good_way_to(kPlaying, "bike/post-it");
    const Turn turn = advance(kPlaying, question, choose("look-first"));
    CHECK(turn.effects == std::vector<Effect>{ShowedFeedback{true}});
    CHECK(turn.state.feedback == ChoiceId("look-first"));
    CHECK(place(kPlaying, turn.state) == "bike/post-it");
    CHECK(has(advance(kPlaying, turn.state, choose("post-now")).effects, NotPossible{}));
    CHECK(place(kPlaying, after(kPlaying, turn.state, Continue{})) == "clues/photo");
}

TEST_CASE("a wrong choice without a way on comes back to its question and is marked as tried") {
    RunState state = good_way_to(kPlaying, "bike/post-it");
    const Turn turn = advance(kPlaying, state, choose("keep"));
    CHECK(turn.effects == std::vector<Effect>{ShowedFeedback{false}});
    state = after(kPlaying, turn.state, Continue{});
    CHECK(place(kPlaying, state) == "bike/post-it");
    CHECK(state.tried == std::set<ChoiceId>{ChoiceId("keep")});
    CHECK_FALSE(state.feedback);
    CHECK(state.flags == std::set<Flag>{Flag("kept")});
    SUBCASE("it may be chosen again") {
        CHECK(has(advance(kPlaying, state, choose("keep")).effects, ShowedFeedback{false}));
    }
    SUBCASE("what was tried is forgotten with the next step") {
        state = after(kPlaying, after(kPlaying, state, choose("look-first")), Continue{});
        CHECK(state.tried.empty());
    }
}

TEST_CASE("a wrong choice with a way on leads there and sets its flags") {
    RunState state = good_way_to(kPlaying, "bike/post-it");
    state = after(kPlaying, after(kPlaying, state, choose("post-now")), Continue{});
    CHECK(state.flags == std::set<Flag>{Flag("posted")});
    CHECK(place(kPlaying, state) == "oops/oh");
    state = after(kPlaying, after(kPlaying, state, Continue{}), choose("take-down"));
    CHECK(place(kPlaying, after(kPlaying, state, Continue{})) == "clues/photo");
}

TEST_CASE("steps are played only when all of `when` and none of `unless` is set") {
    const auto after_order = [&](std::vector<std::string_view> choices) {
        RunState state = good_way_to(kPlaying, "bike/post-it");
        for (const std::string_view choice : choices) state = after(kPlaying, after(kPlaying, state, choose(choice)), Continue{});
        state = good_way_to(kPlaying, state, "clues/steps");
        state = do_activity(kPlaying, state);
        std::vector<std::string> places;
        for (; !state.activity; state = after(kPlaying, state, Continue{})) places.push_back(place(kPlaying, state));
        return places;
    };
    CHECK(after_order({"look-first"}) == std::vector<std::string>{"clues/never-posted"});
    CHECK(after_order({"keep", "look-first"}) == std::vector<std::string>{"clues/never-posted", "clues/it-was-kept"});
    CHECK(after_order({"post-now"}).empty());
    CHECK(after_order({"keep", "post-now"}).empty());
}

TEST_CASE("an activity starts with its step, answers to its inputs, and is gone after it was left") {
    RunState state = good_way_to(kPlaying, "clues/photo");
    REQUIRE(state.activity);
    const Turn wrong_try = advance(kPlaying, state, sango::activities::Input(sango::activities::Press{sango::activities::ItemId("tree")}));
    CHECK(wrong_try.effects == std::vector<Effect>{DidInActivity{sango::activities::Effect::Wrong}});
    CHECK(has(advance(kPlaying, state, sango::activities::Input(sango::activities::Send{})).effects, NotPossible{}));
    CHECK(has(advance(kPlaying, state, choose("tree")).effects, NotPossible{}));
    state = after(kPlaying, wrong_try.state, Continue{});
    CHECK(std::get<sango::activities::SpotState>(*state.activity).wrong_tries == 1);
    state = do_activity(kPlaying, state);
    CHECK(place(kPlaying, state) == "clues/steps");
    REQUIRE(state.activity);
    CHECK(std::holds_alternative<sango::activities::OrderState>(*state.activity));
}

TEST_CASE("leaving an activity says so, along with what follows") {
    RunState state = good_way_to(kPlaying, "clues/quiz");
    for (const char* question : {"colour", "birthday", "school"}) {
        const char* choice = std::string_view(question) == "colour" ? "red" : "skip";
        state = after(
            kPlaying, state,
            sango::activities::Input(sango::activities::Answer{sango::activities::ItemId(question), sango::activities::ItemId(choice)}));
    }
    state = after(kPlaying, after(kPlaying, state, Continue{}), Continue{});
    const Turn turn = advance(kPlaying, state, Continue{});
    CHECK(turn.effects == std::vector<Effect>{DidInActivity{sango::activities::Effect::Left}, CameToCheckpoint{SceneId("help")}});
    CHECK(place(kPlaying, turn.state) == "help/tell");
}

TEST_CASE("Continue of the story and of an activity mean the same everywhere") {
    const Input inner = sango::activities::Input(sango::activities::Continue{});
    RunState one = start(kPlaying, 1).state, other = one;
    one = after(kPlaying, one, Continue{});
    other = after(kPlaying, other, inner);
    CHECK(one == other);
}

TEST_CASE("a check question keeps the first and the latest answer, and goes on only after the good one") {
    RunState state = good_way_to(kPlaying, "help/first-check");
    const QuestionId clue("clue");
    Turn turn = advance(kPlaying, state, choose("left"));
    CHECK(turn.effects == std::vector<Effect>{Answered{clue, Form::B, ChoiceId("left")}, ShowedFeedback{false}});
    state = after(kPlaying, turn.state, Continue{});
    CHECK(place(kPlaying, state) == "help/first-check");
    CHECK(state.tried == std::set<ChoiceId>{ChoiceId("left")});
    state = after(kPlaying, after(kPlaying, state, choose("up")), Continue{});
    turn = advance(kPlaying, state, choose("right"));
    CHECK(turn.effects == std::vector<Effect>{Answered{clue, Form::B, ChoiceId("right")}, ShowedFeedback{true}});
    CHECK(turn.state.answers.at(clue) == Answer{ChoiceId("left"), ChoiceId("right")});
    state = after(kPlaying, turn.state, Continue{});
    CHECK(place(kPlaying, state) == "help/second-check");
    CHECK(state.tried.empty());
    CHECK(has(advance(kPlaying, state, choose("a-two")).effects, NotPossible{}));
}

TEST_CASE("the score counts good first answers only") {
    RunState state = good_way_to(kPlaying, "help/first-check");
    CHECK(score(kLesson, state).asked == 0);
    state = after(kPlaying, after(kPlaying, state, choose("down")), Continue{});
    state = good_way_to(kPlaying, state, "results");
    CHECK(score(kLesson, state).asked == 2);
    CHECK(score(kLesson, state).right == 1);
    state.answers[QuestionId("unknown")] = {ChoiceId("right"), ChoiceId("right")};
    CHECK(score(kLesson, state).asked == 2);
}

TEST_CASE("the lantern is lit and the story finished with the last answer, and then nothing more can be done") {
    RunState state = good_way_to(kPlaying, "help/second-check");
    state = after(kPlaying, state, choose("right"));
    const Turn turn = advance(kPlaying, state, Continue{});
    CHECK(turn.effects == std::vector<Effect>{LitLantern{}, Finished{}});
    CHECK(turn.state.finished);
    CHECK(fits(kPlaying, turn.state));
    for (const Input& input : all_inputs(kPlaying)) {
        const Turn more = advance(kPlaying, turn.state, input);
        CHECK(more.effects == std::vector<Effect>{NotPossible{}});
        CHECK(more.state == turn.state);
    }
}

TEST_CASE("a warm-up question comes before the story and does not count") {
    const WarmUp question = warm_up();
    const Playing playing{kLesson, &question};
    Turn turn = start(playing, 1);
    CHECK(turn.effects.empty());
    CHECK(turn.state.warming_up);
    CHECK(fits(playing, turn.state));
    CHECK(has(advance(playing, turn.state, choose("right")).effects, NotPossible{}));

    turn = advance(playing, turn.state, choose("a-one"));
    CHECK(turn.effects == std::vector<Effect>{ShowedFeedback{false}});
    turn = advance(playing, turn.state, Continue{});
    CHECK(turn.state.warming_up);
    CHECK(turn.state.tried == std::set<ChoiceId>{ChoiceId("a-one")});

    turn = advance(playing, after(playing, turn.state, choose("a-two")), Continue{});
    CHECK(turn.effects == std::vector<Effect>{CameToCheckpoint{SceneId("bike")}});
    CHECK(place(playing, turn.state) == "bike/intro");
    CHECK(turn.state == start(kPlaying, 1).state);
}

TEST_CASE("a warm-up question without a good choice is left out") {
    WarmUp hopeless = warm_up();
    for (Choice& choice : hopeless.question.choices) choice.good = false;
    CHECK_FALSE(start(Playing{kLesson, &hopeless}, 1).state.warming_up);
}

TEST_CASE("a story with nowhere to go finishes instead of hanging") {
    const auto ends_at_once = [](std::vector<Scene> scenes) {
        Lesson broken;
        broken.start = SceneId("one");
        broken.scenes = std::move(scenes);
        const Turn turn = start(Playing{broken}, 1);
        CHECK(has(turn.effects, Finished{}));
        CHECK_FALSE(has(turn.effects, NotPossible{}));
        (void)view(Playing{broken}, turn.state);
        return turn.state.finished;
    };
    SUBCASE("gotos in a circle") {
        CHECK(ends_at_once({scene("one", {step("a", Goto{SceneId("two")})}),
                            scene("two", {step("b", Award{"lantern"}), step("c", Goto{SceneId("one")})})}));
    }
    SUBCASE("a goto to itself") {
        CHECK(ends_at_once({scene("one", {step("a", Goto{SceneId("one")})})}));
    }
    SUBCASE("a missing scene") {
        CHECK(ends_at_once({scene("one", {step("a", Goto{SceneId("nowhere")})})}));
    }
    SUBCASE("a scene without steps") {
        CHECK(ends_at_once({scene("one", {})}));
    }
    SUBCASE("a missing start") {
        CHECK(ends_at_once({}));
    }
    SUBCASE("a check question that does not exist") {
        CHECK(ends_at_once({scene("one", {step("a", Check{QuestionId("no")})})}));
    }
}

TEST_CASE("a circle of gotos lights the lantern in it no more than once") {
    Lesson circle;
    circle.start = SceneId("one");
    circle.scenes = {scene("one", {step("a", Award{"lantern"}), step("b", Goto{SceneId("one")})})};
    CHECK(start(Playing{circle}, 1).effects == std::vector<Effect>{LitLantern{}, Finished{}});
}

TEST_CASE("a question asked again stays even when its own flag now speaks against it") {
    Lesson sticky;
    sticky.start = SceneId("one");
    sticky.scenes = {
        scene("one", {step("q", ask({wrong("no", "", {Flag("said-no")}), good("yes")}), {}, {Flag("said-no")}), step("end", End{})})};
    const Playing playing{sticky};
    RunState state = after(playing, after(playing, start(playing, 1).state, choose("no")), Continue{});
    CHECK(place(playing, state) == "one/q");
    CHECK(fits(playing, state));
    CHECK(after(playing, after(playing, state, choose("yes")), Continue{}).finished);
}

TEST_CASE("a checkpoint keeps the flags and answers that the lesson still knows") {
    RunState from = good_way_to(kPlaying, "help/second-check");
    from.flags = {Flag("posted"), Flag("of-an-older-revision")};
    from.answers[QuestionId("gone")] = {ChoiceId("right"), ChoiceId("right")};
    from.answers[QuestionId("telling")] = {ChoiceId("right"), ChoiceId("gone")};
    const RunState state = enter_checkpoint(kPlaying, from, SceneId("clues"));
    CHECK(place(kPlaying, state) == "clues/photo");
    CHECK(state.flags == std::set<Flag>{Flag("posted")});
    CHECK(state.answers.size() == 1);
    CHECK(state.answers.count(QuestionId("clue")) == 1);
    CHECK(state.seed == from.seed);
    CHECK(state.activity);
    CHECK(fits(kPlaying, state));
}

TEST_CASE("a checkpoint that is gone leads to the start of the story") {
    const RunState from = good_way_to(kPlaying, "help/tell");
    CHECK(place(kPlaying, enter_checkpoint(kPlaying, from, SceneId("cellar"))) == "bike/intro");
}

TEST_CASE("whatever a player does, the state fits, what is not possible changes nothing, and the way shown lies between 0 and 1") {
    const WarmUp question = warm_up();
    const Playing playing{kLesson, &question};
    const std::vector<Input> inputs = all_inputs(playing);
    int finished = 0;
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        sango::Random random(seed);
        RunState state = start(playing, seed).state;
        for (int i = 0; i < 10'000 && !state.finished; ++i) {
            const Turn turn = advance(playing, state, inputs[random.below(static_cast<std::uint32_t>(inputs.size()))]);
            REQUIRE(fits(playing, turn.state));
            if (has(turn.effects, NotPossible{})) {
                REQUIRE(turn.state == state);
                REQUIRE(turn.effects.size() == 1);
                continue;
            }
            state = turn.state;
            const float progress = view(playing, state).progress;
            REQUIRE(progress >= 0);
            REQUIRE(progress <= 1);
        }
        if (state.finished) ++finished;
    }
    CHECK(finished > 0);
}
