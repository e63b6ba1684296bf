// Walks all that can happen in a lesson and tells what an author must mend.
#pragma once

#include "engine/core/result.hpp"
#include "game/story/story.hpp"

namespace sango::story {

struct WalkReport {
    std::size_t states = 0;   ///< story states met (scene, step, flags that a condition reads)
    std::set<SceneId> scenes;      ///< scenes reached
};

/// Breadth-first over every story state; an activity counts as two outcomes, a Tell beat as its replies. Problems: a state from which
/// no end is reached, a scene that is never reached, a wrong choice after which no good choice comes before the end, a path to the
/// end that passes no Tell beat, rule card or lantern, a scene that runs out of steps, a circle of gotos that shows nothing, a
/// scene or check question that does not exist, a question or activity that nobody can get through, a choice without `because`, more
/// than 20,000 states (the walk then stops, and tells nothing that needs the whole).
[[nodiscard]] WalkReport walk(const Lesson& lesson, const std::string& where, Problems& problems);

}  // namespace sango::story
