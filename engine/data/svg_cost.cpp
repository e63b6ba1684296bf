#include "engine/data/svg_cost.hpp"

#include <algorithm>
#include <cmath>

namespace sango::data {
namespace {

constexpr double kReach = 4;  // sides of the picture
constexpr double kPi = 3.14159265358979323846;

}  // namespace

SvgCost::SvgCost(const Rect& box) : box_(box), side_(std::max(box.width, box.height)) {}

void SvgCost::start_shape() {
    constexpr double kNowhere = 1e9;
    least_ = {kNowhere, kNowhere};
    most_ = {-kNowhere, -kNowhere};
    points_ = 0;
    length_ = 0;
    is_far_ = false;
}

void SvgCost::point(Spot spot) {
    const double reach = kReach * side_;
    if (!(spot.x >= box_.x - reach && spot.x <= box_.right() + reach)) is_far_ = true;
    if (!(spot.y >= box_.y - reach && spot.y <= box_.bottom() + reach)) is_far_ = true;
    if (points_ > 0) length_ += std::hypot(spot.x - last_.x, spot.y - last_.y);
    last_ = spot;
    ++points_;
    least_ = {std::min(least_.x, spot.x), std::min(least_.y, spot.y)};
    most_ = {std::max(most_.x, spot.x), std::max(most_.y, spot.y)};
}

void SvgCost::arc(double radius, ArcSide side) {
    if (!(radius <= kReach * side_)) is_far_ = true;
    // The short way around is about as long as the way between its ends, which counts as points.
    if (side == ArcSide::Long) length_ += 2 * kPi * radius;
}

void SvgCost::end_shape(double stroke) {
    if (!(stroke <= kReach * side_)) is_far_ = true;
    if (is_far_) {
        length_ = 0;  // one fault is enough
        return;
    }
    // A line has two sides, and at each point a joint that may be half a circle.
    if (stroke > 0) length_ = 2 * length_ + points_ * stroke * kPi / 2;
    total_length_ += length_;
    covered_ += share_covered(stroke / 2);
}

double SvgCost::share_covered(double stroke) const {
    const double width = std::min<double>(most_.x + stroke, box_.right()) - std::max<double>(least_.x - stroke, box_.x);
    const double height = std::min<double>(most_.y + stroke, box_.bottom()) - std::max<double>(least_.y - stroke, box_.y);
    return width > 0 && height > 0 ? width * height / (double{box_.width} * box_.height) : 0;
}

}  // namespace sango::data
