#include "game/content/library.hpp"
#include "tests/content/pack_samples.hpp"

#include <doctest/doctest.h>

#include <set>

namespace sango::content_tests {
namespace {

story::Lesson good_lesson() {
    Problems problems;
    const auto pack = content::read_pack(good_pack(), problems);
    REQUIRE(pack);
    return pack->lessons.at(0);
}

/// All texts of a lesson's file, whatever they are for: strings under the names that hold texts.
void collect(const data::Json& json, std::multiset<std::string>& texts) {
    static const std::set<std::string> kTextNames{"title", "about", "content_note", "talk", "rule", "text", "because", "hint", "done",
                                                  "app", "result", "reveal", "gives", "after"};
    if (json.is_array()) {
        for (const auto& one : json) collect(one, texts);
    }
    if (!json.is_object()) return;
    const bool is_tell = json.contains("tell") && json.contains("helpers");
    const bool is_rule_step = json.contains("rule") && !json.contains("title");
    for (const auto& [name, value] : json.items()) {
        const bool is_text = value.is_string() && kTextNames.count(name) == 1 && !(is_rule_step && name == "rule") && !(is_tell && name == "about");
        if (is_text) texts.insert(value.get<std::string>());
        else collect(value, texts);
    }
}

TEST_CASE("every text of a lesson is visited once, under a key of its own") {
    const story::Lesson lesson = good_lesson();
    std::set<std::string> keys;
    std::multiset<std::string> visited, written;
    content::for_each_text(lesson, [&](const std::string& key, const std::string& text) {
        CHECK_MESSAGE(keys.insert(key).second, key);
        visited.insert(text);
    });
    collect(data::Json::parse(good_pack().files["lessons/kind-words.json"]), written);
    CHECK(visited == written);
}

TEST_CASE("the keys are those that the format promises") {
    const story::Lesson lesson = good_lesson();
    std::map<std::string, std::string> texts;
    content::for_each_text(lesson, [&](const std::string& key, const std::string& text) { texts.emplace(key, text); });
    const std::pair<const char*, const char*> promised[] = {
        {"title", "Kind words"},
        {"content_note", "What may touch a child: unkind words."},
        {"skill/tell", "Tell somebody"},
        {"yard/hello", "Look, {ben}. Somebody wrote this to {ben.dat}."},
        {"yard/what-now/shout", "Shout back"},
        {"yard/what-now/look/because", "Two see more than one."},
        {"together/note/hint", "Say what happened."},
        {"together/note/what", "What"},
        {"together/note/what/words", "Unkind words."},
        {"together/note/what/words/because", "It says what happened."},
        {"together/steps/save/because", "Then save it."},
        {"together/picture/cloud", "Cloud"},
        {"together/quiz/app", "Which Cloud Are You?"},
        {"together/quiz/result", "A small one!"},
        {"together/quiz/reveal", "It knows now:"},
        {"together/quiz/street/gives", "The street"},
        {"together/quiz/street/because", "A street leads to a door."},
        {"together/quiz/street/elm", "Elm Street"},
        {"together/tell-it/dad", "Not now."},
        {"together/tell-it/feel/odd", "It feels odd."},
        {"together/tell-it/after", "Thank you for telling me. It is not your fault."},
        {"check/how/a", "What does a name say?"},
        {"check/how/b/when", "When it was"},
        {"check/who/a/wall/because", "It says nothing."},
    };
    for (const auto& [key, text] : promised) {
        const std::string whole = "kind-words/" + std::string(key);
        CHECK_MESSAGE(texts[whole] == text, whole);
    }
}

TEST_CASE("changed texts stand in the lesson") {
    story::Lesson lesson = good_lesson();
    content::for_each_text(lesson, [](const std::string& key, std::string& text) { text = key; });
    CHECK(lesson.rule == "kind-words/rule");
    CHECK(std::get<story::Say>(lesson.scenes[0].steps[0].action).text == "kind-words/yard/hello");
    CHECK(lesson.checks[1].b.choices[2].because == "kind-words/check/how/b/how/because");
}

}  // namespace
}  // namespace sango::content_tests
