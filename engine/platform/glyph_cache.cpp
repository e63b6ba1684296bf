#include "engine/platform/glyph_cache.hpp"

#include <algorithm>
#include <cmath>

namespace sango::platform {

namespace {

constexpr std::size_t kLimit_bytes = 6u << 20;

// SDL_ttf places each mark on whole pixels, so stacked ones rise this much over their outlines.
constexpr float kMarkRounding_px = 2;

int whole_size(float size_px) { return static_cast<int>(text::whole_size(size_px)); }

Ptr<SDL_Surface> render(TTF_Font& font, const std::string& text) {
    return Ptr<SDL_Surface>(TTF_RenderUTF8_Blended(&font, text.c_str(), SDL_Color{255, 255, 255, 255}));
}

// The first row in which an underlined text differs from the plain one.
int underline_row(TTF_Font& font, const std::string& text, const SDL_Surface& plain) {
    TTF_SetFontStyle(&font, TTF_STYLE_UNDERLINE);
    const Ptr<SDL_Surface> lined = render(font, text);
    TTF_SetFontStyle(&font, TTF_STYLE_NORMAL);
    if (!lined) return 0;
    const auto row = [](const SDL_Surface& s, int y) { return static_cast<const Uint8*>(s.pixels) + static_cast<std::ptrdiff_t>(y) * s.pitch; };
    const int rows = std::min(lined->h, plain.h);
    const std::size_t bytes = static_cast<std::size_t>(std::min(lined->w, plain.w)) * 4;
    for (int y = 0; y < rows; ++y)
        if (SDL_memcmp(row(*lined, y), row(plain, y), bytes) != 0) return y;
    return rows;
}

// How many rows SDL_ttf moved the text down to make room for ink above the ascent. It does not say, and its rounding of stacked
// marks cannot be foreseen from outlines to the pixel, but it moves an underline with the text.
int rows_moved_down(TTF_Font& font, const std::string& text, const SDL_Surface& surface) {
    const std::string low = ".";
    const Ptr<SDL_Surface> reference = render(font, low);
    return reference ? underline_row(font, text, surface) - underline_row(font, low, *reference) : 0;
}

std::string script_name(std::uint32_t tag) {
    std::string name(4, ' ');
    for (std::size_t i = 0; i < 4; ++i) name[i] = static_cast<char>(tag >> (24 - 8 * i) & 255);
    return name;
}

}  // namespace

GlyphRasteriser::GlyphRasteriser(text::FontConfig fonts, LogSink log) : fonts_(std::move(fonts)), log_(std::move(log)) {}

GlyphRasteriser::~GlyphRasteriser() {
    faces_.clear();
    if (started_) TTF_Quit();
}

TTF_Font* GlyphRasteriser::face(std::uint16_t index, int size_px) {
    const auto known = faces_.find(index);
    if (known == faces_.end()) {
        if (!started_) started_ = TTF_Init() == 0;
        const std::filesystem::path file = text::face_file(fonts_, index);
        const std::u8string name = file.u8string();
        Ptr<TTF_Font> font(TTF_OpenFont(reinterpret_cast<const char*>(name.c_str()), size_px));
        if (font)
            TTF_SetFontHinting(font.get(), TTF_HINTING_NONE);
        else
            log(log_, "a font cannot be opened: " + std::string(TTF_GetError()));
        return faces_.emplace(index, std::move(font)).first->second.get();
    }
    TTF_Font* font = known->second.get();
    // The same size again keeps SDL_ttf's glyphs; another one drops them.
    if (font != nullptr) TTF_SetFontSize(font, size_px);
    return font;
}

GlyphPixels GlyphRasteriser::rasterise(const text::Run& run, float size_px) {
    if (run.ink.empty() || run.text.empty()) return {};
    TTF_Font* font = face(run.face, whole_size(size_px));
    if (font == nullptr) return {};
    TTF_SetFontDirection(font, run.right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    if (run.script != 0) TTF_SetFontScriptName(font, script_name(run.script).c_str());
    Ptr<SDL_Surface> surface = render(*font, run.text);
    if (!surface) return {};
    // SDL_ttf moves the whole text right by a negative first bearing and down by ink above the face's ascent, and says neither.
    const int ascent = TTF_FontAscent(font);
    const int ink_left = static_cast<int>(std::floor(run.ink.x));
    const bool may_be_moved = std::ceil(-run.ink.y) + kMarkRounding_px >= static_cast<float>(ascent);
    const int moved = may_be_moved ? rows_moved_down(*font, run.text, *surface) : 0;
    return {std::move(surface), std::min(0, ink_left), -ascent - moved};
}

GlyphCache::GlyphCache(text::FontConfig fonts, SDL_Renderer& renderer, LogSink log)
    : rasteriser_(std::move(fonts), std::move(log)), renderer_(renderer) {}

const GlyphTexture* GlyphCache::find(const text::Run& run, float size_px) {
    if (run.ink.empty()) return nullptr;
    Key key{run.face, whole_size(size_px), run.right_to_left, run.script, run.text};
    auto it = textures_.find(key);
    if (it == textures_.end()) {
        GlyphPixels pixels = rasteriser_.rasterise(run, size_px);
        GlyphTexture glyph{nullptr, pixels.x, pixels.y, 0, 0, frame_};
        if (pixels.surface) {
            glyph.width = pixels.surface->w;
            glyph.height = pixels.surface->h;
            glyph.texture.reset(SDL_CreateTextureFromSurface(&renderer_, pixels.surface.get()));
        }
        bytes_ += static_cast<std::size_t>(glyph.width) * static_cast<std::size_t>(glyph.height) * 4;
        it = textures_.emplace(std::move(key), std::move(glyph)).first;
    }
    it->second.last_use = frame_;
    return it->second.texture ? &it->second : nullptr;
}

void GlyphCache::make_room() {
    if (bytes_ > kLimit_bytes) {
        std::vector<std::uint64_t> uses;
        for (const auto& [key, glyph] : textures_) uses.push_back(glyph.last_use);
        std::nth_element(uses.begin(), uses.begin() + static_cast<std::ptrdiff_t>(uses.size() / 2), uses.end());
        const std::uint64_t middle = uses[uses.size() / 2];
        bytes_ = 0;
        std::erase_if(textures_, [&](const auto& item) {
            const GlyphTexture& glyph = item.second;
            if (glyph.last_use <= middle && glyph.last_use != frame_) return true;
            bytes_ += static_cast<std::size_t>(glyph.width) * static_cast<std::size_t>(glyph.height) * 4;
            return false;
        });
    }
    ++frame_;
}

}  // namespace sango::platform
