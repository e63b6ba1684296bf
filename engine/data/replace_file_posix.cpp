#include "engine/data/replace_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <string>
#include <system_error>

namespace sango::data {
namespace {

// A file-size limit ends the process with a signal unless it is ignored; ignored, it is an error like a full disk.
class FileSizeSignalIgnored {
public:
    FileSizeSignalIgnored() {
        struct sigaction ignore {};
        ignore.sa_handler = SIG_IGN;
        sigaction(SIGXFSZ, &ignore, &before_);
    }
    ~FileSizeSignalIgnored() { sigaction(SIGXFSZ, &before_, nullptr); }
    FileSizeSignalIgnored(const FileSizeSignalIgnored&) = delete;
    FileSizeSignalIgnored& operator=(const FileSizeSignalIgnored&) = delete;

private:
    struct sigaction before_ {};
};

Problem problem_of(int code) {
    switch (code) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return {"", "could not be saved because the disk is full: delete something else, then try again"};
        case EROFS:
        case EACCES:
        case EPERM:
            return {"", "could not be saved because this place may not be written to: check whose folder it is"};
        default:
            return {"", "could not be saved (" + std::generic_category().message(code) + "): try again, or check the disk"};
    }
}

// 0, or the error's number.
int write_whole(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0 ? 0 : errno;
}

// What the rename did must outlive a power cut. Some file systems cannot do this for a folder; then nothing more can be done.
void flush_folder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
}

}  // namespace

Status replace_file(const std::filesystem::path& target, const std::filesystem::path& beside, std::string_view bytes) {
    const FileSizeSignalIgnored guard;
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (file < 0) return problem_of(errno);
    int error = write_whole(file, bytes);
    if (::close(file) != 0 && error == 0) error = errno;  // network file systems tell of a full disk only here
    if (error == 0 && std::rename(beside.c_str(), target.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(beside.c_str());
        return problem_of(error);
    }
    flush_folder(target.parent_path());
    return Done{};
}

unsigned long process_number() {
    return static_cast<unsigned long>(::getpid());
}

}  // namespace sango::data
