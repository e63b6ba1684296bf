// Which of the system's voices may read a language: one for exactly that language, never a foreign one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sango::platform {

/// A voice as the system lists it.
struct Voice {
    std::string module;    ///< the synthesiser that has it; may be empty
    std::string language;  ///< "pt-BR", "pt_BR", "zh", "cmn"
};

/// The voice for a language tag: of the same language (old and macro codes count as one) and, where there is a choice, of the
/// same country. Nothing when no voice speaks it.
[[nodiscard]] std::optional<std::size_t> best_voice(std::span<const Voice> voices, std::string_view tag);

}  // namespace sango::platform
