// For grown-ups: what each lesson is about, sitting one out, what to do when a child tells, players and facts. And the page of problems.
#include "game/screens/screens.hpp"

#include <algorithm>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Arrange;
using ui::Widget;
using ui::WidgetId;

class GrownUpsScreen : public ui::Screen {
public:
    explicit GrownUpsScreen(Kit kit) : kit_(kit) {}

    Widget build(const ui::Metrics& metrics) const override {
        std::vector<Widget> parts;
        parts.push_back(when_a_child_tells());
        for (const story::Lesson* lesson : kit_.library().lessons()) parts.push_back(about(*lesson));
        if (!kit_.session().profiles().empty()) parts.push_back(players());
        parts.push_back(facts());
        return kit_.page(metrics, kit_.say("grown-ups.title"), std::move(parts));
    }
    void draw_behind(const Widget&, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override { kit_.draw_page(metrics, list); }

    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (const auto lesson = after("sit-out/", id)) {
            const story::LessonId chosen(*lesson);
            kit_.session().set_sat_out(chosen, kit_.session().machine().sat_out.count(chosen) == 0);
        } else if (const auto asked = after("erase/", id)) {
            erasing_ = *asked;
        } else if (const auto sure = after("erase-now/", id)) {
            const auto slash = sure->find('/');
            kit_.session().erase({sure->substr(0, slash), sure->substr(slash + 1)});
            erasing_.clear();
            if (!kit_.session().player()) return {ui::Restart{make_opening(kit_)}, {"close"}, false, false};
        } else if (id.value == "keep") {
            erasing_.clear();
        } else if (id.value == "problems") {
            return {ui::Push{make_problems(kit_, kit_.library().problems())}, {"open"}, false, false};
        }
        return {ui::Stay{}, {"pick"}, false, false};
    }

private:
    Widget when_a_child_tells() const {
        std::vector<Widget> lines;
        lines.push_back(kit_.heading(kit_.say("grown-ups.tells"), 32));
        for (const char* key : {"grown-ups.tells.listen", "grown-ups.tells.no-promise", "grown-ups.tells.no-questions", "grown-ups.tells.write",
                                "grown-ups.tells.rule", "grown-ups.tells.call"}) {
            Widget words = kit_.text(kit_.say(key), 26);
            words.layout.grow = 1;
            lines.push_back(ui::row({kit_.icon("heart", kit_.theme().card.ink, 28), std::move(words)}, 14));
        }
        return kit_.card(std::move(lines), 10);
    }

    Widget about(const story::Lesson& source) const {
        const auto translated = kit_.library().lesson_in(source.id, kit_.settings().language);
        const story::Lesson& lesson = translated ? *translated : source;
        const bool out = kit_.session().machine().sat_out.count(source.id) > 0;
        std::vector<Widget> lines;
        lines.push_back(kit_.heading(lesson.title, 32));
        lines.push_back(kit_.text(lesson.about, 26));
        if (!lesson.content_note.empty()) lines.push_back(kit_.text(lesson.content_note, 26));
        lines.push_back(kit_.soft_text(kit_.say("map.minutes", {{"minutes", std::to_string(lesson.minutes)}})));
        Widget button = kit_.button("sit-out/" + source.id.value, kit_.say(out ? "grown-ups.take-back" : "grown-ups.sit-out"), out ? "plus" : "minus",
                                    ButtonKind::Choice);
        button.description = lesson.title;
        lines.push_back(std::move(button));
        if (out) lines.push_back(kit_.soft_text(kit_.say("grown-ups.sat-out")));
        return kit_.card(std::move(lines), 10);
    }

    /// Who plays on this computer; each can be erased with two presses.
    Widget players() const {
        std::vector<Widget> lines;
        lines.push_back(kit_.heading(kit_.say("grown-ups.players"), 32));
        lines.push_back(kit_.text(kit_.say("grown-ups.players.what"), 26));
        for (const profile::Profile& profile : kit_.session().profiles()) {
            const std::string key = profile.companion.animal + "/" + profile.companion.colour;
            const std::string name = kit_.companion_name(profile.companion);
            Widget line;
            line.layout.arrange = Arrange::Flow;
            line.layout.gap = 12;
            line.children.push_back(kit_.medallion(profile.companion, 64));
            if (erasing_ == key) {
                line.children.push_back(kit_.button("erase-now/" + key, kit_.say("grown-ups.erase-now", {{"who", name}}), "trash", ButtonKind::Primary));
                line.children.push_back(kit_.button("keep", kit_.say("grown-ups.keep"), "", ButtonKind::Choice));
            } else {
                line.children.push_back(kit_.button("erase/" + key, kit_.say("grown-ups.erase", {{"who", name}}), "trash", ButtonKind::Choice));
            }
            lines.push_back(std::move(line));
        }
        return kit_.card(std::move(lines), 12);
    }

    Widget facts() const {
        std::vector<Widget> lines;
        lines.push_back(kit_.heading(kit_.say("grown-ups.facts"), 32));
        lines.push_back(kit_.text(kit_.say("grown-ups.privacy"), 26));
        lines.push_back(kit_.text(kit_.say("grown-ups.unofficial"), 26));
        lines.push_back(kit_.soft_text(kit_.say("grown-ups.renderer", {{"name", kit_.surroundings().renderer}})));
        lines.push_back(kit_.soft_text(kit_.say("grown-ups.folder", {{"folder", "\u2066" + kit_.surroundings().data_folder + "\u2069"}})));
        if (!kit_.library().problems().empty()) {
            lines.push_back(kit_.button("problems", kit_.say("grown-ups.problems"), "question", ButtonKind::Choice));
        }
        return kit_.card(std::move(lines), 10);
    }

    Kit kit_;
    std::string erasing_;  // "animal/colour" that was pressed once
};

class ProblemsScreen : public ui::Screen {
public:
    ProblemsScreen(Kit kit, Problems problems, std::function<Status()> keep) : kit_(kit), problems_(std::move(problems)), keep_(std::move(keep)) {}

    Widget build(const ui::Metrics& metrics) const override {
        std::vector<Widget> lines;
        lines.push_back(kit_.text(kit_.say(problems_.empty() ? "problems.none" : "problems.what")));
        for (const Problem& problem : problems_) {
            // Problems are written in English for authors, whatever the player's language.
            Widget where = kit_.soft_text(problem.where);
            Widget what = kit_.text(problem.what, 26);
            for (Widget* part : {&where, &what}) {
                auto& label = std::get<ui::Label>(part->content);
                label.language = "en";
                label.direction = text::Direction::LeftToRight;
            }
            lines.push_back(kit_.card({std::move(where), std::move(what)}, 4));
        }
        std::vector<Widget> foot;
        if (keep_) foot.push_back(kit_.button("keep", kit_.say("problems.keep"), "plus", ButtonKind::Primary));
        return kit_.page(metrics, kit_.say("problems.title"), std::move(lines), std::move(foot));
    }
    void draw_behind(const Widget&, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override { kit_.draw_page(metrics, list); }
    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (id.value != "keep" || !keep_) return {};
        const Status kept = keep_();
        if (kept) return {ui::Pop{}, {"done"}, false, false};
        problems_ = {kept.problem()};
        keep_ = {};
        return {ui::Stay{}, {}, true, false};
    }
    WidgetId first_focus() const override { return WidgetId(keep_ ? "keep" : "page"); }

private:
    Kit kit_;
    Problems problems_;
    std::function<Status()> keep_;
};

}  // namespace

ScreenPtr make_grown_ups(Kit kit) { return std::make_unique<GrownUpsScreen>(kit); }
ScreenPtr make_problems(Kit kit, Problems problems) { return std::make_unique<ProblemsScreen>(kit, std::move(problems), nullptr); }
ScreenPtr make_dropped_pack(Kit kit, Problems problems, std::function<Status()> keep) {
    return std::make_unique<ProblemsScreen>(kit, std::move(problems), std::move(keep));
}

}  // namespace sango::screens
