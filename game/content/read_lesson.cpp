#include "engine/data/json.hpp"
#include "game/content/lesson_parts.hpp"
#include "game/content/library.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace sango::content {
namespace {

using data::Json;
using data::ObjectReader;
using story::ChoiceId;
using story::Flag;
using story::SceneId;
using story::StepId;

constexpr std::array<std::string_view, 7> kReservedScenes{"title", "rule", "talk", "about", "content_note", "skill", "check"};
constexpr std::array<std::string_view, 2> kReservedLessons{"cast", "place"};

/// Reads the parts of one lesson file; every fault becomes a problem, so one pass finds them all.
class LessonReader {
public:
    LessonReader(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}

    story::Lesson lesson(const Json& json) {
        story::Lesson lesson;
        ObjectReader in(json, file_ + "#", problems_);
        lesson.id = story::LessonId(in.id("id"));
        if (std::find(kReservedLessons.begin(), kReservedLessons.end(), lesson.id.value) != kReservedLessons.end()) {
            in.problem("id", "no lesson may be called \"" + lesson.id.value + "\", because texts of the pack have such keys; choose another id");
        }
        lesson.revision = static_cast<int>(in.integer("revision", 1, 1000000));
        lesson.title = in.string("title");
        lesson.place = story::PlaceId(in.id("place"));
        in.each("risk", 1, 4, [&](const Json& risk, const std::string& where) { lesson.risks.push_back(word(risk, where, {"content", "contact", "conduct", "contract"})); });
        lesson.minutes = static_cast<int>(in.integer("minutes", 1, 60));
        lesson.about = in.string("about");
        lesson.content_note = in.string("content_note");
        lesson.talk = in.string("talk");
        lesson.rule = in.string("rule");
        std::set<std::string> skills, checks;
        in.each("skills", 1, 6, [&](const Json& skill, const std::string& where) {
            ObjectReader one(skill, where, problems_);
            const std::string id = read_item_id(one, skills).value;
            lesson.skills.push_back({id, one.string("text")});
            one.finish();
        });
        lesson.start = SceneId(in.id("start"));
        in.each("scenes", 1, 60, [&](const Json& scene, const std::string& where) { lesson.scenes.push_back(this->scene(scene, where)); });
        in.each("checks", 2, 2, [&](const Json& check, const std::string& where) { lesson.checks.push_back(this->check(check, where, checks)); });
        in.finish();
        return lesson;
    }

private:
    void problem(const std::string& where, std::string what) { problems_.push_back({where, std::move(what)}); }

    std::string word(const Json& json, const std::string& where, std::initializer_list<std::string_view> words) {
        const std::string value = json.is_string() ? json.get<std::string>() : std::string();
        if (std::find(words.begin(), words.end(), value) != words.end()) return value;
        std::string all;
        for (const std::string_view one : words) all += (all.empty() ? "" : ", ") + std::string(one);
        problem(where, "this must be one of: " + all);
        return {};
    }

    static story::Mood mood(ObjectReader& in, story::Mood fallback) {
        if (!in.has("mood")) return fallback;
        return static_cast<story::Mood>(
            in.one_of("mood", {"happy", "curious", "thinking", "worried", "proud", "surprised", "calm", "cheering", "listening", "sad"}));
    }

    static std::vector<Flag> flags(ObjectReader& in, const char* key) {
        std::vector<Flag> flags;
        for (const std::string& name : in.strings_or_none(key)) {
            if (!is_valid_id(name)) in.problem(key, "a flag is written in small letters, digits and dashes, but this is \"" + name + "\"");
            flags.emplace_back(name);
        }
        return flags;
    }

    story::Scene scene(const Json& json, const std::string& where) {
        story::Scene scene;
        ObjectReader in(json, where, problems_);
        scene.id = SceneId(in.id("id"));
        if (std::find(kReservedScenes.begin(), kReservedScenes.end(), scene.id.value) != kReservedScenes.end()) {
            in.problem("id", "no scene may be called \"" + scene.id.value + "\", because a text of the lesson has that key; choose another id");
        }
        scene.place = story::PlaceId(in.id("place"));
        for (const std::string& who : in.strings_or_none("cast")) {
            const story::CharacterId id(who);
            if (std::find(scene.cast.begin(), scene.cast.end(), id) != scene.cast.end()) in.problem("cast", "\"" + who + "\" stands on the stage twice; delete one of the two");
            scene.cast.push_back(id);
        }
        scene.checkpoint = in.boolean_or("checkpoint", false);
        std::set<std::string> ids;
        in.each("steps", 1, 100, [&](const Json& step, const std::string& place) {
            scene.steps.push_back(this->step(step, place));
            const std::string& id = scene.steps.back().id.value;
            if (!id.empty() && !ids.insert(id).second) problem(place, "two steps of this scene are called \"" + id + "\"; give one another id");
        });
        in.finish();
        return scene;
    }

    story::Step step(const Json& json, const std::string& where) {
        static constexpr std::array<const char*, 9> kKinds{"say", "ask", "activity", "tell", "rule", "check", "award", "goto", "end"};
        story::Step step;
        ObjectReader in(json, where, problems_);
        if (!in.is_object()) return step;
        const std::vector<std::string> keys = in.keys();
        const auto kind = std::find_first_of(keys.begin(), keys.end(), kKinds.begin(), kKinds.end());
        if (kind == keys.end()) {
            problem(where, "a step begins with one of: say, ask, activity, tell, rule, check, award, goto, end");
            return step;
        }
        step.id = StepId(in.id(*kind));
        step.condition = {flags(in, "when"), flags(in, "unless")};
        if (*kind == "say") step.action = say(in);
        else if (*kind == "ask") step.action = ask(in);
        else if (*kind == "activity") step.action = story::Activity{read_activity(in, problems_)};
        else if (*kind == "tell") step.action = story::Tell{read_tell(in, problems_)};
        else if (*kind == "rule") step.action = story::Rule{};
        else if (*kind == "check") step.action = story::Check{story::QuestionId(step.id.value)};
        else if (*kind == "award") step.action = award(in, step.id);
        else if (*kind == "goto") step.action = story::Goto{SceneId(step.id.value)};
        else step.action = story::End{};
        in.finish();
        return step;
    }

    static story::Award award(ObjectReader& in, const StepId& id) {
        if (!id.empty() && id.value != "lantern") in.problem("award", "only the lantern can be awarded; write { \"award\": \"lantern\" }");
        return {id.value};
    }

    static story::Say say(ObjectReader& in) {
        story::Say say;
        if (in.has("by")) say.by = story::CharacterId(in.id("by"));
        say.mood = mood(in, story::Mood::Happy);
        say.text = in.string("text");
        say.show = in.string_or("show", "");
        return say;
    }

    story::Ask ask(ObjectReader& in) {
        story::Ask ask;
        if (in.has("by")) ask.by = story::CharacterId(in.id("by"));
        ask.mood = mood(in, story::Mood::Curious);
        ask.text = in.string("text");
        ask.choices = choices(in, 2, 4, Jumps::Allowed);
        if (std::none_of(ask.choices.begin(), ask.choices.end(), [](const story::Choice& choice) { return choice.good; })) {
            in.problem("choices", "none of the choices is good; mark the one that helps with \"good\": true");
        }
        return ask;
    }

    enum class Jumps { Allowed, Forbidden };
    std::vector<story::Choice> choices(ObjectReader& in, std::size_t least, std::size_t most, Jumps jumps) {
        std::vector<story::Choice> choices;
        std::set<std::string> ids;
        in.each("choices", least, most, [&](const Json& json, const std::string& where) {
            ObjectReader one(json, where, problems_);
            story::Choice choice;
            choice.id = ChoiceId(read_item_id(one, ids).value);
            choice.text = one.string("text");
            choice.because = one.string("because");
            choice.good = one.boolean_or("good", false);
            if (jumps == Jumps::Allowed) {
                if (one.has("next")) choice.next = SceneId(one.id("next"));
                choice.set = flags(one, "set");
            }
            one.finish();
            choices.push_back(std::move(choice));
        });
        return choices;
    }

    story::CheckQuestion check(const Json& json, const std::string& where, std::set<std::string>& ids) {
        story::CheckQuestion check;
        ObjectReader in(json, where, problems_);
        check.id = story::QuestionId(read_item_id(in, ids).value);
        check.skill = in.id("skill");
        check.about_telling = in.boolean_or("tell", false);
        for (auto [key, form] : {std::pair{"a", &check.a}, std::pair{"b", &check.b}}) {
            const Json* wording = in.raw(key);
            if (!wording) {
                in.problem(key, "form " + std::string(key) + " of this question is missing");
                continue;
            }
            ObjectReader one(*wording, in.place(key), problems_);
            form->text = one.string("text");
            form->choices = choices(one, 3, 4, Jumps::Forbidden);
            if (std::count_if(form->choices.begin(), form->choices.end(), [](const auto& choice) { return choice.good; }) != 1) {
                one.problem("choices", "exactly one choice of a check question is good");
            }
            one.finish();
        }
        in.finish();
        return check;
    }

    std::string file_;
    Problems& problems_;
};

}  // namespace

std::optional<story::Lesson> read_lesson(std::string_view json, const std::string& file, Problems& problems) {
    const std::size_t before = problems.size();
    auto parsed = data::parse_json(json, file);
    if (!parsed) {
        problems.push_back(parsed.problem());
        return {};
    }
    story::Lesson lesson = LessonReader(file, problems).lesson(*parsed);
    if (problems.size() == before) check_references(lesson, file, problems);
    if (problems.size() != before) return {};
    return lesson;
}

}  // namespace sango::content
