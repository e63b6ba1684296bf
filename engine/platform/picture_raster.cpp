#include "engine/platform/picture_raster.hpp"

#include <SDL_image.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <span>

namespace sango::platform {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// One attribute of a start tag, `text` with its quotes; empty at the end of the tag.
struct Attribute {
    std::string_view name;
    std::string_view text;
};

Attribute next_attribute(std::string_view tag, std::size_t& at) {
    while (at < tag.size() && is_space(tag[at])) ++at;
    const std::size_t begin = at;
    while (at < tag.size() && tag[at] != '=' && !is_space(tag[at])) ++at;
    const std::string_view name = tag.substr(begin, at - begin);
    while (at < tag.size() && tag[at] != '"' && tag[at] != '\'') ++at;
    if (at >= tag.size()) return {};
    const std::size_t end = tag.find(tag[at], at + 1);
    if (end == std::string_view::npos) return {};
    at = end + 1;
    return {name, tag.substr(begin, at - begin)};
}

// The '>' that ends the start tag at `from`, past any in quotes.
std::size_t end_of_tag(std::string_view svg, std::size_t from) {
    char quote = 0;
    for (std::size_t i = from; i < svg.size(); ++i) {
        const char c = svg[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i;
        }
    }
    return std::string_view::npos;
}

Problem decoder_problem(const std::string& name) { return {name, std::string("the picture cannot be drawn: ") + SDL_GetError()}; }

Result<Ptr<SDL_Surface>> as_argb(Ptr<SDL_Surface> surface, const std::string& name) {
    if (!surface) return decoder_problem(name);
    Ptr<SDL_Surface> argb(SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_ARGB8888, 0));
    if (!argb) return decoder_problem(name);
    return argb;
}

std::span<std::uint32_t> row_of(const SDL_Surface& surface, int y) {
    auto* bytes = static_cast<std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
    return {reinterpret_cast<std::uint32_t*>(bytes), static_cast<std::size_t>(surface.w)};
}

// Which source pixels make one target pixel, when each is the mean of what it covers.
struct Cover {
    int first = 0;
    int count = 1;
};

Cover cover(int target, int target_size, int source_size) {
    const std::int64_t begin = static_cast<std::int64_t>(target) * source_size / target_size;
    const std::int64_t end = (static_cast<std::int64_t>(target) + 1) * source_size / target_size;
    return {static_cast<int>(begin), static_cast<int>(std::max<std::int64_t>(1, end - begin))};
}

// The mean colour of a block, each pixel weighted by its alpha so that hidden colours do not bleed.
std::uint32_t mean(const SDL_Surface& source, Cover xs, Cover ys) {
    std::uint64_t a = 0, r = 0, g = 0, b = 0;
    for (int y = ys.first; y < ys.first + ys.count; ++y)
        for (const std::uint32_t pixel : row_of(source, y).subspan(static_cast<std::size_t>(xs.first), static_cast<std::size_t>(xs.count))) {
            const std::uint64_t alpha = pixel >> 24;
            a += alpha;
            r += alpha * (pixel >> 16 & 255);
            g += alpha * (pixel >> 8 & 255);
            b += alpha * (pixel & 255);
        }
    if (a == 0) return 0;
    const std::uint64_t count = static_cast<std::uint64_t>(xs.count) * static_cast<std::uint64_t>(ys.count);
    return static_cast<std::uint32_t>((a + count / 2) / count << 24 | (r + a / 2) / a << 16 | (g + a / 2) / a << 8 | (b + a / 2) / a);
}

Result<Ptr<SDL_Surface>> scaled(Ptr<SDL_Surface> source, int width, int height, const std::string& name) {
    if (source->w == width && source->h == height) return source;
    Ptr<SDL_Surface> target(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888));
    if (!target) return decoder_problem(name);
    if (width > source->w || height > source->h) {
        if (SDL_SoftStretchLinear(source.get(), nullptr, target.get(), nullptr) != 0) return decoder_problem(name);
        return target;
    }
    for (int y = 0; y < height; ++y) {
        const std::span<std::uint32_t> row = row_of(*target, y);
        for (int x = 0; x < width; ++x)
            row[static_cast<std::size_t>(x)] = mean(*source, cover(x, width, source->w), cover(y, height, source->h));
    }
    return target;
}

}  // namespace

std::string svg_of_size(std::string_view svg, const Rect& box, int width, int height) {
    const std::size_t root = svg.find("<svg");
    if (root == std::string_view::npos) return {};
    const std::size_t end = end_of_tag(svg, root);
    if (end == std::string_view::npos) return {};
    std::string_view tag = svg.substr(root + 4, end - root - 4);
    const bool closes_itself = !tag.empty() && tag.back() == '/';
    if (closes_itself) tag.remove_suffix(1);

    char head[256];
    std::snprintf(head, sizeof head, "<svg width=\"%d\" height=\"%d\" viewBox=\"%.9g %.9g %.9g %.9g\" preserveAspectRatio=\"none\"", width,
                  height, static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
                  static_cast<double>(box.height));
    std::string result(svg.substr(0, root));
    result += head;
    std::size_t at = 0;
    for (Attribute a = next_attribute(tag, at); !a.text.empty(); a = next_attribute(tag, at))
        if (a.name != "width" && a.name != "height" && a.name != "viewBox" && a.name != "preserveAspectRatio")
            result += ' ', result += a.text;
    if (closes_itself) result += '/';
    result += svg.substr(end);
    return result;
}

Result<Ptr<SDL_Surface>> rasterise(std::string_view bytes, const Rect& box, int width, int height, const std::string& name) {
    if (width < 1 || height < 1 || width > kLargestSide_px || height > kLargestSide_px || box.empty())
        return Problem{name, "the picture has no size that can be drawn"};
    if (bytes.starts_with("\x89PNG")) {
        SDL_RWops* file = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
        Result<Ptr<SDL_Surface>> picture = as_argb(Ptr<SDL_Surface>(IMG_LoadTyped_RW(file, 1, "PNG")), name);
        if (!picture) return picture;
        return scaled(std::move(*picture), width, height, name);
    }
    // The rasteriser keeps the picture's proportions and rounds its size down; a root of the wanted size makes both exact.
    const std::string svg = svg_of_size(bytes, box, width, height);
    if (svg.empty()) return Problem{name, "the picture is neither an SVG nor a PNG"};
    SDL_RWops* file = SDL_RWFromConstMem(svg.data(), static_cast<int>(svg.size()));
    Ptr<SDL_Surface> picture(IMG_LoadSizedSVG_RW(file, width, height));
    SDL_RWclose(file);
    Result<Ptr<SDL_Surface>> argb = as_argb(std::move(picture), name);
    if (!argb) return argb;
    return scaled(std::move(*argb), width, height, name);
}

void mirror(SDL_Surface& surface) {
    for (int y = 0; y < surface.h; ++y) {
        const std::span<std::uint32_t> row = row_of(surface, y);
        std::reverse(row.begin(), row.end());
    }
}

bool is_opaque(const SDL_Surface& surface) {
    for (int y = 0; y < surface.h; ++y)
        for (const std::uint32_t pixel : row_of(surface, y))
            if (pixel >> 24 != 255) return false;
    return true;
}

}  // namespace sango::platform
