// Stands in for libspeechd.so.2 in the tests: the loader finds it first, because the test program is linked with its name. It
// knows the voices below, notes what it is asked to say, and comes to an end when the test says so.
#include <libspeechd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

struct State {
    std::string said, module = "espeak-ng", language, calls;
    bool local = true, answers = true;
    int message = 0;
    SPDConnection connection{};
};

State& state() {
    static State one;
    return one;
}

char* copy(const char* text) { return strdup(text); }

SPDVoice* voice(const char* language) {
    auto* made = static_cast<SPDVoice*>(std::calloc(1, sizeof(SPDVoice)));
    made->name = copy("voice");
    made->language = copy(language);
    return made;
}

}  // namespace

extern "C" {

// For the test: what was said ("module language text" a line), and levers.
const char* fake_speechd_said() { return state().said.c_str(); }
void fake_speechd_reset(int local, int answers) { state() = State{}, state().local = local != 0, state().answers = answers != 0; }
void fake_speechd_end() {
    if (state().connection.callback_end != nullptr) state().connection.callback_end(static_cast<std::size_t>(state().message), 1, SPD_EVENT_END);
}

SPDConnectionAddress* spd_get_default_address(char**) {
    static SPDConnectionAddress address{};
    address.method = state().local ? SPD_METHOD_UNIX_SOCKET : SPD_METHOD_INET_SOCKET;
    return &address;
}
SPDConnection* spd_open2(const char*, const char*, const char*, SPDConnectionMode, const SPDConnectionAddress*, int, char** error) {
    if (state().answers) return &state().connection;
    *error = copy("no service");
    return nullptr;
}
void spd_close(SPDConnection*) {}
int spd_say(SPDConnection*, SPDPriority, const char* text) {
    state().said += state().module + " " + state().language + " " + text + "\n";
    return ++state().message;
}
int spd_cancel(SPDConnection*) { return 0; }
int spd_set_language(SPDConnection*, const char* language) { return state().language = language, 0; }
int spd_set_output_module(SPDConnection*, const char* module) { return state().module = module, 0; }
char* spd_get_output_module(SPDConnection*) { return copy(state().module.c_str()); }
char** spd_list_modules(SPDConnection*) {
    auto** modules = static_cast<char**>(std::calloc(4, sizeof(char*)));
    modules[0] = copy("dummy"), modules[1] = copy("espeak-ng"), modules[2] = copy("festival");
    return modules;
}
void free_spd_modules(char** modules) {
    for (char** m = modules; *m != nullptr; ++m) std::free(*m);
    std::free(modules);
}
SPDVoice** spd_list_synthesis_voices(SPDConnection*) {
    auto** voices = static_cast<SPDVoice**>(std::calloc(5, sizeof(SPDVoice*)));
    if (state().module == "espeak-ng")
        voices[0] = voice("en-us"), voices[1] = voice("cmn"), voices[2] = voice("pt-BR"), voices[3] = voice("en-gb");
    else if (state().module == "festival")
        voices[0] = voice("fi");
    else
        voices[0] = voice("km");  // "dummy" claims any language and reads a warning in English
    return voices;
}
void free_spd_voices(SPDVoice** voices) {
    for (SPDVoice** v = voices; *v != nullptr; ++v) std::free((*v)->name), std::free((*v)->language), std::free(*v);
    std::free(voices);
}
int spd_set_volume(SPDConnection*, int) { return 0; }
int spd_set_notification_on(SPDConnection*, SPDNotification) { return 0; }

}  // extern "C"
