#include "game/activities/tell.hpp"

#include <algorithm>

namespace sango::activities {
namespace {

const TellRow* find_row(const Tell& model, const ItemId& id) {
    const auto found = std::find_if(model.rows.begin(), model.rows.end(), [&](const TellRow& row) { return row.id == id; });
    return found == model.rows.end() ? nullptr : &*found;
}

bool has_piece(const Tell& model, const ItemId& row_id, const ItemId& piece_id) {
    const TellRow* row = find_row(model, row_id);
    return row && std::any_of(row->pieces.begin(), row->pieces.end(), [&](const TellPiece& piece) { return piece.id == piece_id; });
}

bool all_filled(const Tell& model, const TellState& state) {
    return std::all_of(model.rows.begin(), model.rows.end(), [&](const TellRow& row) { return state.pieces.count(row.id) == 1; });
}

const Helper* chosen_helper(const Tell& model, const TellState& state) {
    return state.helper ? find_helper(model, *state.helper) : nullptr;
}

Effect choose_helper(const Tell& model, TellState& state, const ChooseHelper& choice) {
    if (state.phase != TellPhase::Who || !find_helper(model, choice.helper)) return Effect::Ignored;
    state.helper = choice.helper;
    state.phase = TellPhase::What;
    return Effect::Picked;
}

Effect choose_piece(const Tell& model, TellState& state, const ChoosePiece& choice) {
    if (state.phase != TellPhase::What || !has_piece(model, choice.row, choice.piece)) return Effect::Ignored;
    state.pieces[choice.row] = choice.piece;
    return Effect::Picked;
}

Effect send(const Tell& model, TellState& state) {
    if (state.phase != TellPhase::What || !all_filled(model, state)) return Effect::Ignored;
    state.phase = TellPhase::Answer;
    return Effect::None;
}

Effect hear_answer(const Tell& model, TellState& state) {
    const Helper* helper = chosen_helper(model, state);
    if (helper && helper->reply == Reply::Listens) {
        state.phase = TellPhase::After;
        return Effect::Solved;
    }
    if (helper) state.tried.insert(helper->id);
    state.helper.reset();
    state.phase = TellPhase::Who;
    return Effect::None;
}

Effect go_on(const Tell& model, TellState& state) {
    switch (state.phase) {
        case TellPhase::Who:
        case TellPhase::What:
            return Effect::Ignored;
        case TellPhase::Answer:
            return hear_answer(model, state);
        case TellPhase::After:
            return Effect::Left;
    }
    return Effect::Ignored;
}

}  // namespace

const Helper* find_helper(const Tell& model, const ItemId& id) {
    const auto found = std::find_if(model.helpers.begin(), model.helpers.end(), [&](const Helper& helper) { return helper.id == id; });
    return found == model.helpers.end() ? nullptr : &*found;
}

TellState start(const Tell&, std::uint32_t) {
    return {};
}

Effect apply(const Tell& model, TellState& state, const Input& input) {
    if (const auto* helper = std::get_if<ChooseHelper>(&input)) return choose_helper(model, state, *helper);
    if (const auto* piece = std::get_if<ChoosePiece>(&input)) return choose_piece(model, state, *piece);
    if (std::holds_alternative<Send>(input)) return send(model, state);
    if (std::holds_alternative<Continue>(input)) return go_on(model, state);
    return Effect::Ignored;
}

bool fits(const Tell& model, const TellState& state) {
    for (const ItemId& id : state.tried) {
        const Helper* helper = find_helper(model, id);
        if (!helper || helper->reply == Reply::Listens) return false;
    }
    for (const auto& [row, piece] : state.pieces) {
        if (!has_piece(model, row, piece)) return false;
    }
    const Helper* helper = chosen_helper(model, state);
    switch (state.phase) {
        case TellPhase::Who:
            return !state.helper;
        case TellPhase::What:
            return helper != nullptr;
        case TellPhase::Answer:
            return helper != nullptr && all_filled(model, state);
        case TellPhase::After:
            return helper != nullptr && helper->reply == Reply::Listens && all_filled(model, state);
    }
    return false;
}

bool can_be_solved(const Tell& model) {
    return std::any_of(model.helpers.begin(), model.helpers.end(), [](const Helper& helper) { return helper.reply == Reply::Listens; }) &&
           std::none_of(model.rows.begin(), model.rows.end(), [](const TellRow& row) { return row.pieces.empty(); });
}

}  // namespace sango::activities
