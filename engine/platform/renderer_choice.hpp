// Whether to draw with the graphics card or without: on machines without one any OpenGL costs 100 ms and 100 MB at the start.
#pragma once

#include "engine/core/log.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace sango::platform {

/// What is known before anything is opened.
struct RendererFacts {
    bool force_software = false;      ///< --software
    std::string_view video_driver;    ///< SDL's name of it: "x11", "wayland", "dummy", "offscreen"
    bool is_linux = false;
    bool has_render_node = false;     ///< /dev/dri/renderD* (Linux)
    bool last_start_failed = false;   ///< the last accelerated start did not reach its first frame
};

struct RendererChoice {
    bool accelerated = false;
    std::string_view why;
};

[[nodiscard]] RendererChoice choose_renderer(const RendererFacts& facts);
/// Whether this machine shows a graphics card to us (/dev/dri/renderD*).
[[nodiscard]] bool has_render_node(const std::filesystem::path& folder = "/dev/dri");

/// The file that lies there while an accelerated start is under way. An empty path remembers nothing.
class StartMarker {
public:
    explicit StartMarker(std::filesystem::path file) : file_(std::move(file)) {}
    /// Whether the last accelerated start left its mark. After 20 starts in software the card gets another chance.
    [[nodiscard]] bool last_start_failed();
    void begin();
    void reached_first_frame();

private:
    std::filesystem::path file_;
};

}  // namespace sango::platform
