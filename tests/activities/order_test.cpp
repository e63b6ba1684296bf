#include "game/activities/order.hpp"

#include "tests/activities/samples.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sango::activities;
using namespace sango::activities::test;

namespace {
std::vector<ItemId> ids(std::string_view letters) {
    std::vector<ItemId> list;
    for (std::size_t i = 0; i < letters.size(); ++i) list.push_back(id(letters.substr(i, 1)));
    return list;
}
OrderState taken(const Order& model, std::string_view letters) {
    OrderState state = start(model, 3);
    for (const ItemId& item : ids(letters)) REQUIRE(apply(model, state, Take{item}) == Effect::Picked);
    return state;
}
}  // namespace

TEST_CASE("items taken in the right order are solved, and left after it was read") {
    const Order model = order();
    OrderState state = taken(model, "abcd");
    CHECK(apply(model, state, Send{}) == Effect::Solved);
    CHECK(apply(model, state, Take{id("a")}) == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::Left);
}

TEST_CASE("a wrong order shows why the item that belongs there does, and keeps the right beginning") {
    const Order model = order();
    OrderState state = taken(model, "adcb");
    CHECK(apply(model, state, Send{}) == Effect::Wrong);
    CHECK(state.wrong_item == id("b"));
    CHECK(state.wrong_tries == 1);
    CHECK(apply(model, state, Take{id("a")}) == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::None);
    CHECK(state.taken == ids("a"));
    CHECK_FALSE(state.wrong_item);
}

TEST_CASE("taking an item again puts it back, and those after it move up") {
    const Order model = order();
    OrderState state = taken(model, "abc");
    CHECK(apply(model, state, Take{id("b")}) == Effect::Picked);
    CHECK(state.taken == ids("ac"));
}

TEST_CASE("an order is only ready when every item is taken") {
    const Order model = order();
    OrderState state = taken(model, "abc");
    CHECK(apply(model, state, Send{}) == Effect::Ignored);
    CHECK(apply(model, state, Continue{}) == Effect::Ignored);
    CHECK(apply(model, state, Take{id("e")}) == Effect::Ignored);
    CHECK(state == taken(model, "abc"));
}

TEST_CASE("items are never shown in the right order, whatever the seed and however few they are") {
    for (std::size_t count = 2; count <= 4; ++count) {
        Order model = order();
        model.items.resize(count);
        std::set<std::vector<ItemId>> orders;
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const OrderState state = start(model, seed);
            CHECK(state.shown != ids(std::string_view("abcd").substr(0, count)));
            CHECK(fits(model, state));
            orders.insert(state.shown);
        }
        CAPTURE(count);
        const std::size_t permutations = count == 2 ? 2 : count == 3 ? 6 : 24;
        CHECK(orders.size() == permutations - 1);
    }
}

TEST_CASE("states that no play of an order could bring about do not fit") {
    const Order model = order();
    const OrderState good = taken(model, "adcb");
    REQUIRE(fits(model, good));
    const auto broken = [&](auto change) {
        OrderState state = good;
        change(state);
        return !fits(model, state);
    };
    CHECK(broken([](OrderState& state) { state.shown.pop_back(); }));
    CHECK(broken([](OrderState& state) { state.shown = ids("aabc"); }));
    CHECK(broken([](OrderState& state) { state.taken = ids("aa"); }));
    CHECK(broken([](OrderState& state) { state.taken = ids("x"); }));
    CHECK(broken([](OrderState& state) { state.solved = true; }));
    CHECK(broken([](OrderState& state) { state.wrong_item = id("c"); }));
    CHECK(broken([](OrderState& state) { state.wrong_tries = -5; }));
    CHECK(broken([](OrderState& state) {
        state.wrong_item = id("b");
        state.taken = ids("adc");
    }));
}
