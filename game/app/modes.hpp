// The ways in which the game can be started; each returns the exit code.
#pragma once

#include "engine/core/log.hpp"
#include "game/app/options.hpp"

namespace sango::app {

/// In a window; without a display in the terminal; without a terminal either, the demo.
int play(const Options& options, const LogSink& log);
/// A lesson as text, choices by number, on standard input and output.
int play_in_terminal(const Options& options, const LogSink& log);
/// A scripted run through the real screens; a PNG of every step.
int demo(const Options& options, const LogSink& log);
/// A PNG of every screen, every step, every feedback, each activity empty, wrong and done.
int tour(const Options& options, const LogSink& log);
/// Figures as JSON.
int bench(const Options& options, const LogSink& log);

}  // namespace sango::app
