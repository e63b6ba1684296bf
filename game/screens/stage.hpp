// The stage of a story: a place, its people, what they hold up, drawn behind the cards.
#pragma once

#include "game/screens/kit.hpp"

namespace sango::screens {

/// Who stands on the stage and what moves.
struct StagePicture {
    story::PlaceId place;
    std::vector<story::CharacterId> cast;   ///< from left to right
    story::CharacterId speaker;             ///< empty: nobody speaks
    std::string mood = "happy";             ///< of the speaker
    std::string show;                       ///< a picture held up in the middle; empty for none
    scene::Life life = scene::Life::Still;  ///< of all
    bool talking = false;                   ///< the speaker's mouth moves
};

/// Draws the stage. `free_height` is how many pixels from the top no card covers.
void draw_stage(const Kit& kit, const StagePicture& stage, const ui::Metrics& metrics, float free_height, Seconds now, scene::DrawList& list);

}  // namespace sango::screens
