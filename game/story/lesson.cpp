#include "game/story/lesson.hpp"

#include <algorithm>

namespace sango::story {
namespace {

/// Where the step can lead besides the next step.
std::vector<SceneId> exits(const Action& action) {
    std::vector<SceneId> scenes;
    if (const auto* jump = std::get_if<Goto>(&action)) scenes.push_back(jump->scene);
    if (const auto* ask = std::get_if<Ask>(&action)) {
        for (const Choice& choice : ask->choices) {
            if (!choice.next.empty()) scenes.push_back(choice.next);
        }
    }
    return scenes;
}

bool has_end(const Scene& scene) {
    return std::any_of(scene.steps.begin(), scene.steps.end(), [](const Step& step) { return std::holds_alternative<End>(step.action); });
}

bool leads_to(const Scene& scene, const SceneId& target) {
    return std::any_of(scene.steps.begin(), scene.steps.end(), [&](const Step& step) {
        const std::vector<SceneId> scenes = exits(step.action);
        return std::find(scenes.begin(), scenes.end(), target) != scenes.end();
    });
}

}  // namespace

const Scene* find_scene(const Lesson& lesson, const SceneId& id) {
    const auto found = std::find_if(lesson.scenes.begin(), lesson.scenes.end(), [&](const Scene& scene) { return scene.id == id; });
    return found == lesson.scenes.end() ? nullptr : &*found;
}

const CheckQuestion* find_check(const Lesson& lesson, const QuestionId& id) {
    const auto found = std::find_if(lesson.checks.begin(), lesson.checks.end(), [&](const CheckQuestion& check) { return check.id == id; });
    return found == lesson.checks.end() ? nullptr : &*found;
}

const Choice* find_choice(const std::vector<Choice>& choices, const ChoiceId& id) {
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.id == id; });
    return found == choices.end() ? nullptr : &*found;
}

bool has_good_choice(const Question& question) {
    return std::any_of(question.choices.begin(), question.choices.end(), [](const Choice& choice) { return choice.good; });
}

std::set<Flag> settable_flags(const Lesson& lesson) {
    std::set<Flag> flags;
    for (const Scene& scene : lesson.scenes) {
        for (const Step& step : scene.steps) {
            const auto* ask = std::get_if<Ask>(&step.action);
            if (!ask) continue;
            for (const Choice& choice : ask->choices) flags.insert(choice.set.begin(), choice.set.end());
        }
    }
    return flags;
}

std::vector<std::optional<int>> scenes_to_end(const Lesson& lesson) {
    std::vector<std::optional<int>> distance(lesson.scenes.size());
    std::vector<std::size_t> queue;
    for (std::size_t i = 0; i < lesson.scenes.size(); ++i) {
        if (!has_end(lesson.scenes[i])) continue;
        distance[i] = 0;
        queue.push_back(i);
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const std::size_t reached = queue[next];
        for (std::size_t i = 0; i < lesson.scenes.size(); ++i) {
            if (distance[i] || !leads_to(lesson.scenes[i], lesson.scenes[reached].id)) continue;
            distance[i] = *distance[reached] + 1;
            queue.push_back(i);
        }
    }
    return distance;
}

}  // namespace sango::story
