// JSON from anywhere: limits first, then parse, then typed reading that collects every problem with its place.
#pragma once

#include "engine/core/result.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sango::data {

using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t bytes = 2u << 20;
    std::size_t depth = 32;
    std::size_t values = 200000;       ///< objects, arrays, keys and scalars together
    std::size_t string_bytes = 20000;  ///< one string or key
    std::size_t members = 20000;       ///< names of one object
};

/// Parses `text`. A problem names `file` with line and column ("a.json:3:14"); duplicate keys, bad UTF-8, and anything
/// over the limits are problems too. Nothing throws.
[[nodiscard]] Result<Json> parse_json(std::string_view text, std::string_view file, const JsonLimits& limits = {});

/// One object being read: each read checks the type, and what was never asked for is a problem when `finish` is called.
/// Wrong or missing values give a problem and the fallback, so one pass finds everything.
class ObjectReader {
public:
    /// `where` is the object's place ("private-eye.json#/scenes/2"); `problems` must outlive the reader.
    ObjectReader(const Json& json, std::string where, Problems& problems);

    [[nodiscard]] bool has(std::string_view key) const;
    std::string string(std::string_view key);                                   ///< required, not empty
    std::string string_or(std::string_view key, std::string fallback);
    std::string id(std::string_view key);                                       ///< required, a valid id
    bool boolean_or(std::string_view key, bool fallback);
    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);  ///< required
    std::int64_t integer_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t fallback);
    double number(std::string_view key, double least, double most);
    std::vector<std::string> strings_or_none(std::string_view key);             ///< absent: none
    /// One of `words`; its index. Required.
    std::size_t one_of(std::string_view key, std::initializer_list<std::string_view> words);
    /// Calls `read(const Json&, const std::string& where)` for each element of the array under `key`; a problem when it is
    /// absent, no array, or has fewer than `least` or more than `most` elements.
    template <class Read>
    void each(std::string_view key, std::size_t least, std::size_t most, Read read) {
        const Json* array = array_of(key, least, most);
        if (!array) return;
        std::size_t i = 0;
        for (const Json& element : *array) {
            read(element, place(key) + "/" + std::to_string(i));
            ++i;
        }
    }
    /// The raw value under `key`, marked as read; nothing when absent.
    const Json* raw(std::string_view key);
    /// Keys in the file's order.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// Reports every key that was never read. "$schema" and "note" are always allowed.
    void finish();

    [[nodiscard]] std::string place(std::string_view key) const { return where_ + "/" + std::string(key); }
    [[nodiscard]] const std::string& where() const { return where_; }
    void problem(std::string_view key, std::string what);
    [[nodiscard]] bool is_object() const { return json_ != nullptr; }

private:
    const Json* array_of(std::string_view key, std::size_t least, std::size_t most);
    const Json* json_ = nullptr;  // nothing when the value was no object
    std::string where_;
    Problems* problems_;
    std::set<std::string, std::less<>> read_;
};

}  // namespace sango::data
