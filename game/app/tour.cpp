#include "game/app/tour.hpp"

#include "game/app/pictures_out.hpp"
#include "game/screens/inputs.hpp"

#include <algorithm>
#include <deque>

namespace sango::app {
namespace {

using activities::ItemId;
using Inputs = std::vector<activities::Input>;

template <class Items, class Predicate>
const typename Items::value_type& first_with(const Items& items, Predicate is_wanted) {
    const auto found = std::find_if(items.begin(), items.end(), is_wanted);
    return found == items.end() ? items.front() : *found;
}

// The inputs that solve an activity at once, and those that show what it says to a mistake.
enum class Way { Right, Wrong };

Inputs inputs_for(const activities::Build& model, Way way) {
    Inputs inputs;
    for (const activities::BuildSlot& slot : model.slots) {
        inputs.push_back(activities::Place{slot.id, first_with(slot.pieces, [way](const auto& piece) { return piece.fits == (way == Way::Right); }).id});
    }
    inputs.push_back(activities::Send{});
    return inputs;
}

Inputs inputs_for(const activities::Order& model, Way way) {
    Inputs inputs;
    for (const activities::OrderItem& item : model.items) inputs.push_back(activities::Take{item.id});
    if (way == Way::Wrong) std::reverse(inputs.begin(), inputs.end());
    inputs.push_back(activities::Send{});
    return inputs;
}

Inputs inputs_for(const activities::Spot& model, Way way) {
    Inputs inputs;
    for (const activities::SpotThing& thing : model.things) {
        if (thing.clue != (way == Way::Right)) continue;
        inputs.push_back(activities::Press{thing.id});
        if (way == Way::Wrong) break;
        inputs.push_back(activities::Continue{});
    }
    return inputs;
}

Inputs inputs_for(const activities::Reveal& model, Way way) {
    Inputs inputs;
    const auto answer = [&](const activities::RevealQuestion& question) {
        inputs.push_back(activities::Answer{question.id, first_with(question.choices, [way](const auto& choice) { return choice.gives == (way == Way::Wrong); }).id});
    };
    for (const activities::RevealQuestion& question : model.questions) answer(question);
    inputs.push_back(activities::Continue{});
    inputs.push_back(activities::Continue{});
    if (way == Way::Wrong) {
        inputs.push_back(activities::Continue{});
        for (const activities::RevealQuestion& question : model.questions) {
            if (activities::can_give(question)) return answer(question), inputs;
        }
    }
    return inputs;
}

Inputs inputs_for(const activities::Tell& model, Way way) {
    const bool listens = way == Way::Right;
    const auto& helper = first_with(model.helpers, [listens](const auto& one) { return (one.reply == activities::Reply::Listens) == listens; });
    Inputs inputs{activities::ChooseHelper{helper.id}};
    for (const activities::TellRow& row : model.rows) inputs.push_back(activities::ChoosePiece{row.id, row.pieces.front().id});
    inputs.push_back(activities::Send{});
    inputs.push_back(activities::Continue{});
    return inputs;
}

bool only_fills(const activities::Input& input) {
    return std::holds_alternative<activities::Place>(input) || std::holds_alternative<activities::Take>(input) ||
           std::holds_alternative<activities::ChoosePiece>(input);
}

class LessonTour {
public:
    explicit LessonTour(const story::Lesson& lesson) : lesson_(lesson) {}

    std::vector<LessonStop> run() {
        queue_.push_back(story::start(playing(), 1).state);
        while (!queue_.empty()) {
            const story::RunState state = std::move(queue_.front());
            queue_.pop_front();
            if (!seen_.insert({state.finished ? "results" : state.scene.value, state.step}).second) continue;
            visit(state);
        }
        return std::move(stops_);
    }

private:
    story::Playing playing() const { return {lesson_, nullptr}; }
    story::RunState after(const story::RunState& state, const story::Input& input) const { return story::advance(playing(), state, input).state; }

    void visit(const story::RunState& state) {
        const story::View view = story::view(playing(), state);
        const std::string name = state.finished ? "results" : state.scene.value + "-" + view.step.value;
        stops_.push_back({name, state});
        if (const auto* asking = std::get_if<story::Asking>(&view.shown)) {
            for (const story::Choice* choice : asking->choices) {
                const story::RunState answered = after(state, story::Choose{choice->id});
                stops_.push_back({name + "-because-" + choice->id.value, answered});
                const story::RunState next = after(answered, story::Continue{});
                // A wrong choice that asks again shows the question once more, with what was tried.
                if (next.scene == state.scene && next.step == state.step) stops_.push_back({name + "-again-" + choice->id.value, next});
                queue_.push_back(next);
            }
        } else if (const auto* doing = std::get_if<story::Doing>(&view.shown)) {
            std::visit([&](const auto& model) { work_through(state, name, model); }, doing->model);
        } else if (const auto* telling = std::get_if<story::Telling>(&view.shown)) {
            work_through(state, name, telling->model);
        } else if (!state.finished) {
            queue_.push_back(after(state, story::Continue{}));
        }
    }

    template <class Model>
    void work_through(const story::RunState& from, const std::string& name, const Model& model) {
        stops_.push_back({name + "-hint", after(from, story::Input{activities::Input{activities::Hint{}}})});
        for (const Way way : {Way::Wrong, Way::Right}) {
            story::RunState state = from;
            int stop = 0;
            for (const activities::Input& input : inputs_for(model, way)) {
                if (std::holds_alternative<activities::Send>(input)) stops_.push_back({name + label(way) + "filled", state});
                state = after(state, story::Input{input});
                if (!only_fills(input)) stops_.push_back({name + label(way) + std::to_string(++stop), state});
            }
            if (way == Way::Right) queue_.push_back(after(state, story::Continue{}));
        }
    }
    static const char* label(Way way) { return way == Way::Right ? "-right-" : "-wrong-"; }

    const story::Lesson& lesson_;
    std::deque<story::RunState> queue_;
    std::set<std::pair<std::string, int>> seen_;
    std::vector<LessonStop> stops_;
};

}  // namespace

std::vector<LessonStop> lesson_stops(const story::Lesson& lesson) { return LessonTour(lesson).run(); }

void for_each_screen(App& app, const std::function<void(const std::string&)>& look) {
    using namespace screens;
    profile::Session& session = app.kit().session();
    const content::Library& library = app.kit().library();
    const auto show = [&](const std::string& name, ScreenPtr screen) {
        app.open(std::move(screen));
        look(name);
    };
    const auto press = [&](const char* id, const std::string& name) {
        if (app.press(ui::WidgetId(id))) look(name);
    };
    const profile::Settings asked = session.settings();
    show("first-start-language", make_first_start(app.kit()));
    press(("language/" + asked.language).c_str(), "first-start-country");
    press("country/", "first-start-companion");
    press("animal/fox", "first-start-colour");
    if (session.profiles().empty()) {
        for (const profile::Companion& companion : {profile::Companion{"owl", "teal"}, {"cat", "plum"}, {"fox", "orange"}}) session.create(companion);
    }
    session.change_settings(asked);
    show("who-is-playing", make_who_is_playing(app.kit()));
    show("title", make_title(app.kit()));
    show("map", make_town_map(app.kit()));
    show("help", make_help(app.kit()));
    for (const content::Country& country : library.countries()) {
        profile::Settings there = asked;
        there.country = country.id;
        session.change_settings(there);
        show("help-" + country.id, make_help(app.kit()));
    }
    session.change_settings(asked);
    show("pause", make_pause(app.kit()));
    show("settings", make_settings(app.kit()));
    show("country", make_country(app.kit()));
    show("grown-ups", make_grown_ups(app.kit()));
    press("erase/owl/teal", "grown-ups-erase");
    show("problems", make_problems(app.kit(), {{"my-pack/lessons/a.json#/scenes/2/next", "no scene \"tel-adult\"; write the id of a scene of this lesson"}}));
    for (const story::Lesson* source : library.lessons()) {
        const auto languages = library.languages_of(source->id);
        const bool whole = std::find(languages.begin(), languages.end(), asked.language) != languages.end();
        const auto lesson = library.lesson_in(source->id, whole || languages.empty() ? asked.language : languages.front());
        if (!lesson) continue;
        for (const LessonStop& stop : lesson_stops(*lesson)) {
            profile::Bookmark bookmark{lesson->id, lesson->revision, stop.state, {}, {}};
            session.remember(bookmark);
            show(lesson->id.value + "-" + stop.name, make_lesson(app.kit(), lesson->id));
        }
        session.forget_bookmark();
        session.light_lantern(lesson->id);
        session.finish(lesson->id);
        show("map-after-" + lesson->id.value, make_town_map(app.kit()));
    }
}

int tour(const Options& options, const LogSink& log) {
    return draw_pictures(options, log, [](App& app, const std::function<void(const std::string&)>& look) { for_each_screen(app, look); return true; });
}

}  // namespace sango::app
