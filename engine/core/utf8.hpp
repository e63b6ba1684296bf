// UTF-8 in, code points out; damaged bytes become U+FFFD and are never skipped silently.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sango::utf8 {

/// One code point and how many bytes it took (1 to 4; a damaged byte counts as U+FFFD of 1 byte).
struct Decoded {
    char32_t code = 0;
    std::size_t length = 0;
};

/// The code point at `offset`, which must be inside `text`.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t offset);
/// Adds one code point in UTF-8.
void append(std::string& text, char32_t code);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
/// Whether every byte belongs to a well-formed sequence (Unicode 15, table 3-7).
[[nodiscard]] bool is_valid(std::string_view text);

}  // namespace sango::utf8
