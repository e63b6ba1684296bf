#include "game/profile/profile.hpp"

namespace sango::profile {

story::RunState resume(const story::Playing& playing, const Bookmark& bookmark, std::uint32_t seed) {
    const story::Lesson& lesson = playing.lesson;
    if (bookmark.lesson != lesson.id) return story::start(playing, seed).state;
    if (bookmark.revision == lesson.revision && story::fits(playing, bookmark.state)) return bookmark.state;
    for (auto passed = bookmark.checkpoints.rbegin(); passed != bookmark.checkpoints.rend(); ++passed) {
        const story::Scene* scene = story::find_scene(lesson, passed->scene);
        if (!scene || !scene->checkpoint) continue;
        story::RunState state = story::enter_checkpoint(playing, *passed, passed->scene);
        if (story::fits(playing, state)) return state;
    }
    return story::start(playing, seed).state;
}

}  // namespace sango::profile
