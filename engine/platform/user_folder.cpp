#include "engine/platform/host.hpp"
#include "engine/platform/sdl_ptr.hpp"

#include <algorithm>
#include <cstdlib>

namespace sango::platform {

namespace fs = std::filesystem;

namespace {

// SDL gives UTF-8 on every system.
fs::path path_of(char* sdl_text) {
    if (sdl_text == nullptr) return {};
    const std::string text = sdl_text;
    SDL_free(sdl_text);
    return fs::path(std::u8string(text.begin(), text.end()));
}

[[maybe_unused]] bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

}  // namespace

bool has_display() {
#if defined(__linux__) && !defined(__ANDROID__)
    return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("SDL_VIDEODRIVER");
#else
    return true;
#endif
}

fs::path user_folder() {
#ifdef __EMSCRIPTEN__
    return "/user";  // where the page mounts the browser's storage before the first frame
#else
    return path_of(SDL_GetPrefPath("", "sango"));  // $XDG_DATA_HOME, %APPDATA%, Application Support
#endif
}

fs::path program_folder() { return path_of(SDL_GetBasePath()); }

std::vector<std::string> preferred_languages() {
    std::vector<std::string> tags;
    const auto add = [&tags](std::string tag) {
        if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
    };
    SDL_Locale* const locales = SDL_GetPreferredLocales();
    for (const SDL_Locale* locale = locales; locale != nullptr && locale->language != nullptr; ++locale) {
        const std::string language = locale->language;
        if (language == "C" || language == "POSIX") continue;
        if (locale->country != nullptr && *locale->country != '\0') add(language + "-" + locale->country);
        add(language);
    }
    SDL_free(locales);
    return tags;
}

}  // namespace sango::platform
