// Where the game writes: files that are replaced whole or not at all.
#pragma once

#include "engine/core/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sango::data {

/// A folder of small files. Tests use one in memory that can be told to fail.
class Store {
public:
    virtual ~Store() = default;
    /// The file's bytes, at most 1 MiB; a problem when it is absent or cannot be read.
    [[nodiscard]] virtual Result<std::string> read(std::string_view name) const = 0;
    /// Replaces the file atomically: beside, flush to disk, rename, flush the folder. When it fails the old file is whole.
    [[nodiscard]] virtual Status replace(std::string_view name, std::string_view bytes) = 0;
    /// Renames a file to a free name beside it ("x.json" to "x.damaged-1.json") and returns that name.
    [[nodiscard]] virtual Result<std::string> set_aside(std::string_view name) = 0;
    [[nodiscard]] virtual Status remove(std::string_view name) = 0;
    [[nodiscard]] virtual bool has(std::string_view name) const = 0;
    /// Names of the files under `folder` ("profiles"), sorted; leftovers of interrupted writes are not among them.
    [[nodiscard]] virtual std::vector<std::string> list(std::string_view folder) const = 0;
};

/// A store in a folder of this computer, which is made at the first write.
[[nodiscard]] std::unique_ptr<Store> open_folder_store(std::filesystem::path folder);
/// A store that forgets everything when it goes; `replace` fails with `failure` when that is not empty.
[[nodiscard]] std::unique_ptr<Store> make_memory_store(std::string failure = {});

}  // namespace sango::data
