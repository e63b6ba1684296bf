// Gamepads as moves and presses; read by us, because SDL's own wait reads them a thousand times a second.
#pragma once

#include "engine/core/easing.hpp"
#include "engine/platform/sdl_ptr.hpp"
#include "engine/ui/event.hpp"

#include <array>
#include <optional>
#include <vector>

namespace sango::platform {

/// Buttons and stick at one moment, of all gamepads together.
struct PadState {
    std::array<bool, 4> ways{};  ///< in the order of ui::Way: d-pad or stick
    bool confirm = false, back = false, help = false, speak = false, pause = false, next = false, previous = false;
    bool operator==(const PadState&) const = default;
};

/// Turns states into events: a press once, a held direction again after a while.
class PadTranslator {
public:
    void translate(const PadState& state, Seconds now, std::vector<ui::Event>& out);

private:
    PadState last_;
    std::optional<Seconds> repeat_at_;
};

/// The direction a stick means (-1 to 1 each); nothing near the middle. Once pushed it stays until well back (`was_pushed`).
[[nodiscard]] std::optional<ui::Way> stick_way(float x, float y, bool was_pushed);

class Gamepads {
public:
    /// Starts SDL's gamepads; call after the first frame, it takes tens of milliseconds.
    void start();
    /// Notices gamepads that came or went.
    void handle(const SDL_Event& event);
    /// Reads all of them now.
    void poll(Seconds now, std::vector<ui::Event>& out);
    [[nodiscard]] bool any() const { return !pads_.empty(); }
    [[nodiscard]] bool started() const { return started_; }

private:
    [[nodiscard]] PadState read();

    bool started_ = false;
    bool stick_pushed_ = false;
    std::vector<Ptr<SDL_GameController>> pads_;
    PadTranslator translator_;
};

}  // namespace sango::platform
