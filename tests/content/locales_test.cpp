#include "game/content/readers.hpp"
#include "tests/content/pack_samples.hpp"

#include <doctest/doctest.h>

namespace sango::content_tests {
namespace {

std::vector<std::string> sentences(const Problems& problems) {
    std::vector<std::string> all;
    for (const Problem& problem : problems) all.push_back(to_string(problem));
    return all;
}

data::Json language(const char* tag, const char* fallback) {
    return {{"tag", tag},       {"name", tag},
            {"english_name", tag}, {"direction", "ltr"},
            {"fonts", {"andika"}}, {"fallback", fallback},
            {"months", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}}};
}

std::vector<content::Language> read(const data::Json& languages, Problems& problems) {
    const std::vector<std::string> faces{"andika"};
    return content::read_languages({{"languages", languages}}, "languages.json", &faces, problems);
}

TEST_CASE("English comes first, the others as they are listed") {
    Problems problems;
    const auto languages = read({language("fr", "en"), language("en", ""), language("ar", "fr")}, problems);
    CHECK(sentences(problems).empty());
    REQUIRE(languages.size() == 3);
    CHECK(languages[0].tag == "en");
    CHECK(languages[1].tag == "fr");
    CHECK(languages[2].fallback == "fr");
}

TEST_CASE("a fallback that leads nowhere or in a circle is told, and English takes its place") {
    Problems problems;
    const auto languages = read({language("en", ""), language("pt", "gl"), language("a1", "en"), language("aa", "bb"), language("bb", "aa")}, problems);
    CHECK(sentences(problems) == std::vector<std::string>{
                                     "languages.json#/languages/2/tag: is no language tag: write one such as \"pt-BR\"",
                                     "languages.json#/languages/pt/fallback: no language \"gl\" leads to English here: write \"en\", or add that language",
                                     "languages.json#/languages/aa/fallback: goes round in a circle: let it end in \"en\""});
    REQUIRE(languages.size() == 4);
    for (std::size_t i = 1; i < 3; ++i) CHECK(languages[i].fallback == "en");
}

TEST_CASE("faults of a language are told with their place, and it is left out") {
    data::Json bad = language("fr", "en");
    bad["fonts"] = {"andica"};
    bad["digits"] = "01234";
    bad["month_and_year"] = "{month}";
    Problems problems;
    CHECK(read({language("en", ""), bad, language("en", "")}, problems).size() == 1);
    CHECK(sentences(problems) == std::vector<std::string>{
                                     "languages.json#/languages/1/fonts: no face \"andica\" in fonts.json: write the id of one that is there",
                                     "languages.json#/languages/1/digits: must be the ten digits from 0 to 9",
                                     "languages.json#/languages/1/month_and_year: {year} is lost: keep it in the translation",
                                     "languages.json#/languages/2/tag: \"en\" is listed twice: delete one of the two"});
}

TEST_CASE("fonts.json names the files that the build makes") {
    Problems problems;
    const data::Json json = {{"faces",
                              {{{"id", "andika"}, {"package", "p"}, {"regular", "a/A.ttf"}, {"bold", "a/B.ttf"}},
                               {{"id", "noto"}, {"package", "p"}, {"regular", "n/N.ttc"}, {"index", 2}}}},
                             {"fallback", {"andika", "nobody"}}};
    const text::FontConfig fonts = content::read_fonts(json, "fonts.json", "fonts", problems);
    REQUIRE(fonts.faces.size() == 2);
    CHECK(fonts.faces[0].regular == std::filesystem::path("fonts") / "andika.ttf");
    CHECK(fonts.faces[0].bold == std::filesystem::path("fonts") / "andika-bold.ttf");
    CHECK(fonts.faces[1].bold.empty());
    CHECK(sentences(problems) == std::vector<std::string>{"fonts.json#/fallback: no face \"nobody\" in this file: write the id of one of the faces"});
}

TEST_CASE("a folder of locales is checked against the packs") {
    Problems problems;
    const auto pack = content::read_pack(good_pack(), problems);
    REQUIRE(pack);
    MemoryFiles locales("locales");
    locales.files["fonts.json"] = R"({ "faces": [ { "id": "andika", "package": "p", "regular": "a.ttf" } ] })";
    locales.files["languages.json"] = data::Json({{"languages", {language("en", ""), language("fr", "en")}}}).dump();
    locales.files["en/ui.json"] = R"({ "pack": "ui", "language": "en", "strings": { "play": { "text": "Play, {name}!" }, "stop": { "text": "Stop" } } })";
    locales.files["fr/ui.json"] = R"({ "pack": "ui", "language": "fr", "review": { "state": "machine" }, "strings": {
        "play": { "from": "Play!", "to": "Jouer" }, "stopp": { "from": "Stop", "to": "Stop" } } })";
    locales.files["fr/tiny.json"] = good_pack().files["locales/fr/tiny.json"];
    locales.files["fr/other.json"] = "{}";
    locales.files["xx/ui.json"] = "{}";
    content::check_locales(locales, {*pack}, problems);
    CHECK(sentences(problems) ==
          std::vector<std::string>{"locales/fr/other.json: belongs to no pack: name it ui.json, or as the pack's id",
                                   "locales/fr/ui.json#/strings/play: the source text has changed: translate it anew and copy it to \"from\"",
                                   "locales/fr/ui.json#/strings/stopp: the interface has no text with this key: correct the key, or delete it",
                                   "locales/xx/ui.json: languages.json has no language \"xx\": add it there, or correct the folder's name"});
}

TEST_CASE("a form of a name needs words of its own") {
    Problems problems;
    const auto pack = content::read_pack(good_pack(), problems);
    REQUIRE(pack);
    content::Language russian;
    russian.tag = "ru";
    russian.forms = {"dat"};
    content::Translation translation;
    translation.strings["kind-words/title"] = {"Kind words", "Письмо {ben.dat}"};
    content::check_translation(*pack, nullptr, translation, &russian, "ru.json", problems);
    CHECK(sentences(problems) == std::vector<std::string>{"ru.json#/strings/kind-words/title: {ben.dat} has no words: add the key \"cast/ben.dat\""});
    problems.clear();
    translation.strings["cast/ben.dat"] = {"Ben", "Бену"};
    content::check_translation(*pack, nullptr, translation, &russian, "ru.json", problems);
    CHECK(sentences(problems).empty());
}

}  // namespace
}  // namespace sango::content_tests
