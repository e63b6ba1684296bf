#include "engine/text/bidi.hpp"

#include "tests/text/unicode_data.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>

namespace {

using namespace sango::text;

/// What the Unicode files expect of one paragraph; "x" levels belong to characters that are removed.
struct Expected {
    std::vector<std::string> levels;
    std::vector<std::string> order;
};

/// What differs from what is expected, or an empty string.
std::string difference(const std::u32string& text, std::optional<Direction> direction, const Expected& expected) {
    const BidiParagraph paragraph = bidi_levels(text, direction);
    const VisualLine line = visual_line(paragraph, 0, text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (expected.levels[i] != "x" && std::to_string(int{line.levels[i]}) != expected.levels[i]) {
            return "level of " + std::to_string(i) + " is " + std::to_string(int{line.levels[i]}) + ", not " + expected.levels[i];
        }
    }
    std::vector<std::string> order;
    for (const std::size_t index : line.order) {
        if (expected.levels[index] != "x") order.push_back(std::to_string(index));
    }
    return order == expected.order ? "" : "another order";
}

char32_t character_of_class(const std::string& bidi_class) {
    static const std::map<std::string, char32_t> kExamples = {
        {"L", U'a'},     {"R", 0x05D0},   {"AL", 0x0628},  {"EN", U'0'},    {"ES", U'+'},    {"ET", U'#'},
        {"AN", 0x0660},  {"CS", U','},    {"NSM", 0x0300}, {"BN", 0x00AD},  {"B", 0x2029},   {"S", U'\t'},
        {"WS", U' '},    {"ON", U'!'},    {"LRE", 0x202A}, {"RLE", 0x202B}, {"LRO", 0x202D}, {"RLO", 0x202E},
        {"PDF", 0x202C}, {"LRI", 0x2066}, {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069},
    };
    return kExamples.at(bidi_class);
}

std::string join(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += part + "\n";
    return all;
}

}  // namespace

TEST_CASE("Every case of Unicode's BidiTest.txt comes out in its levels and its order") {
    Expected expected;
    int cases = 0;
    std::vector<std::string> wrong;
    for (const std::string& line : unicode_lines("BidiTest.txt")) {
        if (line.rfind("@Levels:", 0) == 0) expected.levels = words(line.substr(8));
        if (line.rfind("@Reorder:", 0) == 0) expected.order = words(line.substr(9));
        if (line[0] == '@') continue;
        const std::vector<std::string> fields = split(line, ';');
        std::u32string text;
        for (const std::string& bidi_class : words(fields.at(0))) text.push_back(character_of_class(bidi_class));
        const int directions = std::stoi(fields.at(1), nullptr, 16);
        for (const auto& [bit, direction] : {std::pair(1, std::optional<Direction>()), std::pair(2, std::optional(Direction::LeftToRight)),
                                             std::pair(4, std::optional(Direction::RightToLeft))}) {
            if ((directions & bit) == 0) continue;
            ++cases;
            const std::string fault = difference(text, direction, expected);
            if (!fault.empty() && wrong.size() < 20) wrong.push_back(line + ": " + fault);
        }
    }
    CHECK_MESSAGE(wrong.empty(), join(wrong));
    CHECK(cases > 770'000);
}

TEST_CASE("Every case of Unicode's BidiCharacterTest.txt comes out in its levels and its order") {
    int cases = 0;
    std::vector<std::string> wrong;
    for (const std::string& line : unicode_lines("BidiCharacterTest.txt")) {
        const std::vector<std::string> fields = split(line, ';');
        std::u32string text;
        for (const std::string& code : words(fields.at(0))) text.push_back(code_point(code));
        std::optional<Direction> direction;
        if (fields.at(1) == "0") direction = Direction::LeftToRight;
        if (fields.at(1) == "1") direction = Direction::RightToLeft;
        ++cases;
        std::string fault =
            difference(text, direction, {words(fields.at(3)), fields.size() > 4 ? words(fields[4]) : std::vector<std::string>()});
        const bool right_to_left = bidi_levels(text, direction).direction == Direction::RightToLeft;
        if (fault.empty() && right_to_left != (fields.at(2) == "1")) fault = "another paragraph direction";
        if (!fault.empty() && wrong.size() < 20) wrong.push_back(line + ": " + fault);
    }
    CHECK_MESSAGE(wrong.empty(), join(wrong));
    CHECK(cases > 91'000);
}

TEST_CASE("A part of a paragraph is ordered by itself, with its own trailing white space") {
    const std::u32string text = U"abc \u05D0\u05D1 def";
    const BidiParagraph paragraph = bidi_levels(text, Direction::LeftToRight);
    CHECK(visual_line(paragraph, 3, 7).order == std::vector<std::size_t>{3, 5, 4, 6});
    CHECK(visual_line(paragraph, 4, 4).order.empty());
    const BidiParagraph from_right = bidi_levels(text, Direction::RightToLeft);
    CHECK(visual_line(from_right, 0, 4).order == std::vector<std::size_t>{3, 0, 1, 2});
}

TEST_CASE("An empty paragraph has the direction that was asked for") {
    CHECK(bidi_levels(U"", Direction::RightToLeft).direction == Direction::RightToLeft);
    CHECK(bidi_levels(U"", std::nullopt).direction == Direction::LeftToRight);
}
