// A folder of its own for one test case, gone afterwards.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace sango::data {

class TempFolder {
public:
    TempFolder() {
        std::random_device device;
        do {
            path_ = std::filesystem::temp_directory_path() / ("sango-test-" + std::to_string(device()));
        } while (!std::filesystem::create_directory(path_));
    }
    ~TempFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void write(std::string_view name, std::string_view bytes) const {
        const std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }
    [[nodiscard]] std::string read(std::string_view name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    /// Every file in it, hidden ones too.
    [[nodiscard]] std::size_t count_files() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) count += entry.is_regular_file() ? 1 : 0;
        return count;
    }

private:
    std::filesystem::path path_;
};

}  // namespace sango::data
