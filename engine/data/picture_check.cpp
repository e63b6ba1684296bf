#include "engine/data/picture_check.hpp"

#include "engine/data/picture_problems.hpp"
#include "engine/data/svg_check.hpp"

#include <array>
#include <cstdint>

namespace sango::data {
namespace {

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1A\n", 8);

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Annex D of the PNG specification, https://www.w3.org/TR/png/#D-CRCAppendix, a bit at a time: a head has 17 bytes.
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1u) != 0 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

bool is_known_pixel_format(unsigned depth, unsigned kind) {
    switch (kind) {
        case 0:
            return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
        case 3:
            return depth == 1 || depth == 2 || depth == 4 || depth == 8;
        case 2:
        case 4:
        case 6:
            return depth == 8 || depth == 16;
        default:
            return false;
    }
}

// Whether the chunks follow one another up to the end without a gap, with a picture among them.
bool is_whole_png(std::string_view bytes) {
    bool has_pixels = false;
    for (std::size_t at = kPngSignature.size(); bytes.size() - at >= 12;) {
        const std::size_t length = big_endian(bytes, at);
        const std::string_view type = bytes.substr(at + 4, 4);
        if (length > bytes.size() - at - 12) return false;
        if (type == "IDAT") has_pixels = true;
        if (type == "IEND") return has_pixels;
        at += 12 + length;
    }
    return false;
}

Rect check_png(std::string_view bytes, PictureProblems& problems) {
    constexpr std::size_t kMostBytes = 4u << 20, kHead = 33;
    constexpr std::uint32_t kLargestSide = 4096;
    constexpr std::uint64_t kMostPixels = 4u << 20;
    if (bytes.size() > kMostBytes) problems.add("is larger than 4 MB: save it smaller");
    const bool has_head = bytes.size() >= kHead && big_endian(bytes, 8) == 13 && bytes.substr(12, 4) == "IHDR";
    if (!has_head || checksum(bytes.substr(12, 17)) != big_endian(bytes, 29)) {
        problems.add("is a damaged PNG: save or copy it again");
        return {};
    }
    const std::uint32_t width = big_endian(bytes, 16), height = big_endian(bytes, 20);
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])); };
    const std::string size = std::to_string(width) + " x " + std::to_string(height);
    if (width == 0 || height == 0) problems.add("is a PNG without pixels: save it again");
    if (width > kLargestSide || height > kLargestSide) {
        problems.add("has " + size + " pixels, and 4096 on a side are the most: scale it down");
    } else if (std::uint64_t{width} * height > kMostPixels) {
        problems.add("has " + size + " pixels, and 4 megapixels (2048 x 2048) are the most: scale it down");
    }
    if (!is_known_pixel_format(byte(24), byte(25)) || byte(26) != 0 || byte(27) != 0) {
        problems.add("is a PNG of a kind that does not exist: save it again");
    }
    if (byte(28) != 0) problems.add("is an interlaced PNG, which costs twice the memory: save it without interlacing");
    if (!is_whole_png(bytes)) problems.add("is a PNG whose end is missing: save or copy it again");
    return {0, 0, static_cast<float>(width), static_cast<float>(height)};
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The kind of a picture that is neither of ours, by its first bytes; empty when unknown.
std::string_view foreign_kind(std::string_view bytes) {
    struct Magic {
        std::string_view start;
        std::string_view kind;
    };
    static constexpr std::array<Magic, 6> kMagics{{{"\xFF\xD8\xFF", "JPEG"},
                                                   {"GIF8", "GIF"},
                                                   {"RIFF", "WebP"},
                                                   {"BM", "BMP"},
                                                   {"\x1F\x8B", "svgz"},
                                                   {"%PDF", "PDF"}}};
    for (const Magic& magic : kMagics) {
        if (bytes.substr(0, magic.start.size()) == magic.start) return magic.kind;
    }
    return {};
}

bool looks_like_svg(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && bytes[first] == '<';
}

}  // namespace

Result<PictureInfo> check_picture(std::string_view bytes, std::string_view file, Problems& all_problems) {
    PictureProblems problems(bytes, file, all_problems);
    PictureInfo info;
    const bool is_png = bytes.substr(0, kPngSignature.size()) == kPngSignature;
    if (is_png) {
        if (ends_with(file, ".svg")) problems.add("is a PNG with the name of an SVG: name it .png");
        info.box = check_png(bytes, problems);
    } else if (looks_like_svg(bytes)) {
        if (ends_with(file, ".png")) problems.add("is an SVG with the name of a PNG: name it .svg");
        info.is_svg = true;
        info.box = check_svg(bytes, problems);
    } else if (const std::string_view kind = foreign_kind(bytes); !kind.empty()) {
        problems.add("is a picture of another kind (" + std::string(kind) + "): save it as SVG or PNG");
    } else {
        problems.add(bytes.empty() ? "is empty: save the picture again" : "is no picture that can be read: save it as SVG or PNG");
    }
    if (problems.any()) return problems.first();
    return info;
}

}  // namespace sango::data
