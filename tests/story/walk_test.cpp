#include "game/story/walk.hpp"

#include "tests/story/driver.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <map>

using namespace sango;
using namespace sango::story;
using namespace sango::story::test;

namespace {

/// All problems that a walk finds, one a line.
std::string walked(const Lesson& lesson, WalkReport* report = nullptr) {
    Problems problems;
    const WalkReport found = walk(lesson, "l.json", problems);
    if (report) *report = found;
    std::string all;
    for (const Problem& problem : problems) all += to_string(problem) + "\n";
    return all;
}
bool finds(const Lesson& lesson, std::string_view problem) {
    const std::string all = walked(lesson);
    CAPTURE(all);
    CHECK(all.find(problem) != std::string::npos);
    return all.find(problem) != std::string::npos;
}
bool finds_only(const Lesson& lesson, const std::string& problem) {
    const std::string all = walked(lesson);
    CHECK(all == problem + "\n");
    return all == problem + "\n";
}
Scene& scene_of(Lesson& lesson, std::string_view id) {
    for (Scene& each : lesson.scenes) {
        if (each.id == SceneId(id)) return each;
    }
    FAIL("no such scene");
    return lesson.scenes.front();
}
Step& step_of(Lesson& lesson, std::string_view scene, std::string_view id) {
    for (Step& each : scene_of(lesson, scene).steps) {
        if (each.id == StepId(id)) return each;
    }
    FAIL("no such step");
    return scene_of(lesson, scene).steps.front();
}
void remove_step(Lesson& lesson, std::string_view scene, std::string_view id) {
    std::vector<Step>& steps = scene_of(lesson, scene).steps;
    steps.erase(std::remove_if(steps.begin(), steps.end(), [&](const Step& each) { return each.id == StepId(id); }), steps.end());
}

/// Every story state that the engine itself meets, as "scene/step" with its flags; activities are done by their shortest way.
std::set<std::pair<std::string, std::set<Flag>>> met_by_engine(const Playing& playing) {
    std::set<std::pair<std::string, std::set<Flag>>> met;
    std::deque<RunState> queue = {start(playing, 1).state};
    while (!queue.empty()) {
        const RunState state = queue.front();
        queue.pop_front();
        if (state.finished || !met.insert({place(playing, state), state.flags}).second) continue;
        if (state.activity) {
            queue.push_back(do_activity(playing, state));
            continue;
        }
        const View seen = view(playing, state);
        if (const auto* asking = std::get_if<Asking>(&seen.shown)) {
            for (const Choice* choice : asking->choices)
                queue.push_back(after(playing, after(playing, state, Choose{choice->id}), Continue{}));
        } else {
            queue.push_back(after(playing, state, Continue{}));
        }
    }
    return met;
}

}  // namespace

TEST_CASE("a sound lesson has no problems, and all its scenes are reached") {
    WalkReport report;
    CHECK(walked(lesson(), &report) == "");
    CHECK(report.scenes == std::set<SceneId>{SceneId("bike"), SceneId("oops"), SceneId("clues"), SceneId("help")});
}

TEST_CASE("the walk meets the states that the engine meets, and beyond them only steps that show nothing") {
    const Lesson sample = lesson();
    const auto met = met_by_engine(Playing{sample});
    // Met by the walk alone. With posted as without, kept or not: lantern, done, to-help, on; each silent or passed over.
    std::size_t silent = 0;
    for (const bool posted : {false, true}) {
        silent += 2 * 3;                 // to-help, lantern, done, with kept and without
        silent += 2 * (posted ? 2 : 0);  // clues: never-posted and it-was-kept are passed over
        silent += posted ? 2 * 2 : 0;    // oops: to-clues is passed over, and the goto "on"
        silent += posted ? 0 : 1;        // it-was-kept is passed over without kept
    }
    WalkReport report;
    (void)walked(sample, &report);
    CHECK(report.states == met.size() + silent);
}

TEST_CASE("flags that no condition reads do not multiply the states") {
    Lesson sample = lesson();
    WalkReport before, after_it;
    (void)walked(sample, &before);
    std::get<Ask>(step_of(sample, "oops", "mend").action).choices[0].set = {Flag("nobody-reads-this")};
    (void)walked(sample, &after_it);
    CHECK(before.states == after_it.states);
}

TEST_CASE("a scene that runs out of steps is a problem, named once") {
    Lesson sample = lesson();
    remove_step(sample, "oops", "on");
    CHECK(finds_only(sample,
                     "l.json#/scenes/oops: the steps run out here; close the scene with a goto, an end, or a question all of whose choices "
                     "have \"next\""));
}

TEST_CASE("a scene runs out only where a condition lets it") {
    Lesson sample = lesson();
    step_of(sample, "clues", "to-help").condition.when = {Flag("posted")};
    CHECK(finds(sample, "l.json#/scenes/clues: the steps run out here"));
    step_of(sample, "clues", "to-help").condition = {};
    CHECK(walked(sample) == "");
}

TEST_CASE("a question from which nothing leads on is a trap") {
    Lesson sample = lesson();
    std::get<Ask>(step_of(sample, "oops", "mend").action).choices[1].good = false;
    CHECK(finds(sample, "l.json#/scenes/oops/steps/to-clues: from here no end can be reached; add a way on, a good choice or an end"));
}

TEST_CASE("a circle of scenes without an end is a trap even if it shows something") {
    Lesson sample = lesson();
    step_of(sample, "clues", "to-help").action = Goto{SceneId("bike")};
    CHECK(finds(sample, "l.json#/scenes/bike/steps/intro: from here no end can be reached"));
    CHECK(finds(sample, "l.json#/scenes/help: this scene is never reached; lead to it or take it out"));
}

TEST_CASE("gotos that go round and show nothing are named as what they are") {
    Lesson sample = lesson();
    step_of(sample, "clues", "to-help").action = Goto{SceneId("ring")};
    sample.scenes.push_back(scene("ring", {step("round", Goto{SceneId("rang")})}));
    sample.scenes.push_back(scene("rang", {step("and-round", Goto{SceneId("ring")})}));
    const std::string all = walked(sample);
    CHECK(all.find("goes round in a circle and shows nothing; let a goto lead out of it") != std::string::npos);
    CHECK(all.find("no end can be reached") == std::string::npos);
}

TEST_CASE("a goto to its own scene is a circle only if it shows nothing on the way") {
    Lesson sample = lesson();
    sample.scenes.push_back(scene("loop", {step("out", Goto{SceneId("help")}, {Flag("posted")}), step("again", Goto{SceneId("loop")})}));
    step_of(sample, "clues", "to-help").action = Goto{SceneId("loop")};
    CHECK(finds(sample, "circle and shows nothing"));
    std::vector<Step>& steps = scene_of(sample, "loop").steps;
    steps.insert(steps.begin() + 1, step("turn", ask({good("on", "help"), wrong("round", "loop")})));
    CHECK(walked(sample) == "");
}

TEST_CASE("scenes that do not exist are named at the step or choice that leads there") {
    Lesson sample = lesson();
    step_of(sample, "clues", "to-help").action = Goto{SceneId("halp")};
    CHECK(finds(sample, "l.json#/scenes/clues/steps/to-help: there is no scene \"halp\"; name one that exists"));
    sample = lesson();
    std::get<Ask>(step_of(sample, "bike", "post-it").action).choices[0].next = SceneId("clue");
    CHECK(finds(sample, "l.json#/scenes/bike/steps/post-it/choices/look-first/next: there is no scene \"clue\"; name one that exists"));
    sample = lesson();
    sample.start = SceneId("begin");
    CHECK(finds(sample, "l.json#/start: there is no scene \"begin\"; name the scene in which the story starts"));
}

TEST_CASE("a scene to which nothing leads is a problem") {
    Lesson sample = lesson();
    sample.scenes.push_back(scene("attic", {step("end", End{})}));
    CHECK(finds_only(sample, "l.json#/scenes/attic: this scene is never reached; lead to it or take it out"));
}

TEST_CASE("a scene behind a flag that is never set is never reached") {
    Lesson sample = lesson();
    std::vector<Step>& steps = scene_of(sample, "clues").steps;
    steps.insert(steps.begin(), step("secret", Goto{SceneId("attic")}, {Flag("never-set")}));
    sample.scenes.push_back(scene("attic", {step("back", Goto{SceneId("help")})}));
    CHECK(finds_only(sample, "l.json#/scenes/attic: this scene is never reached; lead to it or take it out"));
}

TEST_CASE("after a wrong choice a good one must come before the end, and check questions do not count") {
    Lesson sample = lesson();
    remove_step(sample, "oops", "mend");
    CHECK(finds_only(sample,
                     "l.json#/scenes/bike/steps/post-it/choices/post-now: after this choice the story can end without a good choice; "
                     "ask a question that mends it before the end"));
}

TEST_CASE("a good choice that can be passed over mends nothing") {
    Lesson sample = lesson();
    step_of(sample, "oops", "mend").condition.unless = {Flag("kept")};
    CHECK(finds(sample, "/choices/post-now: after this choice the story can end without a good choice"));
}

TEST_CASE("every way must pass a Tell beat, the rule card and the lantern") {
    Lesson sample = lesson();
    remove_step(sample, "help", "tell");
    CHECK(finds_only(sample,
                     "l.json#/scenes/help/steps/done: the way bike > clues > help ends here without a Tell beat; every way must pass one"));
    sample = lesson();
    step_of(sample, "help", "the-rule").condition.unless = {Flag("posted")};
    CHECK(finds_only(
        sample,
        "l.json#/scenes/help/steps/done: the way bike > oops > clues > help ends here without the rule card; every way must pass one"));
    sample = lesson();
    step_of(sample, "help", "lantern").condition.when = {Flag("kept")};
    CHECK(finds_only(
        sample,
        "l.json#/scenes/help/steps/done: the way bike > clues > help ends here without lighting the lantern; every way must pass one"));
}

TEST_CASE("a short cut to an end around the Tell beat is found") {
    Lesson sample = lesson();
    std::get<Ask>(step_of(sample, "oops", "mend").action).choices.push_back(good("go-home", "home"));
    sample.scenes.push_back(scene("home", {step("rule", Rule{}), step("lantern", Award{"lantern"}), step("end", End{})}));
    CHECK(finds_only(sample,
                     "l.json#/scenes/home/steps/end: the way bike > oops > home ends here without a Tell beat; every way must pass one"));
}

TEST_CASE("activities, Tell beats and check questions that nobody can get through are problems") {
    Lesson sample = lesson();
    auto& build = std::get<activities::Build>(std::get<Activity>(step_of(sample, "help", "message").action).model);
    build.slots[0].pieces.resize(1);
    CHECK(
        finds_only(sample, "l.json#/scenes/help/steps/message: this activity cannot be solved; give every part of it an answer that fits"));
    sample = lesson();
    for (activities::Helper& helper : std::get<Tell>(step_of(sample, "help", "tell").action).model.helpers)
        helper.reply = activities::Reply::Busy;
    CHECK(finds_only(
        sample, "l.json#/scenes/help/steps/tell: nobody listens here; let a helper's reply be \"listens\", and give each row a piece"));
    sample = lesson();
    sample.checks[0].b.choices[0].good = false;
    CHECK(finds_only(sample, "l.json#/checks/clue/b: no choice is good, so nobody can go on; mark one \"good\": true"));
    sample = lesson();
    sample.checks.pop_back();
    CHECK(finds_only(sample, "l.json#/scenes/help/steps/second-check: there is no check question \"telling\"; name one of \"checks\""));
    sample = lesson();
    std::get<Ask>(step_of(sample, "oops", "mend").action).choices.clear();
    CHECK(finds_only(sample, "l.json#/scenes/oops/steps/mend: this question has no choices; give it two to four"));
}

TEST_CASE("a choice without a reason is a problem") {
    Lesson sample = lesson();
    std::get<Ask>(step_of(sample, "bike", "post-it").action).choices[2].because = "";
    CHECK(finds_only(sample, "l.json#/scenes/bike/steps/post-it/choices/keep: this choice has no feedback; say why in \"because\""));
    sample = lesson();
    sample.checks[1].b.choices[3].because = "";
    CHECK(finds_only(sample, "l.json#/checks/telling/b/choices/down: this choice has no feedback; say why in \"because\""));
}

TEST_CASE("a question asked again although its own flag speaks against it is walked as the engine plays it") {
    Lesson sample = lesson();
    step_of(sample, "oops", "mend").condition.unless = {Flag("waited")};
    std::get<Ask>(step_of(sample, "oops", "mend").action).choices[0].set = {Flag("waited")};
    CHECK(walked(sample) == "");
}

TEST_CASE("a story with too many states is a problem, and the walk stops there") {
    Lesson sample = lesson();
    std::vector<Step> steps;
    for (int i = 0; i < 16; ++i) {
        const Flag flag("flag-" + std::to_string(i));
        steps.push_back(step("ask-" + std::to_string(i), ask({good("no"), {ChoiceId("yes"), "Yes", "Why not.", true, SceneId(), {flag}}})));
        steps.push_back(step("say-" + std::to_string(i), say("leo", "Aha."), {flag}));
    }
    steps.push_back(step("on", Goto{SceneId("clues")}));
    scene_of(sample, "bike").steps = steps;
    WalkReport report;
    CHECK(walked(sample, &report) == "l.json#: the story has more than 20000 states; use fewer flags in conditions, or fewer scenes\n");
    CHECK(report.states > 20'000);
    CHECK(report.states < 20'010);
}

TEST_CASE("a lesson with nothing in it is walked without harm") {
    CHECK(walked(Lesson{}) == "l.json#/start: there is no scene \"\"; name the scene in which the story starts\n");
}
