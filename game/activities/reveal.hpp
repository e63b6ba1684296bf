// Reveal: an innocent-looking quiz that shows at the end what it found out; then it is played again, wisely.
#pragma once

#include "game/activities/common.hpp"

#include <map>
#include <optional>

namespace sango::activities {

struct RevealChoice { ItemId id; std::string text; bool gives = false; bool operator==(const RevealChoice&) const = default; };
struct RevealQuestion { ItemId id; std::string text; std::string gives; std::string because; std::vector<RevealChoice> choices; bool operator==(const RevealQuestion&) const = default; };
struct Reveal { Frame frame; std::string app; std::string result; std::string reveal; std::vector<RevealQuestion> questions; bool operator==(const Reveal&) const = default; };

enum class RevealPhase { First, Result, Revealed, Again, Solved };

struct RevealState {
    RevealPhase phase = RevealPhase::First;
    std::size_t question = 0;                 ///< the one on screen in First and Again; the number of questions in other phases
    std::map<ItemId, ItemId> answers;         ///< question → choice, of the round being played
    std::optional<ItemId> wrong_question;     ///< Again: its `because` is on screen
    bool hinted = false;
    int wrong_tries = 0;
    bool operator==(const RevealState&) const = default;
};

[[nodiscard]] RevealState start(const Reveal& model, std::uint32_t seed);
/// First: each Answer goes to the next question, the last to Result. Continue: Result → Revealed. Revealed, Continue: nothing was
/// given away → Solved; else Again, with only the questions that can give something, from the first of them. Again: an answer that gives shows `because`
/// (Wrong), Continue asks the same question again; one that keeps goes on (Right without feedback = Picked); after the last → Solved.
[[nodiscard]] Effect apply(const Reveal& model, RevealState& state, const Input& input);
/// Whether the state can come about in this model.
[[nodiscard]] bool fits(const Reveal& model, const RevealState& state);
/// Whether every question has a choice that gives nothing away.
[[nodiscard]] bool can_be_solved(const Reveal& model);
/// Whether some choice of the question gives something away.
[[nodiscard]] bool can_give(const RevealQuestion& question);
[[nodiscard]] const RevealChoice* find_choice(const RevealQuestion& question, const ItemId& id);
/// Questions whose answer in this round gave something away, in order.
[[nodiscard]] std::vector<const RevealQuestion*> given_away(const Reveal& model, const RevealState& state);

}  // namespace sango::activities
