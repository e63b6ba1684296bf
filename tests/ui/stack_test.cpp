#include "engine/ui/stack.hpp"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::ui;

namespace {

/// Shows its name; "deeper" pushes another, anything else pops.
class Page : public Screen {
public:
    explicit Page(std::string name, int* resumed = nullptr) : name_(std::move(name)), resumed_(resumed) {}
    Widget build(const Metrics&) const override {
        Widget text = label({name_, {}, 28, {}, {}, {}, {}}, Role::Heading);
        Widget deeper;
        deeper.id = WidgetId("deeper");
        deeper.role = Role::Button;
        deeper.name = "Deeper";
        deeper.layout.is_target = true;
        return column({std::move(text), std::move(deeper)});
    }
    Reply pressed(const WidgetId&) override { return {Push{std::make_unique<Page>(name_ + "+")}, {"open"}, false, false}; }
    void resumed() override {
        if (resumed_) ++*resumed_;
    }

private:
    std::string name_;
    int* resumed_;
};

std::string heading(const Stack& stack) { return spoken_lines(stack.tree()).front(); }

}  // namespace

TEST_CASE("a press may push a screen, Back returns to the one below with its focus") {
    const auto typesetter = text::make_fixed_width_typesetter();
    const Metrics metrics;
    Stack stack(*typesetter);
    int resumed = 0;
    stack.push(std::make_unique<Page>("first", &resumed));
    stack.refresh(metrics);
    const auto outcome = stack.handle(Confirm{}, metrics);
    CHECK(outcome.pressed == WidgetId("deeper"));
    CHECK(outcome.sounds == std::vector<std::string>{"open"});
    CHECK(heading(stack) == "first+");
    stack.handle(Back{}, metrics);
    CHECK(heading(stack) == "first");
    CHECK(resumed == 1);
}

TEST_CASE("Back on the last screen leaves it there") {
    const auto typesetter = text::make_fixed_width_typesetter();
    Stack stack(*typesetter);
    stack.push(std::make_unique<Page>("only"));
    stack.refresh({});
    stack.handle(Back{}, {});
    CHECK(stack.size() == 1);
}

TEST_CASE("the voice reads headings and names once, in order, and leaves the header out") {
    Widget header = row({label({"Back", {}, 28, {}, {}, {}, {}})});
    header.id = WidgetId("header");
    Widget button = row({label({"Play", {}, 28, {}, {}, {}, {}})});
    button.role = Role::Button;
    button.name = "Play";
    button.description = "The lantern is lit";
    const Widget root = column({std::move(header), label({"Title", {}, 28, {}, {}, {}, {}}, Role::Heading), std::move(button)});
    CHECK(spoken_lines(root) == std::vector<std::string>{"Title", "Play", "The lantern is lit"});
}
