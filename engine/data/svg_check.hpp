// Whether an SVG keeps to what our rasteriser shows rightly and can bear.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/data/picture_problems.hpp"

#include <string_view>

namespace sango::data {

/// Reads the whole drawing once and reports every fault. Where it lies in its drawing space; empty when that is among the faults.
[[nodiscard]] Rect check_svg(std::string_view bytes, PictureProblems& problems);

}  // namespace sango::data
