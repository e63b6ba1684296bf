#include "game/content/library.hpp"
#include "game/content/placeholders.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace sango::content {
namespace {

const std::string kFsi = "\xE2\x81\xA8";
const std::string kPdi = "\xE2\x81\xA9";

TEST_CASE("names in braces are found with their forms, in order") {
    std::vector<std::string> found;
    CHECK_FALSE(for_each_placeholder("{leo}, ask {ana.dat}!", [&](const Placeholder& one) { found.push_back(std::string(one.name) + "/" + std::string(one.form)); }));
    CHECK(found == std::vector<std::string>{"leo/", "ana/dat"});
}

TEST_CASE("what is wrong with braces is told in one sentence") {
    const auto fault = [](const char* text) { return for_each_placeholder(text, [](const Placeholder&) {}).value_or(""); };
    CHECK(fault("{leo") == "a brace stands alone: write a name in braces as {leo}, or take the brace out");
    CHECK(fault("leo}") == "a brace stands alone: write a name in braces as {leo}, or take the brace out");
    CHECK(fault("{leo {ana}") == "a brace stands alone: write a name in braces as {leo}, or take the brace out");
    CHECK(fault("{Leo}") == "{Leo} is no name in braces: write it as {leo} or {leo.dat}");
    CHECK(fault("{}") == "{} is no name in braces: write it as {leo} or {leo.dat}");
    CHECK(fault("{leo.}") == "{leo.} is no name in braces: write it as {leo} or {leo.dat}");
    CHECK(fault("{.dat}") == "{.dat} is no name in braces: write it as {leo} or {leo.dat}");
    CHECK(fault("Nothing in braces.") == "");
}

TEST_CASE("a translation keeps the names of its source, in any order and form") {
    CHECK_FALSE(placeholder_fault("{leo} asks {ana}.", "{ana.dat}: {leo}, {leo.gen}"));
    CHECK_FALSE(placeholder_fault("No name.", "Kein Name."));
    CHECK(placeholder_fault("{leo} asks.", "Somebody asks.") == "{leo} is lost: keep it in the translation");
    CHECK(placeholder_fault("Somebody asks.", "{leo} asks.") == "{leo} does not stand in the source text: take it out");
    CHECK(placeholder_fault("{leo} asks.", "{leo asks.") == "a brace stands alone: write a name in braces as {leo}, or take the brace out");
}

TEST_CASE("filling a text puts each value into isolates of its own") {
    CHECK(fill("{leo} asks {ana.dat}.", {{"leo", "ليو"}, {"ana.dat", "Ane"}}) == kFsi + "ليو" + kPdi + " asks " + kFsi + "Ane" + kPdi + ".");
    CHECK(fill("Call {number}.", {{"number", "116 111"}}) == "Call " + kFsi + "116 111" + kPdi + ".");
}

TEST_CASE("what has no value stays as it is, and values are not filled again") {
    CHECK(fill("{leo} {", {}) == "{leo} {");
    CHECK(fill("{a}", {{"a", "{b}"}, {"b", "x"}}) == kFsi + "{b}" + kPdi);
    CHECK(fill("", {{"a", "b"}}) == "");
}

}  // namespace
}  // namespace sango::content
