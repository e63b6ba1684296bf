// Any bytes as a save: what is read is written and read again as the same.
#include "game/profile/saves.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace sango;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    Problems problems;
    const auto player = profile::read_profile(text, "a.json", problems);
    if (player.has_value() == !problems.empty()) std::abort();
    if (player && profile::read_profile(profile::to_json(*player), "a.json", problems) != player) std::abort();
    problems.clear();
    const auto machine = profile::read_machine(text, "a.json", problems);
    if (machine.has_value() == !problems.empty()) std::abort();
    if (machine && profile::read_machine(profile::to_json(*machine), "a.json", problems) != machine) std::abort();
    (void)profile::read_defaults(text, "a.json", {}, problems);
    return 0;
}
