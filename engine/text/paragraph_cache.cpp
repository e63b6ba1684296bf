#include "engine/text/paragraph_cache.hpp"

#include <cstring>

namespace sango::text {
namespace {

std::size_t cost(const std::string& key, const Paragraph& paragraph) {
    constexpr std::size_t kNodes = 160;  // list and map nodes, shared_ptr's block
    std::size_t bytes =
        kNodes + key.capacity() + sizeof(Paragraph) + paragraph.style.language.capacity() + paragraph.lines.capacity() * sizeof(Line);
    for (const Line& line : paragraph.lines) {
        bytes += line.runs.capacity() * sizeof(Run);
        for (const Run& run : line.runs) bytes += run.text.capacity();
    }
    return bytes;
}

template <class T>
void append_bytes(std::string& to, const T& value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    to.append(bytes, sizeof(T));
}

}  // namespace

std::string ParagraphCache::key(std::string_view text, const Style& style, float max_width_px) {
    std::string key;
    key.reserve(text.size() + style.language.size() + 16);
    append_bytes(key, style.size_px);
    append_bytes(key, max_width_px);
    key.push_back(style.direction == Direction::RightToLeft ? 'r' : 'l');
    key.push_back(style.weight == Weight::Bold ? 'b' : 'n');
    key += style.language;
    key.push_back('\0');  // no tag holds one, so no two texts and tags run together
    key += text;
    return key;
}

ParagraphPtr ParagraphCache::find(const std::string& key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->paragraph;
}

void ParagraphCache::keep(std::string key, ParagraphPtr paragraph) {
    const std::size_t bytes = cost(key, *paragraph);
    if (bytes > limit_ || by_key_.count(key) != 0) return;
    while (bytes_ + bytes > limit_) drop_oldest();
    entries_.push_front({std::move(key), std::move(paragraph), bytes});
    by_key_.emplace(entries_.front().key, entries_.begin());
    bytes_ += bytes;
}

void ParagraphCache::drop_oldest() {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
}

}  // namespace sango::text
