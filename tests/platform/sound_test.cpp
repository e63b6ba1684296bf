#include "engine/platform/sound.hpp"

#include "engine/platform/sdl_ptr.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace sango;
using namespace sango::platform;

namespace fs = std::filesystem;

namespace {

// A tenth of a second of silence as a WAV file.
fs::path wav_file(const char* name) {
    const fs::path file = fs::temp_directory_path() / name;
    const std::string data(8820, '\0');
    const auto number = [](std::uint32_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 255);
        return text;
    };
    std::ofstream(file, std::ios::binary) << "RIFF" << number(36 + 8820, 4) << "WAVEfmt " << number(16, 4) << number(1, 2) << number(1, 2)
                                          << number(44100, 4) << number(88200, 4) << number(2, 2) << number(16, 2) << "data"
                                          << number(8820, 4) << data;
    return file;
}

SoundBank bank() {
    SoundBank sounds;
    sounds.effects["press"] = {wav_file("sango-test-press.wav"), 1.0f, ""};
    sounds.effects["gone"] = {"/no/such/file.ogg", 1.0f, ""};
    sounds.music["map"] = wav_file("sango-test-map.wav");
    return sounds;
}

struct Logged {
    std::vector<std::string> lines;
    LogSink sink = [this](std::string_view line) { lines.emplace_back(line); };
};

}  // namespace

TEST_CASE("without a sound device everything is accepted, and it is told once") {
    SDL_setenv("SDL_AUDIODRIVER", "no such driver", 1);
    Logged log;
    const auto sound = open_sound(bank(), log.sink);
    CHECK(log.lines.empty());
    sound->effect("press");
    sound->effect("press");
    sound->music("map");
    sound->set_ducked(true);
    sound->set_volumes({1, 1});
    sound->update();
    CHECK_FALSE(sound->has_device());
    CHECK(log.lines.size() == 1);
}

TEST_CASE("the device is opened by the first sound that can be heard") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    Logged log;
    const auto sound = open_sound(bank(), log.sink);
    CHECK_FALSE(sound->has_device());
    sound->set_volumes({0, 0});
    sound->effect("press");
    sound->music("map");
    sound->update();
    CHECK_FALSE(sound->has_device());
    sound->set_volumes({0, 0.5f});
    CHECK_FALSE(sound->has_device());
    sound->effect("press");
    CHECK(sound->has_device());
    CHECK(log.lines.empty());
}

TEST_CASE("music that was silenced starts when it can be heard again") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    Logged log;
    const auto sound = open_sound(bank(), log.sink);
    sound->set_volumes({0, 1});
    sound->music("map");
    CHECK_FALSE(sound->has_device());
    sound->set_volumes({0.5f, 1});
    CHECK(sound->has_device());
    CHECK(Mix_PlayingMusic() == 1);
    sound->music("map");
    CHECK(Mix_FadingMusic() != MIX_FADING_OUT);  // the same again changes nothing
    sound->music("");
    CHECK(Mix_FadingMusic() == MIX_FADING_OUT);
}

TEST_CASE("sounds that are not there are told once each and do no harm") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    Logged log;
    const auto sound = open_sound(bank(), log.sink);
    for (int i = 0; i < 3; ++i) {
        sound->effect("no such effect");
        sound->effect("gone");
        sound->music("no such theme");
        sound->update();
    }
    CHECK(log.lines.size() == 3);
}

TEST_CASE("the logging sound writes what would have been heard") {
    Logged log;
    const auto sound = make_logging_sound(log.sink);
    sound->music("map");
    sound->music("map");
    sound->effect("press");
    sound->set_ducked(true);
    sound->set_ducked(true);
    sound->set_ducked(false);
    sound->music("");
    CHECK(log.lines == std::vector<std::string>{"music map", "effect press", "music lower", "music louder", "music "});
}
