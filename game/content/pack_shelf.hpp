// Which packs there are: finds them, reads them in order, and keeps their files open.
#pragma once

#include "game/content/picture_files.hpp"
#include "game/content/readers.hpp"

namespace sango::content {

/// All packs that could be read. `packs[i]` was read from `files[i]`.
struct PackShelf {
    std::vector<Pack> packs;
    std::vector<std::unique_ptr<data::FileView>> files;

    /// The game's own pack, whose cast and places all packs may use; nothing when it is missing.
    [[nodiscard]] const Pack* core() const;
    [[nodiscard]] const Pack* find(const std::string& id) const;
};

/// The folders and archives in which packs may lie: the core, the countries, pack folders, named packs.
[[nodiscard]] std::vector<std::filesystem::path> pack_paths(const LibraryOptions& options, const std::vector<std::filesystem::path>& also);

/// Reads a pack and puts it on the shelf, unless its id, or what it holds, is there already: the first one wins.
void put_on_shelf(PackShelf& shelf, const std::filesystem::path& path, PictureFiles& pictures, Problems& problems);

}  // namespace sango::content
