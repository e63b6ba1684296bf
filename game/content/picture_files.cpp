#include "game/content/picture_files.hpp"

#include "engine/data/picture_check.hpp"

namespace sango::content {

std::optional<Rect> PictureFiles::box(std::string_view name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return std::nullopt;
    if (!found->second.known) (void)load(found->second);
    return found->second.box;
}

Result<std::string> PictureFiles::bytes(std::string_view name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return Problem{std::string(name), "there is no such picture"};
    return load(found->second);
}

// What lies on the disk may change while we run, so each reading is checked, unless the bytes are those of the last time.
Result<std::string> PictureFiles::load(const Entry& entry) const {
    auto bytes = entry.files->read(entry.path);
    const std::size_t hash = bytes ? std::hash<std::string_view>{}(*bytes) : 0;
    if (bytes && entry.box && entry.sound_hash == hash) return bytes;
    Problems problems;
    auto info = bytes ? data::check_picture(*bytes, entry.files->name() + "/" + entry.path, problems)
                      : Result<data::PictureInfo>(bytes.problem());
    if (!info && !entry.known && report_) report_(info.problem());
    entry.known = true;
    entry.sound_hash = info ? hash : 0;
    entry.box = info ? std::optional<Rect>(info->box) : std::nullopt;
    if (!info) return info.problem();
    return bytes;
}

bool PictureFiles::has(std::string_view name) const { return entries_.count(name) == 1; }

void PictureFiles::add(const data::FileView& files) {
    constexpr std::string_view kFolder = "pictures/";
    for (const std::string& path : files.list("pictures")) {
        const std::size_t dot = path.rfind('.');
        if (dot == std::string::npos || dot < kFolder.size()) continue;
        const std::string_view ending = std::string_view(path).substr(dot);
        if (ending != ".svg" && ending != ".png") continue;
        entries_.try_emplace(path.substr(kFolder.size(), dot - kFolder.size()), Entry{&files, path, false, std::nullopt, 0});
    }
}

void PictureFiles::forget_all() { entries_.clear(); }

}  // namespace sango::content
