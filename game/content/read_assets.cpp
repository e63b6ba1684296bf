#include "game/content/readers.hpp"

#include <algorithm>

namespace sango::content {
namespace {

using data::Json;
using data::ObjectReader;

std::map<std::string, std::string> read_texts(ObjectReader& in, std::string_view key, Problems& problems) {
    std::map<std::string, std::string> texts;
    const Json* json = in.raw(key);
    if (!json) return texts;
    ObjectReader one(*json, in.place(key), problems);
    for (const std::string& name : one.keys()) texts[name] = one.string(name);
    return texts;
}

std::map<std::string, scene::RigMood> read_moods(const Json& json, const std::string& where, Problems& problems) {
    std::map<std::string, scene::RigMood> moods;
    ObjectReader in(json, where, problems);
    for (const std::string& name : in.keys()) {
        ObjectReader one(*in.raw(name), in.place(name), problems);
        moods[name] = {one.string_or("body", "default"), one.string_or("brows", ""), one.string_or("eyes", ""), one.string_or("mouth", "")};
        one.finish();
    }
    return moods;
}

scene::Rig read_rig(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    scene::Rig rig;
    rig.id = in.id("id");
    const Point space = read_point(in, "space", problems);
    rig.space = {space.x, space.y};
    rig.feet = read_point(in, "feet", problems);
    rig.bodies = read_texts(in, "bodies", problems);
    if (const Json* moods = in.raw("moods")) rig.moods = read_moods(*moods, in.place("moods"), problems);
    rig.blink = in.string_or("blink", "");
    rig.talk = in.strings_or_none("talk");
    if (rig.space.width <= 0 || rig.space.height <= 0) in.problem("space", "must be a width and a height above 0");
    for (const auto& [name, mood] : rig.moods) {
        if (!rig.bodies.empty() && rig.bodies.count(mood.body) == 0) in.problem("moods/" + name, "no body \"" + mood.body + "\" in this rig: write one of its bodies");
    }
    in.finish();
    return rig;
}

MapSpot read_spot(ObjectReader& in, std::string_view at, Problems& problems) {
    MapSpot spot;
    spot.at = read_point(in, at, problems);
    spot.picture = in.string("picture");
    return spot;
}

}  // namespace

std::vector<scene::Rig> read_rigs(const Json& json, const std::string& file, Problems& problems) {
    std::vector<scene::Rig> rigs;
    ObjectReader in(json, file + "#", problems);
    in.each("rigs", 1, 50, [&](const Json& element, const std::string& where) {
        const std::size_t before = problems.size();
        scene::Rig rig = read_rig(element, where, problems);
        if (problems.size() == before) rigs.push_back(std::move(rig));
    });
    in.finish();
    return rigs;
}

std::map<std::string, Colour> read_palette(const Json& json, const std::string& file, Problems& problems) {
    std::map<std::string, Colour> palette;
    ObjectReader in(json, file + "#", problems);
    if (const Json* colours = in.raw("colours")) {
        ObjectReader one(*colours, in.place("colours"), problems);
        for (const std::string& name : one.keys()) palette[name] = read_colour(one, name, problems);
    } else if (in.is_object()) {
        in.problem("colours", "is missing: add the colours by their names");
    }
    in.finish();
    return palette;
}

Maps read_map(const Json& json, const std::string& file, Problems& problems) {
    Maps maps;
    maps.wide.space = {1280, 720};
    maps.tall.space = {600, 1040};
    ObjectReader in(json, file + "#", problems);
    in.each("places", 1, 60, [&](const Json& element, const std::string& where) {
        ObjectReader one(element, where, problems);
        MapSpot wide = read_spot(one, "at", problems);
        wide.lesson = one.has("lesson") ? one.id("lesson") : std::string();
        MapSpot tall = wide;
        tall.at = read_point(one, "tall", problems);
        one.finish();
        maps.wide.lessons.push_back(std::move(wide));
        maps.tall.lessons.push_back(std::move(tall));
    });
    in.each("scenery", 0, 200, [&](const Json& element, const std::string& where) {
        ObjectReader one(element, where, problems);
        MapSpot wide = read_spot(one, "at", problems);
        if (one.has("tall")) {
            MapSpot tall = wide;
            tall.at = read_point(one, "tall", problems);
            maps.tall.scenery.push_back(std::move(tall));
        }
        one.finish();
        maps.wide.scenery.push_back(std::move(wide));
    });
    in.finish();
    return maps;
}

}  // namespace sango::content
