// Any bytes as a lesson: reading gives problems or a lesson, and a lesson that is read can be walked, visited and started.
#include "game/content/library.hpp"
#include "game/story/walk.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace sango;
    Problems problems;
    auto lesson = content::read_lesson({reinterpret_cast<const char*>(bytes), size}, "lesson.json", problems);
    if (lesson.has_value() == !problems.empty()) std::abort();
    if (!lesson) return 0;
    (void)story::walk(*lesson, "lesson.json", problems);
    content::for_each_text(*lesson, [](const std::string&, std::string& text) { text = content::fill(text, {{"leo", "Leo"}}); });
    const story::Playing playing{*lesson};
    const story::RunState state = story::start(playing, 1).state;
    if (!state.finished && !story::fits(playing, state)) std::abort();
    return 0;
}
