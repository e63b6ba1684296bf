#include "engine/platform/speech.hpp"

#include <functional>
#include <set>
#include <utility>

namespace sango::platform {

namespace {

// Says everything in no time, so a test needs no clock.
class LoggingSpeech final : public Speech {
public:
    LoggingSpeech(LogSink log, std::string_view languages) : log_(std::move(log)) {
        std::string tag;
        for (const char c : languages) {
            if (c != ' ' && c != ',')
                tag += c;
            else
                languages_.insert(std::exchange(tag, {}));
        }
        languages_.insert(tag);
    }
    bool can_speak(std::string_view language) override { return !language.empty() && languages_.find(language) != languages_.end(); }
    void say(std::string_view text, std::string_view language) override {
        log(log_, "say " + std::string(language) + " " + std::string(text));
    }
    void stop() override {}
    bool speaking() override { return false; }
    void set_volume(float) override {}

private:
    LogSink log_;
    std::set<std::string, std::less<>> languages_;
};

}  // namespace

std::unique_ptr<Speech> make_logging_speech(LogSink log, std::string languages) {
    return std::make_unique<LoggingSpeech>(std::move(log), languages);
}

}  // namespace sango::platform
