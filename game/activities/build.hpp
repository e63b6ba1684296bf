// Build: choose one piece for each slot of a message; pieces that do not fit say why and may be changed.
#pragma once

#include "game/activities/common.hpp"

#include <map>
#include <optional>

namespace sango::activities {

struct BuildPiece { ItemId id; std::string text; std::string because; bool fits = false; bool operator==(const BuildPiece&) const = default; };
struct BuildSlot { ItemId id; std::string text; std::vector<BuildPiece> pieces; bool operator==(const BuildSlot&) const = default; };
struct Build { Frame frame; std::vector<BuildSlot> slots; bool operator==(const Build&) const = default; };

struct BuildState {
    std::map<ItemId, std::vector<ItemId>> shown;  ///< slot → its pieces in the shuffled order of the screen
    std::map<ItemId, ItemId> placed;      ///< slot → piece
    std::optional<ItemId> wrong_slot;     ///< its feedback is on screen (the piece's `because`)
    bool hinted = false;
    bool solved = false;                  ///< `done` is on screen
    int wrong_tries = 0;
    bool operator==(const BuildState&) const = default;
};

[[nodiscard]] BuildState start(const Build& model, std::uint32_t seed);
/// Place sets or changes a slot (ignored while feedback shows). Send, with every slot filled: the first slot whose piece does not
/// fit shows why; Continue then empties that slot. All fit: solved; Continue leaves.
[[nodiscard]] Effect apply(const Build& model, BuildState& state, const Input& input);
/// Whether the state can come about in this model.
[[nodiscard]] bool fits(const Build& model, const BuildState& state);
/// Whether every slot has a piece that fits.
[[nodiscard]] bool can_be_solved(const Build& model);
[[nodiscard]] const BuildSlot* find_slot(const Build& model, const ItemId& id);
[[nodiscard]] const BuildPiece* find_piece(const BuildSlot& slot, const ItemId& id);

}  // namespace sango::activities
