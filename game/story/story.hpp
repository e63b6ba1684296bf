// The story runs here: position in, input in; position and effects out. No screen, file or clock is known.
#pragma once

#include "game/story/lesson.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace sango::story {

struct Answer {
    ChoiceId first;   ///< the first choice sent
    ChoiceId latest;
    bool operator==(const Answer&) const = default;
};

/// A recall question from a lesson finished earlier, shown before the story.
struct WarmUp {
    LessonId from;
    QuestionId id;
    Question question;
};

/// Where a player is. Everything a save needs, and nothing of the lesson's text.
struct RunState {
    SceneId scene;
    int step = 0;
    std::set<Flag> flags;
    std::map<QuestionId, Answer> answers;        ///< check questions of this lesson
    std::set<ChoiceId> tried;                    ///< choices of this step that did not help, greyed but not gone
    std::optional<ChoiceId> feedback;            ///< of a question or check: this choice's `because` is on screen
    std::optional<activities::State> activity;   ///< of an activity or Tell step
    bool warming_up = false;                     ///< the warm-up question is on screen
    bool finished = false;                       ///< the results are on screen
    std::uint32_t seed = 0;
    bool operator==(const RunState&) const = default;
};

/// A lesson being played: the text in one language, and the warm-up if any. Both outlive the calls below.
struct Playing {
    const Lesson& lesson;
    const WarmUp* warm_up = nullptr;
};

struct Continue { bool operator==(const Continue&) const = default; };              ///< go on from a line, feedback, rule card; also inside activities
struct Choose { ChoiceId choice; bool operator==(const Choose&) const = default; };  ///< a choice of a question, check or warm-up
using Input = std::variant<Continue, Choose, activities::Input>;

// What the world outside the story should know.
struct CameToCheckpoint { SceneId scene; bool operator==(const CameToCheckpoint&) const = default; };
struct ShowedFeedback { bool good = false; bool operator==(const ShowedFeedback&) const = default; };
struct DidInActivity { activities::Effect effect; bool operator==(const DidInActivity&) const = default; };
struct LitLantern { bool operator==(const LitLantern&) const = default; };
struct Answered { QuestionId question; Form form = Form::B; ChoiceId choice; bool operator==(const Answered&) const = default; };  ///< a check question of this lesson; warm-ups are not counted
struct Finished { bool operator==(const Finished&) const = default; };
struct NotPossible { bool operator==(const NotPossible&) const = default; };  ///< the input does not fit what is on screen; the state is unchanged
using Effect = std::variant<CameToCheckpoint, ShowedFeedback, DidInActivity, LitLantern, Answered, Finished, NotPossible>;

struct Turn {
    RunState state;
    std::vector<Effect> effects;
};

/// The first state of a lesson: the warm-up question where there is one (with a good choice), else the first step that shows
/// something.
[[nodiscard]] Turn start(const Playing& playing, std::uint32_t seed);
/// The state after one input. Steps that show nothing (goto, award, a condition that fails) are passed at once, none of them twice
/// in one turn. A story with nowhere to go (a circle of gotos, a scene that runs out, a missing scene) finishes, so that nobody is
/// stuck; walk() names such lessons. A state that does not fit the lesson is returned unchanged, with NotPossible.
[[nodiscard]] Turn advance(const Playing& playing, RunState state, const Input& input);
/// The state at the start of `scene`, with those flags and answers kept that the lesson still knows: for a checkpoint of a bookmark.
/// A scene that the lesson no longer has: the start of the story.
[[nodiscard]] RunState enter_checkpoint(const Playing& playing, const RunState& from, const SceneId& scene);
/// Whether the state names only what the lesson has, at a step that shows something: false for a save of another lesson or a damaged one.
[[nodiscard]] bool fits(const Playing& playing, const RunState& state);

// What is on screen; references point into the lesson and the state given to `view`.
struct Line { CharacterId by; Mood mood; const std::string& text; const std::string& show; };
/// `choices`: in the order in which they are to be shown; an Ask's as written, a check's and warm-up's shuffled by the state's seed.
struct Asking { CharacterId by; Mood mood; const std::string& text; std::vector<const Choice*> choices; const std::set<ChoiceId>& tried; bool check = false; bool warm_up = false; };
struct Feedback { const std::string& question; const Choice& choice; bool check = false; bool warm_up = false; };  ///< the choice's `because`
struct Doing { const activities::Model& model; const activities::State& state; };
struct Telling { const activities::Tell& model; const activities::TellState& state; };
struct RuleCard { const std::string& text; };
struct Results { const Lesson& lesson; };
using Shown = std::variant<Line, Asking, Feedback, Doing, Telling, RuleCard, Results>;

struct View {
    PlaceId place;
    std::vector<CharacterId> cast;
    StepId step;
    Shown shown;
    float progress = 0;  ///< how far along the lesson's scenes this is, 0 to 1, never falling on the shortest way
};

/// What a state shows; a state that does not fit shows the results, which have a way out.
[[nodiscard]] View view(const Playing& playing, const RunState& state);
View view(const Playing& playing, RunState&& state) = delete;  // what it returns would point into a state that is gone

/// Good answers to the check questions, first try: {right, asked}.
struct Score { int right = 0; int asked = 0; };
[[nodiscard]] Score score(const Lesson& lesson, const RunState& state);

}  // namespace sango::story
