// A small whole lesson, built in code: every kind of step, a wrong turn that is mended, conditions, and a warm-up question.
#pragma once

#include "game/story/story.hpp"
#include "tests/activities/samples.hpp"

namespace sango::story::test {

inline Step step(std::string_view id, Action action, std::vector<Flag> when = {}, std::vector<Flag> unless = {}) {
    return {StepId(id), {std::move(when), std::move(unless)}, std::move(action)};
}
inline Say say(std::string_view by, std::string_view text) {
    return {CharacterId(by), Mood::Happy, std::string(text), ""};
}
inline Choice good(std::string_view id, std::string_view next = "") {
    return {ChoiceId(id), "Good " + std::string(id), "Because it is good.", true, SceneId(next), {}};
}
inline Choice wrong(std::string_view id, std::string_view next = "", std::vector<Flag> set = {}) {
    return {ChoiceId(id), "Wrong " + std::string(id), "Because it is not good.", false, SceneId(next), std::move(set)};
}
inline Ask ask(std::vector<Choice> choices) {
    return {CharacterId("sango"), Mood::Curious, "What now?", std::move(choices)};
}
inline Scene scene(std::string_view id, std::vector<Step> steps) {
    return {SceneId(id), PlaceId("street"), {CharacterId("leo")}, false, std::move(steps)};
}

inline CheckQuestion check_question(std::string_view id, bool about_telling) {
    return {QuestionId(id),
            "a-skill",
            about_telling,
            {"Form A of " + std::string(id), {wrong("a-one"), good("a-two"), wrong("a-three")}},
            {"Form B of " + std::string(id), {good("right"), wrong("left"), wrong("up"), wrong("down")}}};
}

/// bike → (oops →) clues → help. "posted" is set on the wrong turn, "kept" by a wrong choice that comes back to its question.
inline Lesson lesson() {
    const Flag posted("posted"), kept("kept");
    Lesson lesson;
    lesson.id = LessonId("sample");
    lesson.title = "A sample";
    lesson.rule = "Check what it shows.";
    lesson.start = SceneId("bike");
    lesson.scenes = {
        scene("bike",
              {step("intro", say("", "It is Sunday.")), step("look", say("leo", "Look at my bike!")),
               step("post-it", ask({good("look-first", "clues"), wrong("post-now", "oops", {posted}), wrong("keep", "", {kept})}))}),
        scene("oops", {step("to-clues", Goto{SceneId("clues")}, {}, {posted}), step("oh", say("leo", "Oh no."), {posted}),
                       step("mend", ask({wrong("wait"), good("take-down")})), step("on", Goto{SceneId("clues")})}),
        scene("clues", {step("photo", Activity{activities::test::spot()}), step("steps", Activity{activities::test::order()}),
                        step("never-posted", say("mia", "Good that it is not posted."), {}, {posted}),
                        step("it-was-kept", say("mia", "You wanted to keep it."), {kept}, {posted}),
                        step("quiz", Activity{activities::test::reveal()}), step("to-help", Goto{SceneId("help")})}),
        scene("help", {step("tell", Tell{activities::test::tell()}), step("message", Activity{activities::test::build()}),
                       step("the-rule", Rule{}), step("first-check", Check{QuestionId("clue")}),
                       step("second-check", Check{QuestionId("telling")}), step("lantern", Award{"lantern"}), step("done", End{})})};
    for (const std::size_t index : {0U, 2U, 3U}) lesson.scenes[index].checkpoint = true;
    lesson.scenes[1].place = PlaceId("bedroom");
    lesson.checks = {check_question("clue", false), check_question("telling", true)};
    return lesson;
}

/// Asks form A of the first check question, as if of a lesson finished earlier.
inline WarmUp warm_up() {
    return {LessonId("earlier"), QuestionId("clue"), check_question("clue", false).a};
}

}  // namespace sango::story::test
