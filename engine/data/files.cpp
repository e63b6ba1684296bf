#include "engine/data/files.hpp"

#include "engine/data/archive.hpp"
#include "engine/data/path_rules.hpp"

#include <algorithm>
#include <cstdio>
#include <system_error>

namespace sango::data {
namespace {

namespace fs = std::filesystem;

// What people call a folder or file: its last part, also for "." and "packs/".
std::string shown_name(const fs::path& path) {
    fs::path name = path.filename();
    if (name.empty() || name == "." || name == "..") {
        std::error_code error;
        const fs::path whole = fs::weakly_canonical(path, error);
        name = whole.has_filename() ? whole.filename() : whole.parent_path().filename();
    }
    return name.empty() ? generic_utf8(path) : generic_utf8(name);
}

std::FILE* open_for_reading(const fs::path& path) {
#ifdef _WIN32
    return _wfopen(path.c_str(), L"rb");
#else
    return std::fopen(path.c_str(), "rbe");
#endif
}

class Folder final : public FileView {
public:
    Folder(fs::path root, std::string name, const Limits& limits) : root_(std::move(root)), name_(std::move(name)), limits_(limits) {}

    /// Finds out what lies in the folder.
    Status look();

    Result<std::string> read(std::string_view path) const override {
        const std::string where = name_ + "/" + std::string(path.substr(0, limits_.name_bytes));
        if (!has(path)) return Problem{where, "is not there: add the file, or correct its name"};
        auto bytes = read_file(root_ / fs::path(path), limits_.file_bytes);
        if (!bytes) return Problem{where, bytes.problem().what};
        return bytes;
    }
    bool has(std::string_view path) const override { return std::binary_search(paths_.begin(), paths_.end(), path); }
    std::vector<std::string> list(std::string_view folder) const override { return paths_under(paths_, folder); }
    const std::string& name() const override { return name_; }

private:
    Status take(const fs::directory_entry& entry, NameBook& names);

    fs::path root_;
    std::string name_;
    Limits limits_;
    std::vector<std::string> paths_;
};

Status Folder::take(const fs::directory_entry& entry, NameBook& names) {
    const std::string path = generic_utf8(entry.path().lexically_relative(root_));
    const std::string where = name_ + "/" + path;
    std::error_code error;
    const fs::file_status status = entry.symlink_status(error);
    if (error) return Problem{where, "cannot be read (" + error.message() + "): check that you may open it"};
    if (auto fault = path_fault(path, limits_)) return Problem{where, *fault};
    if (fs::is_symlink(status)) return Problem{where, "is a link: put the file itself in its place"};
    const bool is_folder = fs::is_directory(status);
    if (!is_folder && !fs::is_regular_file(status)) return Problem{where, "is neither a file nor a folder: delete it"};
    if (auto fault = names.add(path, is_folder ? NameBook::Kind::Folder : NameBook::Kind::File)) return Problem{where, *fault};
    if (!is_folder) paths_.push_back(path);
    return Done{};
}

Status Folder::look() {
    std::error_code error;
    NameBook names;
    std::size_t seen = 0;
    fs::recursive_directory_iterator entry(root_, error), end;
    for (; !error && entry != end; entry.increment(error)) {
        if (is_system_clutter(generic_utf8(entry->path().filename()))) {
            entry.disable_recursion_pending();
            continue;
        }
        if (++seen > limits_.files) {
            return Problem{name_,
                           "holds more than " + std::to_string(limits_.files) + " files and folders: take out what the pack does not need"};
        }
        Status status = take(*entry, names);
        if (!status) return status;
    }
    if (error) return Problem{name_, "cannot be read (" + error.message() + "): check that you may open the folder"};
    std::sort(paths_.begin(), paths_.end());
    return Done{};
}

}  // namespace

Result<std::unique_ptr<FileView>> open_files(const fs::path& path, const Limits& limits) {
    const std::string name = shown_name(path);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
        auto folder = std::make_unique<Folder>(path, name, limits);
        const Status looked = folder->look();
        if (!looked) return looked.problem();
        return std::unique_ptr<FileView>(std::move(folder));
    }
    if (!fs::exists(status)) return Problem{name, "is not there: check the name of the folder or zip archive"};
    if (!fs::is_regular_file(status)) return Problem{name, "is neither a folder nor a zip archive: name one of the two"};
    std::FILE* file = open_for_reading(path);
    if (!file) return Problem{name, "cannot be opened: check that you may read it"};
    return open_archive(file, name, limits);
}

Result<std::string> read_file(const fs::path& path, std::size_t max_bytes) {
    const std::string where = shown_name(path);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) return Problem{where, "is not there: check its name"};
    // A pipe or a device would keep us waiting for ever.
    if (!fs::is_regular_file(status)) return Problem{where, "is no file: name a file"};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(open_for_reading(path), std::fclose);
    if (!file) return Problem{where, "cannot be opened: check that you may read it"};
    std::string bytes;
    const std::uintmax_t expected = fs::file_size(path, error);
    if (!error && expected <= max_bytes) bytes.reserve(static_cast<std::size_t>(expected) + 1);
    char block[16384];
    while (const std::size_t count = std::fread(block, 1, sizeof block, file.get())) {
        if (count > max_bytes - bytes.size()) return Problem{where, "is larger than " + size_text(max_bytes) + ": make it smaller"};
        bytes.append(block, count);
    }
    if (std::ferror(file.get())) return Problem{where, "cannot be read to its end: copy it again"};
    return bytes;
}

}  // namespace sango::data
