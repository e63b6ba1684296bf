#include "engine/data/json.hpp"
#include "game/content/library.hpp"

#include <algorithm>
#include <array>

namespace sango::content {
namespace {

using activities::ItemId;
using data::Json;
using data::ObjectReader;
using story::ChoiceId;
using story::Flag;
using story::SceneId;
using story::StepId;

constexpr std::array<std::string_view, 7> kReservedScenes{"title", "rule", "talk", "about", "content_note", "skill", "check"};
constexpr std::array<std::string_view, 3> kReservedItems{"hint", "done", "because"};

/// Reads the parts of one lesson file; every fault becomes a problem, so one pass finds them all.
class LessonReader {
public:
    LessonReader(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}

    story::Lesson lesson(const Json& json) {
        story::Lesson lesson;
        ObjectReader in(json, file_ + "#", problems_);
        lesson.id = story::LessonId(in.id("id"));
        lesson.revision = static_cast<int>(in.integer("revision", 1, 1000000));
        lesson.title = in.string("title");
        lesson.place = story::PlaceId(in.id("place"));
        in.each("risk", 1, 4, [&](const Json& risk, const std::string& where) { lesson.risks.push_back(word(risk, where, {"content", "contact", "conduct", "contract"})); });
        lesson.minutes = static_cast<int>(in.integer("minutes", 1, 60));
        lesson.about = in.string("about");
        lesson.content_note = in.string("content_note");
        lesson.talk = in.string("talk");
        lesson.rule = in.string("rule");
        in.each("skills", 1, 6, [&](const Json& skill, const std::string& where) {
            ObjectReader one(skill, where, problems_);
            lesson.skills.push_back({one.id("id"), one.string("text")});
            one.finish();
        });
        lesson.start = SceneId(in.id("start"));
        in.each("scenes", 1, 60, [&](const Json& scene, const std::string& where) { lesson.scenes.push_back(this->scene(scene, where)); });
        in.each("checks", 2, 2, [&](const Json& check, const std::string& where) { lesson.checks.push_back(this->check(check, where)); });
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
        for (const std::string& who : in.strings_or_none("cast")) scene.cast.emplace_back(who);
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
        else if (*kind == "activity") step.action = story::Activity{activity(in)};
        else if (*kind == "tell") step.action = story::Tell{tell(in)};
        else if (*kind == "rule") step.action = story::Rule{};
        else if (*kind == "check") step.action = story::Check{story::QuestionId(step.id.value)};
        else if (*kind == "award") step.action = story::Award{step.id.value};
        else if (*kind == "goto") step.action = story::Goto{SceneId(step.id.value)};
        else step.action = story::End{};
        in.finish();
        return step;
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
            choice.id = ChoiceId(item(one, ids).value);
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

    /// The id of something inside a step; unique there, and not the key of another text.
    static ItemId item(ObjectReader& in, std::set<std::string>& ids) {
        const ItemId id(in.id("id"));
        if (!id.empty() && !ids.insert(id.value).second) in.problem("id", "\"" + id.value + "\" is used twice here; give one another id");
        if (std::find(kReservedItems.begin(), kReservedItems.end(), id.value) != kReservedItems.end()) {
            in.problem("id", "nothing may be called \"" + id.value + "\" here, because a text of the activity has that key; choose another id");
        }
        return id;
    }

    static activities::Frame frame(ObjectReader& in) { return {in.string("text"), in.string("hint"), in.string("done")}; }

    activities::Model activity(ObjectReader& in) {
        switch (in.one_of("kind", {"build", "order", "spot", "reveal"})) {
            case 0: return build(in);
            case 1: return order(in);
            case 2: return spot(in);
            default: return reveal(in);
        }
    }

    activities::Build build(ObjectReader& in) {
        activities::Build build;
        build.frame = frame(in);
        std::set<std::string> slots;
        in.each("slots", 2, 5, [&](const Json& json, const std::string& where) {
            ObjectReader one(json, where, problems_);
            activities::BuildSlot slot;
            slot.id = item(one, slots);
            slot.text = one.string("text");
            std::set<std::string> pieces;
            one.each("pieces", 2, 4, [&](const Json& piece_json, const std::string& place) {
                ObjectReader in_piece(piece_json, place, problems_);
                activities::BuildPiece piece;
                piece.id = item(in_piece, pieces);
                piece.text = in_piece.string("text");
                piece.because = in_piece.string("because");
                piece.fits = in_piece.boolean_or("fits", false);
                in_piece.finish();
                slot.pieces.push_back(std::move(piece));
            });
            if (std::none_of(slot.pieces.begin(), slot.pieces.end(), [](const auto& piece) { return piece.fits; })) {
                one.problem("pieces", "no piece fits here, so nobody could go on; mark at least one with \"fits\": true");
            }
            one.finish();
            build.slots.push_back(std::move(slot));
        });
        return build;
    }

    activities::Order order(ObjectReader& in) {
        activities::Order order;
        order.frame = frame(in);
        std::set<std::string> ids;
        in.each("items", 3, 6, [&](const Json& json, const std::string& where) {
            ObjectReader one(json, where, problems_);
            activities::OrderItem entry;
            entry.id = item(one, ids);
            entry.text = one.string("text");
            entry.because = one.string("because");
            one.finish();
            order.items.push_back(std::move(entry));
        });
        return order;
    }

    activities::Spot spot(ObjectReader& in) {
        activities::Spot spot;
        spot.frame = frame(in);
        spot.picture = in.string("picture");
        std::set<std::string> ids;
        in.each("things", 3, 16, [&](const Json& json, const std::string& where) {
            ObjectReader one(json, where, problems_);
            activities::SpotThing thing;
            thing.id = item(one, ids);
            thing.text = one.string("text");
            thing.because = one.string("because");
            thing.clue = one.boolean_or("clue", false);
            thing.at = region(one);
            one.finish();
            spot.things.push_back(std::move(thing));
        });
        const auto clues = std::count_if(spot.things.begin(), spot.things.end(), [](const auto& thing) { return thing.clue; });
        if (clues < 2) in.problem("things", "there are fewer than two clues; mark them with \"clue\": true");
        if (clues == static_cast<long>(spot.things.size())) in.problem("things", "everything is a clue; add a thing that is none");
        return spot;
    }

    /// `at`: left, top, width, height in hundredths of the picture.
    Rect region(ObjectReader& in) {
        std::vector<double> numbers;
        in.each("at", 4, 4, [&](const Json& json, const std::string&) { numbers.push_back(json.is_number() ? json.get<double>() : -1.0); });
        if (numbers.size() != 4) return {};
        const bool inside = numbers[0] >= 0 && numbers[1] >= 0 && numbers[2] > 0 && numbers[3] > 0 && numbers[0] + numbers[2] <= 100 && numbers[1] + numbers[3] <= 100;
        if (!inside) {
            in.problem("at", "left, top, width and height are hundredths of the picture and must lie inside it (0 to 100)");
            return {};
        }
        return {static_cast<float>(numbers[0]), static_cast<float>(numbers[1]), static_cast<float>(numbers[2]), static_cast<float>(numbers[3])};
    }

    activities::Reveal reveal(ObjectReader& in) {
        activities::Reveal reveal;
        reveal.frame = frame(in);
        reveal.app = in.string("app");
        reveal.result = in.string("result");
        reveal.reveal = in.string("reveal");
        std::set<std::string> ids{"app", "result", "reveal"};
        bool anything_given = false;
        in.each("questions", 2, 8, [&](const Json& json, const std::string& where) {
            ObjectReader one(json, where, problems_);
            activities::RevealQuestion question;
            question.id = item(one, ids);
            question.text = one.string("text");
            std::set<std::string> choice_ids{"gives"};
            one.each("choices", 2, 3, [&](const Json& choice_json, const std::string& place) {
                ObjectReader in_choice(choice_json, place, problems_);
                activities::RevealChoice choice;
                choice.id = item(in_choice, choice_ids);
                choice.text = in_choice.string("text");
                choice.gives = in_choice.boolean_or("gives", false);
                in_choice.finish();
                question.choices.push_back(std::move(choice));
            });
            const bool gives = std::any_of(question.choices.begin(), question.choices.end(), [](const auto& choice) { return choice.gives; });
            const bool keeps = std::any_of(question.choices.begin(), question.choices.end(), [](const auto& choice) { return !choice.gives; });
            if (!keeps) one.problem("choices", "every choice gives something away; add one that does not");
            if (gives) {
                question.gives = one.string("gives");
                question.because = one.string("because");
            }
            anything_given = anything_given || gives;
            one.finish();
            reveal.questions.push_back(std::move(question));
        });
        if (!anything_given) in.problem("questions", "no answer gives anything away, so there is nothing to reveal; mark choices with \"gives\": true");
        return reveal;
    }

    activities::Tell tell(ObjectReader& in) {
        activities::Tell tell;
        tell.about = in.id("about");
        tell.text = in.string("text");
        std::set<std::string> ids{"what", "who", "when", "feel", "after"};
        in.each("helpers", 4, 8, [&](const Json& json, const std::string& where) {
            ObjectReader one(json, where, problems_);
            activities::Helper helper;
            helper.id = item(one, ids);
            helper.who = one.id("who");
            helper.kind = static_cast<activities::HelperKind>(one.one_of("kind", {"home", "school", "community", "friend", "helpline"}));
            helper.reply = static_cast<activities::Reply>(one.one_of("reply", {"listens", "busy", "doubts"}));
            helper.text = one.string("text");
            one.finish();
            tell.helpers.push_back(std::move(helper));
        });
        check_helpers(in, tell);
        if (const Json* pieces = in.raw("pieces")) {
            ObjectReader rows(*pieces, in.place("pieces"), problems_);
            for (const char* name : {"what", "who", "when", "feel"}) {
                activities::TellRow row;
                row.id = ItemId(name);
                std::set<std::string> piece_ids;
                rows.each(name, 2, 4, [&](const Json& json, const std::string& where) {
                    ObjectReader one(json, where, problems_);
                    const ItemId id = item(one, piece_ids);
                    row.pieces.push_back({id, one.string("text")});
                    one.finish();
                });
                tell.rows.push_back(std::move(row));
            }
            rows.finish();
        } else {
            in.problem("pieces", "the pieces of the message are missing; add what, who, when and feel");
        }
        tell.after = in.string("after");
        return tell;
    }

    /// At least three kinds of helper, one outside the home who is not the helpline, the helpline, and one who listens.
    static void check_helpers(ObjectReader& in, const activities::Tell& tell) {
        using activities::HelperKind;
        std::set<HelperKind> kinds;
        bool listens = false;
        for (const activities::Helper& helper : tell.helpers) {
            kinds.insert(helper.kind);
            listens = listens || helper.reply == activities::Reply::Listens;
        }
        if (kinds.size() < 3) in.problem("helpers", "the helpers are of fewer than three kinds; add one of another kind");
        if (kinds.count(HelperKind::Helpline) == 0) in.problem("helpers", "the helpline is missing; add a helper of the kind \"helpline\"");
        if (kinds.count(HelperKind::School) + kinds.count(HelperKind::Community) == 0) {
            in.problem("helpers", "no adult outside the home is among the helpers; add one of the kind \"school\" or \"community\"");
        }
        if (!listens) in.problem("helpers", "nobody listens, so a child would be stuck; let at least one helper listen");
    }

    story::CheckQuestion check(const Json& json, const std::string& where) {
        story::CheckQuestion check;
        ObjectReader in(json, where, problems_);
        check.id = story::QuestionId(in.id("id"));
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

/// What one part of a lesson says about another: ids that must exist.
class ReferenceCheck {
public:
    ReferenceCheck(const story::Lesson& lesson, const std::string& file, Problems& problems) : lesson_(lesson), file_(file), problems_(problems) {}

    void run() {
        std::set<std::string> scenes;
        for (const story::Scene& scene : lesson_.scenes) {
            if (!scenes.insert(scene.id.value).second) say("#/scenes/" + scene.id.value, "two scenes are called \"" + scene.id.value + "\"; give one another id");
        }
        if (!story::find_scene(lesson_, lesson_.start)) say("#/start", "no scene \"" + lesson_.start.value + "\"; write the id of a scene");
        for (const story::Scene& scene : lesson_.scenes) {
            for (const story::Step& step : scene.steps) check(step, "#/scenes/" + scene.id.value + "/steps/" + step.id.value);
        }
        std::set<std::string> skills;
        for (const story::Skill& skill : lesson_.skills) skills.insert(skill.id);
        int about_telling = 0;
        for (const story::CheckQuestion& question : lesson_.checks) {
            if (skills.count(question.skill) == 0) say("#/checks/" + question.id.value + "/skill", "no skill \"" + question.skill + "\"; write the id of one of the skills");
            about_telling += question.about_telling ? 1 : 0;
        }
        if (about_telling != 1) say("#/checks", "exactly one of the two check questions must be about telling; mark it with \"tell\": true");
    }

private:
    void say(const std::string& place, std::string what) { problems_.push_back({file_ + place, std::move(what)}); }

    void check(const story::Step& step, const std::string& place) {
        if (const auto* jump = std::get_if<story::Goto>(&step.action)) scene(jump->scene, place);
        if (const auto* asked = std::get_if<story::Check>(&step.action)) {
            if (!story::find_check(lesson_, asked->question)) say(place, "no check question \"" + asked->question.value + "\"; write the id of one of the checks");
        }
        if (const auto* ask = std::get_if<story::Ask>(&step.action)) {
            for (const story::Choice& choice : ask->choices) {
                if (!choice.next.empty()) scene(choice.next, place + "/choices/" + choice.id.value + "/next");
            }
        }
    }
    void scene(const SceneId& id, const std::string& place) {
        if (!story::find_scene(lesson_, id)) say(place, "no scene \"" + id.value + "\"; write the id of a scene of this lesson");
    }

    const story::Lesson& lesson_;
    const std::string& file_;
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
    if (problems.size() == before) ReferenceCheck(lesson, file, problems).run();
    if (problems.size() != before) return {};
    return lesson;
}

}  // namespace sango::content
