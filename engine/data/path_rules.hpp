// Which names a file of a pack may have, so that it is the same file on every system and never one outside the pack.
#pragma once

#include "engine/data/files.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sango::data {

/// What is wrong with a path inside a pack and what to do; nothing when it is safe.
[[nodiscard]] std::optional<std::string> path_fault(std::string_view path, const Limits& limits);

/// Whether a path is one that systems leave in folders and archives by themselves (".DS_Store", "__MACOSX/..."): no part of a pack.
[[nodiscard]] bool is_system_clutter(std::string_view path);

/// The largest file of a store.
inline constexpr std::size_t kLargestStoredFile = 1u << 20;

/// What is wrong with a file's name in a store; a name that starts with a dot is the store's own.
[[nodiscard]] std::optional<std::string> store_name_fault(std::string_view name);

/// "x.json" to "x.damaged-1.json".
[[nodiscard]] std::string aside_name(std::string_view name, int number);

/// Those of `sorted` that lie in `folder` ("" for all).
[[nodiscard]] std::vector<std::string> paths_under(const std::vector<std::string>& sorted, std::string_view folder);

/// A path in UTF-8 with "/" between its parts. Damaged names become U+FFFD, where the standard library would throw.
[[nodiscard]] std::string generic_utf8(const std::filesystem::path& path);

/// A size as people say it: "4 MB", "20 kB".
[[nodiscard]] std::string size_text(std::size_t bytes);

/// Names seen so far in one pack; finds two that some system would take for one.
class NameBook {
public:
    enum class Kind { File, Folder };
    /// Notes a safe path and the folders it lies in. What is wrong with it beside the others, if anything.
    [[nodiscard]] std::optional<std::string> add(std::string_view path, Kind kind);

private:
    struct Entry {
        std::string spelling;
        Kind kind = Kind::File;
    };
    std::map<std::string, Entry, std::less<>> entries_;  // by the name in small letters
};

}  // namespace sango::data
