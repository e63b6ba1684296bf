// What the platform's tests draw with: pictures written in the test, a canvas in memory, and its pixels.
#pragma once

#include "engine/core/colour.hpp"
#include "engine/platform/canvas.hpp"
#include "engine/platform/presenter.hpp"
#include "engine/scene/pictures.hpp"

#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sango::platform {

/// Pictures by name; counts how often their bytes were asked for.
class TestPictures final : public scene::PictureSource {
public:
    struct Kept {
        Rect box;
        std::string bytes;
    };
    std::map<std::string, Kept, std::less<>> kept;
    mutable int reads = 0;

    /// An SVG of 10 x 10 units with `content` in it.
    void add(const std::string& name, const std::string& content, Rect box = {0, 0, 10, 10}) {
        const auto n = [](float v) { return std::to_string(static_cast<int>(v)); };
        kept[name] = {box, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + n(box.x) + " " + n(box.y) + " " + n(box.width) + " " +
                               n(box.height) + "\">" + content + "</svg>"};
    }
    std::optional<Rect> box(std::string_view name) const override {
        const auto it = kept.find(name);
        return it == kept.end() ? std::nullopt : std::optional(it->second.box);
    }
    Result<std::string> bytes(std::string_view name) const override {
        ++reads;
        const auto it = kept.find(name);
        if (it == kept.end()) return Problem{std::string(name), "not there"};
        return it->second.bytes;
    }
};

/// A filled SVG rectangle.
inline std::string svg_rect(const char* colour, int x = 0, int y = 0, int width = 10, int height = 10) {
    return "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) + "\" height=\"" +
           std::to_string(height) + "\" fill=\"" + colour + "\"/>";
}

/// Pixels that were read back.
class Image {
public:
    explicit Image(Ptr<SDL_Surface> surface) : surface_(std::move(surface)) {}
    [[nodiscard]] int width() const { return surface_->w; }
    [[nodiscard]] int height() const { return surface_->h; }
    [[nodiscard]] Colour at(int x, int y) const {
        const auto* row = static_cast<const Uint8*>(surface_->pixels) + static_cast<std::ptrdiff_t>(y) * surface_->pitch;
        Uint32 pixel = 0;
        SDL_memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
        Colour c;
        SDL_GetRGBA(pixel, surface_->format, &c.r, &c.g, &c.b, &c.a);
        return c;
    }
    /// How many pixels differ, by more than `tolerance` in some channel.
    [[nodiscard]] int differences(const Image& other, int tolerance = 0) const {
        int count = 0;
        for (int y = 0; y < height(); ++y)
            for (int x = 0; x < width(); ++x) {
                const Colour a = at(x, y), b = other.at(x, y);
                const int most = std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
                if (most > tolerance) ++count;
            }
        return count;
    }

private:
    Ptr<SDL_Surface> surface_;
};

/// A canvas in memory with all that draws on it.
class MemoryStage {
public:
    explicit MemoryStage(const scene::PictureSource& source, Size size = {64, 64}, text::FontConfig fonts = {},
                         std::filesystem::path cache_folder = {}) {
        LogSink sink = [this](std::string_view line) { log.emplace_back(line); };
        HostOptions options;
        options.visible = false;
        options.size_points = size;
        Result<std::unique_ptr<Canvas>> opened = open_canvas(options, sink);
        canvas = std::move(*opened);
        pictures.emplace(source, canvas->renderer(), PictureDisk(std::move(cache_folder)), sink);
        glyphs.emplace(std::move(fonts), canvas->renderer(), sink);
        presenter.emplace(*canvas, *pictures, *glyphs);
    }
    /// A list of the canvas's size.
    [[nodiscard]] scene::DrawList list() const { return scene::DrawList(canvas->surface().size_px); }
    Image draw(const scene::DrawList& list, Patience patience = Patience::Complete) {
        presenter->show(list, patience);
        return Image(presenter->read());
    }

    std::vector<std::string> log;
    std::unique_ptr<Canvas> canvas;
    std::optional<PictureCache> pictures;
    std::optional<GlyphCache> glyphs;
    std::optional<Presenter> presenter;
};

}  // namespace sango::platform
