// Explores an activity for the tests: every input it may be given, every state they lead to, and the shortest way out.
#pragma once

#include "game/activities/activity.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sango::activities::test {

/// Every input that names things of the model, right or wrong, and some that name nothing it has.
inline std::vector<Input> all_inputs(const Model& model) {
    const ItemId stranger("no-such-thing");
    std::vector<Input> inputs = {Continue{},
                                 Send{},
                                 Hint{},
                                 Place{stranger, stranger},
                                 Take{stranger},
                                 Press{stranger},
                                 Answer{stranger, stranger},
                                 ChooseHelper{stranger},
                                 ChoosePiece{stranger, stranger}};
    if (const auto* build = std::get_if<Build>(&model)) {
        for (const BuildSlot& slot : build->slots) {
            for (const BuildPiece& piece : slot.pieces) inputs.push_back(Place{slot.id, piece.id});
            inputs.push_back(Place{slot.id, stranger});
        }
    }
    if (const auto* order = std::get_if<Order>(&model)) {
        for (const OrderItem& item : order->items) inputs.push_back(Take{item.id});
    }
    if (const auto* spot = std::get_if<Spot>(&model)) {
        for (const SpotThing& thing : spot->things) inputs.push_back(Press{thing.id});
    }
    if (const auto* reveal = std::get_if<Reveal>(&model)) {
        for (const RevealQuestion& question : reveal->questions) {
            for (const RevealChoice& choice : question.choices) inputs.push_back(Answer{question.id, choice.id});
            inputs.push_back(Answer{question.id, stranger});
        }
    }
    if (const auto* tell = std::get_if<Tell>(&model)) {
        for (const Helper& helper : tell->helpers) inputs.push_back(ChooseHelper{helper.id});
        for (const TellRow& row : tell->rows) {
            for (const TellPiece& piece : row.pieces) inputs.push_back(ChoosePiece{row.id, piece.id});
            inputs.push_back(ChoosePiece{row.id, stranger});
        }
    }
    return inputs;
}

inline int wrong_tries(const State& state) {
    return std::visit(
        [](const auto& own) {
            if constexpr (requires { own.wrong_tries; })
                return own.wrong_tries;
            else
                return 0;
        },
        state);
}

/// The state without its count of tries, which would make the number of states endless.
inline State without_tries(State state) {
    std::visit(
        [](auto& own) {
            if constexpr (requires { own.wrong_tries; }) own.wrong_tries = 0;
        },
        state);
    return state;
}

/// A text that differs for states that differ in anything but the shuffled order.
inline std::string key_of(const State& state) {
    std::string key = std::to_string(state.index());
    const auto add = [&](const std::string& part) { key += "|" + part; };
    const auto add_optional = [&](const std::optional<ItemId>& part) { add(part ? "=" + part->value : "none"); };
    const auto add_map = [&](const std::map<ItemId, ItemId>& parts) {
        for (const auto& [from, to] : parts) add(from.value + ">" + to.value);
        add("end");
    };
    const auto add_all = [&](const auto& parts) {
        for (const ItemId& part : parts) add(part.value);
        add("end");
    };
    if (const auto* build = std::get_if<BuildState>(&state)) {
        add_map(build->placed), add_optional(build->wrong_slot), add(std::to_string(build->hinted * 2 + build->solved));
    }
    if (const auto* order = std::get_if<OrderState>(&state)) {
        add_all(order->taken), add_optional(order->wrong_item), add(std::to_string(order->hinted * 2 + order->solved));
    }
    if (const auto* spot = std::get_if<SpotState>(&state)) {
        add_all(spot->pressed), add_optional(spot->showing), add(std::to_string(spot->hinted * 2 + spot->solved));
    }
    if (const auto* reveal = std::get_if<RevealState>(&state)) {
        add(std::to_string(static_cast<int>(reveal->phase))), add(std::to_string(reveal->question)), add_map(reveal->answers);
        add_optional(reveal->wrong_question), add(std::to_string(reveal->hinted));
    }
    if (const auto* tell = std::get_if<TellState>(&state)) {
        add(std::to_string(static_cast<int>(tell->phase))), add_optional(tell->helper), add_all(tell->tried), add_map(tell->pieces);
    }
    return key;
}

struct Move {
    std::size_t from = 0;
    std::size_t to = 0;
    Input input;
    Effect effect = Effect::None;
};

/// All states and moves from `first` on; `left` marks the states in which Continue leaves the activity.
struct Explored {
    std::vector<State> states;
    std::vector<Move> moves;
    std::vector<bool> left;
};

inline Explored explore(const Model& model, const State& first) {
    Explored explored{{without_tries(first)}, {}, {false}};
    std::map<std::string, std::size_t> index = {{key_of(first), 0}};
    const std::vector<Input> inputs = all_inputs(model);
    for (std::size_t from = 0; from < explored.states.size(); ++from) {
        for (const Input& input : inputs) {
            State state = explored.states[from];
            const Effect effect = apply(model, state, input);
            if (effect == Effect::Left) explored.left[from] = true;
            const auto [found, is_new] = index.emplace(key_of(state), explored.states.size());
            if (is_new) {
                explored.states.push_back(without_tries(state));
                explored.left.push_back(false);
            }
            explored.moves.push_back({from, found->second, input, effect});
        }
    }
    return explored;
}

/// For each state, the fewest inputs to one in which the activity can be left; nothing for a dead end.
inline std::vector<std::optional<int>> inputs_to_leave(const Explored& explored) {
    std::vector<std::vector<std::size_t>> before(explored.states.size());
    for (const Move& move : explored.moves) before[move.to].push_back(move.from);
    std::vector<std::optional<int>> distance(explored.states.size());
    std::vector<std::size_t> queue;
    for (std::size_t i = 0; i < explored.states.size(); ++i) {
        if (explored.left[i]) {
            distance[i] = 0;
            queue.push_back(i);
        }
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (const std::size_t from : before[queue[next]]) {
            if (distance[from]) continue;
            distance[from] = *distance[queue[next]] + 1;
            queue.push_back(from);
        }
    }
    return distance;
}

/// Inputs that lead from `first` out of the activity by the shortest way; empty if there is none.
inline std::vector<Input> way_out(const Model& model, const State& first) {
    struct Met {
        State state;
        std::size_t from = 0;
        Input input;
    };
    std::vector<Met> met = {{first, 0, Continue{}}};
    std::set<std::string> keys = {key_of(first)};
    const std::vector<Input> inputs = all_inputs(model);
    for (std::size_t from = 0; from < met.size(); ++from) {
        for (const Input& input : inputs) {
            State state = met[from].state;
            const Effect effect = apply(model, state, input);
            if (effect == Effect::Left) {
                std::vector<Input> way = {input};
                for (std::size_t at = from; at != 0; at = met[at].from) way.insert(way.begin(), met[at].input);
                return way;
            }
            if (keys.insert(key_of(state)).second) met.push_back({std::move(state), from, input});
        }
    }
    return {};
}

}  // namespace sango::activities::test
