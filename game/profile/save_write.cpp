#include "game/profile/json_ids.hpp"
#include "game/profile/run_state_json.hpp"
#include "game/profile/save_words.hpp"
#include "game/profile/saves.hpp"

#include <algorithm>

namespace sango::profile {
namespace {

using data::Json;

Json write(const Companion& companion) { return {{"animal", companion.animal}, {"colour", companion.colour}}; }

Json write(const Settings& settings) {
    return {{"language", settings.language},     {"country", settings.country},
            {"text_size", percent(settings.text_size)}, {"theme", word(settings.theme)},
            {"reduced_motion", settings.reduced_motion}, {"music", settings.music},
            {"effects", settings.effects},       {"voice", settings.voice},
            {"read_aloud", settings.read_aloud}};
}

Json write(const Progress& progress) {
    Json answers = Json::object();
    for (const auto& [question, answer] : progress.answers) {
        answers[question] = {{"form", word(answer.form)}, {"first", answer.first.value}, {"latest", answer.latest.value}};
    }
    return {{"finished", ids_to_json(progress.finished)}, {"lanterns", ids_to_json(progress.lanterns)}, {"answers", std::move(answers)}};
}

Json write(const Bookmark& bookmark) {
    Json checkpoints = Json::array();
    const std::size_t skipped = bookmark.checkpoints.size() - std::min(bookmark.checkpoints.size(), kMostCheckpoints);
    for (std::size_t i = skipped; i < bookmark.checkpoints.size(); ++i) checkpoints.push_back(to_json_value(bookmark.checkpoints[i]));
    return {{"lesson", bookmark.lesson.value},
            {"revision", bookmark.revision},
            {"warm_up", bookmark.warm_up},
            {"state", to_json_value(bookmark.state)},
            {"checkpoints", std::move(checkpoints)}};
}

// Bad UTF-8 cannot come from our own values; if it did, the save would still be written.
std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string to_json(const Profile& profile) {
    Json json = {{"format", kSaveFormat}};
    json["companion"] = write(profile.companion);
    json["settings"] = write(profile.settings);
    json["progress"] = write(profile.progress);
    if (profile.bookmark) json["bookmark"] = write(*profile.bookmark);
    return dump(json);
}

std::string to_json(const Machine& machine) {
    Json json = {{"format", kSaveFormat}};
    json["settings"] = write(machine.settings);
    if (machine.last_player) json["last_player"] = write(*machine.last_player);
    json["first_start_done"] = machine.first_start_done;
    json["sat_out"] = ids_to_json(machine.sat_out);
    return dump(json);
}

}  // namespace sango::profile
