// What is drawn on: a window with or without a graphics card, or memory alone.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/core/log.hpp"
#include "engine/core/result.hpp"
#include "engine/platform/host.hpp"
#include "engine/platform/sdl_ptr.hpp"

#include <memory>
#include <span>
#include <string>

namespace sango::platform {

class Canvas {
public:
    virtual ~Canvas() = default;
    [[nodiscard]] virtual SDL_Renderer& renderer() = 0;
    /// Null when there is only memory.
    [[nodiscard]] virtual SDL_Window* window() { return nullptr; }
    [[nodiscard]] virtual Surface surface() const = 0;
    [[nodiscard]] virtual bool accelerated() const { return false; }
    [[nodiscard]] virtual std::string name() const { return "software"; }
    /// Makes the canvas the render target; its pixels are still there unless it is accelerated.
    virtual void begin() = 0;
    /// Shows what was drawn in `changed` (an accelerated one shows all of it).
    virtual void present(std::span<const Rect> changed) = 0;
    virtual void resize(Size size_points) = 0;
    /// What is shown, RGB; null when it cannot be read. Accelerated ones are read before `present`.
    [[nodiscard]] virtual Ptr<SDL_Surface> read() = 0;
};

/// SDL must not have been started before. Chooses the renderer (renderer_choice.hpp) and logs the choice.
[[nodiscard]] Result<std::unique_ptr<Canvas>> open_canvas(const HostOptions& options, const LogSink& log);

}  // namespace sango::platform
