#include "game/app/app.hpp"
#include "game/app/game.hpp"
#include "game/app/modes.hpp"
#include "game/app/sound_bank.hpp"

#include <iostream>

#ifdef _WIN32
#include <io.h>
#define SANGO_ISATTY _isatty
#else
#include <unistd.h>
#define SANGO_ISATTY isatty
#endif

namespace sango::app {
namespace {

int without_a_window(const Options& options, const LogSink& log, const std::string& why) {
    if (SANGO_ISATTY(0) && SANGO_ISATTY(1)) {
        std::cout << why << " Playing in the terminal instead.\n\n";
        return play_in_terminal(options, log);
    }
    Options demo_options = options;
    demo_options.out = "out";
    std::cout << why << " Playing the demo instead, a picture of every step goes to the folder out.\n";
    return demo(demo_options, log);
}

}  // namespace

int play(const Options& options, const LogSink& log) {
    if (!platform::has_display()) return without_a_window(options, log, "There is no display here.");
    Game game = open_game(options, Memory::Kept, log);
    platform::HostOptions window;
    window.size_points = options.size;
    window.force_software = options.software;
    window.icon = game.program_files / "assets" / "icon.svg";
    if (!game.data_folder.empty()) {
        window.cache_folder = game.data_folder / "cache";
        window.accelerated_marker = game.data_folder / "accelerated-start";
    }
    auto host = platform::Host::open(window, game.library->pictures(), game.library->fonts(), log);
    if (!host) return without_a_window(options, log, host.problem().what);
    game.surroundings.renderer = (*host)->renderer_name();

    Problems problems;
    const auto sound = platform::open_sound(read_sound_bank(game.program_files / "assets", problems), log);
    for (const Problem& problem : problems) sango::log(log, to_string(problem));
    const auto speech = platform::open_speech(log);
    App app(*game.library, *game.session, *game.typesetter, *sound, *speech, game.surroundings, (*host)->surface());
    app.keep_pack = [&game](const std::filesystem::path& pack) { return keep_pack(pack, game.data_folder); };
    app.open(screens::make_opening(app.kit()));
    (*host)->run([&app](Seconds dt, std::span<const ui::Event> events, scene::DrawList& out) { return app.frame(dt, events, out); });
    return 0;
}

}  // namespace sango::app
