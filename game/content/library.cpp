#include "game/content/library.hpp"

#include "game/content/locale_books.hpp"

#include <algorithm>

namespace sango::content {
namespace {

class FolderLibrary final : public Library {
public:
    FolderLibrary(LibraryOptions options, LogSink log)
        : options_(std::move(options)), log_(std::move(log)), pictures_([this](const Problem& problem) { report(problem); }),
          books_([this](const Problem& problem) { report(problem); }) {
        read_all();
    }

    const std::vector<Language>& languages() const override { return books_.languages(); }
    const std::vector<Country>& countries() const override { return countries_; }
    const std::vector<Pack>& packs() const override { return shelf_.packs; }
    const Problems& problems() const override { return problems_; }
    const scene::PictureSource& pictures() const override { return pictures_; }
    text::FontConfig fonts() const override { return books_.fonts(); }
    const std::vector<scene::Rig>& rigs() const override { return rigs_; }
    const std::map<std::string, Colour>& palette() const override { return palette_; }
    const MapLayout& map_layout(bool tall) const override { return tall ? maps_.tall : maps_.wide; }

    std::optional<Pack> look_at(const data::FileView& files, Depth depth, Problems& problems) const override {
        PackSurroundings around;
        around.core = shelf_.core();
        around.has_picture = [this](std::string_view name) { return pictures_.has(name); };
        around.languages = &books_.languages();
        around.depth = depth;
        return read_pack(files, around, problems);
    }
    void reload(const std::vector<std::filesystem::path>& also) override {
        also_.insert(also_.end(), also.begin(), also.end());
        read_all();
    }

    const std::string& ui_text(const std::string& language, const std::string& key) const override { return books_.ui_text(language, key); }
    Coverage coverage(const std::string& language) const override { return books_.coverage(language); }

    std::vector<const story::Lesson*> lessons() const override {
        std::vector<const story::Lesson*> lessons;
        for (const Pack& pack : shelf_.packs) {
            for (const story::Lesson& lesson : pack.lessons) lessons.push_back(&lesson);
        }
        return lessons;
    }
    std::vector<std::string> languages_of(const story::LessonId& id) const override {
        std::vector<std::string> tags;
        const auto [lesson, pack] = find_lesson(id);
        if (!lesson) return tags;
        for (const Language& language : languages()) {
            if (books_.is_whole(*lesson, *pack, language.tag)) tags.push_back(language.tag);
        }
        return tags;
    }
    std::optional<story::Lesson> lesson_in(const story::LessonId& id, const std::string& language) const override {
        const auto [lesson, pack] = find_lesson(id);
        if (!lesson || !books_.is_whole(*lesson, *pack, language)) return std::nullopt;
        story::Lesson told = *lesson;
        put_into_language(told, books_.translation(*pack, language), books_.names(*pack, language));
        return told;
    }
    const Character* character(const story::CharacterId& id) const override { return find(id, &Pack::cast).first; }
    std::string character_name(const story::CharacterId& id, const std::string& language) const override {
        const auto [character, pack] = find(id, &Pack::cast);
        if (!character) return id.value;
        const Names& names = books_.names(*pack, language);
        const auto name = names.find(id.value);
        return name == names.end() ? character->name : name->second;
    }
    const Place* place(const story::PlaceId& id) const override { return find(id, &Pack::places).first; }
    std::string place_name(const story::PlaceId& id, const std::string& language) const override {
        const auto [place, pack] = find(id, &Pack::places);
        if (!place) return id.value;
        const std::string* name = fresh(books_.translation(*pack, language), "place/" + id.value, place->name);
        return name ? *name : place->name;
    }

private:
    void report(const Problem& problem) const {
        problems_.push_back(problem);
        log(log_, to_string(problem));
    }

    void read_all() {
        problems_.clear();
        shelf_ = {};
        pictures_.forget_all();
        countries_.clear();
        assets_ = open_folder("assets");
        if (assets_) read_assets();
        for (const std::filesystem::path& path : pack_paths(options_, also_)) put_on_shelf(shelf_, path, pictures_, problems_);
        for (const Pack& pack : shelf_.packs) {
            if (pack.country) countries_.push_back(*pack.country);
        }
        locales_ = open_folder("locales");
        books_.open(locales_.get(), shelf_, options_.program_files / "fonts", problems_);
    }

    std::unique_ptr<data::FileView> open_folder(const char* name) {
        auto files = data::open_files(options_.program_files / name);
        if (files) return std::move(*files);
        problems_.push_back(files.problem());
        return nullptr;
    }

    void read_assets() {
        pictures_.add(*assets_);
        if (const auto json = read_json(*assets_, "rigs.json", problems_)) rigs_ = read_rigs(*json, place_of(*assets_, "rigs.json"), problems_);
        if (const auto json = read_json(*assets_, "palette.json", problems_)) {
            palette_ = read_palette(*json, place_of(*assets_, "palette.json"), problems_);
        }
        if (const auto json = read_json(*assets_, "map.json", problems_)) maps_ = read_map(*json, place_of(*assets_, "map.json"), problems_);
    }

    std::pair<const story::Lesson*, const Pack*> find_lesson(const story::LessonId& id) const {
        for (const Pack& pack : shelf_.packs) {
            for (const story::Lesson& lesson : pack.lessons) {
                if (lesson.id == id) return {&lesson, &pack};
            }
        }
        return {};
    }

    /// Something of a pack by its id; the first pack that has it.
    template <class Id, class Thing>
    std::pair<const Thing*, const Pack*> find(const Id& id, std::vector<Thing> Pack::*things) const {
        for (const Pack& pack : shelf_.packs) {
            for (const Thing& thing : pack.*things) {
                if (thing.id == id) return {&thing, &pack};
            }
        }
        return {};
    }

    LibraryOptions options_;
    LogSink log_;
    std::vector<std::filesystem::path> also_;
    mutable Problems problems_;  // grows when a picture or a language that is read later has one
    std::unique_ptr<data::FileView> assets_;
    std::unique_ptr<data::FileView> locales_;
    PictureFiles pictures_;
    PackShelf shelf_;
    LocaleBooks books_;
    std::vector<Country> countries_;
    std::vector<scene::Rig> rigs_;
    std::map<std::string, Colour> palette_;
    Maps maps_;
};

}  // namespace

std::unique_ptr<Library> Library::open(const LibraryOptions& options, LogSink log) {
    return std::make_unique<FolderLibrary>(options, std::move(log));
}

}  // namespace sango::content
