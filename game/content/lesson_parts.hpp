// The parts of a lesson's file that have a source file of their own: activities, the Tell beat, and ids that must exist.
#pragma once

#include "engine/data/json.hpp"
#include "game/story/lesson.hpp"

#include <set>

namespace sango::content {

/// The id of something inside a step; unique among `ids`, and not the key of another text.
[[nodiscard]] activities::ItemId read_item_id(data::ObjectReader& in, std::set<std::string>& ids);

/// An activity of any kind; the reader stands on its step.
[[nodiscard]] activities::Model read_activity(data::ObjectReader& in, Problems& problems);
[[nodiscard]] activities::Tell read_tell(data::ObjectReader& in, Problems& problems);

/// What one part of a lesson says about another: scenes, skills, check questions and flags that must exist.
void check_references(const story::Lesson& lesson, const std::string& file, Problems& problems);

}  // namespace sango::content
