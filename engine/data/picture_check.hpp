// What a picture is before any decoder sees it: its size, and that it stays within what our rasteriser shows rightly.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/core/result.hpp"

#include <string_view>

namespace sango::data {

/// Where the picture lies in its drawing space: an SVG's viewBox, a PNG's size from (0, 0).
struct PictureInfo {
    Rect box;
    bool is_svg = false;
};

/// Reads an SVG's or PNG's head and checks it: SVG at most 256 kB, 4096 elements, 16:1, only the elements, attributes and
/// values of the allow-list (svg_rules.cpp, docs/architecture.md); PNG at most 4 MB, 4096 px a side, 4 megapixels. All
/// problems (the first twenty kinds) are added to `problems`; when there is any, the result is the first of them.
[[nodiscard]] Result<PictureInfo> check_picture(std::string_view bytes, std::string_view file, Problems& problems);

}  // namespace sango::data
