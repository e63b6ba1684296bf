#include "game/story/play_run.hpp"
#include "tools/sango-pack/checks.hpp"

#include <algorithm>

namespace sango::tools {

void check_plays(const data::FileView& files, const content::Pack& pack, Problems& problems) {
    constexpr std::uint32_t kSeed = 1;
    for (const std::string& path : files.list("plays")) {
        const auto bytes = files.read(path);
        if (!bytes) {
            problems.push_back(bytes.problem());
            continue;
        }
        const auto script = story::parse_play(*bytes, files.name() + "/" + path, problems);
        if (!script) continue;
        const auto lesson = std::find_if(pack.lessons.begin(), pack.lessons.end(), [&](const story::Lesson& one) { return one.id == script->lesson; });
        if (lesson == pack.lessons.end()) {
            problems.push_back({script->name + ":1", "there is no sound lesson \"" + script->lesson.value + "\" in this pack to replay"});
            continue;
        }
        const auto played = story::play_all({*lesson}, *script, kSeed);
        if (!played) problems.push_back(played.problem());
    }
}

}  // namespace sango::tools
