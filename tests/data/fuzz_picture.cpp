// Any bytes as a picture: refused with few, clear problems, or within the limits that our rasteriser can bear.
#include "engine/core/utf8.hpp"
#include "engine/data/picture_check.hpp"

#include <cstdint>
#include <cstdlib>

using namespace sango;
using namespace sango::data;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string_view picture(reinterpret_cast<const char*>(bytes), count);
    Problems problems;
    const auto info = check_picture(picture, "a.svg", problems);
    if (static_cast<bool>(info) != problems.empty() || problems.size() > 20) std::abort();
    for (const Problem& problem : problems) {
        if (problem.what.empty() || problem.what.size() > 400 || !utf8::is_valid(problem.what)) std::abort();
    }
    if (!info) return 0;
    const Rect& box = info->box;
    if (!(box.width > 0 && box.height > 0 && box.width <= 4096 && box.height <= 4096)) std::abort();
    return 0;
}
