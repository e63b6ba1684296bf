#include "game/story/play_script.hpp"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::story;

namespace {
/// All problems of a script, one a line.
std::string problems_of(std::string_view text) {
    Problems problems;
    const auto script = parse_play(text, "try.play", problems);
    CHECK(bool(script) == problems.empty());
    if (!script) CHECK(script.problem() == problems.front());
    std::string all;
    for (const Problem& problem : problems) all += to_string(problem) + "\n";
    return all;
}
PlayScript parsed(std::string_view text) {
    Problems problems;
    auto script = parse_play(text, "try.play", problems);
    REQUIRE(script);
    return *std::move(script);
}
template <class Kind>
const Kind& act(const PlayCommand& command) {
    return std::get<Kind>(std::get<activities::Input>(std::get<Input>(command.action)));
}
activities::ItemId item(std::string_view text) {
    return activities::ItemId(text);
}
}  // namespace

TEST_CASE("each command becomes what it says, with the number of its line") {
    const PlayScript script = parsed(
        "# a run\nlesson who-can-help   # its lesson\n\nnext\nchoose look-first\nplace what photo\ntake stop\npress sign\n"
        "answer birthday skip\nhelper rivera\npiece who mouse\nsend\nhint\nback\n"
        "expect scene clues\nexpect step look\nexpect feedback\nexpect results\n");
    CHECK(script.name == "try.play");
    CHECK(script.lesson == LessonId("who-can-help"));
    REQUIRE(script.commands.size() == 15);
    for (std::size_t i = 0; i < script.commands.size(); ++i) CHECK(script.commands[i].line == static_cast<int>(i) + 4);
    CHECK(std::holds_alternative<Continue>(std::get<Input>(script.commands[0].action)));
    CHECK(std::get<Choose>(std::get<Input>(script.commands[1].action)).choice == ChoiceId("look-first"));
    CHECK(act<activities::Place>(script.commands[2]) == activities::Place{item("what"), item("photo")});
    CHECK(act<activities::Take>(script.commands[3]).item == item("stop"));
    CHECK(act<activities::Press>(script.commands[4]).thing == item("sign"));
    CHECK(act<activities::Answer>(script.commands[5]) == activities::Answer{item("birthday"), item("skip")});
    CHECK(act<activities::ChooseHelper>(script.commands[6]).helper == item("rivera"));
    CHECK(act<activities::ChoosePiece>(script.commands[7]) == activities::ChoosePiece{item("who"), item("mouse")});
    CHECK(act<activities::Send>(script.commands[8]) == activities::Send{});
    CHECK(act<activities::Hint>(script.commands[9]) == activities::Hint{});
    CHECK(std::holds_alternative<GoBack>(script.commands[10].action));
    CHECK(std::get<ExpectScene>(script.commands[11].action).scene == SceneId("clues"));
    CHECK(std::get<ExpectStep>(script.commands[12].action).step == StepId("look"));
    CHECK(std::holds_alternative<ExpectFeedback>(script.commands[13].action));
    CHECK(std::holds_alternative<ExpectResults>(script.commands[14].action));
}

TEST_CASE("line ends of other systems, a byte order mark, tabs and a missing last line end do no harm") {
    const PlayScript script = parsed("\xef\xbb\xbflesson one\r\n\tchoose\ttwo  \r\nnext");
    CHECK(script.lesson == LessonId("one"));
    REQUIRE(script.commands.size() == 2);
    CHECK(std::get<Choose>(std::get<Input>(script.commands[0].action)).choice == ChoiceId("two"));
    CHECK(script.commands[1].line == 3);
}

TEST_CASE("all problems are found, each with its line and what to write instead") {
    CHECK(problems_of("lesson one\njump\nchoose\nnext two\nplace what\nchoose Two\n") ==
          "try.play:2: there is no command \"jump\"; use one of next, choose, place, take, press, answer, helper, piece, send, hint, back, "
          "expect\n"
          "try.play:3: write \"choose CHOICE\"\n"
          "try.play:4: write \"next\"\n"
          "try.play:5: write \"place SLOT PIECE\"\n"
          "try.play:6: \"Two\" cannot be an id: use 1 to 40 small letters, digits and dashes\n");
}

TEST_CASE("an expectation must be one that there is") {
    CHECK(problems_of("lesson one\nexpect\nexpect rain\nexpect scene\nexpect results now\n") ==
          "try.play:2: say what to expect: scene, step, feedback, results\n"
          "try.play:3: \"rain\" cannot be expected; use one of scene, step, feedback, results\n"
          "try.play:4: write \"expect scene SCENE\"\n"
          "try.play:5: write \"expect results\"\n");
}

TEST_CASE("a script names its lesson first, once, and with an id") {
    CHECK(problems_of("") == "try.play:1: the script is empty; its first line must be \"lesson LESSON\"\n");
    CHECK(problems_of("# nothing\n\n") == "try.play:2: the script is empty; its first line must be \"lesson LESSON\"\n");
    CHECK(problems_of("\nnext\nnext\n") == "try.play:2: the first line must be \"lesson LESSON\"\n");
    CHECK(problems_of("lesson one\nlesson two\n") == "try.play:2: the lesson is already named; take this line out\n");
    CHECK(problems_of("next\nlesson one\n") ==
          "try.play:1: the first line must be \"lesson LESSON\"\ntry.play:2: this line must be the first; move it to the top\n");
    CHECK(problems_of("lesson\n") == "try.play:1: write \"lesson LESSON\"\n");
    CHECK(problems_of("lesson ../x\n") == "try.play:1: \"../x\" cannot be an id: use 1 to 40 small letters, digits and dashes\n");
}

TEST_CASE("a problem shows at most the beginning of a strange word, and nothing that garbles a terminal") {
    const std::string problem = problems_of("lesson one\n\x1b[31m" + std::string(500, 'x') + "\n");
    CHECK(problem.find('\x1b') == std::string::npos);
    CHECK(problem.find("\"?[31m") != std::string::npos);
    CHECK(problem.size() < 220);
}
