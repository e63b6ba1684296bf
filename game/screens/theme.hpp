// The colours of a theme, by what they are for; taken from the one palette.
#pragma once

#include "engine/core/colour.hpp"
#include "engine/ui/paint.hpp"
#include "game/profile/profile.hpp"

#include <map>
#include <string>

namespace sango::screens {

/// A surface and what is written on it.
struct Pair {
    Colour fill;
    Colour ink;
};

struct Theme {
    Pair page;          ///< a whole screen
    Colour page_low;    ///< the page's lower end, it is a gradient
    Pair card;
    Colour ink_soft;    ///< second lines on page and card
    Pair primary;       ///< the one button to go on with
    Pair quiet;         ///< other buttons
    Pair choice;        ///< what can be chosen
    Pair chosen;
    Pair good;          ///< feedback: noticed
    Pair again;         ///< feedback: missed
    Pair off;           ///< cannot be used now
    Pair help;          ///< the Help hand
    Colour line;        ///< edges of cards and choices
    Colour progress;
    Colour accent;
    bool lines = false; ///< edges are drawn round everything, for high contrast
    ui::PaintColours paint;
};

/// The theme over the palette of assets/palette.json; a colour missing there shows as ink.
[[nodiscard]] Theme make_theme(const std::map<std::string, Colour>& palette, profile::Theme theme);

}  // namespace sango::screens
