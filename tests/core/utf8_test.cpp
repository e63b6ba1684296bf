#include "engine/core/utf8.hpp"

#include <doctest/doctest.h>

namespace sango::utf8 {

TEST_CASE("every code point comes back as it went in") {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text;
        append(text, code);
        const Decoded decoded = decode(text, 0);
        if (decoded.code != code || decoded.length != text.size() || !is_valid(text)) {
            CAPTURE(static_cast<std::uint32_t>(code));
            REQUIRE(decoded.code == code);
            REQUIRE(decoded.length == text.size());
            REQUIRE(is_valid(text));
        }
    }
}

TEST_CASE("the edges of each length are where Unicode puts them") {
    CHECK(to_utf8(U"\x7F") == "\x7F");
    CHECK(to_utf8(U"\x80") == "\xC2\x80");
    CHECK(to_utf8(U"\x7FF") == "\xDF\xBF");
    CHECK(to_utf8(U"\x800") == "\xE0\xA0\x80");
    CHECK(to_utf8(U"\xFFFF") == "\xEF\xBF\xBF");
    CHECK(to_utf8(U"\x10000") == "\xF0\x90\x80\x80");
    CHECK(to_utf8(U"\x10FFFF") == "\xF4\x8F\xBF\xBF");
}

TEST_CASE("what is no code point is written as U+FFFD") {
    const std::u32string codes{static_cast<char32_t>(0xD800), static_cast<char32_t>(0x110000)};
    CHECK(to_utf8(codes) == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("damaged bytes are seen, each as U+FFFD, and the text after them is kept") {
    const struct {
        const char* what;
        std::string_view bytes;
        std::u32string codes;
    } kCases[] = {
        {"a lone continuation byte", "\x80z", U"\xFFFDz"},
        {"an overlong slash", "\xC0\xAFz", U"\xFFFD\xFFFDz"},
        {"an overlong slash of three bytes", "\xE0\x80\xAFz", U"\xFFFD\xFFFD\xFFFDz"},
        {"a surrogate", "\xED\xA0\x80z", U"\xFFFD\xFFFD\xFFFDz"},
        {"above U+10FFFF", "\xF4\x90\x80\x80z", U"\xFFFD\xFFFD\xFFFD\xFFFDz"},
        {"a first byte that never occurs", "\xF5z\xFFz\xC1z", U"\xFFFDz\xFFFDz\xFFFDz"},
        {"cut off before its last byte", "z\xE2\x82", U"z\xFFFD\xFFFD"},
        {"broken off by a letter", "\xE2\x82z", U"\xFFFD\xFFFDz"},
    };
    for (const auto& c : kCases) {
        CAPTURE(c.what);
        CHECK(to_utf32(c.bytes) == c.codes);
        CHECK_FALSE(is_valid(c.bytes));
    }
}

TEST_CASE("texts of many scripts are valid") {
    CHECK(is_valid(""));
    CHECK(is_valid("Ol\xC3\xA1, \xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA\xE0\xB8\x94\xE0\xB8\xB5 \xF0\x9F\x91\x8B"));
    CHECK(is_valid(std::string_view("a\0b", 3)));
}

}  // namespace sango::utf8
