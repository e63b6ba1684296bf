#include "engine/text/code_points.hpp"

#include "engine/core/utf8.hpp"

#include <unicode/uchar.h>

namespace sango::text {

CodePoints to_code_points(std::string_view text) {
    CodePoints result;
    result.codes.reserve(text.size());
    result.byte_of.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        result.codes.push_back(decoded.code);
        result.byte_of.push_back(at);
        at += decoded.length;
    }
    result.byte_of.push_back(text.size());
    return result;
}

bool is_line_end(char32_t code) {
    return (code >= 0x0A && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool is_joiner(char32_t code) {
    constexpr char32_t kZeroWidthNonJoiner = 0x200C, kCombiningGraphemeJoiner = 0x034F;
    return code == kZeroWidthNonJoiner || code == kZeroWidthJoiner || code == kCombiningGraphemeJoiner;
}

bool is_variation_selector(char32_t code) {
    return u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_VARIATION_SELECTOR) != 0;
}

bool is_invisible_control(char32_t code) {
    if (code >= 0x20 && code < 0x7F) return false;
    const auto character = static_cast<UChar32>(code);
    const auto type = u_charType(character);
    if (code == '\t') return false;
    if (type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR || type == U_SURROGATE) return true;
    return u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 && !is_joiner(code) && !is_variation_selector(code);
}

bool is_white_space(char32_t code) {
    // No-break spaces stay: they are put where a space must be seen.
    if (code == 0xA0 || code == 0x202F || code == 0x2007) return false;
    return u_isUWhiteSpace(static_cast<UChar32>(code)) != 0;
}

}  // namespace sango::text
