#include "engine/core/geometry.hpp"

#include <doctest/doctest.h>

namespace sango {

TEST_CASE("a rectangle holds its left and top edge, not its right and bottom edge") {
    const Rect rect{10, 20, 30, 40};
    CHECK(rect.contains({10, 20}));
    CHECK(rect.contains({39.5f, 59.5f}));
    CHECK_FALSE(rect.contains({40, 30}));
    CHECK_FALSE(rect.contains({20, 60}));
    CHECK(rect.centre() == Point{25, 40});
}

TEST_CASE("the intersection is what both cover") {
    CHECK(intersection({0, 0, 10, 10}, {5, 6, 10, 10}) == Rect{5, 6, 5, 4});
    CHECK(intersection({0, 0, 10, 10}, {20, 20, 5, 5}).empty());
    CHECK(intersection({0, 0, 10, 10}, {10, 0, 5, 5}).empty());
}

TEST_CASE("an empty rectangle adds nothing to a union") {
    CHECK(united({0, 0, 10, 10}, {20, 5, 10, 10}) == Rect{0, 0, 30, 15});
    CHECK(united({}, {1, 2, 3, 4}) == Rect{1, 2, 3, 4});
    CHECK(united({1, 2, 3, 4}, {}) == Rect{1, 2, 3, 4});
}

TEST_CASE("an inset never turns a rectangle inside out") {
    CHECK(inset({0, 0, 10, 20}, 2) == Rect{2, 2, 6, 16});
    CHECK(inset({0, 0, 10, 20}, 8).width == 0);
}

}  // namespace sango
