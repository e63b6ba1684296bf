// A zip pack seen as files; nothing of it is trusted before it was looked at.
#pragma once

#include "engine/data/files.hpp"

#include <cstdio>
#include <memory>
#include <string>

namespace sango::data {

/// Opens a zip archive and closes `file`, at the latest with the view. `name` is what to call it in problems.
[[nodiscard]] Result<std::unique_ptr<FileView>> open_archive(std::FILE* file, std::string name, const Limits& limits);

}  // namespace sango::data
