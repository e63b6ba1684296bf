// Saves with something in every field, and activities in every phase.
#pragma once

#include "engine/data/files.hpp"
#include "game/profile/saves.hpp"

#include <string>

namespace sango::profile_tests {

inline std::string read_whole(const std::string& path) {
    auto bytes = data::read_file(path, 1u << 20);
    return bytes ? *bytes : std::string();
}

/// One state of each kind of activity, with all its fields set.
inline std::vector<activities::State> every_activity_state() {
    using activities::ItemId;
    const ItemId a("a"), b("b"), c("c");
    activities::BuildState build{{{a, {b, c}}, {c, {a}}}, {{a, b}}, c, true, true, 7};
    activities::OrderState order{{a, b, c}, {c, a}, b, true, true, 999};
    activities::SpotState spot{{a, c}, b, true, true, 1};
    activities::TellState tell{activities::TellPhase::After, a, {b, c}, {{a, b}}};
    std::vector<activities::State> states{build, order, spot, tell, activities::BuildState(), activities::OrderState(), activities::SpotState()};
    using activities::RevealPhase;
    for (const RevealPhase phase : {RevealPhase::First, RevealPhase::Result, RevealPhase::Revealed, RevealPhase::Again, RevealPhase::Solved}) {
        states.emplace_back(activities::RevealState{phase, 3, {{a, b}, {b, c}}, c, true, 2});
    }
    using activities::TellPhase;
    for (const TellPhase phase : {TellPhase::Who, TellPhase::What, TellPhase::Answer, TellPhase::After}) {
        states.emplace_back(activities::TellState{phase, std::nullopt, {}, {}});
    }
    return states;
}

inline story::RunState full_state() {
    story::RunState state;
    state.scene = story::SceneId("bike");
    state.step = 4;
    state.flags = {story::Flag("posted"), story::Flag("told")};
    state.answers[story::QuestionId("who")] = {story::ChoiceId("cat"), story::ChoiceId("adult")};
    state.tried = {story::ChoiceId("hide"), story::ChoiceId("wait")};
    state.feedback = story::ChoiceId("look");
    state.warming_up = true;
    state.finished = true;
    state.seed = 4294967295u;
    return state;
}

inline profile::Profile full_profile() {
    profile::Profile one;
    one.companion = {"fox", "teal"};
    one.settings = {"zh-Hans", "br", profile::TextSize::P200, profile::Theme::Contrast, true, 0, 10, 5, true};
    one.progress.finished = {story::LessonId("private-eye")};
    one.progress.lanterns = {story::LessonId("private-eye"), story::LessonId("who-can-help")};
    one.progress.answers["private-eye/photo-clue"] = {story::Form::A, story::ChoiceId("cake"), story::ChoiceId("number")};
    one.bookmark = profile::Bookmark{story::LessonId("private-eye"), 3, full_state(), {full_state(), story::RunState()}, "who-can-help/tell-mia"};
    one.bookmark->checkpoints[1].scene = story::SceneId("start");
    return one;
}

}  // namespace sango::profile_tests
