// What all activities share: the words of their models, the inputs of a player, and feedback.
#pragma once

#include "engine/core/id.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sango::activities {

/// The id of anything inside an activity: a slot, piece, item, thing, question, choice, helper.
using ItemId = Id<struct ItemTag>;

/// Words that every activity has.
struct Frame {
    std::string text;  ///< what to do
    std::string hint;
    std::string done;  ///< said when it is solved
    bool operator==(const Frame&) const = default;
};

// What a player can do inside an activity.
struct Place { ItemId slot; ItemId piece; bool operator==(const Place&) const = default; };          ///< build
struct Take { ItemId item; bool operator==(const Take&) const = default; };                          ///< order: take the next, or put it back
struct Press { ItemId thing; bool operator==(const Press&) const = default; };                       ///< spot
struct Answer { ItemId question; ItemId choice; bool operator==(const Answer&) const = default; };   ///< reveal
struct ChooseHelper { ItemId helper; bool operator==(const ChooseHelper&) const = default; };        ///< tell
struct ChoosePiece { ItemId row; ItemId piece; bool operator==(const ChoosePiece&) const = default; };  ///< tell: row what, who, when or feel
struct Send { bool operator==(const Send&) const = default; };                                        ///< what was built or ordered is ready
struct Hint { bool operator==(const Hint&) const = default; };
struct Continue { bool operator==(const Continue&) const = default; };                                ///< read the feedback, go on

using Input = std::variant<Place, Take, Press, Answer, ChooseHelper, ChoosePiece, Send, Hint, Continue>;

/// What came of an input.
enum class Effect { None, Ignored, Picked, Right, Wrong, Hinted, Solved, Left };
// None: moved on; Ignored: the input does not fit here, nothing changed; Picked: something was placed or taken;
// Right / Wrong: feedback is now shown; Solved: `done` is now shown; Left: the player has read `done`, the activity is over.

/// Wrong tries are counted up to this number, so that no save can make the count overflow.
inline constexpr int kMostTries = 999;

/// Whether two lists name the same things, in any order.
[[nodiscard]] bool is_permutation_of(std::vector<ItemId> shown, std::vector<ItemId> ids);

}  // namespace sango::activities
