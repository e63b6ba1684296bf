#include "game/content/readers.hpp"

#include <algorithm>

namespace sango::content {
namespace {

using data::Json;
using data::ObjectReader;

bool is_dialled(std::string_view text) {
    return text.find_first_not_of("0123456789+*#() -/") == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

/// "08:00-20:00".
bool is_hours(std::string_view text) {
    const auto is_time = [](std::string_view time) {
        const auto digit = [&](std::size_t i) { return time[i] >= '0' && time[i] <= '9'; };
        return time.size() == 5 && digit(0) && digit(1) && time[2] == ':' && digit(3) && digit(4) && time.substr(0, 2) <= "24" &&
               time.substr(3) <= "59";
    };
    return text.size() == 11 && text[5] == '-' && is_time(text.substr(0, 5)) && is_time(text.substr(6));
}

HelpWay read_way(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    HelpWay way;
    way.kind = static_cast<WayKind>(in.one_of("kind", {"call", "sms", "chat"}));
    way.value = in.string("value");
    way.name = in.string_or("name", "");
    if (way.kind != WayKind::Chat && !way.value.empty() && !is_dialled(way.value)) {
        in.problem("value", "is no number to dial: write digits, with + ( ) - or spaces between them");
    }
    in.finish();
    return way;
}

std::vector<std::string> read_tags(ObjectReader& in, const char* key) {
    std::vector<std::string> tags = in.strings_or_none(key);
    for (const std::string& tag : tags) {
        if (!is_language_tag(tag)) in.problem(key, "\"" + tag + "\" is no language tag: write one such as \"pt-BR\"");
    }
    return tags;
}

void read_sources(ObjectReader& in, Helpline& helpline) {
    in.each("sources", 1, 20, [&](const Json& source, const std::string& where) {
        if (source.is_string() && !source.get_ref<const std::string&>().empty()) {
            helpline.sources.push_back(source.get<std::string>());
        } else {
            in.problem(where.substr(in.where().size() + 1), "must be a text that says where the entry was found");
        }
    });
}

Helpline read_helpline(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Helpline helpline;
    helpline.name = in.string("name");
    in.each("ways", 1, 6, [&](const Json& way, const std::string& place) { helpline.ways.push_back(read_way(way, place, problems)); });
    helpline.always_open = in.boolean_or("always_open", false);
    helpline.hours = in.string_or("hours", "");
    if (!helpline.hours.empty() && !is_hours(helpline.hours)) in.problem("hours", "must be written as \"08:00-20:00\"");
    if (helpline.always_open && !helpline.hours.empty()) in.problem("hours", "take it out, because the helpline is always open");
    if (in.has("free")) helpline.free = in.boolean_or("free", false);
    helpline.languages = read_tags(in, "languages");
    read_sources(in, helpline);
    helpline.confidence = static_cast<Confidence>(in.one_of("confidence", {"low", "medium", "high"}));
    helpline.checked = in.string("checked");
    if (!helpline.checked.empty() && !is_date(helpline.checked)) in.problem("checked", "must be a day, written as \"2026-11-21\"");
    in.finish();
    return helpline;
}

EmergencyNumber read_emergency(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    EmergencyNumber emergency;
    emergency.number = in.string("number");
    if (!emergency.number.empty() && !is_dialled(emergency.number)) in.problem("number", "is no number to dial: write digits");
    emergency.kind = static_cast<EmergencyKind>(in.one_of("kind", {"any", "police", "ambulance", "fire"}));
    if (in.has("from")) emergency.from = static_cast<EmergencyFrom>(in.one_of("from", {"anywhere", "mobile", "landline"}));
    in.finish();
    return emergency;
}

std::map<std::string, std::string> read_names(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    std::map<std::string, std::string> names;
    for (const std::string& tag : in.keys()) {
        if (tag == "note" || tag == "$schema") continue;
        names[tag] = in.string(tag);
        if (!is_language_tag(tag)) in.problem(tag, "is no language tag: write one such as \"pt-BR\"");
    }
    in.finish();
    return names;
}

}  // namespace

std::optional<Country> read_country(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Country country;
    country.id = in.id("id");
    country.name = in.string("name");
    if (const Json* names = in.raw("names")) country.names = read_names(*names, in.place("names"), problems);
    // A number with a problem is left out: a wrong one is worse than none.
    in.each("emergency", 0, 8, [&](const Json& one, const std::string& place) {
        const std::size_t before = problems.size();
        EmergencyNumber emergency = read_emergency(one, place, problems);
        if (problems.size() == before) country.emergency.push_back(std::move(emergency));
    });
    in.strings_or_none("emergency_sources");  // for those who check the numbers again
    in.each("helplines", 0, 8, [&](const Json& one, const std::string& place) {
        const std::size_t before = problems.size();
        Helpline helpline = read_helpline(one, place, problems);
        if (problems.size() == before) country.helplines.push_back(std::move(helpline));
    });
    in.finish();
    if (country.id.empty() || country.name.empty()) return std::nullopt;
    return country;
}

}  // namespace sango::content
