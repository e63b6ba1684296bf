#include "game/content/library.hpp"
#include "game/story/play_run.hpp"
#include "tests/profile/save_samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sango::profile_tests {
namespace {

/// The run as it comes back from a save: the state and the last hundred before it.
story::PlayRun saved_and_loaded(const story::Lesson& lesson, story::PlayRun run) {
    profile::Profile one;
    one.companion = {"cat", "leaf"};
    const std::size_t kept = std::min<std::size_t>(run.past.size(), 100);
    const auto first_kept = run.past.end() - static_cast<std::ptrdiff_t>(kept);
    one.bookmark = profile::Bookmark{lesson.id, lesson.revision, run.state, {first_kept, run.past.end()}, ""};
    Problems problems;
    const auto read = profile::read_profile(profile::to_json(one), "cat-leaf.json", problems);
    REQUIRE(read);
    REQUIRE(read->bookmark);
    std::copy(read->bookmark->checkpoints.begin(), read->bookmark->checkpoints.end(), first_kept);
    run.state = profile::resume({lesson}, *read->bookmark, 999);
    return run;
}

TEST_CASE("every script plays the same straight and with a save and a load after each input") {
    content::LibraryOptions options;
    options.program_files = ".";
    const auto library = content::Library::open(options, {});
    const auto files = data::open_files("content/core");
    REQUIRE(files);
    std::size_t scripts = 0;
    for (const std::string& path : (*files)->list("plays")) {
        CAPTURE(path);
        Problems problems;
        const auto script = story::parse_play(*(*files)->read(path), path, problems);
        REQUIRE(script);
        const auto lesson = library->lesson_in(script->lesson, "en");
        REQUIRE(lesson);
        for (const std::uint32_t seed : {0u, 1u, 4294967295u}) {
            std::vector<story::PlayRun> straight, through_saves;
            const auto once = story::play_all({*lesson}, *script, seed, [&](story::PlayRun run) {
                straight.push_back(run);
                return run;
            });
            const auto again = story::play_all({*lesson}, *script, seed, [&](story::PlayRun run) {
                story::PlayRun loaded = saved_and_loaded(*lesson, std::move(run));
                through_saves.push_back(loaded);
                return loaded;
            });
            REQUIRE_MESSAGE(once, to_string(once.problem()));
            REQUIRE_MESSAGE(again, to_string(again.problem()));
            CHECK(straight == through_saves);
            CHECK(*once == *again);
            CHECK(straight.size() > 10);
        }
        ++scripts;
    }
    CHECK(scripts >= 6);
}

}  // namespace
}  // namespace sango::profile_tests
