// Where a story stands, as part of a save: every state of every activity, written and read back the same.
#pragma once

#include "engine/data/json.hpp"
#include "game/story/story.hpp"

namespace sango::profile {

[[nodiscard]] data::Json to_json_value(const story::RunState& state);
/// Whether it fits a lesson is for story::fits to say; here every word has to be one that some state can have.
[[nodiscard]] story::RunState read_run_state(const data::Json& json, const std::string& where, Problems& problems);

}  // namespace sango::profile
