// Any bytes as a play script of the sample lesson: nothing crashes, and the story always stands where it may.
#include "game/story/play_run.hpp"
#include "tests/story/sample_lesson.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sango::story;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// Does every command, whatever became of those before it.
void play_on(const Playing& playing, const PlayScript& script, std::uint32_t seed) {
    PlayRun run = start_run(playing, seed);
    for (const PlayCommand& command : script.commands) {
        const PlayRun before = run;
        const auto effects = play(playing, run, script, command);
        require(effects || run == before);
        require(fits(playing, run.state));
        const View seen = view(playing, run.state);
        require(seen.progress >= 0 && seen.progress <= 1);
        require(run.state.finished == std::holds_alternative<Results>(seen.shown));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Lesson lesson = test::lesson();
    static const WarmUp warm_up = test::warm_up();
    sango::Problems problems;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto script = parse_play(text, "fuzz.play", problems);
    require(static_cast<bool>(script) == problems.empty());
    if (!script) return 0;
    play_on({lesson}, *script, static_cast<std::uint32_t>(size));
    play_on({lesson, &warm_up}, *script, 1);
    return 0;
}
