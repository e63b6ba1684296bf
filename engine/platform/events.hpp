// What SDL reports, in the game's own vocabulary.
#pragma once

#include "engine/platform/sdl_ptr.hpp"
#include "engine/ui/event.hpp"

#include <optional>
#include <vector>

namespace sango::platform {

/// What the host itself does about an event.
enum class WindowNews { None, Exposed, Resized, Hidden, Shown, ToggleFullscreen };

/// Turns SDL's events into ours, one at a time; remembers which finger or button points.
class EventTranslator {
public:
    /// Points to pixels, and the canvas in pixels (a finger's place comes as a share of it).
    void set_scale(float px_per_point, Size size_px);
    /// Adds what `event` means to `out` (often nothing; a move after a move replaces it).
    WindowNews translate(const SDL_Event& event, std::vector<ui::Event>& out);

private:
    void pointer(ui::PointerPhase phase, Point at_px, std::vector<ui::Event>& out);
    void mouse(const SDL_Event& event, std::vector<ui::Event>& out);
    void finger(const SDL_TouchFingerEvent& event, std::vector<ui::Event>& out);
    void cancel(std::vector<ui::Event>& out);
    WindowNews window(const SDL_WindowEvent& event, std::vector<ui::Event>& out);

    float px_per_point_ = 1;
    Size size_px_{1280, 720};
    Point pointer_px_;
    bool pressed_ = false;
    std::optional<SDL_FingerID> finger_;
};

/// What a key means; nothing for most. `repeated`: the key is held, which moves on but never confirms twice.
[[nodiscard]] std::optional<ui::Event> event_of_key(const SDL_Keysym& key, bool repeated);

/// Tells the loop, from any thread, that the voice has come to its end.
void push_speech_ended();

}  // namespace sango::platform
