// Tell: rehearse telling someone, including the first one who does not listen.
#pragma once

#include "game/activities/common.hpp"

#include <map>
#include <optional>
#include <set>

namespace sango::activities {

enum class HelperKind { Home, School, Community, Friend, Helpline };
enum class Reply { Listens, Busy, Doubts };

struct Helper { ItemId id; std::string who; HelperKind kind = HelperKind::Home; Reply reply = Reply::Listens; std::string text; bool operator==(const Helper&) const = default; };  ///< `who`: a character's id
struct TellPiece { ItemId id; std::string text; bool operator==(const TellPiece&) const = default; };
struct TellRow { ItemId id; std::vector<TellPiece> pieces; bool operator==(const TellRow&) const = default; };  ///< ids what, who, when, feel, in this order

struct Tell {
    std::string about;                 ///< a character's id
    std::string text;                  ///< the question "Who could … tell?"
    std::vector<Helper> helpers;
    std::vector<TellRow> rows;
    std::string after;                 ///< what the helper who listened says at the end
    bool operator==(const Tell&) const = default;
};

enum class TellPhase { Who, What, Answer, After };

struct TellState {
    TellPhase phase = TellPhase::Who;
    std::optional<ItemId> helper;              ///< chosen now
    std::set<ItemId> tried;                    ///< helpers who were busy or doubted
    std::map<ItemId, ItemId> pieces;           ///< row → piece; kept for the next helper
    bool operator==(const TellState&) const = default;
};

[[nodiscard]] TellState start(const Tell& model, std::uint32_t seed);
/// Who: ChooseHelper → What. What: ChoosePiece sets or changes a row; Send, with every row filled → Answer. Answer, Continue:
/// listens → After; busy or doubts → Who, with that helper among `tried` (who may be asked again). After, Continue → Left.
[[nodiscard]] Effect apply(const Tell& model, TellState& state, const Input& input);
/// Whether the state can come about in this model.
[[nodiscard]] bool fits(const Tell& model, const TellState& state);
/// Whether some helper listens and every row has a piece.
[[nodiscard]] bool can_be_solved(const Tell& model);
[[nodiscard]] const Helper* find_helper(const Tell& model, const ItemId& id);

}  // namespace sango::activities
