// Chance that repeats: the same seed gives the same order on every system.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace sango {

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere, unlike std::shuffle.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// The next 64 bits.
    std::uint64_t next();
    /// A number from 0 to `count` - 1; `count` must not be 0.
    std::uint32_t below(std::uint32_t count);

private:
    std::uint64_t state_;
};

/// The numbers 0 to `count` - 1 in an order that depends on `seed` alone.
[[nodiscard]] std::vector<std::size_t> shuffled_order(std::size_t count, std::uint64_t seed);

}  // namespace sango
