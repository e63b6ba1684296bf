#include "game/activities/order.hpp"

#include "engine/core/random.hpp"

#include <algorithm>

namespace sango::activities {
namespace {

/// How many of the taken items, from the first, stand where they belong.
std::size_t right_beginning(const Order& model, const OrderState& state) {
    std::size_t count = 0;
    while (count < state.taken.size() && count < model.items.size() && state.taken[count] == model.items[count].id) ++count;
    return count;
}

Effect take(const Order& model, OrderState& state, const Take& take) {
    if (state.solved || state.wrong_item || !find_item(model, take.item)) return Effect::Ignored;
    const auto found = std::find(state.taken.begin(), state.taken.end(), take.item);
    if (found == state.taken.end()) {
        state.taken.push_back(take.item);
    } else {
        state.taken.erase(found);
    }
    return Effect::Picked;
}

Effect send(const Order& model, OrderState& state) {
    if (state.solved || state.wrong_item || state.taken.size() != model.items.size()) return Effect::Ignored;
    const std::size_t right = right_beginning(model, state);
    if (right < model.items.size()) {
        state.wrong_item = model.items[right].id;
        state.wrong_tries = std::min(state.wrong_tries + 1, kMostTries);
        return Effect::Wrong;
    }
    state.solved = true;
    return Effect::Solved;
}

Effect hint(OrderState& state) {
    if (state.solved || state.wrong_item) return Effect::Ignored;
    state.hinted = true;
    return Effect::Hinted;
}

Effect go_on(const Order& model, OrderState& state) {
    if (state.solved) return Effect::Left;
    if (!state.wrong_item) return Effect::Ignored;
    state.taken.resize(right_beginning(model, state));
    state.wrong_item.reset();
    return Effect::None;
}

bool has_no_twins(std::vector<ItemId> ids) {
    std::sort(ids.begin(), ids.end());
    return std::adjacent_find(ids.begin(), ids.end()) == ids.end();
}

}  // namespace

const OrderItem* find_item(const Order& model, const ItemId& id) {
    const auto found = std::find_if(model.items.begin(), model.items.end(), [&](const OrderItem& item) { return item.id == id; });
    return found == model.items.end() ? nullptr : &*found;
}

OrderState start(const Order& model, std::uint32_t seed) {
    std::vector<std::size_t> order = shuffled_order(model.items.size(), seed);
    // Shown in the right order, there would be nothing to do.
    if (order.size() > 1 && std::is_sorted(order.begin(), order.end())) std::rotate(order.begin(), order.begin() + 1, order.end());
    OrderState state;
    for (const std::size_t index : order) state.shown.push_back(model.items[index].id);
    return state;
}

Effect apply(const Order& model, OrderState& state, const Input& input) {
    if (const auto* taken = std::get_if<Take>(&input)) return take(model, state, *taken);
    if (std::holds_alternative<Send>(input)) return send(model, state);
    if (std::holds_alternative<Hint>(input)) return hint(state);
    if (std::holds_alternative<Continue>(input)) return go_on(model, state);
    return Effect::Ignored;
}

bool fits(const Order& model, const OrderState& state) {
    if (state.wrong_tries < 0 || state.wrong_tries > kMostTries) return false;
    std::vector<ItemId> ids;
    for (const OrderItem& item : model.items) ids.push_back(item.id);
    if (!is_permutation_of(state.shown, ids) || !has_no_twins(state.taken)) return false;
    if (!std::all_of(state.taken.begin(), state.taken.end(), [&](const ItemId& id) { return find_item(model, id) != nullptr; }))
        return false;

    const bool all_taken = state.taken.size() == model.items.size();
    const std::size_t right = right_beginning(model, state);
    if (state.wrong_item) return !state.solved && all_taken && right < model.items.size() && model.items[right].id == *state.wrong_item;
    return !state.solved || (all_taken && right == model.items.size());
}

}  // namespace sango::activities
