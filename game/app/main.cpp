// Newcomers: app.hpp says what a frame is, play.cpp opens the window, ../screens holds what is seen, ../story what happens.
#include "game/app/modes.hpp"

#include <iostream>

#ifndef SANGO_VERSION
#define SANGO_VERSION "development"
#endif

int main(int argc, char** argv) {
    using namespace sango;
    const auto options = app::parse_options({argv + 1, argv + argc});
    if (!options) {
        std::cerr << to_string(options.problem()) << "\n";
        return 2;
    }
    const LogSink log = [](std::string_view line) { std::cerr << line << "\n"; };
    switch (options->mode) {
        case app::Mode::Play: return app::play(*options, log);
        case app::Mode::Terminal: return app::play_in_terminal(*options, log);
        case app::Mode::Demo: return app::demo(*options, log);
        case app::Mode::Tour: return app::tour(*options, log);
        case app::Mode::Bench: return app::bench(*options, log);
        case app::Mode::Usage: std::cout << app::usage(); return 0;
        case app::Mode::Version: std::cout << "Sango: Safe Online " SANGO_VERSION "\n"; return 0;
    }
    return 2;
}
