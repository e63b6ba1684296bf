// Any bytes as a zip pack: refused with a sentence, or every listed file is within the limits or refused in turn.
#include "engine/data/archive.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

using namespace sango;
using namespace sango::data;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const int memory = memfd_create("pack", MFD_CLOEXEC);
    if (memory < 0 || write(memory, bytes, count) != static_cast<ssize_t>(count)) std::abort();
    lseek(memory, 0, SEEK_SET);
    std::FILE* file = fdopen(memory, "rb");
    if (!file) std::abort();
    Limits limits;
    limits.file_bytes = 1u << 20;
    limits.archive_bytes = 4u << 20;
    limits.files = 64;
    const auto archive = open_archive(file, "pack.zip", limits);
    if (!archive) {
        if (archive.problem().what.empty()) std::abort();
        return 0;
    }
    const auto names = (*archive)->list("");
    if (names.size() > limits.files) std::abort();
    for (const std::string& name : names) {
        if (!is_safe_path(name, limits) || !(*archive)->has(name)) std::abort();
        const auto content = (*archive)->read(name);
        if (content && content->size() > limits.file_bytes) std::abort();
        if (!content && content.problem().what.empty()) std::abort();
    }
    return 0;
}
