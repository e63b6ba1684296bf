#include "game/content/library.hpp"
#include "tests/content/pack_samples.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <unistd.h>

namespace sango::content_tests {
namespace {

namespace fs = std::filesystem;

/// A folder of program files that is gone after the test.
class Program {
public:
    Program() : root(fs::temp_directory_path() / ("sango-library-test-" + std::to_string(getpid()))) {
        fs::remove_all(root);
        fs::create_directories(root);
    }
    ~Program() { fs::remove_all(root); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void write(const fs::path& path, const std::string& bytes) const {
        fs::create_directories((root / path).parent_path());
        std::ofstream(root / path, std::ios::binary) << bytes;
    }
    void write_pack(const fs::path& folder, const MemoryFiles& pack) const {
        for (const auto& [path, bytes] : pack.files) write(folder / path, bytes);
    }
    /// English, French and Portuguese, which falls back on French.
    void write_locales() const {
        const auto language = [](const char* tag, const char* fallback) {
            return data::Json{{"tag", tag}, {"name", tag}, {"english_name", tag}, {"direction", "ltr"}, {"fallback", fallback},
                              {"months", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}}};
        };
        write("locales/languages.json", data::Json({{"languages", {language("en", ""), language("fr", "en"), language("pt", "fr")}}}).dump());
        write("locales/fonts.json", R"({ "faces": [ { "id": "andika", "package": "p", "regular": "a.ttf" } ], "fallback": ["andika"] })");
        write("locales/en/ui.json", R"({ "pack": "ui", "language": "en", "strings": { "play": { "text": "Play" }, "stop": { "text": "Stop" } } })");
        write("locales/fr/ui.json", R"({ "pack": "ui", "language": "fr", "review": { "state": "educator" }, "strings": {
            "play": { "from": "Play", "to": "Jouer" }, "stop": { "from": "Stop!", "to": "Ancien" } } })");
    }
    [[nodiscard]] std::unique_ptr<content::Library> open() const { return content::Library::open({root, {root / "packs"}, {}}, {}); }

    fs::path root;
};

std::string lines(const Problems& problems) {
    std::string all;
    for (const Problem& problem : problems) all += to_string(problem) + "\n";
    return all;
}

/// The sound pack under another id, its lesson under another id too.
MemoryFiles renamed(const std::string& pack, const std::string& lesson) {
    MemoryFiles files = good_pack();
    files.files.erase("locales/fr/tiny.json");
    files.files.erase("plays/kind-words.play");
    std::string text = files.files["lessons/kind-words.json"];
    REQUIRE(replace_once(text, "\"id\": \"kind-words\"", "\"id\": \"" + lesson + "\""));
    files.files.erase("lessons/kind-words.json");
    files.files["lessons/" + lesson + ".json"] = text;
    REQUIRE(replace_once(files.files["pack.json"], "[\"kind-words\"]", "[\"" + lesson + "\"]"));
    REQUIRE(replace_once(files.files["pack.json"], "\"id\": \"tiny\"", "\"id\": \"" + pack + "\""));
    return files;
}

TEST_CASE("a library opens in an empty folder, and says what is missing") {
    const Program program;
    const auto library = program.open();
    CHECK(lines(library->problems()) == "assets: is not there: check the name of the folder or zip archive\n"
                                        "core: is not there: check the name of the folder or zip archive\n"
                                        "locales: is not there: check the name of the folder or zip archive\n");
    CHECK(library->lessons().empty());
    REQUIRE(library->languages().size() == 1);
    CHECK(library->languages()[0].tag == "en");
    CHECK(library->languages()[0].months.size() == 12);
    CHECK(library->ui_text("en", "title.play") == "title.play");
    CHECK(library->character_name(story::CharacterId("leo"), "en") == "leo");
    CHECK(library->character(story::CharacterId("leo")) == nullptr);
    CHECK_FALSE(library->pictures().box("sango/body"));
    CHECK_FALSE(library->lesson_in(story::LessonId("private-eye"), "en"));
    CHECK(library->coverage("en").all == 0);
}

TEST_CASE("a damaged pack stops nothing: the others are offered") {
    const Program program;
    program.write_pack("content/core", renamed("core", "first"));
    program.write("packs/broken.sangopack", "this is no zip archive");
    program.write("packs/cut/pack.json", "{ \"id\":");
    program.write("packs/readme.txt", "not looked at");
    MemoryFiles fine = renamed("fine", "second");
    fine.files.erase("cast.json");
    fine.files.erase("places.json");
    program.write_pack("packs/fine", fine);
    const auto library = program.open();
    REQUIRE(library->lessons().size() == 2);
    CHECK(library->lessons()[0]->id.value == "first");
    CHECK(library->lessons()[1]->source == "fine");
    const std::string said = lines(library->problems());
    CHECK(said.find("broken.sangopack: ") != std::string::npos);
    CHECK(said.find("cut/pack.json:1:") != std::string::npos);
    CHECK(said.find("readme") == std::string::npos);
}

TEST_CASE("of two packs or lessons with one id the first is used, and it is said once") {
    const Program program;
    program.write_pack("content/core", renamed("core", "first"));
    MemoryFiles again = renamed("core", "third");
    program.write_pack("packs/again", again);
    MemoryFiles same_lesson = renamed("other", "first");
    same_lesson.files.erase("cast.json");
    same_lesson.files.erase("places.json");
    program.write_pack("packs/same", same_lesson);
    const auto library = program.open();
    CHECK(library->packs().size() == 2);
    REQUIRE(library->lessons().size() == 1);
    CHECK(library->lessons()[0]->source == "core");
    const std::string said = lines(library->problems());
    CHECK(said.find("again: another pack with the id \"core\" is there already, and that one is used: remove one of the two\n") != std::string::npos);
    CHECK(said.find("same/lessons/first.json: the pack \"core\" has a lesson with this id, which is shown instead: choose another id\n") != std::string::npos);
}

TEST_CASE("the interface falls back text by text, by name, and never shows an old translation") {
    const Program program;
    program.write_locales();
    program.write("locales/pt/ui.json", R"({ "pack": "ui", "language": "pt", "review": { "state": "machine" }, "strings": {} })");
    const auto library = program.open();
    CHECK(library->ui_text("fr", "play") == "Jouer");
    CHECK(library->ui_text("fr", "stop") == "Stop");
    CHECK(library->ui_text("pt", "play") == "Jouer");
    CHECK(library->ui_text("pt", "stop") == "Stop");
    CHECK(library->ui_text("xx", "play") == "Play");
    CHECK(library->ui_text("fr", "no.such-key") == "no.such-key");
    CHECK(library->coverage("fr").translated == 1);
    CHECK(library->coverage("fr").all == 2);
    CHECK(library->coverage("fr").review.state == content::ReviewState::Educator);
    CHECK(library->coverage("en").translated == 2);
    CHECK(library->coverage("en").review.state == content::ReviewState::Source);
    CHECK(library->coverage("pt").translated == 0);
}

TEST_CASE("a damaged translation is told when it is first asked for, and the interface stays in the fallback") {
    const Program program;
    program.write_locales();
    program.write("locales/fr/ui.json", "{ \"pack\": \"ui\"");
    const auto library = program.open();
    const std::size_t before = library->problems().size();
    CHECK(library->ui_text("fr", "play") == "Play");
    CHECK(library->ui_text("fr", "stop") == "Stop");
    REQUIRE(library->problems().size() == before + 1);
    CHECK(library->problems().back().where.rfind("locales/fr/ui.json:1:", 0) == 0);
}

TEST_CASE("a pack brings its own translations, and a pack of the kind language those of others") {
    const Program program;
    program.write_locales();
    program.write_pack("content/core", good_pack());  // its id is "tiny": a pack without the core is a pack, too
    MemoryFiles language("xy");
    language.files["pack.json"] = R"({ "id": "lang-xy", "format": 1, "kind": "language", "language": "en", "title": "Xy", "licence": "CC0", "authors": "A school" })";
    language.files["languages.json"] = data::Json({{"languages", {{{"tag", "xy"}, {"name", "Xy"}, {"english_name", "Xy"}, {"direction", "rtl"}, {"fallback", "en"},
                                                                   {"months", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}}}}}}).dump();
    language.files["locales/xy/ui.json"] = R"({ "pack": "ui", "language": "xy", "review": { "state": "translator" }, "strings": { "play": { "from": "Play", "to": "Xyp" } } })";
    std::string lessons = good_pack().files["locales/fr/tiny.json"];
    REQUIRE(replace_once(lessons, "\"language\": \"fr\"", "\"language\": \"xy\""));
    language.files["locales/xy/tiny.json"] = lessons;
    program.write_pack("packs/xy", language);
    const auto library = program.open();
    const story::LessonId lesson("kind-words");
    CHECK(library->languages().back().tag == "xy");
    CHECK(library->languages().back().direction == text::Direction::RightToLeft);
    CHECK(library->ui_text("xy", "play") == "Xyp");
    CHECK(library->languages_of(lesson) == std::vector<std::string>{"en", "fr", "xy"});
    REQUIRE(library->lesson_in(lesson, "xy"));
    CHECK(library->lesson_in(lesson, "xy")->rule == "fr: Tell somebody.");
}

TEST_CASE("a lesson is told with the names of the cast in its language") {
    const Program program;
    program.write_locales();
    program.write_pack("content/core", good_pack());
    const auto library = program.open();
    const auto english = library->lesson_in(story::LessonId("kind-words"), "en");
    const auto french = library->lesson_in(story::LessonId("kind-words"), "fr");
    REQUIRE(english);
    REQUIRE(french);
    const auto first_line = [](const story::Lesson& lesson) { return std::get<story::Say>(lesson.scenes[0].steps[0].action).text; };
    CHECK(first_line(*english) == "Look, \u2068Ben\u2069. Somebody wrote this to \u2068Bena\u2069.");
    CHECK(first_line(*french) == "fr: Look, \u2068Ben-fr\u2069. Somebody wrote this to \u2068Ben-fr\u2069.");
    CHECK_FALSE(library->lesson_in(story::LessonId("kind-words"), "pt"));
    CHECK(first_line(*library->lessons().at(0)) == "Look, {ben}. Somebody wrote this to {ben.dat}.");
    CHECK(library->character_name(story::CharacterId("ben"), "fr") == "Ben-fr");
    CHECK(library->character_name(story::CharacterId("ben"), "pt") == "Ben");
    CHECK(library->place_name(story::PlaceId("yard"), "fr") == "fr: Yard");
    CHECK(library->place_name(story::PlaceId("yard"), "en") == "Yard");
}

TEST_CASE("pictures are found by name in the program and in packs, and damaged ones are told once") {
    const Program program;
    const std::string sound = good_pack().files["pictures/photo.svg"];
    std::string wide = sound;
    REQUIRE(replace_once(wide, "width=\"100\" height=\"100\" viewBox=\"0 0 100 100\"", "width=\"50\" height=\"50\" viewBox=\"10 20 50 50\""));
    program.write("assets/pictures/town/house.svg", wide);
    program.write("assets/pictures/torn.svg", "<svg");
    program.write_pack("content/core", good_pack());
    program.write("packs/other/pictures/town/house.svg", sound);
    const auto library = program.open();
    const std::size_t before = library->problems().size();
    CHECK(library->pictures().box("town/house") == Rect{10, 20, 50, 50});
    CHECK(library->pictures().box("photo") == Rect{0, 0, 100, 100});
    CHECK(*library->pictures().bytes("photo") == sound);
    program.write("content/core/pictures/photo.svg", wide);
    CHECK(*library->pictures().bytes("photo") == wide);
    CHECK(library->pictures().box("photo") == Rect{10, 20, 50, 50});
    CHECK(library->problems().size() == before);
    CHECK_FALSE(library->pictures().box("torn"));
    CHECK_FALSE(library->pictures().box("torn"));
    CHECK_FALSE(library->pictures().bytes("torn"));
    CHECK_FALSE(library->pictures().bytes("nothing"));
    CHECK(library->problems().size() == before + 1);
    CHECK(library->problems().back().where.rfind("assets/pictures/torn.svg", 0) == 0);
}

TEST_CASE("reading again finds what was added and what has changed") {
    const Program program;
    program.write_locales();
    program.write_pack("content/core", renamed("core", "first"));
    const auto library = program.open();
    CHECK(library->lessons().size() == 1);
    CHECK(library->ui_text("fr", "play") == "Jouer");
    MemoryFiles more = renamed("more", "second");
    more.files.erase("cast.json");
    more.files.erase("places.json");
    program.write_pack("elsewhere/more", more);
    program.write("locales/fr/ui.json", R"({ "pack": "ui", "language": "fr", "review": { "state": "machine" }, "strings": { "play": { "from": "Play", "to": "On joue" } } })");
    library->reload({program.root / "elsewhere" / "more"});
    CHECK(library->lessons().size() == 2);
    CHECK(library->ui_text("fr", "play") == "On joue");
    library->reload({});
    CHECK(library->lessons().size() == 2);
}

TEST_CASE("a pack can be looked at before it is kept") {
    const Program program;
    program.write_pack("content/core", renamed("core", "first"));
    const auto library = program.open();
    MemoryFiles guest = renamed("guest", "second");
    guest.files.erase("cast.json");
    guest.files.erase("places.json");
    Problems problems;
    CHECK(library->look_at(guest, content::Depth::Full, problems).has_value());
    CHECK(lines(problems) == "");
    CHECK(library->packs().size() == 1);
}

}  // namespace
}  // namespace sango::content_tests
