// Who is playing now and what is remembered of it; every change is written at once, and a failed write is said but never stops play.
#pragma once

#include "game/profile/saves.hpp"

#include <optional>

namespace sango::profile {

class Session {
public:
    /// `store` must outlive the session.
    Session(data::Store& store, Loaded loaded);

    /// The player's settings, or the computer's before anyone plays.
    [[nodiscard]] const Settings& settings() const;
    /// Changes them for the player, and for the computer's next new player when nobody plays yet.
    void change_settings(const Settings& settings);

    [[nodiscard]] const std::vector<Profile>& profiles() const { return profiles_; }
    [[nodiscard]] const Machine& machine() const { return machine_; }
    /// Who plays; nothing before somebody was chosen.
    [[nodiscard]] const Profile* player() const;
    /// Whether the player is "just trying": nothing is written.
    [[nodiscard]] bool is_trying() const { return trying_.has_value(); }

    /// Makes a new player with the present settings, and lets them play. The companion must be free.
    void create(const Companion& companion);
    /// Lets a remembered player play.
    void choose(const Companion& companion);
    /// Somebody plays and is forgotten when the window closes.
    void just_try();
    /// Nobody plays: back to "Who is playing?".
    void leave();
    void erase(const Companion& companion);

    /// Keeps where the story stands.
    void remember(const Bookmark& bookmark);
    void forget_bookmark();
    /// Keeps the first and latest choice of a check question.
    void record_answer(const std::string& lesson_and_question, story::Form form, const story::ChoiceId& choice);
    void light_lantern(const story::LessonId& lesson);
    void finish(const story::LessonId& lesson);

    void set_first_start_done();
    /// Sets a lesson aside on this computer, or takes it back.
    void set_sat_out(const story::LessonId& lesson, bool sat_out);

    /// What could not be read at the start or was not written the last time; shown on the title.
    [[nodiscard]] const Problems& load_problems() const { return load_problems_; }
    [[nodiscard]] const std::optional<Problem>& save_problem() const { return save_problem_; }

private:
    Profile* current();
    void save_player();
    void save_machine();
    void note(const Status& status);

    data::Store& store_;
    Machine machine_;
    std::vector<Profile> profiles_;
    Problems load_problems_;
    std::optional<Companion> player_;   // one of profiles_
    std::optional<Profile> trying_;
    std::optional<Problem> save_problem_;
};

}  // namespace sango::profile
