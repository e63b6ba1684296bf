#include "engine/platform/picture_disk.hpp"

#include "engine/platform/picture_raster.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>
#include <vector>

namespace sango::platform {

namespace fs = std::filesystem;

namespace {

// A file is three words (kMagic, width, height), then stretches: a word with the count, its top bit set when one pixel repeats.
constexpr std::uint32_t kMagic = 0x31474e53;  // "SNG1"
constexpr std::uint32_t kRepeat = 0x80000000u;
constexpr const char* kExtension = ".pixels";

using Words = PackedPicture;

std::uint32_t pixel(const SDL_Surface& surface, std::size_t i) {
    const std::size_t width = static_cast<std::size_t>(surface.w);
    const auto* row = static_cast<const std::uint8_t*>(surface.pixels) + i / width * static_cast<std::size_t>(surface.pitch);
    std::uint32_t value = 0;
    std::memcpy(&value, row + i % width * 4, 4);
    return value;
}

// Fills `pixels` exactly, or says that the file is damaged.
bool unpack(const Words& words, Words& pixels) {
    std::size_t out = 0, in = 3;
    while (out < pixels.size() && in < words.size()) {
        const std::uint32_t head = words[in++];
        const std::size_t count = head & ~kRepeat;
        if (count == 0 || count > pixels.size() - out) return false;
        if ((head & kRepeat) != 0) {
            if (in >= words.size()) return false;
            std::fill_n(pixels.begin() + static_cast<std::ptrdiff_t>(out), count, words[in++]);
        } else {
            if (count > words.size() - in) return false;
            std::copy_n(words.begin() + static_cast<std::ptrdiff_t>(in), count, pixels.begin() + static_cast<std::ptrdiff_t>(out));
            in += count;
        }
        out += count;
    }
    return out == pixels.size() && in == words.size();
}

Words read_words(const fs::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) return {};
    const std::streamoff bytes = in.tellg();
    constexpr std::streamoff kMost = static_cast<std::streamoff>(kLargestSide_px) * kLargestSide_px * 8;
    if (bytes < 16 || bytes % 4 != 0 || bytes > kMost) return {};
    Words words(static_cast<std::size_t>(bytes) / 4);
    in.seekg(0);
    in.read(reinterpret_cast<char*>(words.data()), bytes);
    return in ? words : Words{};
}

}  // namespace

std::uint64_t content_hash(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : bytes) hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ull;
    return hash;
}

PictureDisk::PictureDisk(fs::path folder, std::uintmax_t limit_bytes) : folder_(std::move(folder)), limit_(limit_bytes) {}

fs::path PictureDisk::file_of(std::uint64_t content, int width, int height) const {
    char name[80];
    std::snprintf(name, sizeof name, "%016llx-%dx%d%s", static_cast<unsigned long long>(content), width, height, kExtension);
    return folder_ / name;
}

Ptr<SDL_Surface> PictureDisk::load(std::uint64_t content, int width, int height) const {
    if (!enabled() || width < 1 || height < 1 || width > kLargestSide_px || height > kLargestSide_px) return nullptr;
    const fs::path file = file_of(content, width, height);
    const Words words = read_words(file);
    if (words.size() < 4 || words[0] != kMagic || words[1] != static_cast<std::uint32_t>(width) ||
        words[2] != static_cast<std::uint32_t>(height))
        return nullptr;
    Words pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (!unpack(words, pixels)) return nullptr;
    Ptr<SDL_Surface> surface(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888));
    if (!surface) return nullptr;
    for (int y = 0; y < height; ++y)
        std::memcpy(static_cast<std::uint8_t*>(surface->pixels) + static_cast<std::ptrdiff_t>(y) * surface->pitch,
                    pixels.data() + static_cast<std::ptrdiff_t>(y) * width, static_cast<std::size_t>(width) * 4);
    std::error_code ignored;
    fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);  // used lately, so kept longer
    return surface;
}

PackedPicture PictureDisk::pack(const SDL_Surface& surface) {
    Words words{kMagic, static_cast<std::uint32_t>(surface.w), static_cast<std::uint32_t>(surface.h)};
    const std::size_t count = static_cast<std::size_t>(surface.w) * static_cast<std::size_t>(surface.h);
    Words pixels(count);
    for (std::size_t i = 0; i < count; ++i) pixels[i] = pixel(surface, i);
    for (std::size_t i = 0; i < count;) {
        std::size_t same = i + 1;
        while (same < count && pixels[same] == pixels[i]) ++same;
        if (same - i >= 3) {
            words.push_back(kRepeat | static_cast<std::uint32_t>(same - i));
            words.push_back(pixels[i]);
            i = same;
            continue;
        }
        std::size_t end = i + 1;
        while (end < count && !(end + 2 < count && pixels[end] == pixels[end + 1] && pixels[end] == pixels[end + 2])) ++end;
        words.push_back(static_cast<std::uint32_t>(end - i));
        words.insert(words.end(), pixels.begin() + static_cast<std::ptrdiff_t>(i), pixels.begin() + static_cast<std::ptrdiff_t>(end));
        i = end;
    }
    return words;
}

void PictureDisk::save(std::uint64_t content, int width, int height, const PackedPicture& words) {
    if (!enabled()) return;
    const std::uintmax_t bytes = words.size() * 4;
    if (bytes > limit_ / 4) return;
    std::error_code error;
    fs::create_directories(folder_, error);
    const fs::path file = file_of(content, width, height);
    fs::path beside = file;
    beside += ".new";  // renamed when whole, so that a run that is killed leaves no half picture
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(words.data()), static_cast<std::streamsize>(bytes));
        if (!out.flush()) {
            out.close();
            fs::remove(beside, error);
            return;
        }
    }
    fs::rename(beside, file, error);
    if (error) return;
    used_ += bytes;
    if (!measured_ || used_ > limit_) make_room();
}

void PictureDisk::make_room() {
    struct Kept {
        fs::path file;
        std::uintmax_t bytes = 0;
        fs::file_time_type used;
    };
    std::vector<Kept> all;
    std::error_code error;
    used_ = 0;
    measured_ = true;
    for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
        const fs::path& file = it->path();
        std::error_code unreadable;
        if (file.extension() != kExtension && file.extension() != ".new") continue;
        const std::uintmax_t bytes = fs::file_size(file, unreadable);
        const fs::file_time_type used = fs::last_write_time(file, unreadable);
        if (unreadable) continue;
        all.push_back({file, bytes, used});
        used_ += bytes;
    }
    if (used_ <= limit_) return;
    std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.used < b.used; });
    for (const Kept& oldest : all) {
        if (used_ <= limit_ / 4 * 3) break;
        if (fs::remove(oldest.file, error)) used_ -= oldest.bytes;
    }
}

}  // namespace sango::platform
