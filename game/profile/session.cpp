#include "game/profile/session.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sango::profile {

Session::Session(data::Store& store, Loaded loaded)
    : store_(store), machine_(std::move(loaded.machine)), profiles_(std::move(loaded.profiles)), load_problems_(std::move(loaded.problems)) {}

const Profile* Session::player() const {
    if (trying_) return &*trying_;
    if (!player_) return nullptr;
    const auto found = std::find_if(profiles_.begin(), profiles_.end(), [this](const Profile& p) { return p.companion == *player_; });
    return found == profiles_.end() ? nullptr : &*found;
}

Profile* Session::current() { return const_cast<Profile*>(std::as_const(*this).player()); }

const Settings& Session::settings() const {
    const Profile* profile = player();
    return profile ? profile->settings : machine_.settings;
}

void Session::change_settings(const Settings& settings) {
    if (Profile* profile = current()) {
        profile->settings = settings;
        save_player();
    } else {
        machine_.settings = settings;
        save_machine();
    }
}

void Session::create(const Companion& companion) {
    Profile profile;
    profile.companion = companion;
    profile.settings = machine_.settings;
    trying_.reset();
    profiles_.push_back(std::move(profile));
    std::sort(profiles_.begin(), profiles_.end(), [](const Profile& a, const Profile& b) { return a.companion < b.companion; });
    player_ = companion;
    save_player();
    machine_.last_player = companion;
    save_machine();
}

void Session::choose(const Companion& companion) {
    trying_.reset();
    player_ = companion;
    assert(player() && "a player was chosen who is not remembered");
    if (machine_.last_player == companion) return;
    machine_.last_player = companion;
    save_machine();
}

void Session::just_try() {
    player_.reset();
    trying_.emplace();
    trying_->settings = machine_.settings;
}

void Session::leave() {
    player_.reset();
    trying_.reset();
}

void Session::erase(const Companion& companion) {
    if (player_ == companion) leave();
    std::erase_if(profiles_, [&companion](const Profile& p) { return p.companion == companion; });
    note(profile::erase(store_, companion));
    if (machine_.last_player != companion) return;
    machine_.last_player.reset();
    save_machine();
}

void Session::remember(const Bookmark& bookmark) {
    Profile* profile = current();
    if (!profile) return;
    profile->bookmark = bookmark;
    save_player();
}

void Session::forget_bookmark() {
    Profile* profile = current();
    if (!profile || !profile->bookmark) return;
    profile->bookmark.reset();
    save_player();
}

void Session::record_answer(const std::string& lesson_and_question, story::Form form, const story::ChoiceId& choice) {
    Profile* profile = current();
    if (!profile) return;
    Remembered& remembered = profile->progress.answers[lesson_and_question];
    if (remembered.first.empty()) remembered = {form, choice, choice};
    remembered.latest = choice;
    save_player();
}

void Session::light_lantern(const story::LessonId& lesson) {
    Profile* profile = current();
    if (!profile || !profile->progress.lanterns.insert(lesson).second) return;
    save_player();
}

void Session::finish(const story::LessonId& lesson) {
    Profile* profile = current();
    if (!profile || !profile->progress.finished.insert(lesson).second) return;
    save_player();
}

void Session::set_first_start_done() {
    machine_.first_start_done = true;
    save_machine();
}

void Session::set_sat_out(const story::LessonId& lesson, bool sat_out) {
    if (sat_out) {
        machine_.sat_out.insert(lesson);
    } else {
        machine_.sat_out.erase(lesson);
    }
    save_machine();
}

void Session::save_player() {
    if (const Profile* profile = player(); profile && !trying_) note(save(store_, *profile));
}

void Session::save_machine() { note(save(store_, machine_)); }

void Session::note(const Status& status) {
    save_problem_.reset();
    if (!status) save_problem_ = status.problem();
}

}  // namespace sango::profile
