// Read-aloud: the system's voice for exactly the language of the text, or none.
#pragma once

#include "engine/core/log.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sango::platform {

class Speech {
public:
    virtual ~Speech() = default;
    /// Whether there is a voice for exactly this language tag ("zh-Hans" is served by a "zh" voice, "km" never by "en").
    [[nodiscard]] virtual bool can_speak(std::string_view language) = 0;
    /// Stops what is being said and says this.
    virtual void say(std::string_view text, std::string_view language) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool speaking() = 0;
    virtual void set_volume(float volume) = 0;
};

/// Linux: speech-dispatcher, opened at run time at first use; other systems: none yet. Never fails: without a service nothing can be spoken.
[[nodiscard]] std::unique_ptr<Speech> open_speech(LogSink log);
/// Logs each utterance as "say LANGUAGE TEXT" and speaks every language in `languages`; for tests.
[[nodiscard]] std::unique_ptr<Speech> make_logging_speech(LogSink log, std::string languages);

}  // namespace sango::platform
