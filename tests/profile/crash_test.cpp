// Saves survive a program that is killed at any moment and a disk that is full.
#include "game/profile/session.hpp"
#include "tests/profile/save_samples.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sango::profile_tests {
namespace {

namespace fs = std::filesystem;

const profile::Companion kFox{"fox", "teal"};

/// A folder that is gone after the test.
class Folder {
public:
    explicit Folder(const char* name) : path(fs::temp_directory_path() / (std::string(name) + "-" + std::to_string(getpid()))) { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path path;
};

/// The player's bookmark of the `number`-th save; longer and shorter ones in turn.
profile::Bookmark bookmark(std::uint32_t number) {
    profile::Bookmark one = *full_profile().bookmark;
    one.checkpoints.assign(number % 7, full_state());
    one.state.seed = number;
    return one;
}

/// Saves for ever, and tells through the pipe which save is on the disk.
[[noreturn]] void save_for_ever(const fs::path& folder, int pipe) {
    const auto store = data::open_folder_store(folder);
    profile::Session session(*store, profile::load_all(*store, {}));
    if (session.profiles().empty()) session.create(kFox);
    else session.choose(kFox);
    for (std::uint32_t number = session.player()->bookmark ? session.player()->bookmark->state.seed + 1 : 1;; ++number) {
        session.remember(bookmark(number));
        if (session.save_problem()) _exit(2);
        if (write(pipe, &number, sizeof number) != sizeof number) _exit(3);
    }
}

TEST_CASE("killed in the middle of saving, the game finds all that was confirmed") {
    const Folder folder("sango-kill-test");
    std::uint32_t confirmed = 0;
    for (int round = 0; round < 60; ++round) {
        int ends[2] = {};
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            save_for_ever(folder.path, ends[1]);
        }
        close(ends[1]);
        for (int saves = 0; saves <= round % 5; ++saves) REQUIRE(read(ends[0], &confirmed, sizeof confirmed) == sizeof confirmed);
        REQUIRE(kill(child, SIGKILL) == 0);
        while (read(ends[0], &confirmed, sizeof confirmed) == sizeof confirmed) {}
        close(ends[0]);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));

        const auto store = data::open_folder_store(folder.path);
        const profile::Loaded loaded = profile::load_all(*store, {});
        CHECK(loaded.problems.empty());
        REQUIRE(loaded.profiles.size() == 1);
        REQUIRE(loaded.profiles[0].bookmark);
        const std::uint32_t found = loaded.profiles[0].bookmark->state.seed;
        CHECK(found >= confirmed);
        CHECK(found <= confirmed + 1);
        CHECK(*loaded.profiles[0].bookmark == bookmark(found));
        confirmed = found;
    }
}

TEST_CASE("a full disk is said, and what was there stays") {
    const Folder folder("sango-full-test");
    {
        const auto store = data::open_folder_store(folder.path);
        profile::Session session(*store, {});
        session.create(kFox);
        session.remember(bookmark(1));
        REQUIRE_FALSE(session.save_problem());
    }
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit small{200, 200};
        if (setrlimit(RLIMIT_FSIZE, &small) != 0) _exit(2);
        const auto store = data::open_folder_store(folder.path);
        profile::Session session(*store, profile::load_all(*store, {}));
        session.choose(kFox);
        session.remember(bookmark(2));
        const bool said = session.save_problem() && !session.save_problem()->what.empty();
        const bool plays_on = session.player()->bookmark->state.seed == 2;
        _exit(said && plays_on ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    const auto store = data::open_folder_store(folder.path);
    const profile::Loaded loaded = profile::load_all(*store, {});
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.profiles.size() == 1);
    CHECK(*loaded.profiles[0].bookmark == bookmark(1));
    CHECK(store->list("profiles").size() == 1);
}

}  // namespace
}  // namespace sango::profile_tests
