#include "game/content/readers.hpp"

#include <algorithm>

namespace sango::content {
namespace {

/// Checks the translation files of a folder of locales, one after the other.
class LocaleCheck {
public:
    LocaleCheck(const data::FileView& files, const std::vector<Pack>& packs, Problems& problems) : files_(files), packs_(packs), problems_(problems) {}

    void run() {
        read_languages_and_fonts();
        if (const auto bytes = read("en/ui.json")) {
            if (auto source = read_ui_source(*bytes, place_of(files_, "en/ui.json"), problems_)) english_ = std::move(*source);
        }
        for (const std::string& path : files_.list("")) {
            const std::size_t slash = path.find('/');
            if (slash != std::string::npos && path != "en/ui.json") check(path, path.substr(0, slash), path.substr(slash + 1));
        }
    }

private:
    std::optional<std::string> read(const std::string& path) {
        auto bytes = files_.read(path);
        if (bytes) return std::move(*bytes);
        problems_.push_back(bytes.problem());
        return std::nullopt;
    }

    void read_languages_and_fonts() {
        std::vector<std::string> faces;
        if (const auto json = read_json(files_, "fonts.json", problems_)) {
            for (const text::Face& face : read_fonts(*json, place_of(files_, "fonts.json"), {}, problems_).faces) faces.push_back(face.id);
        }
        if (const auto json = read_json(files_, "languages.json", problems_)) {
            languages_ = read_languages(*json, place_of(files_, "languages.json"), faces.empty() ? nullptr : &faces, problems_);
        }
    }

    void check(const std::string& path, const std::string& tag, const std::string& name) {
        const std::string file = place_of(files_, path);
        const auto language = std::find_if(languages_.begin(), languages_.end(), [&](const Language& one) { return one.tag == tag; });
        if (language == languages_.end()) {
            problems_.push_back({file, "languages.json has no language \"" + tag + "\": add it there, or correct the folder's name"});
            return;
        }
        const auto pack = std::find_if(packs_.begin(), packs_.end(), [&](const Pack& one) { return one.id + ".json" == name; });
        if (name != "ui.json" && pack == packs_.end()) {
            problems_.push_back({file, "belongs to no pack: name it ui.json, or as the pack's id"});
            return;
        }
        const auto bytes = read(path);
        const auto translation = bytes ? read_translation(*bytes, file, problems_) : std::nullopt;
        if (!translation) return;
        if (translation->pack + ".json" != name) problems_.push_back({file + "#/pack", "must be \"" + name.substr(0, name.size() - 5) + "\", as the file is called"});
        if (translation->language != tag) problems_.push_back({file + "#/language", "must be \"" + tag + "\", as the folder is called"});
        if (name == "ui.json") check_ui_translation(english_, *translation, file, problems_);
        else check_translation(*pack, core(), *translation, &*language, file, problems_);
    }

    [[nodiscard]] const Pack* core() const {
        const auto found = std::find_if(packs_.begin(), packs_.end(), [](const Pack& pack) { return pack.id == "core"; });
        return found == packs_.end() ? nullptr : &*found;
    }

    const data::FileView& files_;
    const std::vector<Pack>& packs_;
    Problems& problems_;
    std::vector<Language> languages_;
    Translation english_;
};

}  // namespace

void check_locales(const data::FileView& locales, const std::vector<Pack>& packs, Problems& problems) {
    LocaleCheck(locales, packs, problems).run();
}

}  // namespace sango::content
