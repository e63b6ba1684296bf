#include "engine/data/store.hpp"

#include "tests/data/temp_folder.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace sango::data {
namespace {

using Names = std::vector<std::string>;

// What any store must do.
void check_store(Store& store) {
    CHECK(store.list("").empty());
    CHECK_FALSE(store.has("machine.json"));
    CHECK_FALSE(store.read("machine.json"));
    CHECK(store.remove("machine.json"));

    REQUIRE(store.replace("machine.json", "one"));
    REQUIRE(store.replace("profiles/fox-teal.json", "fox"));
    REQUIRE(store.replace("profiles/cat-teal.json", ""));
    CHECK(*store.read("machine.json") == "one");
    CHECK(store.read("profiles/cat-teal.json")->empty());
    REQUIRE(store.replace("machine.json", std::string_view("t\0wo", 4)));
    CHECK(*store.read("machine.json") == std::string_view("t\0wo", 4));
    CHECK(store.list("") == Names{"machine.json", "profiles/cat-teal.json", "profiles/fox-teal.json"});
    CHECK(store.list("profiles") == Names{"profiles/cat-teal.json", "profiles/fox-teal.json"});
    CHECK(store.has("profiles/fox-teal.json"));
    CHECK_FALSE(store.has("profiles"));

    CHECK(*store.set_aside("profiles/fox-teal.json") == "profiles/fox-teal.damaged-1.json");
    CHECK_FALSE(store.has("profiles/fox-teal.json"));
    REQUIRE(store.replace("profiles/fox-teal.json", "again"));
    CHECK(*store.set_aside("profiles/fox-teal.json") == "profiles/fox-teal.damaged-2.json");
    CHECK(*store.read("profiles/fox-teal.damaged-1.json") == "fox");
    CHECK(*store.read("profiles/fox-teal.damaged-2.json") == "again");
    CHECK_FALSE(store.set_aside("profiles/fox-teal.json"));

    CHECK(store.remove("machine.json"));
    CHECK_FALSE(store.has("machine.json"));

    CHECK(store.replace("large", std::string(1u << 20, 'x')));
    CHECK(to_string(store.replace("large", std::string((1u << 20) + 1, 'y')).problem()) == "large: is larger than 1 MB and was not saved");
    CHECK(store.read("large")->front() == 'x');
}

void check_names_are_refused(Store& store) {
    for (const char* name : {"", "../machine.json", "/machine.json", "a\\b", "con.json", ".hidden", "profiles/.saving-1", "a/../b"}) {
        CAPTURE(name);
        CHECK_FALSE(store.replace(name, "x"));
        CHECK_FALSE(store.read(name));
        CHECK_FALSE(store.has(name));
        CHECK_FALSE(store.remove(name));
        CHECK_FALSE(store.set_aside(name));
    }
}

}  // namespace

TEST_CASE("a store in a folder keeps what it was given") {
    const TempFolder folder;
    const auto store = open_folder_store(folder.path() / "not" / "yet");
    check_store(*store);
}

TEST_CASE("a store in memory keeps what it was given") {
    const auto store = make_memory_store();
    check_store(*store);
}

TEST_CASE("names that lead elsewhere are refused by every store") {
    const TempFolder folder;
    folder.write("machine.json", "outside");
    const auto in_folder = open_folder_store(folder.path() / "saves");
    check_names_are_refused(*in_folder);
    CHECK(folder.count_files() == 1);
    const auto in_memory = make_memory_store();
    check_names_are_refused(*in_memory);
}

TEST_CASE("a store in a folder finds again what another one wrote") {
    const TempFolder folder;
    REQUIRE(open_folder_store(folder.path())->replace("a.json", "1"));
    CHECK(*open_folder_store(folder.path())->read("a.json") == "1");
    CHECK(folder.count_files() == 1);
}

TEST_CASE("a store in memory fails when it is told to, and nothing changes") {
    const auto store = make_memory_store("the disk is full");
    CHECK(to_string(store->replace("a.json", "1").problem()) == "a.json: the disk is full");
    CHECK_FALSE(store->has("a.json"));
}

TEST_CASE("a write that cannot be finished leaves nothing behind") {
    const TempFolder folder;
    const auto store = open_folder_store(folder.path());
    folder.write("taken/inside.txt", "x");  // a folder where the file should go
    CHECK_FALSE(store->replace("taken", "1"));
    CHECK_FALSE(store->replace("taken/inside.txt/deeper.json", "1"));
    CHECK(folder.read("taken/inside.txt") == "x");
    CHECK(folder.count_files() == 1);
    CHECK_FALSE(store->remove("taken"));
}

TEST_CASE("leftovers of writes that were cut off are not listed, and go once they are old") {
    const TempFolder folder;
    folder.write(".saving-1-1-1", "half");
    folder.write(".saving-2-2-2", "half");
    folder.write(".other", "kept");
    std::filesystem::last_write_time(folder.path() / ".saving-1-1-1",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
    const auto store = open_folder_store(folder.path());
    CHECK(store->list("").empty());
    REQUIRE(store->replace("a.json", "1"));
    CHECK(store->list("") == Names{"a.json"});
    CHECK_FALSE(std::filesystem::exists(folder.path() / ".saving-1-1-1"));
    CHECK(std::filesystem::exists(folder.path() / ".saving-2-2-2"));  // may be another program's work in progress
    CHECK(std::filesystem::exists(folder.path() / ".other"));
}

}  // namespace sango::data
