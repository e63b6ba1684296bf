#include "tests/platform/support.hpp"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::platform;

namespace {

constexpr Colour kWhite{255, 255, 255, 255};
constexpr Colour kBlack{0, 0, 0, 255};
constexpr Colour kOrange{240, 120, 40, 255};

// A list on white.
scene::DrawList on_white(const MemoryStage& stage, std::initializer_list<scene::Shape> shapes) {
    scene::DrawList list = stage.list();
    list.add(scene::Box{{0, 0, list.size().width, list.size().height}, kWhite});
    for (const scene::Shape& shape : shapes) list.add(shape);
    return list;
}

bool is_between(Colour c, Colour a, Colour b) {
    const auto in = [](int v, int x, int y) { return v > std::min(x, y) && v < std::max(x, y); };
    return in(c.r, a.r, b.r) || in(c.g, a.g, b.g);
}

}  // namespace

TEST_CASE("a box fills exactly its pixels") {
    const TestPictures none;
    MemoryStage stage(none);
    const Image image = stage.draw(on_white(stage, {scene::Box{{10, 20, 5, 6}, kOrange}}));
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            const bool inside = x >= 10 && x < 15 && y >= 20 && y < 26;
            CHECK(image.at(x, y) == (inside ? kOrange : kWhite));
        }
}

TEST_CASE("round corners are smooth and the same on all four sides") {
    const TestPictures none;
    MemoryStage stage(none);
    for (const scene::Shape& shape : {scene::Shape{scene::Box{{8, 8, 41, 33}, kOrange, 12}}, scene::Shape{scene::Box{{8, 8, 41, 33}, {240, 120, 40, 100}, 40}},
                                      scene::Shape{scene::Ring{{8, 8, 41, 33}, kOrange, 12, 5}},
                                      scene::Shape{scene::Ring{{8, 8, 41, 33}, {240, 120, 40, 100}, 3, 6}}}) {
        const Image image = stage.draw(on_white(stage, {shape}));
        int smooth = 0;
        for (int y = 0; y < 33; ++y)
            for (int x = 0; x < 41; ++x) {
                const Colour here = image.at(8 + x, 8 + y);
                CHECK(here == image.at(8 + 40 - x, 8 + y));
                CHECK(here == image.at(8 + x, 8 + 32 - y));
                if (is_between(here, kWhite, kOrange)) ++smooth;
            }
        CHECK(smooth >= 8);
        CHECK(image.at(8, 8) == kWhite);  // the very corner is outside
        CHECK(image.at(7, 24) == kWhite);
        CHECK(image.at(49, 24) == kWhite);
    }
}

TEST_CASE("a ring is as thick as it says and hollow inside") {
    const TestPictures none;
    MemoryStage stage(none);
    const Image image = stage.draw(on_white(stage, {scene::Ring{{4, 4, 40, 40}, kOrange, 10, 3}}));
    for (int i = 0; i < 3; ++i) {
        CHECK(image.at(24, 4 + i) == kOrange);
        CHECK(image.at(4 + i, 24) == kOrange);
        CHECK(image.at(43 - i, 24) == kOrange);
    }
    CHECK(image.at(24, 7) == kWhite);
    CHECK(image.at(7, 24) == kWhite);
    CHECK(image.at(24, 24) == kWhite);
}

TEST_CASE("a see-through round box has one tone: its parts do not overlap") {
    const TestPictures none;
    MemoryStage stage(none);
    const Image image = stage.draw(on_white(stage, {scene::Box{{2, 2, 50, 40}, {0, 0, 0, 128}, 14}}));
    const Colour middle = image.at(27, 22);
    CHECK(is_between(middle, kWhite, kBlack));
    for (int y = 17; y < 27; ++y)
        for (int x = 2; x < 52; ++x) CHECK(image.at(x, y) == middle);
    for (int x = 16; x < 38; ++x) CHECK(image.at(x, 2) == middle);
}

TEST_CASE("nothing is drawn outside a clip") {
    TestPictures pictures;
    pictures.add("red", svg_rect("#ff0000"));
    MemoryStage stage(pictures);
    scene::DrawList list = on_white(stage, {});
    list.push_clip({10, 10, 20, 20});
    list.add(scene::Box{{0, 0, 64, 64}, kOrange, 9});
    list.add(scene::Picture{"red", {0, 20, 64, 64}});
    list.pop_clip();
    const Image image = stage.draw(list);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            const bool inside = x >= 10 && x < 30 && y >= 10 && y < 30;
            CHECK((image.at(x, y) == kWhite) == !inside);
        }
    CHECK(image.at(15, 15) == kOrange);
    CHECK(image.at(15, 25) == Colour{255, 0, 0, 255});
}

TEST_CASE("a gradient goes straight down from one colour to the other") {
    const TestPictures none;
    MemoryStage stage(none);
    const Image image = stage.draw(on_white(stage, {scene::Gradient{{0, 0, 64, 64}, kBlack, kWhite}}));
    CHECK(image.at(0, 0).r <= 4);
    CHECK(image.at(0, 63).r >= 251);
    for (int y = 1; y < 64; ++y) {
        CHECK(image.at(5, y).r > image.at(5, y - 1).r);
        CHECK(image.at(63, y) == image.at(0, y));
    }
}

TEST_CASE("pictures keep their colours, take a tint, and can be mirrored") {
    TestPictures pictures;
    pictures.add("halves", svg_rect("#ff0000", 0, 0, 5, 10) + svg_rect("#ffffff", 5, 0, 5, 10));
    MemoryStage stage(pictures);
    const scene::Picture plain{"halves", {0, 0, 20, 20}};
    scene::Picture tinted = plain, mirrored = plain, faint = plain;
    tinted.rect.x = 22, tinted.tint = {0, 128, 255, 255};
    mirrored.rect.y = 22, mirrored.mirror = scene::Mirror::Yes;
    faint.rect.x = 22, faint.rect.y = 22, faint.tint = {255, 255, 255, 128};
    const Image image = stage.draw(on_white(stage, {plain, tinted, mirrored, faint}));
    CHECK(image.at(4, 10) == Colour{255, 0, 0, 255});
    CHECK(image.at(15, 10) == kWhite);
    CHECK(image.at(37, 10).g == 128);
    CHECK(image.at(37, 10).r == 0);
    CHECK(image.at(26, 10) == kBlack);  // red times a tint without red
    CHECK(image.at(4, 32) == kWhite);
    CHECK(image.at(15, 32) == Colour{255, 0, 0, 255});
    CHECK(image.at(26, 32).r == 255);
    CHECK(is_between(image.at(26, 32), {255, 255, 255, 255}, {255, 0, 0, 255}));
}

TEST_CASE("a picture that is not there draws nothing and is told once") {
    TestPictures pictures;
    pictures.kept["broken"] = {{0, 0, 10, 10}, "this is no picture"};
    MemoryStage stage(pictures);
    scene::DrawList list = on_white(stage, {scene::Picture{"nobody", {0, 0, 30, 30}}, scene::Picture{"broken", {0, 0, 30, 30}}});
    for (int frame = 0; frame < 3; ++frame) {
        list.add(scene::Box{{40, 40, 4, 4}, {static_cast<std::uint8_t>(frame), 0, 0, 255}});  // so that there is something to draw
        const Image image = stage.draw(list);
        CHECK(image.at(10, 10) == kWhite);
    }
    CHECK_FALSE(stage.presenter->is_unsettled());
    REQUIRE(stage.log.size() == 2);
    CHECK((stage.log[0] + stage.log[1]).find("nobody") != std::string::npos);
    CHECK((stage.log[0] + stage.log[1]).find("broken") != std::string::npos);
}

TEST_CASE("what lies under something opaque is not drawn, and what lies beside it is") {
    TestPictures pictures;
    pictures.add("red", svg_rect("#ff0000"));
    MemoryStage stage(pictures);
    Painter painter(stage.canvas->renderer(), *stage.pictures, *stage.glyphs);
    scene::DrawList list = on_white(stage, {scene::Picture{"red", {0, 0, 64, 64}}, scene::Box{{10, 10, 40, 40}, kOrange, 8},
                                            scene::Box{{0, 0, 64, 64}, {0, 0, 0, 100}}});
    stage.draw(list);
    CHECK(painter.first_seen(list.commands(), {20, 12, 20, 20}).index == 2);
    CHECK(painter.first_seen(list.commands(), {10, 10, 20, 20}).index == 1);  // a round corner hides nothing
    CHECK(painter.first_seen(list.commands(), {0, 0, 64, 64}).index == 1);
    CHECK_FALSE(painter.first_seen(list.commands(), {0, 0, 65, 64}).covered);
}
