#include "engine/core/random.hpp"
#include "tests/platform/support.hpp"
#include "tests/text/game_fonts.hpp"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::platform;

namespace {

constexpr Size kSize{160, 120};

TestPictures some_pictures() {
    TestPictures pictures;
    pictures.add("flag", svg_rect("#ff8800") + svg_rect("#008888", 0, 5, 10, 5));
    pictures.add("disc", "<circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"#203060\"/>");
    return pictures;
}

// Lists like a game's: a still front, then things that come, go, move and change colour.
class RandomLists {
public:
    explicit RandomLists(std::uint64_t seed) : random_(seed), typesetter_(text::make_typesetter(text::game_fonts(), {})) {}

    scene::DrawList next(const scene::DrawList& before) {
        scene::DrawList list(kSize);
        if (random_.below(12) == 0 || before.commands().empty()) {
            list.add(scene::Gradient{{0, 0, kSize.width, kSize.height}, colour(255), colour(255)});
            list.add(scene::Picture{"flag", {0, 60, 160, 60}});
            for (int i = 0; i < 8; ++i) list.add(shape());
            return list;
        }
        for (const scene::Command& command : before.commands()) {
            const std::uint32_t fate = list.commands().size() < 3 ? 9 : random_.below(12);
            if (fate == 0) continue;
            list.add(fate == 1 ? shape() : command.shape);
            if (fate == 2 && list.commands().size() < 16) list.add(shape());
        }
        return list;
    }

private:
    float upto(std::uint32_t n) { return static_cast<float>(random_.below(n)) + static_cast<float>(random_.below(4)) / 4; }
    Colour colour(int alpha) {
        const auto channel = [this] { return static_cast<std::uint8_t>(random_.below(256)); };
        return {channel(), channel(), channel(), static_cast<std::uint8_t>(alpha)};
    }
    scene::Shape shape() {
        const Rect rect{upto(150) - 20, upto(110) - 20, 4 + upto(60), 4 + upto(50)};
        const int alpha = random_.below(2) == 0 ? 255 : 90;
        switch (random_.below(6)) {
            case 0: return scene::Box{rect, colour(alpha), upto(30)};
            case 1: return scene::Ring{rect, colour(alpha), upto(20), 1 + upto(8)};
            case 2: return scene::Gradient{rect, colour(alpha), colour(255)};
            case 3: return scene::Picture{"flag", rect, colour(alpha)};
            case 4: return scene::Picture{"disc", rect, {255, 255, 255, 255}, random_.below(2) == 0 ? scene::Mirror::No : scene::Mirror::Yes};
            default: {
                const char* words[] = {"Hello Ẫ̃", "السلامُ عَلَيْكُمْ", "jf ÅQ", "不要"};
                const auto paragraph = typesetter_->lay_out(words[random_.below(4)], text::style_of("ar"), 400);
                return scene::Glyphs{paragraph, 0, {rect.x, rect.y + 30}, colour(alpha)};
            }
        }
    }

    Random random_;
    std::unique_ptr<text::Typesetter> typesetter_;
};

}  // namespace

TEST_CASE("drawing only what changed gives the same picture, pixel for pixel, as drawing everything") {
    const TestPictures pictures = some_pictures();
    MemoryStage stage(pictures, kSize, text::game_fonts());
    MemoryStage fresh(pictures, kSize, text::game_fonts());
    RandomLists lists(7);
    scene::DrawList list(kSize);
    double saved = 0;
    for (int frame = 0; frame < 400; ++frame) {
        list = lists.next(list);
        const Image drawn = stage.draw(list);
        saved += 1 - stage.presenter->last_cost().changed_share;
        fresh.presenter->forget();
        const Image whole = fresh.draw(list);
        REQUIRE(drawn.differences(whole) == 0);
    }
    CHECK(saved > 50);  // the test would prove nothing if everything were redrawn
}

TEST_CASE("a still front is flattened once something moves before it, and the picture stays the same") {
    const TestPictures pictures = some_pictures();
    MemoryStage stage(pictures, kSize), fresh(pictures, kSize);
    const auto frame_at = [](float x) {
        scene::DrawList list(kSize);
        list.add(scene::Gradient{{0, 0, 160, 120}, {250, 240, 220, 255}, {200, 180, 150, 255}});
        list.add(scene::Picture{"flag", {10, 10, 100, 80}, {255, 255, 255, 200}});
        list.add(scene::Box{{0, 90, 160, 30}, {40, 90, 60, 255}, 6});
        list.add(scene::Picture{"disc", {x, 40, 40, 40}});
        return list;
    };
    Backdrop backdrop;
    Painter painter(stage.canvas->renderer(), *stage.pictures, *stage.glyphs);
    scene::DrawList before = frame_at(0);
    stage.draw(before);
    CHECK(backdrop.wanted(before) == 0);
    for (float x = 1; x < 4; ++x) {
        backdrop.note(before, frame_at(x));
        before = frame_at(x);
    }
    CHECK(backdrop.wanted(before) == 3);
    backdrop.build(before, 3, stage.canvas->renderer(), painter);
    CHECK(backdrop.covers(frame_at(100)) == 3);
    CHECK(backdrop.covers(scene::DrawList(kSize)) == 0);
    for (float x = 4; x < 30; ++x) REQUIRE(stage.draw(frame_at(x)).differences(fresh.draw(frame_at(x))) == 0);
}

TEST_CASE("the same list again changes nothing and costs nothing") {
    const TestPictures pictures = some_pictures();
    MemoryStage stage(pictures, kSize);
    scene::DrawList list(kSize);
    list.add(scene::Picture{"flag", {0, 0, 160, 120}});
    stage.draw(list);
    CHECK(stage.presenter->last_cost().changed_share == doctest::Approx(1));
    stage.draw(list);
    CHECK(stage.presenter->last_cost().changed_share == 0);
}

TEST_CASE("in a hurry a new large picture lets the frame before stay until it is ready, and then nothing is missing") {
    const TestPictures pictures = some_pictures();
    const Size size{800, 600};
    MemoryStage stage(pictures, size), fresh(pictures, size);
    scene::DrawList before(size), list(size);
    before.add(scene::Box{{0, 0, 800, 600}, {9, 99, 9, 255}});
    stage.draw(before);
    list.add(scene::Box{{0, 0, 800, 600}, {99, 9, 9, 255}});
    list.add(scene::Picture{"disc", {0, 0, 800, 600}});
    CHECK(stage.draw(list, Patience::Hurried).at(2, 2) == Colour{9, 99, 9, 255});
    CHECK(stage.presenter->is_unsettled());
    stage.pictures->wait_for_worker();
    CHECK(stage.draw(list, Patience::Hurried).differences(fresh.draw(list)) == 0);
    CHECK_FALSE(stage.presenter->is_unsettled());
}

TEST_CASE("what takes too long is shown coarsely at first") {
    const TestPictures pictures = some_pictures();
    MemoryStage stage(pictures, {800, 600});
    scene::DrawList list({800, 600});
    const scene::Picture picture{"disc", {0, 0, 800, 600}};
    list.add(picture);
    stage.pictures->prepare(list, Patience::Hurried);
    CHECK(stage.pictures->has_all(list));
    CHECK(stage.pictures->find(picture).texture != nullptr);
    CHECK_FALSE(stage.pictures->find(picture).settled);
    stage.pictures->wait_for_worker();
    stage.pictures->prepare(list, Patience::Hurried);
    CHECK(stage.pictures->find(picture).settled);
}

TEST_CASE("a list is held back for a few frames only, even if each brings a new picture that is not ready") {
    TestPictures pictures;
    MemoryStage stage(pictures, {800, 600});
    int shown = 0;
    for (int frame = 0; frame < 60; ++frame) {
        const std::string name = "p" + std::to_string(frame);
        pictures.add(name, svg_rect("#ff0000"));
        scene::DrawList list({800, 600});
        list.add(scene::Picture{name, {0, 0, 800, 600}});
        stage.presenter->show(list, Patience::Hurried);
        shown += stage.presenter->shown().commands() == list.commands() ? 1 : 0;
    }
    CHECK(shown >= 4);
}

TEST_CASE("many large pictures in a hurry all settle, and those of a round that was forgotten never show") {
    TestPictures pictures = some_pictures();
    const Size size{900, 700};
    MemoryStage stage(pictures, size);
    scene::DrawList list(size);
    for (float i = 0; i < 8; ++i) list.add(scene::Picture{"flag", {0, 0, 900 - 20 * i, 700 - 20 * i}});
    stage.draw(list, Patience::Hurried);
    pictures.add("flag", svg_rect("#112233"));
    stage.pictures->forget_all();
    stage.presenter->forget();
    for (int frame = 0; frame < 30; ++frame) {
        stage.pictures->wait_for_worker();
        stage.draw(list, Patience::Hurried);
    }
    CHECK_FALSE(stage.presenter->is_unsettled());
    CHECK(stage.draw(list).at(450, 200) == Colour{0x11, 0x22, 0x33, 255});
    for (const scene::Command& command : list.commands()) CHECK(stage.pictures->find(std::get<scene::Picture>(command.shape)).settled);
}

TEST_CASE("a large picture that the decoder refuses is told once and then left out") {
    TestPictures pictures;
    pictures.kept["broken"] = {{0, 0, 10, 10}, "this is no picture"};
    const Size size{900, 700};
    MemoryStage stage(pictures, size);
    scene::DrawList list(size);
    list.add(scene::Picture{"broken", {0, 0, 900, 700}});
    for (int frame = 0; frame < 5; ++frame) {
        stage.pictures->wait_for_worker();
        stage.draw(list, Patience::Hurried);
    }
    CHECK_FALSE(stage.presenter->is_unsettled());
    CHECK(stage.log.size() == 1);
}

TEST_CASE("forgotten pictures are read again") {
    TestPictures pictures = some_pictures();
    MemoryStage stage(pictures, kSize);
    scene::DrawList list(kSize);
    list.add(scene::Picture{"flag", {0, 0, 160, 120}});
    stage.draw(list);
    pictures.add("flag", svg_rect("#112233"));
    stage.pictures->forget_all();
    stage.presenter->forget();
    CHECK(stage.draw(list).at(80, 60) == Colour{0x11, 0x22, 0x33, 255});
}
