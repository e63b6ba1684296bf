// What the tool checks for authors: all that the game checks, and what takes longer or is a matter of style.
#pragma once

#include "game/content/library.hpp"

#include <filesystem>
#include <string>

namespace sango::tools {

/// Checks a pack (a folder or a zip archive) or a folder of locales. `library` holds the game's own packs; `today` is YYYY-MM-DD.
[[nodiscard]] Problems check_path(const std::filesystem::path& path, const content::Library& library, const std::string& today);

/// Replays each plays/*.play of a pack.
void check_plays(const data::FileView& files, const content::Pack& pack, Problems& problems);
/// Long screens and long sentences, in lessons whose source is English (at most 60 words a screen, 12 a sentence on average).
void check_words(const data::FileView& files, const content::Pack& pack, Problems& problems);

/// The folder with the game's assets, content and locales: upwards from `from`, also in share/; empty when there is none.
[[nodiscard]] std::filesystem::path find_program_files(const std::filesystem::path& from);

}  // namespace sango::tools
