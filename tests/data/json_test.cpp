#include "engine/data/json.hpp"

#include <doctest/doctest.h>

namespace sango::data {
namespace {

std::string problem_of(std::string_view text, const JsonLimits& limits = {}) {
    const auto json = parse_json(text, "a.json", limits);
    return json ? "" : to_string(json.problem());
}

}  // namespace

TEST_CASE("JSON comes out as it went in, names in the file's order") {
    const char* text = R"({"z":1,"a":[true,false,null,-5,0.5,"\u00e9\n\"\\ \ud83d\ude00"],"m":{"b":{},"a":[]},"big":18446744073709551615})";
    const auto json = parse_json(text, "a.json");
    REQUIRE(json);
    CHECK(json->dump() == R"({"z":1,"a":[true,false,null,-5,0.5,"é\n\"\\ 😀"],"m":{"b":{},"a":[]},"big":18446744073709551615})");
}

TEST_CASE("a single value and white space around it are JSON") {
    CHECK(parse_json(" \r\n\t7 ", "a.json")->get<int>() == 7);
    CHECK(parse_json("\"x\"", "a.json")->get<std::string>() == "x");
    CHECK(parse_json("null", "a.json")->is_null());
}

TEST_CASE("each limit allows its own number and nothing more") {
    JsonLimits limits;
    limits.depth = 3;
    CHECK(problem_of("[[[1]]]", limits) == "");
    CHECK(problem_of("[[[[]]]]", limits) == "a.json:1:4: brackets lie more than 3 deep in one another here: take some away");
    limits = {};
    limits.values = 5;  // the object, two names and two values
    CHECK(problem_of(R"({"a":1,"b":2})", limits) == "");
    CHECK(problem_of(R"({"a":1,"b":[2]})", limits) ==
          "a.json:1:14: the file holds more than 5 names and values: split it into several files");
    limits = {};
    limits.string_bytes = 3;
    CHECK(problem_of(R"({"abc":"def"})", limits) == "");
    CHECK(problem_of(R"({"abcd":1})", limits) == "a.json:1:2: this text is longer than 3 bytes: shorten it");
    CHECK(problem_of("{\"a\":\n\"\\\"bcd\"}", limits) == "a.json:2:1: this text is longer than 3 bytes: shorten it");
    limits = {};
    limits.members = 2;
    CHECK(problem_of(R"({"a":1,"b":{"c":1,"d":2}})", limits) == "");
    CHECK(problem_of(R"({"a":1,"b":2,"c":3})", limits) == "a.json:1:14: this object holds more than 2 names: split it");
    limits = {};
    limits.bytes = 2048;
    CHECK(problem_of(std::string(2047, ' ') + "1", limits) == "");
    CHECK(problem_of(std::string(2048, ' ') + "1", limits) == "a.json: is larger than 2 kB: split it into several files");
}

TEST_CASE("a name that stands twice is found in small and in large objects, and in each object alone") {
    CHECK(problem_of(R"({"a":{"x":1},"b":{"x":1}})") == "");
    std::string text = "{";
    for (int i = 0; i < 500; ++i) text += "\"n" + std::to_string(i) + "\":{\"n0\":0},\n";
    CHECK(problem_of(text + "\"last\":0}") == "");
    CHECK(problem_of(text + "\"n499\":0}") == "a.json:501:1: the name \"n499\" stands twice in one object: delete one of the two");
    CHECK(problem_of(text + "\"n3\":0}") == "a.json:501:1: the name \"n3\" stands twice in one object: delete one of the two");
}

TEST_CASE("columns count characters, not bytes") {
    CHECK(problem_of("[\"\xe1\x9e\x80\xe1\x9e\x81\", x]") ==
          "a.json:1:8: \"x\" stands without quotes: put it between two \", or correct it");
}

TEST_CASE("what is repeated from the file is short and on one line") {
    const std::string name(300, 'a');
    CHECK(problem_of("[" + name + "]") ==
          "a.json:1:2: \"" + std::string(40, 'a') + "...\" stands without quotes: put it between two \", or correct it");
    CHECK(problem_of("{\"\\n\xe2\x80\xae\":1,\"\\n\xe2\x80\xae\":2}") ==
          "a.json:1:10: the name \"\xef\xbf\xbd\xef\xbf\xbd\" stands twice in one object: delete one of the two");
}

TEST_CASE("numbers at the edge of what a computer holds are read, and those beyond are a problem") {
    CHECK(parse_json("1e308", "a.json")->get<double>() == 1e308);
    CHECK(parse_json("-9223372036854775808", "a.json")->get<std::int64_t>() == INT64_MIN);
    CHECK(parse_json("18446744073709551616", "a.json")->is_number_float());
    CHECK(parse_json("1e-999", "a.json")->get<double>() == 0);
    CHECK(problem_of("1e309") == "a.json:1:1: this number is too large: write one that the lesson needs");
}

TEST_CASE("every beginning of a sound file is refused without harm") {
    const std::string text = R"({"a": [1, -2.5e3, "x\u00e9\\\"", true, null, {"b": {}}], "c": ""})";
    REQUIRE(parse_json(text, "a.json"));
    for (std::size_t length = 0; length < text.size(); ++length) {
        CAPTURE(length);
        CHECK(problem_of(text.substr(0, length)) != "");
    }
}

}  // namespace sango::data
