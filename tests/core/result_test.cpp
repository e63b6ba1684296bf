#include "engine/core/result.hpp"

#include <doctest/doctest.h>

#include <memory>

namespace sango {
namespace {

Result<int> half(int value) {
    if (value % 2 != 0) return Problem{"number", "is odd"};
    return value / 2;
}

}  // namespace

TEST_CASE("a result is a value or a problem") {
    const auto good = half(8);
    REQUIRE(good);
    CHECK(*good == 4);
    const auto bad = half(7);
    REQUIRE_FALSE(bad);
    CHECK(to_string(bad.problem()) == "number: is odd");
}

TEST_CASE("a value that cannot be copied can be moved out of its result") {
    Result<std::unique_ptr<int>> result(std::make_unique<int>(3));
    const std::unique_ptr<int> value = *std::move(result);
    CHECK(*value == 3);
}

TEST_CASE("success may have no value") {
    const Status status = Done{};
    CHECK(status);
}

}  // namespace sango
