#include "game/content/translation.hpp"

#include "game/content/placeholders.hpp"

#include <algorithm>

namespace sango::content {
namespace {

std::string cast_key(const Character& character) { return "cast/" + character.id.value; }
std::string place_key(const Place& place) { return "place/" + place.id.value; }

/// Calls `visit(key, text)` for every text of a pack: lessons, characters, places.
void for_each_pack_text(const Pack& pack, const std::function<void(const std::string&, const std::string&)>& visit) {
    for (const Character& one : pack.cast) visit(cast_key(one), one.name);
    for (const Place& one : pack.places) visit(place_key(one), one.name);
    for (const story::Lesson& lesson : pack.lessons) for_each_text(lesson, visit);
}

/// The characters whose names are seen in a lesson without standing in its texts, and its places.
struct Seen {
    std::set<story::CharacterId> cast;
    std::set<story::PlaceId> places;
};
Seen seen_in(const story::Lesson& lesson) {
    Seen seen;
    seen.places.insert(lesson.place);
    for (const story::Scene& scene : lesson.scenes) {
        seen.places.insert(scene.place);
        seen.cast.insert(scene.cast.begin(), scene.cast.end());
        for (const story::Step& step : scene.steps) {
            if (const auto* say = std::get_if<story::Say>(&step.action)) seen.cast.insert(say->by);
            if (const auto* ask = std::get_if<story::Ask>(&step.action)) seen.cast.insert(ask->by);
            const auto* tell = std::get_if<story::Tell>(&step.action);
            if (!tell) continue;
            seen.cast.emplace(tell->model.about);
            for (const activities::Helper& helper : tell->model.helpers) seen.cast.emplace(helper.who);
        }
    }
    seen.cast.erase(story::CharacterId());
    return seen;
}

const Place* find_place(const Pack* pack, const story::PlaceId& id) {
    if (!pack) return nullptr;
    const auto found = std::find_if(pack->places.begin(), pack->places.end(), [&](const Place& one) { return one.id == id; });
    return found == pack->places.end() ? nullptr : &*found;
}

bool has_all_names(std::string_view text, const Names& names) {
    if (text.find('{') == std::string_view::npos) return true;
    bool all = true;
    for_each_placeholder(text, [&](const Placeholder& found) {
        all = all && names.count(std::string(text.substr(found.begin + 1, found.end - found.begin - 2))) == 1;
    });
    return all;
}

}  // namespace

const std::string* fresh(const Translation* translation, const std::string& key, std::string_view source) {
    if (!translation) return nullptr;
    const auto found = translation->strings.find(key);
    return found == translation->strings.end() || found->second.from != source ? nullptr : &found->second.to;
}

void add_names(const Pack& pack, const Translation* translation, Names& names) {
    for (const Character& one : pack.cast) {
        if (!translation) {
            names.emplace(one.id.value, one.name);
            for (const auto& [form, name] : one.forms) names.emplace(one.id.value + "." + form, name);
            continue;
        }
        if (const std::string* name = fresh(translation, cast_key(one), one.name)) names.emplace(one.id.value, *name);
        const std::string prefix = cast_key(one) + ".";
        for (auto form = translation->strings.lower_bound(prefix); form != translation->strings.end(); ++form) {
            if (form->first.compare(0, prefix.size(), prefix) != 0) break;
            if (form->second.from == one.name) names.emplace(one.id.value + "." + form->first.substr(prefix.size()), form->second.to);
        }
    }
}

bool is_whole(const story::Lesson& lesson, const Pack& pack, const Pack* core, const Translation* translation,
              const Translation* core_translation, const Names& names) {
    if (!translation) return false;
    bool whole = true;
    for_each_text(lesson, [&](const std::string& key, const std::string& text) {
        if (!whole) return;
        const std::string* to = fresh(translation, key, text);
        whole = to && has_all_names(*to, names);
    });
    if (!whole) return false;
    const Seen seen = seen_in(lesson);
    const bool named = std::all_of(seen.cast.begin(), seen.cast.end(), [&](const story::CharacterId& id) { return names.count(id.value) == 1; });
    return named && std::all_of(seen.places.begin(), seen.places.end(), [&](const story::PlaceId& id) {
               const Place* own = find_place(&pack, id);
               const Place* place = own ? own : find_place(core, id);
               return place && fresh(own ? translation : core_translation, place_key(*place), place->name);
           });
}

void put_into_language(story::Lesson& lesson, const Translation* translation, const Names& names) {
    for_each_text(lesson, [&](const std::string& key, std::string& text) {
        if (const std::string* to = fresh(translation, key, text)) text = *to;
        if (text.find('{') != std::string::npos) text = fill(text, names);
    });
}

Count count_translated(const Pack& pack, const Translation* translation) {
    Count count;
    for_each_pack_text(pack, [&](const std::string& key, const std::string& text) {
        ++count.all;
        if (fresh(translation, key, text)) ++count.translated;
    });
    return count;
}

void check_translation(const Pack& pack, const Pack* core, const Translation& translation, const Language* language,
                       const std::string& file, Problems& problems) {
    std::map<std::string, std::string> sources;
    for_each_pack_text(pack, [&](const std::string& key, const std::string& text) { sources.emplace(key, text); });
    for (const Character& one : pack.cast) {
        for (const std::string& form : language ? language->forms : std::vector<std::string>()) sources.emplace(cast_key(one) + "." + form, one.name);
    }
    Names names;
    add_names(pack, &translation, names);
    const std::string where = file + "#/strings/";
    for (const auto& entry : translation.strings) {
        const std::string& key = entry.first;  // clang 14 lets no lambda use a structured binding
        const Translated& text = entry.second;
        const auto source = sources.find(key);
        if (source == sources.end()) {
            problems.push_back({where + key, "the pack has no text with this key: correct the key, or delete it"});
            continue;
        }
        if (source->second != text.from) problems.push_back({where + key, "the source text has changed: translate it anew and copy it to \"from\""});
        for_each_placeholder(text.to, [&](const Placeholder& found) {
            if (found.form.empty()) return;
            const std::string name = std::string(found.name) + "." + std::string(found.form);
            const bool of_core = core && std::any_of(core->cast.begin(), core->cast.end(), [&](const Character& one) { return one.id.value == found.name; });
            if (!of_core && names.count(name) == 0) problems.push_back({where + key, in_braces(name) + " has no words: add the key \"cast/" + name + "\""});
        });
    }
}

void check_ui_translation(const Translation& english, const Translation& translation, const std::string& file, Problems& problems) {
    const std::string where = file + "#/strings/";
    for (const auto& [key, text] : translation.strings) {
        const auto source = english.strings.find(key);
        if (source == english.strings.end()) {
            problems.push_back({where + key, "the interface has no text with this key: correct the key, or delete it"});
        } else if (source->second.to != text.from) {
            problems.push_back({where + key, "the source text has changed: translate it anew and copy it to \"from\""});
        }
    }
}

}  // namespace sango::content
