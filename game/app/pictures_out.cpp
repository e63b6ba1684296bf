#include "game/app/pictures_out.hpp"

#include "game/app/game.hpp"

#include <iomanip>
#include <iostream>
#include <sstream>

namespace sango::app {

int draw_pictures(const Options& options, const LogSink& log, const Showing& showing) {
    Game game = open_game(options, Memory::Forgotten, log);
    platform::HostOptions canvas;
    canvas.size_points = options.size;
    canvas.visible = false;
    auto host = platform::Host::open(canvas, game.library->pictures(), game.library->fonts(), log);
    if (!host) {
        std::cerr << to_string(host.problem()) << "\n";
        return 1;
    }
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error) {
        std::cerr << options.out.string() << ": the folder cannot be made: " << error.message() << "\n";
        return 1;
    }
    game.surroundings.renderer = (*host)->renderer_name();
    const auto sound = platform::make_logging_sound({});
    const auto speech = platform::make_logging_speech({}, "");
    App app(*game.library, *game.session, *game.typesetter, *sound, *speech, game.surroundings, (*host)->surface());
    int count = 0;
    bool written = true;
    scene::DrawList list;
    const bool well = showing(app, [&](const std::string& name) {
        app.draw(list);
        (*host)->draw_now(list);
        std::ostringstream file;
        file << std::setw(3) << std::setfill('0') << ++count << "-" << name << ".png";
        const Status saved = (*host)->save_png(options.out / file.str());
        if (!saved && written) std::cerr << to_string(saved.problem()) << "\n";
        written = written && saved;
    });
    std::cout << count << " pictures in " << options.out.string() << "\n";
    return well && written ? 0 : 1;
}

}  // namespace sango::app
