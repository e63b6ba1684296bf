#include "engine/platform/speech.hpp"

#include "engine/platform/sdl_ptr.hpp"
#include "engine/platform/voices.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sango;
using namespace sango::platform;

extern "C" {
const char* fake_speechd_said();
void fake_speechd_reset(int local, int answers);
void fake_speechd_end();
}

namespace {

std::string voice_for(const std::vector<Voice>& voices, const char* tag) {
    const auto found = best_voice(voices, tag);
    return found ? voices[*found].language : "none";
}

}  // namespace

TEST_CASE("a voice speaks its own language only, best its own country's") {
    const std::vector<Voice> voices{{"", "en-us"}, {"", "en"}, {"", "pt_BR"}, {"", "cmn"}, {"", "fr-be"}, {"", "fr-ca"}, {"", "ar"}, {"", "nb"}};
    CHECK(voice_for(voices, "en") == "en");
    CHECK(voice_for(voices, "en-US") == "en-us");
    CHECK(voice_for(voices, "pt") == "pt_BR");
    CHECK(voice_for(voices, "pt-BR") == "pt_BR");
    CHECK(voice_for(voices, "zh-Hans") == "cmn");
    CHECK(voice_for(voices, "fr") == "fr-be");
    CHECK(voice_for(voices, "fr-CA") == "fr-ca");
    CHECK(voice_for(voices, "no") == "nb");
    CHECK(voice_for(voices, "km") == "none");
    CHECK(voice_for(voices, "e") == "none");
    CHECK(voice_for(voices, "") == "none");
    CHECK(voice_for({}, "en") == "none");
}

TEST_CASE("speech-dispatcher reads a text in the language it is written in, or not at all") {
    fake_speechd_reset(1, 1);
    const auto speech = open_speech({});
    CHECK(speech->can_speak("en"));
    CHECK(speech->can_speak("zh-Hans"));
    CHECK(speech->can_speak("fi"));
    CHECK_FALSE(speech->can_speak("km"));  // only the voice that says that speech does not work
    CHECK_FALSE(speech->can_speak("ar"));
    speech->say("Hello", "en");
    speech->say("你好", "zh-Hans");
    speech->say("Hei", "fi");
    speech->say("សួស្តី", "km");
    CHECK(std::string(fake_speechd_said()) == "espeak-ng en-us Hello\nespeak-ng cmn 你好\nfestival fi Hei\n");
}

TEST_CASE("the end of an utterance is told once, and only of the one that is being said") {
    SDL_InitSubSystem(SDL_INIT_EVENTS);
    SDL_FlushEvent(SDL_USEREVENT);
    fake_speechd_reset(1, 1);
    const auto speech = open_speech({});
    speech->say("One", "en");
    CHECK(speech->speaking());
    fake_speechd_end();
    fake_speechd_end();
    CHECK_FALSE(speech->speaking());
    speech->say("Two", "en");
    speech->stop();
    CHECK_FALSE(speech->speaking());
    fake_speechd_end();
    int ended = 0;
    for (SDL_Event event; SDL_PollEvent(&event) != 0;) ended += event.type == SDL_USEREVENT ? 1 : 0;
    CHECK(ended == 1);
    SDL_QuitSubSystem(SDL_INIT_EVENTS);
}

TEST_CASE("a service on another computer is never asked, and one that does not answer is told once") {
    for (const auto& [local, answers] : {std::pair{0, 1}, {1, 0}}) {
        fake_speechd_reset(local, answers);
        std::vector<std::string> log;
        const auto speech = open_speech([&log](std::string_view line) { log.emplace_back(line); });
        CHECK(log.empty());  // nothing is opened before it is needed
        CHECK_FALSE(speech->can_speak("en"));
        CHECK_FALSE(speech->can_speak("en"));
        speech->say("Hello", "en");
        CHECK(std::string(fake_speechd_said()).empty());
        CHECK(log.size() == 1);
    }
}

TEST_CASE("the logging voice notes each text with its language and speaks only what it was given") {
    std::vector<std::string> log;
    const auto speech = make_logging_speech([&log](std::string_view line) { log.emplace_back(line); }, "en, ar zh-Hans");
    CHECK(speech->can_speak("ar"));
    CHECK(speech->can_speak("zh-Hans"));
    CHECK_FALSE(speech->can_speak("zh"));
    CHECK_FALSE(speech->can_speak(""));
    speech->say("Hello Ana", "en");
    CHECK(log == std::vector<std::string>{"say en Hello Ana"});
}
