// Draw lists of every kind of screen under the fixed-width measurer, compared with what was looked at and kept.
// SANGO_UPDATE_GOLDENS=1 writes them anew; look at the pictures of --tour before keeping the difference.
#include "tests/app/harness.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace sango;
using test::Letters;
using test::WholeGame;

namespace {

const std::filesystem::path kFolder = "tests/app/golden";

std::string kept(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Screens outside lessons all, of lessons one state of each kind.
bool is_wanted(const std::string& name) {
    static const std::set<std::string> kLessonStops{
        "who-can-help-results", "private-eye-results", "map-after-private-eye",
    };
    if (kLessonStops.count(name) > 0) return true;
    return name.find("who-can-help") == std::string::npos && name.find("private-eye") == std::string::npos;
}

}  // namespace

TEST_CASE("every screen draws what was looked at and kept") {
    const char* wish = std::getenv("SANGO_UPDATE_GOLDENS");
    const bool update = wish && std::string(wish) == "1";
    int compared = 0;
    for (const char* language : {"en", "ar"}) {
        WholeGame game(Letters::FixedWidth);
        game.set(language, profile::TextSize::P100, {1280, 720});
        std::set<std::string> kinds;
        app::for_each_screen(*game.app, [&](const std::string& name) {
            // Of the lessons' many states, the first of each shape of tree: line, question, feedback, each activity and its phases.
            std::string shape = name;
            if (!is_wanted(name)) {
                shape.clear();
                ui::for_each(game.tree(), [&](const ui::Widget& widget) {
                    if (!widget.id.empty()) shape += widget.id.value.substr(0, widget.id.value.find('/')) + " ";
                });
                if (!kinds.insert(shape).second) return;
            }
            game.app->draw(game.list);
            const std::string text = to_text(game.list);
            const std::filesystem::path file = kFolder / (std::string(language) + "-" + name + ".txt");
            ++compared;
            if (update) {
                std::filesystem::create_directories(kFolder);
                std::ofstream(file, std::ios::binary) << text;
            } else {
                CHECK_MESSAGE(kept(file) == text, file.generic_string());
            }
        });
    }
    CHECK(compared > 40);
}
