#include "engine/platform/host.hpp"

#include <cstdlib>
#include <fstream>
#include <string>

#if defined(_WIN32)
#include <windows.h>
#elif defined(__EMSCRIPTEN__)
#include <emscripten.h>
#endif

namespace sango::platform {

#if defined(_WIN32)

bool prefers_reduced_motion() {
    BOOL animates = TRUE;
    return SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animates, 0) != 0 && animates == FALSE;
}

#elif defined(__EMSCRIPTEN__)

EM_JS(int, sango_page_prefers_reduced_motion, (),
      { return typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : 0; });

bool prefers_reduced_motion() { return sango_page_prefers_reduced_motion() != 0; }

#elif defined(__linux__)

namespace {

// Whether an INI file has the line `key=value`.
bool has_line(const std::string& file, const std::string& line) {
    std::ifstream in(file);
    for (std::string text; std::getline(in, text);) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\r'; });
        if (text == line) return true;
    }
    return false;
}

std::string config_folder() {
    if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && *folder != '\0') return folder;
    const char* home = std::getenv("HOME");
    return home != nullptr ? std::string(home) + "/.config" : std::string();
}

}  // namespace

// Desktops differ; these are the files in which GTK's and KDE's settings leave "no animations".
bool prefers_reduced_motion() {
    const std::string folder = config_folder();
    if (folder.empty()) return false;
    return has_line(folder + "/gtk-4.0/settings.ini", "gtk-enable-animations=false") ||
           has_line(folder + "/gtk-4.0/settings.ini", "gtk-enable-animations=0") ||
           has_line(folder + "/gtk-3.0/settings.ini", "gtk-enable-animations=false") ||
           has_line(folder + "/gtk-3.0/settings.ini", "gtk-enable-animations=0") ||
           has_line(folder + "/kdeglobals", "AnimationDurationFactor=0");
}

#else

bool prefers_reduced_motion() { return false; }  // not known yet how to ask this system

#endif

}  // namespace sango::platform
