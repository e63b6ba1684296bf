#include "engine/core/colour.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace sango {

TEST_CASE("a colour is read from # and six hexadecimal digits") {
    CHECK(parse_colour("#1f8a8a") == Colour{0x1f, 0x8a, 0x8a, 255});
    CHECK(parse_colour("#FFFFFF") == Colour{255, 255, 255, 255});
    CHECK(parse_colour("#000000") == Colour{0, 0, 0, 255});
}

TEST_CASE("anything else is no colour") {
    for (const char* text : {"", "#", "#fff", "1f8a8a", "1f8a8a0", "#1f8a8", "#1f8a8a0", "#1f8a8g", "#g00000", " #1f8a8", "#-10000", "red"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_colour(text));
    }
}

TEST_CASE("alpha is a share of the colour's own alpha") {
    CHECK(with_alpha({10, 20, 30, 255}, 0.5f) == Colour{10, 20, 30, 128});
    CHECK(with_alpha({10, 20, 30, 100}, 0.5f) == Colour{10, 20, 30, 50});
    CHECK(with_alpha({10, 20, 30, 200}, 2.0f).a == 200);
    CHECK(with_alpha({10, 20, 30, 200}, -1.0f).a == 0);
    CHECK(with_alpha({10, 20, 30, 200}, std::numeric_limits<float>::quiet_NaN()).a == 0);
}

TEST_CASE("mixing goes from the first colour to the second, channel by channel, and no further") {
    const Colour a{0, 100, 200, 255}, b{200, 100, 0, 55};
    CHECK(mix(a, b, 0.0f) == a);
    CHECK(mix(a, b, 1.0f) == b);
    CHECK(mix(a, b, 0.25f) == Colour{50, 100, 150, 205});
    CHECK(mix(a, b, 7.0f) == b);
    CHECK(mix(a, b, -7.0f) == a);
}

TEST_CASE("contrast is the ratio of WCAG") {
    const Colour black{0, 0, 0, 255}, white{255, 255, 255, 255};
    CHECK(contrast_ratio(black, white) == doctest::Approx(21.0));
    CHECK(contrast_ratio(white, black) == doctest::Approx(21.0));
    CHECK(contrast_ratio(white, white) == doctest::Approx(1.0));
    // The grey that is known as the lightest to reach 4.5 on white.
    CHECK(contrast_ratio(*parse_colour("#767676"), white) == doctest::Approx(4.54).epsilon(0.001));
    CHECK(contrast_ratio(*parse_colour("#ff0000"), white) == doctest::Approx(3.998).epsilon(0.001));
}

}  // namespace sango
