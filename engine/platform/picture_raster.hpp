// From the bytes of a picture to pixels of exactly the size at which it is shown.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/core/result.hpp"
#include "engine/platform/sdl_ptr.hpp"

#include <string>
#include <string_view>

namespace sango::platform {

/// No picture is ever made larger than this on a side; it is stretched instead (SDL_image crashes far above it).
constexpr int kLargestSide_px = 4096;

/// The picture stretched to `width` x `height` pixels (1 to kLargestSide_px) as ARGB8888. `box` is where it lies in its drawing
/// space, as PictureSource says. A problem (at `name`) when the decoder refuses it.
[[nodiscard]] Result<Ptr<SDL_Surface>> rasterise(std::string_view bytes, const Rect& box, int width, int height, const std::string& name);

/// An SVG whose root asks for `width` x `height` pixels and fills them; the rest of the text is as it was. Empty when there is no root.
[[nodiscard]] std::string svg_of_size(std::string_view svg, const Rect& box, int width, int height);

/// Swaps left and right in place.
void mirror(SDL_Surface& surface);

/// Whether no pixel of an ARGB8888 surface lets anything shine through.
[[nodiscard]] bool is_opaque(const SDL_Surface& surface);

}  // namespace sango::platform
