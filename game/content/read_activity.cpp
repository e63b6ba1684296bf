#include "game/content/lesson_parts.hpp"

#include <algorithm>
#include <array>

namespace sango::content {
namespace {

using activities::ItemId;
using data::Json;
using data::ObjectReader;

constexpr std::array<std::string_view, 3> kReservedItems{"hint", "done", "because"};

activities::Frame read_frame(ObjectReader& in) { return {in.string("text"), in.string("hint"), in.string("done")}; }

activities::Build read_build(ObjectReader& in, Problems& problems) {
    activities::Build build;
    build.frame = read_frame(in);
    std::set<std::string> slots;
    in.each("slots", 2, 5, [&](const Json& json, const std::string& where) {
        ObjectReader one(json, where, problems);
        activities::BuildSlot slot;
        slot.id = read_item_id(one, slots);
        slot.text = one.string("text");
        std::set<std::string> pieces;
        one.each("pieces", 2, 4, [&](const Json& piece_json, const std::string& place) {
            ObjectReader in_piece(piece_json, place, problems);
            activities::BuildPiece piece;
            piece.id = read_item_id(in_piece, pieces);
            piece.text = in_piece.string("text");
            piece.because = in_piece.string("because");
            piece.fits = in_piece.boolean_or("fits", false);
            in_piece.finish();
            slot.pieces.push_back(std::move(piece));
        });
        if (std::none_of(slot.pieces.begin(), slot.pieces.end(), [](const auto& piece) { return piece.fits; })) {
            one.problem("pieces", "no piece fits here, so nobody could go on; mark at least one with \"fits\": true");
        }
        one.finish();
        build.slots.push_back(std::move(slot));
    });
    return build;
}

activities::Order read_order(ObjectReader& in, Problems& problems) {
    activities::Order order;
    order.frame = read_frame(in);
    std::set<std::string> ids;
    in.each("items", 3, 6, [&](const Json& json, const std::string& where) {
        ObjectReader one(json, where, problems);
        activities::OrderItem entry;
        entry.id = read_item_id(one, ids);
        entry.text = one.string("text");
        entry.because = one.string("because");
        one.finish();
        order.items.push_back(std::move(entry));
    });
    return order;
}

/// `at`: left, top, width, height in hundredths of the picture.
Rect read_region(ObjectReader& in) {
    std::vector<double> numbers;
    in.each("at", 4, 4, [&](const Json& json, const std::string&) { numbers.push_back(json.is_number() ? json.get<double>() : -1.0); });
    if (numbers.size() != 4) return {};
    const bool inside = numbers[0] >= 0 && numbers[1] >= 0 && numbers[2] > 0 && numbers[3] > 0 && numbers[0] + numbers[2] <= 100 && numbers[1] + numbers[3] <= 100;
    if (!inside) {
        in.problem("at", "left, top, width and height are hundredths of the picture and must lie inside it (0 to 100)");
        return {};
    }
    return {static_cast<float>(numbers[0]), static_cast<float>(numbers[1]), static_cast<float>(numbers[2]), static_cast<float>(numbers[3])};
}

activities::Spot read_spot(ObjectReader& in, Problems& problems) {
    activities::Spot spot;
    spot.frame = read_frame(in);
    spot.picture = in.string("picture");
    std::set<std::string> ids;
    in.each("things", 3, 16, [&](const Json& json, const std::string& where) {
        ObjectReader one(json, where, problems);
        activities::SpotThing thing;
        thing.id = read_item_id(one, ids);
        thing.text = one.string("text");
        thing.because = one.string("because");
        thing.clue = one.boolean_or("clue", false);
        thing.at = read_region(one);
        one.finish();
        spot.things.push_back(std::move(thing));
    });
    const auto clues = std::count_if(spot.things.begin(), spot.things.end(), [](const auto& thing) { return thing.clue; });
    if (clues < 2) in.problem("things", "there are fewer than two clues; mark them with \"clue\": true");
    if (clues == static_cast<long>(spot.things.size())) in.problem("things", "everything is a clue; add a thing that is none");
    return spot;
}

activities::Reveal read_reveal(ObjectReader& in, Problems& problems) {
    activities::Reveal reveal;
    reveal.frame = read_frame(in);
    reveal.app = in.string("app");
    reveal.result = in.string("result");
    reveal.reveal = in.string("reveal");
    std::set<std::string> ids{"app", "result", "reveal"};
    bool anything_given = false;
    in.each("questions", 2, 8, [&](const Json& json, const std::string& where) {
        ObjectReader one(json, where, problems);
        activities::RevealQuestion question;
        question.id = read_item_id(one, ids);
        question.text = one.string("text");
        std::set<std::string> choice_ids{"gives"};
        one.each("choices", 2, 3, [&](const Json& choice_json, const std::string& place) {
            ObjectReader in_choice(choice_json, place, problems);
            activities::RevealChoice choice;
            choice.id = read_item_id(in_choice, choice_ids);
            choice.text = in_choice.string("text");
            choice.gives = in_choice.boolean_or("gives", false);
            in_choice.finish();
            question.choices.push_back(std::move(choice));
        });
        const bool gives = std::any_of(question.choices.begin(), question.choices.end(), [](const auto& choice) { return choice.gives; });
        const bool keeps = std::any_of(question.choices.begin(), question.choices.end(), [](const auto& choice) { return !choice.gives; });
        if (!keeps) one.problem("choices", "every choice gives something away; add one that does not");
        if (gives) {
            question.gives = one.string("gives");
            question.because = one.string("because");
        } else if (const bool told = one.raw("gives"); one.raw("because") || told) {
            one.problem("choices", "no choice gives this away; mark the one that does with \"gives\": true, or delete the question's \"gives\" and \"because\"");
        }
        anything_given = anything_given || gives;
        one.finish();
        reveal.questions.push_back(std::move(question));
    });
    if (!anything_given) in.problem("questions", "no answer gives anything away, so there is nothing to reveal; mark choices with \"gives\": true");
    return reveal;
}

/// At least three kinds of helper, one outside the home who is not the helpline, the helpline, and one who listens.
void check_helpers(ObjectReader& in, const activities::Tell& tell) {
    using activities::HelperKind;
    std::set<HelperKind> kinds;
    bool listens = false;
    for (const activities::Helper& helper : tell.helpers) {
        kinds.insert(helper.kind);
        listens = listens || helper.reply == activities::Reply::Listens;
    }
    if (kinds.size() < 3) in.problem("helpers", "the helpers are of fewer than three kinds; add one of another kind");
    if (kinds.count(HelperKind::Helpline) == 0) in.problem("helpers", "the helpline is missing; add a helper of the kind \"helpline\"");
    if (kinds.count(HelperKind::School) + kinds.count(HelperKind::Community) == 0) {
        in.problem("helpers", "no adult outside the home is among the helpers; add one of the kind \"school\" or \"community\"");
    }
    if (!listens) in.problem("helpers", "nobody listens, so a child would be stuck; let at least one helper listen");
}

}  // namespace

ItemId read_item_id(ObjectReader& in, std::set<std::string>& ids) {
    const ItemId id(in.id("id"));
    if (!id.empty() && !ids.insert(id.value).second) in.problem("id", "\"" + id.value + "\" is used twice here; give one another id");
    if (std::find(kReservedItems.begin(), kReservedItems.end(), id.value) != kReservedItems.end()) {
        in.problem("id", "nothing may be called \"" + id.value + "\" here, because a text of the activity has that key; choose another id");
    }
    return id;
}

activities::Model read_activity(ObjectReader& in, Problems& problems) {
    switch (in.one_of("kind", {"build", "order", "spot", "reveal"})) {
        case 0: return read_build(in, problems);
        case 1: return read_order(in, problems);
        case 2: return read_spot(in, problems);
        default: return read_reveal(in, problems);
    }
}

activities::Tell read_tell(ObjectReader& in, Problems& problems) {
    activities::Tell tell;
    tell.about = in.id("about");
    tell.text = in.string("text");
    std::set<std::string> ids{"what", "who", "when", "feel", "after"};
    in.each("helpers", 4, 8, [&](const Json& json, const std::string& where) {
        ObjectReader one(json, where, problems);
        activities::Helper helper;
        helper.id = read_item_id(one, ids);
        helper.who = one.id("who");
        helper.kind = static_cast<activities::HelperKind>(one.one_of("kind", {"home", "school", "community", "friend", "helpline"}));
        helper.reply = static_cast<activities::Reply>(one.one_of("reply", {"listens", "busy", "doubts"}));
        helper.text = one.string("text");
        one.finish();
        tell.helpers.push_back(std::move(helper));
    });
    check_helpers(in, tell);
    if (const Json* pieces = in.raw("pieces")) {
        ObjectReader rows(*pieces, in.place("pieces"), problems);
        for (const char* name : {"what", "who", "when", "feel"}) {
            activities::TellRow row;
            row.id = ItemId(name);
            std::set<std::string> piece_ids;
            rows.each(name, 2, 4, [&](const Json& json, const std::string& where) {
                ObjectReader one(json, where, problems);
                const ItemId id = read_item_id(one, piece_ids);
                row.pieces.push_back({id, one.string("text")});
                one.finish();
            });
            tell.rows.push_back(std::move(row));
        }
        rows.finish();
    } else {
        in.problem("pieces", "the pieces of the message are missing; add what, who, when and feel");
    }
    tell.after = in.string("after");
    return tell;
}

}  // namespace sango::content
