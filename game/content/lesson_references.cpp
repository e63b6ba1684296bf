#include "game/content/lesson_parts.hpp"

#include <set>

namespace sango::content {
namespace {

using story::Flag;
using story::SceneId;

/// What one part of a lesson says about another: ids that must exist.
class ReferenceCheck {
public:
    ReferenceCheck(const story::Lesson& lesson, const std::string& file, Problems& problems) : lesson_(lesson), file_(file), problems_(problems) {}

    void run() {
        std::set<std::string> scenes;
        for (const story::Scene& scene : lesson_.scenes) {
            if (!scenes.insert(scene.id.value).second) say("#/scenes/" + scene.id.value, "two scenes are called \"" + scene.id.value + "\"; give one another id");
        }
        if (!story::find_scene(lesson_, lesson_.start)) say("#/start", "no scene \"" + lesson_.start.value + "\"; write the id of a scene");
        flags_ = story::settable_flags(lesson_);
        for (const story::Scene& scene : lesson_.scenes) {
            for (const story::Step& step : scene.steps) check(step, "#/scenes/" + scene.id.value + "/steps/" + step.id.value);
        }
        std::set<std::string> skills;
        for (const story::Skill& skill : lesson_.skills) skills.insert(skill.id);
        int about_telling = 0;
        for (const story::CheckQuestion& question : lesson_.checks) {
            if (skills.count(question.skill) == 0) say("#/checks/" + question.id.value + "/skill", "no skill \"" + question.skill + "\"; write the id of one of the skills");
            about_telling += question.about_telling ? 1 : 0;
            if (asked_.count(question.id) == 0) say("#/checks/" + question.id.value, "this question is never asked; add a step { \"check\": \"" + question.id.value + "\" }");
        }
        if (about_telling != 1) say("#/checks", "exactly one of the two check questions must be about telling; mark it with \"tell\": true");
    }

private:
    void say(const std::string& place, std::string what) { problems_.push_back({file_ + place, std::move(what)}); }

    void flag(const Flag& flag, const std::string& place) {
        if (flags_.count(flag) == 0) say(place, "no choice sets the flag \"" + flag.value + "\"; add it to the \"set\" of a choice, or correct its name");
    }

    void check(const story::Step& step, const std::string& place) {
        for (const Flag& one : step.condition.when) flag(one, place + "/when");
        for (const Flag& one : step.condition.unless) flag(one, place + "/unless");
        if (const auto* jump = std::get_if<story::Goto>(&step.action)) scene(jump->scene, place);
        if (const auto* asked = std::get_if<story::Check>(&step.action)) {
            asked_.insert(asked->question);
            if (!story::find_check(lesson_, asked->question)) say(place, "no check question \"" + asked->question.value + "\"; write the id of one of the checks");
        }
        if (const auto* ask = std::get_if<story::Ask>(&step.action)) {
            for (const story::Choice& choice : ask->choices) {
                if (!choice.next.empty()) scene(choice.next, place + "/choices/" + choice.id.value + "/next");
            }
        }
    }
    void scene(const SceneId& id, const std::string& place) {
        if (!story::find_scene(lesson_, id)) say(place, "no scene \"" + id.value + "\"; write the id of a scene of this lesson");
    }

    const story::Lesson& lesson_;
    const std::string& file_;
    Problems& problems_;
    std::set<Flag> flags_;                  // that some choice sets
    std::set<story::QuestionId> asked_;     // by a check step
};

}  // namespace

void check_references(const story::Lesson& lesson, const std::string& file, Problems& problems) { ReferenceCheck(lesson, file, problems).run(); }

}  // namespace sango::content
