// Saves as files: format, migrations, and what happens with damaged ones.
#pragma once

#include "engine/core/result.hpp"
#include "engine/data/store.hpp"
#include "game/profile/profile.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sango::profile {

inline constexpr int kSaveFormat = 1;

[[nodiscard]] std::string to_json(const Profile& profile);
[[nodiscard]] std::string to_json(const Machine& machine);
/// Reads a save of this or an older format (migrated). All problems found; nothing on any.
[[nodiscard]] std::optional<Profile> read_profile(std::string_view json, const std::string& file, Problems& problems);
[[nodiscard]] std::optional<Machine> read_machine(std::string_view json, const std::string& file, Problems& problems);
/// `defaults.json` beside the program: any of language, country, text_size, theme, over `base`.
[[nodiscard]] Settings read_defaults(std::string_view json, const std::string& file, Settings base, Problems& problems);

/// Everything remembered on this computer. Files: machine.json, profiles/<animal>-<colour>.json.
struct Loaded {
    Machine machine;
    std::vector<Profile> profiles;   ///< sorted by companion
    Problems problems;               ///< damaged or newer files, each set aside under another name
};
[[nodiscard]] Loaded load_all(data::Store& store, const Settings& defaults);
[[nodiscard]] Status save(data::Store& store, const Profile& profile);
[[nodiscard]] Status save(data::Store& store, const Machine& machine);
/// Erases a player.
[[nodiscard]] Status erase(data::Store& store, const Companion& companion);

/// Companions nobody has taken yet, in the order of the lists.
[[nodiscard]] std::vector<Companion> free_companions(const std::vector<Profile>& profiles);

}  // namespace sango::profile
