// How long something took, by a clock that never goes back.
#pragma once

#include <chrono>

namespace sango::platform {

class Stopwatch {
public:
    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
    [[nodiscard]] double ms() const { return seconds() * 1000; }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
};

}  // namespace sango::platform
