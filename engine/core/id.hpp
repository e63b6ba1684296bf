// Names that cannot be mistaken for one another: a scene's id is not a character's id.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace sango {

/// A name written by an author, told apart by what it names.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string_view text) : value(text) {}
    [[nodiscard]] bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;
};

/// Whether `text` may be an id: 1 to 40 small letters, digits and dashes, starting with a letter or digit.
[[nodiscard]] bool is_valid_id(std::string_view text);

}  // namespace sango

template <class Tag>
struct std::hash<sango::Id<Tag>> {
    std::size_t operator()(const sango::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
