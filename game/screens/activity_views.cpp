#include "game/screens/activity_views.hpp"

#include "game/screens/inputs.hpp"

#include <algorithm>

namespace sango::screens {
namespace {

using activities::ItemId;
using ui::Align;
using ui::Arrange;
using ui::Edges;
using ui::Widget;
using ui::WidgetId;

std::string id_of(const activities::Input& input) { return widget_for(input).value; }

template <class Item>
const Item* item_by_id(const std::vector<Item>& items, const ItemId& id) {
    const auto found = std::find_if(items.begin(), items.end(), [&id](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// Little room for words: a phone's shape, or the largest letters.
bool is_narrow(const ui::Metrics& metrics) { return metrics.is_tall() || metrics.text_scale > 1.6f; }

/// Side by side where there is room, else one under another.
Widget beside(const ui::Metrics& metrics, Widget first, Widget second, float first_share = 1) {
    if (is_narrow(metrics)) return ui::column({std::move(first), std::move(second)}, 16);
    first.layout.grow = first_share;
    second.layout.grow = 1;
    Widget both = ui::row({std::move(first), std::move(second)}, 24);
    both.layout.align = Align::Start;
    return both;
}

/// A choice among many on one sheet: a little smaller, with less room around its words.
Widget slim(Widget option) {
    std::get<ui::Label>(option.children.front().content).size = 26;
    option.children.front().layout.grow = 1;
    option.layout.padding = Edges::sides(18, 6);
    return option;
}

/// The message as it stands, growing with every piece.
Widget message_bubble(const Kit& kit, const std::string& so_far) {
    Widget words = so_far.empty() ? kit.soft_text(kit.say("tell.what.empty"), 24) : kit.text(so_far, 24);
    std::get<ui::Label>(words.content).colour = kit.theme().chosen.ink;
    Widget bubble = kit.card({std::move(words)});
    bubble.name = kit.say("activity.your-message");
    bubble.look.fill = kit.theme().chosen.fill;
    bubble.look.shadow = false;
    bubble.look.radius = 24;
    bubble.layout.padding = Edges::sides(20, 8);
    return bubble;
}

/// Beside the buttons where there is room, so that it is always seen; else at the end of what is read.
void place_message(const ui::Metrics& metrics, Widget message, std::vector<Widget>& content, std::vector<Widget>& foot) {
    if (metrics.is_tall() || metrics.text_scale > 1) {
        content.push_back(std::move(message));
    } else {
        message.layout.grow = 1;
        foot.insert(foot.begin(), std::move(message));
    }
}

/// Several questions at once, each with its own answers below it: in columns where there is room.
Widget question_grid(const ui::Metrics& metrics, std::vector<Widget> questions, int wide_columns) {
    Widget grid;
    grid.layout.arrange = Arrange::Grid;
    grid.layout.columns = is_narrow(metrics) ? 1 : metrics.text_scale > 1 ? std::min(2, wide_columns) : wide_columns;
    grid.layout.gap = 16;
    grid.children = std::move(questions);
    return grid;
}

Widget next_button(const Kit& kit) { return kit.button("next", kit.say("lesson.next"), "next", ButtonKind::Primary); }

/// The foot of an activity in work: a hint to ask for, and what sends the answer.
std::vector<Widget> work_foot(const Kit& kit, bool can_send, bool sends) {
    std::vector<Widget> foot;
    foot.push_back(kit.button("hint", kit.say("activity.hint"), "hint", ButtonKind::Quiet));
    if (!sends) return foot;
    Widget send = kit.button("send", kit.say("activity.send"), "check", ButtonKind::Primary);
    if (!can_send) {
        const Theme theme = kit.theme();
        send.state.disabled = true;
        send.look.fill = theme.off.fill;
        send.look.shadow = false;
        for (Widget& child : send.children) {
            if (auto* label = std::get_if<ui::Label>(&child.content)) label->colour = theme.off.ink;
            if (auto* pictures = std::get_if<ui::Pictures>(&child.content)) pictures->layers.front().tint = theme.off.ink;
        }
    }
    foot.push_back(std::move(send));
    return foot;
}

Widget hint_card(const Kit& kit, const std::string& hint) {
    Widget words = kit.text(hint, 26);
    words.layout.grow = 1;
    Widget card = kit.card({ui::row({kit.icon("hint", kit.theme().card.ink, 34), std::move(words)}, 14)});
    card.layout.padding = Edges::sides(22, 14);
    card.look.shadow = false;
    card.look.ring = kit.theme().line;
    return card;
}

/// The instruction, and the hint once it was asked for.
std::vector<Widget> instruction(const Kit& kit, const activities::Frame& frame, bool hinted) {
    std::vector<Widget> content{kit.heading(frame.text, 30)};
    if (hinted) content.push_back(hint_card(kit, frame.hint));
    return content;
}

ActivityView finished(const Kit& kit, std::vector<Widget> content, const std::string& done) {
    content.push_back(feedback_card(kit, true, done));
    return {std::move(content), {next_button(kit)}, WidgetId("next")};
}

ActivityView build_view(const Kit& kit, const ui::Metrics& metrics, const activities::Build& model, const activities::BuildState& state) {
    std::string so_far;
    bool complete = true;
    for (const activities::BuildSlot& slot : model.slots) {
        const auto placed = state.placed.find(slot.id);
        const activities::BuildPiece* piece = placed == state.placed.end() ? nullptr : item_by_id(slot.pieces, placed->second);
        complete = complete && piece;
        if (piece) so_far += (so_far.empty() ? "" : " ") + piece->text;
    }
    Widget message = message_bubble(kit, so_far);
    std::vector<Widget> content = instruction(kit, model.frame, state.hinted && !state.solved);
    if (state.solved) {
        content.push_back(std::move(message));
        return finished(kit, std::move(content), model.frame.done);
    }
    if (state.wrong_slot) {
        const activities::BuildSlot* slot = item_by_id(model.slots, *state.wrong_slot);
        const activities::BuildPiece* piece = slot ? item_by_id(slot->pieces, state.placed.at(slot->id)) : nullptr;
        if (piece) {
            content.push_back(kit.heading(piece->text, 28));
            content.push_back(feedback_card(kit, false, piece->because));
        }
        return {std::move(content), {next_button(kit)}, WidgetId("next")};
    }
    std::vector<Widget> slots;
    WidgetId first;
    for (const activities::BuildSlot& slot : model.slots) {
        std::vector<Widget> pieces;
        const auto placed = state.placed.find(slot.id);
        const auto order = state.shown.find(slot.id);
        for (std::size_t i = 0; i < slot.pieces.size(); ++i) {
            const bool shuffled = order != state.shown.end() && i < order->second.size();
            const activities::BuildPiece* piece = shuffled ? item_by_id(slot.pieces, order->second[i]) : &slot.pieces[i];
            if (!piece) continue;
            const std::string id = id_of(activities::Place{slot.id, piece->id});
            if (first.empty()) first = WidgetId(id);
            pieces.push_back(slim(kit.option(id, piece->text, placed != state.placed.end() && placed->second == piece->id)));
        }
        pieces.insert(pieces.begin(), kit.heading(slot.text, 24));
        slots.push_back(ui::column(std::move(pieces), 6));
    }
    content.push_back(question_grid(metrics, std::move(slots), 3));
    std::vector<Widget> foot = work_foot(kit, complete, true);
    place_message(metrics, std::move(message), content, foot);
    return {std::move(content), std::move(foot), first};
}

ActivityView order_view(const Kit& kit, const ui::Metrics& metrics, const activities::Order& model, const activities::OrderState& state) {
    std::vector<Widget> content = instruction(kit, model.frame, state.hinted && !state.solved);
    std::vector<Widget> taken;
    const auto numbered = [&](std::size_t i, Widget what) {
        Widget number = kit.heading(std::to_string(i + 1), 28);
        number.layout.min_width = 36;
        what.layout.grow = 1;
        return ui::row({std::move(number), std::move(what)}, 8);
    };
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const activities::OrderItem* item = i < state.taken.size() ? item_by_id(model.items, state.taken[i]) : nullptr;
        if (item) {
            Widget card = kit.option(id_of(activities::Take{item->id}), item->text, true);
            card.description = kit.say("activity.order.taken");
            if (state.solved || state.wrong_item) card.state.disabled = true;
            taken.push_back(numbered(i, std::move(card)));
        } else {
            Widget empty;
            empty.look.ring = kit.theme().line;
            empty.look.radius = 24;
            empty.layout.is_target = true;
            taken.push_back(numbered(i, std::move(empty)));
        }
    }
    Widget tray = ui::column(std::move(taken), 10);
    const activities::OrderItem* wrong = state.wrong_item ? item_by_id(model.items, *state.wrong_item) : nullptr;
    if (state.solved || wrong) {
        Widget feedback = state.solved ? feedback_card(kit, true, model.frame.done)
                                       : feedback_card(kit, false, kit.say("activity.order.here", {{"step", wrong->text}}) + " " + wrong->because);
        content.push_back(beside(metrics, std::move(feedback), std::move(tray)));
        return {std::move(content), {next_button(kit)}, WidgetId("next")};
    }
    std::vector<Widget> pool;
    WidgetId first;
    for (const ItemId& id : state.shown) {
        const activities::OrderItem* item = item_by_id(model.items, id);
        if (!item || std::find(state.taken.begin(), state.taken.end(), id) != state.taken.end()) continue;
        const std::string widget = id_of(activities::Take{id});
        if (first.empty()) first = WidgetId(widget);
        pool.push_back(kit.button(widget, item->text, "", ButtonKind::Choice));
    }
    const bool complete = pool.empty();
    if (complete) first = WidgetId("send");
    Widget left = complete ? kit.text(kit.say("activity.order.ready")) : ui::column(std::move(pool), 10);
    content.push_back(beside(metrics, std::move(left), std::move(tray)));
    return {std::move(content), work_foot(kit, complete, true), first};
}

/// A ring for the eye round what was found, on the thing's own place in the picture.
Widget spot_thing(const Kit& kit, const activities::SpotThing& thing, const activities::SpotState& state, Size picture_px, bool usable) {
    const Theme theme = kit.theme();
    const bool pressed = state.pressed.count(thing.id) > 0;
    Widget region;
    region.id = WidgetId(id_of(activities::Press{thing.id}));
    region.role = ui::Role::Button;
    region.name = thing.text;
    region.state.disabled = !usable;
    region.look.radius = 18;
    if (pressed) {
        region.description = kit.say(thing.clue ? "activity.spot.clue" : "activity.spot.no-clue");
        region.look.ring = thing.clue ? theme.help.fill : theme.ink_soft;
        region.look.ring_width = thing.clue ? 6 : 3;
    }
    region.layout.at_px = Rect{thing.at.x / 100 * picture_px.width, thing.at.y / 100 * picture_px.height, thing.at.width / 100 * picture_px.width,
                               thing.at.height / 100 * picture_px.height};
    return region;
}

ActivityView spot_view(const Kit& kit, const ui::Metrics& metrics, const activities::Spot& model, const activities::SpotState& state) {
    std::vector<Widget> content;
    // What was found is told first where there is little room; the task has been read by then.
    if (!is_narrow(metrics) || !(state.showing || state.solved)) content = instruction(kit, model.frame, state.hinted && !state.solved);
    const Rect box = kit.library().pictures().box(model.picture).value_or(Rect{0, 0, 720, 540});
    const bool large = is_narrow(metrics);
    const ui::Dp width = large ? std::min(600.0f, metrics.window_px.width / metrics.px_per_dp() - 60) : 530;
    const Size size{width, width * box.height / box.width};
    Widget picture;
    picture.role = ui::Role::Picture;
    picture.name = kit.say("activity.spot.picture");
    picture.content = ui::Pictures{{{model.picture, {0, 0, 100, 100}, {255, 255, 255, 255}, scene::Mirror::No}}, false};
    picture.layout.arrange = Arrange::Stack;
    picture.layout.keeps_direction = true;
    picture.layout.width = size.width;
    picture.layout.height = size.height;
    const activities::SpotThing* showing = state.showing ? item_by_id(model.things, *state.showing) : nullptr;
    for (const activities::SpotThing& thing : model.things) {
        picture.children.push_back(spot_thing(kit, thing, state, {metrics.px(size.width), metrics.px(size.height)}, !showing && !state.solved));
    }
    Widget frame = ui::column({std::move(picture)});
    frame.layout.align = Align::Centre;

    std::vector<Widget> side;
    std::vector<Widget> foot{next_button(kit)};
    WidgetId first("next");
    if (state.solved) {
        side.push_back(feedback_card(kit, true, model.frame.done));
    } else if (showing) {
        side.push_back(kit.heading(showing->text, 30));
        side.push_back(feedback_card(kit, showing->clue, showing->because));
    } else {
        Widget left = kit.heading(kit.say("activity.spot.left", {{"clues", std::to_string(activities::clues_left(model, state))}}), 30);
        left.role = ui::Role::Status;
        side.push_back(std::move(left));
        side.push_back(kit.text(kit.say("activity.spot.how"), 26));
        foot = work_foot(kit, false, false);
        first = WidgetId(id_of(activities::Press{model.things.front().id}));
    }
    Widget words = ui::column(std::move(side), 14);
    // On a tall window the words come first, so that feedback is seen without scrolling.
    if (large) {
        content.push_back(std::move(words));
        content.push_back(std::move(frame));
    } else {
        content.push_back(beside(metrics, std::move(frame), std::move(words), 1.3f));
    }
    return {std::move(content), std::move(foot), first};
}

/// The invented quiz app, as a card that looks like a phone's screen.
Widget quiz_app(const Kit& kit, const std::string& app, std::vector<Widget> inside) {
    const auto& palette = kit.library().palette();
    const auto plum = palette.find("plum");
    const Theme theme = kit.theme();
    Widget title = kit.heading(app, 30);
    std::get<ui::Label>(title.content).colour = theme.lines ? theme.card.ink : Colour{255, 255, 255, 255};
    std::get<ui::Label>(title.content).align = Align::Centre;
    Widget bar = ui::column({std::move(title)});
    bar.look.fill = theme.lines || plum == palette.end() ? theme.card.fill : plum->second;
    bar.look.radius = 24;
    bar.layout.padding = Edges::sides(24, 8);
    inside.insert(inside.begin(), std::move(bar));
    Widget card = kit.card(std::move(inside), 12);
    card.look.radius = 40;
    card.look.ring = theme.lines ? theme.line : theme.card.ink;
    card.look.ring_width = 8;
    card.layout.padding = Edges::sides(22, 18);
    return card;
}

ActivityView reveal_view(const Kit& kit, const ui::Metrics& metrics, const activities::Reveal& model, const activities::RevealState& state) {
    using activities::RevealPhase;
    std::vector<Widget> content;
    const bool begins = state.phase == RevealPhase::First && state.question == 0;
    if (begins || state.hinted || !is_narrow(metrics)) content = instruction(kit, model.frame, state.hinted && state.phase != RevealPhase::Solved);
    WidgetId first("next");
    std::vector<Widget> foot{next_button(kit)};
    const auto question = [&]() -> Widget {
        const activities::RevealQuestion& asked = model.questions[std::min(state.question, model.questions.size() - 1)];
        if (state.wrong_question) return feedback_card(kit, false, asked.because);
        std::vector<Widget> lines{kit.heading(asked.text, 30)};
        for (const activities::RevealChoice& choice : asked.choices) {
            const std::string id = id_of(activities::Answer{asked.id, choice.id});
            if (first.value == "next") first = WidgetId(id);
            lines.push_back(kit.button(id, choice.text, "", ButtonKind::Choice));
        }
        foot = work_foot(kit, false, false);
        return ui::column(std::move(lines), 10);
    };
    switch (state.phase) {
        case RevealPhase::First:
        case RevealPhase::Again: {
            content.push_back(quiz_app(kit, model.app, {question()}));
            break;
        }
        case RevealPhase::Result: {
            Widget result = kit.heading(model.result, 36);
            std::get<ui::Label>(result.content).align = Align::Centre;
            ui::Pictures prize{{{"props/quiz-hamster", {0, 0, 100, 100}, {255, 255, 255, 255}, scene::Mirror::No}}, false};
            Widget picture = ui::column({ui::picture(std::move(prize), {220, 220})});
            picture.layout.align = Align::Centre;
            content.push_back(quiz_app(kit, model.app, {std::move(picture), std::move(result)}));
            break;
        }
        case RevealPhase::Revealed: {
            const auto given = activities::given_away(model, state);
            std::vector<Widget> lines{kit.heading(given.empty() ? kit.say("activity.reveal.nothing") : model.reveal, 30)};
            for (const activities::RevealQuestion* one : given) {
                Widget words = ui::column({kit.heading(one->gives, 28), kit.text(one->because, 26)}, 4);
                words.layout.grow = 1;
                lines.push_back(ui::row({kit.icon("eye", kit.theme().card.ink, 40), std::move(words)}, 16));
            }
            content.push_back(kit.card(std::move(lines), 16));
            break;
        }
        case RevealPhase::Solved: return finished(kit, std::move(content), model.frame.done);
    }
    return {std::move(content), std::move(foot), first};
}

ActivityView tell_who(const Kit& kit, const ui::Metrics& metrics, const activities::Tell& model, const activities::TellState& state) {
    std::vector<Widget> helpers;
    WidgetId first;
    for (const activities::Helper& helper : model.helpers) {
        const story::CharacterId who(helper.who);
        const std::string id = id_of(activities::ChooseHelper{helper.id});
        const bool tried = state.tried.count(helper.id) > 0;
        if (first.empty() && !tried) first = WidgetId(id);
        Widget option = kit.button(id, kit.library().character_name(who, kit.settings().language), "", ButtonKind::Choice);
        std::vector<Widget> words{std::move(option.children.front())};
        if (tried) {
            option.description = kit.say("tell.tried");
            words.push_back(kit.soft_text(option.description, 22));
        }
        Widget text = ui::column(std::move(words), 2);
        text.layout.grow = 1;
        option.children = {kit.portrait(who, tried ? "calm" : "happy", metrics.text_scale > 1 || metrics.is_tall() ? 92 : 124), std::move(text)};
        option.layout.padding = Edges::all(14);
        helpers.push_back(std::move(option));
    }
    Widget grid;
    grid.children = std::move(helpers);
    grid.layout.arrange = Arrange::Grid;
    grid.layout.gap = 14;
    grid.layout.columns = is_narrow(metrics) ? 1 : metrics.text_scale > 1 ? 2 : 3;
    std::vector<Widget> content{kit.heading(model.text, 34)};
    content.push_back(kit.text(kit.say(state.tried.empty() ? "tell.who" : "tell.who.again")));
    content.push_back(std::move(grid));
    return {std::move(content), {}, first};
}

ActivityView tell_what(const Kit& kit, const ui::Metrics& metrics, const activities::Tell& model, const activities::TellState& state) {
    std::vector<Widget> rows;
    std::string said;
    WidgetId first;
    bool complete = true;
    for (const activities::TellRow& row : model.rows) {
        std::vector<Widget> pieces;
        const auto chosen = state.pieces.find(row.id);
        for (const activities::TellPiece& piece : row.pieces) {
            const std::string id = id_of(activities::ChoosePiece{row.id, piece.id});
            if (first.empty()) first = WidgetId(id);
            const bool is_chosen = chosen != state.pieces.end() && chosen->second == piece.id;
            if (is_chosen) said += (said.empty() ? "" : " ") + piece.text;
            pieces.push_back(slim(kit.option(id, piece.text, is_chosen)));
        }
        complete = complete && chosen != state.pieces.end();
        pieces.insert(pieces.begin(), kit.heading(kit.say("tell.row." + row.id.value), 24));
        rows.push_back(ui::column(std::move(pieces), 6));
    }
    std::vector<Widget> content{kit.heading(kit.say("tell.what"), 34)};
    content.push_back(question_grid(metrics, std::move(rows), 2));
    std::vector<Widget> foot = work_foot(kit, complete, true);
    foot.erase(foot.begin());  // any piece will do: there is nothing to hint at
    place_message(metrics, message_bubble(kit, said), content, foot);
    return {std::move(content), std::move(foot), first};
}

}  // namespace

Widget feedback_card(const Kit& kit, bool good, const std::string& because) {
    const Theme theme = kit.theme();
    const Pair pair = good ? theme.good : theme.again;
    Widget title = kit.heading(kit.say(good ? "feedback.good" : "feedback.again"), 28);
    Widget words = kit.text(because);
    for (Widget* part : {&title, &words}) std::get<ui::Label>(part->content).colour = pair.ink;
    Widget text = ui::column({std::move(title), std::move(words)}, 6);
    text.layout.grow = 1;
    Widget line = ui::row({kit.icon(good ? "check" : "cross-soft", pair.ink, 48), std::move(text)}, 20);
    Widget card = kit.card({std::move(line)});
    card.look.fill = pair.fill;
    card.look.shadow = false;
    card.layout.padding = Edges::sides(26, 20);
    return card;
}

ActivityView activity_view(const Kit& kit, const ui::Metrics& metrics, const story::Doing& doing) {
    return std::visit(
        [&](const auto& model) -> ActivityView {
            using Model = std::decay_t<decltype(model)>;
            if constexpr (std::is_same_v<Model, activities::Build>) {
                return build_view(kit, metrics, model, std::get<activities::BuildState>(doing.state));
            } else if constexpr (std::is_same_v<Model, activities::Order>) {
                return order_view(kit, metrics, model, std::get<activities::OrderState>(doing.state));
            } else if constexpr (std::is_same_v<Model, activities::Spot>) {
                return spot_view(kit, metrics, model, std::get<activities::SpotState>(doing.state));
            } else if constexpr (std::is_same_v<Model, activities::Reveal>) {
                return reveal_view(kit, metrics, model, std::get<activities::RevealState>(doing.state));
            } else {
                return tell_view(kit, metrics, {model, std::get<activities::TellState>(doing.state)});
            }
        },
        doing.model);
}

ActivityView tell_view(const Kit& kit, const ui::Metrics& metrics, const story::Telling& telling) {
    if (telling.state.phase == activities::TellPhase::What) return tell_what(kit, metrics, telling.model, telling.state);
    return tell_who(kit, metrics, telling.model, telling.state);
}

}  // namespace sango::screens
