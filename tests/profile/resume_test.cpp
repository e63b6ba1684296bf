#include "game/content/library.hpp"
#include "tests/profile/save_samples.hpp"

#include <doctest/doctest.h>

namespace sango::profile_tests {
namespace {

using story::Choose;
using story::ChoiceId;
using story::Continue;

/// The sound lesson of tests/content, at revision 2.
story::Lesson sound_lesson() {
    Problems problems;
    auto lesson = content::read_lesson(read_whole("tests/content/good/lessons/kind-words.json"), "kind-words.json", problems);
    REQUIRE(lesson);
    return *lesson;
}

/// A player who has passed the checkpoint of the second scene and writes the note.
profile::Bookmark in_the_note(const story::Lesson& lesson) {
    const story::Playing playing{lesson};
    profile::Bookmark bookmark{lesson.id, lesson.revision, story::start(playing, 5).state, {}, ""};
    bookmark.checkpoints.push_back(bookmark.state);
    const std::vector<story::Input> inputs = {Continue{}, Choose{ChoiceId("shout")}, Continue{}, Choose{ChoiceId("look")}, Continue{}, Continue{}};
    for (const story::Input& input : inputs) bookmark.state = story::advance(playing, bookmark.state, input).state;
    REQUIRE(bookmark.state.scene == story::SceneId("together"));
    bookmark.checkpoints.push_back(bookmark.state);
    bookmark.state = story::advance(playing, bookmark.state, activities::Input{activities::Place{activities::ItemId("what"), activities::ItemId("words")}}).state;
    return bookmark;
}

TEST_CASE("a bookmark of the same revision goes on exactly where it was") {
    const story::Lesson lesson = sound_lesson();
    const profile::Bookmark bookmark = in_the_note(lesson);
    CHECK(profile::resume({lesson}, bookmark, 1) == bookmark.state);
}

TEST_CASE("on another revision the story goes on at the last checkpoint that is still there, with what was chosen") {
    story::Lesson lesson = sound_lesson();
    const profile::Bookmark bookmark = in_the_note(lesson);
    lesson.revision = 3;
    const story::RunState state = profile::resume({lesson}, bookmark, 1);
    CHECK(state.scene == story::SceneId("together"));
    CHECK(state.flags == std::set<story::Flag>{story::Flag("shouted")});
    CHECK(state.seed == 5);
    REQUIRE(state.activity);
    CHECK(std::get<activities::BuildState>(*state.activity).placed.empty());
}

TEST_CASE("a checkpoint that is gone or is none any more is passed over") {
    story::Lesson lesson = sound_lesson();
    const profile::Bookmark bookmark = in_the_note(lesson);
    lesson.revision = 3;
    lesson.scenes[2].checkpoint = false;
    CHECK(profile::resume({lesson}, bookmark, 1).scene == story::SceneId("yard"));
    lesson.scenes[0].checkpoint = false;
    CHECK(profile::resume({lesson}, bookmark, 1) == story::start({lesson}, 1).state);
}

TEST_CASE("a state that does not fit its lesson falls back, even on the same revision") {
    const story::Lesson lesson = sound_lesson();
    profile::Bookmark bookmark = in_the_note(lesson);
    std::get<activities::BuildState>(*bookmark.state.activity).placed[activities::ItemId("what")] = activities::ItemId("nonsense");
    CHECK(profile::resume({lesson}, bookmark, 1).scene == story::SceneId("together"));
    CHECK(profile::resume({lesson}, bookmark, 1) != bookmark.state);
    bookmark.checkpoints.clear();
    CHECK(profile::resume({lesson}, bookmark, 1) == story::start({lesson}, 1).state);
}

TEST_CASE("a bookmark of another lesson starts this one") {
    const story::Lesson lesson = sound_lesson();
    profile::Bookmark bookmark = in_the_note(lesson);
    bookmark.lesson = story::LessonId("another");
    CHECK(profile::resume({lesson}, bookmark, 8) == story::start({lesson}, 8).state);
}

}  // namespace
}  // namespace sango::profile_tests
