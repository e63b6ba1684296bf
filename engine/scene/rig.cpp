#include "engine/scene/rig.hpp"

#include <cmath>
#include <numbers>

namespace sango::scene {
namespace {

constexpr Seconds kBreath = 3.2;       // one breath of a calm child
constexpr Seconds kBlinkEvery = 4.3;
constexpr Seconds kBlinkLasts = 0.14;
constexpr Seconds kMouthLasts = 0.12;

void add_part(std::vector<Layer>& layers, const std::string& picture, Point offset, const PictureSource& pictures) {
    if (picture.empty()) return;
    if (const auto box = pictures.box(picture)) layers.push_back({picture, {box->x + offset.x, box->y + offset.y, box->width, box->height}});
}

/// Two figures never breathe and blink in step.
Seconds own_time(Seconds time, unsigned seed) { return time + 0.77 * static_cast<double>(seed % 7); }

const RigMood* mood_of(const Rig& rig, const std::string& mood) {
    if (const auto found = rig.moods.find(mood); found != rig.moods.end()) return &found->second;
    return rig.moods.empty() ? nullptr : &rig.moods.begin()->second;
}

}  // namespace

std::vector<Layer> pose_layers(const Figure& figure, const Pose& pose, const PictureSource& pictures) {
    std::vector<Layer> layers;
    if (!figure.rig) return layers;
    const Rig& rig = *figure.rig;
    const RigMood* mood = mood_of(rig, pose.mood);
    if (!figure.body.empty()) {
        add_part(layers, figure.body, {}, pictures);
    } else if (mood) {
        if (const auto body = rig.bodies.find(mood->body); body != rig.bodies.end()) add_part(layers, body->second, {}, pictures);
    }
    add_part(layers, figure.head, pose.head_offset, pictures);
    if (!mood) return layers;
    add_part(layers, mood->brows, pose.head_offset, pictures);
    add_part(layers, pose.blinking ? rig.blink : mood->eyes, pose.head_offset, pictures);
    const bool talking = pose.talk_frame >= 0 && static_cast<std::size_t>(pose.talk_frame) < rig.talk.size();
    add_part(layers, talking ? rig.talk[static_cast<std::size_t>(pose.talk_frame)] : mood->mouth, pose.head_offset, pictures);
    return layers;
}

Pose pose_at(std::string_view mood, Life life, Seconds time, unsigned seed, std::size_t talk_frames) {
    Pose pose;
    pose.mood = mood;
    if (life == Life::Still) return pose;
    const Seconds own = own_time(time, seed);
    if (life != Life::Resting) pose.head_offset.y = static_cast<float>(std::round(2.5 * std::sin(2 * std::numbers::pi * own / kBreath)));
    pose.blinking = std::fmod(own, kBlinkEvery) < kBlinkLasts;
    if (life == Life::Talking && talk_frames > 0) {
        // Open, other shape, closed: three beats, so that the mouth comes back to its mood.
        const auto beat = static_cast<std::size_t>(time / kMouthLasts) % (talk_frames + 1);
        pose.talk_frame = beat < talk_frames ? static_cast<int>(beat) : -1;
    }
    return pose;
}

Seconds next_blink_change(Seconds time, unsigned seed) {
    const Seconds phase = std::fmod(own_time(time, seed), kBlinkEvery);
    return (phase < kBlinkLasts ? kBlinkLasts : kBlinkEvery) - phase + 0.001;
}

void draw_figure(DrawList& list, const Figure& figure, const Pose& pose, const PictureSource& pictures, Point feet_px, float px,
                 Mirror mirror) {
    if (!figure.rig) return;
    const float scale = px * figure.height;
    const Point feet = figure.rig->feet;
    for (const Layer& layer : pose_layers(figure, pose, pictures)) {
        const float left = mirror == Mirror::Yes ? 2 * feet.x - layer.rect.right() : layer.rect.x;
        list.add(Picture{layer.picture,
                         {std::round(feet_px.x + (left - feet.x) * scale), std::round(feet_px.y + (layer.rect.y - feet.y - pose.lift) * scale),
                          std::round(layer.rect.width * scale), std::round(layer.rect.height * scale)},
                         {255, 255, 255, 255},
                         mirror});
    }
}

}  // namespace sango::scene
