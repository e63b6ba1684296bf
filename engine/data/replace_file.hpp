// The one step of saving that differs from system to system; one source file for each.
#pragma once

#include "engine/core/result.hpp"

#include <filesystem>
#include <string_view>

namespace sango::data {

/// Puts `bytes` in the place of `target`: written to `beside` (a new file in the same folder), flushed to disk, renamed, the folder
/// flushed. When it fails, `target` is as it was and `beside` is gone. The problem's place is empty: the caller knows it.
[[nodiscard]] Status replace_file(const std::filesystem::path& target, const std::filesystem::path& beside, std::string_view bytes);

/// A number that no other running program has, for names of files that must not meet.
[[nodiscard]] unsigned long process_number();

}  // namespace sango::data
