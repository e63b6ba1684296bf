// Names in braces inside texts: {leo}, {leo.dat}.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace sango::content {

/// One name in braces.
struct Placeholder {
    std::size_t begin = 0;  ///< of the opening brace
    std::size_t end = 0;    ///< past the closing brace
    std::string_view name;  ///< "leo" of {leo.dat}
    std::string_view form;  ///< "dat"; empty for none
};

/// "{leo}" for "leo".
[[nodiscard]] std::string in_braces(std::string_view name);

/// Calls `visit` for every name in braces, in order. What is wrong with the braces, if anything: one sentence.
std::optional<std::string> for_each_placeholder(std::string_view text, const std::function<void(const Placeholder&)>& visit);

/// The names in braces, without their forms.
[[nodiscard]] std::set<std::string, std::less<>> placeholder_names(std::string_view text);

/// What a translation has lost or added: one sentence; nothing when the same names stand in both.
[[nodiscard]] std::optional<std::string> placeholder_fault(std::string_view from, std::string_view to);

}  // namespace sango::content
