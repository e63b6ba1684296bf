#include "engine/ui/interaction.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sango;
using namespace sango::ui;

namespace {

Widget button(const char* id, Dp width = 200, Dp height = 60) {
    Widget widget;
    widget.id = WidgetId(id);
    widget.role = Role::Button;
    widget.name = id;
    widget.layout.width = width;
    widget.layout.height = height;
    return widget;
}

struct Fixture {
    Metrics metrics;
    std::unique_ptr<text::Typesetter> typesetter = text::make_fixed_width_typesetter();
    Interaction interaction;
    Widget root;

    explicit Fixture(Widget tree) : root(std::move(tree)) {
        metrics.window_px = {1000, 720};
        refresh({});
    }
    void refresh(const char* preferred) {
        lay_out(root, metrics, *typesetter, interaction.scroll());
        interaction.set_tree(root, preferred ? WidgetId(preferred) : WidgetId{});
    }
    Interaction::Outcome send(const Event& event) {
        const auto outcome = interaction.handle(event, root, metrics);
        refresh({});
        return outcome;
    }
    std::string focused() const { return interaction.focused().value; }
};

Widget two_by_two() { return column({row({button("a"), button("b")}, 10), row({button("c"), button("d")}, 10)}, 10); }

}  // namespace

TEST_CASE("arrows move the focus to the nearest widget that way, and stay at the edge") {
    Fixture at(two_by_two());
    CHECK(at.focused() == "a");
    at.send(Move{Way::Right});
    CHECK(at.focused() == "b");
    at.send(Move{Way::Down});
    CHECK(at.focused() == "d");
    at.send(Move{Way::Left});
    CHECK(at.focused() == "c");
    at.send(Move{Way::Left});
    CHECK(at.focused() == "c");
}

TEST_CASE("Tab goes through all in reading order and round again") {
    Fixture at(two_by_two());
    std::string order;
    for (int i = 0; i < 5; ++i) {
        order += at.focused();
        at.send(Next{});
    }
    CHECK(order == "abcda");
    at.send(Previous{});
    at.send(Previous{});
    CHECK(at.focused() == "d");
}

TEST_CASE("Confirm presses what has the focus") {
    Fixture at(two_by_two());
    at.send(Move{Way::Down});
    CHECK(at.send(Confirm{}).pressed == WidgetId("c"));
}

TEST_CASE("a disabled widget takes neither focus nor press") {
    Widget off = button("off");
    off.state.disabled = true;
    Fixture at(column({button("a"), std::move(off), button("b")}, 10));
    at.send(Move{Way::Down});
    CHECK(at.focused() == "b");
    CHECK_FALSE(at.send(Pointer{PointerPhase::Pressed, {50, 100}}).pressed);
    CHECK_FALSE(at.send(Pointer{PointerPhase::Released, {50, 100}}).pressed);
}

TEST_CASE("a press counts when the finger goes up where it went down") {
    Fixture at(two_by_two());
    at.send(Pointer{PointerPhase::Pressed, {20, 20}});
    CHECK(at.interaction.held() == WidgetId("a"));
    CHECK(at.send(Pointer{PointerPhase::Released, {25, 25}}).pressed == WidgetId("a"));
    at.send(Pointer{PointerPhase::Pressed, {20, 20}});
    CHECK_FALSE(at.send(Pointer{PointerPhase::Released, {300, 25}}).pressed);
}

TEST_CASE("the focus stays on its id when the tree is built again, and goes to the preferred one when its id is gone") {
    Fixture at(two_by_two());
    at.send(Move{Way::Down});
    at.root = column({button("x"), button("c")}, 10);
    at.refresh("x");
    CHECK(at.focused() == "c");
    at.root = column({button("x"), button("y")}, 10);
    at.refresh("y");
    CHECK(at.focused() == "y");
}

namespace {
Widget long_page() {
    std::vector<Widget> many;
    for (int i = 0; i < 20; ++i) many.push_back(button(("item" + std::to_string(i)).c_str(), 200, 100));
    Widget page = column(std::move(many), 10);
    page.id = WidgetId("page");
    page.layout.scrolls = true;
    return column({std::move(page), button("foot")});
}
}  // namespace

TEST_CASE("the focus scrolls what it reaches into view") {
    Fixture at(long_page());
    for (int i = 0; i < 15; ++i) at.send(Next{});
    const Widget* item = find(at.root, WidgetId(at.focused()));
    const Widget* page = find(at.root, WidgetId("page"));
    REQUIRE(item != nullptr);
    CHECK(item->bounds.y >= page->bounds.y);
    CHECK(item->bounds.bottom() <= page->bounds.bottom());
}

TEST_CASE("from a long page, arrows reach every item and the button below it") {
    Fixture at(long_page());
    std::set<std::string> met;
    for (int i = 0; i < 60; ++i) {
        met.insert(at.focused());
        at.send(Move{Way::Down});
    }
    CHECK(met.count("foot") == 1);
    CHECK(met.count("item19") == 1);
}

TEST_CASE("a reading part without buttons takes the focus and scrolls by arrows before the focus leaves it") {
    Widget text = column({button("tall", 100, 3000)});
    text.children.front().role = Role::Text;
    text.id = WidgetId("text");
    text.layout.scrolls = true;
    Fixture at(column({std::move(text), button("next")}));
    CHECK(at.focused() == "text");
    int moves = 0;
    while (at.focused() == "text" && moves < 50) {
        at.send(Move{Way::Down});
        ++moves;
    }
    CHECK(at.focused() == "next");
    CHECK(moves > 3);
    CHECK(at.interaction.scroll().at(WidgetId("text")) == doctest::Approx(find(at.root, WidgetId("text"))->scroll_range));
}

TEST_CASE("a finger that drags scrolls and does not press") {
    Fixture at(long_page());
    at.send(Pointer{PointerPhase::Pressed, {50, 300}});
    at.send(Pointer{PointerPhase::Dragged, {50, 200}});
    CHECK_FALSE(at.send(Pointer{PointerPhase::Released, {50, 200}}).pressed);
    CHECK(at.interaction.scroll().at(WidgetId("page")) == doctest::Approx(100));
}
