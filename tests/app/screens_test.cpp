// Looks at every screen and every state of every lesson, as --tour shows them.
#include "tests/app/harness.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>

using namespace sango;
using test::Letters;
using test::WholeGame;

namespace {

struct Case {
    const char* language;
    profile::TextSize text_size;
    Size window_px;
};

const Case kCases[] = {
    {"en", profile::TextSize::P100, {1280, 720}}, {"ar", profile::TextSize::P100, {1280, 720}},  {"en", profile::TextSize::P200, {1280, 720}},
    {"ar", profile::TextSize::P200, {1280, 720}}, {"en", profile::TextSize::P100, {390, 844}},   {"ar", profile::TextSize::P150, {390, 844}},
    {"en", profile::TextSize::P200, {390, 844}},  {"ar", profile::TextSize::P200, {390, 844}},   {"en", profile::TextSize::P150, {1024, 768}},
};

std::string label_of(const Case& one) {
    return std::string(one.language) + " " + std::to_string(100 + 50 * static_cast<int>(one.text_size)) + " % " +
           std::to_string(static_cast<int>(one.window_px.width)) + "x" + std::to_string(static_cast<int>(one.window_px.height));
}

/// What a child would find cut or out of reach on a laid-out screen.
std::vector<std::string> faults(const ui::Widget& root, const ui::Metrics& metrics) {
    std::vector<std::string> found;
    const auto look = [&](auto&& self, const ui::Widget& widget, bool scrolls) -> void {
        const std::string who = (widget.id.empty() ? std::string("a widget") : widget.id.value) + " \"" + widget.spoken_name() + "\"";
        if (widget.paragraph) {
            const Rect room{widget.bounds.x + metrics.px(widget.layout.padding.left), widget.bounds.y + metrics.px(widget.layout.padding.top),
                            widget.bounds.width - metrics.px(widget.layout.padding.left + widget.layout.padding.right),
                            widget.bounds.height - metrics.px(widget.layout.padding.top + widget.layout.padding.bottom)};
            if (widget.paragraph->width > room.width + 1.5f) found.push_back(who + " is wider than its place");
            if (widget.paragraph->height > room.height + 1.5f) found.push_back(who + " is taller than its place");
        }
        if (widget.can_be_pressed() && widget.spoken_name().empty()) found.push_back(who + " can be pressed and has no name");
        const bool inside = widget.bounds.x >= -1 && widget.bounds.right() <= metrics.window_px.width + 1;
        const bool within_height = widget.bounds.y >= -1 && widget.bounds.bottom() <= metrics.window_px.height + 1;
        if (widget.can_be_pressed() && (!inside || (!scrolls && !within_height))) found.push_back(who + " leaves the window");
        if (widget.layout.scrolls && widget.scroll_range > 0 && widget.bounds.height < metrics.text_px(28) * 1.5f) {
            found.push_back(who + " scrolls in a slit of " + std::to_string(static_cast<int>(widget.bounds.height)) + " px");
        }
        if (widget.can_be_pressed() && (widget.bounds.width < metrics.target_px() - 1 || widget.bounds.height < metrics.target_px() - 1) &&
            !widget.layout.at_px) {
            found.push_back(who + " is too small to hit");
        }
        for (const ui::Widget& child : widget.children) self(self, child, scrolls || widget.layout.scrolls);
    };
    look(look, root, false);
    return found;
}

}  // namespace

TEST_CASE("on every screen nothing is cut, out of reach, too small or without a name") {
    WholeGame game(Letters::Real);
    for (const Case& one : kCases) {
        game.set(one.language, one.text_size, one.window_px);
        int screens = 0;
        app::for_each_screen(*game.app, [&](const std::string& name) {
            ++screens;
            for (const std::string& fault : faults(game.tree(), game.app->metrics())) FAIL_CHECK(label_of(one) << ", " << name << ": " << fault);
        });
        CHECK(screens > 200);
        game.session->leave();
    }
}

TEST_CASE("on every screen arrows alone reach everything that can be pressed") {
    WholeGame game(Letters::FixedWidth);
    for (const Case& one : {kCases[0], kCases[1], kCases[6]}) {
        game.set(one.language, one.text_size, one.window_px);
        app::for_each_screen(*game.app, [&](const std::string& name) {
            const ui::Widget& root = game.tree();
            const auto all = ui::focus_order(root);
            REQUIRE_MESSAGE(!all.empty(), name);
            // Every place the focus can go from where it starts. Areas that scroll bring their items along, as the focus does.
            std::set<std::string> reached{game.focused()};
            std::deque<ui::WidgetId> open{ui::WidgetId(game.focused())};
            while (!open.empty()) {
                const ui::WidgetId from = open.front();
                open.pop_front();
                for (const ui::Way way : {ui::Way::Up, ui::Way::Down, ui::Way::Left, ui::Way::Right}) {
                    ui::Interaction interaction;
                    ui::Widget tree = root;
                    interaction.set_tree(tree, from);
                    interaction.focus(from);
                    for (int pages = 0; pages < 40; ++pages) {
                        const auto outcome = interaction.handle(ui::Move{way}, tree, game.app->metrics());
                        if (outcome.focus_moved || interaction.scroll().empty()) break;
                        tree = game.app->stack().top().build(game.app->metrics());
                        ui::lay_out(tree, game.app->metrics(), *game.typesetter, interaction.scroll());
                    }
                    if (reached.insert(interaction.focused().value).second) open.push_back(interaction.focused());
                }
            }
            for (const ui::Widget* widget : all) CHECK_MESSAGE(reached.count(widget->id.value) == 1, label_of(one) << ", " << name << ": " << widget->id.value);
        });
        game.session->leave();
    }
}

TEST_CASE("the focus starts on what goes on with, not on the way back") {
    WholeGame game(Letters::FixedWidth);
    app::for_each_screen(*game.app, [&](const std::string& name) {
        // Pages to be read, where nothing but reading is to be done at first.
        if (name.starts_with("grown-ups") || name == "problems") return;
        CHECK_MESSAGE(game.focused() != "header/back", name);
    });
}

TEST_CASE("every text of the interface that a screen asks for exists in English") {
    WholeGame game(Letters::FixedWidth);
    app::for_each_screen(*game.app, [&](const std::string& name) {
        ui::for_each(game.tree(), [&](const ui::Widget& widget) {
            const std::string& words = widget.spoken_name();
            const bool looks_like_a_key = name != "problems" && words.find('.') != std::string::npos && words.find(' ') == std::string::npos && words.back() != '.';
            CHECK_MESSAGE(!looks_like_a_key, name << ": " << words);
        });
    });
}
