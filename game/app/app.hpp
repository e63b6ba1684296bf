// The game itself: events in, a draw list out. Owns the screens; everything else is handed in.
#pragma once

#include "engine/platform/host.hpp"
#include "engine/platform/sound.hpp"
#include "engine/platform/speech.hpp"
#include "engine/ui/stack.hpp"
#include "game/screens/screens.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace sango::app {

class App {
public:
    App(content::Library& library, profile::Session& session, text::Typesetter& typesetter, platform::Sound& sound, platform::Speech& speech,
        screens::Surroundings surroundings, platform::Surface surface);
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// Begins with that screen, or with the opening.
    void open(screens::ScreenPtr first);
    /// One frame of the game, as the host's loop calls it.
    platform::Frame frame(Seconds dt, std::span<const ui::Event> events, scene::DrawList& out);

    /// What the screens build with; for demos, tours and tests, which open screens by themselves.
    [[nodiscard]] screens::Kit kit();
    [[nodiscard]] ui::Stack& stack() { return stack_; }
    [[nodiscard]] const ui::Metrics& metrics() const { return metrics_; }
    /// Presses a widget as scripts do.
    bool press(const ui::WidgetId& id);
    /// Draws what is on screen now.
    void draw(scene::DrawList& out);
    void set_surface(platform::Surface surface);
    /// Told where a pack that a player wants to keep goes.
    std::function<Status(const std::filesystem::path& pack)> keep_pack;

private:
    void take(const ui::Stack::Outcome& outcome);
    void handle(const ui::Event& event);
    void follow_settings();
    void speak(const std::string& text);
    void drop(const std::string& path);
    [[nodiscard]] ui::Metrics wanted_metrics() const;

    content::Library& library_;
    profile::Session& session_;
    platform::Sound& sound_;
    platform::Speech& speech_;
    screens::Surroundings surroundings_;
    platform::Surface surface_;
    ui::Metrics metrics_;
    ui::Stack stack_;
    Seconds now_ = 0;
    Seconds idle_for_ = 0;
    bool quit_ = false;
};

}  // namespace sango::app
