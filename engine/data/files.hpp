// One read-only view of files, whether they lie in a folder or in a zip pack.
#pragma once

#include "engine/core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sango::data {

/// What a pack may cost before it is refused; checked before anything is unpacked or parsed.
struct Limits {
    std::size_t file_bytes = 4u << 20;          ///< one file, unpacked
    std::size_t archive_bytes = 64u << 20;      ///< all files of an archive, unpacked
    std::size_t files = 4096;                   ///< files of one folder or archive
    std::size_t ratio = 200;                    ///< unpacked to packed, per file above 64 kB
    std::size_t name_bytes = 200;               ///< one path inside the pack
};

/// Reads files by a path such as "lessons/private-eye.json": '/' between parts, no "..", no absolute path.
class FileView {
public:
    virtual ~FileView() = default;
    /// The whole file, or why not (absent, too large, damaged).
    [[nodiscard]] virtual Result<std::string> read(std::string_view path) const = 0;
    [[nodiscard]] virtual bool has(std::string_view path) const = 0;
    /// Paths of all files under `folder` ("" for all), sorted.
    [[nodiscard]] virtual std::vector<std::string> list(std::string_view folder) const = 0;
    /// What to call this view in a problem's place: the folder's or archive's name.
    [[nodiscard]] virtual const std::string& name() const = 0;
};

/// Opens a folder, or a zip archive when `path` is a file. Refuses names that leave it, links, device names,
/// names that differ only by case, and whatever is over the limits. Problem when it cannot be opened.
[[nodiscard]] Result<std::unique_ptr<FileView>> open_files(const std::filesystem::path& path, const Limits& limits = {});

/// Whether a path inside a pack is safe to use on every system (no "..", drive, device name, backslash, control character).
[[nodiscard]] bool is_safe_path(std::string_view path, const Limits& limits = {});

/// The whole of one file of this computer, at most `max_bytes`.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace sango::data
