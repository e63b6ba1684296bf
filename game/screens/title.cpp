// The title: Sango greets, one big Play button.
#include "game/screens/screens.hpp"

#include <cmath>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Edges;
using ui::Widget;
using ui::WidgetId;

constexpr Seconds kIdleLasts = 8;      // after this long without input, figures come to rest
constexpr Seconds kIdleFrame = 1.0 / 20;

class TitleScreen : public ui::Screen {
public:
    explicit TitleScreen(Kit kit) : kit_(kit) {}

    Widget build(const ui::Metrics& metrics) const override {
        Widget play = kit_.button("play", kit_.say("title.play"), "play", ButtonKind::Primary);
        std::get<ui::Label>(play.children.back().content).size = 36;
        play.layout.padding = Edges::sides(40, 18);
        std::vector<Widget> rest;
        rest.push_back(kit_.button("language", kit_.say("title.language"), "globe", ButtonKind::Quiet));
        rest.push_back(kit_.button("settings", kit_.say("title.settings"), "settings", ButtonKind::Quiet));
        rest.push_back(kit_.button("grown-ups", kit_.say("title.grown-ups"), "grown-ups", ButtonKind::Quiet));
        if (kit_.session().profiles().size() + (kit_.session().is_trying() ? 1 : 0) > 0) {
            rest.push_back(kit_.button("who", kit_.say("title.who"), "people", ButtonKind::Quiet));
        }
        Widget others;
        others.layout.arrange = ui::Arrange::Grid;
        others.layout.columns = metrics.text_scale > 1 ? 1 : 2;
        others.layout.gap = 14;
        others.children = std::move(rest);
        std::vector<Widget> content;
        Widget name = kit_.heading(kit_.say("title.name"), metrics.text_scale > 1 ? 36.0f : 52.0f);
        content.push_back(std::move(name));
        content.push_back(kit_.text(kit_.say("title.hello")));
        add_notices(content);
        Widget words = kit_.reading("title", std::move(content), 10);
        words.layout.keeps_lines = 3;
        Widget rest_of_it = kit_.reading("others", {std::move(others)}, 0);
        rest_of_it.layout.padding.bottom = 6;  // room for the buttons' shadows
        Widget card = kit_.card({std::move(words), std::move(play), std::move(rest_of_it)}, 16);
        card.id = WidgetId("card");
        card.layout.padding = Edges::sides(metrics.is_tall() ? 26 : 40, 26);
        Widget side = ui::column({std::move(card)});
        side.layout.grow = 1;
        side.layout.padding = metrics.is_tall() ? Edges{20, 0, 20, 20} : Edges{20, 0, 48, 24};
        side.layout.justify = metrics.is_tall() ? Align::End : Align::Centre;
        Widget room = ui::space(0);
        room.layout.width.reset();
        room.layout.grow = metrics.text_scale > 1.6f ? 0.5f : 0.95f;
        Widget body;
        if (metrics.is_tall()) {
            body = ui::column({std::move(side)});
        } else {
            body = ui::row({std::move(room), std::move(side)});
            body.layout.align = Align::Stretch;
        }
        body.layout.grow = 1;
        Widget header = kit_.header(metrics, "");
        header.children.erase(header.children.begin());  // there is nowhere to go back to
        return ui::column({std::move(header), std::move(body)});
    }

    void draw_behind(const Widget& tree, const ui::Metrics& metrics, Seconds now, scene::DrawList& list) override {
        const auto& palette = kit_.library().palette();
        const auto colour = [&palette](const char* name) { return palette.count(name) ? palette.at(name) : Colour{255, 255, 255, 255}; };
        const Size window = metrics.window_px;
        if (kit_.theme().lines) {
            kit_.draw_page(metrics, list);
        } else {
            list.add(scene::Gradient{{0, 0, window.width, window.height}, colour("sky"), colour("paper")});
            draw_town(metrics, list);
        }
        const Widget* card = ui::find(tree, WidgetId("card"));
        const auto sango = kit_.figure(story::CharacterId("sango"));
        if (!sango || !card) return;
        // Sango stands beside the card, or above it on a tall window; there is always a whole Sango or none.
        const float room_height = metrics.is_tall() ? card->bounds.y - metrics.px(8) : window.height - metrics.px(40);
        const float room_width = metrics.is_tall() ? window.width : std::max(card->bounds.x, window.width - card->bounds.right());
        const Size space{sango->rig->space.width * sango->height, sango->rig->space.height * sango->height};
        const float px = std::min(room_height * 0.94f / space.height, room_width * 0.94f / space.width);
        if (px * space.height < metrics.px(120)) return;
        const float middle = metrics.is_right_to_left() && !metrics.is_tall() ? window.width - room_width / 2 : room_width / 2;
        const scene::Pose pose = scene::pose_at("happy", life_, now, 1, 0);
        const float feet = metrics.is_tall() ? card->bounds.y - metrics.px(4) : window.height - metrics.px(36);
        scene::draw_figure(list, *sango, pose, kit_.library().pictures(), {middle, feet}, px);
    }

    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        const auto go = [](ScreenPtr screen) { return ui::Reply{ui::Push{std::move(screen)}, {"open"}, false, false}; };
        if (id.value == "play") return go(make_town_map(kit_));
        if (id.value == "language") return go(make_language(kit_));
        if (id.value == "settings") return go(make_settings(kit_));
        if (id.value == "grown-ups") return go(make_grown_ups(kit_));
        if (id.value == "problems") return go(make_problems(kit_, kit_.session().load_problems()));
        if (id.value == "who") {
            kit_.session().leave();
            return {ui::Restart{make_opening(kit_)}, {"open"}, false, false};
        }
        return {};
    }
    ui::Reply back() override { return {}; }
    WidgetId first_focus() const override { return WidgetId("play"); }
    std::optional<Seconds> moves_again_in(Seconds now, Seconds idle_for) override {
        life_ = kit_.settings().reduced_motion ? scene::Life::Still : idle_for < kIdleLasts ? scene::Life::Idle : scene::Life::Resting;
        if (life_ == scene::Life::Still) return {};
        return life_ == scene::Life::Idle ? kIdleFrame : scene::next_blink_change(now, 1);
    }

private:
    /// What went wrong on this computer, said once and calmly.
    void add_notices(std::vector<Widget>& content) const {
        if (const auto& problem = kit_.session().save_problem()) {
            Widget note = kit_.soft_text(kit_.say("title.cannot-save"));
            note.role = ui::Role::Status;
            note.description = to_string(*problem);
            content.push_back(std::move(note));
        }
        if (!kit_.session().load_problems().empty()) {
            content.push_back(kit_.button("problems", kit_.say("title.set-aside"), "question", ButtonKind::Quiet));
        }
    }

    void draw_town(const ui::Metrics& metrics, scene::DrawList& list) const {
        // The stage is 1280 × 720, scaled to cover the window from the bottom up.
        const Size window = metrics.window_px;
        const float scale = std::max(window.width / 1280, window.height / 720 * (metrics.is_tall() ? 0.6f : 1.0f));
        const Point origin{(window.width - 1280 * scale) / 2, window.height - 720 * scale};
        for (const char* name : {"title/sky", "title/hills", "title/town", "title/ground", "title/lanterns"}) {
            const auto box = kit_.library().pictures().box(name);
            if (!box) continue;
            list.add(scene::Picture{name,
                                    {std::round(origin.x + box->x * scale), std::round(origin.y + box->y * scale), std::round(box->width * scale),
                                     std::round(box->height * scale)},
                                    {255, 255, 255, 255},
                                    scene::Mirror::No});
        }
    }

    Kit kit_;
    scene::Life life_ = scene::Life::Still;  // how lively the next picture is
};

}  // namespace

ScreenPtr make_title(Kit kit) { return std::make_unique<TitleScreen>(kit); }

}  // namespace sango::screens
