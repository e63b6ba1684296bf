#include "engine/data/path_rules.hpp"

#include "engine/core/utf8.hpp"
#include "engine/data/json_fault.hpp"

#include <algorithm>

namespace sango::data {
namespace {

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

// Names that Windows takes for devices, with any ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
bool is_device_name(std::string_view part) {
    std::string stem = in_small_letters(part.substr(0, part.find('.')));
    while (!stem.empty() && stem.back() == ' ') stem.pop_back();
    for (const std::string_view device : {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}) {
        if (stem == device) return true;
    }
    const bool is_port = stem.size() == 4 && (stem.compare(0, 3, "com") == 0 || stem.compare(0, 3, "lpt") == 0);
    return is_port && stem[3] >= '0' && stem[3] <= '9';
}

std::optional<std::string> part_fault(std::string_view part) {
    if (part.empty()) return "has an empty part between two /: take one / away";
    if (part == "." || part == "..") return "leads out of the pack with \".\" or \"..\": name the file by its place inside the pack";
    if (part.back() == '.' || part.back() == ' ' || part.front() == ' ') {
        return "has a part that starts or ends with a space or ends with a dot, which Windows drops: rename it";
    }
    if (is_device_name(part)) return "has a part that Windows takes for a device (" + in_quotes(part) + "): rename it";
    return std::nullopt;
}

}  // namespace

std::optional<std::string> path_fault(std::string_view path, const Limits& limits) {
    if (path.empty()) return "has no name: give the file one";
    if (path.size() > limits.name_bytes) {
        return "has a name of more than " + std::to_string(limits.name_bytes) + " letters with its folders: shorten it";
    }
    if (path.front() == '/') return "has an absolute name: name the file by its place inside the pack, without a / at the start";
    for (const char c : path) {
        if (c == '\\') return "has a \\ in its name: write / between folders";
        if (c == ':') return "has a : in its name, as a drive has: name the file by its place inside the pack";
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return "has a control character in its name: rename it";
        if (static_cast<unsigned char>(c) >= 0x80) {
            return "has a letter in its name that systems write in different ways: use a to z, digits, - and _ in file names";
        }
        if (std::string_view("*?\"<>|").find(c) != std::string_view::npos) {
            return std::string("has a ") + c + " in its name, which Windows forbids: use a to z, digits, - and _ in file names";
        }
    }
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        if (auto fault = part_fault(path.substr(at, slash - at))) return fault;
        at = slash + 1;
    }
    return std::nullopt;
}

bool is_safe_path(std::string_view path, const Limits& limits) {
    return !path_fault(path, limits);
}

bool is_system_clutter(std::string_view path) {
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, slash - at);
        if ((!part.empty() && part.front() == '.' && part != "." && part != "..") || part == "__MACOSX" || part == "Thumbs.db" ||
            part == "desktop.ini") {
            return true;
        }
        at = slash + 1;
    }
    return false;
}

std::vector<std::string> paths_under(const std::vector<std::string>& sorted, std::string_view folder) {
    std::string start(folder);
    if (!start.empty() && start.back() != '/') start += '/';
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), start);
    const auto last = std::find_if(first, sorted.end(), [&](const std::string& path) { return path.compare(0, start.size(), start) != 0; });
    return {first, last};
}

std::optional<std::string> store_name_fault(std::string_view name) {
    if (auto fault = path_fault(name, {})) return fault;
    if (is_system_clutter(name)) return "has a name that is kept for the system: rename it";
    return std::nullopt;
}

std::string aside_name(std::string_view name, int number) {
    const std::size_t slash = name.rfind('/') + 1;  // npos + 1 is 0
    std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot <= slash) dot = name.size();
    return std::string(name.substr(0, dot)) + ".damaged-" + std::to_string(number) + std::string(name.substr(dot));
}

std::string generic_utf8(const std::filesystem::path& path) {
#ifdef _WIN32
    std::string name;
    const std::wstring wide = path.generic_wstring();
    for (std::size_t i = 0; i < wide.size(); ++i) {
        char32_t code = wide[i];
        const bool is_pair = code >= 0xD800 && code < 0xDC00 && i + 1 < wide.size() && wide[i + 1] >= 0xDC00 && wide[i + 1] < 0xE000;
        if (is_pair) code = 0x10000 + ((code - 0xD800) << 10) + (wide[++i] - 0xDC00u);
        utf8::append(name, code);
    }
    return name;
#else
    return path.generic_string();
#endif
}

std::string size_text(std::size_t bytes) {
    constexpr std::size_t kKilo = 1024, kMega = kKilo * kKilo;
    if (bytes >= kMega && bytes % kMega == 0) return std::to_string(bytes / kMega) + " MB";
    return std::to_string((bytes + kKilo - 1) / kKilo) + " kB";
}

std::optional<std::string> NameBook::add(std::string_view path, Kind kind) {
    for (std::size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
        const bool is_whole = slash == std::string_view::npos;
        const std::string_view prefix = path.substr(0, slash);
        const Kind prefix_kind = is_whole ? kind : Kind::Folder;
        const auto [entry, is_new] = entries_.try_emplace(in_small_letters(prefix), Entry{std::string(prefix), prefix_kind});
        if (!is_new) {
            const Entry& known = entry->second;
            if (known.spelling != prefix)
                return "differs only by capital letters from " + in_quotes(known.spelling) + ": rename one of the two";
            if (known.kind != prefix_kind) return "is the name of a file and of a folder: rename one of the two";
            if (is_whole && kind == Kind::File) return "is there twice: delete one of the two";
        }
        if (is_whole) return std::nullopt;
    }
}

}  // namespace sango::data
