// A lesson as it was written: immutable once read, its texts already in one language.
#pragma once

#include "engine/core/id.hpp"
#include "game/activities/activity.hpp"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace sango::story {

using LessonId = Id<struct LessonTag>;
using SceneId = Id<struct SceneTag>;
using StepId = Id<struct StepTag>;
using ChoiceId = Id<struct ChoiceTag>;
using CharacterId = Id<struct CharacterTag>;
using PlaceId = Id<struct PlaceTag>;
using Flag = Id<struct FlagTag>;
using QuestionId = Id<struct QuestionTag>;

enum class Mood { Happy, Curious, Thinking, Worried, Proud, Surprised, Calm, Cheering, Listening, Sad };

struct Condition {
    std::vector<Flag> when;    ///< all must be set
    std::vector<Flag> unless;  ///< none may be set
};

struct Choice {
    ChoiceId id;
    std::string text;
    std::string because;
    bool good = false;
    SceneId next;              ///< empty: good goes on, others ask again
    std::vector<Flag> set;
};

struct Say { CharacterId by; Mood mood = Mood::Happy; std::string text; std::string show; };  ///< `by` empty: the story tells
struct Ask { CharacterId by; Mood mood = Mood::Curious; std::string text; std::vector<Choice> choices; };
struct Activity { activities::Model model; };
struct Tell { activities::Tell model; };
struct Rule {};
struct Check { QuestionId question; };
struct Award { std::string what; };
struct Goto { SceneId scene; };
struct End {};
using Action = std::variant<Say, Ask, Activity, Tell, Rule, Check, Award, Goto, End>;

struct Step {
    StepId id;
    Condition condition;
    Action action;
};

struct Scene {
    SceneId id;
    PlaceId place;
    std::vector<CharacterId> cast;  ///< on stage, from left to right
    bool checkpoint = false;
    std::vector<Step> steps;
};

/// One wording of a check question; exactly one choice is good.
struct Question { std::string text; std::vector<Choice> choices; };
enum class Form { A, B };
struct CheckQuestion {
    QuestionId id;
    std::string skill;
    bool about_telling = false;
    Question a;
    Question b;
};

struct Skill { std::string id; std::string text; };

struct Lesson {
    LessonId id;
    int revision = 1;
    std::string title;
    PlaceId place;
    std::vector<std::string> risks;
    int minutes = 14;
    std::string about;
    std::string content_note;
    std::string talk;
    std::string rule;
    std::vector<Skill> skills;
    SceneId start;
    std::vector<Scene> scenes;
    std::vector<CheckQuestion> checks;
    std::string source;  ///< "core", the pack it came from
};

[[nodiscard]] const Scene* find_scene(const Lesson& lesson, const SceneId& id);
[[nodiscard]] const CheckQuestion* find_check(const Lesson& lesson, const QuestionId& id);
[[nodiscard]] const Choice* find_choice(const std::vector<Choice>& choices, const ChoiceId& id);
[[nodiscard]] bool has_good_choice(const Question& question);
/// Every flag that some choice of the lesson sets.
[[nodiscard]] std::set<Flag> settable_flags(const Lesson& lesson);
/// For each scene, how many changes of scene lie between it and an end on the shortest way, conditions left aside; nothing where
/// no end can be reached.
[[nodiscard]] std::vector<std::optional<int>> scenes_to_end(const Lesson& lesson);

}  // namespace sango::story
