#include "engine/platform/events.hpp"
#include "engine/platform/speech.hpp"
#include "engine/platform/voices.hpp"

#include <libspeechd.h>

#include <dlfcn.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace sango::platform {

namespace {

// libspeechd's callbacks carry no data of the caller, so the message that is being said must be known to all of this file.
std::atomic<int> message_being_said{0};

void on_end(std::size_t message, std::size_t, SPDNotificationType) {
    int said = static_cast<int>(message);
    if (message_being_said.compare_exchange_strong(said, 0)) push_speech_ended();
}

/// The functions of libspeechd that we use, looked up when first needed: the game starts and runs without it.
struct SpeechLibrary {
    decltype(&spd_get_default_address) get_default_address = nullptr;
    decltype(&spd_open2) open2 = nullptr;
    decltype(&spd_close) close = nullptr;
    decltype(&spd_say) say = nullptr;
    decltype(&spd_cancel) cancel = nullptr;
    decltype(&spd_set_language) set_language = nullptr;
    decltype(&spd_set_output_module) set_output_module = nullptr;
    decltype(&spd_get_output_module) get_output_module = nullptr;
    decltype(&spd_list_modules) list_modules = nullptr;
    decltype(&free_spd_modules) free_modules = nullptr;
    decltype(&spd_list_synthesis_voices) list_voices = nullptr;
    decltype(&free_spd_voices) free_voices = nullptr;
    decltype(&spd_set_volume) set_volume = nullptr;
    decltype(&spd_set_notification_on) set_notification_on = nullptr;

    template <class Function>
    static bool find(void* library, const char* name, Function& function) {
        function = reinterpret_cast<Function>(dlsym(library, name));
        return function != nullptr;
    }
    bool load() {
        void* library = dlopen("libspeechd.so.2", RTLD_NOW | RTLD_LOCAL);  // stays loaded: its thread may outlive us
        if (library == nullptr) return false;
        return find(library, "spd_get_default_address", get_default_address) && find(library, "spd_open2", open2) &&
               find(library, "spd_close", close) && find(library, "spd_say", say) && find(library, "spd_cancel", cancel) &&
               find(library, "spd_set_language", set_language) && find(library, "spd_set_output_module", set_output_module) &&
               find(library, "spd_get_output_module", get_output_module) && find(library, "spd_list_modules", list_modules) &&
               find(library, "free_spd_modules", free_modules) && find(library, "spd_list_synthesis_voices", list_voices) &&
               find(library, "free_spd_voices", free_voices) && find(library, "spd_set_volume", set_volume) &&
               find(library, "spd_set_notification_on", set_notification_on);
    }
};

class SpeechDispatcher final : public Speech {
public:
    explicit SpeechDispatcher(LogSink log) : log_(std::move(log)) {}
    ~SpeechDispatcher() override {
        stop();
        if (connection_ != nullptr) library_.close(connection_);
    }
    SpeechDispatcher(const SpeechDispatcher&) = delete;
    SpeechDispatcher& operator=(const SpeechDispatcher&) = delete;

    bool can_speak(std::string_view language) override {
        connect_once();
        return connection_ != nullptr && best_voice(voices_, language).has_value();
    }
    void say(std::string_view text, std::string_view language) override;
    void stop() override {
        message_being_said = 0;
        if (connection_ != nullptr) library_.cancel(connection_);
    }
    bool speaking() override { return message_being_said != 0; }
    void set_volume(float volume) override {
        volume_ = std::clamp(volume, 0.0f, 1.0f);
        apply_volume();
    }

private:
    void connect_once();
    void list_voices();
    void list_voices_of(const std::string& module);
    void apply_volume() {
        if (connection_ != nullptr) library_.set_volume(connection_, static_cast<int>(std::lround(volume_ * 200)) - 100);
    }

    LogSink log_;
    bool tried_ = false;
    SpeechLibrary library_;
    SPDConnection* connection_ = nullptr;
    std::vector<Voice> voices_;
    float volume_ = 1;
};

void SpeechDispatcher::connect_once() {
    if (tried_) return;
    tried_ = true;
    if (!library_.load()) return log(log_, "speech: libspeechd is not installed, so nothing can be read aloud");
    char* error = nullptr;
    const SPDConnectionAddress* address = library_.get_default_address(&error);
    if (address == nullptr || address->method != SPD_METHOD_UNIX_SOCKET) {
        std::free(error);
        return log(log_, "speech: the service is not on this computer; the game does not use a network");
    }
    connection_ = library_.open2("sango", "reading", nullptr, SPD_MODE_THREADED, address, 1, &error);
    if (connection_ == nullptr) {
        log(log_, std::string("speech: the service does not answer: ") + (error != nullptr ? error : "unknown reason"));
        std::free(error);
        return;
    }
    connection_->callback_end = on_end;
    connection_->callback_cancel = on_end;
    library_.set_notification_on(connection_, SPD_END);
    library_.set_notification_on(connection_, SPD_CANCEL);
    apply_volume();
    list_voices();
    log(log_, "speech: " + std::to_string(voices_.size()) + " voices");
}

void SpeechDispatcher::list_voices() {
    char* own = library_.get_output_module(connection_);
    const std::string first = own != nullptr ? own : "";
    std::free(own);
    list_voices_of(first);  // the user's choice of synthesiser comes first and wins among equals
    char** modules = library_.list_modules(connection_);
    for (char** module = modules; module != nullptr && *module != nullptr; ++module)
        if (*module != first) list_voices_of(*module);
    if (modules != nullptr) library_.free_modules(modules);
}

void SpeechDispatcher::list_voices_of(const std::string& module) {
    if (module.empty() || module == "dummy") return;  // "dummy" says that speech does not work, whatever it is asked to say
    if (library_.set_output_module(connection_, module.c_str()) != 0) return;
    SPDVoice** voices = library_.list_voices(connection_);
    for (SPDVoice** voice = voices; voice != nullptr && *voice != nullptr; ++voice)
        if ((*voice)->language != nullptr) voices_.push_back({module, (*voice)->language});
    if (voices != nullptr) library_.free_voices(voices);
}

void SpeechDispatcher::say(std::string_view text, std::string_view language) {
    connect_once();
    stop();
    const std::optional<std::size_t> voice = best_voice(voices_, language);
    if (connection_ == nullptr || !voice || text.empty()) return;
    library_.set_output_module(connection_, voices_[*voice].module.c_str());
    library_.set_language(connection_, voices_[*voice].language.c_str());
    const int message = library_.say(connection_, SPD_TEXT, std::string(text).c_str());
    if (message > 0)
        message_being_said = message;
    else
        push_speech_ended();
}

}  // namespace

std::unique_ptr<Speech> open_speech(LogSink log) { return std::make_unique<SpeechDispatcher>(std::move(log)); }

}  // namespace sango::platform
