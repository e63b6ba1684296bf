#include "engine/core/random.hpp"
#include "engine/scene/draw_list.hpp"
#include "engine/scene/pixels.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace sango;
using scene::Box;
using scene::DrawList;

namespace {

constexpr Colour kOrange{240, 120, 40, 255};
constexpr Colour kTeal{20, 130, 130, 255};

DrawList list_of(std::initializer_list<scene::Shape> shapes, Size size = {100, 100}) {
    DrawList list(size);
    for (const scene::Shape& shape : shapes) list.add(shape);
    return list;
}

text::ParagraphPtr one_run(Rect ink) {
    text::Paragraph paragraph;
    text::Line line;
    line.runs.push_back(text::Run{.face = 0, .text = "A", .x = 10, .advance = 12, .ink = ink});
    line.runs.push_back(text::Run{.face = 0, .text = " ", .x = 22, .advance = 8, .ink = {}});
    paragraph.lines.push_back(line);
    return std::make_shared<const text::Paragraph>(paragraph);
}

bool covers(const std::vector<Rect>& rects, float x, float y) {
    for (const Rect& r : rects)
        if (r.contains({x + 0.5f, y + 0.5f})) return true;
    return false;
}

// What a pixel shows, as the painter's order of commands that may touch it.
std::string seen_at(const DrawList& list, float x, float y) {
    DrawList touching(list.size());
    std::string seen;
    for (const scene::Command& command : list.commands())
        if (bounds(command).contains({x + 0.5f, y + 0.5f})) {
            touching.clear(list.size());
            touching.add(command.shape);
            seen += to_text(touching);
        }
    return seen;
}

scene::Shape random_shape(Random& random) {
    const auto upto = [&random](std::uint32_t n) { return static_cast<float>(random.below(n)); };
    const Rect rect{upto(60) - 8, upto(60) - 8 + upto(4) / 4, upto(24), upto(24)};
    const Colour colour{static_cast<std::uint8_t>(random.below(3) * 90), 40, 90, 255};
    switch (random.below(4)) {
        case 0: return Box{rect, colour, upto(6)};
        case 1: return scene::Ring{rect, colour, 4, 2};
        case 2: return scene::Gradient{rect, colour, kTeal};
        default: return scene::Picture{"sango/body", rect};
    }
}

}  // namespace

TEST_CASE("a clip holds for what is added until it is popped, inside the clips around it") {
    DrawList list({100, 80});
    list.push_clip({10, 10, 50, 50});
    list.push_clip({40, 0, 50, 30});
    list.add(Box{{0, 0, 100, 80}, kOrange});
    list.pop_clip();
    list.add(Box{{0, 0, 100, 80}, kOrange});
    list.pop_clip();
    list.add(Box{{0, 0, 100, 80}, kOrange});
    REQUIRE(list.commands().size() == 3);
    CHECK(bounds(list.commands()[0]) == Rect{40, 10, 20, 20});
    CHECK(bounds(list.commands()[1]) == Rect{10, 10, 50, 50});
    CHECK(bounds(list.commands()[2]) == Rect{0, 0, 100, 80});
}

TEST_CASE("clips that do not meet show nothing") {
    DrawList list({100, 80});
    list.push_clip({0, 0, 10, 10});
    list.push_clip({50, 50, 10, 10});
    list.add(Box{{0, 0, 100, 80}, kOrange});
    CHECK(bounds(list.commands()[0]).empty());
    list.pop_clip();
    list.pop_clip();
}

TEST_CASE("bounds are whole pixels: boxes snap their edges, pictures keep their size") {
    const DrawList list = list_of({Box{{1.4f, 1.6f, 10, 10}, kOrange}, scene::Picture{"p", {1.5f, 1.4f, 10.5f, 10.4f}}});
    CHECK(bounds(list.commands()[0]) == Rect{1, 2, 10, 10});
    CHECK(bounds(list.commands()[1]) == Rect{2, 1, 11, 10});
    CHECK(bounds(list_of({scene::Picture{"p", {5, 5, 0, 10}}}).commands()[0]).empty());
}

TEST_CASE("text is bounded by its ink, wherever that lies from the pen, and blanks count for nothing") {
    const text::ParagraphPtr text = one_run({-3, -20, 18, 24});
    const DrawList list = list_of({scene::Glyphs{text, 0, {20, 50}, kTeal}});
    const Rect box = bounds(list.commands()[0]);
    CHECK(box.x <= 20 + 10 - 3);
    CHECK(box.right() >= 20 + 10 - 3 + 18);
    CHECK(box.y <= 50 - 20);
    CHECK(box.bottom() >= 50 + 4);
    CHECK(box.width <= 18 + 8);  // near the ink, not the whole line
    CHECK(bounds(list_of({scene::Glyphs{text, 7, {20, 50}, kTeal}}).commands()[0]).empty());
    CHECK(bounds(list_of({scene::Glyphs{nullptr, 0, {20, 50}, kTeal}}).commands()[0]).empty());
}

TEST_CASE("equal lists change nothing, another size changes everything") {
    const DrawList list = list_of({Box{{10, 10, 20, 20}, kOrange}});
    CHECK(changed_rects(list, list).empty());
    const DrawList larger = list_of({Box{{10, 10, 20, 20}, kOrange}}, {120, 90});
    CHECK(changed_rects(list, larger) == std::vector<Rect>{{0, 0, 120, 90}});
}

TEST_CASE("text that says the same is equal even when it was laid out twice") {
    const DrawList a = list_of({scene::Glyphs{one_run({0, -10, 8, 10}), 0, {20, 50}, kTeal}});
    const DrawList b = list_of({scene::Glyphs{one_run({0, -10, 8, 10}), 0, {20, 50}, kTeal}});
    const DrawList c = list_of({scene::Glyphs{one_run({0, -10, 9, 10}), 0, {20, 50}, kTeal}});
    CHECK(changed_rects(a, b).empty());
    CHECK_FALSE(changed_rects(a, c).empty());
}

TEST_CASE("what moves changes where it was and where it is, and nothing else") {
    const Box floor{{0, 0, 1000, 1000}, kTeal};
    const DrawList before = list_of({floor, Box{{10, 10, 20, 20}, kOrange}, Box{{600, 600, 9, 9}, kTeal}}, {1000, 1000});
    const DrawList after = list_of({floor, Box{{910, 910, 20, 20}, kOrange}, Box{{600, 600, 9, 9}, kTeal}}, {1000, 1000});
    const std::vector<Rect> rects = changed_rects(before, after);
    REQUIRE(rects.size() == 2);
    CHECK(covers(rects, 10, 10));
    CHECK(covers(rects, 929, 929));
    CHECK_FALSE(covers(rects, 605, 605));
    CHECK_FALSE(covers(rects, 31, 31));
}

TEST_CASE("a command that appears in the middle changes only its own place") {
    const Box floor{{0, 0, 500, 500}, kTeal}, a{{10, 10, 20, 20}, kOrange}, b{{300, 300, 20, 20}, kOrange}, c{{450, 10, 20, 20}, kOrange};
    const std::vector<Rect> rects = changed_rects(list_of({floor, a, c}, {500, 500}), list_of({floor, a, b, c}, {500, 500}));
    CHECK(rects == std::vector<Rect>{{300, 300, 20, 20}});
}

TEST_CASE("outside the changed rectangles two lists always draw the same, and the rectangles do not overlap") {
    Random random(20);
    for (int round = 0; round < 300; ++round) {
        DrawList before({64, 64}), after({64, 64});
        const std::uint32_t count = 1 + random.below(12);
        for (std::uint32_t i = 0; i < count; ++i) {
            const scene::Shape shape = random_shape(random);
            const std::uint32_t fate = random.below(8);
            if (fate != 0) before.add(shape);
            if (fate != 1) after.add(fate == 2 ? random_shape(random) : shape);
            if (fate == 3) after.add(random_shape(random));
        }
        const std::vector<Rect> rects = changed_rects(before, after);
        CHECK(rects.size() <= 8);
        for (std::size_t i = 0; i < rects.size(); ++i) {
            CHECK(rects[i] == scene::outer_pixels(rects[i]));
            CHECK(intersection(rects[i], {0, 0, 64, 64}) == rects[i]);
            for (std::size_t j = i + 1; j < rects.size(); ++j) CHECK(intersection(rects[i], rects[j]).empty());
        }
        int wrong = 0;
        for (float y = 0; y < 64; ++y)
            for (float x = 0; x < 64; ++x)
                if (!covers(rects, x, y) && seen_at(before, x, y) != seen_at(after, x, y)) ++wrong;
        CHECK(wrong == 0);
    }
}

TEST_CASE("a hundred scattered changes come back as a few rectangles") {
    DrawList before({2000, 2000}), after({2000, 2000});
    for (int i = 0; i < 100; ++i) {
        const Rect rect{static_cast<float>(i % 10) * 200, static_cast<float>(i / 10) * 200, 20, 20};
        before.add(Box{rect, kTeal});
        after.add(Box{rect, kOrange});
    }
    const std::vector<Rect> rects = changed_rects(before, after);
    CHECK(rects.size() <= 8);
    CHECK(covers(rects, 1810, 1810));
}

TEST_CASE("joined rectangles cover what they were made of and do not overlap") {
    const std::vector<Rect> rects{{0, 0, 50, 50}, {40, 40, 50, 50}, {500, 500, 10, 10}, {}};
    const std::vector<Rect> few = scene::joined(rects);
    REQUIRE(few.size() == 2);
    CHECK(covers(few, 0, 0));
    CHECK(covers(few, 89, 89));
    CHECK(covers(few, 505, 505));
    CHECK_FALSE(covers(few, 300, 300));
}

TEST_CASE("a list prints one line a command") {
    DrawList list({100, 80});
    list.add(Box{{1, 2, 30, 40}, kOrange, 8});
    list.push_clip({0, 0, 50, 50});
    list.add(scene::Picture{"sango/body", {5, 6, 7, 8}, {255, 255, 255, 128}, scene::Mirror::Yes});
    list.add(scene::Glyphs{one_run({0, -10, 8, 10}), 0, {20.5f, 50}, kTeal});
    list.pop_clip();
    CHECK(to_text(list) ==
          "box 1,2 30x40 #f07828 radius 8\n"
          "picture sango/body 5,6 7x8 tint #ffffff/128 mirrored inside 0,0 50x50\n"
          "text \"A \" at 20.5,50 #148282 size 28 en inside 0,0 50x50\n");
}
