#include "engine/platform/events.hpp"

namespace sango::platform {

namespace {

constexpr Sint32 kSpeechEndedCode = 0x5a11;

// A layout without Latin letters has none of our letter keys; there their places on the keyboard count.
SDL_Keycode letter_key(const SDL_Keysym& key) {
    if (key.sym > 0 && key.sym < 128) return key.sym;
    switch (key.scancode) {
        case SDL_SCANCODE_H: return SDLK_h;
        case SDL_SCANCODE_P: return SDLK_p;
        case SDL_SCANCODE_R: return SDLK_r;
        default: return key.sym;
    }
}

std::optional<ui::Event> repeatable_key(const SDL_Keysym& key) {
    switch (key.sym) {
        case SDLK_UP: return ui::Move{ui::Way::Up};
        case SDLK_DOWN: return ui::Move{ui::Way::Down};
        case SDLK_LEFT: return ui::Move{ui::Way::Left};
        case SDLK_RIGHT: return ui::Move{ui::Way::Right};
        case SDLK_TAB:
            if ((key.mod & KMOD_SHIFT) != 0) return ui::Previous{};
            return ui::Next{};
        default: return std::nullopt;
    }
}

// The keypad without NumLock is the arrows; some keyboards have no others.
std::optional<ui::Event> keypad_arrow(const SDL_Keysym& key) {
    if ((key.mod & KMOD_NUM) != 0) return std::nullopt;
    switch (key.sym) {
        case SDLK_KP_8: return ui::Move{ui::Way::Up};
        case SDLK_KP_2: return ui::Move{ui::Way::Down};
        case SDLK_KP_4: return ui::Move{ui::Way::Left};
        case SDLK_KP_6: return ui::Move{ui::Way::Right};
        default: return std::nullopt;
    }
}

std::optional<ui::Event> single_key(const SDL_Keysym& key) {
    switch (letter_key(key)) {
        case SDLK_RETURN:
        case SDLK_RETURN2:
        case SDLK_KP_ENTER:
        case SDLK_SPACE:
        case SDLK_SELECT: return ui::Confirm{};
        case SDLK_ESCAPE:
        case SDLK_AC_BACK: return ui::Back{};
        case SDLK_F1:
        case SDLK_HELP:
        case SDLK_h: return ui::Help{};
        case SDLK_p:
        case SDLK_PAUSE: return ui::Pause{};
        case SDLK_r: return ui::Speak{};
        default: return std::nullopt;
    }
}

WindowNews window_key(const SDL_Keysym& key) {
    const bool alt_enter = key.sym == SDLK_RETURN && (key.mod & KMOD_ALT) != 0;
    return key.sym == SDLK_F11 || alt_enter ? WindowNews::ToggleFullscreen : WindowNews::None;
}

}  // namespace

std::optional<ui::Event> event_of_key(const SDL_Keysym& key, bool repeated) {
    if ((key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;  // the system's or the window's own
    if (const auto event = repeatable_key(key)) return event;
    if (const auto event = keypad_arrow(key)) return event;
    return repeated ? std::nullopt : single_key(key);
}

void push_speech_ended() {
    if (SDL_WasInit(SDL_INIT_EVENTS) == 0) return;
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    event.user.code = kSpeechEndedCode;
    SDL_PushEvent(&event);
}

void EventTranslator::set_scale(float px_per_point, Size size_px) {
    px_per_point_ = px_per_point;
    size_px_ = size_px;
}

WindowNews EventTranslator::translate(const SDL_Event& event, std::vector<ui::Event>& out) {
    switch (event.type) {
        case SDL_QUIT: out.push_back(ui::CloseRequest{}); break;
        case SDL_KEYDOWN:
            if (const WindowNews news = window_key(event.key.keysym); news != WindowNews::None)
                return event.key.repeat == 0 ? news : WindowNews::None;
            if (const auto meant = event_of_key(event.key.keysym, event.key.repeat != 0)) out.push_back(*meant);
            break;
        case SDL_MOUSEMOTION:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
        case SDL_MOUSEWHEEL: mouse(event, out); break;
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
        case SDL_FINGERUP: finger(event.tfinger, out); break;
        case SDL_DROPFILE:
            if (event.drop.file != nullptr) out.push_back(ui::Dropped{event.drop.file});
            SDL_free(event.drop.file);
            break;
        case SDL_USEREVENT:
            if (event.user.code == kSpeechEndedCode) out.push_back(ui::SpeechEnded{});
            break;
        case SDL_WINDOWEVENT: return window(event.window, out);
        case SDL_RENDER_TARGETS_RESET:
        case SDL_RENDER_DEVICE_RESET: return WindowNews::Exposed;
        default: break;
    }
    return WindowNews::None;
}

void EventTranslator::pointer(ui::PointerPhase phase, Point at_px, std::vector<ui::Event>& out) {
    pointer_px_ = at_px;
    const bool moves = phase == ui::PointerPhase::Moved || phase == ui::PointerPhase::Dragged;
    if (moves && !out.empty())
        if (auto* last = std::get_if<ui::Pointer>(&out.back()); last != nullptr && last->phase == phase) {
            last->at_px = at_px;  // only the last place in a frame matters
            return;
        }
    out.push_back(ui::Pointer{phase, at_px});
}

void EventTranslator::mouse(const SDL_Event& event, std::vector<ui::Event>& out) {
    const auto px = [this](Sint32 x, Sint32 y) { return Point{static_cast<float>(x) * px_per_point_, static_cast<float>(y) * px_per_point_}; };
    if (event.type == SDL_MOUSEMOTION) {
        if (event.motion.which != SDL_TOUCH_MOUSEID)
            pointer(pressed_ ? ui::PointerPhase::Dragged : ui::PointerPhase::Moved, px(event.motion.x, event.motion.y), out);
    } else if (event.type == SDL_MOUSEWHEEL) {
        const float lines = event.wheel.preciseY * (event.wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0f : 1.0f);
        if (lines != 0) out.push_back(ui::Wheel{pointer_px_, lines});
    } else if (event.button.which != SDL_TOUCH_MOUSEID && event.button.button == SDL_BUTTON_LEFT) {
        pressed_ = event.type == SDL_MOUSEBUTTONDOWN;
        pointer(pressed_ ? ui::PointerPhase::Pressed : ui::PointerPhase::Released, px(event.button.x, event.button.y), out);
    }
}

// One finger points; a second one on the glass is somebody's palm.
void EventTranslator::finger(const SDL_TouchFingerEvent& event, std::vector<ui::Event>& out) {
    const Point at_px{event.x * size_px_.width, event.y * size_px_.height};
    if (event.type == SDL_FINGERDOWN) {
        if (finger_) return;
        finger_ = event.fingerId;
        pointer(ui::PointerPhase::Pressed, at_px, out);
    } else if (finger_ == event.fingerId) {
        const bool up = event.type == SDL_FINGERUP;
        pointer(up ? ui::PointerPhase::Released : ui::PointerPhase::Dragged, at_px, out);
        if (up) finger_.reset();
    }
}

void EventTranslator::cancel(std::vector<ui::Event>& out) {
    if (!pressed_ && !finger_) return;
    pressed_ = false;
    finger_.reset();
    pointer(ui::PointerPhase::Cancelled, pointer_px_, out);
}

WindowNews EventTranslator::window(const SDL_WindowEvent& event, std::vector<ui::Event>& out) {
    switch (event.event) {
        case SDL_WINDOWEVENT_SIZE_CHANGED: return WindowNews::Resized;
        case SDL_WINDOWEVENT_EXPOSED: return WindowNews::Exposed;
        case SDL_WINDOWEVENT_FOCUS_LOST: cancel(out); return WindowNews::None;
        case SDL_WINDOWEVENT_MINIMIZED:
        case SDL_WINDOWEVENT_HIDDEN: cancel(out); return WindowNews::Hidden;
        case SDL_WINDOWEVENT_RESTORED:
        case SDL_WINDOWEVENT_SHOWN: return WindowNews::Shown;
        default: return WindowNews::None;
    }
}

}  // namespace sango::platform
