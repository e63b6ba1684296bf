#include "engine/data/archive.hpp"

#include "engine/data/json_fault.hpp"
#include "engine/data/path_rules.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace sango::data {
namespace {

using ZipHandle = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using ZipFile = std::unique_ptr<zip_file_t, int (*)(zip_file_t*)>;

constexpr std::size_t kKilo = 1024;

// Below this size nothing is a bomb, however well it packs (a few kilobytes of spaces).
constexpr std::uint64_t kHarmlessBytes = 64 * kKilo;

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Some way into the file, at most `count` bytes of it.
std::string bytes_at(std::FILE* file, long offset, std::size_t count) {
    std::string bytes(count, '\0');
    if (std::fseek(file, offset, SEEK_SET) != 0) return {};
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    return bytes;
}

std::string not_a_zip(std::string_view head) {
    const auto starts = [&](std::string_view magic) { return head.substr(0, magic.size()) == magic; };
    if (head.empty()) return "is empty: copy or download it again";
    if (starts("Rar!") || starts("7z\xBC\xAF") || starts("\x1F\x8B") ||
        starts("\xFD"
               "7zXZ") ||
        starts("BZh")) {
        return "is an archive of another kind (rar, 7z or tar): pack the files again as zip";
    }
    if (starts("PK")) return "is a zip archive whose end is missing: copy or download it again";
    return "is no zip archive: pack the files as zip, or name the folder they lie in";
}

// The archive's table of contents is read whole by libzip, so its size must be known to be sane before.
// Every place that could be the end record is looked at, because readers differ in which one they believe.
std::optional<std::string> table_fault(std::FILE* file, const Limits& limits) {
    constexpr std::size_t kRecord = 22, kLongestComment = 0xFFFF, kLocator = 20, kEntryHead = 46, kExtras = 256;
    std::fseek(file, 0, SEEK_END);
    const long size = std::ftell(file);
    if (size < 0) return "cannot be read: copy or download it again";
    if (static_cast<std::size_t>(size) > limits.archive_bytes)
        return "is larger than " + size_text(limits.archive_bytes) + ": make the pack smaller";
    const long start = std::max(0L, size - static_cast<long>(kRecord + kLongestComment + kLocator));
    const std::string tail = bytes_at(file, start, static_cast<std::size_t>(size - start));
    bool found = false;
    for (std::size_t at = tail.find("PK\5\6"); at != std::string::npos; at = tail.find("PK\5\6", at + 1)) {
        if (tail.size() - at < kRecord) continue;
        found = true;
        if (at >= kLocator && tail.compare(at - kLocator, 4, "PK\6\7") == 0) {
            return "is a zip archive of the zip64 kind: pack the files again as an ordinary zip";
        }
        const std::size_t entries = std::max(little_endian(tail, at + 8, 2), little_endian(tail, at + 10, 2));
        if (entries > limits.files || little_endian(tail, at + 12, 4) > limits.files * (kEntryHead + kExtras + limits.name_bytes)) {
            return "holds more than " + std::to_string(limits.files) + " files and folders: take out what the pack does not need";
        }
    }
    if (!found) return not_a_zip(bytes_at(file, 0, 8));
    return std::nullopt;
}

std::string open_fault(int code) {
    switch (code) {
        case ZIP_ER_MULTIDISK:
            return "is one part of a zip archive in several parts: pack it as one file";
        case ZIP_ER_MEMORY:
            return "needs more memory than there is: make the pack smaller";
        case ZIP_ER_NOZIP:
            return "is a zip archive whose end is missing or damaged: copy or download it again";
        default:
            return "is a damaged zip archive: copy or download it again";
    }
}

// One file of the archive, as its table of contents promises it.
struct Entry {
    std::uint64_t index = 0;
    std::uint64_t bytes = 0;
};

class Archive final : public FileView {
public:
    Archive(ZipHandle zip, std::string name, const Limits& limits) : zip_(std::move(zip)), name_(std::move(name)), limits_(limits) {}

    /// Reads the table of contents and refuses what is over a limit or leads elsewhere. Nothing is unpacked.
    Status look();

    Result<std::string> read(std::string_view path) const override;
    bool has(std::string_view path) const override { return entries_.find(path) != entries_.end(); }
    std::vector<std::string> list(std::string_view folder) const override { return paths_under(paths_, folder); }
    const std::string& name() const override { return name_; }

private:
    Status take(std::uint64_t index, NameBook& names);
    [[nodiscard]] std::optional<std::string> size_fault(const zip_stat_t& stat) const;

    ZipHandle zip_;
    std::string name_;
    Limits limits_;
    std::uint64_t total_bytes_ = 0;
    std::map<std::string, Entry, std::less<>> entries_;
    std::vector<std::string> paths_;
};

std::optional<std::string> Archive::size_fault(const zip_stat_t& stat) const {
    if (stat.size > limits_.file_bytes) return "is larger than " + size_text(limits_.file_bytes) + " when unpacked: make it smaller";
    if (stat.size > kHarmlessBytes && stat.size / limits_.ratio >= std::max<std::uint64_t>(stat.comp_size, 1)) {
        return "would grow more than " + std::to_string(limits_.ratio) + " times when unpacked, as a trap would: leave it out";
    }
    if (stat.encryption_method != ZIP_EM_NONE) return "is locked with a password: pack the files again without one";
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
        return "is packed in a way that not every computer knows: pack the files again as an ordinary zip (\"deflate\")";
    }
    return std::nullopt;
}

// Whether the entry says that it is something other than a file or folder (a link, a pipe, a device) on Unix.
std::optional<std::string> type_fault(zip_t* zip, std::uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0) return std::nullopt;
    const unsigned type = (attributes >> 16) & 0170000u;
    if (type == 0120000u) return "is a link: put the file itself in its place";
    if (type != 0 && type != 0100000u && type != 0040000u) return "is neither a file nor a folder: delete it";
    return std::nullopt;
}

Status Archive::take(std::uint64_t index, NameBook& names) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    const char* raw = zip_get_name(zip_.get(), index, ZIP_FL_ENC_RAW);
    if (!raw || zip_stat_index(zip_.get(), index, 0, &stat) != 0)
        return Problem{name_, "is a damaged zip archive: copy or download it again"};
    std::string path(raw);
    const std::string where = name_ + "/" + in_quotes(path);
    const bool is_folder = !path.empty() && path.back() == '/';
    if (is_folder) path.pop_back();
    if (auto fault = path_fault(path, limits_)) return Problem{where, *fault};
    const std::string place = name_ + "/" + path;
    if (auto fault = type_fault(zip_.get(), index)) return Problem{place, *fault};
    if (auto fault = names.add(path, is_folder ? NameBook::Kind::Folder : NameBook::Kind::File)) return Problem{place, *fault};
    constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if ((stat.valid & kNeeded) != kNeeded) return Problem{place, "is damaged: pack the files again"};
    if (auto fault = size_fault(stat)) return Problem{place, *fault};
    total_bytes_ += stat.size;  // cannot overflow: at most `files` times `file_bytes`
    if (total_bytes_ > limits_.archive_bytes) {
        return Problem{name_, "holds more than " + size_text(limits_.archive_bytes) + " when unpacked: make the pack smaller"};
    }
    if (!is_folder && !is_system_clutter(path)) entries_.emplace(std::move(path), Entry{index, stat.size});
    return Done{};
}

Status Archive::look() {
    const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > limits_.files) {
        return Problem{name_,
                       "holds more than " + std::to_string(limits_.files) + " files and folders: take out what the pack does not need"};
    }
    NameBook names;
    for (std::uint64_t index = 0; index < static_cast<std::uint64_t>(count); ++index) {
        Status status = take(index, names);
        if (!status) return status;
    }
    paths_.reserve(entries_.size());
    for (const auto& entry : entries_) paths_.push_back(entry.first);
    return Done{};
}

Result<std::string> Archive::read(std::string_view path) const {
    const std::string where = name_ + "/" + std::string(path.substr(0, limits_.name_bytes));
    const auto entry = entries_.find(path);
    if (entry == entries_.end()) return Problem{where, "is not there: add the file to the archive, or correct its name"};
    const Problem damaged{where, "is damaged inside the archive: copy or download the archive again"};
    const ZipFile file(zip_fopen_index(zip_.get(), entry->second.index, 0), zip_fclose);
    if (!file) return damaged;
    // The promised size is a limit, not a fact: what unpacks to more, or to less, is refused while it is being unpacked.
    const std::uint64_t promised = entry->second.bytes;
    std::string bytes;
    std::array<char, 16 * kKilo> block{};
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), block.data(), block.size());
        if (count < 0) return damaged;
        if (count == 0) break;
        if (static_cast<std::uint64_t>(count) > promised - bytes.size()) {
            return Problem{where, "unpacks to more than the archive says, as a trap would: leave it out"};
        }
        bytes.append(block.data(), static_cast<std::size_t>(count));
    }
    if (bytes.size() != promised) return damaged;
    return bytes;
}

}  // namespace

Result<std::unique_ptr<FileView>> open_archive(std::FILE* file, std::string name, const Limits& limits) {
    if (auto fault = table_fault(file, limits)) {
        std::fclose(file);
        return Problem{std::move(name), *fault};
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_filep_create(file, 0, -1, &error);
    ZipHandle zip(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr, zip_discard);
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (!zip) {
        if (source) {
            zip_source_free(source);  // closes the file
        } else {
            std::fclose(file);
        }
        return Problem{std::move(name), open_fault(code)};
    }
    auto archive = std::make_unique<Archive>(std::move(zip), std::move(name), limits);
    const Status looked = archive->look();
    if (!looked) return looked.problem();
    return std::unique_ptr<FileView>(std::move(archive));
}

}  // namespace sango::data
