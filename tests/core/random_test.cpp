#include "engine/core/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace sango {

TEST_CASE("the numbers are those of SplitMix64") {
    // First outputs for the seed 1234567, as published with the reference implementation.
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317u);
    CHECK(random.next() == 3203168211198807973u);
    CHECK(random.next() == 9817491932198370423u);
    CHECK(random.next() == 4593380528125082431u);
    CHECK(random.next() == 16408922859458223821u);
}

TEST_CASE("a number below a count is below it, and each is about as likely as any other") {
    Random random(5);
    std::array<int, 6> seen{};
    for (int i = 0; i < 6000; ++i) {
        const std::uint32_t face = random.below(6);
        REQUIRE(face < 6);
        ++seen[face];
    }
    for (const int count : seen) {
        CHECK(count > 850);
        CHECK(count < 1150);
    }
    CHECK(random.below(1) == 0);
}

TEST_CASE("a shuffled order holds every number once and depends on the seed alone") {
    const auto order = shuffled_order(20, 7);
    auto sorted = order;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < 20; ++i) CHECK(sorted[i] == i);
    CHECK(order == shuffled_order(20, 7));
    CHECK(order != shuffled_order(20, 8));
    CHECK(shuffled_order(0, 1).empty());
    CHECK(shuffled_order(1, 1) == std::vector<std::size_t>{0});
}

TEST_CASE("a seed's order is written down here, so that a bookmark of last year still shows the same cards") {
    CHECK(shuffled_order(5, 42) == std::vector<std::size_t>{1, 2, 4, 0, 3});
}

TEST_CASE("each of the six orders of three cards comes up") {
    std::vector<std::vector<std::size_t>> seen;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto order = shuffled_order(3, seed);
        if (std::find(seen.begin(), seen.end(), order) == seen.end()) seen.push_back(order);
    }
    CHECK(seen.size() == 6);
}

}  // namespace sango
