#include "game/screens/kit.hpp"

#include "game/screens/screens.hpp"

#include <cmath>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Arrange;
using ui::Edges;
using ui::Widget;
using ui::WidgetId;

ui::Label words_in(std::string text, Colour colour, ui::Dp size, text::Weight weight = text::Weight::Regular) {
    ui::Label label;
    label.text = std::move(text);
    label.colour = colour;
    label.size = size;
    label.weight = weight;
    return label;
}

Pair colours_of(const Theme& theme, ButtonKind kind) {
    switch (kind) {
        case ButtonKind::Primary: return theme.primary;
        case ButtonKind::Quiet: return theme.quiet;
        case ButtonKind::Choice: return theme.choice;
        case ButtonKind::Help: return theme.help;
    }
    return theme.quiet;
}

bool points_along_the_text(std::string_view icon) { return icon == "next" || icon == "back" || icon == "play"; }

}  // namespace

Widget Kit::heading(std::string text, ui::Dp size) const {
    return ui::label(words_in(std::move(text), theme().card.ink, size, text::Weight::Bold), ui::Role::Heading);
}

Widget Kit::text(std::string text, ui::Dp size) const { return ui::label(words_in(std::move(text), theme().card.ink, size)); }

Widget Kit::soft_text(std::string text, ui::Dp size) const { return ui::label(words_in(std::move(text), theme().ink_soft, size)); }

Widget Kit::icon(std::string name, Colour tint, ui::Dp size) const {
    ui::Pictures pictures;
    pictures.mirrors = points_along_the_text(name);
    pictures.layers.push_back({"icons/" + name, {0, 0, 100, 100}, tint, scene::Mirror::No});
    return ui::picture(std::move(pictures), {size, size});
}

Widget Kit::button(std::string id, std::string text, std::string icon_name, ButtonKind kind) const {
    const Theme colours = theme();
    const Pair pair = colours_of(colours, kind);
    Widget button;
    button.id = WidgetId(id);
    button.role = ui::Role::Button;
    button.name = text;
    button.look = {pair.fill, {}, 24, 3, kind != ButtonKind::Choice};
    if (colours.lines || kind == ButtonKind::Choice) button.look.ring = colours.line;
    button.layout.arrange = Arrange::Row;
    button.layout.align = Align::Centre;
    button.layout.justify = kind == ButtonKind::Choice ? Align::Start : Align::Centre;
    button.layout.gap = 14;
    button.layout.padding = Edges::sides(24, 12);
    button.layout.is_target = true;
    const bool arrow_at_end = icon_name == "next";
    if (!icon_name.empty() && !arrow_at_end) button.children.push_back(icon(icon_name, pair.ink));
    const auto weight = kind == ButtonKind::Choice ? text::Weight::Regular : text::Weight::Bold;
    button.children.push_back(ui::label(words_in(std::move(text), pair.ink, 28, weight)));
    if (arrow_at_end) button.children.push_back(icon(icon_name, pair.ink));
    return button;
}

Widget Kit::option(std::string id, std::string text, bool chosen, std::string icon_name) const {
    const Theme colours = theme();
    Widget option = button(std::move(id), std::move(text), std::move(icon_name), ButtonKind::Choice);
    option.role = ui::Role::Option;
    option.state.selected = chosen;
    if (chosen) {
        option.look.fill = colours.chosen.fill;
        option.look.ring = colours.lines ? colours.line : colours.primary.fill;
        for (Widget& child : option.children) {
            if (auto* label = std::get_if<ui::Label>(&child.content)) label->colour = colours.chosen.ink;
            if (auto* pictures = std::get_if<ui::Pictures>(&child.content)) pictures->layers.front().tint = colours.chosen.ink;
        }
        option.children.push_back(icon("check", colours.chosen.ink, 32));
    }
    return option;
}

Widget Kit::card(std::vector<Widget> children, ui::Dp gap) const {
    const Theme colours = theme();
    Widget card = ui::column(std::move(children), gap);
    card.look = {colours.card.fill, {}, 32, 3, true};
    if (colours.lines) card.look.ring = colours.line;
    card.layout.padding = Edges::sides(32, 26);
    return card;
}

Widget Kit::reading(std::string id, std::vector<Widget> children, ui::Dp gap) const {
    Widget reading = ui::column(std::move(children), gap);
    reading.id = WidgetId(id);
    reading.layout.scrolls = true;
    return reading;
}

Widget Kit::header(const ui::Metrics& metrics, std::string title, Extra extra, float progress) const {
    const Theme colours = theme();
    const bool narrow = metrics.is_tall() || metrics.text_scale > 1;
    const auto small_button = [&](const char* id, const std::string& text, const char* icon_name, ButtonKind kind, bool with_words) {
        Widget button = this->button(id, with_words ? text : "", icon_name, kind);
        button.name = text;
        if (!with_words) button.children.pop_back();
        if (with_words) std::get<ui::Label>(button.children.back().content).size = 22;
        button.layout.padding = Edges::sides(with_words ? 16 : 8, 6);
        button.look.radius = 28;
        return button;
    };
    std::vector<Widget> parts;
    parts.push_back(small_button("header/back", say("header.back"), "back", ButtonKind::Quiet, false));
    Widget middle = ui::spring();
    if (!title.empty() && !(metrics.is_tall() && metrics.text_scale > 1)) {
        middle = ui::label(words_in(std::move(title), colours.page.ink, 30, text::Weight::Bold), ui::Role::Heading);
        middle.layout.grow = 1;
    } else if (progress >= 0) {
        const float share = std::max(0.02f, std::min(1.0f, progress));
        Widget done;
        done.look = {colours.progress, {}, 7, 2, false};
        done.layout.grow = share;
        done.layout.min_height = 14;
        Widget rest = ui::spring();
        rest.layout.grow = 1.0001f - share;
        Widget bar = ui::row({std::move(done), std::move(rest)});
        bar.look = {colours.card.fill, {}, 7, 2, false};
        if (colours.lines) bar.look.ring = colours.line;
        bar.layout.grow = 1;
        middle = std::move(bar);
    }
    parts.push_back(std::move(middle));
    if (surroundings_.can_read_aloud && surroundings_.can_read_aloud(settings().language)) {
        parts.push_back(small_button("header/speak", say("header.speak"), "read-aloud", ButtonKind::Quiet, false));
    }
    if (extra == Extra::Pause) parts.push_back(small_button("header/pause", say("header.pause"), "pause", ButtonKind::Quiet, !narrow));
    parts.push_back(small_button("header/help", say("header.help"), "help-hand", ButtonKind::Help, !narrow || metrics.text_scale <= 1));
    Widget header = ui::row(std::move(parts), 12);
    header.id = WidgetId("header");
    header.layout.padding = Edges::sides(18, 14);
    return header;
}

Widget Kit::page(const ui::Metrics& metrics, std::string title, std::vector<Widget> content, std::vector<Widget> foot, Extra extra) const {
    // On a narrow window or with large text the title moves from the header into the reading part.
    if (metrics.is_tall() && metrics.text_scale > 1 && !title.empty()) content.insert(content.begin(), heading(title, 30));
    Widget body = reading("page", std::move(content), 18);
    body.layout.padding = Edges::sides(metrics.is_tall() ? 8 : 28, 12);
    Widget middle = ui::column({std::move(body)});
    middle.layout.grow = 1;
    middle.layout.align = Align::Stretch;
    middle.layout.padding = Edges::sides(metrics.is_tall() ? 12 : 60, 0);
    std::vector<Widget> parts;
    parts.push_back(header(metrics, std::move(title), extra));
    parts.push_back(std::move(middle));
    if (!foot.empty()) {
        Widget bottom;
        bottom.children = std::move(foot);
        bottom.layout.arrange = Arrange::Flow;
        bottom.layout.justify = Align::End;
        bottom.layout.gap = 16;
        bottom.layout.padding = Edges::sides(metrics.is_tall() ? 20 : 72, 16);
        parts.push_back(std::move(bottom));
    }
    return ui::column(std::move(parts));
}

void Kit::draw_page(const ui::Metrics& metrics, scene::DrawList& list) const {
    const Theme colours = theme();
    list.add(scene::Gradient{{0, 0, metrics.window_px.width, metrics.window_px.height}, colours.page.fill, colours.page_low});
}

std::optional<scene::Figure> Kit::figure(const story::CharacterId& id) const {
    const content::Character* character = library_.character(id);
    if (!character) return {};
    for (const scene::Rig& rig : library_.rigs()) {
        if (rig.id == character->look.rig) {
            return scene::Figure{&rig, character->look.body, character->look.head, static_cast<float>(character->look.height) / 100};
        }
    }
    return {};
}

Widget Kit::portrait(const story::CharacterId& id, std::string_view mood, ui::Dp size) const {
    ui::Pictures pictures;
    if (const auto who = figure(id)) {
        // Everything above the shoulders: the union of head and face, or of the whole figure when it has no head of its own.
        const auto layers = scene::pose_layers(*who, scene::pose_at(mood, scene::Life::Still, 0, 0, 0), library_.pictures());
        Rect frame;
        for (const scene::Layer& layer : layers) {
            if (layer.picture != who->body || who->head.empty()) frame = united(frame, layer.rect);
        }
        const float side = std::max(frame.width, frame.height);
        const Point corner{frame.centre().x - side / 2, frame.centre().y - side / 2};
        for (const scene::Layer& layer : layers) {
            if (layer.picture == who->body && !who->head.empty()) continue;
            pictures.layers.push_back({layer.picture,
                                       {(layer.rect.x - corner.x) / side * 100, (layer.rect.y - corner.y) / side * 100,
                                        layer.rect.width / side * 100, layer.rect.height / side * 100},
                                       {255, 255, 255, 255},
                                       scene::Mirror::No});
        }
    }
    return ui::picture(std::move(pictures), {size, size});
}

Widget Kit::medallion(const profile::Companion& companion, ui::Dp size) const {
    const auto& palette = library_.palette();
    const auto colour = palette.find(companion.colour);
    const Colour tint = colour == palette.end() ? Colour{255, 255, 255, 255} : colour->second;
    ui::Pictures pictures;
    // The two pictures share a space of 200 × 200; each says in its viewBox which part of it is its own.
    for (const auto& [suffix, colouring] : {std::pair{"-fill", tint}, std::pair{"-face", Colour{255, 255, 255, 255}}}) {
        const std::string name = "companions/" + companion.animal + suffix;
        if (const auto box = library_.pictures().box(name)) {
            pictures.layers.push_back({name, {box->x / 2, box->y / 2, box->width / 2, box->height / 2}, colouring, scene::Mirror::No});
        }
    }
    return ui::picture(std::move(pictures), {size, size});
}

std::string Kit::companion_name(const profile::Companion& companion) const {
    return say("companion.name", {{"animal", say("animal." + companion.animal)}, {"colour", say("colour." + companion.colour)}});
}

std::optional<ui::Reply> header_pressed(const Kit& kit, ui::Screen& screen, const WidgetId& id) {
    if (id.value == "header/back") return screen.back();
    if (id.value == "header/help") return ui::Reply{ui::Push{make_help(kit)}, {"help"}, false, false};
    if (id.value == "header/pause") return ui::Reply{ui::Push{make_pause(kit)}, {"open"}, false, false};
    if (id.value == "header/speak") return ui::Reply{ui::Stay{}, {}, false, true};
    return {};
}

std::optional<std::string> after(std::string_view prefix, const WidgetId& id) {
    if (!id.value.starts_with(prefix)) return {};
    return id.value.substr(prefix.size());
}

}  // namespace sango::screens
