// Any bytes as a file of translations: what is read keeps the names of its source.
#include "game/content/library.hpp"
#include "game/content/placeholders.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace sango;
    Problems problems;
    const auto translation = content::read_translation({reinterpret_cast<const char*>(bytes), size}, "xx.json", problems);
    if (!translation) {
        if (problems.empty()) std::abort();
        return 0;
    }
    for (const auto& [key, text] : translation->strings) {
        if (text.from.empty() || text.to.empty() || content::placeholder_fault(text.from, text.to)) std::abort();
        (void)content::fill(text.to, {{"leo", "Leo"}});
    }
    content::check_ui_translation(*translation, *translation, "xx.json", problems);
    return 0;
}
