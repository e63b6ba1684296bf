// Runs the real game without a display and writes PNGs of what it shows.
#pragma once

#include "game/app/app.hpp"
#include "game/app/modes.hpp"

#include <functional>
#include <string>

namespace sango::app {

/// What is to be shown: opens screens in the app and calls `look(name)` whenever a picture is due. False: something went wrong.
using Showing = std::function<bool(App& app, const std::function<void(const std::string& name)>& look)>;

/// Opens a game that remembers nothing, in memory, with the options' language, sizes and theme; writes `NNN-name.png` into options.out.
/// The exit code.
int draw_pictures(const Options& options, const LogSink& log, const Showing& showing);

}  // namespace sango::app
