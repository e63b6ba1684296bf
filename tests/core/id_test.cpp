#include "engine/core/id.hpp"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

namespace sango {

TEST_CASE("an id is 1 to 40 small letters, digits and dashes, starting with a letter or digit") {
    for (const char* text : {"a", "7", "private-eye", "a--b-", "0-1"}) {
        CAPTURE(text);
        CHECK(is_valid_id(text));
    }
    CHECK(is_valid_id(std::string(40, 'x')));
}

TEST_CASE("anything else is no id") {
    for (const char* text : {"", "-a", "A", "a_b", "a b", "a/b", "a.b", "\xc3\xa4", "a\n", ".."}) {
        CAPTURE(text);
        CHECK_FALSE(is_valid_id(text));
    }
    CHECK_FALSE(is_valid_id(std::string(41, 'x')));
    CHECK_FALSE(is_valid_id(std::string_view("a\0b", 3)));
}

TEST_CASE("ids of one kind compare and hash by their text; ids of two kinds do not mix") {
    using SceneId = Id<struct SceneTag>;
    using PersonId = Id<struct PersonTag>;
    CHECK(SceneId("a") == SceneId("a"));
    CHECK(SceneId("a") < SceneId("b"));
    CHECK(SceneId().empty());
    const std::unordered_set<SceneId> ids{SceneId("a"), SceneId("a"), SceneId("b")};
    CHECK(ids.size() == 2);
    static_assert(!std::is_convertible_v<SceneId, PersonId> && !std::is_convertible_v<std::string, SceneId>);
}

}  // namespace sango
