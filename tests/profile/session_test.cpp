#include "game/profile/session.hpp"
#include "tests/profile/save_samples.hpp"

#include <doctest/doctest.h>

namespace sango::profile_tests {
namespace {

using profile::Companion;
using profile::Session;

const Companion kFox{"fox", "teal"};
const Companion kOwl{"owl", "sun"};

Session open(data::Store& store) { return Session(store, profile::load_all(store, {})); }

TEST_CASE("a new player starts with the computer's settings and is the last player at the next start") {
    const auto store = data::make_memory_store();
    Session session = open(*store);
    profile::Settings settings;
    settings.language = "ar";
    session.change_settings(settings);
    session.create(kFox);
    CHECK(session.settings().language == "ar");
    settings.language = "fr";
    session.change_settings(settings);
    CHECK(session.machine().settings.language == "ar");
    const Session next = open(*store);
    CHECK(next.player() == nullptr);
    CHECK(next.machine().last_player == kFox);
    REQUIRE(next.profiles().size() == 1);
    CHECK(next.profiles()[0].settings.language == "fr");
}

TEST_CASE("every change is in the store at once") {
    const auto store = data::make_memory_store();
    Session session = open(*store);
    session.create(kFox);
    session.light_lantern(story::LessonId("private-eye"));
    CHECK(open(*store).profiles().at(0).progress.lanterns.size() == 1);
    session.finish(story::LessonId("private-eye"));
    CHECK(open(*store).profiles().at(0).progress.finished.size() == 1);
    session.remember(*full_profile().bookmark);
    CHECK(open(*store).profiles().at(0).bookmark == full_profile().bookmark);
    session.forget_bookmark();
    CHECK_FALSE(open(*store).profiles().at(0).bookmark);
    session.record_answer("private-eye/photo-clue", story::Form::B, story::ChoiceId("cake"));
    session.record_answer("private-eye/photo-clue", story::Form::B, story::ChoiceId("number"));
    const profile::Remembered answer = open(*store).profiles().at(0).progress.answers.at("private-eye/photo-clue");
    CHECK(answer.first == story::ChoiceId("cake"));
    CHECK(answer.latest == story::ChoiceId("number"));
    session.set_sat_out(story::LessonId("who-can-help"), true);
    session.set_first_start_done();
    CHECK(open(*store).machine().sat_out.size() == 1);
    CHECK(open(*store).machine().first_start_done);
    session.set_sat_out(story::LessonId("who-can-help"), false);
    CHECK(open(*store).machine().sat_out.empty());
}

TEST_CASE("who just tries leaves nothing behind") {
    const auto store = data::make_memory_store();
    Session session = open(*store);
    session.just_try();
    CHECK(session.is_trying());
    session.light_lantern(story::LessonId("private-eye"));
    session.remember(*full_profile().bookmark);
    REQUIRE(session.player());
    CHECK(session.player()->progress.lanterns.size() == 1);
    session.leave();
    CHECK(session.player() == nullptr);
    CHECK(store->list("").empty());
}

TEST_CASE("an erased player is gone for good, and another stays") {
    const auto store = data::make_memory_store();
    Session session = open(*store);
    session.create(kFox);
    session.create(kOwl);
    session.erase(kOwl);
    CHECK(session.player() == nullptr);
    CHECK_FALSE(session.machine().last_player);
    const Session next = open(*store);
    REQUIRE(next.profiles().size() == 1);
    CHECK(next.profiles()[0].companion == kFox);
}

TEST_CASE("a failed write is said, play goes on, and the next one that works takes the sentence away") {
    const auto full = data::make_memory_store("the disk is full");
    Session session(*full, {});
    session.create(kFox);
    REQUIRE(session.save_problem());
    CHECK(session.save_problem()->what.find("the disk is full") != std::string::npos);
    session.light_lantern(story::LessonId("private-eye"));
    CHECK(session.player()->progress.lanterns.size() == 1);

    const auto store = data::make_memory_store();
    Session fine = open(*store);
    fine.create(kFox);
    CHECK_FALSE(fine.save_problem());
}

TEST_CASE("what was set aside at the start is known to the session") {
    const auto store = data::make_memory_store();
    REQUIRE(store->replace("profiles/fox-teal.json", "torn"));
    CHECK(open(*store).load_problems().size() == 1);
}

}  // namespace
}  // namespace sango::profile_tests
