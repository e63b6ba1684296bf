// The little languages inside SVG attributes: numbers, transforms, paths; read strictly, because our rasteriser guesses.
#pragma once

#include "engine/core/geometry.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace sango::data {

/// Points go to (a x + c y + e, b x + d y + f), as SVG writes it.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

struct Spot {
    double x = 0;
    double y = 0;
};

/// First `inner`, then `outer`.
[[nodiscard]] Matrix combined(const Matrix& outer, const Matrix& inner);
[[nodiscard]] Spot moved(const Matrix& matrix, Spot spot);
/// The longest that a line of length 1 can become.
[[nodiscard]] double largest_stretch(const Matrix& matrix);

/// A plain number, no unit, at most 100,000 either way.
[[nodiscard]] std::optional<double> svg_number(std::string_view text);
/// Numbers with spaces or commas between them; nothing when anything else is among them.
[[nodiscard]] std::optional<std::vector<double>> svg_numbers(std::string_view text);
/// translate, scale, rotate, skewX, skewY and matrix, one after the other.
[[nodiscard]] std::optional<Matrix> svg_transform(std::string_view text);

/// A fault in path data: from where on it is not understood.
struct PathFault {
    std::size_t offset = 0;
};
enum class ArcSide { Short, Long };
/// Reads path data and calls `visit` with every point and control point, and `arc` with the larger radius of each arc.
[[nodiscard]] std::optional<PathFault> read_svg_path(std::string_view data, const std::function<void(Spot)>& visit,
                                                     const std::function<void(double, ArcSide)>& arc);

}  // namespace sango::data
