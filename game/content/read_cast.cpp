#include "game/content/readers.hpp"

#include <set>

namespace sango::content {
namespace {

using data::Json;
using data::ObjectReader;

Look read_look(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Look look;
    look.rig = in.has("rig") ? in.id("rig") : look.rig;
    look.body = in.string_or("body", "");
    look.head = in.string_or("head", "");
    look.height = static_cast<int>(in.integer_or("height", 30, 200, 100));
    in.finish();
    return look;
}

std::map<std::string, std::string> read_forms(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    std::map<std::string, std::string> forms;
    for (const std::string& form : in.keys()) {
        if (form == "note" || form == "$schema") continue;
        if (!is_valid_id(form)) in.problem(form, "a form is written in small letters, such as \"dat\"");
        forms[form] = in.string(form);
    }
    in.finish();
    return forms;
}

Character read_character(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Character character;
    character.id = story::CharacterId(in.id("id"));
    character.name = in.string("name");
    character.gender = static_cast<Gender>(in.one_of("gender", {"f", "m", "n"}));
    character.role = static_cast<CharacterRole>(in.one_of("role", {"child", "adult", "guide", "helpline"}));
    if (const Json* forms = in.raw("forms")) character.forms = read_forms(*forms, in.place("forms"), problems);
    if (const Json* look = in.raw("look")) {
        character.look = read_look(*look, in.place("look"), problems);
    } else if (in.is_object()) {
        in.problem("look", "is missing: add { \"body\": PICTURE, \"head\": PICTURE }");
    }
    in.finish();
    return character;
}

Place read_place(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    Place place;
    place.id = story::PlaceId(in.id("id"));
    place.name = in.string("name");
    std::tie(place.sky_top, place.sky_bottom) = read_gradient(in, "sky", problems);
    if (const Json* floor = in.raw("floor")) {
        ObjectReader one(*floor, in.place("floor"), problems);
        place.floor_at = static_cast<float>(one.number("at", 0, 720));
        std::tie(place.floor_top, place.floor_bottom) = read_gradient(one, "colours", problems);
        one.finish();
    } else if (in.is_object()) {
        in.problem("floor", "is missing: add { \"at\": HEIGHT, \"colours\": [TOP, BOTTOM] }");
    }
    place.layers = in.strings_or_none("layers");
    place.life = in.string_or("life", "");
    in.finish();
    return place;
}

/// Reads a file that is one list. What has an id and a name is kept whatever else is wrong with it, so that one wrong word does not
/// take lessons away; of two with one id the first is.
template <class Thing, class Read>
std::vector<Thing> read_list(const Json& json, const std::string& file, const char* key, Problems& problems, Read read) {
    constexpr std::size_t kMost = 200;
    std::vector<Thing> things;
    std::set<std::string> ids;
    ObjectReader in(json, file + "#", problems);
    in.each(key, 0, kMost, [&](const Json& element, const std::string& where) {
        Thing thing = read(element, where, problems);
        if (thing.id.empty() || thing.name.empty()) return;
        if (ids.insert(thing.id.value).second) {
            things.push_back(std::move(thing));
        } else {
            problems.push_back({where + "/id", "\"" + thing.id.value + "\" is used twice here: give one another id"});
        }
    });
    in.finish();
    return things;
}

}  // namespace

std::vector<Character> read_cast(const Json& json, const std::string& file, Problems& problems) {
    return read_list<Character>(json, file, "characters", problems, read_character);
}

std::vector<Place> read_places(const Json& json, const std::string& file, Problems& problems) {
    return read_list<Place>(json, file, "places", problems, read_place);
}

}  // namespace sango::content
