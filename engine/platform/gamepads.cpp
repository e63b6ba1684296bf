#include "engine/platform/gamepads.hpp"

#include <algorithm>
#include <cmath>

namespace sango::platform {

namespace {

constexpr Seconds kFirstRepeat = 0.45;
constexpr Seconds kNextRepeat = 0.18;
constexpr float kPush = 0.6f;
constexpr float kRelease = 0.35f;

constexpr std::array<SDL_GameControllerButton, 4> kWayButtons{SDL_CONTROLLER_BUTTON_DPAD_UP, SDL_CONTROLLER_BUTTON_DPAD_DOWN,
                                                              SDL_CONTROLLER_BUTTON_DPAD_LEFT, SDL_CONTROLLER_BUTTON_DPAD_RIGHT};

float axis(SDL_GameController& pad, SDL_GameControllerAxis which) {
    return static_cast<float>(SDL_GameControllerGetAxis(&pad, which)) / 32768.0f;
}

}  // namespace

std::optional<ui::Way> stick_way(float x, float y, bool was_pushed) {
    if (std::max(std::abs(x), std::abs(y)) < (was_pushed ? kRelease : kPush)) return std::nullopt;
    if (std::abs(x) > std::abs(y)) return x < 0 ? ui::Way::Left : ui::Way::Right;
    return y < 0 ? ui::Way::Up : ui::Way::Down;
}

void PadTranslator::translate(const PadState& state, Seconds now, std::vector<ui::Event>& out) {
    const auto pressed = [&](bool PadState::*button) { return state.*button && !(last_.*button); };
    if (pressed(&PadState::confirm)) out.push_back(ui::Confirm{});
    if (pressed(&PadState::back)) out.push_back(ui::Back{});
    if (pressed(&PadState::help)) out.push_back(ui::Help{});
    if (pressed(&PadState::speak)) out.push_back(ui::Speak{});
    if (pressed(&PadState::pause)) out.push_back(ui::Pause{});
    if (pressed(&PadState::next)) out.push_back(ui::Next{});
    if (pressed(&PadState::previous)) out.push_back(ui::Previous{});

    const auto held = std::find(state.ways.begin(), state.ways.end(), true);
    if (held == state.ways.end()) {
        repeat_at_.reset();
    } else if (const bool is_new = state.ways != last_.ways; is_new || (repeat_at_ && now >= *repeat_at_)) {
        out.push_back(ui::Move{static_cast<ui::Way>(held - state.ways.begin())});
        repeat_at_ = now + (is_new ? kFirstRepeat : kNextRepeat);
    }
    last_ = state;
}

void Gamepads::start() {
    if (started_) return;
    SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");  // a pump or wait then leaves them to us
    started_ = SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0;
}

void Gamepads::handle(const SDL_Event& event) {
    if (event.type == SDL_CONTROLLERDEVICEADDED) {
        if (SDL_GameController* pad = SDL_GameControllerOpen(event.cdevice.which)) pads_.emplace_back(pad);
    } else if (event.type == SDL_CONTROLLERDEVICEREMOVED) {
        std::erase_if(pads_, [&event](const Ptr<SDL_GameController>& pad) {
            return SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(pad.get())) == event.cdevice.which;
        });
    }
}

PadState Gamepads::read() {
    PadState state;
    bool pushed = false;
    for (const Ptr<SDL_GameController>& pad : pads_) {
        const auto down = [&pad](SDL_GameControllerButton button) { return SDL_GameControllerGetButton(pad.get(), button) != 0; };
        for (std::size_t i = 0; i < kWayButtons.size(); ++i) state.ways[i] = state.ways[i] || down(kWayButtons[i]);
        state.confirm = state.confirm || down(SDL_CONTROLLER_BUTTON_A);
        state.back = state.back || down(SDL_CONTROLLER_BUTTON_B);
        state.speak = state.speak || down(SDL_CONTROLLER_BUTTON_X);
        state.help = state.help || down(SDL_CONTROLLER_BUTTON_Y);
        state.pause = state.pause || down(SDL_CONTROLLER_BUTTON_START);
        state.next = state.next || down(SDL_CONTROLLER_BUTTON_RIGHTSHOULDER);
        state.previous = state.previous || down(SDL_CONTROLLER_BUTTON_LEFTSHOULDER);
        const auto way = stick_way(axis(*pad, SDL_CONTROLLER_AXIS_LEFTX), axis(*pad, SDL_CONTROLLER_AXIS_LEFTY), stick_pushed_);
        if (way) state.ways[static_cast<std::size_t>(*way)] = pushed = true;
    }
    stick_pushed_ = pushed;
    return state;
}

void Gamepads::poll(Seconds now, std::vector<ui::Event>& out) {
    if (!started_) return;
    SDL_GameControllerUpdate();
    if (any()) translator_.translate(read(), now, out);
}

}  // namespace sango::platform
