// A small sound pack, and copies of it with one thing changed, without a disk between.
#pragma once

#include "engine/data/files.hpp"
#include "engine/data/json.hpp"

#include <map>
#include <string>

namespace sango::content_tests {

/// Files in memory that can be changed before they are read.
class MemoryFiles final : public data::FileView {
public:
    explicit MemoryFiles(std::string name) : name_(std::move(name)) {}

    Result<std::string> read(std::string_view path) const override {
        const auto found = files.find(path);
        if (found == files.end()) return Problem{name_ + "/" + std::string(path), "is not there: add the file, or correct its name"};
        return found->second;
    }
    bool has(std::string_view path) const override { return files.count(path) == 1; }
    std::vector<std::string> list(std::string_view folder) const override {
        std::vector<std::string> paths;
        const std::string start = folder.empty() ? std::string() : std::string(folder) + "/";
        for (const auto& file : files) {
            if (file.first.compare(0, start.size(), start) == 0) paths.push_back(file.first);
        }
        return paths;
    }
    const std::string& name() const override { return name_; }

    std::map<std::string, std::string, std::less<>> files;

private:
    std::string name_;
};

/// The folder's files as `name`; tests run from the project's root.
inline MemoryFiles load_files(const std::string& folder, const std::string& name) {
    MemoryFiles loaded(name);
    const auto files = data::open_files(folder);
    if (!files) return loaded;
    for (const std::string& path : (*files)->list("")) loaded.files[path] = *(*files)->read(path);
    return loaded;
}

/// tests/content/good under the name "tiny".
inline MemoryFiles good_pack() { return load_files("tests/content/good", "tiny"); }

/// Puts the files of a folder over those that are there; NAME.patch changes NAME by the JSON Patch (RFC 6902) in it.
inline void put_over(MemoryFiles& pack, const std::string& folder) {
    constexpr std::string_view kPatch = ".patch";
    for (const auto& [path, bytes] : load_files(folder, "").files) {
        if (path.size() <= kPatch.size() || path.substr(path.size() - kPatch.size()) != kPatch) {
            pack.files[path] = bytes;
            continue;
        }
        std::string& target = pack.files[path.substr(0, path.size() - kPatch.size())];
        target = data::Json::parse(target).patch(data::Json::parse(bytes)).dump(1);
    }
}

/// Changes one text of a file; false when it does not stand there exactly once.
inline bool replace_once(std::string& file, const std::string& from, const std::string& to) {
    const std::size_t at = file.find(from);
    if (at == std::string::npos || file.find(from, at + 1) != std::string::npos) return false;
    file.replace(at, from.size(), to);
    return true;
}

}  // namespace sango::content_tests
