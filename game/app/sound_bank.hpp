// Reads which files the sounds are.
#pragma once

#include "engine/core/result.hpp"
#include "engine/platform/sound.hpp"

#include <filesystem>

namespace sango::app {

/// assets/sound/sounds.json as a bank; problems leave sounds out.
[[nodiscard]] platform::SoundBank read_sound_bank(const std::filesystem::path& assets, Problems& problems);

}  // namespace sango::app
