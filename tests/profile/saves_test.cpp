#include "tests/profile/save_samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sango::profile_tests {
namespace {

using profile::Companion;
using profile::Profile;

std::string lines(const Problems& problems) {
    std::string all;
    for (const Problem& problem : problems) all += to_string(problem) + "\n";
    return all;
}

Profile read_back(const Profile& written) {
    Problems problems;
    const auto read = profile::read_profile(profile::to_json(written), "fox.json", problems);
    CHECK(lines(problems) == "");
    REQUIRE(read);
    return *read;
}

TEST_CASE("a player is read back as written, with something in every field and with nothing") {
    CHECK(read_back(full_profile()) == full_profile());
    Profile fresh;
    fresh.companion = {"owl", "sun"};
    CHECK(read_back(fresh) == fresh);
}

TEST_CASE("every state of every activity is read back as written") {
    for (const activities::State& activity : every_activity_state()) {
        Profile one = full_profile();
        one.bookmark->state.activity = activity;
        CHECK(read_back(one) == one);
    }
}

TEST_CASE("of very many checkpoints the last hundred are kept") {
    Profile one = full_profile();
    one.bookmark->checkpoints.assign(150, full_state());
    for (int i = 0; i < 150; ++i) one.bookmark->checkpoints[static_cast<std::size_t>(i)].step = i;
    const Profile read = read_back(one);
    REQUIRE(read.bookmark->checkpoints.size() == 100);
    CHECK(read.bookmark->checkpoints.front().step == 50);
    CHECK(read.bookmark->checkpoints.back().step == 149);
}

TEST_CASE("what the computer remembers is read back as written") {
    profile::Machine machine;
    machine.settings = full_profile().settings;
    machine.last_player = Companion{"bear", "plum"};
    machine.first_start_done = true;
    machine.sat_out = {story::LessonId("private-eye")};
    Problems problems;
    CHECK(profile::read_machine(profile::to_json(machine), "machine.json", problems) == machine);
    CHECK(profile::read_machine(profile::to_json(profile::Machine()), "machine.json", problems) == profile::Machine());
    CHECK(lines(problems) == "");
}

TEST_CASE("saves of every released format are read") {
    for (int format = 1; format <= profile::kSaveFormat; ++format) {
        CAPTURE(format);
        const std::string number = std::to_string(format);
        Problems problems;
        const auto one = profile::read_profile(read_whole("tests/profile/good/profile-" + number + ".json"), "fox.json", problems);
        CHECK(lines(problems) == "");
        REQUIRE(one);
        CHECK(one->companion == Companion{"fox", "teal"});
        CHECK(one->settings.text_size == profile::TextSize::P150);
        CHECK(one->progress.lanterns.count(story::LessonId("private-eye")) == 1);
        CHECK(one->progress.answers.at("kind-words/who").latest == story::ChoiceId("adult"));
        REQUIRE(one->bookmark);
        REQUIRE(one->bookmark->state.activity);
        CHECK(std::get<activities::BuildState>(*one->bookmark->state.activity).wrong_slot == activities::ItemId("where"));
        CHECK(one->bookmark->checkpoints.size() == 2);
        const auto machine = profile::read_machine(read_whole("tests/profile/good/machine-" + number + ".json"), "machine.json", problems);
        CHECK(lines(problems) == "");
        REQUIRE(machine);
        CHECK(machine->last_player == Companion{"fox", "teal"});
    }
}

TEST_CASE("what was saved is there at the next start") {
    const auto store = data::make_memory_store();
    profile::Machine machine;
    machine.last_player = Companion{"fox", "teal"};
    Profile owl;
    owl.companion = {"owl", "sun"};
    CHECK(profile::save(*store, machine));
    CHECK(profile::save(*store, owl));
    CHECK(profile::save(*store, full_profile()));
    const profile::Loaded loaded = profile::load_all(*store, {});
    CHECK(lines(loaded.problems) == "");
    CHECK(loaded.machine == machine);
    REQUIRE(loaded.profiles.size() == 2);
    CHECK(loaded.profiles[0] == full_profile());
    CHECK(loaded.profiles[1] == owl);
}

TEST_CASE("an empty store gives the defaults and nobody") {
    const auto store = data::make_memory_store();
    profile::Settings defaults;
    defaults.language = "ar";
    const profile::Loaded loaded = profile::load_all(*store, defaults);
    CHECK(loaded.machine.settings == defaults);
    CHECK_FALSE(loaded.machine.first_start_done);
    CHECK(loaded.profiles.empty());
    CHECK(loaded.problems.empty());
}

TEST_CASE("a damaged file is set aside, said, never overwritten, and the others are read") {
    const auto store = data::make_memory_store();
    REQUIRE(store->replace("machine.json", "{"));
    REQUIRE(store->replace("profiles/owl-sun.json", "torn"));
    REQUIRE(profile::save(*store, full_profile()));
    const profile::Loaded loaded = profile::load_all(*store, {});
    REQUIRE(loaded.profiles.size() == 1);
    CHECK(loaded.profiles[0] == full_profile());
    REQUIRE(loaded.problems.size() == 2);
    CHECK(loaded.problems[0].where == "machine.json:1:2");
    CHECK(loaded.problems[0].what.find("; the file is kept as machine.damaged-1.json") != std::string::npos);
    CHECK(loaded.problems[1].where == "profiles/owl-sun.json:1:1");
    CHECK(loaded.problems[1].what.find("; the file is kept as profiles/owl-sun.damaged-1.json") != std::string::npos);
    Profile owl;
    owl.companion = {"owl", "sun"};
    REQUIRE(profile::save(*store, owl));
    CHECK(*store->read("profiles/owl-sun.damaged-1.json") == "torn");
    CHECK(*store->read("machine.damaged-1.json") == "{");
    const profile::Loaded again = profile::load_all(*store, {});
    CHECK(lines(again.problems) == "");
    CHECK(again.profiles.size() == 2);
}

TEST_CASE("a save of a newer game is set aside and waits for that game") {
    const auto store = data::make_memory_store();
    const std::string newer = read_whole("tests/profile/bad/newer.json");
    REQUIRE(store->replace("profiles/fox-teal.json", newer));
    const profile::Loaded loaded = profile::load_all(*store, {});
    CHECK(loaded.profiles.empty());
    CHECK(lines(loaded.problems) == "profiles/fox-teal.json#/format: was saved by a newer Sango: get the newest version of the game to go on "
                                    "with it; the file is kept as profiles/fox-teal.damaged-1.json\n");
    CHECK(*store->read("profiles/fox-teal.damaged-1.json") == newer);
}

TEST_CASE("a save under another player's name is set aside") {
    const auto store = data::make_memory_store();
    REQUIRE(store->replace("profiles/owl-sun.json", profile::to_json(full_profile())));
    const profile::Loaded loaded = profile::load_all(*store, {});
    CHECK(loaded.profiles.empty());
    CHECK(lines(loaded.problems) == "profiles/owl-sun.json: belongs to the player of profiles/fox-teal.json; the file is kept as "
                                    "profiles/owl-sun.damaged-1.json\n");
}

TEST_CASE("a last player who is gone is forgotten") {
    const auto store = data::make_memory_store();
    profile::Machine machine;
    machine.last_player = Companion{"bear", "plum"};
    REQUIRE(profile::save(*store, machine));
    CHECK_FALSE(profile::load_all(*store, {}).machine.last_player);
}

TEST_CASE("erasing a player leaves no file of theirs, and erasing twice is no fault") {
    const auto store = data::make_memory_store();
    REQUIRE(profile::save(*store, full_profile()));
    CHECK(profile::erase(*store, {"fox", "teal"}));
    CHECK(store->list("").empty());
    CHECK(profile::erase(*store, {"fox", "teal"}));
}

TEST_CASE("free companions are those nobody has") {
    CHECK(profile::free_companions({}).size() == 48);
    const auto free = profile::free_companions({full_profile()});
    CHECK(free.size() == 47);
    CHECK(std::find(free.begin(), free.end(), Companion{"fox", "teal"}) == free.end());
    CHECK(free.front() == Companion{"fox", "orange"});
}

TEST_CASE("defaults beside the program change what they name") {
    profile::Settings base;
    base.music = 3;
    Problems problems;
    const profile::Settings settings =
        profile::read_defaults(R"({ "language": "ar", "country": "ma", "text_size": 150, "theme": "contrast" })", "defaults.json", base, problems);
    CHECK(lines(problems) == "");
    CHECK(settings == profile::Settings{"ar", "ma", profile::TextSize::P150, profile::Theme::Contrast, false, 3, 8, 10, false});
    CHECK(profile::read_defaults("{}", "defaults.json", base, problems) == base);
    CHECK(lines(problems) == "");
}

TEST_CASE("faults in the defaults are told and left aside") {
    profile::Settings base;
    base.text_size = profile::TextSize::P200;
    Problems problems;
    const profile::Settings settings =
        profile::read_defaults(R"({ "language": "?", "text_size": 120, "theme": "night", "music": 3, "country": "ma" })", "defaults.json", base, problems);
    base.country = "ma";
    CHECK(settings == base);
    CHECK(lines(problems) == "defaults.json#/language: is no language tag: write one such as \"en\"\n"
                             "defaults.json#/text_size: must be 100, 150 or 200\n"
                             "defaults.json#/theme: must be \"day\" or \"contrast\", not \"night\"\n"
                             "defaults.json#/music: is a name that nothing reads here: delete it\n");
    problems.clear();
    CHECK(profile::read_defaults("{ language", "defaults.json", base, problems) == base);
    CHECK(problems.size() == 1);
}

}  // namespace
}  // namespace sango::profile_tests
