#include "game/content/library.hpp"
#include "game/story/walk.hpp"
#include "tools/sango-pack/checks.hpp"

#include <doctest/doctest.h>

#include <set>

namespace sango {
namespace {

content::LibraryOptions shipped() {
    content::LibraryOptions options;
    options.program_files = ".";  // the project's root
    return options;
}

std::string lines(const Problems& problems) {
    std::string all;
    for (const Problem& problem : problems) all += to_string(problem) + "\n";
    return all;
}

const std::string kToday = "2026-11-22";

TEST_CASE("the packs that come with the game have no problems, however closely one looks") {
    const auto library = content::Library::open(shipped(), {});
    for (const char* path : {"content/core", "content/countries/br", "content/countries/ch", "content/countries/ma", "locales"}) {
        CAPTURE(path);
        CHECK(lines(tools::check_path(path, *library, kToday)) == "");
    }
}

TEST_CASE("opening the library finds what is shipped") {
    const auto library = content::Library::open(shipped(), {});
    CHECK(lines(library->problems()) == "fonts: the folder is not there, so texts may stay empty: install the game anew\n");  // fonts are built
    CHECK(library->lessons().size() == 2);
    CHECK(library->countries().size() == 3);
    CHECK(library->languages().front().tag == "en");
    CHECK(library->languages().size() >= 10);
    CHECK(library->rigs().size() == 2);
    CHECK(library->palette().at("ink") == Colour{0x2b, 0x2a, 0x3a, 255});
    CHECK(library->map_layout(false).lessons.size() == 14);
    CHECK(library->map_layout(true).lessons.size() == 14);
    CHECK(library->map_layout(false).lessons[2].lesson == "private-eye");
    CHECK(library->map_layout(true).space.height > library->map_layout(true).space.width);
    REQUIRE(library->place(story::PlaceId("street")));
    CHECK(library->place(story::PlaceId("street"))->life == "places/street-life");
}

TEST_CASE("each shipped lesson can be walked to its ends") {
    const auto library = content::Library::open(shipped(), {});
    for (const story::Lesson* lesson : library->lessons()) {
        CAPTURE(lesson->id.value);
        Problems problems;
        const story::WalkReport report = story::walk(*lesson, lesson->id.value, problems);
        CHECK(lines(problems) == "");
        CHECK(report.scenes.size() == lesson->scenes.size());
        CHECK(report.states > 20);
    }
}

TEST_CASE("every picture of the map, the places, the cast and the lessons is there") {
    const auto library = content::Library::open(shipped(), {});
    std::set<std::string> names;
    for (const bool tall : {false, true}) {
        for (const content::MapSpot& spot : library->map_layout(tall).lessons) names.insert(spot.picture);
        for (const content::MapSpot& spot : library->map_layout(tall).scenery) names.insert(spot.picture);
    }
    for (const content::Pack& pack : library->packs()) {
        for (const content::Place& place : pack.places) names.insert(place.layers.begin(), place.layers.end());
        for (const content::Character& one : pack.cast) names.insert({one.look.body, one.look.head});
    }
    names.erase("");
    CHECK(names.size() > 50);
    for (const std::string& name : names) {
        CAPTURE(name);
        CHECK(library->pictures().box(name).has_value());
    }
}

TEST_CASE("no helpline is shipped without a way to reach it, a source, and at least medium confidence") {
    const auto library = content::Library::open(shipped(), {});
    for (const content::Country& country : library->countries()) {
        CAPTURE(country.id);
        CHECK_FALSE(country.emergency.empty());
        REQUIRE_FALSE(country.helplines.empty());
        for (const content::Helpline& helpline : country.helplines) {
            CHECK(content::helpline_age(helpline, kToday) == content::HelplineAge::Fresh);
            CHECK_FALSE(helpline.ways.empty());
            CHECK_FALSE(helpline.sources.empty());
        }
        for (const char* tag : {"en", "ar", "fr", "es", "ru", "zh-Hans", "pt-BR"}) CHECK(country.names.count(tag) == 1);
    }
}

TEST_CASE("the tool tells when a helpline was checked too long ago") {
    const auto library = content::Library::open(shipped(), {});
    CHECK(lines(tools::check_path("content/countries/ch", *library, "2027-11-22")) ==
          "ch/pack.json#/country/helplines/Pro Juventute Beratung + Hilfe 147: was checked on 2026-11-21, more than 12 months ago: check it "
          "again and correct \"checked\"\n");
}

}  // namespace
}  // namespace sango
