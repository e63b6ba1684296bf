#include "game/profile/run_state_json.hpp"

#include "game/profile/json_ids.hpp"

namespace sango::profile {
namespace {

using activities::ItemId;
using data::Json;
using data::ObjectReader;

constexpr std::int64_t kMostSteps = 1000;

template <class Id>
void add_if_there(Json& json, const char* key, const std::optional<Id>& id) {
    if (id) json[key] = id->value;
}

// One pair of functions for each kind of activity.

Json write(const activities::BuildState& state) {
    Json json = {{"kind", "build"}};
    Json shown = Json::object();
    for (const auto& [slot, pieces] : state.shown) shown[slot.value] = ids_to_json(pieces);
    json["shown"] = std::move(shown);
    json["placed"] = id_map_to_json(state.placed);
    add_if_there(json, "wrong_slot", state.wrong_slot);
    json["hinted"] = state.hinted;
    json["solved"] = state.solved;
    json["wrong_tries"] = state.wrong_tries;
    return json;
}

int read_tries(ObjectReader& in) { return static_cast<int>(in.integer("wrong_tries", 0, activities::kMostTries)); }

activities::BuildState read_build(ObjectReader& in, Problems& problems) {
    activities::BuildState state;
    read_members(in, "shown", problems,
                 [&](ObjectReader& slots, const std::string& slot) { state.shown.emplace(ItemId(slot), read_ids<ItemId>(slots, slot)); });
    state.placed = read_id_map<ItemId>(in, "placed", problems);
    state.wrong_slot = read_id_if_there<ItemId>(in, "wrong_slot");
    state.hinted = in.boolean_or("hinted", false);
    state.solved = in.boolean_or("solved", false);
    state.wrong_tries = read_tries(in);
    return state;
}

Json write(const activities::OrderState& state) {
    Json json = {{"kind", "order"}};
    json["shown"] = ids_to_json(state.shown);
    json["taken"] = ids_to_json(state.taken);
    add_if_there(json, "wrong_item", state.wrong_item);
    json["hinted"] = state.hinted;
    json["solved"] = state.solved;
    json["wrong_tries"] = state.wrong_tries;
    return json;
}

activities::OrderState read_order(ObjectReader& in) {
    activities::OrderState state;
    state.shown = read_ids<ItemId>(in, "shown");
    state.taken = read_ids<ItemId>(in, "taken");
    state.wrong_item = read_id_if_there<ItemId>(in, "wrong_item");
    state.hinted = in.boolean_or("hinted", false);
    state.solved = in.boolean_or("solved", false);
    state.wrong_tries = read_tries(in);
    return state;
}

Json write(const activities::SpotState& state) {
    Json json = {{"kind", "spot"}};
    json["pressed"] = ids_to_json(state.pressed);
    add_if_there(json, "showing", state.showing);
    json["hinted"] = state.hinted;
    json["solved"] = state.solved;
    json["wrong_tries"] = state.wrong_tries;
    return json;
}

activities::SpotState read_spot(ObjectReader& in) {
    activities::SpotState state;
    state.pressed = read_id_set<ItemId>(in, "pressed");
    state.showing = read_id_if_there<ItemId>(in, "showing");
    state.hinted = in.boolean_or("hinted", false);
    state.solved = in.boolean_or("solved", false);
    state.wrong_tries = read_tries(in);
    return state;
}

const char* word(activities::RevealPhase phase) {
    switch (phase) {
        case activities::RevealPhase::First: return "first";
        case activities::RevealPhase::Result: return "result";
        case activities::RevealPhase::Revealed: return "revealed";
        case activities::RevealPhase::Again: return "again";
        case activities::RevealPhase::Solved: return "solved";
    }
    return "first";
}

Json write(const activities::RevealState& state) {
    Json json = {{"kind", "reveal"}};
    json["phase"] = word(state.phase);
    json["question"] = state.question;
    json["answers"] = id_map_to_json(state.answers);
    add_if_there(json, "wrong_question", state.wrong_question);
    json["hinted"] = state.hinted;
    json["wrong_tries"] = state.wrong_tries;
    return json;
}

activities::RevealState read_reveal(ObjectReader& in, Problems& problems) {
    activities::RevealState state;
    state.phase = static_cast<activities::RevealPhase>(in.one_of("phase", {"first", "result", "revealed", "again", "solved"}));
    state.question = static_cast<std::size_t>(in.integer("question", 0, kMostSteps));
    state.answers = read_id_map<ItemId>(in, "answers", problems);
    state.wrong_question = read_id_if_there<ItemId>(in, "wrong_question");
    state.hinted = in.boolean_or("hinted", false);
    state.wrong_tries = read_tries(in);
    return state;
}

const char* word(activities::TellPhase phase) {
    switch (phase) {
        case activities::TellPhase::Who: return "who";
        case activities::TellPhase::What: return "what";
        case activities::TellPhase::Answer: return "answer";
        case activities::TellPhase::After: return "after";
    }
    return "who";
}

Json write(const activities::TellState& state) {
    Json json = {{"kind", "tell"}};
    json["phase"] = word(state.phase);
    add_if_there(json, "helper", state.helper);
    json["tried"] = ids_to_json(state.tried);
    json["pieces"] = id_map_to_json(state.pieces);
    return json;
}

activities::TellState read_tell(ObjectReader& in, Problems& problems) {
    activities::TellState state;
    state.phase = static_cast<activities::TellPhase>(in.one_of("phase", {"who", "what", "answer", "after"}));
    state.helper = read_id_if_there<ItemId>(in, "helper");
    state.tried = read_id_set<ItemId>(in, "tried");
    state.pieces = read_id_map<ItemId>(in, "pieces", problems);
    return state;
}

activities::State read_activity(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    activities::State state;
    switch (in.one_of("kind", {"build", "order", "spot", "reveal", "tell"})) {
        case 0: state = read_build(in, problems); break;
        case 1: state = read_order(in); break;
        case 2: state = read_spot(in); break;
        case 3: state = read_reveal(in, problems); break;
        default: state = read_tell(in, problems); break;
    }
    in.finish();
    return state;
}

}  // namespace

Json to_json_value(const story::RunState& state) {
    Json json = {{"scene", state.scene.value}, {"step", state.step}};
    json["flags"] = ids_to_json(state.flags);
    Json answers = Json::object();
    for (const auto& [question, answer] : state.answers) answers[question.value] = {{"first", answer.first.value}, {"latest", answer.latest.value}};
    json["answers"] = std::move(answers);
    json["tried"] = ids_to_json(state.tried);
    add_if_there(json, "feedback", state.feedback);
    if (state.activity) json["activity"] = std::visit([](const auto& one) { return write(one); }, *state.activity);
    json["warming_up"] = state.warming_up;
    json["finished"] = state.finished;
    json["seed"] = state.seed;
    return json;
}

story::RunState read_run_state(const Json& json, const std::string& where, Problems& problems) {
    ObjectReader in(json, where, problems);
    story::RunState state;
    state.scene = story::SceneId(in.id("scene"));
    state.step = static_cast<int>(in.integer("step", 0, kMostSteps));
    state.flags = read_id_set<story::Flag>(in, "flags");
    read_members(in, "answers", problems, [&](ObjectReader& answers, const std::string& question) {
        ObjectReader one(*answers.raw(question), answers.place(question), problems);
        state.answers.emplace(story::QuestionId(question), story::Answer{story::ChoiceId(one.id("first")), story::ChoiceId(one.id("latest"))});
        one.finish();
    });
    state.tried = read_id_set<story::ChoiceId>(in, "tried");
    state.feedback = read_id_if_there<story::ChoiceId>(in, "feedback");
    if (const Json* activity = in.raw("activity")) state.activity = read_activity(*activity, in.place("activity"), problems);
    state.warming_up = in.boolean_or("warming_up", false);
    state.finished = in.boolean_or("finished", false);
    state.seed = static_cast<std::uint32_t>(in.integer("seed", 0, UINT32_MAX));
    in.finish();
    return state;
}

}  // namespace sango::profile
