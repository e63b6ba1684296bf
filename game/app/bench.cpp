#include "game/app/app.hpp"
#include "game/app/game.hpp"
#include "game/app/modes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace sango::app {
namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

double ms_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }
double rounded(double value) { return std::round(value * 100) / 100; }

#ifdef __linux__
/// Milliseconds since this process was started, by the kernel's clock ticks (10 ms steps).
double ms_since_process_start() {
    std::ifstream stat("/proc/self/stat"), up("/proc/uptime");
    std::string text((std::istreambuf_iterator<char>(stat)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;  // the 22nd field is the start in ticks since boot
    double uptime = 0;
    up >> uptime;
    return uptime * 1000 - std::stod(field) * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}
double resident_mb() {
    std::ifstream statm("/proc/self/statm");
    double total = 0, resident = 0;
    statm >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}
double cpu_ms() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& time) { return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}
#else
double ms_since_process_start() { return 0; }
double resident_mb() { return 0; }
double cpu_ms() { return 0; }
#endif

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// Uncached layout of the lessons' own sentences.
Json text_figures(const Game& game) {
    std::vector<std::string> sentences;
    for (const story::Lesson* lesson : game.library->lessons()) {
        story::Lesson copy = *lesson;
        content::for_each_text(copy, [&](const std::string&, std::string& text) { sentences.push_back(text); });
    }
    std::size_t laid_out = 0;
    const auto start = Clock::now();
    for (float width = 400; ms_since(start) < 500; width += 1) {
        for (const std::string& sentence : sentences) laid_out += game.typesetter->lay_out(sentence, {"en", {}, {}, 28}, width)->lines.empty() ? 0 : 1;
    }
    return rounded(static_cast<double>(laid_out) / ms_since(start) * 1000);
}

/// A second or two of a screen: how long frames take and how much of a core that costs.
struct Stretch {
    std::vector<double> frames_ms;
    double cpu_percent = 0;
};

Stretch watch(platform::Host& host, App& app, Seconds seconds, bool moving) {
    Stretch stretch;
    const auto start = Clock::now();
    const double cpu = cpu_ms();
    host.run([&](Seconds dt, std::span<const ui::Event> events, scene::DrawList& out) {
        const auto begin = Clock::now();
        platform::Frame frame = app.frame(dt, events, out);
        stretch.frames_ms.push_back(ms_since(begin) + host.last_cost().draw_ms);
        const double left = seconds - ms_since(start) / 1000;
        if (left <= 0) return platform::Frame{platform::Frame::Next::Quit, {}};
        if (moving) return platform::Frame{platform::Frame::Next::Continue, {}};
        frame.wake_in = std::min(frame.wake_in.value_or(left), left);
        return frame;
    });
    stretch.cpu_percent = (cpu_ms() - cpu) / ms_since(start) * 100;
    return stretch;
}

Json frame_figures(const Stretch& stretch) {
    // The first frames rasterise pictures; the figure is about moving.
    std::vector<double> frames(stretch.frames_ms.begin() + std::min<std::ptrdiff_t>(10, static_cast<std::ptrdiff_t>(stretch.frames_ms.size())), stretch.frames_ms.end());
    return {{"frames", frames.size()}, {"p50_ms", rounded(percentile(frames, 0.5))}, {"p99_ms", rounded(percentile(frames, 0.99))}};
}

}  // namespace

int bench(const Options& options, const LogSink& log) {
    Json figures;
    const auto packs_start = Clock::now();
    Game game = open_game(options, Memory::Forgotten, log);
    figures["open_everything_ms"] = rounded(ms_since(packs_start));
    game.session->create({"fox", "orange"});

    platform::HostOptions window;
    window.size_points = options.size;
    window.visible = platform::has_display();
    window.force_software = options.software;
    auto host = platform::Host::open(window, game.library->pictures(), game.library->fonts(), log);
    if (!host) {
        std::cerr << to_string(host.problem()) << "\n";
        return 1;
    }
    const auto sound = platform::make_logging_sound({});
    const auto speech = platform::make_logging_speech({}, "");
    App app(*game.library, *game.session, *game.typesetter, *sound, *speech, game.surroundings, (*host)->surface());
    app.open(screens::make_title(app.kit()));
    int frames = 0;
    (*host)->run([&](Seconds dt, std::span<const ui::Event> events, scene::DrawList& out) {
        app.frame(dt, events, out);
        // The second call comes after the first picture was presented.
        return platform::Frame{++frames < 2 ? platform::Frame::Next::Continue : platform::Frame::Next::Quit, {}};
    });
    figures["start_to_title_ms"] = rounded(ms_since_process_start());
    figures["resident_mb_at_title"] = rounded(resident_mb());
    figures["window"] = window.visible;
    figures["renderer"] = (*host)->renderer_name();

    const auto moving = watch(**host, app, 4, true);
    figures["moving_title"] = frame_figures(moving);
    const auto idling = watch(**host, app, 3, false);
    figures["cpu_idling_percent"] = rounded(idling.cpu_percent);
    const auto settling = watch(**host, app, 9, false);
    static_cast<void>(settling);
    const auto settled = watch(**host, app, 5, false);
    figures["cpu_settled_percent"] = rounded(settled.cpu_percent);

    const auto lessons_start = Clock::now();
    int read = 0;
    std::size_t lessons = 0;
    for (; ms_since(lessons_start) < 300; ++read) {
        Problems problems;
        auto files = data::open_files(game.program_files / "content" / "core");
        if (files) {
            if (const auto pack = content::read_pack(**files, problems)) lessons = pack->lessons.size();
        }
    }
    figures["read_and_check_core_pack_ms"] = rounded(ms_since(lessons_start) / read);
    figures["lessons_in_core_pack"] = lessons;
    figures["paragraphs_per_second"] = text_figures(game);

    const auto language_start = Clock::now();
    profile::Settings arabic = game.session->settings();
    arabic.language = "ar";
    game.session->change_settings(arabic);
    scene::DrawList list;
    app.frame(0, {}, list);
    (*host)->draw_now(list);
    figures["change_of_language_ms"] = rounded(ms_since(language_start));
    figures["resident_mb_at_end"] = rounded(resident_mb());
    std::cout << figures.dump(2) << "\n";
    return 0;
}

}  // namespace sango::app
