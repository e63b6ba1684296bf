#include "engine/text/typesetter.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sango::text;

Style style_of_ten_px() {
    Style style;
    style.size_px = 10;
    return style;
}

std::vector<std::string> texts(const Paragraph& paragraph) {
    std::vector<std::string> all;
    for (const Line& line : paragraph.lines) all.push_back(line.runs.empty() ? "" : line.runs.front().text);
    return all;
}

}  // namespace

TEST_CASE("Every grapheme is half an em wide, Chinese ones a whole") {
    const auto typesetter = make_fixed_width_typesetter();
    CHECK(typesetter->lay_out("abcd", style_of_ten_px(), 1000)->width == doctest::Approx(20));
    CHECK(typesetter->lay_out("e\u0301", style_of_ten_px(), 1000)->width == doctest::Approx(5));
    CHECK(typesetter->lay_out("你好", style_of_ten_px(), 1000)->width == doctest::Approx(20));
    CHECK(typesetter->lay_out("abcd", style_of_ten_px(), 1000)->line_height == doctest::Approx(14));
}

TEST_CASE("Lines end at spaces, and a longer word between graphemes") {
    const auto typesetter = make_fixed_width_typesetter();
    CHECK(texts(*typesetter->lay_out("one two three", style_of_ten_px(), 35)) == std::vector<std::string>{"one two", "three"});
    CHECK(texts(*typesetter->lay_out("abcdefgh ij", style_of_ten_px(), 15)) == std::vector<std::string>{"abc", "def", "gh", "ij"});
    CHECK(texts(*typesetter->lay_out("a bcdefg", style_of_ten_px(), 15)) == std::vector<std::string>{"a", "bcd", "efg"});
    CHECK(texts(*typesetter->lay_out("ab", style_of_ten_px(), 0)) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Lines hold all bytes of the text, and a line end starts a new one") {
    const auto typesetter = make_fixed_width_typesetter();
    const std::string text = "one two\n\nthree";
    const ParagraphPtr paragraph = typesetter->lay_out(text, style_of_ten_px(), 20);
    std::vector<std::string> lines;
    for (const Line& line : paragraph->lines) lines.push_back(text.substr(line.begin, line.end - line.begin));
    CHECK(lines == std::vector<std::string>{"one ", "two\n", "\n", "thre", "e"});
    CHECK(paragraph->height == doctest::Approx(5 * 14));
}

TEST_CASE("Isolates take no room and are not drawn") {
    const auto typesetter = make_fixed_width_typesetter();
    const ParagraphPtr paragraph = typesetter->lay_out("a \u2068Leo\u2069 b", style_of_ten_px(), 1000);
    CHECK(texts(*paragraph) == std::vector<std::string>{"a Leo b"});
    CHECK(paragraph->width == doctest::Approx(35));
}
