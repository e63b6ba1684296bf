// Where diagnostic lines go; handed in, so that tests can read them and nothing is global.
#pragma once

#include <functional>
#include <string_view>

namespace sango {

/// Takes one line without its end. An empty sink drops it.
using LogSink = std::function<void(std::string_view line)>;

inline void log(const LogSink& sink, std::string_view line) {
    if (sink) sink(line);
}

}  // namespace sango
