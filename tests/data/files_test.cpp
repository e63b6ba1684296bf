#include "engine/data/files.hpp"

#include "tests/data/temp_folder.hpp"

#include <doctest/doctest.h>

namespace sango::data {
namespace {

using Names = std::vector<std::string>;

const char* const kPack = "tests/data/good/pack.zip";

std::string open_problem(const std::filesystem::path& path, const Limits& limits = {}) {
    const auto files = open_files(path, limits);
    return files ? "" : to_string(files.problem());
}

}  // namespace

TEST_CASE("an archive is read like a folder") {
    const auto files = open_files(kPack);
    REQUIRE(files);
    CHECK((*files)->name() == "pack.zip");
    CHECK(*(*files)->read("pack.json") == "{\"id\": \"town\"}\n");
    CHECK((*files)->read("lessons/a.json")->size() == 2014);
    CHECK((*files)->has("lessons/b.json"));
    CHECK_FALSE((*files)->has("lessons"));
    CHECK_FALSE((*files)->has("lessons/"));
    CHECK_FALSE((*files)->has("LESSONS/b.json"));
}

TEST_CASE("a folder's list is sorted, whole paths, and holds no neighbour with a longer name") {
    const auto files = open_files(kPack);
    REQUIRE(files);
    CHECK((*files)->list("lessons") == Names{"lessons/a.json", "lessons/b.json"});
    CHECK((*files)->list("lessons/") == Names{"lessons/a.json", "lessons/b.json"});
    CHECK((*files)->list("nowhere").empty());
}

TEST_CASE("what systems leave behind is no part of a pack, and a zero byte in a name hides nothing") {
    const auto files = open_files(kPack);
    REQUIRE(files);
    CHECK((*files)->list("") == Names{"lessons-of-last-year.json", "lessons/a.json", "lessons/b.json", "pack.json", "pack.json .png"});
    CHECK_FALSE((*files)->has("__MACOSX/._pack.json"));
}

TEST_CASE("the same file can be read twice, and two files in turn") {
    const auto files = open_files(kPack);
    REQUIRE(files);
    for (int i = 0; i < 2; ++i) {
        CHECK(*(*files)->read("lessons/b.json") == "{}\n");
        CHECK((*files)->read("lessons/a.json"));
    }
}

TEST_CASE("a file that is not there is a problem with its place") {
    const auto files = open_files(kPack);
    REQUIRE(files);
    CHECK(to_string((*files)->read("lessons/c.json").problem()) ==
          "pack.zip/lessons/c.json: is not there: add the file to the archive, or correct its name");
    CHECK_FALSE((*files)->read("../pack.zip"));
    CHECK_FALSE((*files)->read(""));
}

TEST_CASE("an archive over a limit is refused before anything is unpacked") {
    Limits limits;
    limits.files = 3;
    CHECK(open_problem(kPack, limits) == "pack.zip: holds more than 3 files and folders: take out what the pack does not need");
    limits = {};
    limits.archive_bytes = 1024;
    CHECK(open_problem(kPack, limits) == "pack.zip: holds more than 1 kB when unpacked: make the pack smaller");
    limits.archive_bytes = 100;
    CHECK(open_problem(kPack, limits) == "pack.zip: is larger than 1 kB: make the pack smaller");
    limits = {};
    limits.file_bytes = 2013;
    CHECK(open_problem(kPack, limits) == "pack.zip/lessons/a.json: is larger than 2 kB when unpacked: make it smaller");
    limits.file_bytes = 2014;
    CHECK(open_problem(kPack, limits) == "");
    limits = {};
    limits.name_bytes = 10;
    CHECK(open_problem(kPack, limits) == "pack.zip/\"lessons/b.json\": has a name of more than 10 letters with its folders: shorten it");
}

TEST_CASE("a folder is read as it lies there, without what systems leave behind") {
    const TempFolder folder;
    folder.write("pack.json", "{}");
    folder.write("lessons/b.json", "b");
    folder.write("lessons/a.json", "a");
    folder.write(".git/config", "x");
    folder.write("pictures/.DS_Store", "x");
    folder.write("pictures/Thumbs.db", "x");
    const auto files = open_files(folder.path());
    REQUIRE(files);
    CHECK((*files)->name() == folder.path().filename().string());
    CHECK((*files)->list("") == Names{"lessons/a.json", "lessons/b.json", "pack.json"});
    CHECK(*(*files)->read("lessons/a.json") == "a");
    CHECK_FALSE((*files)->has(".git/config"));
    CHECK_FALSE((*files)->read("../" + folder.path().filename().string() + "/pack.json"));
}

TEST_CASE("a folder has a name even where its path ends without one") {
    const TempFolder folder;
    folder.write("town/pack.json", "{}");
    CHECK((*open_files(folder.path() / "town" / ""))->name() == "town");
    CHECK((*open_files(folder.path() / "town" / "."))->name() == "town");
}

TEST_CASE("a folder over a limit is refused, a single large file when it is read") {
    const TempFolder folder;
    folder.write("a.json", "12345");
    folder.write("b.json", "1234");
    const std::string name = folder.path().filename().string();
    Limits limits;
    limits.files = 1;
    CHECK(open_problem(folder.path(), limits) == name + ": holds more than 1 files and folders: take out what the pack does not need");
    limits = {};
    limits.file_bytes = 4;
    const auto files = open_files(folder.path(), limits);
    REQUIRE(files);
    CHECK((*files)->read("b.json"));
    CHECK(to_string((*files)->read("a.json").problem()) == name + "/a.json: is larger than 1 kB: make it smaller");
}

TEST_CASE("what is neither a folder nor an archive is a problem") {
    const TempFolder folder;
    CHECK(open_problem(folder.path() / "none.zip") == "none.zip: is not there: check the name of the folder or zip archive");
    CHECK(open_problem("tests/data/files_test.cpp") ==
          "files_test.cpp: is no zip archive: pack the files as zip, or name the folder they lie in");
}

#ifndef _WIN32
TEST_CASE("links and names that other systems cannot keep are refused in a folder too") {
    const auto problem_of = [](const auto& make) {
        const TempFolder folder;
        make(folder);
        const std::string said = open_problem(folder.path());
        const std::string name = folder.path().filename().string() + "/";
        return said.substr(0, name.size()) == name ? said.substr(name.size()) : said;
    };
    CHECK(problem_of([](const TempFolder& f) { std::filesystem::create_symlink("/etc/passwd", f.path() / "a.json"); }) ==
          "a.json: is a link: put the file itself in its place");
    CHECK(problem_of([](const TempFolder& f) { std::filesystem::create_directory_symlink("/", f.path() / "lessons"); }) ==
          "lessons: is a link: put the file itself in its place");
    CHECK(problem_of([](const TempFolder& f) { f.write("aux.json", ""); }) ==
          "aux.json: has a part that Windows takes for a device (\"aux.json\"): rename it");
    CHECK(problem_of([](const TempFolder& f) { f.write("a\\b.json", ""); }) == "a\\b.json: has a \\ in its name: write / between folders");
}
#endif

TEST_CASE("a path inside a pack is safe when it means the same file on every system") {
    for (const char* path :
         {"pack.json", "lessons/private-eye.json", "a b/c.d.svg", "console.json", "com.json", "com10.txt", "lpt/x", "a-.b_c"}) {
        CAPTURE(path);
        CHECK(is_safe_path(path));
    }
    for (const char* path :
         {"",     "/",     "/a", "a/", "a//b",   ".",   "..",    "../a",    "a/..",     "a/./b", "C:a",       "a:b",  "\\\\host\\a",
          "a\\b", "a.",    "a ", " a", "a/b./c", "con", "CON",   "nul.txt", "nul .txt", "com1",  "Com9.json", "lpt0", "conin$",
          "a\nb", "a\x7f", "a*", "a?", "a<b",    "a|b", "\"a\"", "\xc3\xa9"}) {
        CAPTURE(path);
        CHECK_FALSE(is_safe_path(path));
    }
    CHECK(is_safe_path(std::string(200, 'a')));
    CHECK_FALSE(is_safe_path(std::string(201, 'a')));
    CHECK_FALSE(is_safe_path(std::string_view("a\0b", 3)));
}

TEST_CASE("a file of this computer is read whole up to a limit and not beyond") {
    const TempFolder folder;
    folder.write("a.bin", std::string(40000, 'x'));
    CHECK(read_file(folder.path() / "a.bin", 40000)->size() == 40000);
    CHECK(to_string(read_file(folder.path() / "a.bin", 39999).problem()) == "a.bin: is larger than 40 kB: make it smaller");
    CHECK(to_string(read_file(folder.path() / "b.bin", 1).problem()) == "b.bin: is not there: check its name");
    CHECK_FALSE(read_file(folder.path(), 1000));
    folder.write("empty", "");
    CHECK(read_file(folder.path() / "empty", 0)->empty());
}

}  // namespace sango::data
