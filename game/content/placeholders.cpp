#include "game/content/placeholders.hpp"

#include "game/content/library.hpp"

namespace sango::content {
namespace {

constexpr std::string_view kIsolate = "\xE2\x81\xA8";     // U+2068 FIRST STRONG ISOLATE
constexpr std::string_view kEndIsolate = "\xE2\x81\xA9";  // U+2069 POP DIRECTIONAL ISOLATE

bool is_name(std::string_view text) {
    if (text.empty()) return false;
    for (const char letter : text) {
        const bool fits = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
        if (!fits) return false;
    }
    return true;
}

}  // namespace

std::string in_braces(std::string_view name) { return std::string("{").append(name).append("}"); }

std::optional<std::string> for_each_placeholder(std::string_view text, const std::function<void(const Placeholder&)>& visit) {
    std::optional<std::string> fault;
    for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at)) {
        const std::size_t close = text[at] == '{' ? text.find_first_of("{}", at + 1) : std::string_view::npos;
        if (close == std::string_view::npos || text[close] == '{') {
            if (!fault) fault = "a brace stands alone: write a name in braces as {leo}, or take the brace out";
            ++at;
            continue;
        }
        Placeholder found{at, close + 1, text.substr(at + 1, close - at - 1), {}};
        if (const std::size_t dot = found.name.find('.'); dot != std::string_view::npos) {
            found.form = found.name.substr(dot + 1);
            found.name = found.name.substr(0, dot);
            if (!is_name(found.form)) found.name = {};
        }
        if (is_name(found.name)) {
            visit(found);
        } else if (!fault) {
            fault = std::string(text.substr(at, close + 1 - at)) + " is no name in braces: write it as {leo} or {leo.dat}";
        }
        at = close + 1;
    }
    return fault;
}

std::set<std::string, std::less<>> placeholder_names(std::string_view text) {
    std::set<std::string, std::less<>> names;
    if (text.find('{') == std::string_view::npos) return names;
    for_each_placeholder(text, [&](const Placeholder& found) { names.emplace(found.name); });
    return names;
}

std::optional<std::string> placeholder_fault(std::string_view from, std::string_view to) {
    if (from.find('{') == std::string_view::npos && to.find_first_of("{}") == std::string_view::npos) return std::nullopt;
    std::set<std::string, std::less<>> names;
    if (auto fault = for_each_placeholder(to, [&](const Placeholder& found) { names.emplace(found.name); })) return fault;
    const auto wanted = placeholder_names(from);
    for (const std::string& name : wanted) {
        if (names.count(name) == 0) return in_braces(name) + " is lost: keep it in the translation";
    }
    for (const std::string& name : names) {
        if (wanted.count(name) == 0) return in_braces(name) + " does not stand in the source text: take it out";
    }
    return std::nullopt;
}

std::string fill(std::string_view text, const std::map<std::string, std::string>& values) {
    std::string filled;
    std::size_t copied = 0;
    for_each_placeholder(text, [&](const Placeholder& found) {
        const auto value = values.find(std::string(text.substr(found.begin + 1, found.end - found.begin - 2)));
        if (value == values.end()) return;
        filled.append(text.substr(copied, found.begin - copied)).append(kIsolate).append(value->second).append(kEndIsolate);
        copied = found.end;
    });
    return filled.append(text.substr(copied));
}

}  // namespace sango::content
