#include "game/content/pack_shelf.hpp"

#include <algorithm>
#include <system_error>

namespace sango::content {
namespace {

namespace fs = std::filesystem;

/// What lies in a folder, by name; nothing where there is no such folder.
std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path name = entry->path().filename();
        if (!name.empty() && name.native()[0] != '.') paths.push_back(entry->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

bool is_pack_file(const fs::path& path) { return path.extension() == ".sangopack" || path.extension() == ".zip"; }

/// Lessons that another pack has brought already.
void leave_out_known_lessons(const PackShelf& shelf, Pack& pack, const std::string& name, Problems& problems) {
    std::erase_if(pack.lessons, [&](const story::Lesson& mine) {
        for (const Pack& other : shelf.packs) {
            const bool known = std::any_of(other.lessons.begin(), other.lessons.end(), [&](const story::Lesson& one) { return one.id == mine.id; });
            if (!known) continue;
            problems.push_back({name + "/lessons/" + mine.id.value + ".json",
                                "the pack \"" + other.id + "\" has a lesson with this id, which is shown instead: choose another id"});
            return true;
        }
        return false;
    });
}

}  // namespace

const Pack* PackShelf::core() const { return find("core"); }

const Pack* PackShelf::find(const std::string& id) const {
    const auto found = std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) { return pack.id == id; });
    return found == packs.end() ? nullptr : &*found;
}

std::vector<fs::path> pack_paths(const LibraryOptions& options, const std::vector<fs::path>& also) {
    std::vector<fs::path> paths{options.program_files / "content" / "core"};
    std::error_code error;
    for (const fs::path& path : entries_of(options.program_files / "content")) {
        if (path != paths.front() && fs::exists(path / "pack.json", error)) paths.push_back(path);
    }
    for (const fs::path& path : entries_of(options.program_files / "content" / "countries")) {
        if (fs::is_directory(path, error)) paths.push_back(path);
    }
    for (const fs::path& folder : options.pack_folders) {
        for (const fs::path& path : entries_of(folder)) {
            if (fs::is_directory(path, error) || is_pack_file(path)) paths.push_back(path);
        }
    }
    paths.insert(paths.end(), options.packs.begin(), options.packs.end());
    paths.insert(paths.end(), also.begin(), also.end());
    return paths;
}

void put_on_shelf(PackShelf& shelf, const fs::path& path, PictureFiles& pictures, Problems& problems) {
    auto files = data::open_files(path);
    if (!files) {
        problems.push_back(files.problem());
        return;
    }
    PackSurroundings around;
    around.core = shelf.core();
    around.has_picture = [&](std::string_view name) { return pictures.has(name); };
    auto pack = read_pack(**files, around, problems);
    if (!pack) return;
    const std::string& name = (*files)->name();
    if (shelf.find(pack->id)) {
        problems.push_back({name, "another pack with the id \"" + pack->id + "\" is there already, and that one is used: remove one of the two"});
        return;
    }
    leave_out_known_lessons(shelf, *pack, name, problems);
    if (pack->country) {
        for (const Pack& other : shelf.packs) {
            if (!other.country || other.country->id != pack->country->id) continue;
            problems.push_back({name, "the pack \"" + other.id + "\" is about the same country, and that one is used: remove one of the two"});
            pack->country.reset();
            break;
        }
    }
    pictures.add(**files);
    shelf.packs.push_back(std::move(*pack));
    shelf.files.push_back(std::move(*files));
}

}  // namespace sango::content
