// The game's own faces and chains, as locales/ describes them and the build made them.
#pragma once

#include "engine/text/fonts.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace sango::text {

inline nlohmann::json read_json(const std::string& path) {
    std::ifstream stream(path);
    return nlohmann::json::parse(stream);
}

inline FontConfig game_fonts() {
    FontConfig config;
    const std::filesystem::path folder = std::filesystem::path(SANGO_SHARE) / "fonts";
    const nlohmann::json fonts = read_json("locales/fonts.json");
    for (const auto& face : fonts.at("faces")) {
        const auto id = face.at("id").get<std::string>();
        config.faces.push_back({id, folder / (id + ".ttf"), face.contains("bold") ? folder / (id + "-bold.ttf") : std::filesystem::path()});
    }
    config.fallback = fonts.at("fallback").get<std::vector<std::string>>();
    const nlohmann::json languages = read_json("locales/languages.json");
    for (const auto& language : languages.at("languages")) {
        config.chains[language.at("tag").get<std::string>()] = language.at("fonts").get<std::vector<std::string>>();
    }
    return config;
}

/// Index of a face in `Run::face`.
inline std::uint16_t face_index(const FontConfig& config, const std::string& id, Weight weight = Weight::Regular) {
    for (std::size_t i = 0; i < config.faces.size(); ++i) {
        if (config.faces[i].id == id) return static_cast<std::uint16_t>(2 * i + (weight == Weight::Bold ? 1 : 0));
    }
    return UINT16_MAX;
}

/// A style of a language of the game at 28 px.
inline Style style_of(const std::string& language) {
    Style style;
    style.language = language;
    style.direction = language == "ar" || language == "ur" || language == "dv" ? Direction::RightToLeft : Direction::LeftToRight;
    return style;
}

}  // namespace sango::text
