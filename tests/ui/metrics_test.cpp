#include "engine/ui/metrics.hpp"

#include <doctest/doctest.h>

using sango::ui::Metrics;

TEST_CASE("a window of 1280 by 720 shows one pixel for a design point") {
    Metrics metrics;
    CHECK(metrics.px(28) == doctest::Approx(28));
    CHECK(metrics.text_px(28) == doctest::Approx(28));
    CHECK(metrics.target_px() == doctest::Approx(56));
}

TEST_CASE("on a phone, body text stays at 18 points and targets at 44") {
    Metrics metrics;
    metrics.window_px = {390, 844};
    CHECK(metrics.px_per_dp() == doctest::Approx(0.65));
    CHECK(metrics.text_px(28) >= 18);
    CHECK(metrics.target_px() >= 44);
}

TEST_CASE("on a screen with two pixels for a point, the floors count points") {
    Metrics metrics;
    metrics.window_px = {780, 1688};
    metrics.px_per_point = 2;
    CHECK(metrics.text_px(28) >= 36);
    CHECK(metrics.target_px() >= 88);
}

TEST_CASE("larger letters grow by the player's choice, targets do not shrink") {
    Metrics metrics;
    metrics.text_scale = 2;
    CHECK(metrics.text_px(28) == doctest::Approx(56));
    CHECK(metrics.target_px() == doctest::Approx(56));
}
