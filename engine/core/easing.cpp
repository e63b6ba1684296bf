#include "engine/core/easing.hpp"

#include <algorithm>

namespace sango {
namespace {

// What is no number counts as the start.
float share(float t) { return t > 0.0f ? std::min(t, 1.0f) : 0.0f; }

}  // namespace

// The cubic and "back" curves of Robert Penner's easing equations (2001).

float ease_in_out(float t) {
    const float x = share(t);
    if (x < 0.5f) return 4.0f * x * x * x;
    const float rest = 2.0f - 2.0f * x;
    return 1.0f - rest * rest * rest / 2.0f;
}

float ease_out(float t) {
    const float rest = 1.0f - share(t);
    return 1.0f - rest * rest * rest;
}

float ease_out_back(float t) {
    constexpr float kOvershoot = 1.70158f;  // a tenth too far
    const float x = share(t);
    if (x <= 0.0f) return 0.0f;  // rounding would leave a trace below zero
    const float rest = x - 1.0f;
    return 1.0f + (kOvershoot + 1.0f) * rest * rest * rest + kOvershoot * rest * rest;
}

}  // namespace sango
