#include "game/app/pictures_out.hpp"
#include "game/screens/inputs.hpp"
#include "game/story/play_script.hpp"

#include "engine/data/files.hpp"
#include "engine/platform/host.hpp"
#include "game/app/game.hpp"

#include <iostream>

namespace sango::app {
namespace {

/// Plays a script in the app by pressing what it names; stops at the first thing that is not there.
bool play_script(App& app, const story::PlayScript& script, const std::function<void(const std::string&)>& look) {
    for (const story::PlayCommand& command : script.commands) {
        const std::string where = script.name + ":" + std::to_string(command.line);
        if (const auto* input = std::get_if<story::Input>(&command.action)) {
            const ui::WidgetId id = screens::widget_for(*input);
            if (!app.press(id)) {
                std::cerr << where << ": nothing called \"" << id.value << "\" can be pressed here\n";
                return false;
            }
            std::string name = id.value;
            for (char& letter : name) letter = letter == '/' ? '-' : letter;
            look(name);
        } else if (std::holds_alternative<story::GoBack>(command.action)) {
            app.press(ui::WidgetId("header/back"));
            look("back");
        }
        // What a script expects is told by the tests, which know the story's state; a picture shows what is there.
    }
    return true;
}

}  // namespace

int demo(const Options& options, const LogSink& log) {
    return draw_pictures(options, log, [&](App& app, const std::function<void(const std::string&)>& look) {
        const std::string name = options.script.empty() ? "who-can-help-wise" : options.script;
        std::string text;
        for (const auto& folder : {platform::program_folder() / "share" / "content" / "core" / "plays",
                                   platform::program_folder() / ".." / "share" / "sango" / "content" / "core" / "plays"}) {
            if (const auto file = data::read_file(folder / (name + ".play"), 1u << 18); file && text.empty()) text = *file;
        }
        if (text.empty()) {
            std::cerr << name << ": there is no such script in content/core/plays\n";
            return false;
        }
        Problems problems;
        const auto script = story::parse_play(text, name + ".play", problems);
        for (const Problem& problem : problems) std::cerr << to_string(problem) << "\n";
        if (!script || !problems.empty()) return false;
        app.kit().session().create({"fox", "orange"});
        app.open(screens::make_title(app.kit()));
        look("title");
        app.press(ui::WidgetId("play"));
        look("map");
        app.press(ui::WidgetId("lesson/" + script->lesson.value));
        if (app.press(ui::WidgetId("play"))) look("start");
        return play_script(app, *script, look);
    });
}

}  // namespace sango::app
