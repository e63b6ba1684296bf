#include "game/screens/stage.hpp"

#include <algorithm>
#include <cmath>

namespace sango::screens {
namespace {

constexpr Size kStage{1280, 720};
constexpr float kFeet = 604;        // where figures stand
constexpr float kFigure = 0.58f;    // stage units for one unit of a rig

/// How the stage lies in the window.
struct View {
    float scale = 1;
    Point origin;
    [[nodiscard]] Rect rect(const Rect& stage) const {
        return {std::round(origin.x + stage.x * scale), std::round(origin.y + stage.y * scale), std::round(stage.width * scale),
                std::round(stage.height * scale)};
    }
};

/// `tallest` is the height of the tallest figure, in stage units.
View view_of(const ui::Metrics& metrics, float free_height, float tallest) {
    const Size window = metrics.window_px;
    View view;
    if (metrics.is_tall()) {
        // The middle of the stage fills the part above the card, so that people stand on the card's edge.
        view.scale = std::max(window.width / kStage.width, free_height / 600);
        view.origin.y = free_height - 585 * view.scale;
    } else {
        view.scale = std::max(window.width / kStage.width, window.height / kStage.height);
        // A tall card would hide the faces: the stage moves up then, as far as the tallest head can go.
        const float wanted = std::min(0.0f, free_height - 470 * view.scale);
        view.origin.y = std::max(wanted, std::min(0.0f, metrics.px(20) - (kFeet - tallest) * view.scale));
    }
    view.origin.x = (window.width - kStage.width * view.scale) / 2;
    return view;
}

void draw_place(const Kit& kit, const story::PlaceId& id, const ui::Metrics& metrics, const View& view, scene::DrawList& list) {
    const content::Place* place = kit.library().place(id);
    if (!place) {
        kit.draw_page(metrics, list);
        return;
    }
    const Size window = metrics.window_px;
    const float floor = std::clamp(std::round(view.origin.y + place->floor_at * view.scale), 0.0f, window.height);
    list.add(scene::Gradient{{0, 0, window.width, floor}, place->sky_top, place->sky_bottom});
    list.add(scene::Gradient{{0, floor, window.width, window.height - floor}, place->floor_top, place->floor_bottom});
    const auto draw = [&](const std::string& name) {
        if (const auto box = kit.library().pictures().box(name)) {
            list.add(scene::Picture{name, view.rect(*box), {255, 255, 255, 255}, scene::Mirror::No});
        }
    };
    for (const std::string& layer : place->layers) draw(layer);
    if (!place->life.empty()) draw(place->life);
}

unsigned seed_of(const story::CharacterId& id) {
    unsigned seed = 0;
    for (const char letter : id.value) seed = seed * 31 + static_cast<unsigned char>(letter);
    return seed;
}

/// Where what is held up stands, its frame not counted; empty when nothing is, or when there is no room.
Rect shown_rect(const Kit& kit, const std::string& name, const ui::Metrics& metrics, float free_height) {
    const auto box = kit.library().pictures().box(name);
    if (name.empty() || !box) return {};
    const float top = metrics.target_px() + metrics.px(36);
    const float room_width = metrics.window_px.width * (metrics.is_tall() ? 0.86f : 0.46f);
    const float scale = std::min((free_height - top - metrics.px(24)) / box->height, room_width / box->width);
    const Size size{std::round(box->width * scale), std::round(box->height * scale)};
    if (size.height < metrics.px(60)) return {};
    return {std::round((metrics.window_px.width - size.width) / 2), std::round(top), size.width, size.height};
}

/// Where each of `count` figures stands: evenly over `room`, or beside what is held up, half of them on each side.
std::vector<float> standing_places(std::size_t count, float window_width, float room, float widest, const Rect& shown) {
    std::vector<float> places;
    const auto spread = [&places](std::size_t some, float from, float to) {
        for (std::size_t i = 0; i < some; ++i) places.push_back(from + (to - from) * (static_cast<float>(i) + 0.5f) / static_cast<float>(some));
    };
    if (shown.empty()) {
        const float width = std::min(room, widest * static_cast<float>(count));
        spread(count, (window_width - width) / 2, (window_width + width) / 2);
    } else {
        const std::size_t left = (count + 1) / 2;
        spread(left, 0, shown.x);
        spread(count - left, shown.right(), window_width);
    }
    return places;
}

void draw_cast(const Kit& kit, const StagePicture& stage, const ui::Metrics& metrics, const View& view, const Rect& shown, Seconds now,
               scene::DrawList& list) {
    std::vector<story::CharacterId> cast = stage.cast;
    if (!stage.speaker.empty() && std::find(cast.begin(), cast.end(), stage.speaker) == cast.end() && kit.figure(stage.speaker)) {
        cast.push_back(stage.speaker);
    }
    // On a phone held upright, what is held up takes all the room there is.
    if (cast.empty() || (metrics.is_tall() && !shown.empty())) return;
    const float room = std::min(metrics.window_px.width, 1120 * view.scale);
    const auto count = static_cast<float>(cast.size());
    const std::vector<float> places = standing_places(cast.size(), metrics.window_px.width, room, 330 * view.scale, shown);
    const float spacing = shown.empty() ? room / count : shown.x / std::ceil(count / 2);
    const float size = kFigure * view.scale * std::clamp(spacing / (230 * view.scale), 0.72f, 1.0f);
    const auto draw = [&](std::size_t i) {
        const auto figure = kit.figure(cast[i]);
        if (!figure) return;
        const bool speaks = cast[i] == stage.speaker;
        const scene::Life life = speaks && stage.talking ? scene::Life::Talking : stage.life;
        const std::string mood = speaks ? stage.mood : stage.speaker.empty() ? "happy" : "listening";
        const scene::Pose pose = scene::pose_at(mood, life, now, seed_of(cast[i]), figure->rig->talk.size());
        scene::draw_figure(list, *figure, pose, kit.library().pictures(), {std::round(places[i]), std::round(view.origin.y + kFeet * view.scale)}, size);
    };
    for (std::size_t i = 0; i < cast.size(); ++i) {
        if (cast[i] != stage.speaker) draw(i);
    }
    for (std::size_t i = 0; i < cast.size(); ++i) {
        if (cast[i] == stage.speaker) draw(i);
    }
}

void draw_shown(const Kit& kit, const std::string& name, const ui::Metrics& metrics, const Rect& at, scene::DrawList& list) {
    const float edge = std::round(metrics.px(10));
    list.add(scene::Box{{at.x - edge, at.y - edge + metrics.px(5), at.width + 2 * edge, at.height + 2 * edge}, kit.theme().paint.shadow, metrics.px(22)});
    list.add(scene::Box{inset(at, -edge), kit.theme().card.fill, metrics.px(22)});
    list.add(scene::Picture{name, at, {255, 255, 255, 255}, scene::Mirror::No});
}

}  // namespace

void draw_stage(const Kit& kit, const StagePicture& stage, const ui::Metrics& metrics, float free_height, Seconds now, scene::DrawList& list) {
    float tallest = 0;
    std::vector<story::CharacterId> all = stage.cast;
    if (!stage.speaker.empty()) all.push_back(stage.speaker);
    for (const story::CharacterId& who : all) {
        const auto figure = kit.figure(who);
        if (figure && who.value != "sango") tallest = std::max(tallest, figure->height * kFigure * 730);
    }
    const View view = view_of(metrics, free_height, tallest);
    draw_place(kit, stage.place, metrics, view, list);
    const Rect shown = shown_rect(kit, stage.show, metrics, free_height);
    draw_cast(kit, stage, metrics, view, shown, now, list);
    if (!shown.empty()) draw_shown(kit, stage.show, metrics, shown, list);
}

}  // namespace sango::screens
