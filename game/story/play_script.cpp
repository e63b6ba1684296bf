#include "game/story/play_script.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sango::story {
namespace {

constexpr std::string_view kBlanks = " \t\r\v\f";

std::vector<std::string_view> words_of(std::string_view line) {
    line = line.substr(0, line.find('#'));
    std::vector<std::string_view> words;
    for (std::size_t begin = line.find_first_not_of(kBlanks); begin != std::string_view::npos;
         begin = line.find_first_not_of(kBlanks, begin)) {
        const std::size_t end = std::min(line.find_first_of(kBlanks, begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

/// A word of the script as a problem may show it: short, and without bytes that would garble a terminal.
std::string quoted(std::string_view word) {
    constexpr std::size_t kLongest = 40;
    std::string shown = "\"";
    for (const char letter : word.substr(0, kLongest)) shown += letter >= ' ' && letter <= '~' ? letter : '?';
    return shown + (word.size() > kLongest ? "...\"" : "\"");
}

using Words = std::vector<std::string_view>;

/// A command: its first words, what stands after them (for the problem), how many ids those are, and what they make.
struct CommandForm {
    std::string_view name;
    std::string_view usage;
    std::size_t ids;
    PlayAction (*make)(const Words& ids);
};

activities::ItemId item(std::string_view word) {
    return activities::ItemId(word);
}

PlayAction act(activities::Input input) {
    return Input{std::move(input)};
}

const CommandForm kCommands[] = {
    {"next", "next", 0, [](const Words&) -> PlayAction { return Input{Continue{}}; }},
    {"choose", "choose CHOICE", 1, [](const Words& ids) -> PlayAction { return Input{Choose{ChoiceId(ids[0])}}; }},
    {"place", "place SLOT PIECE", 2,
     [](const Words& ids) {
         return act(activities::Place{item(ids[0]), item(ids[1])});
     }},
    {"take", "take ITEM", 1, [](const Words& ids) { return act(activities::Take{item(ids[0])}); }},
    {"press", "press THING", 1, [](const Words& ids) { return act(activities::Press{item(ids[0])}); }},
    {"answer", "answer QUESTION CHOICE", 2,
     [](const Words& ids) {
         return act(activities::Answer{item(ids[0]), item(ids[1])});
     }},
    {"helper", "helper HELPER", 1, [](const Words& ids) { return act(activities::ChooseHelper{item(ids[0])}); }},
    {"piece", "piece ROW PIECE", 2,
     [](const Words& ids) {
         return act(activities::ChoosePiece{item(ids[0]), item(ids[1])});
     }},
    {"send", "send", 0, [](const Words&) { return act(activities::Send{}); }},
    {"hint", "hint", 0, [](const Words&) { return act(activities::Hint{}); }},
    {"back", "back", 0, [](const Words&) -> PlayAction { return GoBack{}; }},
};

const CommandForm kExpectations[] = {
    {"scene", "expect scene SCENE", 1, [](const Words& ids) -> PlayAction { return ExpectScene{SceneId(ids[0])}; }},
    {"step", "expect step STEP", 1, [](const Words& ids) -> PlayAction { return ExpectStep{StepId(ids[0])}; }},
    {"feedback", "expect feedback", 0, [](const Words&) -> PlayAction { return ExpectFeedback{}; }},
    {"results", "expect results", 0, [](const Words&) -> PlayAction { return ExpectResults{}; }},
};

template <std::size_t Count>
const CommandForm* find_form(const CommandForm (&forms)[Count], std::string_view name) {
    for (const CommandForm& form : forms) {
        if (form.name == name) return &form;
    }
    return nullptr;
}

template <std::size_t Count>
std::string names_of(const CommandForm (&forms)[Count]) {
    std::string names;
    for (const CommandForm& form : forms) names += (names.empty() ? "" : ", ") + std::string(form.name);
    return names;
}

/// What is wrong with the ids after a command, if anything.
std::optional<std::string> problem_of(const Words& ids, const CommandForm& form) {
    if (ids.size() != form.ids) return "write \"" + std::string(form.usage) + "\"";
    for (const std::string_view id : ids) {
        if (!is_valid_id(id)) return quoted(id) + " cannot be an id: use 1 to 40 small letters, digits and dashes";
    }
    return std::nullopt;
}

/// One line as a command, or what is wrong with it.
std::variant<PlayAction, std::string> read_command(const Words& words) {
    const bool expects = words[0] == "expect";
    if (expects && words.size() < 2) return "say what to expect: " + names_of(kExpectations);
    const CommandForm* form = expects ? find_form(kExpectations, words[1]) : find_form(kCommands, words[0]);
    if (!form && expects) return quoted(words[1]) + " cannot be expected; use one of " + names_of(kExpectations);
    if (!form) return "there is no command " + quoted(words[0]) + "; use one of " + names_of(kCommands) + ", expect";
    const Words ids(words.begin() + (expects ? 2 : 1), words.end());
    if (const auto problem = problem_of(ids, *form)) return *problem;
    return form->make(ids);
}

class PlayReader {
public:
    PlayReader(std::string_view name, Problems& problems) : problems_(problems) { script_.name = name; }

    void read_line(int line, const Words& words) {
        if (words.empty()) return;
        if (words[0] == "lesson") return read_lesson(line, words);
        if (!began_) report(line, "the first line must be \"lesson LESSON\"");
        began_ = true;
        const auto command = read_command(words);
        if (const auto* problem = std::get_if<std::string>(&command)) return report(line, *problem);
        script_.commands.push_back({line, std::get<PlayAction>(command)});
    }

    Result<PlayScript> finish(int last_line) {
        if (!began_) report(last_line, "the script is empty; its first line must be \"lesson LESSON\"");
        if (first_problem_) return *first_problem_;
        return std::move(script_);
    }

private:
    void read_lesson(int line, const Words& words) {
        if (std::exchange(named_, true)) return report(line, "the lesson is already named; take this line out");
        if (std::exchange(began_, true)) return report(line, "this line must be the first; move it to the top");
        static const CommandForm form = {"lesson", "lesson LESSON", 1, nullptr};
        const Words ids(words.begin() + 1, words.end());
        if (const auto problem = problem_of(ids, form)) return report(line, *problem);
        script_.lesson = LessonId(ids[0]);
    }

    void report(int line, const std::string& what) {
        problems_.push_back({script_.name + ":" + std::to_string(line), what});
        if (!first_problem_) first_problem_ = problems_.back();
    }

    PlayScript script_;
    Problems& problems_;
    std::optional<Problem> first_problem_;
    bool began_ = false;
    bool named_ = false;
};

}  // namespace

Result<PlayScript> parse_play(std::string_view text, std::string_view name, Problems& problems) {
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
    PlayReader reader(name, problems);
    int line = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        reader.read_line(++line, words_of(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.finish(std::max(line, 1));
}

}  // namespace sango::story
