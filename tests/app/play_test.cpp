// Plays the shipped lessons as a child would: by arrows and Enter, by touch, closing in the middle, with the voice on.
#include "tests/app/harness.hpp"

#include "engine/data/files.hpp"
#include "game/screens/inputs.hpp"
#include "game/story/play_script.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <map>

using namespace sango;
using test::Letters;
using test::WholeGame;

namespace {

std::vector<story::PlayScript> shipped_scripts() {
    std::vector<story::PlayScript> scripts;
    const auto files = data::open_files("content/core/plays");
    REQUIRE(files);
    for (const std::string& name : (*files)->list("")) {
        const auto text = (*files)->read(name);
        REQUIRE(text);
        Problems problems;
        auto script = story::parse_play(*text, name, problems);
        REQUIRE_MESSAGE(script, name);
        CHECK_MESSAGE(problems.empty(), name);
        scripts.push_back(std::move(*script));
    }
    REQUIRE(scripts.size() >= 6);
    return scripts;
}

/// The arrows that bring the focus from where it is to a widget, found by trying on a copy.
std::vector<ui::Event> way_to(WholeGame& game, const ui::WidgetId& target) {
    struct Path { ui::Interaction interaction; std::vector<ui::Event> events; };
    std::deque<Path> open{{game.app->stack().interaction(), {}}};
    std::map<std::string, float> met;
    while (!open.empty()) {
        const Path path = open.front();
        open.pop_front();
        if (path.interaction.focused() == target) return path.events;
        if (path.events.size() > 60) continue;
        ui::Widget tree = game.app->stack().top().build(game.app->metrics());
        ui::lay_out(tree, game.app->metrics(), *game.typesetter, path.interaction.scroll());
        for (const ui::Way way : {ui::Way::Down, ui::Way::Right, ui::Way::Up, ui::Way::Left}) {
            Path next = path;
            const auto outcome = next.interaction.handle(ui::Move{way}, tree, game.app->metrics());
            next.events.push_back(ui::Move{way});
            float scrolled = 0;
            for (const auto& [id, offset] : next.interaction.scroll()) scrolled += offset;
            const auto seen = met.emplace(next.interaction.focused().value + std::to_string(static_cast<int>(scrolled)), scrolled);
            if (outcome.changed && seen.second) open.push_back(std::move(next));
        }
    }
    return {};
}

void press_by_keys(WholeGame& game, const ui::WidgetId& target, const std::string& where) {
    for (const ui::Event& event : way_to(game, target)) game.send({event});
    REQUIRE_MESSAGE(game.focused() == target.value, where << ": the arrows do not reach " << target.value << ", the focus is on " << game.focused());
    game.send({ui::Confirm{}});
}

void press_by_touch(WholeGame& game, const ui::WidgetId& target, const std::string& where) {
    const ui::Widget* widget = ui::find(game.tree(), target);
    REQUIRE_MESSAGE(widget != nullptr, where << ": " << target.value << " is not on screen");
    // A finger scrolls what it wants to press into view.
    for (int i = 0; i < 60 && (widget->clip.empty() || !widget->clip.contains(widget->bounds.centre())); ++i) {
        const float lines = widget->bounds.centre().y > game.app->metrics().window_px.height / 2 ? -1.0f : 1.0f;
        game.send({ui::Wheel{{game.app->metrics().window_px.width / 2, game.app->metrics().window_px.height / 2}, lines}});
        widget = ui::find(game.tree(), target);
    }
    REQUIRE_MESSAGE(widget->clip.contains(widget->bounds.centre()), where << ": " << target.value << " cannot be scrolled into view");
    const Point at = widget->bounds.centre();
    game.send({ui::Pointer{ui::PointerPhase::Pressed, at}, ui::Pointer{ui::PointerPhase::Released, at}});
}

using PressFunction = void (*)(WholeGame&, const ui::WidgetId&, const std::string&);

void play(WholeGame& game, const story::PlayScript& script, PressFunction press) {
    game.app->open(screens::make_lesson(game.app->kit(), script.lesson));
    for (const story::PlayCommand& command : script.commands) {
        const std::string where = script.name + ":" + std::to_string(command.line);
        if (const auto* input = std::get_if<story::Input>(&command.action)) press(game, screens::widget_for(*input), where);
        if (std::holds_alternative<story::GoBack>(command.action)) game.send({ui::Back{}});
        if (std::holds_alternative<story::ExpectResults>(command.action)) {
            CHECK_MESSAGE(ui::find(game.tree(), ui::WidgetId("to-map")) != nullptr, where);
        }
    }
    const profile::Profile* player = game.session->player();
    REQUIRE(player != nullptr);
    CHECK_MESSAGE(player->progress.lanterns.count(script.lesson) == 1, script.name);
    CHECK_MESSAGE(player->progress.finished.count(script.lesson) == 1, script.name);
    CHECK_MESSAGE(!player->bookmark, script.name);
    CHECK(player->progress.answers.size() >= 2);
}

}  // namespace

TEST_CASE("every script can be played to the results with arrows and Enter alone, in English and in Arabic") {
    for (const char* language : {"en", "ar"}) {
        for (const story::PlayScript& script : shipped_scripts()) {
            WholeGame game(Letters::FixedWidth);
            game.set(language, profile::TextSize::P100, {1280, 720});
            game.session->create({"fox", "orange"});
            play(game, script, press_by_keys);
        }
    }
}

TEST_CASE("every script can be played by touch on a phone with large letters") {
    for (const story::PlayScript& script : shipped_scripts()) {
        WholeGame game(Letters::FixedWidth);
        game.set("en", profile::TextSize::P200, {390, 844});
        game.session->create({"owl", "teal"});
        play(game, script, press_by_touch);
    }
}

TEST_CASE("closing the window after any step loses nothing: the next start shows the same step") {
    for (const story::PlayScript& script : shipped_scripts()) {
        auto store = data::make_memory_store();
        auto game = std::make_unique<WholeGame>(Letters::FixedWidth, std::move(store));
        game->session->create({"cat", "leaf"});
        game->app->open(screens::make_lesson(game->app->kit(), script.lesson));
        for (std::size_t i = 0; i < script.commands.size(); ++i) {
            const story::PlayCommand& command = script.commands[i];
            // After a restart Back leads to checkpoints, so a script that goes back one step does so before the window is closed.
            if (i + 1 < script.commands.size() && std::holds_alternative<story::GoBack>(script.commands[i + 1].action)) {
                if (const auto* input = std::get_if<story::Input>(&command.action)) game->app->press(screens::widget_for(*input));
                continue;
            }
            if (const auto* input = std::get_if<story::Input>(&command.action)) {
                REQUIRE_MESSAGE(game->app->press(screens::widget_for(*input)), script.name << ":" << command.line);
            } else if (std::holds_alternative<story::GoBack>(command.action)) {
                game->send({ui::Back{}});
            } else {
                continue;
            }
            if (ui::find(game->tree(), ui::WidgetId("to-map"))) break;
            const std::vector<std::string> before = ui::spoken_lines(game->tree());
            auto again = std::make_unique<WholeGame>(Letters::FixedWidth, std::move(game->store));
            REQUIRE(again->session->profiles().size() == 1);
            again->session->choose({"cat", "leaf"});
            again->app->open(screens::make_lesson(again->app->kit(), script.lesson));
            CHECK_MESSAGE(ui::spoken_lines(again->tree()) == before, script.name << ":" << command.line);
            game = std::move(again);
        }
    }
}

TEST_CASE("read-aloud says what is on screen, in the screen's language") {
    for (const char* language : {"en", "ar"}) {
        WholeGame game(Letters::FixedWidth);
        game.set(language, profile::TextSize::P100, {1280, 720});
        game.session->create({"fox", "orange"});
        profile::Settings settings = game.session->settings();
        settings.read_aloud = true;
        game.session->change_settings(settings);
        const story::PlayScript script = shipped_scripts().front();
        game.app->open(screens::make_lesson(game.app->kit(), script.lesson));
        int spoken = 0;
        for (const story::PlayCommand& command : script.commands) {
            const auto* input = std::get_if<story::Input>(&command.action);
            if (!input) continue;
            game.said.clear();
            const std::vector<std::string> before = ui::spoken_lines(game.tree());
            game.app->press(screens::widget_for(*input));
            const std::vector<std::string> lines = ui::spoken_lines(game.tree());
            if (lines == before || game.said.empty()) continue;
            std::string expected = std::string("say ") + language + " ";
            for (std::size_t i = 0; i < lines.size(); ++i) expected += (i ? "\n" : "") + lines[i];
            CHECK_MESSAGE(game.said.back() == expected, script.name << ":" << command.line);
            ++spoken;
        }
        CHECK(spoken > 10);
    }
}

TEST_CASE("a language without a voice stays silent and says why in the settings") {
    WholeGame game(Letters::FixedWidth);
    game.set("ru", profile::TextSize::P100, {1280, 720});
    game.app->open(screens::make_settings(game.app->kit()));
    game.send({ui::Speak{}});
    CHECK(game.said.empty());
    CHECK(ui::find(game.tree(), ui::WidgetId("read-aloud/on")) == nullptr);
}

TEST_CASE("Help, Pause and Back lead out and return to the same step") {
    WholeGame game(Letters::FixedWidth);
    game.session->create({"fox", "orange"});
    game.app->open(screens::make_lesson(game.app->kit(), story::LessonId("private-eye")));
    game.send({ui::Confirm{}});
    const auto step = ui::spoken_lines(game.tree());
    for (const ui::Event& event : {ui::Event(ui::Help{}), ui::Event(ui::Pause{})}) {
        game.send({event});
        CHECK(ui::spoken_lines(game.tree()) != step);
        game.send({ui::Back{}});
        CHECK(ui::spoken_lines(game.tree()) == step);
    }
}

TEST_CASE("a change of language in the middle of a lesson keeps the step and the focus") {
    WholeGame game(Letters::FixedWidth);
    game.session->create({"fox", "orange"});
    game.app->open(screens::make_lesson(game.app->kit(), story::LessonId("private-eye")));
    game.send({ui::Confirm{}});
    game.send({ui::Confirm{}});
    const std::string focus = game.focused();
    const auto english = ui::spoken_lines(game.tree());
    game.send({ui::Pause{}});
    game.app->press(ui::WidgetId("settings"));
    game.app->press(ui::WidgetId("language"));
    game.app->press(ui::WidgetId("language/ar"));
    game.send({ui::Back{}});
    game.send({ui::Back{}});
    CHECK(game.focused() == focus);
    CHECK(ui::spoken_lines(game.tree()) != english);
    CHECK(game.session->player()->bookmark->lesson.value == "private-eye");
}
