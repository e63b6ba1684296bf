// Any bytes as JSON: read or refused with a sentence, and a reader over the result finds its way.
#include "engine/core/utf8.hpp"
#include "engine/data/json.hpp"

#include <cstdint>
#include <cstdlib>

using namespace sango;
using namespace sango::data;

namespace {

void read_any(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader reader(json, where, problems);
    reader.string("title");
    reader.id("id");
    reader.boolean_or("on", false);
    reader.integer("n", -5, 5);
    reader.number("x", 0, 1);
    reader.strings_or_none("tags");
    reader.one_of("kind", {"order", "spot"});
    reader.each("list", 1, 3, [&](const Json& element, const std::string& place) { read_any(element, place, problems); });
    for (const std::string& key : reader.keys()) {
        if (!reader.raw(key)) std::abort();
    }
    reader.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), count);
    JsonLimits limits;
    limits.bytes = 100000;
    const auto json = parse_json(text, "a.json", limits);
    if (!json) {
        // Every refusal names its place and is one line of sound UTF-8.
        const Problem& problem = json.problem();
        if (problem.where.substr(0, 6) != "a.json" || problem.what.empty() || problem.what.find('\n') != std::string::npos) std::abort();
        if (!utf8::is_valid(to_string(problem))) std::abort();
        return 0;
    }
    Problems problems;
    read_any(*json, "a.json#", problems);
    // What was read can be written and read again, and is the same.
    const auto again = parse_json(json->dump(), "again.json");
    if (!again || again->dump() != json->dump()) std::abort();
    return 0;
}
