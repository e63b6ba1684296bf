#include "engine/platform/events.hpp"
#include "engine/platform/gamepads.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace sango;
using namespace sango::platform;

namespace {

using Events = std::vector<ui::Event>;

SDL_Event key(SDL_Keycode code, Uint16 mod = 0, bool repeated = false, SDL_Scancode place = SDL_SCANCODE_UNKNOWN) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    event.key.keysym.mod = mod;
    event.key.keysym.scancode = place;
    event.key.repeat = repeated ? 1 : 0;
    return event;
}

Events meaning_of(const SDL_Event& event) {
    EventTranslator translator;
    Events out;
    translator.translate(event, out);
    return out;
}

SDL_Event motion(int x, int y, Uint32 which = 0) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.which = which;
    event.motion.x = x;
    event.motion.y = y;
    return event;
}

SDL_Event button(Uint32 type, int x, int y, Uint8 which_button = SDL_BUTTON_LEFT) {
    SDL_Event event{};
    event.type = type;
    event.button.button = which_button;
    event.button.x = x;
    event.button.y = y;
    return event;
}

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = id;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
}

SDL_Event window(Uint8 what) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = what;
    return event;
}

}  // namespace

TEST_CASE("each key that the game knows means one thing") {
    CHECK(meaning_of(key(SDLK_UP)) == Events{ui::Move{ui::Way::Up}});
    CHECK(meaning_of(key(SDLK_DOWN)) == Events{ui::Move{ui::Way::Down}});
    CHECK(meaning_of(key(SDLK_LEFT)) == Events{ui::Move{ui::Way::Left}});
    CHECK(meaning_of(key(SDLK_RIGHT)) == Events{ui::Move{ui::Way::Right}});
    CHECK(meaning_of(key(SDLK_TAB)) == Events{ui::Next{}});
    CHECK(meaning_of(key(SDLK_TAB, KMOD_LSHIFT)) == Events{ui::Previous{}});
    for (const SDL_Keycode code : {SDLK_RETURN, SDLK_KP_ENTER, SDLK_SPACE}) CHECK(meaning_of(key(code)) == Events{ui::Confirm{}});
    for (const SDL_Keycode code : {SDLK_ESCAPE, SDLK_AC_BACK}) CHECK(meaning_of(key(code)) == Events{ui::Back{}});
    for (const SDL_Keycode code : {SDLK_F1, SDLK_h}) CHECK(meaning_of(key(code)) == Events{ui::Help{}});
    CHECK(meaning_of(key(SDLK_p)) == Events{ui::Pause{}});
    CHECK(meaning_of(key(SDLK_r)) == Events{ui::Speak{}});
    CHECK(meaning_of(key(SDLK_q)).empty());
    CHECK(meaning_of(key(SDLK_KP_8)) == Events{ui::Move{ui::Way::Up}});
    CHECK(meaning_of(key(SDLK_KP_8, KMOD_NUM)).empty());
}

TEST_CASE("a key that is held moves on but confirms only once") {
    CHECK(meaning_of(key(SDLK_DOWN, 0, true)) == Events{ui::Move{ui::Way::Down}});
    CHECK(meaning_of(key(SDLK_RETURN, 0, true)).empty());
    CHECK(meaning_of(key(SDLK_ESCAPE, 0, true)).empty());
}

TEST_CASE("keys held with Ctrl, Alt or the system's key belong to the system") {
    CHECK(meaning_of(key(SDLK_r, KMOD_LCTRL)).empty());
    CHECK(meaning_of(key(SDLK_TAB, KMOD_LALT)).empty());
    CHECK(meaning_of(key(SDLK_h, KMOD_LGUI)).empty());
}

TEST_CASE("on a keyboard without Latin letters the letter keys count by their place") {
    CHECK(meaning_of(key(0x0627, 0, false, SDL_SCANCODE_H)) == Events{ui::Help{}});
    CHECK(meaning_of(key(0x0440, 0, false, SDL_SCANCODE_R)) == Events{ui::Speak{}});
    CHECK(meaning_of(key(SDLK_d, 0, false, SDL_SCANCODE_H)).empty());  // a Latin layout that has "d" there
}

TEST_CASE("F11 and Alt+Enter are about the window, not about the game") {
    EventTranslator translator;
    Events out;
    CHECK(translator.translate(key(SDLK_F11), out) == WindowNews::ToggleFullscreen);
    CHECK(translator.translate(key(SDLK_RETURN, KMOD_LALT), out) == WindowNews::ToggleFullscreen);
    CHECK(translator.translate(key(SDLK_F11, 0, true), out) == WindowNews::None);
    CHECK(out.empty());
}

TEST_CASE("the mouse points in pixels, drags while pressed, and only its last place in a frame counts") {
    EventTranslator translator;
    translator.set_scale(2, {200, 100});
    Events out;
    translator.translate(motion(1, 1), out);
    translator.translate(motion(5, 6), out);
    translator.translate(button(SDL_MOUSEBUTTONDOWN, 5, 6), out);
    translator.translate(motion(7, 8), out);
    translator.translate(button(SDL_MOUSEBUTTONUP, 7, 9), out);
    translator.translate(motion(1, 2), out);
    CHECK(out == Events{ui::Pointer{ui::PointerPhase::Moved, {10, 12}}, ui::Pointer{ui::PointerPhase::Pressed, {10, 12}},
                        ui::Pointer{ui::PointerPhase::Dragged, {14, 16}}, ui::Pointer{ui::PointerPhase::Released, {14, 18}},
                        ui::Pointer{ui::PointerPhase::Moved, {2, 4}}});
}

TEST_CASE("other mouse buttons and the mouse that SDL makes of a finger mean nothing") {
    EventTranslator translator;
    Events out;
    translator.translate(button(SDL_MOUSEBUTTONDOWN, 5, 6, SDL_BUTTON_RIGHT), out);
    translator.translate(motion(5, 6, SDL_TOUCH_MOUSEID), out);
    CHECK(out.empty());
}

TEST_CASE("a finger points as a mouse does, and a second one is not listened to") {
    EventTranslator translator;
    translator.set_scale(1, {200, 100});
    Events out;
    translator.translate(finger(SDL_FINGERDOWN, 1, 0.5f, 0.5f), out);
    translator.translate(finger(SDL_FINGERDOWN, 2, 0.1f, 0.1f), out);
    translator.translate(finger(SDL_FINGERMOTION, 2, 0.2f, 0.2f), out);
    translator.translate(finger(SDL_FINGERMOTION, 1, 0.25f, 0.5f), out);
    translator.translate(finger(SDL_FINGERUP, 2, 0.2f, 0.2f), out);
    translator.translate(finger(SDL_FINGERUP, 1, 0.25f, 1.0f), out);
    CHECK(out == Events{ui::Pointer{ui::PointerPhase::Pressed, {100, 50}}, ui::Pointer{ui::PointerPhase::Dragged, {50, 50}},
                        ui::Pointer{ui::PointerPhase::Released, {50, 100}}});
}

TEST_CASE("a press ends without effect when the window loses the keyboard or is hidden") {
    for (const Uint8 what : {SDL_WINDOWEVENT_FOCUS_LOST, SDL_WINDOWEVENT_MINIMIZED}) {
        EventTranslator translator;
        Events out;
        translator.translate(window(what), out);
        CHECK(out.empty());
        translator.translate(button(SDL_MOUSEBUTTONDOWN, 5, 6), out);
        translator.translate(window(what), out);
        CHECK(out.back() == ui::Event{ui::Pointer{ui::PointerPhase::Cancelled, {5, 6}}});
    }
}

TEST_CASE("the wheel turns where the pointer is, towards the top when pushed away") {
    EventTranslator translator;
    Events out;
    translator.translate(motion(30, 40), out);
    SDL_Event wheel{};
    wheel.type = SDL_MOUSEWHEEL;
    wheel.wheel.preciseY = 1.5f;
    translator.translate(wheel, out);
    wheel.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    translator.translate(wheel, out);
    REQUIRE(out.size() == 3);
    CHECK(out[1] == ui::Event{ui::Wheel{{30, 40}, 1.5f}});
    CHECK(out[2] == ui::Event{ui::Wheel{{30, 40}, -1.5f}});
}

TEST_CASE("a dropped file and the wish to close arrive") {
    SDL_Event drop{};
    drop.type = SDL_DROPFILE;
    drop.drop.file = SDL_strdup("/home/ana/pack é.zip");
    CHECK(meaning_of(drop) == Events{ui::Dropped{"/home/ana/pack é.zip"}});
    SDL_Event quit{};
    quit.type = SDL_QUIT;
    CHECK(meaning_of(quit) == Events{ui::CloseRequest{}});
}

TEST_CASE("a stick means nothing near the middle, then the way it is pushed furthest, until it is well back") {
    CHECK_FALSE(stick_way(0.3f, -0.5f, false));
    CHECK(stick_way(0.3f, -0.9f, false) == ui::Way::Up);
    CHECK(stick_way(0.8f, 0.3f, false) == ui::Way::Right);
    CHECK(stick_way(-0.8f, 0.3f, false) == ui::Way::Left);
    CHECK(stick_way(0.1f, 0.5f, true) == ui::Way::Down);
    CHECK_FALSE(stick_way(0.1f, 0.3f, true));
}

TEST_CASE("gamepad buttons press once, a held direction repeats after a while") {
    PadTranslator translator;
    Events out;
    PadState state;
    state.confirm = state.help = state.pause = true;
    translator.translate(state, 0, out);
    translator.translate(state, 0.5, out);
    CHECK(out == Events{ui::Confirm{}, ui::Help{}, ui::Pause{}});
    out.clear();
    state = {};
    state.back = state.speak = true;
    translator.translate(state, 1, out);
    CHECK(out == Events{ui::Back{}, ui::Speak{}});
    out.clear();
    state = {};
    state.ways[static_cast<std::size_t>(ui::Way::Left)] = true;
    int moves = 0;
    for (int i = 0; i <= 20; ++i) translator.translate(state, 2 + i * 0.05, out);  // one second
    for (const ui::Event& event : out) moves += event == ui::Event{ui::Move{ui::Way::Left}} ? 1 : 0;
    CHECK(moves >= 3);
    CHECK(moves <= 5);
    CHECK(static_cast<std::size_t>(moves) == out.size());
}
