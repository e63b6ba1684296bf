#include "engine/ui/layout.hpp"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::ui;

namespace {

Widget box(const char* id, Dp width, Dp height) {
    Widget widget;
    widget.id = WidgetId(id);
    widget.layout.width = width;
    widget.layout.height = height;
    return widget;
}

/// A root that fills a window of 1000 × 720 pixels, one pixel for a design point.
Widget laid_out(Widget root, text::Direction direction = text::Direction::LeftToRight, const ScrollOffsets& scroll = {}) {
    Metrics metrics;
    metrics.window_px = {1000, 720};
    metrics.direction = direction;
    const auto typesetter = text::make_fixed_width_typesetter();
    lay_out(root, metrics, *typesetter, scroll);
    return root;
}

Rect bounds_of(const Widget& root, const char* id) {
    const Widget* found = find(root, WidgetId(id));
    REQUIRE(found != nullptr);
    return found->bounds;
}

}  // namespace

TEST_CASE("a column sets its children under one another with gaps") {
    const Widget root = laid_out(column({box("a", 100, 50), box("b", 100, 70)}, 10));
    CHECK(bounds_of(root, "a") == Rect{0, 0, 100, 50});
    CHECK(bounds_of(root, "b") == Rect{0, 60, 100, 70});
}

TEST_CASE("what grows shares the room that is left") {
    Widget grows = box("b", 100, 70);
    grows.layout.grow = 1;
    const Widget root = laid_out(column({box("a", 100, 50), std::move(grows), box("c", 10, 100)}));
    CHECK(bounds_of(root, "b").height == 570);
    CHECK(bounds_of(root, "c").y == 620);
}

TEST_CASE("a row gives a growing text the width that others leave") {
    Widget text = label({"some words that are long enough to need more than one line of a narrow column", {}, 28, {}, {}, {}, {}});
    text.id = WidgetId("text");
    text.layout.grow = 1;
    const Widget root = laid_out(row({std::move(text), box("button", 600, 50)}, 20));
    CHECK(bounds_of(root, "text").width == 380);
    CHECK(bounds_of(root, "button").x == 400);
    CHECK(find(root, WidgetId("text"))->paragraph->lines.size() > 1);
}

TEST_CASE("right to left, the layout is the mirror image") {
    const Widget left = laid_out(row({box("a", 100, 50), box("b", 200, 50)}, 10));
    const Widget right = laid_out(row({box("a", 100, 50), box("b", 200, 50)}, 10), text::Direction::RightToLeft);
    for (const char* id : {"a", "b"}) {
        CHECK(bounds_of(right, id).right() == 1000 - bounds_of(left, id).x);
        CHECK(bounds_of(right, id).width == bounds_of(left, id).width);
    }
}

TEST_CASE("a picture's regions keep their places when the layout is mirrored") {
    Widget region = box("region", 10, 10);
    region.layout.at_px = Rect{30, 40, 50, 60};
    Widget picture = box("picture", 300, 200);
    picture.layout.arrange = Arrange::Stack;
    picture.layout.keeps_direction = true;
    picture.children.push_back(std::move(region));
    const Widget root = laid_out(column({std::move(picture)}), text::Direction::RightToLeft);
    CHECK(bounds_of(root, "picture").x == 700);
    CHECK(bounds_of(root, "region") == Rect{730, 40, 50, 60});
}

TEST_CASE("the reading part gives way when there is not enough height, buttons do not") {
    Widget reading = column({box("long", 100, 2000)});
    reading.id = WidgetId("reading");
    reading.layout.scrolls = true;
    const Widget root = laid_out(column({column({std::move(reading), box("choices", 100, 300)})}));
    CHECK(bounds_of(root, "reading").height == 420);
    CHECK(bounds_of(root, "choices").bottom() == 720);
    CHECK(find(root, WidgetId("reading"))->scroll_range == 1580);
}

TEST_CASE("scrolling moves the content and is held at its end") {
    const auto scrolled = [](float by) {
        Widget reading = column({box("long", 100, 1000)});
        reading.id = WidgetId("reading");
        reading.layout.scrolls = true;
        return laid_out(column({std::move(reading)}), text::Direction::LeftToRight, {{WidgetId("reading"), by}});
    };
    CHECK(bounds_of(scrolled(100), "long").y == -100);
    CHECK(bounds_of(scrolled(9999), "long").y == -280);
    CHECK(find(scrolled(100), WidgetId("long"))->clip.y == 0);
}

TEST_CASE("a flow starts a new line when one is full") {
    Widget flow;
    flow.layout.arrange = Arrange::Flow;
    flow.layout.gap = 10;
    flow.children = {box("a", 500, 50), box("b", 400, 50), box("c", 300, 50)};
    const Widget root = laid_out(column({std::move(flow)}));
    CHECK(bounds_of(root, "b").y == 0);
    CHECK(bounds_of(root, "c") == Rect{0, 60, 300, 50});
}

TEST_CASE("a grid's cells share the width and a row's cells its height") {
    Widget grid;
    grid.layout.arrange = Arrange::Grid;
    grid.layout.columns = 2;
    grid.layout.gap = 20;
    Widget a, b;
    a.id = WidgetId("a");
    a.layout.min_height = 40;
    b.id = WidgetId("b");
    b.layout.min_height = 90;
    grid.children = {std::move(a), std::move(b)};
    const Widget root = laid_out(column({std::move(grid)}));
    CHECK(bounds_of(root, "a") == Rect{0, 0, 490, 90});
    CHECK(bounds_of(root, "b").x == 510);
}

TEST_CASE("what can be hit is never smaller than a finger needs") {
    Widget button = label({"x", {}, 28, {}, {}, {}, {}});
    button.id = WidgetId("button");
    button.layout.is_target = true;
    Widget line = row({std::move(button)});
    const Widget root = laid_out(column({std::move(line)}));
    CHECK(bounds_of(root, "button").width >= 56);
    CHECK(bounds_of(root, "button").height >= 56);
}
