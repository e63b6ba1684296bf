#include "game/profile/json_ids.hpp"
#include "game/profile/run_state_json.hpp"
#include "game/profile/save_words.hpp"
#include "game/profile/saves.hpp"

#include <algorithm>
#include <array>

namespace sango::profile {
namespace {

using data::Json;
using data::ObjectReader;

/// Turns a save of format `from` into one of the next. Add one when kSaveFormat grows, and a fixture to its test.
struct Migration {
    int from;
    void (*apply)(Json&);
};
constexpr std::array<Migration, 0> kMigrations{};

/// The save in today's format; nothing, and a problem, where that is not possible.
std::optional<Json> in_todays_format(std::string_view text, const std::string& file, Problems& problems) {
    auto parsed = data::parse_json(text, file);
    if (!parsed) {
        problems.push_back(parsed.problem());
        return std::nullopt;
    }
    Json json = std::move(*parsed);
    ObjectReader in(json, file + "#", problems);
    if (!in.is_object()) return std::nullopt;
    const Json* raw = in.raw("format");
    if (raw && raw->is_number_unsigned() && raw->get<std::uint64_t>() > static_cast<std::uint64_t>(kSaveFormat)) {
        in.problem("format", "was saved by a newer Sango: get the newest version of the game to go on with it");
        return std::nullopt;
    }
    if (!raw || !raw->is_number_unsigned() || raw->get<std::uint64_t>() == 0) {
        in.problem("format", "must be a number from 1 on: the save is damaged");
        return std::nullopt;
    }
    int format = raw->get<int>();
    for (const Migration& migration : kMigrations) {
        if (migration.from != format) continue;
        migration.apply(json);
        ++format;
    }
    return json;
}

bool is_language_tag(std::string_view text) {
    constexpr std::size_t kLongest = 35;  // BCP 47, section 4.4.1
    return text.size() >= 2 && text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string read_language(ObjectReader& in, const std::string& fallback) {
    std::string tag = in.string_or("language", fallback);
    if (is_language_tag(tag)) return tag;
    in.problem("language", "is no language tag: write one such as \"en\"");
    return fallback;
}

std::string read_country(ObjectReader& in, const std::string& fallback) {
    std::string id = in.string_or("country", fallback);
    if (id.empty() || is_valid_id(id)) return id;
    in.problem("country", "is no country's id: write one such as \"br\"");
    return fallback;
}

TextSize read_text_size(ObjectReader& in) {
    switch (in.integer("text_size", 100, 200)) {
        case 100: return TextSize::P100;
        case 150: return TextSize::P150;
        case 200: return TextSize::P200;
    }
    in.problem("text_size", "must be 100, 150 or 200");
    return TextSize::P100;
}

Theme read_theme(ObjectReader& in) { return in.one_of("theme", {"day", "contrast"}) == 1 ? Theme::Contrast : Theme::Day; }

Settings read_settings(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Settings settings;
    settings.language = read_language(in, settings.language);
    settings.country = read_country(in, settings.country);
    settings.text_size = read_text_size(in);
    settings.theme = read_theme(in);
    settings.reduced_motion = in.boolean_or("reduced_motion", false);
    settings.music = static_cast<int>(in.integer("music", 0, 10));
    settings.effects = static_cast<int>(in.integer("effects", 0, 10));
    settings.voice = static_cast<int>(in.integer("voice", 0, 10));
    settings.read_aloud = in.boolean_or("read_aloud", false);
    in.finish();
    return settings;
}

template <std::size_t Count>
std::string read_one_of(ObjectReader& in, const char* key, const char* const (&words)[Count]) {
    std::string text = in.string(key);
    const bool known = std::any_of(std::begin(words), std::end(words), [&](const char* word) { return text == word; });
    if (!known && !text.empty()) in.problem(key, "is none of the companions that the game has");
    return text;
}

Companion read_companion(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Companion companion{read_one_of(in, "animal", kAnimals), read_one_of(in, "colour", kColours)};
    in.finish();
    return companion;
}

/// Whether the text is "lesson/question".
bool is_question_key(std::string_view key) {
    const std::size_t slash = key.find('/');
    return slash != std::string_view::npos && is_valid_id(key.substr(0, slash)) && is_valid_id(key.substr(slash + 1));
}

Progress read_progress(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Progress progress;
    progress.finished = read_id_set<story::LessonId>(in, "finished");
    progress.lanterns = read_id_set<story::LessonId>(in, "lanterns");
    if (const Json* answers = in.raw("answers")) {
        ObjectReader all(*answers, in.place("answers"), problems);
        for (const std::string& key : all.keys()) {
            if (!is_question_key(key)) all.problem(key, "must be a lesson and a question, as in \"private-eye/photo-clue\"");
            ObjectReader one(*all.raw(key), all.place(key), problems);
            Remembered& answer = progress.answers[key];
            answer.form = one.one_of("form", {"a", "b"}) == 0 ? story::Form::A : story::Form::B;
            answer.first = story::ChoiceId(one.id("first"));
            answer.latest = story::ChoiceId(one.id("latest"));
            one.finish();
        }
    } else if (in.is_object()) {
        in.problem("answers", "is missing: add an object { }");
    }
    in.finish();
    return progress;
}

Bookmark read_bookmark(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Bookmark bookmark;
    bookmark.lesson = story::LessonId(in.id("lesson"));
    bookmark.revision = static_cast<int>(in.integer("revision", 0, 1000000));
    bookmark.warm_up = in.string_or("warm_up", "");
    if (!bookmark.warm_up.empty() && !is_question_key(bookmark.warm_up)) {
        in.problem("warm_up", "must be a lesson and a question, as in \"private-eye/photo-clue\"");
    }
    if (const Json* state = in.raw("state")) bookmark.state = read_run_state(*state, in.place("state"), problems);
    else if (in.is_object()) in.problem("state", "is missing");
    in.each("checkpoints", 0, kMostCheckpoints,
            [&](const Json& state, const std::string& place) { bookmark.checkpoints.push_back(read_run_state(state, place, problems)); });
    in.finish();
    return bookmark;
}

/// Reads the object under a key that must be there.
template <class Read>
void read_part(ObjectReader& in, const char* key, Read read) {
    if (const Json* json = in.raw(key)) read(*json, in.place(key));
    else in.problem(key, "is missing");
}

}  // namespace

std::optional<Profile> read_profile(std::string_view json, const std::string& file, Problems& problems) {
    const std::size_t before = problems.size();
    const auto save = in_todays_format(json, file, problems);
    if (!save) return std::nullopt;
    ObjectReader in(*save, file + "#", problems);
    (void)in.raw("format");
    Profile profile;
    read_part(in, "companion", [&](const Json& part, const std::string& where) { profile.companion = read_companion(part, where, problems); });
    read_part(in, "settings", [&](const Json& part, const std::string& where) { profile.settings = read_settings(part, where, problems); });
    read_part(in, "progress", [&](const Json& part, const std::string& where) { profile.progress = read_progress(part, where, problems); });
    if (const Json* part = in.raw("bookmark")) profile.bookmark = read_bookmark(*part, in.place("bookmark"), problems);
    in.finish();
    if (problems.size() != before) return std::nullopt;
    return profile;
}

std::optional<Machine> read_machine(std::string_view json, const std::string& file, Problems& problems) {
    const std::size_t before = problems.size();
    const auto save = in_todays_format(json, file, problems);
    if (!save) return std::nullopt;
    ObjectReader in(*save, file + "#", problems);
    (void)in.raw("format");
    Machine machine;
    read_part(in, "settings", [&](const Json& part, const std::string& where) { machine.settings = read_settings(part, where, problems); });
    if (const Json* part = in.raw("last_player")) machine.last_player = read_companion(*part, in.place("last_player"), problems);
    machine.first_start_done = in.boolean_or("first_start_done", false);
    machine.sat_out = read_id_set<story::LessonId>(in, "sat_out");
    in.finish();
    if (problems.size() != before) return std::nullopt;
    return machine;
}

Settings read_defaults(std::string_view json, const std::string& file, Settings base, Problems& problems) {
    const auto parsed = data::parse_json(json, file);
    if (!parsed) {
        problems.push_back(parsed.problem());
        return base;
    }
    ObjectReader in(*parsed, file + "#", problems);
    base.language = read_language(in, base.language);
    base.country = read_country(in, base.country);
    // What is wrong is left as it was.
    const std::size_t before_size = problems.size();
    const TextSize text_size = in.has("text_size") ? read_text_size(in) : base.text_size;
    if (problems.size() == before_size) base.text_size = text_size;
    const std::size_t before_theme = problems.size();
    const Theme theme = in.has("theme") ? read_theme(in) : base.theme;
    if (problems.size() == before_theme) base.theme = theme;
    in.finish();
    return base;
}

}  // namespace sango::profile
