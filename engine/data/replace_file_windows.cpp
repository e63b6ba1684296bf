#include "engine/data/replace_file.hpp"

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <string>

namespace sango::data {
namespace {

Problem problem_of(DWORD code) {
    switch (code) {
        case ERROR_DISK_FULL:
        case ERROR_HANDLE_DISK_FULL:
        case ERROR_DISK_QUOTA_EXCEEDED:
            return {"", "could not be saved because the disk is full: delete something else, then try again"};
        case ERROR_ACCESS_DENIED:
        case ERROR_WRITE_PROTECT:
            return {"", "could not be saved because this place may not be written to: check whose folder it is"};
        default:
            return {"", "could not be saved (error " + std::to_string(code) + "): try again, or check the disk"};
    }
}

// 0, or the error's number.
DWORD write_whole(HANDLE file, std::string_view bytes) {
    while (!bytes.empty()) {
        constexpr std::size_t kBlock = 1u << 20;
        DWORD written = 0;
        const DWORD count = static_cast<DWORD>(bytes.size() < kBlock ? bytes.size() : kBlock);
        if (!WriteFile(file, bytes.data(), count, &written, nullptr)) return GetLastError();
        bytes.remove_prefix(written);
    }
    return FlushFileBuffers(file) ? 0 : GetLastError();
}

// Virus scanners and indexers hold a new file open for a moment; the rename is tried again while they do.
DWORD rename_over(const std::filesystem::path& from, const std::filesystem::path& to) {
    constexpr int kTries = 10;
    constexpr DWORD kPauseMilliseconds = 20;
    DWORD error = 0;
    for (int i = 0; i < kTries; ++i) {
        // Written through, so that the folder's entry is on disk too: Windows has no flush for folders.
        if (MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) return 0;
        error = GetLastError();
        if (error != ERROR_SHARING_VIOLATION && error != ERROR_ACCESS_DENIED) break;
        Sleep(kPauseMilliseconds);
    }
    return error;
}

}  // namespace

Status replace_file(const std::filesystem::path& target, const std::filesystem::path& beside, std::string_view bytes) {
    const HANDLE file = CreateFileW(beside.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE) return problem_of(GetLastError());
    DWORD error = write_whole(file, bytes);
    if (!CloseHandle(file) && error == 0) error = GetLastError();
    if (error == 0) error = rename_over(beside, target);
    if (error != 0) {
        DeleteFileW(beside.c_str());
        return problem_of(error);
    }
    return Done{};
}

unsigned long process_number() {
    return GetCurrentProcessId();
}

}  // namespace sango::data
