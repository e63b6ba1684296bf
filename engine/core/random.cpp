#include "engine/core/random.hpp"

#include <cassert>
#include <numeric>

namespace sango {

std::uint64_t Random::next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

std::uint32_t Random::below(std::uint32_t count) {
    assert(count != 0 && "there is no number below 0");
    // Lemire 2019, "Fast random integer generation in an interval": each number is exactly as likely as any other.
    const std::uint32_t unfair = (0u - count) % count;
    for (;;) {
        const std::uint64_t product = (next() >> 32) * count;
        if (static_cast<std::uint32_t>(product) >= unfair) return static_cast<std::uint32_t>(product >> 32);
    }
}

std::vector<std::size_t> shuffled_order(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random random(seed);
    for (std::size_t left = count; left > 1; --left) {
        std::swap(order[left - 1], order[random.below(static_cast<std::uint32_t>(left))]);
    }
    return order;
}

}  // namespace sango
