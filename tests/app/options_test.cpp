#include "game/app/options.hpp"

#include <doctest/doctest.h>

using namespace sango;
using app::parse_options;

TEST_CASE("without arguments the game is played in a window of 1280 by 720") {
    const auto options = parse_options({});
    REQUIRE(options);
    CHECK(options->mode == app::Mode::Play);
    CHECK(options->size == Size{1280, 720});
}

TEST_CASE("a tour takes language, letters, theme and size") {
    const auto options = parse_options({"--tour", "out", "--lang", "ar", "--text-size", "200", "--theme", "contrast", "--size", "390x844"});
    REQUIRE(options);
    CHECK(options->mode == app::Mode::Tour);
    CHECK(options->out == "out");
    CHECK(options->language == "ar");
    CHECK(options->text_size == profile::TextSize::P200);
    CHECK(options->theme == profile::Theme::Contrast);
    CHECK(options->size == Size{390, 844});
}

TEST_CASE("the terminal takes a lesson or none") {
    CHECK(parse_options({"--terminal", "private-eye"})->lesson == "private-eye");
    CHECK(parse_options({"--terminal", "--lang", "ar"})->lesson.empty());
}

TEST_CASE("packs may be named as often as wanted") { CHECK(parse_options({"--pack", "a", "--pack", "b"})->packs.size() == 2); }

TEST_CASE("what is not understood is said, and nothing is started") {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"--nonsense"}, {"--lang"}, {"--text-size", "120"}, {"--size", "12"}, {"--size", "12x"}, {"--size", "99999x99999"}, {"--size", "1280x720x3"}, {"--theme", "dark"}, {"private-eye"}}) {
        const auto options = parse_options(arguments);
        CHECK_MESSAGE(!options, arguments.front());
    }
    CHECK(to_string(parse_options({"--text-size", "120"}).problem()) == "--text-size 120: The text size is 100, 150 or 200. Try --help.");
}
