// A lesson being played: the story's view becomes a tree, what is pressed becomes the story's input, every step is remembered.
#include "game/screens/activity_views.hpp"
#include "game/screens/inputs.hpp"
#include "game/screens/screens.hpp"
#include "game/screens/stage.hpp"

#include <algorithm>
#include <array>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Arrange;
using ui::Edges;
using ui::Widget;
using ui::WidgetId;

constexpr Seconds kIdleLasts = 8;
constexpr Seconds kIdleFrame = 1.0 / 20;
constexpr Seconds kPerLetter = 0.055;     // about the pace of a calm reader
constexpr Seconds kLongestTalk = 7;
constexpr std::size_t kMostStepsBack = 300;

const char* name_of(story::Mood mood) {
    static constexpr std::array<const char*, 10> kNames{"happy", "curious", "thinking", "worried", "proud", "surprised", "calm", "cheering", "listening", "sad"};
    return kNames[static_cast<std::size_t>(mood)];
}

/// A lesson in the player's language, or in the first in which it is whole.
std::optional<story::Lesson> lesson_for(const Kit& kit, const story::LessonId& id) {
    if (auto lesson = kit.library().lesson_in(id, kit.settings().language)) return lesson;
    for (const std::string& language : kit.library().languages_of(id)) {
        if (auto lesson = kit.library().lesson_in(id, language)) return lesson;
    }
    return {};
}

/// A question of an earlier lesson to recall: form A of the first check of a lesson that is finished, another one each time.
std::optional<story::WarmUp> choose_warm_up(const Kit& kit, const story::LessonId& id) {
    const profile::Profile* player = kit.session().player();
    if (!player) return {};
    std::vector<story::WarmUp> possible;
    for (const story::LessonId& finished : player->progress.finished) {
        if (finished == id) continue;
        const auto lesson = kit.library().lesson_in(finished, kit.settings().language);
        if (!lesson) continue;
        for (const story::CheckQuestion& check : lesson->checks) possible.push_back({finished, check.id, check.a});
    }
    if (possible.empty()) return {};
    return possible[kit.surroundings().seed % possible.size()];
}

/// The warm-up that a bookmark names.
std::optional<story::WarmUp> named_warm_up(const Kit& kit, const std::string& name) {
    const auto slash = name.find('/');
    if (slash == std::string::npos) return {};
    const story::LessonId from(name.substr(0, slash));
    const auto lesson = kit.library().lesson_in(from, kit.settings().language);
    if (!lesson) return {};
    const story::CheckQuestion* check = story::find_check(*lesson, story::QuestionId(name.substr(slash + 1)));
    return check ? std::optional(story::WarmUp{from, check->id, check->a}) : std::nullopt;
}

class LessonScreen : public ui::Screen {
public:
    LessonScreen(Kit kit, story::Lesson lesson) : kit_(kit), lesson_(std::move(lesson)), language_(kit.settings().language) {
        const profile::Profile* player = kit_.session().player();
        if (player && player->bookmark && player->bookmark->lesson == lesson_.id) {
            const profile::Bookmark& bookmark = *player->bookmark;
            warm_up_ = named_warm_up(kit_, bookmark.warm_up);
            state_ = profile::resume(playing(), bookmark, kit_.surroundings().seed);
            checkpoints_ = bookmark.checkpoints;
            for (const story::RunState& checkpoint : checkpoints_) {
                if (checkpoint != state_ && story::fits(playing(), checkpoint)) history_.push_back(checkpoint);
            }
            find_focus();
        } else {
            warm_up_ = choose_warm_up(kit_, lesson_.id);
            take(story::start(playing(), kit_.surroundings().seed));
        }
    }

    Widget build(const ui::Metrics& metrics) const override {
        const story::View view = story::view(playing(), state_);
        return std::visit([&](const auto& shown) { return build_shown(metrics, view, shown); }, view.shown);
    }

    void draw_behind(const Widget& tree, const ui::Metrics& metrics, Seconds now, scene::DrawList& list) override {
        if (!shown_since_) shown_since_ = now;
        const story::View view = story::view(playing(), state_);
        StagePicture stage;
        stage.place = view.place;
        const Widget* card = ui::find(tree, WidgetId("card"));
        if (!card) {
            if (ui::find(tree, WidgetId("sheet"))) return draw_stage(kit_, stage, metrics, metrics.window_px.height * 0.6f, now, list);
            return kit_.draw_page(metrics, list);
        }
        stage.cast = view.cast;
        stage.life = life_;
        if (const auto* line = std::get_if<story::Line>(&view.shown)) {
            stage.speaker = line->by;
            stage.mood = name_of(line->mood);
            stage.show = line->show;
            stage.talking = life_ != scene::Life::Still && now - *shown_since_ < talk_time();
        } else if (const auto* asking = std::get_if<story::Asking>(&view.shown)) {
            stage.speaker = asking->by.empty() ? story::CharacterId("sango") : asking->by;
            stage.mood = name_of(asking->mood);
            stage.talking = life_ != scene::Life::Still && now - *shown_since_ < talk_time();
        } else if (const auto* feedback = std::get_if<story::Feedback>(&view.shown)) {
            stage.speaker = story::CharacterId("sango");
            stage.mood = feedback->choice.good ? "proud" : "curious";
        } else if (std::holds_alternative<story::RuleCard>(view.shown)) {
            stage.speaker = story::CharacterId("sango");
            stage.mood = "cheering";
        } else if (const auto* telling = std::get_if<story::Telling>(&view.shown)) {
            if (const activities::Helper* helper = helper_speaking(*telling)) {
                stage.cast = {story::CharacterId(telling->model.about)};
                stage.speaker = story::CharacterId(helper->who);
                stage.mood = telling->state.phase == activities::TellPhase::After             ? "happy"
                             : helper->reply == activities::Reply::Listens ? "listening"
                             : helper->reply == activities::Reply::Busy    ? "thinking"
                                                                           : "curious";
            }
        }
        draw_stage(kit_, stage, metrics, card->bounds.y, now, list);
    }

    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (id.value == "to-map") return {ui::Pop{}, {"close"}, false, false};
        const auto input = input_for(id);
        if (!input) return {};
        story::Turn turn = story::advance(playing(), state_, *input);
        const auto impossible = std::any_of(turn.effects.begin(), turn.effects.end(),
                                            [](const story::Effect& effect) { return std::holds_alternative<story::NotPossible>(effect); });
        if (impossible) return {};
        history_.push_back(state_);
        if (history_.size() > kMostStepsBack) history_.erase(history_.begin());
        return take(std::move(turn));
    }

    ui::Reply back() override {
        if (history_.empty() || state_.finished) return {ui::Pop{}, {"close"}, false, false};
        state_ = std::move(history_.back());
        history_.pop_back();
        shown_since_.reset();
        remember();
        return {ui::Stay{}, {"page"}, true, false};
    }

    WidgetId first_focus() const override { return focus_; }
    std::string music() const override {
        if (state_.finished) return "ending";
        const story::View view = story::view(playing(), state_);
        return std::holds_alternative<story::Doing>(view.shown) ? "thinking" : "story";
    }

    std::optional<Seconds> moves_again_in(Seconds now, Seconds idle_for) override {
        const bool on_stage = !state_.finished && !state_.activity;
        if (!on_stage || kit_.settings().reduced_motion) {
            life_ = scene::Life::Still;
            return {};
        }
        const bool talking = !shown_since_ || now - *shown_since_ < talk_time();
        life_ = talking || idle_for < kIdleLasts ? scene::Life::Idle : scene::Life::Resting;
        if (life_ == scene::Life::Idle) return kIdleFrame;
        return 0.7;  // several people: somebody's blink begins or ends soon
    }

    void resumed() override {
        if (language_ == kit_.settings().language) return;
        // The same place in the story, in the new language where the lesson is whole in it.
        if (auto lesson = kit_.library().lesson_in(lesson_.id, kit_.settings().language)) {
            lesson_ = std::move(*lesson);
            language_ = kit_.settings().language;
            if (warm_up_) {
                if (auto again = named_warm_up(kit_, warm_up_->from.value + "/" + warm_up_->id.value)) warm_up_ = std::move(again);
            }
        }
    }

private:
    story::Playing playing() const { return {lesson_, warm_up_ ? &*warm_up_ : nullptr}; }

    /// Takes a turn in: the new state, what it means outside the story, and what is heard.
    ui::Reply take(story::Turn turn) {
        ui::Reply reply{ui::Stay{}, {}, true, false};
        state_ = std::move(turn.state);
        for (const story::Effect& effect : turn.effects) {
            if (std::holds_alternative<story::CameToCheckpoint>(effect)) checkpoints_.push_back(state_);
            if (const auto* feedback = std::get_if<story::ShowedFeedback>(&effect)) reply.sounds.push_back(feedback->good ? "good" : "try-again");
            if (const auto* done = std::get_if<story::DidInActivity>(&effect)) take(*done, reply);
            if (const auto* answered = std::get_if<story::Answered>(&effect)) {
                kit_.session().record_answer(lesson_.id.value + "/" + answered->question.value, answered->form, answered->choice);
            }
            if (std::holds_alternative<story::LitLantern>(effect)) {
                kit_.session().light_lantern(lesson_.id);
                reply.sounds.push_back("lantern");
            }
            if (std::holds_alternative<story::Finished>(effect)) kit_.session().finish(lesson_.id);
        }
        if (reply.sounds.empty()) reply.sounds.push_back("page");
        shown_since_.reset();
        remember();
        return reply;
    }

    void take(const story::DidInActivity& done, ui::Reply& reply) const {
        using activities::Effect;
        // A piece that was placed changes nothing above it: the eye and the focus stay where they are. A quiz turns its page.
        const auto* reveal = state_.activity ? std::get_if<activities::RevealState>(&*state_.activity) : nullptr;
        if ((done.effect == Effect::Picked || done.effect == Effect::Hinted) && !reveal) reply.fresh = false;
        switch (done.effect) {
            case Effect::Picked: reply.sounds.push_back("piece"); break;
            case Effect::Right: reply.sounds.push_back("good"); break;
            case Effect::Wrong: reply.sounds.push_back("try-again"); break;
            case Effect::Solved: reply.sounds.push_back("done"); break;
            case Effect::None:
            case Effect::Ignored:
            case Effect::Hinted:
            case Effect::Left: break;
        }
    }

    void remember() {
        find_focus();
        if (state_.finished) {
            kit_.session().forget_bookmark();
            return;
        }
        profile::Bookmark bookmark{lesson_.id, lesson_.revision, state_, checkpoints_, {}};
        if (warm_up_) bookmark.warm_up = warm_up_->from.value + "/" + warm_up_->id.value;
        kit_.session().remember(bookmark);
    }

    void find_focus() {
        const story::View view = story::view(playing(), state_);
        focus_ = WidgetId(state_.finished ? "to-map" : "next");
        if (const auto* asking = std::get_if<story::Asking>(&view.shown)) {
            if (!asking->choices.empty()) focus_ = widget_for(story::Choose{asking->choices.front()->id});
        } else if (const auto* doing = std::get_if<story::Doing>(&view.shown)) {
            focus_ = activity_view(kit_, {}, *doing).first_focus;
        } else if (const auto* telling = std::get_if<story::Telling>(&view.shown); telling && !helper_speaking(*telling)) {
            focus_ = tell_view(kit_, {}, *telling).first_focus;
        }
    }

    /// The helper who answers on the stage; nobody while helper and words are being chosen.
    static const activities::Helper* helper_speaking(const story::Telling& telling) {
        const bool answers = telling.state.phase == activities::TellPhase::Answer || telling.state.phase == activities::TellPhase::After;
        return answers && telling.state.helper ? activities::find_helper(telling.model, *telling.state.helper) : nullptr;
    }

    Seconds talk_time() const {
        const story::View view = story::view(playing(), state_);
        std::size_t letters = 0;
        if (const auto* line = std::get_if<story::Line>(&view.shown)) letters = line->text.size();
        if (const auto* asking = std::get_if<story::Asking>(&view.shown)) letters = asking->text.size();
        return std::min(kLongestTalk, static_cast<double>(letters) * kPerLetter);
    }

    Widget next_button() const { return kit_.button("next", kit_.say("lesson.next"), "next", ButtonKind::Primary); }

    /// The stage with one card at the bottom: most of a story looks like this.
    Widget on_stage(const ui::Metrics& metrics, const story::View& view, Widget card) const {
        card.id = WidgetId("card");
        card.layout.min_width = 1000;
        card.layout.max_width = 1040;
        Widget foot = ui::column({std::move(card)});
        foot.layout.align = Align::Centre;
        foot.layout.padding = metrics.is_tall() ? Edges::sides(14, 16) : Edges::sides(24, 20);
        return ui::column({kit_.header(metrics, "", Kit::Extra::Pause, view.progress), ui::spring(), std::move(foot)});
    }

    /// Reading on the start side and the button at its end, or below it where there is little width.
    Widget text_and_next(const ui::Metrics& metrics, std::vector<Widget> lines) const {
        Widget reading = kit_.reading("reading", std::move(lines), 8);
        if (metrics.is_tall() || metrics.text_scale > 1) {
            Widget foot = ui::row({ui::spring(), next_button()});
            return kit_.card({std::move(reading), std::move(foot)}, 14);
        }
        reading.layout.grow = 1;
        Widget line = ui::row({std::move(reading), next_button()}, 24);
        line.layout.align = Align::End;
        Widget card = kit_.card({std::move(line)});
        card.layout.min_height = 170;
        return card;
    }

    Widget speaker(const story::CharacterId& by) const {
        Widget name = kit_.heading(kit_.library().character_name(by, language_), 26);
        std::get<ui::Label>(name.content).colour = kit_.theme().lines ? kit_.theme().accent : kit_.theme().quiet.ink;
        return name;
    }

    Widget build_shown(const ui::Metrics& metrics, const story::View& view, const story::Line& line) const {
        std::vector<Widget> lines;
        if (!line.by.empty()) lines.push_back(speaker(line.by));
        lines.push_back(kit_.text(line.text, 30));
        return on_stage(metrics, view, text_and_next(metrics, std::move(lines)));
    }

    Widget build_shown(const ui::Metrics& metrics, const story::View& view, const story::Asking& asking) const {
        std::vector<Widget> lines;
        if (asking.warm_up) lines.push_back(kit_.soft_text(kit_.say("lesson.warm-up")));
        if (asking.check) lines.push_back(kit_.soft_text(kit_.say("lesson.check")));
        const bool roomy = metrics.text_scale <= 1.6f || metrics.is_tall();
        if (roomy && !asking.by.empty() && !asking.check && !asking.warm_up) lines.push_back(speaker(asking.by));
        lines.push_back(kit_.heading(asking.text, 30));
        std::vector<Widget> choices;
        const Theme theme = kit_.theme();
        for (const story::Choice* choice : asking.choices) {
            Widget button = kit_.button(widget_for(story::Choose{choice->id}).value, choice->text, "", ButtonKind::Choice);
            if (asking.tried.count(choice->id) > 0) {
                button.description = kit_.say("lesson.tried");
                button.look.fill = theme.off.fill;
                std::get<ui::Label>(button.children.front().content).colour = theme.off.ink;
            }
            choices.push_back(std::move(button));
        }
        Widget list;
        const bool two_columns = !metrics.is_tall() && metrics.text_scale <= 1 && choices.size() > 2;
        list.layout.arrange = two_columns ? Arrange::Grid : Arrange::Column;
        list.layout.gap = 12;
        list.children = std::move(choices);
        if (!roomy) list.layout.gap = 8;
        // Where even two lines of the question and all choices do not fit, the whole scrolls.
        Widget all = kit_.reading("question", {kit_.reading("reading", std::move(lines), 6), std::move(list)}, roomy ? 18 : 10);
        Widget card = kit_.card({std::move(all)});
        if (!roomy) card.layout.padding = Edges::sides(24, 14);
        return on_stage(metrics, view, std::move(card));
    }

    Widget build_shown(const ui::Metrics& metrics, const story::View& view, const story::Feedback& feedback) const {
        const Theme theme = kit_.theme();
        const Pair pair = feedback.choice.good ? theme.good : theme.again;
        Widget title = kit_.heading(kit_.say(feedback.choice.good ? "feedback.good" : "feedback.again"), 30);
        title.layout.grow = 1;
        Widget words = kit_.text(feedback.choice.because, 30);
        for (Widget* part : {&title, &words}) std::get<ui::Label>(part->content).colour = pair.ink;
        Widget head = ui::row({kit_.icon(feedback.choice.good ? "check" : "cross-soft", pair.ink, 44), std::move(title)}, 16);
        Widget card = text_and_next(metrics, {std::move(head), std::move(words)});
        card.look.fill = pair.fill;
        return on_stage(metrics, view, std::move(card));
    }

    Widget build_shown(const ui::Metrics& metrics, const story::View& view, const story::RuleCard& rule) const {
        Widget title = kit_.soft_text(kit_.say("lesson.rule"));
        Widget words = kit_.heading(rule.text, 40);
        Widget card = text_and_next(metrics, {std::move(title), std::move(words)});
        card.look.ring = kit_.theme().accent;
        card.look.ring_width = 6;
        return on_stage(metrics, view, std::move(card));
    }

    Widget build_shown(const ui::Metrics& metrics, const story::View& view, const story::Doing& doing) const {
        return activity_page(metrics, view, activity_view(kit_, metrics, doing));
    }
    Widget build_shown(const ui::Metrics& metrics, const story::View& view, const story::Telling& telling) const {
        const activities::Helper* helper = helper_speaking(telling);
        if (!helper) return activity_page(metrics, view, tell_view(kit_, metrics, telling));
        const bool after = telling.state.phase == activities::TellPhase::After;
        std::vector<Widget> lines;
        if (after) lines.push_back(kit_.heading(kit_.say("tell.after"), 28));
        lines.push_back(speaker(story::CharacterId(helper->who)));
        lines.push_back(kit_.text(after ? telling.model.after : helper->text, 30));
        if (!after && helper->reply != activities::Reply::Listens) lines.push_back(kit_.soft_text(kit_.say("tell.not-yet"), 26));
        return on_stage(metrics, view, text_and_next(metrics, std::move(lines)));
    }

    /// A big sheet of paper on the stage, with Sango beside what is to be done.
    Widget activity_page(const ui::Metrics& metrics, const story::View& view, ActivityView activity) const {
        const bool narrow = metrics.is_tall() || metrics.text_scale > 1.6f;
        if (!activity.content.empty() && !narrow) {
            activity.content.front().layout.grow = 1;
            activity.content.front() = ui::row({kit_.portrait(story::CharacterId("sango"), "curious", 56), std::move(activity.content.front())}, 18);
        }
        Widget reading = kit_.reading("page", std::move(activity.content), 12);
        Widget body = ui::column({std::move(reading)});
        body.layout.grow = 1;
        std::vector<Widget> parts{std::move(body)};
        if (!activity.foot.empty()) {
            Widget buttons;
            buttons.children = std::move(activity.foot);
            buttons.layout.arrange = narrow ? Arrange::Flow : Arrange::Row;
            buttons.layout.align = Align::Centre;
            buttons.layout.justify = Align::End;
            buttons.layout.gap = 16;
            parts.push_back(std::move(buttons));
        }
        Widget sheet = kit_.card(std::move(parts), 14);
        sheet.id = WidgetId("sheet");
        sheet.layout.grow = 1;
        sheet.layout.padding = narrow ? Edges::sides(18, 14) : Edges::sides(34, 12);
        Widget room = ui::column({std::move(sheet)});
        room.layout.grow = 1;
        room.layout.padding = metrics.is_tall() ? Edges{10, 0, 10, 12} : Edges{28, 0, 28, 14};
        return ui::column({kit_.header(metrics, "", Kit::Extra::Pause, view.progress), std::move(room)});
    }

    Widget build_shown(const ui::Metrics& metrics, const story::View&, const story::Results& results) const {
        const story::Lesson& lesson = results.lesson;
        std::vector<Widget> practised{kit_.heading(kit_.say("results.practised"), 28)};
        for (const story::Skill& skill : lesson.skills) {
            Widget words = kit_.text(skill.text, 26);
            words.layout.grow = 1;
            practised.push_back(ui::row({kit_.icon("check", kit_.theme().card.ink, 28), std::move(words)}, 12));
        }
        Widget skills = kit_.card(std::move(practised), 6);
        Widget talk = kit_.card({kit_.heading(kit_.say("results.talk"), 28), kit_.text(lesson.talk, 28)}, 8);
        talk.look.fill = kit_.theme().chosen.fill;
        for (Widget& line : talk.children) std::get<ui::Label>(line.content).colour = kit_.theme().chosen.ink;
        Widget lantern = ui::picture(ui::Pictures{{{"map/lantern-on", {0, 0, 100, 100}, {255, 255, 255, 255}, scene::Mirror::No}}, false}, {80, 120});
        Widget words = ui::column({kit_.heading(kit_.say("results.lantern"), 36), kit_.heading(lesson.rule, 28)}, 4);
        words.layout.grow = 1;
        Widget top = ui::row({std::move(lantern), std::move(words)}, 24);
        skills.layout.grow = 1.5f;
        talk.layout.grow = 1;
        std::vector<Widget> content{std::move(top)};
        if (metrics.is_tall() || metrics.text_scale > 1) {
            content.push_back(std::move(skills));
            content.push_back(std::move(talk));
        } else {
            Widget both = ui::row({std::move(skills), std::move(talk)}, 20);
            both.layout.align = Align::Stretch;
            content.push_back(std::move(both));
        }
        return kit_.page(metrics, lesson.title, std::move(content), {kit_.button("to-map", kit_.say("results.to-map"), "map", ButtonKind::Primary)});
    }

    Kit kit_;
    story::Lesson lesson_;
    std::string language_;
    std::optional<story::WarmUp> warm_up_;
    story::RunState state_;
    std::vector<story::RunState> history_;
    std::vector<story::RunState> checkpoints_;
    WidgetId focus_;
    scene::Life life_ = scene::Life::Still;
    std::optional<Seconds> shown_since_;   // when the present step was first drawn
};

}  // namespace

ScreenPtr make_lesson(Kit kit, const story::LessonId& id) {
    auto lesson = lesson_for(kit, id);
    if (!lesson) return make_problems(kit, kit.library().problems());
    return std::make_unique<LessonScreen>(kit, std::move(*lesson));
}

}  // namespace sango::screens
