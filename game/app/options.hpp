// What can be asked of the game on its command line.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/core/result.hpp"
#include "game/profile/profile.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sango::app {

enum class Mode { Play, Terminal, Demo, Tour, Bench, Usage, Version };

struct Options {
    Mode mode = Mode::Play;
    std::filesystem::path out;                    ///< --demo, --tour: where the pictures go
    std::string lesson;                           ///< --terminal LESSON; empty: choose
    std::string script;                           ///< --script NAME: the .play that a demo plays
    std::filesystem::path data;                   ///< --data DIR; empty: this user's folder
    std::vector<std::filesystem::path> packs;     ///< --pack PATH, as often as wanted
    std::optional<std::string> language;          ///< --lang TAG
    std::optional<profile::TextSize> text_size;   ///< --text-size 100|150|200
    std::optional<profile::Theme> theme;          ///< --theme day|contrast
    Size size{1280, 720};                         ///< --size WxH, window points
    bool software = false;                        ///< --software
};

/// Reads the arguments after the program's name; a problem says what was not understood.
[[nodiscard]] Result<Options> parse_options(const std::vector<std::string>& arguments);
/// What --help prints.
[[nodiscard]] std::string usage();

}  // namespace sango::app
