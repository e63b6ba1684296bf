#include "engine/platform/speech.hpp"

namespace sango::platform {

namespace {

class NoSpeech final : public Speech {
public:
    bool can_speak(std::string_view) override { return false; }
    void say(std::string_view, std::string_view) override {}
    void stop() override {}
    bool speaking() override { return false; }
    void set_volume(float) override {}
};

}  // namespace

std::unique_ptr<Speech> open_speech(LogSink) { return std::make_unique<NoSpeech>(); }

}  // namespace sango::platform
