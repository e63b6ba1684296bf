#include "engine/platform/host.hpp"

#include "engine/data/files.hpp"
#include "engine/data/picture_check.hpp"
#include "engine/platform/canvas.hpp"
#include "engine/platform/events.hpp"
#include "engine/platform/gamepads.hpp"
#include "engine/platform/picture_raster.hpp"
#include "engine/platform/presenter.hpp"
#include "engine/platform/stopwatch.hpp"

#include <SDL_image.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>
#include <limits>
#include <thread>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace sango::platform {

namespace {

// After a pause (another program, a slow disk) things go on from where they were instead of jumping.
constexpr Seconds kLongestStep = 0.1;
constexpr Seconds kFramePeriod = 1.0 / 60;
// With vertical sync the screen sets the pace; this only holds back one that does not.
constexpr Seconds kSyncedPeriod = 1.0 / 125;
constexpr Seconds kPadPeriod = 1.0 / 20;   // gamepads while asleep
constexpr Seconds kPadSearchPeriod = 2;    // whether one was plugged in
constexpr Seconds kHiddenPeriod = 0.25;
constexpr Seconds kPollPeriod = 0.02;      // where SDL cannot wait for events by itself
constexpr Seconds kDiskPeriod = 0.05;      // between two pictures written while nothing else happens
constexpr double kDiskBudget_ms = 4;
constexpr double kLastDiskBudget_ms = 100;
constexpr int kIcon_px = 64;

enum class Turn { Ended, Moving, Asleep };

// What SDL was asked for, except sound, which has an owner of its own.
struct SdlSession {
    SdlSession() {
#ifdef __GLIBC__
        mallopt(M_MMAP_THRESHOLD, 1 << 20);  // a picture's memory goes back to the system at once instead of being kept in pieces
#endif
        SDL_SetMainReady();
        SDL_SetHint(SDL_HINT_APP_NAME, "Sango");
        SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");  // a finger points by itself, not as a second mouse
        SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
        SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
        SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
        SDL_SetHint(SDL_HINT_ANDROID_TRAP_BACK_BUTTON, "1");
    }
    SdlSession(const SdlSession&) = delete;
    SdlSession& operator=(const SdlSession&) = delete;
    ~SdlSession() {
        for (const Uint32 part : {SDL_INIT_GAMECONTROLLER, SDL_INIT_VIDEO, SDL_INIT_EVENTS})
            if (SDL_WasInit(part) != 0) SDL_QuitSubSystem(part);
        if (SDL_WasInit(SDL_INIT_AUDIO) == 0) SDL_Quit();
    }
};

class SdlHost final : public Host {
public:
    SdlHost(std::unique_ptr<SdlSession> session, const HostOptions& options, std::unique_ptr<Canvas> canvas, const scene::PictureSource& pictures,
            const text::FontConfig& fonts, const LogSink& log)
        : session_(std::move(session)),
          options_(options),
          log_(log),
          canvas_(std::move(canvas)),
          pictures_(pictures, canvas_->renderer(), PictureDisk(options.cache_folder), log),
          glyphs_(fonts, canvas_->renderer(), log),
          presenter_(*canvas_, pictures_, glyphs_) {
        const char* driver = canvas_->window() != nullptr ? SDL_GetCurrentVideoDriver() : nullptr;
        const std::string_view name = driver != nullptr ? driver : "";
        waits_natively_ = name == "x11" || name == "wayland" || name == "windows" || name == "cocoa";
    }

    ~SdlHost() override { pictures_.write_to_disk(kLastDiskBudget_ms); }
    SdlHost(const SdlHost&) = delete;
    SdlHost& operator=(const SdlHost&) = delete;

    Surface surface() const override { return canvas_->surface(); }
    std::string renderer_name() const override { return canvas_->name(); }
    bool accelerated() const override { return canvas_->accelerated(); }
    void run(const FrameFunction& frame) override;
    void draw_now(const scene::DrawList& list) override { presenter_.show(list, Patience::Complete); }
    Status save_png(const std::filesystem::path& file) override;
    void resize(Size size_points) override;
    FrameCost last_cost() const override { return presenter_.last_cost(); }
    void forget_pictures() override {
        pictures_.forget_all();
        presenter_.forget();
    }

private:
    Turn turn(const FrameFunction& frame);
    void gather_events();
    void take(const SDL_Event& event);
    Seconds time_passed(Seconds now);
    void wait(Turn turn, Seconds frame_start);
    void wait_for_event(std::optional<Seconds> deadline);
    void after_first_frame();
    void set_icon();

    std::unique_ptr<SdlSession> session_;  // first, so that it ends after all that lives in it
    HostOptions options_;
    LogSink log_;
    std::unique_ptr<Canvas> canvas_;
    PictureCache pictures_;
    GlyphCache glyphs_;
    Presenter presenter_;
    EventTranslator translator_;
    Gamepads gamepads_;
    Stopwatch clock_;
    std::vector<ui::Event> events_;
    std::vector<ui::Event> delivered_;
    scene::DrawList list_;
    Seconds last_frame_ = 0;
    bool started_ = false;
    bool asleep_ = false;
    bool hidden_ = false;
    std::optional<Seconds> wake_in_;
    std::optional<Seconds> wake_at_;
    bool waits_natively_ = false;
};

void SdlHost::run(const FrameFunction& frame) {
    last_frame_ = clock_.seconds();
#ifdef __EMSCRIPTEN__
    // The browser calls back once a screen frame; this call never returns (it leaves through the browser's own unwinding).
    struct Loop {
        SdlHost* host;
        const FrameFunction* frame;
    };
    static Loop loop;  // outlives the unwound stack
    loop = {this, &frame};
    emscripten_set_main_loop_arg(
        [](void* data) {
            auto* l = static_cast<Loop*>(data);
            if (l->host->turn(*l->frame) == Turn::Ended) emscripten_cancel_main_loop();
        },
        &loop, 0, 1);
#else
    for (;;) {
        const Seconds start = clock_.seconds();
        const Turn result = turn(frame);
        if (result == Turn::Ended) return;
        wait(result, start);
    }
#endif
}

Turn SdlHost::turn(const FrameFunction& frame) {
    gather_events();
    const Seconds now = clock_.seconds();
    const bool is_due = !asleep_ || !events_.empty() || (wake_at_ && now >= *wake_at_);
    if (is_due) {
        list_.clear(canvas_->surface().size_px);
        const Seconds dt = time_passed(now);
        delivered_.clear();
        delivered_.swap(events_);  // what the game does in its frame (another size) may bring new ones
        const Frame next = frame(dt, delivered_, list_);
        if (next.next == Frame::Next::Quit) return Turn::Ended;
        asleep_ = next.next == Frame::Next::Sleep;
        wake_in_ = asleep_ ? next.wake_in : std::nullopt;
        wake_at_ = wake_in_ ? std::optional(now + *wake_in_) : std::nullopt;
    }
    if (hidden_) return asleep_ ? Turn::Asleep : Turn::Moving;
    // The same list again makes pictures sharp that were not ready.
    if (is_due || presenter_.is_unsettled()) presenter_.show(list_, started_ ? Patience::Hurried : Patience::Complete);
    if (!started_) after_first_frame();
    started_ = true;
    return asleep_ && !presenter_.is_unsettled() ? Turn::Asleep : Turn::Moving;
}

// An animation must not jump, but a sleep that was asked for has passed in full.
Seconds SdlHost::time_passed(Seconds now) {
    const Seconds passed = now - last_frame_;
    last_frame_ = now;
    const bool woke_by_clock = asleep_ && wake_in_ && events_.empty();
    return std::min(passed, woke_by_clock ? std::max(kLongestStep, *wake_in_) : kLongestStep);
}

void SdlHost::gather_events() {
    const Surface surface = canvas_->surface();
    translator_.set_scale(surface.px_per_point, surface.size_px);
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) take(event);
    gamepads_.poll(clock_.seconds(), events_);
}

void SdlHost::take(const SDL_Event& event) {
    gamepads_.handle(event);
    switch (translator_.translate(event, events_)) {
        case WindowNews::None: break;
        case WindowNews::Exposed: presenter_.show_again(); break;
        case WindowNews::Resized: {
            const Surface surface = canvas_->surface();
            translator_.set_scale(surface.px_per_point, surface.size_px);
            events_.push_back(ui::Resized{surface.size_px});
            presenter_.redraw();  // SDL threw the old pixels away, even where the size is the same again
            break;
        }
        case WindowNews::Hidden: hidden_ = true; break;
        case WindowNews::Shown:
            if (hidden_) presenter_.show_again();
            hidden_ = false;
            break;
        case WindowNews::ToggleFullscreen:
            if (SDL_Window* window = canvas_->window()) {
                const bool is_full = (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
                SDL_SetWindowFullscreen(window, is_full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
            }
            break;
    }
}

void SdlHost::wait(Turn turn, Seconds frame_start) {
    if (turn == Turn::Asleep) return wait_for_event(wake_at_);
    if (hidden_) return wait_for_event(frame_start + kHiddenPeriod);
    const Seconds period = canvas_->accelerated() ? kSyncedPeriod : kFramePeriod;
    const Seconds rest = frame_start + period - clock_.seconds();
    if (rest > 0) std::this_thread::sleep_for(std::chrono::duration<double>(rest));
}

void SdlHost::wait_for_event(std::optional<Seconds> deadline) {
    for (;;) {
        gather_events();
        const Seconds now = clock_.seconds();
        if (!events_.empty() || (deadline && now >= *deadline)) return;
        constexpr Seconds kForever = std::numeric_limits<Seconds>::infinity();
        Seconds rest = deadline ? *deadline - now : kForever;
        const auto at_most = [&rest](Seconds time) { rest = std::min(rest, time); };
        if (gamepads_.started()) at_most(gamepads_.any() ? kPadPeriod : kPadSearchPeriod);
        if (pictures_.has_unwritten()) {
            pictures_.write_to_disk(kDiskBudget_ms);
            at_most(kDiskPeriod);
        }
        if (!waits_natively_) {
            at_most(kPollPeriod);
            std::this_thread::sleep_for(std::chrono::duration<double>(rest));
        } else if (rest < kForever) {
            SDL_WaitEventTimeout(nullptr, std::max(1, static_cast<int>(std::ceil(rest * 1000))));
        } else {
            SDL_WaitEvent(nullptr);
        }
    }
}

// What a child need not wait for.
void SdlHost::after_first_frame() {
    if (canvas_->window() == nullptr) return;
    set_icon();
    gamepads_.start();
}

void SdlHost::set_icon() {
    if (options_.icon.empty()) return;
    const Result<std::string> bytes = data::read_file(options_.icon, 256u << 10);
    Problems problems;
    if (!bytes) return sango::log(log_, to_string(bytes.problem()));
    const Result<data::PictureInfo> info = data::check_picture(*bytes, "the icon", problems);
    if (!info) return sango::log(log_, to_string(info.problem()));
    Result<Ptr<SDL_Surface>> icon = rasterise(*bytes, info->box, kIcon_px, kIcon_px, "the icon");
    if (!icon) return sango::log(log_, to_string(icon.problem()));
    SDL_SetWindowIcon(canvas_->window(), icon->get());
}

Status SdlHost::save_png(const std::filesystem::path& file) {
    const std::u8string name = file.u8string();
    const Ptr<SDL_Surface> pixels = presenter_.read();
    if (!pixels) return Problem{"picture of the screen", std::string("cannot be read back: ") + SDL_GetError()};
    if (IMG_SavePNG(pixels.get(), reinterpret_cast<const char*>(name.c_str())) != 0)
        return Problem{std::string(name.begin(), name.end()), std::string("cannot be written: ") + SDL_GetError()};
    return Done{};
}

void SdlHost::resize(Size size_points) {
    canvas_->resize(size_points);
    if (canvas_->window() == nullptr) events_.push_back(ui::Resized{canvas_->surface().size_px});
}

}  // namespace

Result<std::unique_ptr<Host>> Host::open(const HostOptions& options, const scene::PictureSource& pictures, const text::FontConfig& fonts,
                                         LogSink log) {
    auto session = std::make_unique<SdlSession>();
    if (SDL_InitSubSystem(SDL_INIT_EVENTS) != 0) return Problem{"SDL", SDL_GetError()};
    Result<std::unique_ptr<Canvas>> canvas = open_canvas(options, log);
    if (!canvas) return canvas.problem();
    return std::unique_ptr<Host>(std::make_unique<SdlHost>(std::move(session), options, std::move(*canvas), pictures, fonts, log));
}

}  // namespace sango::platform
