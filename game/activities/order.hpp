// Order: bring steps into the order that helps.
#pragma once

#include "game/activities/common.hpp"

#include <optional>

namespace sango::activities {

struct OrderItem { ItemId id; std::string text; std::string because; bool operator==(const OrderItem&) const = default; };
struct Order { Frame frame; std::vector<OrderItem> items; bool operator==(const Order&) const = default; };

struct OrderState {
    std::vector<ItemId> shown;            ///< all items in the shuffled order of the screen (never the right order)
    std::vector<ItemId> taken;            ///< in the order in which the player took them
    std::optional<ItemId> wrong_item;     ///< its feedback is on screen: the item that belongs where the first mistake is
    bool hinted = false;
    bool solved = false;
    int wrong_tries = 0;
    bool operator==(const OrderState&) const = default;
};

[[nodiscard]] OrderState start(const Order& model, std::uint32_t seed);
/// Take adds an item, or puts a taken one back. Send, with all taken: right → solved; else the first item out of place shows
/// the `because` of the one that belongs there; Continue keeps the right beginning and puts the rest back.
[[nodiscard]] Effect apply(const Order& model, OrderState& state, const Input& input);
/// Whether the state can come about in this model.
[[nodiscard]] bool fits(const Order& model, const OrderState& state);
[[nodiscard]] const OrderItem* find_item(const Order& model, const ItemId& id);

}  // namespace sango::activities
