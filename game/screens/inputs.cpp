#include "game/screens/inputs.hpp"

namespace sango::screens {
namespace {

using activities::ItemId;

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

std::string name_of(const activities::Input& input) {
    return std::visit(Overloaded{
                          [](const activities::Place& it) { return "place/" + it.slot.value + "/" + it.piece.value; },
                          [](const activities::Take& it) { return "take/" + it.item.value; },
                          [](const activities::Press& it) { return "thing/" + it.thing.value; },
                          [](const activities::Answer& it) { return "answer/" + it.question.value + "/" + it.choice.value; },
                          [](const activities::ChooseHelper& it) { return "helper/" + it.helper.value; },
                          [](const activities::ChoosePiece& it) { return "piece/" + it.row.value + "/" + it.piece.value; },
                          [](const activities::Send&) { return std::string("send"); },
                          [](const activities::Hint&) { return std::string("hint"); },
                          [](const activities::Continue&) { return std::string("next"); },
                      },
                      input);
}

/// "place/what/photo" in parts: kind, first, second.
struct Parts {
    std::string_view kind, first, second;
};

Parts split(std::string_view id) {
    const auto one = id.find('/');
    if (one == std::string_view::npos) return {id, {}, {}};
    const auto two = id.find('/', one + 1);
    if (two == std::string_view::npos) return {id.substr(0, one), id.substr(one + 1), {}};
    return {id.substr(0, one), id.substr(one + 1, two - one - 1), id.substr(two + 1)};
}

}  // namespace

ui::WidgetId widget_for(const story::Input& input) {
    return ui::WidgetId(std::visit(Overloaded{
                                       [](const story::Continue&) { return std::string("next"); },
                                       [](const story::Choose& it) { return "choice/" + it.choice.value; },
                                       [](const activities::Input& it) { return name_of(it); },
                                   },
                                   input));
}

std::optional<story::Input> input_for(const ui::WidgetId& id) {
    const Parts parts = split(id.value);
    if (parts.kind == "next") return story::Continue{};
    if (parts.kind == "choice") return story::Choose{story::ChoiceId(parts.first)};
    if (parts.kind == "place") return activities::Input{activities::Place{ItemId(parts.first), ItemId(parts.second)}};
    if (parts.kind == "take") return activities::Input{activities::Take{ItemId(parts.first)}};
    if (parts.kind == "thing") return activities::Input{activities::Press{ItemId(parts.first)}};
    if (parts.kind == "answer") return activities::Input{activities::Answer{ItemId(parts.first), ItemId(parts.second)}};
    if (parts.kind == "helper") return activities::Input{activities::ChooseHelper{ItemId(parts.first)}};
    if (parts.kind == "piece") return activities::Input{activities::ChoosePiece{ItemId(parts.first), ItemId(parts.second)}};
    if (parts.kind == "send") return activities::Input{activities::Send{}};
    if (parts.kind == "hint") return activities::Input{activities::Hint{}};
    return {};
}

}  // namespace sango::screens
