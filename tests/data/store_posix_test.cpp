// Saving while the disk is full and while the program is killed; a child process suffers both.
#include "engine/core/random.hpp"
#include "engine/data/store.hpp"
#include "tests/data/temp_folder.hpp"

#include <doctest/doctest.h>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <new>

namespace sango::data {
namespace {

using Names = std::vector<std::string>;

// Runs `work` in a child and gives what it returned, or 1000 plus the signal that ended it.
template <class Work>
int in_child(Work work) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) _exit(work());
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

// A number that parent and child both see.
class Shared {
public:
    Shared() : memory_(mmap(nullptr, sizeof(Number), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
        REQUIRE(memory_ != MAP_FAILED);
        number_ = new (memory_) Number(0);
    }
    ~Shared() { munmap(memory_, sizeof(Number)); }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    [[nodiscard]] std::atomic<int>& number() { return *number_; }

private:
    using Number = std::atomic<int>;
    void* memory_;
    Number* number_;
};

}  // namespace

TEST_CASE("on a full disk the old file stays whole, nothing is left behind, and the reason is told") {
    const TempFolder folder;
    const std::string old_save(3000, 'o'), new_save(40000, 'n');
    REQUIRE(open_folder_store(folder.path())->replace("profiles/fox.json", old_save));
    const int result = in_child([&] {
        const rlimit limit{8192, 8192};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
        const auto store = open_folder_store(folder.path());
        const Status status = store->replace("profiles/fox.json", new_save);
        if (status) return 3;
        const std::string said = "profiles/fox.json: could not be saved because the disk is full: delete something else, then try again";
        if (to_string(status.problem()) != said) return 4;
        // What fits can still be saved afterwards.
        return store->replace("machine.json", "small") ? 0 : 5;
    });
    CHECK(result == 0);
    CHECK(folder.read("profiles/fox.json") == old_save);
    CHECK(folder.read("machine.json") == "small");
    CHECK(folder.count_files() == 2);
}

TEST_CASE("a program that handles the signal of a full disk itself finds its handling unchanged") {
    const TempFolder folder;
    const int result = in_child([&] {
        std::signal(SIGXFSZ, SIG_DFL);
        const auto store = open_folder_store(folder.path());
        if (!store->replace("a.json", "1")) return 2;
        struct sigaction now {};
        sigaction(SIGXFSZ, nullptr, &now);
        return now.sa_handler == SIG_DFL ? 0 : 3;
    });
    CHECK(result == 0);
}

TEST_CASE("a save is whole whenever the program is killed") {
    const TempFolder folder;
    const std::string first(60000, 'a'), second(90000, 'b');
    REQUIRE(open_folder_store(folder.path())->replace("profiles/fox.json", first));
    Random random(20240501);
    std::size_t cut_off = 0;
    for (int i = 0; i < 100; ++i) {
        Shared saves;
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const auto store = open_folder_store(folder.path());
            for (int n = 0;; ++n) {
                if (!store->replace("profiles/fox.json", n % 2 == 0 ? first : second)) _exit(1);
                ++saves.number();
            }
        }
        // Once the child is at work it is killed after a while that depends on the seed alone, not on a clock.
        int status = 0;
        while (saves.number() < 1 && waitpid(child, &status, WNOHANG) == 0) {}
        REQUIRE(saves.number() >= 1);
        for (std::uint32_t turns = random.below(1000000); turns > 0; --turns) saves.number().load();
        kill(child, SIGKILL);
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));

        const auto store = open_folder_store(folder.path());
        const auto bytes = store->read("profiles/fox.json");
        REQUIRE(bytes);
        CHECK((*bytes == first || *bytes == second));
        CHECK(store->list("") == Names{"profiles/fox.json"});
        cut_off = folder.count_files() - 1;
    }
    // Otherwise no kill fell into the middle of a save and nothing was tested.
    CHECK(cut_off > 10);
    // They go when they are old.
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "profiles")) {
        std::filesystem::last_write_time(entry.path(), std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
    }
    REQUIRE(open_folder_store(folder.path())->replace("profiles/fox.json", second));
    CHECK(folder.count_files() == 1);
}

}  // namespace sango::data
