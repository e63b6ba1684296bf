// Everything the packs and locales say, read and checked once at the start; values from then on.
#pragma once

#include "engine/core/colour.hpp"
#include "engine/core/log.hpp"
#include "engine/core/result.hpp"
#include "engine/data/files.hpp"
#include "engine/scene/pictures.hpp"
#include "engine/scene/rig.hpp"
#include "engine/text/fonts.hpp"
#include "game/story/lesson.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sango::content {

enum class Gender { Feminine, Masculine, Neutral };
enum class CharacterRole { Child, Adult, Guide, Helpline };

struct Look {
    std::string rig = "person";   ///< of assets/rigs.json
    std::string body;
    std::string head;
    int height = 100;             ///< hundredths of a child's
};

struct Character {
    story::CharacterId id;
    std::string name;                          ///< in the pack's language
    std::map<std::string, std::string> forms;  ///< "dat" → name in that form; empty where the language has none
    Gender gender = Gender::Neutral;
    CharacterRole role = CharacterRole::Child;
    Look look;
};

struct Place {
    story::PlaceId id;
    std::string name;
    Colour sky_top, sky_bottom;
    float floor_at = 520;                      ///< of 720
    Colour floor_top, floor_bottom;
    std::vector<std::string> layers;           ///< far to near
    std::string life;                          ///< the small living detail; may be empty
};

enum class WayKind { Call, Sms, Chat };
struct HelpWay {
    WayKind kind = WayKind::Call;
    std::string value;                         ///< number or address as to be dialled or typed
    std::string name;                          ///< of the service, where it differs ("WhatsApp"); may be empty
};
enum class Confidence { Low, Medium, High };
struct Helpline {
    std::string name;
    std::vector<HelpWay> ways;
    bool always_open = false;
    std::string hours;                         ///< "08:00-20:00", when not always open; may be empty
    std::optional<bool> free;
    std::vector<std::string> languages;        ///< tags
    std::vector<std::string> sources;
    Confidence confidence = Confidence::Low;
    std::string checked;                       ///< YYYY-MM-DD
};
enum class EmergencyKind { Any, Police, Ambulance, Fire };
enum class EmergencyFrom { Anywhere, Mobile, Landline };  ///< where a country's numbers differ by the kind of telephone
struct EmergencyNumber {
    std::string number;
    EmergencyKind kind = EmergencyKind::Any;
    EmergencyFrom from = EmergencyFrom::Anywhere;
};

struct Country {
    std::string id;                            ///< "br"
    std::string name;                          ///< in the country's own main language
    std::map<std::string, std::string> names;  ///< language tag → name
    std::vector<EmergencyNumber> emergency;
    std::vector<Helpline> helplines;
};

/// How a helpline may be shown at a date (see docs/architecture.md): fresh, with a warning, or not at all.
enum class HelplineAge { Fresh, AskAnAdultFirst, DoNotShow };
/// `today` is YYYY-MM-DD: the later of the system's date and the build's. Over 24 months: high confidence is shown with a warning,
/// others are not shown. Low confidence is never shown.
[[nodiscard]] HelplineAge helpline_age(const Helpline& helpline, const std::string& today);
/// Whether the entry was checked more than 12 months before `today`: its pack's authors should check it again.
[[nodiscard]] bool is_check_due(const Helpline& helpline, const std::string& today);

/// What a pack holds, after reading and checking.
struct Pack {
    std::string id;
    int format = 1;
    std::string kind;                          ///< lessons, country or language
    std::string language;                      ///< of its source text
    std::string title;
    std::string licence;
    std::string authors;
    std::vector<story::Lesson> lessons;        ///< sound ones, source text
    std::vector<Character> cast;
    std::vector<Place> places;
    std::optional<Country> country;
};

enum class ReviewState { Source, Machine, Translator, Educator };
struct Review { ReviewState state = ReviewState::Machine; std::string by; std::string date; };

struct Language {
    std::string tag;
    std::string name;                          ///< written in itself
    std::string english_name;
    text::Direction direction = text::Direction::LeftToRight;
    std::vector<std::string> fonts;            ///< face ids, tried in turn
    std::string fallback;                      ///< tag; empty for English
    std::string digits = "0123456789";         ///< ten digits, UTF-8
    std::vector<std::string> months;           ///< twelve names
    std::string month_and_year = "{month} {year}";
    std::vector<std::string> forms;            ///< of names
    std::string address;                       ///< how the player is addressed, for translators
};

/// One text of a translation file: what it was made from and what it became.
struct Translated { std::string from; std::string to; };
struct Translation {
    std::string pack;                          ///< "ui" or a pack's id
    std::string language;
    Review review;
    std::map<std::string, Translated> strings;
};

/// Reads one lesson file. All problems found; a lesson only when there are none that would break it.
[[nodiscard]] std::optional<story::Lesson> read_lesson(std::string_view json, const std::string& file, Problems& problems);

/// How closely a pack is looked at: as the game does when it starts, or with every picture and translation read as well.
enum class Depth { Start, Full };

/// What a pack may name besides its own.
struct PackSurroundings {
    const Pack* core = nullptr;                                  ///< its characters and places may be used, and must not be made anew
    std::function<bool(std::string_view name)> has_picture{};    ///< of the program; empty: pictures that the pack lacks are not judged
    const std::vector<Language>* languages = nullptr;            ///< forms of names that they declare; nothing: forms are not judged
    Depth depth = Depth::Start;
};

/// Reads a pack and checks it: structure, references, Tell beats, the walk, names of pictures. Lessons with problems are left out
/// (a missing picture alone does not take a lesson away); a pack whose pack.json is unusable gives nothing.
[[nodiscard]] std::optional<Pack> read_pack(const data::FileView& files, Problems& problems);
[[nodiscard]] std::optional<Pack> read_pack(const data::FileView& files, const PackSurroundings& around, Problems& problems);

/// Reads one translation file (of a pack or the interface). A text with a problem is left out; nothing when the file is unusable.
[[nodiscard]] std::optional<Translation> read_translation(std::string_view json, const std::string& file, Problems& problems);
/// What a translator should mend: keys that the pack does not have, texts that changed since, forms of names that have no words.
/// A text that is not translated yet is no problem. `core` as in PackSurroundings; `language` may be absent.
void check_translation(const Pack& pack, const Pack* core, const Translation& translation, const Language* language,
                       const std::string& file, Problems& problems);
/// The same for the interface, against its English texts.
void check_ui_translation(const Translation& english, const Translation& translation, const std::string& file, Problems& problems);
/// Reads and checks a whole folder of locales: languages, fonts, the interface's texts, and the translations of these packs.
void check_locales(const data::FileView& locales, const std::vector<Pack>& packs, Problems& problems);

/// Calls `visit(key, text)` for every text of the lesson a child or adult can read, keys as in docs/lesson-format.md, in the file's order.
/// The texts may be changed: this is how a lesson is translated.
void for_each_text(story::Lesson& lesson, const std::function<void(const std::string& key, std::string& text)>& visit);
void for_each_text(const story::Lesson& lesson, const std::function<void(const std::string& key, const std::string& text)>& visit);

/// A lesson's place on the town map, in the middle of its picture; and what stands around.
struct MapSpot {
    Point at;
    std::string picture;
    std::string lesson;                        ///< id of the lesson that belongs here; may be empty
};
struct MapLayout {
    Size space;                                ///< 1280 × 720 or 600 × 1040
    std::vector<MapSpot> lessons;              ///< along the path, one for each lesson of the curriculum
    std::vector<MapSpot> scenery;
};

struct LibraryOptions {
    std::filesystem::path program_files;               ///< holds assets/, content/, locales/, fonts/
    std::vector<std::filesystem::path> pack_folders;   ///< packs/ beside the program and in the user's folder; may be absent
    std::vector<std::filesystem::path> packs;          ///< --pack PATH
};

/// What is there to play, in which languages, and what was wrong on the way.
class Library {
public:
    /// Reads everything. Never fails: what is damaged is in `problems()`.
    static std::unique_ptr<Library> open(const LibraryOptions& options, LogSink log);
    virtual ~Library() = default;

    [[nodiscard]] virtual const std::vector<Language>& languages() const = 0;    ///< English first, then by languages.json
    [[nodiscard]] virtual const std::vector<Country>& countries() const = 0;
    [[nodiscard]] virtual const std::vector<Pack>& packs() const = 0;
    [[nodiscard]] virtual const Problems& problems() const = 0;
    [[nodiscard]] virtual const scene::PictureSource& pictures() const = 0;
    [[nodiscard]] virtual text::FontConfig fonts() const = 0;

    [[nodiscard]] virtual const std::vector<scene::Rig>& rigs() const = 0;       ///< assets/rigs.json
    [[nodiscard]] virtual const std::map<std::string, Colour>& palette() const = 0;  ///< assets/palette.json
    [[nodiscard]] virtual const MapLayout& map_layout(bool tall) const = 0;      ///< assets/map.json
    /// Reads and checks a pack beside those that are here, as before it is kept. The pack is not added.
    [[nodiscard]] virtual std::optional<Pack> look_at(const data::FileView& files, Depth depth, Problems& problems) const = 0;
    /// Forget everything and read again, as when a pack is being written or one was added with `also`.
    virtual void reload(const std::vector<std::filesystem::path>& also) = 0;

    /// The interface's text under `key` in `language`, falling back by name along languages.json to English; the key itself if nowhere.
    [[nodiscard]] virtual const std::string& ui_text(const std::string& language, const std::string& key) const = 0;
    /// How far the interface and all lessons are in a language: texts translated and not stale, of all.
    struct Coverage { int translated = 0; int all = 0; Review review; };
    [[nodiscard]] virtual Coverage coverage(const std::string& language) const = 0;

    /// Lessons in order of the packs, in their source language, by id.
    [[nodiscard]] virtual std::vector<const story::Lesson*> lessons() const = 0;
    /// Tags of the languages in which the lesson is whole.
    [[nodiscard]] virtual std::vector<std::string> languages_of(const story::LessonId& lesson) const = 0;
    /// The lesson in a language in which it is whole, names filled in; nothing otherwise.
    [[nodiscard]] virtual std::optional<story::Lesson> lesson_in(const story::LessonId& lesson, const std::string& language) const = 0;
    [[nodiscard]] virtual const Character* character(const story::CharacterId& id) const = 0;
    /// The character's name in a language.
    [[nodiscard]] virtual std::string character_name(const story::CharacterId& id, const std::string& language) const = 0;
    [[nodiscard]] virtual const Place* place(const story::PlaceId& id) const = 0;
    [[nodiscard]] virtual std::string place_name(const story::PlaceId& id, const std::string& language) const = 0;
};

/// Puts values into `{name}` placeholders, each inside FSI…PDI isolates so that it keeps its own direction; unknown ones stay.
[[nodiscard]] std::string fill(std::string_view text, const std::map<std::string, std::string>& values);

}  // namespace sango::content
