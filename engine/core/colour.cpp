#include "engine/core/colour.hpp"

#include <algorithm>
#include <cmath>

namespace sango {
namespace {

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

std::optional<std::uint8_t> hex_pair(std::string_view text, std::size_t at) {
    const auto high = hex_digit(text[at]), low = hex_digit(text[at + 1]);
    if (!high || !low) return std::nullopt;
    return static_cast<std::uint8_t>(*high * 16 + *low);
}

// A share from 0 to 1; what is no number counts as 0.
float share(float value) { return value > 0.0f ? std::min(value, 1.0f) : 0.0f; }

std::uint8_t mix_channel(std::uint8_t a, std::uint8_t b, float amount) {
    return static_cast<std::uint8_t>(std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * amount));
}

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double relative_luminance(Colour colour) { return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b); }

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    const auto r = hex_pair(text, 1), g = hex_pair(text, 3), b = hex_pair(text, 5);
    if (!r || !g || !b) return std::nullopt;
    return Colour{*r, *g, *b, 255};
}

Colour with_alpha(Colour colour, float alpha) {
    colour.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(colour.a) * share(alpha)));
    return colour;
}

Colour mix(Colour a, Colour b, float amount) {
    const float t = share(amount);
    return {mix_channel(a.r, b.r, t), mix_channel(a.g, b.g, t), mix_channel(a.b, b.b, t), mix_channel(a.a, b.a, t)};
}

double contrast_ratio(Colour a, Colour b) {
    const double first = relative_luminance(a), second = relative_luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace sango
