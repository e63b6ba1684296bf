// Music and effects; silence where there is no device.
#pragma once

#include "engine/core/log.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sango::platform {

/// Names and files of sounds, from assets/sound/sounds.json.
struct SoundBank {
    struct Effect { std::filesystem::path file; float gain = 1; std::string caption; };
    std::map<std::string, std::filesystem::path, std::less<>> music;
    std::map<std::string, Effect, std::less<>> effects;
};

/// Volumes from 0 to 1.
struct Volumes { float music = 0.6f; float effects = 0.8f; };

class Sound {
public:
    virtual ~Sound() = default;
    virtual void effect(std::string_view name) = 0;
    /// Fades to that theme; the same again changes nothing, "" fades to silence.
    virtual void music(std::string_view name) = 0;
    virtual void set_volumes(Volumes volumes) = 0;
    /// Music goes down while somebody speaks.
    virtual void set_ducked(bool ducked) = 0;
    /// Call now and then: closes the device when nothing has played for a while.
    virtual void update() = 0;
    [[nodiscard]] virtual bool has_device() const = 0;
};

/// Opens the device at the first sound that is not silent. No device: everything is accepted and nothing heard, logged once.
[[nodiscard]] std::unique_ptr<Sound> open_sound(SoundBank bank, LogSink log);
/// Logs what would have been heard, a line each: "effect press", "music map".
[[nodiscard]] std::unique_ptr<Sound> make_logging_sound(LogSink log);

}  // namespace sango::platform
