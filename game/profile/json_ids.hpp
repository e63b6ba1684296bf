// Ids in saves: single ones, lists, sets and pairs, each checked as it is read.
#pragma once

#include "engine/core/id.hpp"
#include "engine/data/json.hpp"

#include <map>
#include <set>

namespace sango::profile {

inline constexpr std::size_t kMostIds = 1000;

template <class Ids>
data::Json ids_to_json(const Ids& ids) {
    data::Json array = data::Json::array();
    for (const auto& id : ids) array.push_back(id.value);
    return array;
}

/// A list of ids under a key, in order; required.
template <class Id>
std::vector<Id> read_ids(data::ObjectReader& in, std::string_view key) {
    std::vector<Id> ids;
    if (in.is_object() && !in.has(key)) in.problem(key, "is missing: add a list [ ]");
    for (const std::string& text : in.strings_or_none(key)) {
        if (is_valid_id(text) && ids.size() < kMostIds) ids.emplace_back(text);
        else in.problem(key, "holds something that is no id, or too many");
    }
    return ids;
}

template <class Id>
std::set<Id> read_id_set(data::ObjectReader& in, std::string_view key) {
    const std::vector<Id> ids = read_ids<Id>(in, key);
    std::set<Id> set(ids.begin(), ids.end());
    if (set.size() != ids.size()) in.problem(key, "holds an id twice");
    return set;
}

/// An id that may be absent.
template <class Id>
std::optional<Id> read_id_if_there(data::ObjectReader& in, std::string_view key) {
    if (!in.has(key)) return std::nullopt;
    return Id(in.id(key));
}

template <class Id>
data::Json id_map_to_json(const std::map<Id, Id>& map) {
    data::Json object = data::Json::object();
    for (const auto& [key, value] : map) object[key.value] = value.value;
    return object;
}

/// Calls `read(reader, name)` for every member of the object under a key, each name being a valid id; required.
template <class Read>
void read_members(data::ObjectReader& in, std::string_view key, Problems& problems, Read read) {
    const data::Json* json = in.raw(key);
    if (!json) {
        if (in.is_object()) in.problem(key, "is missing: add an object { }");
        return;
    }
    data::ObjectReader members(*json, in.place(key), problems);
    for (const std::string& name : members.keys()) {
        if (!is_valid_id(name)) members.problem(name, "is no id");
        read(members, name);
    }
}

template <class Id>
std::map<Id, Id> read_id_map(data::ObjectReader& in, std::string_view key, Problems& problems) {
    std::map<Id, Id> map;
    read_members(in, key, problems, [&](data::ObjectReader& members, const std::string& name) { map.emplace(Id(name), Id(members.id(name))); });
    return map;
}

}  // namespace sango::profile
