#include "game/story/lesson.hpp"

#include "tests/story/sample_lesson.hpp"

#include <doctest/doctest.h>

using namespace sango::story;
using namespace sango::story::test;

TEST_CASE("scenes, check questions and choices are found by id, or not at all") {
    const Lesson sample = lesson();
    CHECK(find_scene(sample, SceneId("clues")) == &sample.scenes[2]);
    CHECK(find_scene(sample, SceneId("clue")) == nullptr);
    CHECK(find_check(sample, QuestionId("telling")) == &sample.checks[1]);
    CHECK(find_check(sample, QuestionId("")) == nullptr);
    CHECK(find_choice(sample.checks[0].a.choices, ChoiceId("a-two"))->good);
    CHECK(find_choice(sample.checks[0].a.choices, ChoiceId("right")) == nullptr);
}

TEST_CASE("the flags of a lesson are those that its choices set") {
    CHECK(settable_flags(lesson()) == std::set<Flag>{Flag("posted"), Flag("kept")});
}

TEST_CASE("each scene knows how many scenes lie before the nearest end") {
    Lesson sample = lesson();
    using Distances = std::vector<std::optional<int>>;
    CHECK(scenes_to_end(sample) == Distances{2, 2, 1, 0});
    sample.scenes.push_back(scene("island", {step("sand", say("", "Nothing leads away."))}));
    sample.scenes.push_back(scene("gate", {step("q", ask({good("in", "island"), wrong("out", "help")}))}));
    CHECK(scenes_to_end(sample) == Distances{2, 2, 1, 0, std::nullopt, 1});
}
