#include "engine/data/path_rules.hpp"
#include "engine/data/store.hpp"

#include <map>

namespace sango::data {
namespace {

class MemoryStore final : public Store {
public:
    explicit MemoryStore(std::string failure) : failure_(std::move(failure)) {}

    Result<std::string> read(std::string_view name) const override {
        const auto file = files_.find(name);
        if (file == files_.end()) return Problem{std::string(name), "is not there: check its name"};
        return file->second;
    }

    Status replace(std::string_view name, std::string_view bytes) override {
        const std::string where(name);
        if (auto fault = store_name_fault(name)) return Problem{where, *fault};
        if (bytes.size() > kLargestStoredFile)
            return Problem{where, "is larger than " + size_text(kLargestStoredFile) + " and was not saved"};
        if (!failure_.empty()) return Problem{where, failure_};
        files_.insert_or_assign(where, std::string(bytes));
        return Done{};
    }

    Result<std::string> set_aside(std::string_view name) override {
        const auto file = files_.find(name);
        if (file == files_.end()) return Problem{std::string(name), "is not there"};
        int number = 1;
        while (files_.count(aside_name(name, number)) != 0) ++number;
        std::string aside = aside_name(name, number);
        files_.emplace(aside, std::move(file->second));
        files_.erase(file);
        return aside;
    }

    Status remove(std::string_view name) override {
        if (auto fault = store_name_fault(name)) return Problem{std::string(name), *fault};
        const auto file = files_.find(name);
        if (file != files_.end()) files_.erase(file);
        return Done{};
    }

    bool has(std::string_view name) const override { return files_.find(name) != files_.end(); }

    std::vector<std::string> list(std::string_view folder) const override {
        std::vector<std::string> names;
        for (const auto& file : files_) names.push_back(file.first);
        return paths_under(names, folder);
    }

private:
    std::string failure_;
    std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace

std::unique_ptr<Store> make_memory_store(std::string failure) {
    return std::make_unique<MemoryStore>(std::move(failure));
}

}  // namespace sango::data
