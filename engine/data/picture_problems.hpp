// Gathers what is wrong with one picture: each fault once, the first few only, with its line.
#pragma once

#include "engine/core/result.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace sango::data {

class PictureProblems {
public:
    PictureProblems(std::string_view bytes, std::string_view file, Problems& problems) : bytes_(bytes), file_(file), problems_(problems) {}

    /// A fault of the whole file.
    void add(std::string what) { put(std::string(file_), std::move(what)); }
    /// A fault at a byte of a text file.
    void add_at(std::size_t offset, std::string what) {
        const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes_.size()));
        put(std::string(file_) + ":" + std::to_string(1 + std::count(bytes_.begin(), end, '\n')), std::move(what));
    }
    [[nodiscard]] bool any() const { return !first_.what.empty(); }
    [[nodiscard]] bool full() const { return said_.size() >= kMost; }
    [[nodiscard]] const Problem& first() const { return first_; }

private:
    static constexpr std::size_t kMost = 20;

    void put(std::string where, std::string what) {
        if (full() || !said_.insert(what).second) return;
        if (full()) what = "has more faults of other kinds: correct those above first";
        if (!any()) first_ = {where, what};
        problems_.push_back({std::move(where), std::move(what)});
    }

    std::string_view bytes_;
    std::string_view file_;
    Problems& problems_;
    std::set<std::string> said_;
    Problem first_;
};

}  // namespace sango::data
