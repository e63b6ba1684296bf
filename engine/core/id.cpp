#include "engine/core/id.hpp"

#include <algorithm>

namespace sango {

bool is_valid_id(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    const auto is_letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (text.empty() || text.size() > kLongest || !is_letter_or_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [&](char c) { return is_letter_or_digit(c) || c == '-'; });
}

}  // namespace sango
