#include "engine/platform/canvas.hpp"

#include "engine/platform/painter.hpp"
#include "engine/platform/renderer_choice.hpp"

#include <algorithm>
#include <vector>

namespace sango::platform {

namespace {

constexpr Size kLeastWindow_points{320, 240};

int whole(float length) { return std::max(1, static_cast<int>(length + 0.5f)); }

Problem sdl_problem(const char* what) { return {"display", std::string(what) + ": " + SDL_GetError()}; }

Ptr<SDL_Surface> rgb_surface(int width, int height) {
    return Ptr<SDL_Surface>(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
}

Ptr<SDL_Surface> read_target(SDL_Renderer& renderer, int width, int height) {
    Ptr<SDL_Surface> pixels = rgb_surface(width, height);
    const SDL_Rect all{0, 0, width, height};
    if (!pixels || SDL_RenderReadPixels(&renderer, &all, pixels->format->format, pixels->pixels, pixels->pitch) != 0) return nullptr;
    return pixels;
}

// Needs no display and starts no part of SDL: a software renderer on one pixel, drawing into a texture of the wanted size.
class MemoryCanvas final : public Canvas {
public:
    MemoryCanvas(Ptr<SDL_Surface> pixel, Ptr<SDL_Renderer> renderer, Size size)
        : pixel_(std::move(pixel)), renderer_(std::move(renderer)) {
        resize(size);
    }
    SDL_Renderer& renderer() override { return *renderer_; }
    Surface surface() const override { return {size_, 1}; }
    void begin() override { SDL_SetRenderTarget(renderer_.get(), target_.get()); }
    void present(std::span<const Rect>) override { SDL_RenderFlush(renderer_.get()); }
    void resize(Size size_points) override {
        const int width = whole(size_points.width), height = whole(size_points.height);
        SDL_SetRenderTarget(renderer_.get(), nullptr);
        target_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_TARGET, width, height));
        size_ = {static_cast<float>(width), static_cast<float>(height)};
    }
    Ptr<SDL_Surface> read() override {
        begin();
        return read_target(*renderer_, whole(size_.width), whole(size_.height));
    }

private:
    Ptr<SDL_Surface> pixel_;
    Ptr<SDL_Renderer> renderer_;
    Ptr<SDL_Texture> target_;
    Size size_;
};

class WindowCanvas : public Canvas {
public:
    WindowCanvas(Ptr<SDL_Window> window, Ptr<SDL_Renderer> renderer) : window_(std::move(window)), renderer_(std::move(renderer)) {}
    SDL_Renderer& renderer() override { return *renderer_; }
    SDL_Window* window() override { return window_.get(); }
    Surface surface() const override {
        int width_px = 1, height_px = 1, width = 1, height = 1;
        SDL_GetRendererOutputSize(renderer_.get(), &width_px, &height_px);
        SDL_GetWindowSize(window_.get(), &width, &height);
        return {{static_cast<float>(width_px), static_cast<float>(height_px)},
                static_cast<float>(width_px) / static_cast<float>(std::max(1, width))};
    }
    void begin() override { SDL_SetRenderTarget(renderer_.get(), nullptr); }
    void resize(Size size_points) override { SDL_SetWindowSize(window_.get(), whole(size_points.width), whole(size_points.height)); }
    Ptr<SDL_Surface> read() override {
        const Size size = surface().size_px;
        return read_target(*renderer_, whole(size.width), whole(size.height));
    }

private:
    Ptr<SDL_Window> window_;
    Ptr<SDL_Renderer> renderer_;
};

// SDL's own software renderer finds the window's new surface after a resize and keeps its textures, so only presenting is ours:
// SDL_RenderPresent would send the whole window.
class SoftwareCanvas final : public WindowCanvas {
public:
    using WindowCanvas::WindowCanvas;
    void present(std::span<const Rect> changed) override {
        SDL_RenderFlush(&renderer());
        std::vector<SDL_Rect> rects;
        rects.reserve(changed.size());
        for (const Rect& rect : changed) rects.push_back(to_sdl(rect));
        if (!rects.empty()) SDL_UpdateWindowSurfaceRects(window(), rects.data(), static_cast<int>(rects.size()));
    }
};

class AcceleratedCanvas final : public WindowCanvas {
public:
    AcceleratedCanvas(Ptr<SDL_Window> window, Ptr<SDL_Renderer> renderer, StartMarker marker)
        : WindowCanvas(std::move(window), std::move(renderer)), marker_(std::move(marker)) {
        SDL_RendererInfo info{};
        if (SDL_GetRendererInfo(&this->renderer(), &info) == 0 && info.name != nullptr) name_ = info.name;
    }
    bool accelerated() const override { return true; }
    std::string name() const override { return name_; }
    void present(std::span<const Rect>) override {
        SDL_RenderPresent(&renderer());
        if (!shown_) marker_.reached_first_frame();
        shown_ = true;
    }

private:
    StartMarker marker_;
    std::string name_ = "accelerated";
    bool shown_ = false;
};

Ptr<SDL_Window> open_window(const HostOptions& options) {
    const std::uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    Ptr<SDL_Window> window(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                            whole(options.size_points.width), whole(options.size_points.height), flags));
    if (window) SDL_SetWindowMinimumSize(window.get(), whole(kLeastWindow_points.width), whole(kLeastWindow_points.height));
    return window;
}

std::unique_ptr<Canvas> open_accelerated(const HostOptions& options, StartMarker marker) {
    marker.begin();
    Ptr<SDL_Window> window = open_window(options);
    if (!window) return nullptr;
    Ptr<SDL_Renderer> renderer(SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
    if (renderer) return std::make_unique<AcceleratedCanvas>(std::move(window), std::move(renderer), std::move(marker));
    marker.reached_first_frame();  // it failed in an orderly way; nothing to remember
    return nullptr;
}

Result<std::unique_ptr<Canvas>> open_software(const HostOptions& options) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // else SDL shows the surface through OpenGL after all
    Ptr<SDL_Window> window = open_window(options);
    if (!window) return sdl_problem("no window can be opened");
    Ptr<SDL_Renderer> renderer(SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_SOFTWARE));
    if (!renderer) return sdl_problem("nothing can be drawn in the window");
    return std::unique_ptr<Canvas>(std::make_unique<SoftwareCanvas>(std::move(window), std::move(renderer)));
}

Result<std::unique_ptr<Canvas>> open_memory(Size size) {
    Ptr<SDL_Surface> pixel = rgb_surface(1, 1);
    if (!pixel) return sdl_problem("no memory to draw in");
    Ptr<SDL_Renderer> renderer(SDL_CreateSoftwareRenderer(pixel.get()));
    if (!renderer) return sdl_problem("no memory to draw in");
    return std::unique_ptr<Canvas>(std::make_unique<MemoryCanvas>(std::move(pixel), std::move(renderer), size));
}

RendererChoice choose(const HostOptions& options, StartMarker& marker) {
    RendererFacts facts;
    facts.force_software = options.force_software;
    const char* driver = SDL_GetCurrentVideoDriver();
    facts.video_driver = driver != nullptr ? driver : "";
#ifdef __linux__
    facts.is_linux = true;
    facts.has_render_node = has_render_node();
#endif
    RendererChoice choice = choose_renderer(facts);
    if (choice.accelerated) {  // asked last, because asking counts a start
        facts.last_start_failed = marker.last_start_failed();
        choice = choose_renderer(facts);
    }
    return choice;
}

}  // namespace

Result<std::unique_ptr<Canvas>> open_canvas(const HostOptions& options, const LogSink& log) {
    if (!options.visible) return open_memory(options.size_points);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return sdl_problem("there is no display");
    StartMarker marker(options.accelerated_marker);
    const RendererChoice choice = choose(options, marker);
    if (choice.accelerated) {
        if (std::unique_ptr<Canvas> canvas = open_accelerated(options, marker)) {
            sango::log(log, "drawing with " + canvas->name() + ": " + std::string(choice.why));
            return canvas;
        }
        sango::log(log, std::string("the graphics card cannot be used: ") + SDL_GetError());
    } else {
        sango::log(log, "drawing in software: " + std::string(choice.why));
    }
    return open_software(options);
}

}  // namespace sango::platform
