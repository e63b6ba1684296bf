// Help, one press away everywhere: the emergency number, someone near, the helpline. Pause: a calm picture over everything.
#include "game/screens/screens.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Edges;
using ui::Widget;
using ui::WidgetId;

/// A number to dial keeps its order of digits in every language.
std::string left_to_right(const std::string& number) { return "\u2066" + number + "\u2069"; }

class HelpScreen : public ui::Screen {
public:
    explicit HelpScreen(Kit kit) : kit_(kit) {}

    Widget build(const ui::Metrics& metrics) const override {
        std::vector<Widget> cards;
        cards.push_back(section("help-hand", kit_.say("help.danger"), danger_lines()));
        cards.push_back(section("people", kit_.say("help.near"), {kit_.text(kit_.say("help.near.who")), kit_.text(kit_.say("help.near.how"))}));
        cards.push_back(section("phone-call", kit_.say("help.helpline"), helpline_lines()));
        return kit_.page(metrics, kit_.say("help.title"), std::move(cards), {kit_.button("close", kit_.say("help.close"), "", ButtonKind::Primary)});
    }
    void draw_behind(const Widget&, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override { kit_.draw_page(metrics, list); }
    ui::Reply pressed(const WidgetId& id) override {
        if (id.value == "header/help") return {};  // already here
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        return back();
    }
    WidgetId first_focus() const override { return WidgetId("close"); }

private:
    Widget section(const char* icon, const std::string& title, std::vector<Widget> lines) const {
        Widget words = kit_.heading(title, 32);
        words.layout.grow = 1;
        lines.insert(lines.begin(), ui::row({kit_.icon(icon, kit_.theme().card.ink, 44), std::move(words)}, 16));
        return kit_.card(std::move(lines), 10);
    }

    const content::Country* country() const {
        for (const content::Country& country : kit_.library().countries()) {
            if (country.id == kit_.settings().country) return &country;
        }
        return nullptr;
    }

    std::vector<Widget> danger_lines() const {
        std::vector<Widget> lines;
        lines.push_back(kit_.text(kit_.say("help.danger.how")));
        const content::Country* here = country();
        if (!here || here->emergency.empty()) {
            lines.push_back(kit_.text(kit_.say("help.danger.unknown")));
            return lines;
        }
        for (const content::EmergencyNumber& emergency : here->emergency) {
            const char* key = "help.emergency.any";
            switch (emergency.kind) {
                case content::EmergencyKind::Any: break;
                case content::EmergencyKind::Police: key = "help.emergency.police"; break;
                case content::EmergencyKind::Ambulance: key = "help.emergency.ambulance"; break;
                case content::EmergencyKind::Fire: key = "help.emergency.fire"; break;
            }
            lines.push_back(kit_.heading(kit_.say(key, {{"number", left_to_right(emergency.number)}}), 34));
        }
        return lines;
    }

    std::vector<Widget> helpline_lines() const {
        std::vector<Widget> lines;
        const content::Country* here = country();
        if (here) {
            for (const content::Helpline& helpline : here->helplines) add_helpline(helpline, lines);
        }
        if (lines.empty()) {
            lines.push_back(kit_.text(kit_.say("help.helpline.unknown")));
            return lines;
        }
        lines.push_back(kit_.text(kit_.say("help.helpline.what")));
        return lines;
    }

    void add_helpline(const content::Helpline& helpline, std::vector<Widget>& lines) const {
        const content::HelplineAge age = content::helpline_age(helpline, kit_.surroundings().today);
        if (age == content::HelplineAge::DoNotShow) return;
        const std::string checked = kit_.say("help.checked", {{"date", month_and_year(helpline.checked)}});
        if (age == content::HelplineAge::AskAnAdultFirst) lines.push_back(kit_.text(checked + " " + kit_.say("help.ask-adult-first")));
        lines.push_back(kit_.heading(helpline.name, 30));
        for (const content::HelpWay& way : helpline.ways) {
            const char* key = way.kind == content::WayKind::Call ? "help.way.call" : way.kind == content::WayKind::Sms ? "help.way.sms" : "help.way.chat";
            lines.push_back(kit_.heading(kit_.say(key, {{"number", left_to_right(way.value)}, {"service", way.name}}), 34));
        }
        std::string facts = helpline.always_open ? kit_.say("help.always-open")
                            : helpline.hours.empty() ? std::string()
                                                     : kit_.say("help.hours", {{"hours", left_to_right(helpline.hours)}});
        if (helpline.free == true) facts += (facts.empty() ? "" : " ") + kit_.say("help.free");
        if (!facts.empty()) lines.push_back(kit_.text(facts));
        if (age == content::HelplineAge::Fresh) lines.push_back(kit_.soft_text(checked));
    }

    /// "2026-11-21" as the language writes month and year.
    std::string month_and_year(const std::string& date) const {
        for (const content::Language& language : kit_.library().languages()) {
            if (language.tag != kit_.settings().language || language.months.size() != 12 || date.size() < 7) continue;
            const auto month = static_cast<std::size_t>((date[5] - '0') * 10 + (date[6] - '0'));
            if (month < 1 || month > 12) break;
            return content::fill(language.month_and_year, {{"month", language.months[month - 1]}, {"year", date.substr(0, 4)}});
        }
        return date;
    }

    Kit kit_;
};

/// Covers the story at once with a calm picture; returns to the same step.
class PauseScreen : public ui::Screen {
public:
    explicit PauseScreen(Kit kit) : kit_(kit) {}

    Widget build(const ui::Metrics& metrics) const override {
        Widget words = kit_.heading(kit_.say("pause.title"), 40);
        std::get<ui::Label>(words.content).align = Align::Centre;
        Widget how = kit_.text(kit_.say("pause.how"));
        std::get<ui::Label>(how.content).align = Align::Centre;
        Widget buttons;
        buttons.layout.arrange = ui::Arrange::Flow;
        buttons.layout.justify = Align::Centre;
        buttons.layout.gap = 16;
        buttons.children.push_back(kit_.button("go-on", kit_.say("pause.go-on"), "play", ButtonKind::Primary));
        buttons.children.push_back(kit_.button("settings", kit_.say("title.settings"), "settings", ButtonKind::Quiet));
        Widget reading = kit_.reading("pause", {std::move(words), std::move(how)}, 8);
        Widget card = kit_.card({std::move(reading), std::move(buttons)}, 18);
        card.id = WidgetId("card");
        card.layout.min_width = 820;
        card.layout.max_width = 900;
        Widget foot = ui::column({std::move(card)});
        foot.layout.align = Align::Centre;
        foot.layout.padding = Edges::sides(20, 24);
        return ui::column({kit_.header(metrics, ""), ui::spring(), std::move(foot)});
    }

    void draw_behind(const Widget& tree, const ui::Metrics& metrics, Seconds now, scene::DrawList& list) override {
        const auto& palette = kit_.library().palette();
        const auto colour = [&palette](const char* name) { return palette.count(name) ? palette.at(name) : Colour{0, 0, 0, 255}; };
        const Rect window{0, 0, metrics.window_px.width, metrics.window_px.height};
        if (kit_.theme().lines) {
            kit_.draw_page(metrics, list);
        } else {
            list.add(scene::Gradient{window, colour("night"), colour("plum-pale")});
        }
        const Widget* card = ui::find(tree, WidgetId("card"));
        const auto box = kit_.library().pictures().box("calm/breathe");
        if (!card || !box) return;
        // In for four seconds and out for six: it rises and sinks like a slow breath, without changing its size.
        const double phase = std::fmod(now, 10.0);
        const double breath = phase < 4 ? 0.5 - 0.5 * std::cos(std::numbers::pi * phase / 4) : 0.5 + 0.5 * std::cos(std::numbers::pi * (phase - 4) / 6);
        const float room = card->bounds.y - metrics.px(90);
        if (room < metrics.px(80)) return;
        const float size = std::round(std::min(room * 0.86f, metrics.window_px.width * 0.8f));
        const float travel = kit_.settings().reduced_motion ? 0.0f : room * 0.1f;
        const float y = metrics.px(80) + (room - size) / 2 + travel * (0.5f - static_cast<float>(breath));
        list.add(scene::Picture{"calm/breathe", {std::round((window.width - size) / 2), std::round(y), size, size}, {255, 255, 255, 255}, scene::Mirror::No});
    }

    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (id.value == "settings") return {ui::Push{make_settings(kit_)}, {"open"}, false, false};
        return back();
    }
    WidgetId first_focus() const override { return WidgetId("go-on"); }
    std::string music() const override { return "thinking"; }
    std::optional<Seconds> moves_again_in(Seconds, Seconds idle_for) override {
        if (kit_.settings().reduced_motion || idle_for > 120) return {};
        return 1.0 / 20;
    }

private:
    Kit kit_;
};

}  // namespace

ScreenPtr make_help(Kit kit) { return std::make_unique<HelpScreen>(kit); }
ScreenPtr make_pause(Kit kit) { return std::make_unique<PauseScreen>(kit); }

}  // namespace sango::screens
