#include "engine/data/files.hpp"
#include "tests/data/bad_files.hpp"

namespace sango::data {
namespace {

// The first problem: of opening the archive, or of reading what is in it.
Problems read_archive(const std::filesystem::path& path) {
    const auto files = open_files(path);
    if (!files) return {files.problem()};
    for (const std::string& name : (*files)->list("")) {
        const auto bytes = (*files)->read(name);
        if (!bytes) return {bytes.problem()};
    }
    return {};
}

}  // namespace

TEST_CASE("each damaged archive is refused with a sentence that says what is wrong and what to do") {
    // clang-format off: one file a line
    check_bad_files(
        "archives",
        {
            {"absolute.zip",
             R"(absolute.zip/"/etc/passwd": has an absolute name: name the file by its place inside the pack, without a / at the start)"},
            {"accent-name.zip",
             R"(accent-name.zip/"lessons/café.json": has a letter in its name that systems write in different ways: use a to z, digits, - and _ in file names)"},
            {"backslash.zip", R"(backslash.zip/"lessons\..\evil.json": has a \ in its name: write / between folders)"},
            {"bomb-lying.zip", R"(bomb-lying.zip/lessons/a.json: unpacks to more than the archive says, as a trap would: leave it out)"},
            {"bomb-overlap.zip", R"(bomb-overlap.zip: holds more than 64 MB when unpacked: make the pack smaller)"},
            {"bomb-ratio.zip",
             R"(bomb-ratio.zip/lessons/a.json: would grow more than 200 times when unpacked, as a trap would: leave it out)"},
            {"bomb-size.zip", R"(bomb-size.zip/lessons/a.json: is larger than 4 MB when unpacked: make it smaller)"},
            {"case-folder.zip", R"(case-folder.zip/Lessons/b.json: differs only by capital letters from "lessons": rename one of the two)"},
            {"case.zip", R"(case.zip/Pack.JSON: differs only by capital letters from "pack.json": rename one of the two)"},
            {"control-name.zip", R"(control-name.zip/"lessons/a�.json": has a control character in its name: rename it)"},
            {"count-lies.zip", R"(count-lies.zip: holds more than 4096 files and folders: take out what the pack does not need)"},
            {"crc.zip", R"(crc.zip/lessons/a.json: is damaged inside the archive: copy or download the archive again)"},
            {"cut-in-the-middle.zip", R"(cut-in-the-middle.zip: is a damaged zip archive: copy or download it again)"},
            {"deflate-broken.zip",
             R"(deflate-broken.zip/lessons/a.json: is damaged inside the archive: copy or download the archive again)"},
            {"device-port.zip",
             R"(device-port.zip/"pictures/LPT1.svg": has a part that Windows takes for a device ("LPT1.svg"): rename it)"},
            {"device.zip", R"(device.zip/"lessons/con.json": has a part that Windows takes for a device ("con.json"): rename it)"},
            {"dot.zip",
             R"(dot.zip/"./lessons/a.json": leads out of the pack with "." or "..": name the file by its place inside the pack)"},
            {"drive.zip", R"(drive.zip/"C:/evil.json": has a : in its name, as a drive has: name the file by its place inside the pack)"},
            {"empty-part.zip", R"(empty-part.zip/"lessons//a.json": has an empty part between two /: take one / away)"},
            {"empty.zip", R"(empty.zip: is empty: copy or download it again)"},
            {"end-dot.zip",
             R"(end-dot.zip/"lessons/a.json.": has a part that starts or ends with a space or ends with a dot, which Windows drops: rename it)"},
            {"end-space.zip",
             R"(end-space.zip/"lessons /a.json": has a part that starts or ends with a space or ends with a dot, which Windows drops: rename it)"},
            {"file-and-folder.zip", R"(file-and-folder.zip/lessons/a.json: is the name of a file and of a folder: rename one of the two)"},
            {"link.zip", R"(link.zip/lessons/a.json: is a link: put the file itself in its place)"},
            {"locked.zip", R"(locked.zip/lessons/a.json: is locked with a password: pack the files again without one)"},
            {"long-name.zip",
             R"(long-name.zip/"lessons/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...": has a name of more than 200 letters with its folders: shorten it)"},
            {"method.zip",
             R"(method.zip/lessons/a.json: is packed in a way that not every computer knows: pack the files again as an ordinary zip ("deflate"))"},
            {"no-name.zip", R"(no-name.zip/"": has no name: give the file one)"},
            {"pipe.zip", R"(pipe.zip/lessons/a.json: is neither a file nor a folder: delete it)"},
            {"question-mark.zip",
             R"(question-mark.zip/"lessons/why?.json": has a ? in its name, which Windows forbids: use a to z, digits, - and _ in file names)"},
            {"rar.zip", R"(rar.zip: is an archive of another kind (rar, 7z or tar): pack the files again as zip)"},
            {"seven-zip.zip", R"(seven-zip.zip: is an archive of another kind (rar, 7z or tar): pack the files again as zip)"},
            {"size-lies-high.zip",
             R"(size-lies-high.zip/lessons/a.json: is damaged inside the archive: copy or download the archive again)"},
            {"size-lies-low.zip",
             R"(size-lies-low.zip/lessons/a.json: unpacks to more than the archive says, as a trap would: leave it out)"},
            {"stored-past-end.zip",
             R"(stored-past-end.zip/lessons/a.json: is damaged inside the archive: copy or download the archive again)"},
            {"table-broken.zip", R"(table-broken.zip: is a zip archive whose end is missing or damaged: copy or download it again)"},
            {"tar-gz.zip", R"(tar-gz.zip: is an archive of another kind (rar, 7z or tar): pack the files again as zip)"},
            {"text.zip", R"(text.zip: is no zip archive: pack the files as zip, or name the folder they lie in)"},
            {"truncated.zip", R"(truncated.zip: is a zip archive whose end is missing: copy or download it again)"},
            {"twice.zip", R"(twice.zip/pack.json: is there twice: delete one of the two)"},
            {"zip-slip-inside.zip",
             R"(zip-slip-inside.zip/"lessons/../../evil.json": leads out of the pack with "." or "..": name the file by its place inside the pack)"},
            {"zip-slip.zip",
             R"(zip-slip.zip/"../evil.json": leads out of the pack with "." or "..": name the file by its place inside the pack)"},
            {"zip64.zip", R"(zip64.zip: is a zip archive of the zip64 kind: pack the files again as an ordinary zip)"},
        },
        read_archive);
    // clang-format on
}

}  // namespace sango::data
