// The words in which saves say what an enum means; written and read from one list.
#pragma once

#include "game/profile/profile.hpp"

namespace sango::profile {

/// Bookmarks keep so many of the last checkpoints.
inline constexpr std::size_t kMostCheckpoints = 100;

[[nodiscard]] inline int percent(TextSize size) {
    switch (size) {
        case TextSize::P100: return 100;
        case TextSize::P150: return 150;
        case TextSize::P200: return 200;
    }
    return 100;
}
[[nodiscard]] inline const char* word(Theme theme) { return theme == Theme::Contrast ? "contrast" : "day"; }
[[nodiscard]] inline const char* word(story::Form form) { return form == story::Form::A ? "a" : "b"; }

}  // namespace sango::profile
