#include "engine/core/utf8.hpp"
#include "game/content/placeholders.hpp"
#include "game/content/readers.hpp"

#include <algorithm>
#include <set>

namespace sango::content {
namespace {

using data::Json;
using data::ObjectReader;

Language read_language(const Json& json, const std::string& where, const std::vector<std::string>* faces, Problems& problems) {
    ObjectReader in(json, where, problems);
    Language language;
    language.tag = in.string("tag");
    if (!language.tag.empty() && !is_language_tag(language.tag)) in.problem("tag", "is no language tag: write one such as \"pt-BR\"");
    language.name = in.string("name");
    language.english_name = in.string("english_name");
    language.direction = in.one_of("direction", {"ltr", "rtl"}) == 0 ? text::Direction::LeftToRight : text::Direction::RightToLeft;
    language.fonts = in.strings_or_none("fonts");
    for (const std::string& font : language.fonts) {
        const bool known = !faces || std::find(faces->begin(), faces->end(), font) != faces->end();
        if (!known) in.problem("fonts", "no face \"" + font + "\" in fonts.json: write the id of one that is there");
    }
    language.fallback = in.string_or("fallback", "");
    language.digits = in.string_or("digits", language.digits);
    if (utf8::to_utf32(language.digits).size() != 10) in.problem("digits", "must be the ten digits from 0 to 9");
    in.each("months", 12, 12, [&](const Json& month, const std::string& place) {
        if (month.is_string()) language.months.push_back(month.get<std::string>());
        else problems.push_back({place, "must be the name of a month in double quotes"});
    });
    language.month_and_year = in.string_or("month_and_year", language.month_and_year);
    if (auto fault = placeholder_fault("{month}{year}", language.month_and_year)) in.problem("month_and_year", *fault);
    language.forms = in.strings_or_none("forms");
    for (const std::string& form : language.forms) {
        if (!is_valid_id(form)) in.problem("forms", "a form is written in small letters, such as \"dat\"");
    }
    language.address = in.string_or("address", "");
    in.finish();
    return language;
}

const Language* find_language(const std::vector<Language>& languages, const std::string& tag) {
    const auto found = std::find_if(languages.begin(), languages.end(), [&](const Language& one) { return one.tag == tag; });
    return found == languages.end() ? nullptr : &*found;
}

/// Languages to fall back on must be there and lead to English; those that do not, fall back on English at once.
void check_fallbacks(std::vector<Language>& languages, const std::string& file, Problems& problems) {
    for (Language& language : languages) {
        const std::string where = file + "#/languages/" + language.tag + "/fallback";
        if (language.tag == "en") {
            if (!language.fallback.empty()) problems.push_back({where, "English falls back on nothing: leave it empty"});
            language.fallback.clear();
            continue;
        }
        std::set<std::string> seen{language.tag};
        const Language* at = &language;
        while (at && at->fallback != "en" && seen.insert(at->fallback).second) at = find_language(languages, at->fallback);
        if (at && at->fallback == "en") continue;
        problems.push_back({where, at ? "goes round in a circle: let it end in \"en\""
                                      : "no language \"" + language.fallback + "\" leads to English here: write \"en\", or add that language"});
        language.fallback = "en";
    }
}

Review read_review(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Review review;
    review.state = static_cast<ReviewState>(1 + in.one_of("state", {"machine", "translator", "educator"}));
    review.by = in.string_or("by", "");
    review.date = in.string_or("date", "");
    if (!review.date.empty() && !is_date(review.date)) in.problem("date", "must be a day, written as \"2026-11-21\"");
    in.finish();
    return review;
}

/// Reads the texts under "strings", each by `read`; a text with a problem is left out.
template <class Read>
void read_strings(ObjectReader& in, Translation& translation, Problems& problems, Read read) {
    const Json* strings = in.raw("strings");
    if (!strings || !strings->is_object()) {
        in.problem("strings", "must be an object { } with the texts by their keys");
        return;
    }
    const std::string where = in.place("strings");
    for (const auto& [key, value] : strings->get_ref<const Json::object_t&>()) {
        const std::size_t before = problems.size();
        ObjectReader one(value, where + "/" + key, problems);
        Translated text = read(one);
        one.finish();
        if (problems.size() == before) translation.strings.emplace(key, std::move(text));
    }
}

std::optional<Json> parse(std::string_view json, const std::string& file, Problems& problems) {
    auto parsed = data::parse_json(json, file);
    if (parsed) return std::move(*parsed);
    problems.push_back(parsed.problem());
    return std::nullopt;
}

/// The head that both kinds of file share; false when the file is unusable.
bool read_head(ObjectReader& in, Translation& translation) {
    translation.pack = in.id("pack");
    translation.language = in.string("language");
    if (!translation.language.empty() && !is_language_tag(translation.language)) {
        in.problem("language", "is no language tag: write one such as \"pt-BR\"");
        translation.language.clear();
    }
    return !translation.pack.empty() && !translation.language.empty();
}

}  // namespace

std::vector<Language> read_languages(const Json& json, const std::string& file, const std::vector<std::string>* faces, Problems& problems) {
    std::vector<Language> languages;
    ObjectReader in(json, file + "#", problems);
    in.each("languages", 1, 200, [&](const Json& element, const std::string& where) {
        const std::size_t before = problems.size();
        Language language = read_language(element, where, faces, problems);
        if (problems.size() != before) return;
        if (find_language(languages, language.tag)) {
            problems.push_back({where + "/tag", "\"" + language.tag + "\" is listed twice: delete one of the two"});
        } else {
            languages.push_back(std::move(language));
        }
    });
    in.finish();
    std::stable_partition(languages.begin(), languages.end(), [](const Language& language) { return language.tag == "en"; });
    check_fallbacks(languages, file, problems);
    return languages;
}

text::FontConfig read_fonts(const Json& json, const std::string& file, const std::filesystem::path& folder, Problems& problems) {
    text::FontConfig config;
    ObjectReader in(json, file + "#", problems);
    in.each("faces", 1, 200, [&](const Json& element, const std::string& where) {
        ObjectReader one(element, where, problems);
        text::Face face;
        face.id = one.id("id");
        if (!face.id.empty()) face.regular = folder / (face.id + ".ttf");
        if (one.has("bold") && !face.id.empty()) face.bold = folder / (face.id + "-bold.ttf");
        // What the fonts are made from; only tools/fonts reads it.
        one.string("package");
        one.string("regular");
        one.string_or("bold", "");
        one.string_or("family", "");
        one.string_or("features", "");
        one.string_or("language_system", "");
        one.string_or("used", "");
        one.integer_or("index", 0, 100, 0);
        one.strings_or_none("characters");
        one.finish();
        if (!face.id.empty()) config.faces.push_back(std::move(face));
    });
    config.fallback = in.strings_or_none("fallback");
    for (const std::string& id : config.fallback) {
        const bool known = std::any_of(config.faces.begin(), config.faces.end(), [&](const text::Face& face) { return face.id == id; });
        if (!known) in.problem("fallback", "no face \"" + id + "\" in this file: write the id of one of the faces");
    }
    in.finish();
    return config;
}

std::optional<Translation> read_ui_source(std::string_view json, const std::string& file, Problems& problems) {
    const auto parsed = parse(json, file, problems);
    if (!parsed) return std::nullopt;
    ObjectReader in(*parsed, file + "#", problems);
    Translation source;
    source.review.state = ReviewState::Source;
    if (!read_head(in, source)) return std::nullopt;
    read_strings(in, source, problems, [](ObjectReader& one) {
        Translated text;
        text.from = text.to = one.string("text");
        if (auto fault = for_each_placeholder(text.to, [](const Placeholder&) {})) one.problem("text", *fault);
        return text;
    });
    in.finish();
    return source;
}

std::optional<Translation> read_translation(std::string_view json, const std::string& file, Problems& problems) {
    const auto parsed = parse(json, file, problems);
    if (!parsed) return std::nullopt;
    ObjectReader in(*parsed, file + "#", problems);
    Translation translation;
    const bool usable = read_head(in, translation);
    if (const Json* review = in.raw("review")) {
        translation.review = read_review(*review, in.place("review"), problems);
    } else if (in.is_object()) {
        in.problem("review", "is missing: add { \"state\": \"machine\" }, or who has read it");
    }
    read_strings(in, translation, problems, [](ObjectReader& one) {
        Translated text{one.string("from"), one.string("to")};
        if (auto fault = placeholder_fault(text.from, text.to)) one.problem("to", *fault);
        return text;
    });
    in.finish();
    if (!usable) return std::nullopt;
    return translation;
}

}  // namespace sango::content
