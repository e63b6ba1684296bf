// What any device can say to the game, in one vocabulary.
#pragma once

#include "engine/core/geometry.hpp"

#include <string>
#include <variant>

namespace sango::ui {

enum class Way { Up, Down, Left, Right };

struct Move { Way way = Way::Down; bool operator==(const Move&) const = default; };      ///< arrows, d-pad, stick
struct Next { bool operator==(const Next&) const = default; };                           ///< Tab
struct Previous { bool operator==(const Previous&) const = default; };                   ///< Shift+Tab
struct Confirm { bool operator==(const Confirm&) const = default; };                     ///< Enter, space, A
struct Back { bool operator==(const Back&) const = default; };                           ///< Escape, B
struct Help { bool operator==(const Help&) const = default; };                           ///< F1, H, Y
struct Pause { bool operator==(const Pause&) const = default; };                         ///< P, Start
struct Speak { bool operator==(const Speak&) const = default; };                         ///< R, X: read the screen aloud
enum class PointerPhase { Moved, Pressed, Dragged, Released, Cancelled };
struct Pointer { PointerPhase phase = PointerPhase::Moved; Point at_px; bool operator==(const Pointer&) const = default; };
struct Wheel { Point at_px; float lines = 0; bool operator==(const Wheel&) const = default; };  ///< positive: towards the top
struct Resized { Size size_px; bool operator==(const Resized&) const = default; };  ///< size in pixels
struct Dropped { std::string path; bool operator==(const Dropped&) const = default; };          ///< a file dropped on the window, UTF-8
struct CloseRequest { bool operator==(const CloseRequest&) const = default; };
struct SpeechEnded { bool operator==(const SpeechEnded&) const = default; };

using Event = std::variant<Move, Next, Previous, Confirm, Back, Help, Pause, Speak, Pointer, Wheel, Resized, Dropped, CloseRequest, SpeechEnded>;

}  // namespace sango::ui
