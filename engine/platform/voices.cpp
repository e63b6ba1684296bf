#include "engine/platform/voices.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace sango::platform {

namespace {

// Codes that name the same spoken language: withdrawn ones of ISO 639 and what synthesisers call a macrolanguage's main one.
struct Alias {
    std::string_view code;
    std::string_view same_as;
};
constexpr std::array<Alias, 12> kAliases{{{"cmn", "zh"}, {"iw", "he"}, {"in", "id"}, {"ji", "yi"}, {"tl", "fil"}, {"nb", "no"},
                                          {"arb", "ar"}, {"pes", "fa"}, {"prs", "fa"}, {"swh", "sw"}, {"zsm", "ms"}, {"khk", "mn"}}};

std::vector<std::string> parts_of(std::string_view tag) {
    std::vector<std::string> parts(1);
    for (const char c : tag) {
        if (c == '-' || c == '_')
            parts.emplace_back();
        else
            parts.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    for (const Alias& alias : kAliases)
        if (parts[0] == alias.code) parts[0] = alias.same_as;
    return parts;
}

}  // namespace

std::optional<std::size_t> best_voice(std::span<const Voice> voices, std::string_view tag) {
    const std::vector<std::string> wanted = parts_of(tag);
    if (wanted[0].empty()) return std::nullopt;
    std::optional<std::size_t> best;
    int best_score = 0;
    for (std::size_t i = 0; i < voices.size(); ++i) {
        const std::vector<std::string> has = parts_of(voices[i].language);
        if (has[0] != wanted[0]) continue;
        int score = has.size() == 1 ? 2 : 1;  // the language as such before that of another country
        for (std::size_t p = 1; p < wanted.size(); ++p)
            if (std::find(has.begin() + 1, has.end(), wanted[p]) != has.end()) score += 4;
        if (score > best_score) best = i, best_score = score;
    }
    return best;
}

}  // namespace sango::platform
