// Runs a table of damaged files: what is said about each, word for word.
#pragma once

#include "engine/core/result.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::data {

struct BadFile {
    std::string_view name;
    std::string_view said;  ///< the whole sentence; several problems stand on lines of their own
};

/// Calls `read` with each file of tests/data/bad/FOLDER and compares all that it reports; each file there must be in the table.
inline void check_bad_files(std::string_view folder, const std::vector<BadFile>& table,
                            const std::function<Problems(const std::filesystem::path&)>& read) {
    const std::filesystem::path root = std::filesystem::path("tests/data/bad") / folder;
    for (const BadFile& bad : table) {
        std::string said;
        for (const Problem& problem : read(root / bad.name)) {
            if (!said.empty()) said += "\n";
            said += to_string(problem);
        }
        CAPTURE(bad.name);
        CHECK(said == bad.said);
    }
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        const std::string name = entry.path().filename().string();
        CAPTURE(name);
        CHECK(std::any_of(table.begin(), table.end(), [&](const BadFile& bad) { return bad.name == name; }));
    }
}

}  // namespace sango::data
