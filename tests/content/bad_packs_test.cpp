#include "game/content/library.hpp"
#include "tests/content/bad_packs.hpp"

#include <doctest/doctest.h>

#include <set>

namespace sango::content_tests {
namespace {

std::optional<content::Pack> read(const data::FileView& files, Problems& problems) {
    content::PackSurroundings around;
    around.has_picture = [](std::string_view) { return false; };
    around.depth = content::Depth::Full;
    return content::read_pack(files, around, problems);
}

std::vector<std::string> sentences(const Problems& problems) {
    std::vector<std::string> all;
    for (const Problem& problem : problems) all.push_back(to_string(problem));
    return all;
}

TEST_CASE("the sound packs that the bad ones are made from have no problems") {
    for (const char* folder : {"tests/content/good", "tests/content/good-country"}) {
        Problems problems;
        CHECK(read(load_files(folder, "tiny"), problems));
        CHECK(sentences(problems) == std::vector<std::string>());
    }
}

TEST_CASE("each fault of a pack is told in the sentence that helps, and takes away no more than it must") {
    for (const BadPack& bad : kBadPacks) {
        CAPTURE(bad.name);
        Problems problems;
        const auto pack = read(bad_pack(bad), problems);
        CHECK(sentences(problems) == bad.says);
        CHECK(pack.has_value() == (bad.lost != Lost::Pack));
        if (!pack || pack->kind != "lessons") continue;
        CHECK(pack->lessons.size() == (bad.lost == Lost::Nothing ? 1 : 0));
    }
}

TEST_CASE("every bad pack that is kept is in the table") {
    std::set<std::string> in_table, in_folder;
    for (const BadPack& bad : kBadPacks) in_table.insert(bad.name);
    for (const auto& entry : std::filesystem::directory_iterator("tests/content/bad")) in_folder.insert(entry.path().filename().string());
    CHECK(in_table == in_folder);
    CHECK(in_table.size() >= 60);
}

TEST_CASE("a number or a helpline with a fault is not shown, the others are") {
    Problems problems;
    const auto whole = read(load_files("tests/content/good-country", "tiny"), problems);
    REQUIRE(whole);
    CHECK(whole->country->emergency.size() == 2);
    CHECK(whole->country->emergency[1].from == content::EmergencyFrom::Landline);
    CHECK(whole->country->helplines.at(0).free == true);
    const auto one_less = read(bad_pack({"country-no-number", "", Lost::Nothing, {}}), problems);
    REQUIRE(one_less);
    CHECK(one_less->country->emergency.size() == 1);
    const auto none = read(bad_pack({"country-no-source", "", Lost::Nothing, {}}), problems);
    REQUIRE(none);
    CHECK(none->country->helplines.empty());
}

TEST_CASE("a pack zipped together with its folder is told apart from something that is no pack") {
    MemoryFiles deep("tiny.sangopack");
    for (const auto& [path, bytes] : good_pack().files) deep.files["tiny/" + path] = bytes;
    Problems problems;
    CHECK_FALSE(read(deep, problems));
    CHECK(sentences(problems) == std::vector<std::string>{"tiny.sangopack/tiny/pack.json: lies one folder too deep: zip what is inside the "
                                                          "folder, not the folder itself"});
    MemoryFiles other("photos.zip");
    other.files["beach.png"] = "";
    problems.clear();
    CHECK_FALSE(read(other, problems));
    CHECK(sentences(problems) == std::vector<std::string>{"photos.zip/pack.json: is not there: a pack is a folder, or a zip archive, with "
                                                          "pack.json at its top"});
}

TEST_CASE("a pack may use the characters and places of the core, and must not make them anew") {
    Problems problems;
    auto core = read(good_pack(), problems);
    REQUIRE(core);
    MemoryFiles guest = good_pack();
    REQUIRE(replace_once(guest.files["pack.json"], "\"id\": \"tiny\"", "\"id\": \"guest\""));
    guest.files.erase("places.json");
    guest.files["cast.json"] = R"({ "characters": [ { "id": "ben", "name": "Other Ben", "gender": "m", "role": "child", "look": {} } ] })";
    content::PackSurroundings around;
    around.core = &*core;
    const auto pack = content::read_pack(guest, around, problems);
    REQUIRE(pack);
    CHECK(pack->lessons.size() == 1);
    CHECK(pack->cast.empty());
    CHECK(sentences(problems) == std::vector<std::string>{"tiny/cast.json#/characters/ben: a character of the game has this id: choose another"});
}

TEST_CASE("in a pack of three lessons one adult at least is busy or doubts") {
    MemoryFiles pack = good_pack();
    std::string& first = pack.files["lessons/kind-words.json"];
    REQUIRE(replace_once(first, "\"reply\": \"busy\"", "\"reply\": \"listens\""));
    REQUIRE(replace_once(first, "\"reply\": \"doubts\"", "\"reply\": \"listens\""));
    for (const char* id : {"two", "three"}) {
        std::string copy = first;
        REQUIRE(replace_once(copy, "\"id\": \"kind-words\"", "\"id\": \"" + std::string(id) + "\""));
        pack.files["lessons/" + std::string(id) + ".json"] = copy;
    }
    REQUIRE(replace_once(pack.files["pack.json"], "[\"kind-words\"]", "[\"kind-words\", \"two\", \"three\"]"));
    pack.files.erase("locales/fr/tiny.json");
    Problems problems;
    CHECK(read(pack, problems));
    CHECK(sentences(problems) == std::vector<std::string>{"tiny/pack.json: in fewer than one lesson of three a helper is busy or doubts: let one "
                                                          "be, so that children learn to tell somebody else"});
}

}  // namespace
}  // namespace sango::content_tests
