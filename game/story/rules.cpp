#include "game/story/rules.hpp"

#include <algorithm>

namespace sango::story {

bool holds(const Condition& condition, const std::set<Flag>& flags) {
    const auto is_set = [&](const Flag& flag) { return flags.count(flag) == 1; };
    return std::all_of(condition.when.begin(), condition.when.end(), is_set) &&
           std::none_of(condition.unless.begin(), condition.unless.end(), is_set);
}

bool shows_something(const Action& action) {
    return !std::holds_alternative<Award>(action) && !std::holds_alternative<Goto>(action) && !std::holds_alternative<End>(action);
}

const Step* current_step(const Lesson& lesson, const RunState& state) {
    const Scene* scene = find_scene(lesson, state.scene);
    if (!scene || state.step < 0 || static_cast<std::size_t>(state.step) >= scene->steps.size()) return nullptr;
    return &scene->steps[static_cast<std::size_t>(state.step)];
}

bool has_warm_up(const Playing& playing) {
    return playing.warm_up && has_good_choice(playing.warm_up->question);
}

std::optional<AskedQuestion> question_on_screen(const Playing& playing, const RunState& state) {
    if (state.finished) return std::nullopt;
    AskedQuestion asked;
    if (state.warming_up) {
        if (!has_warm_up(playing)) return std::nullopt;
        asked.text = &playing.warm_up->question.text;
        asked.choices = &playing.warm_up->question.choices;
        asked.warm_up = true;
        return asked;
    }
    const Step* step = current_step(playing.lesson, state);
    if (!step) return std::nullopt;
    if (const auto* ask = std::get_if<Ask>(&step->action)) {
        asked.by = ask->by;
        asked.mood = ask->mood;
        asked.text = &ask->text;
        asked.choices = &ask->choices;
        return asked;
    }
    const auto* check_step = std::get_if<Check>(&step->action);
    const CheckQuestion* check = check_step ? find_check(playing.lesson, check_step->question) : nullptr;
    if (!check) return std::nullopt;
    asked.text = &check->b.text;
    asked.choices = &check->b.choices;
    asked.check = check->id;
    return asked;
}

std::uint64_t seed_for(std::uint32_t seed, std::string_view scene, std::string_view step) {
    // FNV-1a (Fowler, Noll, Vo), 64 bits, over seed, scene and step.
    std::uint64_t hash = 14695981039346656037ULL ^ seed;
    const auto mix = [&](std::string_view text) {
        for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
        hash = (hash ^ 0xffU) * 1099511628211ULL;
    };
    mix(scene);
    mix(step);
    return hash;
}

}  // namespace sango::story
