#include "engine/text/breaks.hpp"

#include "engine/core/utf8.hpp"
#include "tests/text/unicode_data.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace sango::text;

/// A line of GraphemeBreakTest or LineBreakTest: "× 0020 ÷ 0020 ÷", ÷ where a break is.
struct BreakCase {
    std::string text;
    std::vector<std::size_t> ends;
    std::vector<char32_t> codes;
};

BreakCase read_case(const std::string& line) {
    BreakCase result;
    for (const std::string& word : words(line)) {
        if (word == "÷" && !result.text.empty()) result.ends.push_back(result.text.size());
        if (word == "÷" || word == "×") continue;
        result.codes.push_back(code_point(word));
        sango::utf8::append(result.text, result.codes.back());
    }
    return result;
}

/// ICU differs from the standard on purpose in two things, both for the better (its file line.txt says so): it does not cut between a
/// hyphen at a word's start and what follows ("-v", its LB 20.09), and a number may start with its point or comma (".2", its LB 22.1), so
/// the cut is before that and not after it. Whether that is all in which `found` differs from what the standard expects.
bool differs_as_icu_means_to(const BreakCase& one, const std::vector<std::size_t>& found) {
    std::size_t byte = 0;
    char32_t before = 0;
    for (std::size_t i = 0; i < one.codes.size(); ++i) {
        const char32_t code = one.codes[i];
        const auto holds = [&](const std::vector<std::size_t>& ends) { return std::find(ends.begin(), ends.end(), byte) != ends.end(); };
        const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
        const bool kept = (before == U'-' && !is_digit(code)) || ((before == U'.' || before == U',') && is_digit(code));
        const bool cut = before == U' ' && (code == U'.' || code == U',') && i + 1 < one.codes.size() && is_digit(one.codes[i + 1]);
        if (byte > 0 && holds(one.ends) && !holds(found) && !kept) return false;
        if (byte > 0 && !holds(one.ends) && holds(found) && !cut) return false;
        constexpr char32_t kMarkInTheFile = 0x0308;  // it belongs to what is before it
        if (code != kMarkInTheFile) before = code;
        std::string bytes;
        sango::utf8::append(bytes, code);
        byte += bytes.size();
    }
    return one.ends.back() == found.back();
}

std::vector<std::string> pieces(const std::string& text, const std::vector<std::size_t>& ends) {
    std::vector<std::string> result;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        result.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return result;
}

}  // namespace

TEST_CASE("Every case of Unicode's GraphemeBreakTest.txt is cut where it says") {
    int cases = 0;
    for (const std::string& line : unicode_lines("auxiliary/GraphemeBreakTest.txt")) {
        const BreakCase one = read_case(line);
        CHECK_MESSAGE(graphemes(one.text) == one.ends, line);
        ++cases;
    }
    CHECK(cases >= 602);
}

TEST_CASE("Every case of Unicode's LineBreakTest.txt is cut where it says, but for what ICU changes on purpose") {
    int cases = 0, tailored = 0;
    for (const std::string& line : unicode_lines("auxiliary/LineBreakTest.txt")) {
        const BreakCase one = read_case(line);
        ++cases;
        const std::vector<std::size_t> found = line_breaks(one.text, "en");
        if (found == one.ends) continue;
        CHECK_MESSAGE(differs_as_icu_means_to(one, found), line);
        ++tailored;
    }
    CHECK(cases >= 7654);
    CHECK(tailored <= 22);  // ICU 72; a later one may agree in more
}

TEST_CASE("Thai and Khmer, which write no spaces, are cut between words of ICU's dictionaries") {
    const std::string thai = "สวัสดีชาวโลก";
    CHECK(pieces(thai, line_breaks(thai, "th")) == std::vector<std::string>{"สวัสดี", "ชาว", "โลก"});
    const std::string khmer = "មនុស្សពេញវ័យ";
    const std::vector<std::string> words_of_khmer = pieces(khmer, line_breaks(khmer, "km"));
    CHECK(words_of_khmer.front() == "មនុស្ស");
    CHECK(words_of_khmer.size() > 1);
}

TEST_CASE("Tibetan is cut after its tsheg, Amharic after its word mark") {
    const std::string tibetan = "བོད་སྐད་ཡིན།";
    CHECK(pieces(tibetan, line_breaks(tibetan, "dz")) == std::vector<std::string>{"བོད་", "སྐད་", "ཡིན།"});
    const std::string amharic = "ሰላም፡ለዓለም፡";
    CHECK(pieces(amharic, line_breaks(amharic, "am")) == std::vector<std::string>{"ሰላም፡", "ለዓለም፡"});
}

TEST_CASE("Chinese is cut between characters, but no line starts with a closing mark or ends with an opening one") {
    const std::string chinese = "你好，“世界”。";
    CHECK(pieces(chinese, line_breaks(chinese, "zh-Hans")) == std::vector<std::string>{"你", "好，", "“世", "界”。"});
}

TEST_CASE("French no-break spaces keep their marks with the word") {
    const std::string french = "Oui\u00A0! «\u00A0Non\u00A0»\u202F?";
    CHECK(pieces(french, line_breaks(french, "fr")) == std::vector<std::string>{"Oui\u00A0! ", "«\u00A0Non\u00A0»\u202F?"});
}

TEST_CASE("A damaged byte is a grapheme of its own, and nothing is lost") {
    const std::string damaged =
        "a\xFF\xE2\x82"
        "b";
    CHECK(graphemes(damaged) == std::vector<std::size_t>{1, 2, 3, 4, 5});
    CHECK(line_breaks(damaged, "en").back() == damaged.size());
}

TEST_CASE("An empty text has no ends") {
    CHECK(graphemes("").empty());
    CHECK(line_breaks("", "th").empty());
}

TEST_CASE("A language that nobody knows is cut by the rules common to all") {
    CHECK(line_breaks("one two", "qqx-Zzzz") == std::vector<std::size_t>{4, 7});
    CHECK(BreakFinder("qqx").is_complete());
}
