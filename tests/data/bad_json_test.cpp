#include "engine/data/files.hpp"
#include "engine/data/json.hpp"
#include "tests/data/bad_files.hpp"

namespace sango::data {
namespace {

Problems read_json(const std::filesystem::path& path) {
    const auto bytes = read_file(path, 1u << 20);
    REQUIRE(bytes);
    const auto json = parse_json(*bytes, path.filename().string());
    return json ? Problems{} : Problems{json.problem()};
}

}  // namespace

TEST_CASE("each damaged JSON file is refused with a sentence that says what is wrong and what to do") {
    // clang-format off: one file a line
    check_bad_files(
        "json",
        {
            {"after-the-end.json",
             R"(after-the-end.json:2:1: the content ended before this: delete what follows, or put it inside the brackets)"},
            {"backslash.json", R"(backslash.json:1:16: \ followed by "g" means nothing: write \\ for a backslash, or delete it)"},
            {"big-true.json", R"(big-true.json:1:13: "True" is written in small letters: true)"},
            {"bom.json", R"(bom.json:1:1: the file starts with an invisible byte order mark: save it as "UTF-8", not as "UTF-8 with BOM")"},
            {"comment.json",
             R"(comment.json:2:3: JSON has no comments: delete this one, or make it a "note": "..." beside the other names)"},
            {"curly-quotes.json",
             R"(curly-quotes.json:1:12: this quotation mark is a typographic one: write the plain " on both sides of a text)"},
            {"deep-objects.json", R"(deep-objects.json:1:161: brackets lie more than 32 deep in one another here: take some away)"},
            {"deep.json", R"(deep.json:1:33: brackets lie more than 32 deep in one another here: take some away)"},
            {"empty.json", R"(empty.json:1:1: the file is empty: write the content, or delete the file)"},
            {"endless-number.json", R"(endless-number.json:1:9: this number is too large: write one that the lesson needs)"},
            {"extra-bracket.json", R"(extra-bracket.json:2:1: this } closes nothing: delete it)"},
            {"half-character.json",
             R"(half-character.json:1:19: this \u is incomplete: it takes four digits such as \u00e9, in pairs for what lies above \uffff; or write the character itself)"},
            {"huge-number.json", R"(huge-number.json:1:9: this number is too large: write one that the lesson needs)"},
            {"infinity.json",
             R"(infinity.json:1:9: "-Infinity" is nothing that JSON knows: write a number, or delete the name and its value)"},
            {"latin-1.json", R"(latin-1.json:1:16: this character is not written in UTF-8: save the file with the encoding UTF-8)"},
            {"leading-zero.json", R"(leading-zero.json:1:9: "007" is no number: write it like 12, -3 or 0.5)"},
            {"list-with-names.json", R"(list-with-names.json:1:10: a name with a colon stands in a list: put { } around it)"},
            {"long-text.json", R"(long-text.json:1:12: this text is longer than 20000 bytes: shorten it)"},
            {"missing-colon.json", R"(missing-colon.json:1:11: a colon is missing between a name and its value: write "name": value)"},
            {"missing-comma.json", R"(missing-comma.json:3:3: a comma is missing before this: put one after the value that ends there)"},
            {"missing-value.json",
             R"(missing-value.json:1:12: a value is missing before this: write a text in double quotes, a number, true, false, [ ] or { })"},
            {"nan.json", R"(nan.json:1:9: "NaN" is nothing that JSON knows: write a number, or delete the name and its value)"},
            {"no-end.json", R"(no-end.json:5:1: the file ends too early: the [ of line 3 is never closed by a ])"},
            {"no-quotes.json", R"(no-quotes.json:1:3: "title" stands without quotes: put it between two ", or correct it)"},
            {"nul-byte.json",
             R"(nul-byte.json:1:17: an invisible control character stands here: delete it, or save the file as UTF-8 if it was not)"},
            {"nul-in-text.json", R"(nul-in-text.json:1:12: this text holds a control character: delete the \u00.. in it)"},
            {"only-spaces.json", R"(only-spaces.json:3:1: the file is empty: write the content, or delete the file)"},
            {"open-text-at-end.json", R"(open-text-at-end.json:1:12: the text that starts here is never closed: put a " at its end)"},
            {"open-text.json", R"(open-text.json:2:12: the text that starts here is never closed: put a " at its end)"},
            {"overlong.json", R"(overlong.json:1:13: this character is not written in UTF-8: save the file with the encoding UTF-8)"},
            {"plus.json", R"(plus.json:1:9: "+5" is no number: write it like 12, -3 or 0.5)"},
            {"single-quotes.json", R"(single-quotes.json:1:3: texts and names stand in double quotes: write "..." instead of '...')"},
            {"surrogate-bytes.json",
             R"(surrogate-bytes.json:1:13: this character is not written in UTF-8: save the file with the encoding UTF-8)"},
            {"tab-in-text.json", R"(tab-in-text.json:1:14: a tab stands inside a text: put a space or \t in its place)"},
            {"trailing-comma-list.json", R"(trailing-comma-list.json:1:11: a comma stands before this ]: delete the comma)"},
            {"trailing-comma.json", R"(trailing-comma.json:3:1: a comma stands before this }: delete the comma)"},
            {"twice-escaped.json", R"(twice-escaped.json:1:17: the name "title" stands twice in one object: delete one of the two)"},
            {"twice.json", R"(twice.json:3:3: the name "title" stands twice in one object: delete one of the two)"},
            {"two-commas.json", R"(two-commas.json:1:6: two commas with nothing between them: delete one)"},
            {"utf16.json", R"(utf16.json:1:1: this character is not written in UTF-8: save the file with the encoding UTF-8)"},
            {"wrong-bracket.json", R"(wrong-bracket.json:1:24: this } closes nothing: a ] must come first)"},
        },
        read_json);
    // clang-format on
}

}  // namespace sango::data
