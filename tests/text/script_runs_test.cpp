#include "engine/text/script_runs.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sango::text;

/// The script tags of a text, one word for each code point.
std::string scripts(std::u32string_view text) {
    std::string all;
    for (const std::uint32_t tag : resolved_scripts(text)) {
        if (!all.empty()) all += ' ';
        for (int shift = 24; shift >= 0; shift -= 8) all += static_cast<char>(tag >> shift & 0xFF);
    }
    return all;
}

}  // namespace

TEST_CASE("Spaces, digits and marks take the script before them") {
    CHECK(scripts(U"a 1\u0301") == "Latn Latn Latn Latn");
    CHECK(scripts(U"\u0643 1a") == "Arab Arab Arab Latn");
}

TEST_CASE("What stands before the first letter takes that letter's script") {
    CHECK(scripts(U"“1 ก”") == "Thai Thai Thai Thai Thai");
}

TEST_CASE("A closing bracket takes the script of its opening one") {
    CHECK(scripts(U"a(ก)1") == "Latn Latn Thai Latn Latn");
    CHECK(scripts(U"a«ก»") == "Latn Latn Thai Latn");
}

TEST_CASE("A text without letters has no script of its own") {
    CHECK(scripts(U"12 !") == "Zyyy Zyyy Zyyy Zyyy");
}

TEST_CASE("Brackets find their partners, unmatched ones stand alone") {
    CHECK(bracket_openers(U"(a[b])") == std::vector<std::size_t>{0, 1, 2, 3, 2, 0});
    CHECK(bracket_openers(U")a(") == std::vector<std::size_t>{0, 1, 2});
    CHECK(bracket_openers(U"([)") == std::vector<std::size_t>{0, 1, 0});
    CHECK(bracket_openers(std::u32string(200, U'(') + std::u32string(200, U')')).size() == 400);
}
