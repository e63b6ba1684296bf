// Where pictures come from, by name ("sango/body"), without saying where they lie.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/core/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sango::scene {

class PictureSource {
public:
    virtual ~PictureSource() = default;
    /// The picture's place in its drawing space (an SVG's viewBox); nothing when there is no such sound picture.
    [[nodiscard]] virtual std::optional<Rect> box(std::string_view name) const = 0;
    /// The checked bytes of an SVG or PNG.
    [[nodiscard]] virtual Result<std::string> bytes(std::string_view name) const = 0;
};

}  // namespace sango::scene
