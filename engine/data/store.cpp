#include "engine/data/store.hpp"

#include "engine/data/files.hpp"
#include "engine/data/path_rules.hpp"
#include "engine/data/replace_file.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <system_error>

namespace sango::data {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBesideStart = ".saving-";

class FolderStore final : public Store {
public:
    explicit FolderStore(fs::path folder) : folder_(std::move(folder)) {}

    Result<std::string> read(std::string_view name) const override;
    Status replace(std::string_view name, std::string_view bytes) override;
    Result<std::string> set_aside(std::string_view name) override;
    Status remove(std::string_view name) override;
    bool has(std::string_view name) const override;
    std::vector<std::string> list(std::string_view folder) const override;

private:
    void sweep(const fs::path& folder);

    fs::path folder_;
    std::set<fs::path> swept_;
    unsigned long writes_ = 0;
};

Result<std::string> FolderStore::read(std::string_view name) const {
    if (auto fault = store_name_fault(name)) return Problem{std::string(name), *fault};
    auto bytes = read_file(folder_ / fs::path(name), kLargestStoredFile);
    if (!bytes) return Problem{std::string(name), bytes.problem().what};
    return bytes;
}

// A write that was cut off leaves its file beside; it is taken away once it is too old to be another program's work in progress.
void FolderStore::sweep(const fs::path& folder) {
    if (!swept_.insert(folder).second) return;
    constexpr auto kOld = std::chrono::hours(1);
    std::error_code error;
    std::vector<fs::path> old;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename().native().compare(0, kBesideStart.size(), fs::path(kBesideStart).native()) != 0) continue;
        std::error_code unreadable;
        const auto written = entry->last_write_time(unreadable);
        if (!unreadable && fs::file_time_type::clock::now() - written > kOld) old.push_back(entry->path());
    }
    for (const fs::path& path : old) fs::remove(path, error);
}

Status FolderStore::replace(std::string_view name, std::string_view bytes) {
    const std::string where(name);
    if (auto fault = store_name_fault(name)) return Problem{where, *fault};
    if (bytes.size() > kLargestStoredFile) return Problem{where, "is larger than " + size_text(kLargestStoredFile) + " and was not saved"};
    const fs::path target = folder_ / fs::path(name);
    const fs::path folder = target.parent_path();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return Problem{where, "could not be saved because its folder cannot be made (" + error.message() + "): check the place for saves"};
    sweep(folder);
    // The time keeps names apart from those of an earlier program with the same number.
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    const std::string beside =
        std::string(kBesideStart) + std::to_string(process_number()) + "-" + std::to_string(now) + "-" + std::to_string(++writes_);
    const Status status = replace_file(target, folder / beside, bytes);
    if (!status) return Problem{where, status.problem().what};
    return Done{};
}

Result<std::string> FolderStore::set_aside(std::string_view name) {
    const std::string where(name);
    if (!has(name)) return Problem{where, "is not there"};
    for (int number = 1; number < 1000; ++number) {
        std::string aside = aside_name(name, number);
        std::error_code error;
        if (fs::exists(fs::symlink_status(folder_ / fs::path(aside), error))) continue;
        fs::rename(folder_ / fs::path(name), folder_ / fs::path(aside), error);
        if (error) return Problem{where, "could not be set aside (" + error.message() + "): check the place for saves"};
        return aside;
    }
    return Problem{where, "could not be set aside because 999 damaged files lie there already: delete some"};
}

Status FolderStore::remove(std::string_view name) {
    if (auto fault = store_name_fault(name)) return Problem{std::string(name), *fault};
    std::error_code error;
    const fs::path path = folder_ / fs::path(name);
    if (fs::is_directory(fs::symlink_status(path, error))) return Problem{std::string(name), "is a folder and was not deleted"};
    fs::remove(path, error);
    if (error) return Problem{std::string(name), "could not be deleted (" + error.message() + "): check the place for saves"};
    return Done{};
}

bool FolderStore::has(std::string_view name) const {
    std::error_code error;
    return !store_name_fault(name) && fs::is_regular_file(folder_ / fs::path(name), error);
}

std::vector<std::string> FolderStore::list(std::string_view folder) const {
    std::vector<std::string> names;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder_, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && entry != end; entry.increment(error)) {
        std::error_code unreadable;
        if (!entry->is_regular_file(unreadable)) continue;
        std::string name = generic_utf8(entry->path().lexically_relative(folder_));
        if (!store_name_fault(name)) names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    return paths_under(names, folder);
}

}  // namespace

std::unique_ptr<Store> open_folder_store(fs::path folder) {
    return std::make_unique<FolderStore>(std::move(folder));
}

}  // namespace sango::data
