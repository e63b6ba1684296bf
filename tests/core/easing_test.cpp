#include "engine/core/easing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

namespace sango {

TEST_CASE("every curve starts at 0, ends at 1 and stays there outside") {
    for (const auto curve : {ease_in_out, ease_out, ease_out_back}) {
        CHECK(curve(0.0f) == 0.0f);
        CHECK(curve(1.0f) == 1.0f);
        CHECK(curve(-3.0f) == 0.0f);
        CHECK(curve(3.0f) == 1.0f);
        CHECK(curve(std::numeric_limits<float>::quiet_NaN()) == 0.0f);
    }
}

TEST_CASE("easing in and out is slow, fast, slow") {
    CHECK(ease_in_out(0.5f) == doctest::Approx(0.5f));
    CHECK(ease_in_out(0.1f) < 0.1f);
    CHECK(ease_in_out(0.9f) > 0.9f);
    CHECK(ease_in_out(0.2f) == doctest::Approx(1.0f - ease_in_out(0.8f)));
}

TEST_CASE("easing out is fast first and never turns back") {
    CHECK(ease_out(0.25f) > 0.5f);
    float before = 0.0f;
    for (int i = 1; i <= 100; ++i) {
        const float now = ease_out(static_cast<float>(i) / 100.0f);
        CHECK(now >= before);
        before = now;
    }
}

TEST_CASE("easing out with a swing goes about a tenth too far and comes back") {
    float highest = 0.0f;
    for (int i = 0; i <= 100; ++i) highest = std::max(highest, ease_out_back(static_cast<float>(i) / 100.0f));
    CHECK(highest == doctest::Approx(1.1f).epsilon(0.01));
}

}  // namespace sango
