#include "game/content/readers.hpp"

#include <algorithm>

namespace sango::content {

std::string place_of(const data::FileView& files, const std::string& path) { return files.name() + "/" + path; }

std::optional<data::Json> read_json(const data::FileView& files, const std::string& path, Problems& problems) {
    auto bytes = files.read(path);
    if (!bytes) {
        problems.push_back(bytes.problem());
        return std::nullopt;
    }
    auto json = data::parse_json(*bytes, place_of(files, path));
    if (json) return std::move(*json);
    problems.push_back(json.problem());
    return std::nullopt;
}

bool is_language_tag(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr std::size_t kLongest = 35;  // BCP 47, section 4.4.1
    if (text.size() < 2 || text.size() > kLongest || !is_letter(text[0]) || !is_letter(text[1])) return false;
    std::size_t part = 0;
    for (const char letter : text) {
        if (letter == '-') {
            if (part == 0) return false;
            part = 0;
        } else if (!is_letter(letter) && !is_digit(letter)) {
            return false;
        } else if (++part > 8) {
            return false;
        }
    }
    return part > 0;
}

namespace {

Colour colour_of(const data::Json& json, const std::string& where, Problems& problems) {
    const auto colour = json.is_string() ? parse_colour(json.get_ref<const std::string&>()) : std::nullopt;
    if (!colour) problems.push_back({where, "must be a colour such as \"#f28a2e\": # and six digits 0 to 9 or a to f"});
    return colour.value_or(Colour{});
}

}  // namespace

Colour read_colour(data::ObjectReader& in, std::string_view key, Problems& problems) {
    if (const data::Json* json = in.raw(key)) return colour_of(*json, in.place(key), problems);
    if (in.is_object()) in.problem(key, "is missing: add a colour such as \"#f28a2e\"");
    return {};
}

std::pair<Colour, Colour> read_gradient(data::ObjectReader& in, std::string_view key, Problems& problems) {
    std::vector<Colour> colours;
    in.each(key, 2, 2, [&](const data::Json& json, const std::string& where) { colours.push_back(colour_of(json, where, problems)); });
    colours.resize(2);
    return {colours[0], colours[1]};
}

Point read_point(data::ObjectReader& in, std::string_view key, Problems& problems) {
    constexpr double kFarthest = 10'000;
    std::vector<double> numbers;
    in.each(key, 2, 2, [&](const data::Json& json, const std::string& where) {
        const double number = json.is_number() ? json.get<double>() : kFarthest + 1;
        if (number < -kFarthest || number > kFarthest) problems.push_back({where, "must be a number from -10000 to 10000"});
        numbers.push_back(std::clamp(number, -kFarthest, kFarthest));
    });
    numbers.resize(2);
    return {static_cast<float>(numbers[0]), static_cast<float>(numbers[1])};
}

}  // namespace sango::content
