#include "game/activities/build.hpp"

#include "engine/core/random.hpp"

#include <algorithm>

namespace sango::activities {
namespace {

const BuildPiece* placed_piece(const BuildSlot& slot, const BuildState& state) {
    const auto found = state.placed.find(slot.id);
    return found == state.placed.end() ? nullptr : find_piece(slot, found->second);
}

bool all_filled(const Build& model, const BuildState& state) {
    return std::all_of(model.slots.begin(), model.slots.end(), [&](const BuildSlot& slot) { return placed_piece(slot, state) != nullptr; });
}

const BuildSlot* first_wrong_slot(const Build& model, const BuildState& state) {
    for (const BuildSlot& slot : model.slots) {
        const BuildPiece* piece = placed_piece(slot, state);
        if (piece && !piece->fits) return &slot;
    }
    return nullptr;
}

std::vector<ItemId> piece_ids(const BuildSlot& slot) {
    std::vector<ItemId> ids;
    for (const BuildPiece& piece : slot.pieces) ids.push_back(piece.id);
    return ids;
}

Effect put(const Build& model, BuildState& state, const Place& place) {
    const BuildSlot* slot = find_slot(model, place.slot);
    if (state.solved || state.wrong_slot || !slot || !find_piece(*slot, place.piece)) return Effect::Ignored;
    state.placed[place.slot] = place.piece;
    return Effect::Picked;
}

Effect send(const Build& model, BuildState& state) {
    if (state.solved || state.wrong_slot || !all_filled(model, state)) return Effect::Ignored;
    if (const BuildSlot* wrong = first_wrong_slot(model, state)) {
        state.wrong_slot = wrong->id;
        state.wrong_tries = std::min(state.wrong_tries + 1, kMostTries);
        return Effect::Wrong;
    }
    state.solved = true;
    return Effect::Solved;
}

Effect hint(BuildState& state) {
    if (state.solved || state.wrong_slot) return Effect::Ignored;
    state.hinted = true;
    return Effect::Hinted;
}

Effect go_on(BuildState& state) {
    if (state.solved) return Effect::Left;
    if (!state.wrong_slot) return Effect::Ignored;
    state.placed.erase(*state.wrong_slot);
    state.wrong_slot.reset();
    return Effect::None;
}

}  // namespace

const BuildSlot* find_slot(const Build& model, const ItemId& id) {
    const auto found = std::find_if(model.slots.begin(), model.slots.end(), [&](const BuildSlot& slot) { return slot.id == id; });
    return found == model.slots.end() ? nullptr : &*found;
}

const BuildPiece* find_piece(const BuildSlot& slot, const ItemId& id) {
    const auto found = std::find_if(slot.pieces.begin(), slot.pieces.end(), [&](const BuildPiece& piece) { return piece.id == id; });
    return found == slot.pieces.end() ? nullptr : &*found;
}

BuildState start(const Build& model, std::uint32_t seed) {
    BuildState state;
    std::uint64_t slot_seed = std::uint64_t{seed} << 16;
    for (const BuildSlot& slot : model.slots) {
        std::vector<ItemId>& shown = state.shown[slot.id];
        for (const std::size_t index : shuffled_order(slot.pieces.size(), slot_seed++)) shown.push_back(slot.pieces[index].id);
    }
    return state;
}

Effect apply(const Build& model, BuildState& state, const Input& input) {
    if (const auto* place = std::get_if<Place>(&input)) return put(model, state, *place);
    if (std::holds_alternative<Send>(input)) return send(model, state);
    if (std::holds_alternative<Hint>(input)) return hint(state);
    if (std::holds_alternative<Continue>(input)) return go_on(state);
    return Effect::Ignored;
}

bool fits(const Build& model, const BuildState& state) {
    if (state.wrong_tries < 0 || state.wrong_tries > kMostTries || state.shown.size() != model.slots.size()) return false;
    for (const BuildSlot& slot : model.slots) {
        const auto shown = state.shown.find(slot.id);
        if (shown == state.shown.end() || !is_permutation_of(shown->second, piece_ids(slot))) return false;
    }
    for (const auto& [slot_id, piece_id] : state.placed) {
        const BuildSlot* slot = find_slot(model, slot_id);
        if (!slot || !find_piece(*slot, piece_id)) return false;
    }
    const BuildSlot* wrong = first_wrong_slot(model, state);
    if (state.wrong_slot) return !state.solved && all_filled(model, state) && wrong && wrong->id == *state.wrong_slot;
    return !state.solved || (all_filled(model, state) && !wrong);
}

bool can_be_solved(const Build& model) {
    return std::all_of(model.slots.begin(), model.slots.end(), [](const BuildSlot& slot) {
        return std::any_of(slot.pieces.begin(), slot.pieces.end(), [](const BuildPiece& piece) { return piece.fits; });
    });
}

}  // namespace sango::activities
