#include "engine/data/json.hpp"

#include <doctest/doctest.h>

namespace sango::data {
namespace {

Json json_of(std::string_view text) {
    auto json = parse_json(text, "test");
    REQUIRE(json);
    return *std::move(json);
}

// Calls `read` with a reader of the object and gives all that was reported, a problem a line.
template <class Read>
std::string problems_of(std::string_view text, Read read) {
    const Json json = json_of(text);
    Problems problems;
    ObjectReader reader(json, "a.json#", problems);
    read(reader);
    reader.finish();
    std::string said;
    for (const Problem& problem : problems) {
        if (!said.empty()) said += "\n";
        said += to_string(problem);
    }
    return said;
}

}  // namespace

TEST_CASE("a sound object is read without a word") {
    CHECK(
        problems_of(
            R"({"title":"Hi","id":"a-1","on":true,"n":5,"x":0.5,"tags":["a","b"],"kind":"spot","list":[{},{}],"any":null,"note":"n","$schema":"s"})",
            [](ObjectReader& r) {
                CHECK(r.string("title") == "Hi");
                CHECK(r.string_or("subtitle", "none") == "none");
                CHECK(r.id("id") == "a-1");
                CHECK(r.boolean_or("on", false));
                CHECK(r.boolean_or("off", true));
                CHECK(r.integer("n", 1, 5) == 5);
                CHECK(r.integer_or("m", 1, 5, 3) == 3);
                CHECK(r.number("x", 0, 1) == 0.5);
                CHECK(r.strings_or_none("tags") == std::vector<std::string>{"a", "b"});
                CHECK(r.strings_or_none("none").empty());
                CHECK(r.one_of("kind", {"order", "spot"}) == 1);
                std::string places;
                r.each("list", 1, 2, [&](const Json& element, const std::string& where) {
                    CHECK(element.is_object());
                    places += where + " ";
                });
                CHECK(places == "a.json#/list/0 a.json#/list/1 ");
                CHECK(r.raw("any")->is_null());
                CHECK(r.raw("nothing") == nullptr);
                CHECK(r.has("any"));
                CHECK_FALSE(r.has("nothing"));
                CHECK(r.keys().front() == "title");
                CHECK(r.is_object());
            }) == "");
}

TEST_CASE("all that is missing is found in one go") {
    CHECK(problems_of("{}",
                      [](ObjectReader& r) {
                          CHECK(r.string("title").empty());
                          CHECK(r.id("id").empty());
                          CHECK(r.integer("n", 2, 5) == 2);
                          CHECK(r.number("x", 0.5, 1) == 0.5);
                          CHECK(r.one_of("kind", {"order", "spot", "tell"}) == 0);
                          r.each("list", 1, 3, [](const Json&, const std::string&) { FAIL("there is no element"); });
                      }) ==
          "a.json#/title: is missing: add it with a text in double quotes\n"
          "a.json#/id: is missing: add it with a text in double quotes\n"
          "a.json#/n: is missing: add a whole number from 2 to 5\n"
          "a.json#/x: is missing: add a number from 0.5 to 1.0\n"
          "a.json#/kind: is missing: add \"order\", \"spot\" or \"tell\"\n"
          "a.json#/list: is missing: add a list [ ] of 1 to 3");
}

TEST_CASE("all that is of the wrong kind is found in one go, and the fallback is used") {
    CHECK(problems_of(R"({"title":5,"sub":[],"id":{},"on":"yes","n":"5","m":null,"x":true,"tags":"a","kind":1,"list":{}})",
                      [](ObjectReader& r) {
                          CHECK(r.string("title").empty());
                          CHECK(r.string_or("sub", "s") == "s");
                          CHECK(r.id("id").empty());
                          CHECK(r.boolean_or("on", true));
                          CHECK(r.integer("n", 1, 5) == 1);
                          CHECK(r.integer_or("m", 1, 5, 3) == 3);
                          CHECK(r.number("x", 0, 1) == 0);
                          CHECK(r.strings_or_none("tags").empty());
                          CHECK(r.one_of("kind", {"order", "spot"}) == 0);
                          r.each("list", 2, 2, [](const Json&, const std::string&) { FAIL("there is no element"); });
                      }) ==
          "a.json#/title: must be a text in double quotes, not a number\n"
          "a.json#/sub: must be a text in double quotes, not a list [ ]\n"
          "a.json#/id: must be a text in double quotes, not an object { }\n"
          "a.json#/on: must be true or false without quotes, not a text\n"
          "a.json#/n: must be a whole number from 1 to 5, not a text\n"
          "a.json#/m: must be a whole number from 1 to 5, not null\n"
          "a.json#/x: must be a number from 0.0 to 1.0, not true or false\n"
          "a.json#/tags: must be a list of texts such as [\"one\", \"two\"], not a text\n"
          "a.json#/kind: must be \"order\" or \"spot\", not a number\n"
          "a.json#/list: must be a list [ ] of 2, not an object { }");
}

TEST_CASE("values outside their range are named") {
    CHECK(problems_of(R"({"title":"","id":"Big Id","n":6,"m":2.5,"u":18446744073709551615,"x":-1,"tags":["a","",7],"kind":"sport"})",
                      [](ObjectReader& r) {
                          r.string("title");
                          CHECK(r.id("id").empty());
                          r.integer("n", 1, 5);
                          r.integer("m", 1, 5);
                          CHECK(r.integer_or("u", INT64_MIN, INT64_MAX, 4) == 4);
                          r.number("x", 0, 1);
                          CHECK(r.strings_or_none("tags") == std::vector<std::string>{"a"});
                          r.one_of("kind", {"order", "spot"});
                      }) ==
          "a.json#/title: is empty: write a text\n"
          "a.json#/id: \"Big Id\" is no id: use 1 to 40 small letters a to z, digits and dashes, with a letter or digit first\n"
          "a.json#/n: must be a whole number from 1 to 5, not 6\n"
          "a.json#/m: must be a whole number from 1 to 5, not 2.5\n"
          "a.json#/u: must be a whole number from -9223372036854775808 to 9223372036854775807, not 18446744073709551615\n"
          "a.json#/x: must be a number from 0.0 to 1.0, not -1\n"
          "a.json#/tags/1: is empty: write a text, or delete it from the list\n"
          "a.json#/tags/2: must be a text in double quotes, not a number\n"
          "a.json#/kind: must be \"order\" or \"spot\", not \"sport\"");
}

TEST_CASE("a list that is too short is still read; one that is too long is not") {
    int seen = 0;
    const auto count = [&](const Json&, const std::string&) { ++seen; };
    CHECK(problems_of(R"({"list":[1,2]})", [&](ObjectReader& r) { r.each("list", 3, 4, count); }) ==
          "a.json#/list: must be a list of 3 to 4, but has 2");
    CHECK(seen == 2);
    CHECK(problems_of(R"({"list":[1,2]})", [&](ObjectReader& r) { r.each("list", 1, 1, count); }) ==
          "a.json#/list: must be a list of 1, but has 2");
    CHECK(seen == 2);
}

TEST_CASE("a name that nothing reads is a problem, with the likely meaning where there is one") {
    CHECK(problems_of(R"({"titel":"Hi","nothing-like-it":1})", [](ObjectReader& r) { r.string_or("title", ""); }) ==
          "a.json#/titel: is a name that nothing reads here: did you mean \"title\"?\n"
          "a.json#/nothing-like-it: is a name that nothing reads here: delete it");
    // What is there already cannot have been meant.
    CHECK(problems_of(R"({"title":"Hi","titel":"Ho"})", [](ObjectReader& r) { r.string("title"); }) ==
          "a.json#/titel: is a name that nothing reads here: delete it");
}

TEST_CASE("what is no object is one problem, and reading on adds none") {
    CHECK(problems_of("[1]", [](ObjectReader& r) {
              CHECK_FALSE(r.is_object());
              CHECK(r.string("title").empty());
              CHECK(r.id("id").empty());
              CHECK(r.integer("n", 1, 5) == 1);
              CHECK(r.number("x", 0, 1) == 0);
              CHECK(r.one_of("kind", {"a"}) == 0);
              CHECK(r.keys().empty());
              CHECK_FALSE(r.has("a"));
              r.each("list", 1, 2, [](const Json&, const std::string&) {});
          }) == "a.json#: must be an object { }, not a list [ ]");
}

TEST_CASE("a problem of the reader's own carries the place, cut short where the name is endless") {
    const std::string name(500, 'k');
    CHECK(problems_of("{\"" + name + "\":1}", [](ObjectReader& r) { r.problem("", "is odd"); }) ==
          "a.json#: is odd\na.json#/" + std::string(80, 'k') + "...: is a name that nothing reads here: delete it");
}

}  // namespace sango::data
