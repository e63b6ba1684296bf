#include "engine/ui/widget.hpp"

#include <utility>

namespace sango::ui {

const std::string& Widget::spoken_name() const {
    if (name.empty()) {
        if (const auto* words = std::get_if<Label>(&content)) return words->text;
    }
    return name;
}

const Widget* find(const Widget& root, const WidgetId& id) {
    if (id.empty()) return nullptr;
    if (root.id == id) return &root;
    for (const Widget& child : root.children) {
        if (const Widget* found = find(child, id)) return found;
    }
    return nullptr;
}

Widget column(std::vector<Widget> children, Dp gap) {
    Widget widget;
    widget.layout.gap = gap;
    widget.children = std::move(children);
    return widget;
}

Widget row(std::vector<Widget> children, Dp gap) {
    Widget widget = column(std::move(children), gap);
    widget.layout.arrange = Arrange::Row;
    widget.layout.align = Align::Centre;
    return widget;
}

Widget label(Label words, Role role) {
    Widget widget;
    widget.role = role;
    widget.content = std::move(words);
    return widget;
}

Widget picture(Pictures pictures, Size size_dp, std::string name) {
    Widget widget;
    widget.role = name.empty() ? Role::Group : Role::Picture;
    widget.name = std::move(name);
    widget.layout.width = size_dp.width;
    widget.layout.height = size_dp.height;
    widget.content = std::move(pictures);
    return widget;
}

Widget space(Dp size) {
    Widget widget;
    widget.layout.width = size;
    widget.layout.height = size;
    return widget;
}

Widget spring() {
    Widget widget;
    widget.layout.grow = 1;
    return widget;
}

}  // namespace sango::ui
