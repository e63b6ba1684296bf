// Spot: find the clues in a picture.
#pragma once

#include "engine/core/geometry.hpp"
#include "game/activities/common.hpp"

#include <optional>
#include <set>
#include <set>

namespace sango::activities {

struct SpotThing { ItemId id; std::string text; std::string because; Rect at; bool clue = false; bool operator==(const SpotThing&) const = default; };  ///< `at` in hundredths of the picture
struct Spot { Frame frame; std::string picture; std::vector<SpotThing> things; bool operator==(const Spot&) const = default; };

struct SpotState {
    std::set<ItemId> pressed;
    std::optional<ItemId> showing;        ///< its `because` is on screen
    bool hinted = false;
    bool solved = false;                  ///< all clues found and their feedback read
    int wrong_tries = 0;
    bool operator==(const SpotState&) const = default;
};

[[nodiscard]] SpotState start(const Spot& model, std::uint32_t seed);
/// Press shows why the thing is a clue (Right) or not (Wrong), again if it was pressed before (which counts no new try); Continue goes on looking, or, with all clues found, is Solved.
[[nodiscard]] Effect apply(const Spot& model, SpotState& state, const Input& input);
/// Whether the state can come about in this model.
[[nodiscard]] bool fits(const Spot& model, const SpotState& state);
[[nodiscard]] const SpotThing* find_thing(const Spot& model, const ItemId& id);
/// Clues not found yet.
[[nodiscard]] int clues_left(const Spot& model, const SpotState& state);

}  // namespace sango::activities
