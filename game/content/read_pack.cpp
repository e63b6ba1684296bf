#include "engine/data/picture_check.hpp"
#include "game/content/readers.hpp"

#include <algorithm>
#include <set>

namespace sango::content {
namespace {

using data::Json;
using data::ObjectReader;

constexpr int kPackFormat = 1;
constexpr std::array<const char*, 2> kPictureEndings{".svg", ".png"};

bool ends_with(std::string_view text, std::string_view end) { return text.size() >= end.size() && text.substr(text.size() - end.size()) == end; }

/// A pack zipped together with its folder holds everything one folder too deep.
std::optional<std::string> only_folder_with_a_pack(const data::FileView& files) {
    const std::vector<std::string> paths = files.list("");
    const std::size_t slash = paths.empty() ? std::string::npos : paths.front().find('/');
    if (slash == std::string::npos) return std::nullopt;
    const std::string folder = paths.front().substr(0, slash + 1);
    const bool only = std::all_of(paths.begin(), paths.end(), [&](const std::string& path) { return path.compare(0, folder.size(), folder) == 0; });
    if (!only || !files.has(folder + "pack.json")) return std::nullopt;
    return folder.substr(0, folder.size() - 1);
}

/// Reads one pack, part by part.
class PackReader {
public:
    PackReader(const data::FileView& files, const PackSurroundings& around, Problems& problems)
        : files_(files), around_(around), core_(around.core), problems_(problems) {}

    std::optional<Pack> run() {
        const std::size_t before = problems_.size();
        if (!files_.has("pack.json")) {
            const auto folder = only_folder_with_a_pack(files_);
            say(folder ? *folder + "/pack.json" : "pack.json",
                folder ? "lies one folder too deep: zip what is inside the folder, not the folder itself"
                       : "is not there: a pack is a folder, or a zip archive, with pack.json at its top");
            return std::nullopt;
        }
        const auto json = read_json(files_, "pack.json", problems_);
        if (!json || !head(*json)) return std::nullopt;
        if (files_.has("cast.json")) read_characters();
        if (files_.has("places.json")) read_all_places();
        for (const std::string& id : lesson_ids_) lesson(id);
        check_lesson_files();
        check_first_answers();
        if (around_.depth == Depth::Full) {
            check_pictures();
            if (problems_.size() == before) check_translations();  // else they would be blamed for what the source lacks
        }
        return std::move(pack_);
    }

private:
    void say(const std::string& path, std::string what) { problems_.push_back({place_of(files_, path), std::move(what)}); }

    /// pack.json; false when the pack is unusable.
    bool head(const Json& json) {
        ObjectReader in(json, place_of(files_, "pack.json") + "#", problems_);
        if (!in.is_object()) return false;
        if (const Json* format = in.raw("format"); format && format->is_number_unsigned() && format->get<std::uint64_t>() > kPackFormat) {
            in.problem("format", "this pack is made for a newer Sango: get the newest version of the game to play it");
            return false;
        }
        const std::size_t before = problems_.size();
        if (const Json* format = in.raw("format"); !format || *format != kPackFormat) in.problem("format", "must be 1, the format described in docs/lesson-format.md");
        pack_.format = kPackFormat;
        pack_.id = in.id("id");
        if (core_ && core_->id == pack_.id) core_ = nullptr;
        const std::size_t kind = in.one_of("kind", {"lessons", "country", "language"});
        pack_.kind = std::array<const char*, 3>{"lessons", "country", "language"}[kind];
        pack_.language = in.string("language");
        if (!pack_.language.empty() && !is_language_tag(pack_.language)) in.problem("language", "is no language tag: write one such as \"pt-BR\"");
        pack_.title = in.string("title");
        const bool usable = problems_.size() == before;
        pack_.licence = in.string("licence");
        pack_.authors = in.string("authors");
        if (pack_.kind == "lessons") read_lesson_ids(in);
        if (pack_.kind == "country") {
            if (const Json* country = in.raw("country")) pack_.country = read_country(*country, in.place("country"), problems_);
            else in.problem("country", "is missing: add the country's names, emergency numbers and helplines");
        }
        in.finish();
        return usable;
    }

    void read_lesson_ids(ObjectReader& in) {
        in.each("lessons", 0, 200, [&](const Json& json, const std::string& where) {
            const std::string id = json.is_string() ? json.get<std::string>() : std::string();
            if (!is_valid_id(id)) {
                problems_.push_back({where, "must be the id of a lesson in double quotes"});
            } else if (std::find(lesson_ids_.begin(), lesson_ids_.end(), id) != lesson_ids_.end()) {
                problems_.push_back({where, "\"" + id + "\" is listed twice: delete one of the two"});
            } else {
                lesson_ids_.push_back(id);
            }
        });
    }

    void read_characters() {
        const auto json = read_json(files_, "cast.json", problems_);
        if (!json) return;
        const std::string file = place_of(files_, "cast.json");
        pack_.cast = read_cast(*json, file, problems_);
        if (core_) {
            std::erase_if(pack_.cast, [&](const Character& mine) {
                const bool taken = std::any_of(core_->cast.begin(), core_->cast.end(), [&](const Character& one) { return one.id == mine.id; });
                if (taken) problems_.push_back({file + "#/characters/" + mine.id.value, "a character of the game has this id: choose another"});
                return taken;
            });
        }
        for (const Character& one : pack_.cast) {
            picture(one.look.body, file + "#/characters/" + one.id.value + "/look/body");
            picture(one.look.head, file + "#/characters/" + one.id.value + "/look/head");
        }
    }

    void read_all_places() {
        const auto json = read_json(files_, "places.json", problems_);
        if (!json) return;
        const std::string file = place_of(files_, "places.json");
        pack_.places = read_places(*json, file, problems_);
        if (core_) {
            std::erase_if(pack_.places, [&](const Place& mine) {
                const bool taken = std::any_of(core_->places.begin(), core_->places.end(), [&](const Place& one) { return one.id == mine.id; });
                if (taken) problems_.push_back({file + "#/places/" + mine.id.value, "a place of the game has this id: choose another"});
                return taken;
            });
        }
        for (const Place& one : pack_.places) {
            for (const std::string& layer : one.layers) picture(layer, file + "#/places/" + one.id.value + "/layers");
            picture(one.life, file + "#/places/" + one.id.value + "/life");
        }
    }

    [[nodiscard]] bool has_picture(std::string_view name) const {
        for (const char* ending : kPictureEndings) {
            if (files_.has("pictures/" + std::string(name) + ending)) return true;
        }
        return !around_.has_picture || around_.has_picture(name);
    }

    void picture(const std::string& name, const std::string& where) {
        if (name.empty() || has_picture(name)) return;
        problems_.push_back({where, "no picture \"" + name + "\": add pictures/" + name + ".svg, or correct the name"});
    }

    void lesson(const std::string& id) {
        const std::string path = "lessons/" + id + ".json";
        const auto bytes = files_.read(path);
        if (!bytes) {
            problems_.push_back(bytes.problem());
            return;
        }
        const std::string file = place_of(files_, path);
        auto lesson = read_lesson(*bytes, file, problems_);
        if (!lesson) return;
        if (lesson->id.value != id) {
            problems_.push_back({file + "#/id", "must be \"" + id + "\", as the file is called"});
            return;
        }
        LessonSurroundings around{{}, {}, [this](std::string_view name) { return has_picture(name); }};
        for (const Pack* pack : {static_cast<const Pack*>(&pack_), core_}) {
            if (!pack) continue;
            for (const Character& one : pack->cast) around.cast.push_back(&one);
            for (const Place& one : pack->places) around.places.push_back(&one);
        }
        if (!check_lesson(*lesson, around, file, problems_)) return;
        lesson->source = pack_.id;
        pack_.lessons.push_back(std::move(*lesson));
    }

    /// Lessons that lie in the folder but were forgotten in pack.json.
    void check_lesson_files() {
        if (pack_.kind != "lessons") return;
        for (const std::string& path : files_.list("lessons")) {
            const std::string id = ends_with(path, ".json") ? path.substr(8, path.size() - 13) : std::string();
            const bool listed = std::find(lesson_ids_.begin(), lesson_ids_.end(), id) != lesson_ids_.end();
            if (!listed) say(path, "is not listed under \"lessons\" in pack.json: add it there, or take the file out");
        }
    }

    /// Children must meet adults who are busy or doubt, and learn to go on: in at least one lesson of three.
    void check_first_answers() {
        if (pack_.lessons.size() < 3) return;
        const auto with_detour = std::count_if(pack_.lessons.begin(), pack_.lessons.end(), [](const story::Lesson& lesson) {
            return std::any_of(lesson.scenes.begin(), lesson.scenes.end(), [](const story::Scene& scene) {
                return std::any_of(scene.steps.begin(), scene.steps.end(), [](const story::Step& step) {
                    const auto* tell = std::get_if<story::Tell>(&step.action);
                    return tell && std::any_of(tell->model.helpers.begin(), tell->model.helpers.end(),
                                               [](const activities::Helper& helper) { return helper.reply != activities::Reply::Listens; });
                });
            });
        });
        if (static_cast<std::size_t>(with_detour) * 3 >= pack_.lessons.size()) return;
        say("pack.json", "in fewer than one lesson of three a helper is busy or doubts: let one be, so that children learn to tell somebody else");
    }

    void check_pictures() {
        for (const std::string& path : files_.list("pictures")) {
            if (std::none_of(kPictureEndings.begin(), kPictureEndings.end(), [&](const char* ending) { return ends_with(path, ending); })) {
                say(path, "is no picture that the game can show: use SVG or PNG, with the ending .svg or .png");
                continue;
            }
            const auto bytes = files_.read(path);
            if (!bytes) problems_.push_back(bytes.problem());
            else (void)data::check_picture(*bytes, place_of(files_, path), problems_);
        }
    }

    void check_translations() {
        for (const std::string& path : files_.list("locales")) {
            if (!ends_with(path, "/" + pack_.id + ".json")) continue;
            const auto bytes = files_.read(path);
            if (!bytes) {
                problems_.push_back(bytes.problem());
                continue;
            }
            const std::string file = place_of(files_, path);
            const auto translation = read_translation(*bytes, file, problems_);
            if (!translation) continue;
            const Language* language = nullptr;
            if (around_.languages) {
                for (const Language& one : *around_.languages) language = one.tag == translation->language ? &one : language;
            }
            check_translation(pack_, core_, *translation, language, file, problems_);
        }
    }

    const data::FileView& files_;
    const PackSurroundings& around_;
    const Pack* core_;  // nothing when this is the core itself
    Problems& problems_;
    Pack pack_;
    std::vector<std::string> lesson_ids_;
};

}  // namespace

std::optional<Pack> read_pack(const data::FileView& files, const PackSurroundings& around, Problems& problems) {
    return PackReader(files, around, problems).run();
}

std::optional<Pack> read_pack(const data::FileView& files, Problems& problems) { return read_pack(files, PackSurroundings{}, problems); }

}  // namespace sango::content
