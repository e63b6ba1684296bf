// Settings: everything a player may change, each with what it is now.
#include "game/screens/screens.hpp"

#include <algorithm>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Arrange;
using ui::Widget;
using ui::WidgetId;

class SettingsScreen : public ui::Screen {
public:
    explicit SettingsScreen(Kit kit) : kit_(kit) {}

    Widget build(const ui::Metrics& metrics) const override {
        const profile::Settings& now = kit_.settings();
        std::vector<Widget> rows;
        rows.push_back(line(metrics, "globe", kit_.say("settings.language"), {kit_.button("language", language_name(), "", ButtonKind::Choice)}));
        rows.push_back(line(metrics, "home", kit_.say("settings.country"), {kit_.button("country", country_name(), "", ButtonKind::Choice)}));
        rows.push_back(line(metrics, "text-size", kit_.say("settings.text-size"),
                            {kit_.option("text-size/100", "100 %", now.text_size == profile::TextSize::P100),
                             kit_.option("text-size/150", "150 %", now.text_size == profile::TextSize::P150),
                             kit_.option("text-size/200", "200 %", now.text_size == profile::TextSize::P200)}));
        rows.push_back(line(metrics, "theme", kit_.say("settings.theme"),
                            {kit_.option("theme/day", kit_.say("settings.theme.day"), now.theme == profile::Theme::Day),
                             kit_.option("theme/contrast", kit_.say("settings.theme.contrast"), now.theme == profile::Theme::Contrast)}));
        rows.push_back(line(metrics, "motion", kit_.say("settings.motion"),
                            {kit_.option("motion/full", kit_.say("settings.motion.full"), !now.reduced_motion),
                             kit_.option("motion/reduced", kit_.say("settings.motion.reduced"), now.reduced_motion)}));
        rows.push_back(volume(metrics, "music", "music", now.music));
        rows.push_back(volume(metrics, "effects", "effects", now.effects));
        rows.push_back(volume(metrics, "voice", "voice", now.voice));
        rows.push_back(read_aloud(metrics));
        return kit_.page(metrics, kit_.say("settings.title"), std::move(rows));
    }
    void draw_behind(const Widget&, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override { kit_.draw_page(metrics, list); }

    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (id.value == "language") return {ui::Push{make_language(kit_)}, {"open"}, false, false};
        if (id.value == "country") return {ui::Push{make_country(kit_)}, {"open"}, false, false};
        profile::Settings settings = kit_.settings();
        if (const auto size = after("text-size/", id)) {
            settings.text_size = *size == "100" ? profile::TextSize::P100 : *size == "150" ? profile::TextSize::P150 : profile::TextSize::P200;
        }
        if (const auto theme = after("theme/", id)) settings.theme = *theme == "contrast" ? profile::Theme::Contrast : profile::Theme::Day;
        if (const auto motion = after("motion/", id)) settings.reduced_motion = *motion == "reduced";
        if (const auto on = after("read-aloud/", id)) settings.read_aloud = *on == "on";
        const auto step = [&id](const char* name, int& value) {
            if (id.value == std::string(name) + "/less") value = std::max(0, value - 1);
            if (id.value == std::string(name) + "/more") value = std::min(10, value + 1);
        };
        step("music", settings.music);
        step("effects", settings.effects);
        step("voice", settings.voice);
        kit_.session().change_settings(settings);
        return {ui::Stay{}, {"pick"}, false, false};
    }
    WidgetId first_focus() const override { return WidgetId("language"); }

private:
    /// A setting: its icon and name, and what can be pressed, beside it or below.
    Widget line(const ui::Metrics& metrics, const std::string& icon, const std::string& name, std::vector<Widget> controls) const {
        Widget words = kit_.text(name);
        words.layout.grow = 1;
        Widget title = ui::row({kit_.icon(icon, kit_.theme().card.ink, 34), std::move(words)}, 14);
        Widget choices;
        choices.children = std::move(controls);
        choices.layout.arrange = Arrange::Flow;
        choices.layout.gap = 10;
        if (metrics.is_tall() || metrics.text_scale > 1) return kit_.card({std::move(title), std::move(choices)}, 10);
        title.layout.grow = 1;
        choices.layout.grow = 2;
        choices.layout.justify = Align::End;
        Widget line = ui::row({std::move(title), std::move(choices)}, 20);
        Widget card = kit_.card({std::move(line)}, 10);
        card.layout.padding = ui::Edges::sides(26, 12);
        return card;
    }

    Widget volume(const ui::Metrics& metrics, const std::string& id, const std::string& icon, int value) const {
        const std::string name = kit_.say("settings." + id);
        const auto step = [&](const char* suffix, const char* sign, const char* key, bool possible) {
            Widget button = kit_.button(id + suffix, kit_.say(key, {{"what", name}}), sign, ButtonKind::Choice);
            button.children.pop_back();
            button.layout.justify = Align::Centre;
            button.state.disabled = !possible;
            if (!possible) {
                button.look.fill = kit_.theme().off.fill;
                std::get<ui::Pictures>(button.children.front().content).layers.front().tint = kit_.theme().off.ink;
            }
            return button;
        };
        Widget shown = kit_.text(std::to_string(value));
        shown.role = ui::Role::Status;
        std::get<ui::Label>(shown.content).align = Align::Centre;
        shown.layout.min_width = 60;
        shown.layout.is_target = true;
        return line(metrics, icon, name, {step("/less", "minus", "settings.less", value > 0), std::move(shown), step("/more", "plus", "settings.more", value < 10)});
    }

    Widget read_aloud(const ui::Metrics& metrics) const {
        const std::string name = kit_.say("settings.read-aloud");
        const auto& can = kit_.surroundings().can_read_aloud;
        if (!can || !can(kit_.settings().language)) return line(metrics, "read-aloud", name, {kit_.soft_text(kit_.say("settings.no-voice"))});
        const bool on = kit_.settings().read_aloud;
        return line(metrics, "read-aloud", name,
                    {kit_.option("read-aloud/on", kit_.say("settings.on"), on), kit_.option("read-aloud/off", kit_.say("settings.off"), !on)});
    }

    std::string language_name() const {
        for (const content::Language& language : kit_.library().languages()) {
            if (language.tag == kit_.settings().language) return language.name;
        }
        return kit_.settings().language;
    }

    std::string country_name() const {
        for (const content::Country& country : kit_.library().countries()) {
            if (country.id != kit_.settings().country) continue;
            const auto translated = country.names.find(kit_.settings().language);
            return translated == country.names.end() ? country.name : translated->second;
        }
        return kit_.say("country.not-listed");
    }

    Kit kit_;
};

}  // namespace

ScreenPtr make_settings(Kit kit) { return std::make_unique<SettingsScreen>(kit); }

}  // namespace sango::screens
