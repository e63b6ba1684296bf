// Where a text may be cut: between graphemes (what a reader calls a character) and between lines. ICU's rules and dictionaries.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sango::text {

/// Byte offsets at which a grapheme (UAX 29, extended) ends; the last is the text's length. Empty for an empty text.
[[nodiscard]] std::vector<std::size_t> graphemes(std::string_view text);

/// Byte offsets after which a line may or must end (UAX 14; dictionaries for Thai, Lao, Khmer and Burmese); the last is the text's
/// length. `language` is a tag such as "zh-Hans".
[[nodiscard]] std::vector<std::size_t> line_breaks(std::string_view text, std::string_view language);

/// The same by code point, for the typesetter. Opening ICU's rules costs more than using them, so keep one for each language.
class BreakFinder {
public:
    explicit BreakFinder(std::string_view language);
    BreakFinder(BreakFinder&&) noexcept;
    BreakFinder& operator=(BreakFinder&&) noexcept;
    ~BreakFinder();

    /// Indices at which a grapheme ends, ascending.
    [[nodiscard]] std::vector<std::size_t> grapheme_ends(std::u32string_view text);
    /// Indices at which a line may end, ascending.
    [[nodiscard]] std::vector<std::size_t> line_ends(std::u32string_view text);
    /// Whether ICU's data holds all the rules; if not, marks stay with their letters and lines end at spaces.
    [[nodiscard]] bool is_complete() const;

private:
    struct Iterators;
    std::unique_ptr<Iterators> iterators_;
};

}  // namespace sango::text
