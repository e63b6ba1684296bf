// The window, the clock and the loop: calls one function a frame and shows what it drew.
#pragma once

#include "engine/core/easing.hpp"
#include "engine/core/log.hpp"
#include "engine/core/result.hpp"
#include "engine/scene/draw_list.hpp"
#include "engine/scene/pictures.hpp"
#include "engine/text/fonts.hpp"
#include "engine/ui/event.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace sango::platform {

/// What the game wants after a frame: the next one at once, to sleep until an event or `wake_in`, or to end.
struct Frame {
    enum class Next { Continue, Sleep, Quit } next = Next::Continue;
    std::optional<Seconds> wake_in;
};
using FrameFunction = std::function<Frame(Seconds dt, std::span<const ui::Event> events, scene::DrawList& out)>;

/// Window points and pixels: a draw list is in pixels; sizes of text and targets follow points.
struct Surface {
    Size size_px{1280, 720};
    float px_per_point = 1;
};

struct HostOptions {
    std::string title = "Sango: Safe Online";
    Size size_points{1280, 720};
    bool visible = true;                       ///< false: no window at all; frames are drawn into memory
    bool force_software = false;               ///< --software
    std::filesystem::path icon;                ///< SVG; may be empty
    std::filesystem::path cache_folder;        ///< rasterised pictures; empty: none on disk
    std::filesystem::path accelerated_marker;  ///< exists while an accelerated start has not reached its first frame; may be empty
};

/// Figures of the last frames, for the bench.
struct FrameCost {
    double draw_ms = 0;      ///< from draw list to presented
    double changed_share = 0;  ///< of the window's pixels
};

/// Owns SDL. One per process.
class Host {
public:
    virtual ~Host() = default;
    /// A problem when there is no display or no renderer at all.
    [[nodiscard]] static Result<std::unique_ptr<Host>> open(const HostOptions& options, const scene::PictureSource& pictures,
                                                            const text::FontConfig& fonts, LogSink log);
    [[nodiscard]] virtual Surface surface() const = 0;
    /// "software" or the renderer's name, for the grown-ups page.
    [[nodiscard]] virtual std::string renderer_name() const = 0;
    [[nodiscard]] virtual bool accelerated() const = 0;
    /// Runs until the frame function says Quit. The last draw list stays shown while asleep.
    virtual void run(const FrameFunction& frame) = 0;
    /// Draws a list at once, without a loop, and waits for every picture: for demos, tours and tests.
    virtual void draw_now(const scene::DrawList& list) = 0;
    [[nodiscard]] virtual Status save_png(const std::filesystem::path& file) = 0;
    /// Resizes the window or the memory canvas.
    virtual void resize(Size size_points) = 0;
    [[nodiscard]] virtual FrameCost last_cost() const = 0;
    /// Forget pictures of these names or all (a pack was reloaded).
    virtual void forget_pictures() = 0;
};

/// Whether a window could be opened here: a display on Linux, always elsewhere.
[[nodiscard]] bool has_display();
/// Where this user's saves belong on this system; empty when none can be found.
[[nodiscard]] std::filesystem::path user_folder();
/// The folder of the running program.
[[nodiscard]] std::filesystem::path program_folder();
/// The system's preferred languages, best first ("pt-BR", "pt"), and whether it asks for less motion.
[[nodiscard]] std::vector<std::string> preferred_languages();
[[nodiscard]] bool prefers_reduced_motion();

}  // namespace sango::platform
