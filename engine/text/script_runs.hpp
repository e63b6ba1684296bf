// Which script each character is read in: letters by themselves, spaces, digits, punctuation and marks by their neighbours.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sango::text {

/// ISO 15924 tag of each code point, big-endian, with Common and Inherited resolved (UAX 24, section 5.1: from what goes before, a
/// closing bracket from its opening one, at the start from what follows). "Zyyy" only where the text has no letter at all.
[[nodiscard]] std::vector<std::uint32_t> resolved_scripts(std::u32string_view text);

/// Whether a code point belongs to one script; false for spaces, digits, punctuation, symbols and marks shared by many.
[[nodiscard]] bool has_own_script(char32_t code);

/// For each code point that closes a bracket or quotation, the index of the one that opened it; elsewhere its own index.
[[nodiscard]] std::vector<std::size_t> bracket_openers(std::u32string_view text);

}  // namespace sango::text
