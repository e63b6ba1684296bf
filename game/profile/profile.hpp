// What is remembered of a player: an animal and a colour, settings, progress, and where the story stands. Nothing personal.
#pragma once

#include "game/story/story.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sango::profile {

/// Who is playing: an animal and a colour of the lists below, each pair used once.
struct Companion {
    std::string animal;
    std::string colour;
    auto operator<=>(const Companion&) const = default;
    bool operator==(const Companion&) const = default;
};
inline constexpr const char* kAnimals[] = {"fox", "owl", "turtle", "cat", "rabbit", "bear", "elephant", "penguin"};
inline constexpr const char* kColours[] = {"orange", "teal", "sun", "leaf", "berry", "plum"};
inline constexpr std::size_t kMostProfiles = 40;

enum class TextSize { P100, P150, P200 };
enum class Theme { Day, Contrast };

/// What a player, or the computer before anyone plays, has chosen.
struct Settings {
    std::string language = "en";
    std::string country;             ///< "" is "not listed"
    TextSize text_size = TextSize::P100;
    Theme theme = Theme::Day;
    bool reduced_motion = false;
    int music = 6;                   ///< volumes from 0 to 10
    int effects = 8;
    int voice = 10;
    bool read_aloud = false;
    bool operator==(const Settings&) const = default;
};

/// Durable facts by id.
struct Remembered {
    story::Form form = story::Form::B;
    story::ChoiceId first;
    story::ChoiceId latest;
    bool operator==(const Remembered&) const = default;
};
struct Progress {
    std::set<story::LessonId> finished;
    std::set<story::LessonId> lanterns;
    std::map<std::string, Remembered> answers;   ///< "lesson/question"
    bool operator==(const Progress&) const = default;
};

/// Where a story stands, and the way back.
struct Bookmark {
    story::LessonId lesson;
    int revision = 0;
    story::RunState state;
    std::vector<story::RunState> checkpoints;    ///< states at passed checkpoints, oldest first
    std::string warm_up;                         ///< "lesson/question" of the warm-up shown; empty for none
    bool operator==(const Bookmark&) const = default;
};

struct Profile {
    Companion companion;
    Settings settings;
    Progress progress;
    std::optional<Bookmark> bookmark;
    bool operator==(const Profile&) const = default;
};

/// What the computer remembers for everyone.
struct Machine {
    Settings settings;                           ///< the first start's choices; the next new player's preset
    std::optional<Companion> last_player;
    bool first_start_done = false;
    std::set<story::LessonId> sat_out;           ///< lessons an adult has set aside here
    bool operator==(const Machine&) const = default;
};

/// The bookmark's state if it still fits the lesson, else its last checkpoint that does, else the lesson's start.
[[nodiscard]] story::RunState resume(const story::Playing& playing, const Bookmark& bookmark, std::uint32_t seed);

}  // namespace sango::profile
