#include "game/story/play_run.hpp"

#include "tests/story/driver.hpp"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::story;
using namespace sango::story::test;

namespace {
const Lesson kLesson = lesson();
const Playing kPlaying{kLesson};

constexpr std::string_view kWholeRun = R"(lesson sample
expect step intro
next
next
choose keep
expect feedback
next
choose post-now
next
expect scene oops
next
choose wait
next
choose take-down
next
expect step photo
press sign
expect feedback
next
press badge
next
next
take b
take a
take b
take c
take b
take d
send
expect feedback
next
take b
take c
take d
back
take d
hint
back
send
next
expect step quiz
answer colour red
answer birthday tell
answer school skip
next
next
answer birthday skip
answer school skip
next
expect step tell
helper mum
piece what one
piece who one
piece when two
piece feel one
send
expect feedback
next
helper helpline
send
next
next
expect step message
place what good
place where bad
send
next
place where fine
send
next
expect step the-rule
next
choose left
next
choose right
next
choose right
next
expect results
)";

PlayScript parsed(std::string_view text) {
    Problems problems;
    auto script = parse_play(text, "try.play", problems);
    REQUIRE(script);
    return *std::move(script);
}
/// What went wrong with a script, or "".
std::string fault(const Playing& playing, std::string_view text) {
    const auto effects = play_all(playing, parsed(text), 1);
    return effects ? "" : to_string(effects.problem());
}
}  // namespace

TEST_CASE("a whole lesson is replayed from a script, wrong turns and all") {
    const auto effects = play_all(kPlaying, parsed(kWholeRun), 1);
    CHECK(fault(kPlaying, kWholeRun) == "");
    REQUIRE(effects);
    CHECK(has(*effects, CameToCheckpoint{SceneId("bike")}));
    CHECK(has(*effects, Answered{QuestionId("clue"), Form::B, ChoiceId("left")}));
    CHECK(has(*effects, LitLantern{}));
    CHECK(effects->back() == Effect{Finished{}});
}

TEST_CASE("a script does the same whatever the seed") {
    for (std::uint32_t seed = 0; seed < 20; ++seed) CHECK(play_all(kPlaying, parsed(kWholeRun), seed));
}

TEST_CASE("what is saved and loaded between commands plays on as if nothing had happened") {
    int times = 0;
    const auto copied = play_all(kPlaying, parsed(kWholeRun), 1, [&](PlayRun run) {
        ++times;
        REQUIRE(fits(kPlaying, run.state));
        for (const RunState& state : run.past) REQUIRE(fits(kPlaying, state));
        return run;
    });
    REQUIRE(copied);
    CHECK(*copied == *play_all(kPlaying, parsed(kWholeRun), 1));
    CHECK(times == static_cast<int>(parsed(kWholeRun).commands.size()));
    const auto damaged = play_all(kPlaying, parsed(kWholeRun), 1, [](PlayRun run) {
        run.state.step = 99;
        return run;
    });
    CHECK_FALSE(damaged);
}

TEST_CASE("going back undoes one input, expectations undo nothing") {
    PlayRun run = start_run(kPlaying, 1);
    const PlayRun first = run;
    const PlayScript script = parsed("lesson sample\nnext\nexpect step look\nback\nback\n");
    CHECK(play(kPlaying, run, script, script.commands[0]));
    const PlayRun second = run;
    CHECK(play(kPlaying, run, script, script.commands[1]));
    CHECK(run == second);
    CHECK(play(kPlaying, run, script, script.commands[2]));
    CHECK(run == first);
    const auto too_far = play(kPlaying, run, script, script.commands[3]);
    REQUIRE_FALSE(too_far);
    CHECK(to_string(too_far.problem()) == "try.play:5: there is nothing to go back to; the story is at scene \"bike\", step \"intro\"");
}

TEST_CASE("a script that does not fit the story fails with its line and where the story stands") {
    CHECK(fault(kPlaying, "lesson sample\nnext\nchoose look-first") ==
          "try.play:3: this cannot be done here; the story is at scene \"bike\", step \"look\"");
    CHECK(fault(kPlaying, "lesson sample\n\nexpect scene clues") ==
          "try.play:3: expected scene \"clues\"; the story is at scene \"bike\", step \"intro\"");
    CHECK(fault(kPlaying, "lesson sample\nexpect step look") ==
          "try.play:2: expected step \"look\"; the story is at scene \"bike\", step \"intro\"");
    CHECK(fault(kPlaying, "lesson sample\nexpect feedback") ==
          "try.play:2: expected feedback on screen; the story is at scene \"bike\", step \"intro\"");
    CHECK(fault(kPlaying, "lesson sample\nexpect results") ==
          "try.play:2: expected the results; the story is at scene \"bike\", step \"intro\"");
    const auto lines = std::to_string(std::count(kWholeRun.begin(), kWholeRun.end(), '\n') + 1);
    CHECK(fault(kPlaying, std::string(kWholeRun) + "next") ==
          "try.play:" + lines + ": this cannot be done here; the results are on screen");
}

TEST_CASE("the warm-up is part of the run, but of no scene") {
    const WarmUp question = warm_up();
    const Playing playing{kLesson, &question};
    CHECK(fault(playing, "lesson sample\nchoose a-one\nexpect feedback\nnext\nchoose a-two\nnext\nexpect scene bike") == "");
    CHECK(fault(playing, "lesson sample\nexpect scene bike") == "try.play:2: expected scene \"bike\"; the warm-up question is on screen");
}
