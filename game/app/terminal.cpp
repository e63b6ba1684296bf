#include "game/app/game.hpp"
#include "game/app/modes.hpp"

#include <iostream>
#include <string>

namespace sango::app {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

/// One thing that can be chosen by its number.
struct Offer {
    std::string text;
    story::Input input;
};

/// What a step looks like as text: lines to read, then offers.
struct Page {
    std::vector<std::string> lines;
    std::vector<Offer> offers;
};

class TerminalPlayer {
public:
    TerminalPlayer(const screens::Kit& kit, story::Lesson lesson) : kit_(kit), lesson_(std::move(lesson)) {}

    /// Plays to the end. False when the input ended first.
    bool run() {
        state_ = story::start({lesson_, nullptr}, kit_.surroundings().seed).state;
        while (true) {
            const Page page = this->page();
            print(page);
            if (state_.finished) return true;
            std::string line;
            if (!std::getline(std::cin, line)) return false;
            if (line == "q") return true;
            take(line, page);
        }
    }

private:
    std::string say(const char* key) const { return kit_.say(key); }
    std::string name(const story::CharacterId& id) const { return kit_.library().character_name(id, kit_.settings().language); }

    void take(const std::string& line, const Page& page) {
        if (line == "b") {
            if (!history_.empty()) state_ = history_.back(), history_.pop_back();
            return;
        }
        std::size_t number = 0;
        if (line.empty()) {
            number = page.offers.size() == 1 ? 1 : 0;
        } else if (line.size() <= 2 && line.find_first_not_of("0123456789") == std::string::npos) {
            number = static_cast<std::size_t>(std::stoi(line));
        }
        if (number < 1 || number > page.offers.size()) {
            std::cout << "1-" << page.offers.size() << ", b, q\n";
            return;
        }
        story::Turn turn = story::advance({lesson_, nullptr}, state_, page.offers[number - 1].input);
        history_.push_back(std::move(state_));
        state_ = std::move(turn.state);
    }

    void print(const Page& page) const {
        std::cout << "\n";
        for (const std::string& line : page.lines) std::cout << line << "\n";
        for (std::size_t i = 0; i < page.offers.size(); ++i) std::cout << "  " << i + 1 << "  " << page.offers[i].text << "\n";
        if (!state_.finished) std::cout << "> " << std::flush;
    }

    void next(Page& page) const { page.offers.push_back({say("lesson.next"), story::Continue{}}); }
    void frame(Page& page, const activities::Frame& frame, bool hinted) const {
        page.lines.push_back(frame.text);
        if (hinted) page.lines.push_back("(" + frame.hint + ")");
    }
    void offer(Page& page, std::string text, activities::Input input) const { page.offers.push_back({std::move(text), story::Input{std::move(input)}}); }

    Page page() const {
        const story::View view = story::view({lesson_, nullptr}, state_);
        Page page;
        std::visit(Overloaded{
                       [&](const story::Line& line) {
                           page.lines.push_back(line.by.empty() ? line.text : name(line.by) + ": " + line.text);
                           next(page);
                       },
                       [&](const story::Asking& asking) {
                           page.lines.push_back(asking.text);
                           for (const story::Choice* choice : asking.choices) page.offers.push_back({choice->text, story::Choose{choice->id}});
                       },
                       [&](const story::Feedback& feedback) {
                           page.lines.push_back(say(feedback.choice.good ? "feedback.good" : "feedback.again"));
                           page.lines.push_back(feedback.choice.because);
                           next(page);
                       },
                       [&](const story::RuleCard& rule) {
                           page.lines.push_back(say("lesson.rule") + ": " + rule.text);
                           next(page);
                       },
                       [&](const story::Results& results) {
                           page.lines.push_back(say("results.lantern"));
                           page.lines.push_back(say("results.practised") + ":");
                           for (const story::Skill& skill : results.lesson.skills) page.lines.push_back("  * " + skill.text);
                           page.lines.push_back(say("results.talk") + ": " + results.lesson.talk);
                       },
                       [&](const story::Telling& telling) { tell(page, telling.model, telling.state); },
                       [&](const story::Doing& doing) {
                           std::visit(
                               [&](const auto& model) {
                                   using Model = std::decay_t<decltype(model)>;
                                   if constexpr (!std::is_same_v<Model, activities::Tell>) activity(page, model, doing.state);
                               },
                               doing.model);
                       },
                   },
                   view.shown);
        return page;
    }

    void activity(Page& page, const activities::Build& model, const activities::State& any) const {
        const auto& state = std::get<activities::BuildState>(any);
        frame(page, model.frame, state.hinted);
        if (state.solved) return page.lines.push_back(model.frame.done), next(page);
        bool complete = true;
        for (const activities::BuildSlot& slot : model.slots) {
            const auto placed = state.placed.find(slot.id);
            complete = complete && placed != state.placed.end();
            for (const activities::BuildPiece& piece : slot.pieces) {
                const bool chosen = placed != state.placed.end() && placed->second == piece.id;
                if (chosen && state.wrong_slot == slot.id) {
                    page.lines.insert(page.lines.end(), {"\"" + piece.text + "\"", say("feedback.again"), piece.because});
                }
                if (!state.wrong_slot) offer(page, slot.text + ": " + piece.text + (chosen ? " *" : ""), activities::Place{slot.id, piece.id});
            }
        }
        if (state.wrong_slot) return next(page);
        offer(page, say("activity.hint"), activities::Hint{});
        if (complete) offer(page, say("activity.send"), activities::Send{});
    }

    void activity(Page& page, const activities::Order& model, const activities::State& any) const {
        const auto& state = std::get<activities::OrderState>(any);
        frame(page, model.frame, state.hinted);
        const auto item = [&model](const activities::ItemId& id) -> const activities::OrderItem& {
            return *std::find_if(model.items.begin(), model.items.end(), [&id](const auto& one) { return one.id == id; });
        };
        for (const activities::ItemId& id : state.taken) page.lines.push_back("  - " + item(id).text);
        if (state.solved) return page.lines.push_back(model.frame.done), next(page);
        if (state.wrong_item) {
            page.lines.insert(page.lines.end(), {say("feedback.again"), item(*state.wrong_item).text + ". " + item(*state.wrong_item).because});
            return next(page);
        }
        for (const activities::ItemId& id : state.shown) {
            const bool taken = std::find(state.taken.begin(), state.taken.end(), id) != state.taken.end();
            offer(page, item(id).text + (taken ? " *" : ""), activities::Take{id});
        }
        offer(page, say("activity.hint"), activities::Hint{});
        if (state.taken.size() == model.items.size()) offer(page, say("activity.send"), activities::Send{});
    }

    void activity(Page& page, const activities::Spot& model, const activities::State& any) const {
        const auto& state = std::get<activities::SpotState>(any);
        frame(page, model.frame, state.hinted);
        if (state.solved) return page.lines.push_back(model.frame.done), next(page);
        for (const activities::SpotThing& thing : model.things) {
            if (state.showing == thing.id) {
                page.lines.insert(page.lines.end(), {thing.text + ": " + say(thing.clue ? "activity.spot.clue" : "activity.spot.no-clue"), thing.because});
                return next(page);
            }
        }
        page.lines.push_back(kit_.say("activity.spot.left", {{"clues", std::to_string(activities::clues_left(model, state))}}));
        for (const activities::SpotThing& thing : model.things) {
            offer(page, thing.text + (state.pressed.count(thing.id) > 0 ? " *" : ""), activities::Press{thing.id});
        }
        offer(page, say("activity.hint"), activities::Hint{});
    }

    void activity(Page& page, const activities::Reveal& model, const activities::State& any) const {
        using activities::RevealPhase;
        const auto& state = std::get<activities::RevealState>(any);
        frame(page, model.frame, state.hinted);
        switch (state.phase) {
            case RevealPhase::First:
            case RevealPhase::Again: {
                const activities::RevealQuestion& asked = model.questions[std::min(state.question, model.questions.size() - 1)];
                if (state.wrong_question) return page.lines.push_back(asked.because), next(page);
                page.lines.push_back(model.app + ": " + asked.text);
                for (const activities::RevealChoice& choice : asked.choices) offer(page, choice.text, activities::Answer{asked.id, choice.id});
                offer(page, say("activity.hint"), activities::Hint{});
                return;
            }
            case RevealPhase::Result: page.lines.push_back(model.result); break;
            case RevealPhase::Revealed: {
                const auto given = activities::given_away(model, state);
                page.lines.push_back(given.empty() ? say("activity.reveal.nothing") : model.reveal);
                for (const activities::RevealQuestion* one : given) page.lines.push_back("  * " + one->gives + ": " + one->because);
                break;
            }
            case RevealPhase::Solved: page.lines.push_back(model.frame.done); break;
        }
        next(page);
    }

    void tell(Page& page, const activities::Tell& model, const activities::TellState& state) const {
        const activities::Helper* helper = state.helper ? activities::find_helper(model, *state.helper) : nullptr;
        switch (state.phase) {
            case activities::TellPhase::Who:
                page.lines.insert(page.lines.end(), {model.text, say(state.tried.empty() ? "tell.who" : "tell.who.again")});
                for (const activities::Helper& one : model.helpers) {
                    offer(page, name(story::CharacterId(one.who)) + (state.tried.count(one.id) > 0 ? " (" + say("tell.tried") + ")" : ""),
                          activities::ChooseHelper{one.id});
                }
                return;
            case activities::TellPhase::What:
                page.lines.push_back(say("tell.what"));
                for (const activities::TellRow& row : model.rows) {
                    const auto chosen = state.pieces.find(row.id);
                    for (const activities::TellPiece& piece : row.pieces) {
                        const bool is_chosen = chosen != state.pieces.end() && chosen->second == piece.id;
                        offer(page, kit_.say("tell.row." + row.id.value) + " " + piece.text + (is_chosen ? " *" : ""), activities::ChoosePiece{row.id, piece.id});
                    }
                }
                if (state.pieces.size() == model.rows.size()) offer(page, say("activity.send"), activities::Send{});
                return;
            case activities::TellPhase::Answer:
                if (!helper) break;
                page.lines.push_back(name(story::CharacterId(helper->who)) + ": " + helper->text);
                if (helper->reply != activities::Reply::Listens) page.lines.push_back(say("tell.not-yet"));
                break;
            case activities::TellPhase::After:
                page.lines.push_back(say("tell.after"));
                if (helper) page.lines.push_back(name(story::CharacterId(helper->who)) + ": " + model.after);
                break;
        }
        next(page);
    }

    screens::Kit kit_;
    story::Lesson lesson_;
    story::RunState state_;
    std::vector<story::RunState> history_;
};

}  // namespace

int play_in_terminal(const Options& options, const LogSink& log) {
    Game game = open_game(options, Memory::Forgotten, log);
    const screens::Kit kit(*game.library, *game.session, game.surroundings);
    const auto lessons = game.library->lessons();
    std::string wanted = options.lesson;
    if (wanted.empty()) {
        std::cout << kit.say("map.title") << "\n";
        for (std::size_t i = 0; i < lessons.size(); ++i) std::cout << "  " << i + 1 << "  " << lessons[i]->title << "\n";
        std::cout << "> " << std::flush;
        std::string line;
        if (!std::getline(std::cin, line)) return 0;
        const auto number = line.size() == 1 && line[0] >= '1' && line[0] <= '9' ? static_cast<std::size_t>(line[0] - '1') : lessons.size();
        if (number < lessons.size()) wanted = lessons[number]->id.value;
    }
    auto lesson = game.library->lesson_in(story::LessonId(wanted), kit.settings().language);
    if (!lesson) {
        std::cerr << "There is no lesson \"" << wanted << "\" in the language " << kit.settings().language << ". Lessons:";
        for (const story::Lesson* one : lessons) std::cerr << " " << one->id.value;
        std::cerr << "\n";
        return 1;
    }
    std::cout << lesson->title << "\n(" << kit.say("lesson.next") << ": Enter; b: " << kit.say("header.back") << "; q)\n";
    TerminalPlayer player(kit, std::move(*lesson));
    player.run();
    return 0;
}

}  // namespace sango::app
