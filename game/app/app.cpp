#include "game/app/app.hpp"

#include <utility>

namespace sango::app {
namespace {

float scale_of(profile::TextSize size) {
    switch (size) {
        case profile::TextSize::P100: return 1.0f;
        case profile::TextSize::P150: return 1.5f;
        case profile::TextSize::P200: return 2.0f;
    }
    return 1.0f;
}

}  // namespace

App::App(content::Library& library, profile::Session& session, text::Typesetter& typesetter, platform::Sound& sound, platform::Speech& speech,
         screens::Surroundings surroundings, platform::Surface surface)
    : library_(library), session_(session), sound_(sound), speech_(speech), surroundings_(std::move(surroundings)),
      surface_(surface), stack_(typesetter) {
    metrics_ = wanted_metrics();
}

screens::Kit App::kit() { return screens::Kit(library_, session_, surroundings_); }

void App::open(screens::ScreenPtr first) {
    ui::Reply reply;
    reply.intent = ui::Restart{std::move(first)};
    take(stack_.apply(std::move(reply), metrics_));
}

platform::Frame App::frame(Seconds dt, std::span<const ui::Event> events, scene::DrawList& out) {
    now_ += dt;
    idle_for_ = events.empty() ? idle_for_ + dt : 0;
    for (const ui::Event& event : events) handle(event);
    follow_settings();
    sound_.music(stack_.top().music());
    sound_.set_ducked(speech_.speaking());
    sound_.update();
    const auto moves_again = stack_.top().moves_again_in(now_, idle_for_);
    draw(out);
    if (quit_) return {platform::Frame::Next::Quit, {}};
    return {platform::Frame::Next::Sleep, moves_again};
}

void App::draw(scene::DrawList& out) {
    out.clear(metrics_.window_px);
    stack_.draw(metrics_, now_, kit().theme().paint, out);
}

bool App::press(const ui::WidgetId& id) {
    const ui::Stack::Outcome outcome = stack_.press(id, metrics_);
    take(outcome);
    follow_settings();
    return outcome.pressed.has_value();
}

void App::set_surface(platform::Surface surface) {
    surface_ = surface;
    follow_settings();
}

void App::handle(const ui::Event& event) {
    if (const auto* resized = std::get_if<ui::Resized>(&event)) {
        surface_.size_px = resized->size_px;
        follow_settings();
    } else if (std::holds_alternative<ui::CloseRequest>(event)) {
        quit_ = true;  // every step is saved already
    } else if (std::holds_alternative<ui::Help>(event)) {
        take(stack_.press(ui::WidgetId("header/help"), metrics_));
    } else if (std::holds_alternative<ui::Pause>(event)) {
        take(stack_.press(ui::WidgetId("header/pause"), metrics_));
    } else if (std::holds_alternative<ui::Speak>(event)) {
        take(stack_.press(ui::WidgetId("header/speak"), metrics_));
    } else if (const auto* dropped = std::get_if<ui::Dropped>(&event)) {
        drop(dropped->path);
    } else {
        take(stack_.handle(event, metrics_));
    }
}

void App::take(const ui::Stack::Outcome& outcome) {
    for (const std::string& name : outcome.sounds) sound_.effect(name);
    if (outcome.quit) quit_ = true;
    if (outcome.fresh || outcome.speak) speech_.stop();
    const bool reads = session_.settings().read_aloud;
    if (outcome.speak || (reads && outcome.fresh)) {
        std::string text;
        for (const std::string& line : ui::spoken_lines(stack_.tree())) text += (text.empty() ? "" : "\n") + line;
        speak(text);
    } else if (reads && outcome.focus_moved) {
        if (const ui::Widget* focused = ui::find(stack_.tree(), stack_.interaction().focused())) speak(focused->spoken_name());
    }
}

void App::speak(const std::string& text) {
    const std::string& language = session_.settings().language;
    if (!text.empty() && speech_.can_speak(language)) speech_.say(text, language);
}

void App::drop(const std::string& path) {
    Problems problems;
    const auto file = std::filesystem::u8path(path);
    auto files = data::open_files(file);
    bool usable = false;
    if (files) {
        usable = content::read_pack(**files, problems).has_value();
    } else {
        problems.push_back(files.problem());
    }
    std::function<Status()> keep;
    if (usable && keep_pack) {
        keep = [this, file]() -> Status {
            Status kept = keep_pack(file);
            if (kept) library_.reload({});
            return kept;
        };
    }
    ui::Reply reply;
    reply.intent = ui::Push{screens::make_dropped_pack(kit(), std::move(problems), std::move(keep))};
    take(stack_.apply(std::move(reply), metrics_));
}

ui::Metrics App::wanted_metrics() const {
    const profile::Settings& settings = session_.settings();
    ui::Metrics metrics;
    metrics.window_px = surface_.size_px;
    metrics.px_per_point = surface_.px_per_point;
    metrics.text_scale = scale_of(settings.text_size);
    metrics.language = settings.language;
    for (const content::Language& language : library_.languages()) {
        if (language.tag == settings.language) metrics.direction = language.direction;
    }
    return metrics;
}

void App::follow_settings() {
    const profile::Settings& settings = session_.settings();
    sound_.set_volumes({static_cast<float>(settings.music) / 10, static_cast<float>(settings.effects) / 10});
    speech_.set_volume(static_cast<float>(settings.voice) / 10);
    const ui::Metrics wanted = wanted_metrics();
    if (wanted == metrics_) return;
    metrics_ = wanted;
    if (!stack_.empty()) stack_.refresh(metrics_);
}

}  // namespace sango::app
