#include "engine/core/id.hpp"
#include "engine/data/json.hpp"
#include "engine/data/json_fault.hpp"

#include <algorithm>
#include <numeric>

namespace sango::data {
namespace {

std::string kind_of(const Json& json) {
    switch (json.type()) {
        case Json::value_t::null:
            return "null";
        case Json::value_t::boolean:
            return "true or false";
        case Json::value_t::string:
            return "a text";
        case Json::value_t::array:
            return "a list [ ]";
        case Json::value_t::object:
            return "an object { }";
        case Json::value_t::number_integer:
        case Json::value_t::number_unsigned:
        case Json::value_t::number_float:
            return "a number";
        case Json::value_t::binary:
        case Json::value_t::discarded:
            break;
    }
    return "something else";
}

std::string number_text(double value) {
    return Json(value).dump();
}

// A whole number of the file that lies between the two; nothing otherwise.
std::optional<std::int64_t> whole_number(const Json& json, std::int64_t least, std::int64_t most) {
    std::int64_t value = 0;
    if (json.is_number_unsigned()) {
        const auto read = json.get<std::uint64_t>();
        if (read > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
        value = static_cast<std::int64_t>(read);
    } else if (json.is_number_integer()) {
        value = json.get<std::int64_t>();
    } else {
        return std::nullopt;
    }
    if (value < least || value > most) return std::nullopt;
    return value;
}

// How many single letters must change to turn one word into the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

// The name that was most likely meant; empty when none is near.
std::string nearest(std::string_view name, const std::set<std::string, std::less<>>& known, const Json& present) {
    constexpr std::size_t kLongest = 40;
    std::string best;
    std::size_t best_distance = 3;
    if (name.size() > kLongest) return best;
    for (const std::string& candidate : known) {
        if (candidate.size() > kLongest || present.contains(candidate)) continue;
        const std::size_t d = distance(name, candidate);
        if (d < best_distance && d < candidate.size()) {
            best = candidate;
            best_distance = d;
        }
    }
    return best;
}

}  // namespace

ObjectReader::ObjectReader(const Json& json, std::string where, Problems& problems) : where_(std::move(where)), problems_(&problems) {
    if (json.is_object()) {
        json_ = &json;
    } else {
        problem("", "must be an object { }, not " + kind_of(json));
    }
}

void ObjectReader::problem(std::string_view key, std::string what) {
    constexpr std::size_t kLongest = 80;
    std::string name = key.size() <= kLongest ? std::string(key) : std::string(key.substr(0, kLongest)) + "...";
    problems_->push_back({key.empty() ? where_ : where_ + "/" + name, std::move(what)});
}

const Json* ObjectReader::raw(std::string_view key) {
    read_.emplace(key);
    if (!json_) return nullptr;
    const auto found = json_->find(key);
    return found == json_->end() ? nullptr : &*found;
}

bool ObjectReader::has(std::string_view key) const {
    return json_ && json_->contains(key);
}

std::string ObjectReader::string(std::string_view key) {
    const Json* value = raw(key);
    if (!json_) return {};
    if (!value) {
        problem(key, "is missing: add it with a text in double quotes");
    } else if (!value->is_string()) {
        problem(key, "must be a text in double quotes, not " + kind_of(*value));
    } else if (value->get_ref<const std::string&>().empty()) {
        problem(key, "is empty: write a text");
    } else {
        return value->get_ref<const std::string&>();
    }
    return {};
}

std::string ObjectReader::string_or(std::string_view key, std::string fallback) {
    const Json* value = raw(key);
    if (!value) return fallback;
    if (value->is_string()) return value->get_ref<const std::string&>();
    problem(key, "must be a text in double quotes, not " + kind_of(*value));
    return fallback;
}

std::string ObjectReader::id(std::string_view key) {
    const std::size_t before = problems_->size();
    std::string value = string(key);
    if (!json_ || problems_->size() != before || is_valid_id(value)) return value;
    problem(key, in_quotes(value) + " is no id: use 1 to 40 small letters a to z, digits and dashes, with a letter or digit first");
    return {};
}

bool ObjectReader::boolean_or(std::string_view key, bool fallback) {
    const Json* value = raw(key);
    if (!value) return fallback;
    if (value->is_boolean()) return value->get<bool>();
    problem(key, "must be true or false without quotes, not " + kind_of(*value));
    return fallback;
}

std::int64_t ObjectReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    if (json_ && !has(key)) {
        read_.emplace(key);
        problem(key, "is missing: add a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }
    return integer_or(key, least, most, least);
}

std::int64_t ObjectReader::integer_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t fallback) {
    const Json* value = raw(key);
    if (!value) return fallback;
    if (const auto number = whole_number(*value, least, most)) return *number;
    problem(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ", not " +
                     (value->is_number() ? value->dump() : kind_of(*value)));
    return fallback;
}

double ObjectReader::number(std::string_view key, double least, double most) {
    const Json* value = raw(key);
    if (!json_) return least;
    const std::string range = "a number from " + number_text(least) + " to " + number_text(most);
    if (!value) {
        problem(key, "is missing: add " + range);
        return least;
    }
    if (value->is_number()) {
        const double read = value->get<double>();
        if (read >= least && read <= most) return read;
    }
    problem(key, "must be " + range + ", not " + (value->is_number() ? value->dump() : kind_of(*value)));
    return least;
}

std::vector<std::string> ObjectReader::strings_or_none(std::string_view key) {
    std::vector<std::string> strings;
    const Json* value = raw(key);
    if (!value) return strings;
    if (!value->is_array()) {
        problem(key, "must be a list of texts such as [\"one\", \"two\"], not " + kind_of(*value));
        return strings;
    }
    std::size_t i = 0;
    for (const Json& element : *value) {
        if (element.is_string() && !element.get_ref<const std::string&>().empty()) {
            strings.push_back(element.get_ref<const std::string&>());
        } else {
            problem(std::string(key) + "/" + std::to_string(i), element.is_string()
                                                                    ? "is empty: write a text, or delete it from the list"
                                                                    : "must be a text in double quotes, not " + kind_of(element));
        }
        ++i;
    }
    return strings;
}

std::size_t ObjectReader::one_of(std::string_view key, std::initializer_list<std::string_view> words) {
    const Json* value = raw(key);
    if (!json_) return 0;
    std::string choices;
    std::size_t i = 0;
    for (const std::string_view word : words) {
        if (value && value->is_string() && value->get_ref<const std::string&>() == word) return i;
        choices += (i == 0 ? "\"" : i + 1 == words.size() ? " or \"" : ", \"") + std::string(word) + "\"";
        ++i;
    }
    problem(key, !value ? "is missing: add " + choices
                        : "must be " + choices + ", not " +
                              (value->is_string() ? in_quotes(value->get_ref<const std::string&>()) : kind_of(*value)));
    return 0;
}

std::vector<std::string> ObjectReader::keys() const {
    std::vector<std::string> names;
    if (!json_) return names;
    names.reserve(json_->size());
    for (const auto& member : json_->get_ref<const Json::object_t&>()) names.push_back(member.first);
    return names;
}

const Json* ObjectReader::array_of(std::string_view key, std::size_t least, std::size_t most) {
    const Json* value = raw(key);
    if (!json_) return nullptr;
    const std::string range = least == most ? std::to_string(least) : std::to_string(least) + " to " + std::to_string(most);
    if (!value) {
        problem(key, "is missing: add a list [ ] of " + range);
        return nullptr;
    }
    if (!value->is_array()) {
        problem(key, "must be a list [ ] of " + range + ", not " + kind_of(*value));
        return nullptr;
    }
    if (value->size() >= least && value->size() <= most) return value;
    problem(key, "must be a list of " + range + ", but has " + std::to_string(value->size()));
    return value->size() < least ? value : nullptr;  // what is there is read, so that its problems are found too
}

void ObjectReader::finish() {
    if (!json_) return;
    for (const auto& member : json_->get_ref<const Json::object_t&>()) {
        const std::string& name = member.first;
        if (name == "$schema" || name == "note" || read_.count(name) != 0) continue;
        const std::string meant = nearest(name, read_, *json_);
        problem(name, meant.empty() ? "is a name that nothing reads here: delete it"
                                    : "is a name that nothing reads here: did you mean \"" + meant + "\"?");
    }
}

}  // namespace sango::data
