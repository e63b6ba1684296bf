// The town map: each lesson is a place; a finished one lights its lantern. Nothing is locked, the next suggestion glows.
#include "game/screens/screens.hpp"

#include <algorithm>
#include <cmath>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Arrange;
using ui::Edges;
using ui::Widget;
using ui::WidgetId;

/// A lesson and where it stands.
struct Stop {
    const story::Lesson* lesson;
    const content::MapSpot* spot;
};

class TownMapScreen : public ui::Screen {
public:
    explicit TownMapScreen(Kit kit) : kit_(kit) { choose_suggestion(); }

    Widget build(const ui::Metrics& metrics) const override {
        Widget town;
        town.id = WidgetId("town");
        town.layout.arrange = Arrange::Stack;
        town.layout.grow = 1;
        const content::MapLayout& layout = kit_.library().map_layout(metrics.is_tall());
        const Rect area = map_area(metrics);
        const float scale = std::min(area.width / layout.space.width, area.height / layout.space.height);
        const Point origin{area.x + (area.width - layout.space.width * scale) / 2, area.y + (area.height - layout.space.height * scale) / 2};
        const auto at = [&](Point middle, Size size) {
            return Rect{origin.x + (middle.x - size.width / 2) * scale, origin.y + (middle.y - size.height / 2) * scale, size.width * scale,
                        size.height * scale};
        };
        for (const content::MapSpot& spot : layout.scenery) town.children.push_back(scenery(spot, at));
        const auto stops = this->stops(layout);
        for (const content::MapSpot& spot : layout.lessons) {
            if (std::none_of(stops.begin(), stops.end(), [&spot](const Stop& stop) { return stop.spot == &spot; })) {
                town.children.push_back(scenery(spot, at));
            }
        }
        for (const Stop& stop : stops) town.children.push_back(landmark(stop, at));

        Widget header = kit_.header(metrics, kit_.say("map.title"));
        Widget foot = ui::column({lesson_card(metrics)});
        foot.layout.align = Align::Centre;
        foot.layout.padding = Edges::sides(metrics.is_tall() ? 16 : 40, 16);
        Widget front = ui::column({std::move(header), ui::spring(), std::move(foot)});
        Widget root;
        root.layout.arrange = Arrange::Stack;
        root.children = {std::move(town), std::move(front)};
        return root;
    }

    void draw_behind(const Widget& tree, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override {
        const auto& palette = kit_.library().palette();
        const auto colour = [&palette](const char* name) { return palette.count(name) ? palette.at(name) : Colour{255, 255, 255, 255}; };
        if (kit_.theme().lines) {
            kit_.draw_page(metrics, list);
        } else {
            list.add(scene::Gradient{{0, 0, metrics.window_px.width, metrics.window_px.height}, colour("sky-pale"), colour("leaf-pale")});
        }
        draw_path(tree, metrics, list);
    }

    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (const auto lesson = after("lesson/", id)) {
            const story::LessonId chosen(*lesson);
            if (chosen == chosen_) return play();
            chosen_ = chosen;
            return {ui::Stay{}, {"pick"}, false, false};
        }
        if (id.value == "play") return play();
        if (const auto tag = after("play-in/", id)) {
            profile::Settings settings = kit_.settings();
            settings.language = *tag;
            kit_.session().change_settings(settings);
            return play();
        }
        return {};
    }
    WidgetId first_focus() const override { return WidgetId("play"); }
    void resumed() override { choose_suggestion(); }

private:
    static bool is_done(const profile::Profile* player, const story::LessonId& lesson) { return player && player->progress.lanterns.count(lesson) > 0; }

    std::vector<const story::Lesson*> lessons() const {
        std::vector<const story::Lesson*> shown;
        for (const story::Lesson* lesson : kit_.library().lessons()) {
            if (kit_.session().machine().sat_out.count(lesson->id) == 0) shown.push_back(lesson);
        }
        return shown;
    }

    /// The lesson with a bookmark, else the first without a lantern, else the first.
    void choose_suggestion() {
        const auto all = lessons();
        const profile::Profile* player = kit_.session().player();
        suggested_ = {};
        if (player && player->bookmark) {
            for (const story::Lesson* lesson : all) {
                if (lesson->id == player->bookmark->lesson) suggested_ = lesson->id;
            }
        }
        for (const story::Lesson* lesson : all) {
            if (suggested_.empty() && !is_done(player, lesson->id)) suggested_ = lesson->id;
        }
        if (suggested_.empty() && !all.empty()) suggested_ = all.front()->id;
        chosen_ = suggested_;
    }

    /// Lessons on their own spots; those without one take what is free, in order.
    std::vector<Stop> stops(const content::MapLayout& layout) const {
        std::vector<Stop> stops;
        std::vector<const content::MapSpot*> free;
        const auto all = lessons();
        for (const content::MapSpot& spot : layout.lessons) {
            const auto own = std::find_if(all.begin(), all.end(), [&spot](const story::Lesson* lesson) { return lesson->id.value == spot.lesson; });
            if (own == all.end()) {
                free.push_back(&spot);
            } else {
                stops.push_back({*own, &spot});
            }
        }
        for (const story::Lesson* lesson : all) {
            const bool placed = std::any_of(stops.begin(), stops.end(), [lesson](const Stop& stop) { return stop.lesson == lesson; });
            if (placed || free.empty()) continue;
            stops.push_back({lesson, free.front()});
            free.erase(free.begin());
        }
        return stops;
    }

    static Rect map_area(const ui::Metrics& metrics) {
        const float foot = metrics.window_px.height * (metrics.is_tall() ? 0.26f : 0.16f);
        return {0, 0, metrics.window_px.width, metrics.window_px.height - foot};
    }

    template <class At>
    Widget scenery(const content::MapSpot& spot, const At& at) const {
        Widget piece;
        if (const auto box = kit_.library().pictures().box(spot.picture)) {
            piece.layout.at_px = at(spot.at, {box->width, box->height});
            piece.content = ui::Pictures{{{spot.picture, {0, 0, 100, 100}, {255, 255, 255, 255}, scene::Mirror::No}}, false};
        }
        return piece;
    }

    template <class At>
    Widget landmark(const Stop& stop, const At& at) const {
        const Theme theme = kit_.theme();
        const bool done = is_done(kit_.session().player(), stop.lesson->id);
        Widget place;
        place.id = WidgetId("lesson/" + stop.lesson->id.value);
        place.role = ui::Role::Option;
        place.name = title_of(*stop.lesson);
        place.description = kit_.say(done ? "map.lit" : stop.lesson->id == suggested_ ? "map.suggested" : "map.unlit");
        place.state.selected = stop.lesson->id == chosen_;
        place.look.radius = 40;
        place.layout.arrange = Arrange::Stack;
        place.layout.keeps_direction = true;
        const Rect spot = at(stop.spot->at, {190, 190});
        place.layout.at_px = spot;
        if (stop.lesson->id == chosen_) place.look.fill = with_alpha(theme.choice.fill, theme.lines ? 1.0f : 0.75f);
        if (stop.lesson->id == chosen_ || theme.lines) place.look.ring = theme.primary.fill;
        ui::Pictures pictures;
        pictures.layers.push_back({stop.spot->picture, {2, 2, 96, 96}, {255, 255, 255, 255}, scene::Mirror::No});
        pictures.layers.push_back({done ? "map/lantern-on" : "map/lantern-off", {68, -6, 32, 48}, {255, 255, 255, 255}, scene::Mirror::No});
        place.content = std::move(pictures);
        return place;
    }

    std::string title_of(const story::Lesson& lesson) const {
        const auto translated = kit_.library().lesson_in(lesson.id, kit_.settings().language);
        return translated ? translated->title : lesson.title;
    }

    Widget lesson_card(const ui::Metrics& metrics) const {
        const auto all = lessons();
        const auto chosen = std::find_if(all.begin(), all.end(), [this](const story::Lesson* lesson) { return lesson->id == chosen_; });
        if (chosen == all.end()) return kit_.card({kit_.text(kit_.say("map.empty"))});
        const story::Lesson& lesson = **chosen;
        const auto languages = kit_.library().languages_of(lesson.id);
        const bool whole = std::find(languages.begin(), languages.end(), kit_.settings().language) != languages.end();
        const profile::Profile* player = kit_.session().player();
        const bool begun = player && player->bookmark && player->bookmark->lesson == lesson.id;

        std::vector<Widget> words;
        words.push_back(kit_.heading(title_of(lesson), 32));
        if (whole) {
            words.push_back(kit_.soft_text(kit_.library().place_name(lesson.place, kit_.settings().language) + " · " +
                                           kit_.say("map.minutes", {{"minutes", std::to_string(lesson.minutes)}})));
        } else {
            words.push_back(kit_.soft_text(kit_.say("map.other-languages")));
        }
        Widget text = kit_.reading("map/card", std::move(words), 4);
        text.layout.grow = 1;
        std::vector<Widget> buttons;
        if (whole) {
            buttons.push_back(kit_.button("play", kit_.say(begun ? "map.go-on" : is_done(player, lesson.id) ? "map.again" : "map.play"), "play",
                                          ButtonKind::Primary));
        } else {
            for (const std::string& tag : languages) buttons.push_back(play_in(tag));
        }
        Widget card;
        if (metrics.is_tall() || metrics.text_scale > 1.6f) {
            buttons.insert(buttons.begin(), std::move(text));
            card = kit_.card(std::move(buttons), 14);
        } else {
            Widget line = ui::row({std::move(text), ui::column(std::move(buttons), 8)}, 24);
            card = kit_.card({std::move(line)});
        }
        card.id = WidgetId("card");
        card.layout.min_width = 760;
        card.layout.max_width = 980;
        card.layout.padding = Edges::sides(28, 18);
        return card;
    }

    Widget play_in(const std::string& tag) const {
        Widget button = kit_.button("play-in/" + tag, tag, "globe", ButtonKind::Primary);
        for (const content::Language& language : kit_.library().languages()) {
            if (language.tag != tag) continue;
            auto& label = std::get<ui::Label>(button.children.back().content);
            label.text = language.name;
            label.language = tag;
            label.direction = language.direction;
            button.name = language.name;
        }
        return button;
    }

    ui::Reply play() const {
        if (chosen_.empty()) return {};
        return {ui::Push{make_lesson(kit_, chosen_)}, {"open"}, false, false};
    }

    /// Dots from place to place, mirrored together with the places.
    void draw_path(const Widget& tree, const ui::Metrics& metrics, scene::DrawList& list) const {
        const content::MapLayout& layout = kit_.library().map_layout(metrics.is_tall());
        const Rect area = map_area(metrics);
        const float scale = std::min(area.width / layout.space.width, area.height / layout.space.height);
        const Point origin{area.x + (area.width - layout.space.width * scale) / 2, area.y + (area.height - layout.space.height * scale) / 2};
        const Theme theme = kit_.theme();
        const Colour dot = theme.lines ? theme.line : with_alpha(theme.card.fill, 0.9f);
        const float size = std::max(3.0f, std::round(11 * scale));
        for (std::size_t i = 0; i + 1 < layout.lessons.size(); ++i) {
            const Point a = layout.lessons[i].at, b = layout.lessons[i + 1].at;
            const float length = std::hypot(b.x - a.x, b.y - a.y);
            const auto dots = static_cast<int>(length / 24);
            for (int k = 1; k < dots; ++k) {
                const float t = static_cast<float>(k) / static_cast<float>(dots);
                // A gentle bow, so that the way winds.
                const float bow = 18 * std::sin(t * 3.14159f) * (i % 2 == 0 ? 1.0f : -1.0f);
                const Point p{a.x + (b.x - a.x) * t - (b.y - a.y) / length * bow, a.y + (b.y - a.y) * t + (b.x - a.x) / length * bow};
                float x = origin.x + p.x * scale;
                if (metrics.is_right_to_left()) x = metrics.window_px.width - x;
                list.add(scene::Box{{std::round(x - size / 2), std::round(origin.y + p.y * scale - size / 2), size, size}, dot, size / 2});
            }
        }
        (void)tree;
    }

    Kit kit_;
    story::LessonId suggested_;
    story::LessonId chosen_;
};

}  // namespace

ScreenPtr make_town_map(Kit kit) { return std::make_unique<TownMapScreen>(kit); }

}  // namespace sango::screens
