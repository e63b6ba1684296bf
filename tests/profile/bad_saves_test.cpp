#include "tests/profile/save_samples.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

namespace sango::profile_tests {
namespace {

struct BadSave {
    std::string name;
    std::vector<std::string> says;
};

// clang-format off
const std::vector<BadSave> kBadSaves = {
    {"answer-of-no-lesson", {"fox.json#/progress/answers/who: must be a lesson and a question, as in \"private-eye/photo-clue\""}},
    {"cut-off", {"fox.json:46:4: the file ends too early: the { of line 45 is never closed by a }"}},
    {"empty", {"fox.json:1:1: the file is empty: write the content, or delete the file"}},
    {"format-in-quotes", {"fox.json#/format: must be a number from 1 on: the save is damaged"}},
    {"format-of-nothing", {"fox.json#/format: must be a number from 1 on: the save is damaged"}},
    {"lantern-no-id", {"fox.json#/progress/lanterns: holds something that is no id, or too many"}},
    {"lantern-twice", {"fox.json#/progress/lanterns: holds an id twice"}},
    {"newer", {"fox.json#/format: was saved by a newer Sango: get the newest version of the game to go on with it"}},
    {"no-companion", {"fox.json#/companion: is missing"}},
    {"no-format", {"fox.json#/format: must be a number from 1 on: the save is damaged"}},
    {"no-object", {"fox.json#: must be an object { }, not a list [ ]"}},
    {"no-progress", {"fox.json#/progress: is missing"}},
    {"no-state", {"fox.json#/bookmark/state: is missing"}},
    {"odd-activity", {"fox.json#/bookmark/state/activity/kind: must be \"build\", \"order\", \"spot\", \"reveal\" or \"tell\", not \"dance\""}},
    {"odd-country", {"fox.json#/settings/country: is no country's id: write one such as \"br\""}},
    {"odd-language", {"fox.json#/settings/language: is no language tag: write one such as \"en\""}},
    {"odd-seed", {"fox.json#/bookmark/state/seed: must be a whole number from 0 to 4294967295, not 4294967296"}},
    {"odd-slot", {"fox.json#/bookmark/state/activity/placed/../x: is no id"}},
    {"odd-step", {"fox.json#/bookmark/state/step: must be a whole number from 0 to 1000, not 2147483648"}},
    {"odd-text-size", {"fox.json#/settings/text_size: must be 100, 150 or 200"}},
    {"odd-tries", {"fox.json#/bookmark/state/activity/wrong_tries: must be a whole number from 0 to 999, not -1"}},
    {"other-file", {"fox.json:1:1: \"<html>Not\" stands without quotes: put it between two \", or correct it"}},
    {"path-as-colour", {"fox.json#/companion/colour: is none of the companions that the game has"}},
    {"too-loud", {"fox.json#/settings/music: must be a whole number from 0 to 10, not 11"}},
    {"too-many-checkpoints", {"fox.json#/bookmark/checkpoints: must be a list of 0 to 100, but has 101"}},
    {"tried-in-words", {"fox.json#/bookmark/state/tried: must be a list of texts such as [\"one\", \"two\"], not a text"}},
    {"unknown-animal", {"fox.json#/companion/animal: is none of the companions that the game has"}},
    {"unknown-name", {"fox.json#/coins: is a name that nothing reads here: delete it"}},
    {"unknown-theme", {"fox.json#/settings/theme: must be \"day\" or \"contrast\", not \"night\""}},
    {"zeros", {"fox.json:1:1: an invisible control character stands here: delete it, or save the file as UTF-8 if it was not"}},
};
// clang-format on

TEST_CASE("each damaged save is refused in a sentence with its place") {
    for (const BadSave& bad : kBadSaves) {
        CAPTURE(bad.name);
        Problems problems;
        CHECK_FALSE(profile::read_profile(read_whole("tests/profile/bad/" + bad.name + ".json"), "fox.json", problems));
        std::vector<std::string> said;
        for (const Problem& problem : problems) said.push_back(to_string(problem));
        CHECK(said == bad.says);
    }
}

TEST_CASE("each damaged save is set aside whole, and the game starts") {
    for (const BadSave& bad : kBadSaves) {
        CAPTURE(bad.name);
        const std::string bytes = read_whole("tests/profile/bad/" + bad.name + ".json");
        const auto store = data::make_memory_store();
        REQUIRE(store->replace("profiles/fox-teal.json", bytes));
        const profile::Loaded loaded = profile::load_all(*store, {});
        CHECK(loaded.profiles.empty());
        CHECK(loaded.problems.size() == 1);
        CHECK_FALSE(store->has("profiles/fox-teal.json"));
        CHECK(*store->read("profiles/fox-teal.damaged-1.json") == bytes);
    }
}

TEST_CASE("every damaged save that is kept is in the table") {
    std::set<std::string> in_table, in_folder;
    for (const BadSave& bad : kBadSaves) in_table.insert(bad.name + ".json");
    for (const auto& entry : std::filesystem::directory_iterator("tests/profile/bad")) in_folder.insert(entry.path().filename().string());
    CHECK(in_table == in_folder);
    CHECK(in_table.size() >= 30);
}

}  // namespace
}  // namespace sango::profile_tests
