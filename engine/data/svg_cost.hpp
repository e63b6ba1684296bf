// What drawing a picture costs our rasteriser: small files can keep it busy for minutes.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/data/svg_values.hpp"

namespace sango::data {

/// Follows the points of one shape after the other. All limits are in sizes of the picture's viewBox; of our own pictures the
/// costliest stay under a tenth of them.
class SvgCost {
public:
    SvgCost() = default;
    /// `box` must not be empty.
    explicit SvgCost(const Rect& box);

    void start_shape();
    void point(Spot spot);
    void arc(double radius, ArcSide side);
    /// Ends the shape; `stroke` is the width of its line, 0 for none.
    void end_shape(double stroke);

    /// The shape at hand reaches, or its line is, more than four sides of the picture beyond it: far points cost memory.
    [[nodiscard]] bool is_far() const { return is_far_; }
    /// The shapes so far cover the picture more than 50 times over.
    [[nodiscard]] bool covers_too_much() const { return covered_ > 50; }
    /// The lines so far are longer than 1000 sides of the picture, or those of the shape at hand longer than 200.
    [[nodiscard]] bool is_too_long() const { return length_ > 200 * side_ || total_length_ > 1000 * side_; }

private:
    [[nodiscard]] double share_covered(double stroke) const;

    Rect box_;
    double side_ = 1;
    double covered_ = 0;
    double total_length_ = 0;
    // Of the shape at hand.
    Spot least_, most_, last_;
    int points_ = 0;
    double length_ = 0;
    bool is_far_ = false;
};

}  // namespace sango::data
