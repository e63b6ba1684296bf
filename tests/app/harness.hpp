// The whole game without a window: real packs, real screens, and ears for what it would sound and say.
#pragma once

#include "game/app/app.hpp"
#include "game/app/tour.hpp"
#include "engine/data/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace sango::test {

enum class Letters { FixedWidth, Real };

class WholeGame {
public:
    explicit WholeGame(Letters letters, std::unique_ptr<data::Store> with_store = data::make_memory_store()) : store(std::move(with_store)) {
        content::LibraryOptions where;
        where.program_files = SANGO_SHARE;
        library = content::Library::open(where, {});
        session = std::make_unique<profile::Session>(*store, profile::load_all(*store, {}));
        typesetter = letters == Letters::Real ? text::make_typesetter(library->fonts(), {}) : text::make_fixed_width_typesetter();
        sound = platform::make_logging_sound([this](std::string_view line) { heard.emplace_back(line); });
        speech = platform::make_logging_speech([this](std::string_view line) { said.emplace_back(line); }, "en ar");
        surroundings.today = "2026-11-22";
        surroundings.renderer = "software";
        surroundings.data_folder = "saves";
        app = std::make_unique<app::App>(*library, *session, *typesetter, *sound, *speech, surroundings, platform::Surface{{1280, 720}, 1});
    }

    void set(const std::string& language, profile::TextSize size, Size window_px, profile::Theme theme = profile::Theme::Day) {
        profile::Settings settings = session->settings();
        settings.language = language;
        settings.text_size = size;
        settings.theme = theme;
        session->change_settings(settings);
        app->set_surface({window_px, 1});
    }

    /// One frame with these events.
    void send(std::vector<ui::Event> events) { app->frame(1.0 / 60, events, list); }
    const ui::Widget& tree() { return app->stack().tree(); }
    std::string focused() { return app->stack().interaction().focused().value; }

    std::unique_ptr<data::Store> store;
    std::unique_ptr<content::Library> library;
    std::unique_ptr<profile::Session> session;
    std::unique_ptr<text::Typesetter> typesetter;
    std::unique_ptr<platform::Sound> sound;
    std::unique_ptr<platform::Speech> speech;
    screens::Surroundings surroundings;
    std::unique_ptr<app::App> app;
    std::vector<std::string> heard;
    std::vector<std::string> said;
    scene::DrawList list;
};

}  // namespace sango::test
