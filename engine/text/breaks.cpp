#include "engine/text/breaks.hpp"

#include "engine/text/code_points.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace sango::text {
namespace {

struct CloseIterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using IteratorPtr = std::unique_ptr<UBreakIterator, CloseIterator>;

IteratorPtr open_iterator(UBreakIteratorType type, const std::string& locale) {
    UErrorCode error = U_ZERO_ERROR;
    IteratorPtr iterator(ubrk_open(type, locale.c_str(), nullptr, 0, &error));
    return U_SUCCESS(error) ? std::move(iterator) : nullptr;
}

/// ICU writes "zh_Hans" where the world writes "zh-Hans".
std::string icu_locale(std::string_view tag) {
    std::string locale(tag);
    std::replace(locale.begin(), locale.end(), '-', '_');
    return locale;
}

std::u16string to_utf16(std::u32string_view text) {
    std::u16string units;
    units.reserve(text.size());
    for (const char32_t code : text) {
        if (code < 0x10000) {
            units.push_back(static_cast<char16_t>(code));
        } else {
            units.push_back(static_cast<char16_t>(0xD7C0 + (code >> 10)));
            units.push_back(static_cast<char16_t>(0xDC00 + (code & 0x3FF)));
        }
    }
    return units;
}

/// All boundaries but 0, as indices of code points.
std::vector<std::size_t> boundaries(UBreakIterator* iterator, std::u32string_view text) {
    std::vector<std::size_t> ends;
    const std::u16string units = to_utf16(text);
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(iterator, units.data(), static_cast<std::int32_t>(units.size()), &error);
    if (U_FAILURE(error)) return {text.size()};
    std::size_t index = 0, unit = 0;
    ubrk_first(iterator);
    for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        while (unit < static_cast<std::size_t>(at)) unit += text[index++] < 0x10000 ? 1 : 2;
        ends.push_back(index);
    }
    // The iterator would otherwise keep pointing at a text that is gone.
    ubrk_setText(iterator, u"", 0, &error);
    return ends;
}

bool is_mark(char32_t code) {
    return (U_MASK(u_charType(static_cast<UChar32>(code))) & U_GC_M_MASK) != 0;
}

std::vector<std::size_t> ends_before_letters(std::u32string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 1; i <= text.size(); ++i) {
        if (i == text.size() || !(is_mark(text[i]) || is_joiner(text[i]))) ends.push_back(i);
    }
    return ends;
}

std::vector<std::size_t> ends_after_spaces(std::u32string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 1; i <= text.size(); ++i) {
        const bool after_space = is_white_space(text[i - 1]) && i < text.size() && !is_white_space(text[i]);
        if (i == text.size() || after_space || is_line_end(text[i - 1])) ends.push_back(i);
    }
    return ends;
}

std::vector<std::size_t> to_bytes(std::vector<std::size_t> indices, const CodePoints& text) {
    for (std::size_t& index : indices) index = text.byte_of[index];
    return indices;
}

}  // namespace

struct BreakFinder::Iterators {
    IteratorPtr grapheme;
    IteratorPtr line;
};

BreakFinder::BreakFinder(std::string_view language)
    : iterators_(std::make_unique<Iterators>(
          Iterators{open_iterator(UBRK_CHARACTER, icu_locale(language)), open_iterator(UBRK_LINE, icu_locale(language))})) {}
BreakFinder::BreakFinder(BreakFinder&&) noexcept = default;
BreakFinder& BreakFinder::operator=(BreakFinder&&) noexcept = default;
BreakFinder::~BreakFinder() = default;

bool BreakFinder::is_complete() const {
    return iterators_->grapheme && iterators_->line;
}

std::vector<std::size_t> BreakFinder::grapheme_ends(std::u32string_view text) {
    if (text.empty()) return {};
    return iterators_->grapheme ? boundaries(iterators_->grapheme.get(), text) : ends_before_letters(text);
}

std::vector<std::size_t> BreakFinder::line_ends(std::u32string_view text) {
    if (text.empty()) return {};
    return iterators_->line ? boundaries(iterators_->line.get(), text) : ends_after_spaces(text);
}

std::vector<std::size_t> graphemes(std::string_view text) {
    const CodePoints points = to_code_points(text);
    return to_bytes(BreakFinder("en").grapheme_ends(points.codes), points);
}

std::vector<std::size_t> line_breaks(std::string_view text, std::string_view language) {
    const CodePoints points = to_code_points(text);
    return to_bytes(BreakFinder(language).line_ends(points.codes), points);
}

}  // namespace sango::text
