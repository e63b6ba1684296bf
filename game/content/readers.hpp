// The readers of single files, shared inside this folder. Each adds every problem it finds and returns what is sound.
#pragma once

#include "engine/data/json.hpp"
#include "game/content/library.hpp"

namespace sango::content {

/// One file of a view as JSON; nothing, and a problem, when it is absent or no JSON.
[[nodiscard]] std::optional<data::Json> read_json(const data::FileView& files, const std::string& path, Problems& problems);
/// Where a file of a view lies, as problems say it: "core/cast.json".
[[nodiscard]] std::string place_of(const data::FileView& files, const std::string& path);

[[nodiscard]] std::vector<Character> read_cast(const data::Json& json, const std::string& file, Problems& problems);
[[nodiscard]] std::vector<Place> read_places(const data::Json& json, const std::string& file, Problems& problems);
/// `json` is the object under "country" of a pack.json.
[[nodiscard]] std::optional<Country> read_country(const data::Json& json, const std::string& where, Problems& problems);

/// languages.json; `faces`: ids of fonts.json, or nothing when the fonts could not be read.
[[nodiscard]] std::vector<Language> read_languages(const data::Json& json, const std::string& file, const std::vector<std::string>* faces,
                                                   Problems& problems);
/// fonts.json; the files are ID.ttf and ID-bold.ttf in `folder`. The chains are empty: languages.json names them.
[[nodiscard]] text::FontConfig read_fonts(const data::Json& json, const std::string& file, const std::filesystem::path& folder,
                                          Problems& problems);
/// The interface's English texts, in the form of a translation from itself.
[[nodiscard]] std::optional<Translation> read_ui_source(std::string_view json, const std::string& file, Problems& problems);

[[nodiscard]] std::vector<scene::Rig> read_rigs(const data::Json& json, const std::string& file, Problems& problems);
[[nodiscard]] std::map<std::string, Colour> read_palette(const data::Json& json, const std::string& file, Problems& problems);
struct Maps {
    MapLayout wide;
    MapLayout tall;
};
[[nodiscard]] Maps read_map(const data::Json& json, const std::string& file, Problems& problems);

/// What one lesson names outside itself: characters, places, pictures, names in braces. `has_picture` empty: not judged.
/// Returns whether the lesson can be played.
struct LessonSurroundings {
    std::vector<const Character*> cast;
    std::vector<const Place*> places;
    std::function<bool(std::string_view)> has_picture;
};
[[nodiscard]] bool check_lesson(const story::Lesson& lesson, const LessonSurroundings& around, const std::string& file, Problems& problems);

/// Whether the text is a language tag as we write them: "en", "pt-BR", "zh-Hans".
[[nodiscard]] bool is_language_tag(std::string_view text);
/// Whether the text is a day of the calendar, YYYY-MM-DD.
[[nodiscard]] bool is_date(std::string_view text);

/// `#rrggbb` under a key; required.
[[nodiscard]] Colour read_colour(data::ObjectReader& in, std::string_view key, Problems& problems);
/// Two colours, top and bottom, under a key; required.
[[nodiscard]] std::pair<Colour, Colour> read_gradient(data::ObjectReader& in, std::string_view key, Problems& problems);
/// Two numbers under a key; required.
[[nodiscard]] Point read_point(data::ObjectReader& in, std::string_view key, Problems& problems);

}  // namespace sango::content
