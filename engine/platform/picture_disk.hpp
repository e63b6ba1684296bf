// Rasterised pictures kept between runs: reading one back is many times faster than drawing it anew.
#pragma once

#include "engine/platform/sdl_ptr.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace sango::platform {

/// Names a picture's content: FNV-1a over the bytes (Fowler, Noll, Vo), 64 bits, enough to tell a few thousand pictures apart.
[[nodiscard]] std::uint64_t content_hash(std::string_view bytes);

/// Pixels in stretches; the words of a file.
using PackedPicture = std::vector<std::uint32_t>;

/// A folder of rasterised pictures, keyed by content and size, the longest unused removed above `limit_bytes`.
/// Losing it loses only time: every failure is silent and the picture is drawn again.
class PictureDisk {
public:
    /// An empty folder name keeps nothing.
    explicit PictureDisk(std::filesystem::path folder, std::uintmax_t limit_bytes = 64u << 20);
    /// ARGB8888 of exactly that size, or nothing.
    [[nodiscard]] Ptr<SDL_Surface> load(std::uint64_t content, int width, int height) const;
    /// An ARGB8888 surface as the disk keeps it, a small part of its size.
    [[nodiscard]] static PackedPicture pack(const SDL_Surface& surface);
    void save(std::uint64_t content, int width, int height, const PackedPicture& packed);
    [[nodiscard]] bool enabled() const { return !folder_.empty(); }

private:
    [[nodiscard]] std::filesystem::path file_of(std::uint64_t content, int width, int height) const;
    void make_room();

    std::filesystem::path folder_;
    std::uintmax_t limit_;
    std::uintmax_t used_ = 0;
    bool measured_ = false;
};

}  // namespace sango::platform
