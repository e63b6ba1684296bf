// Laid-out paragraphs kept for the next frame, within a limit of bytes; the longest unused go first.
#pragma once

#include "engine/text/typesetter.hpp"

#include <list>
#include <string>
#include <unordered_map>

namespace sango::text {

class ParagraphCache {
public:
    explicit ParagraphCache(std::size_t limit_bytes) : limit_(limit_bytes) {}

    /// What was kept for this text, style and width, or null.
    [[nodiscard]] ParagraphPtr find(const std::string& key);
    /// Keeps a paragraph unless it alone is over the limit.
    void keep(std::string key, ParagraphPtr paragraph);
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// A name for a text in a style and width.
    [[nodiscard]] static std::string key(std::string_view text, const Style& style, float max_width_px);

private:
    struct Entry {
        std::string key;
        ParagraphPtr paragraph;
        std::size_t bytes = 0;
    };
    void drop_oldest();

    std::size_t limit_;
    std::size_t bytes_ = 0;
    std::list<Entry> entries_;                                                 ///< last used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;  ///< views into `entries_`
};

}  // namespace sango::text
