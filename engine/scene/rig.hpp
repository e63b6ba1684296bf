// Puppets: a figure as pictures that share one drawing space, chosen by mood and moved a little by time.
#pragma once

#include "engine/core/easing.hpp"
#include "engine/scene/draw_list.hpp"
#include "engine/scene/pictures.hpp"

#include <map>
#include <string>
#include <vector>

namespace sango::scene {

/// The pictures of one mood; an empty name leaves that part out.
struct RigMood {
    std::string body = "default";  ///< a name among the rig's bodies
    std::string brows;
    std::string eyes;
    std::string mouth;
};

/// A kind of puppet, from assets/rigs.json.
struct Rig {
    std::string id;
    Size space;                                 ///< of the drawing
    Point feet;                                 ///< where it stands, in that space
    std::map<std::string, std::string> bodies;  ///< empty when each figure has its own body and head
    std::map<std::string, RigMood> moods;
    std::string blink;
    std::vector<std::string> talk;              ///< open mouths, taken in turn while talking
};

/// One figure of a rig.
struct Figure {
    const Rig* rig = nullptr;
    std::string body;   ///< instead of the rig's body, where it has none
    std::string head;
    float height = 1;   ///< of a child's
};

/// How a figure holds itself at one moment.
struct Pose {
    std::string mood = "happy";
    bool blinking = false;
    int talk_frame = -1;    ///< index into Rig::talk; -1: the mood's own mouth
    Point head_offset;      ///< in the rig's space
    float lift = 0;         ///< hop, in the rig's space
};

/// One picture of a figure, in the rig's space.
struct Layer {
    std::string picture;
    Rect rect;
    bool operator==(const Layer&) const = default;
};

/// The pictures of a figure in a pose, back to front. Pictures that do not exist are left out.
[[nodiscard]] std::vector<Layer> pose_layers(const Figure& figure, const Pose& pose, const PictureSource& pictures);

/// How a figure idles at a time: breathing, a blink every few seconds; `seed` keeps two figures out of step. Talking moves the mouth.
/// Still shows only the mood; Resting blinks but does not breathe, so that nothing needs drawing in between.
enum class Life { Still, Resting, Idle, Talking };
[[nodiscard]] Pose pose_at(std::string_view mood, Life life, Seconds time, unsigned seed, std::size_t talk_frames);

/// How long a resting figure stays as it is at a time: until its next blink begins or ends.
[[nodiscard]] Seconds next_blink_change(Seconds time, unsigned seed);

/// Draws a figure with its feet at `feet_px`, `px` pixels for one unit of the rig's space (times the figure's height).
void draw_figure(DrawList& list, const Figure& figure, const Pose& pose, const PictureSource& pictures, Point feet_px, float px,
                 Mirror mirror = Mirror::No);

}  // namespace sango::scene
