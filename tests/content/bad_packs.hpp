// Packs with one fault each, tests/content/bad/NAME laid over a sound pack, and the sentences that their authors read.
#pragma once

#include "tests/content/pack_samples.hpp"

#include <string>
#include <vector>

namespace sango::content_tests {

/// What cannot be played because of the fault.
enum class Lost { Nothing, Lesson, Pack };

struct BadPack {
    std::string name;
    std::string wrong_form;  ///< the file whose form a JSON Schema refuses; empty where only our reader can know
    Lost lost = Lost::Nothing;
    std::vector<std::string> says;
};

inline MemoryFiles bad_pack(const BadPack& bad) {
    MemoryFiles pack = load_files(bad.name.rfind("country-", 0) == 0 ? "tests/content/good-country" : "tests/content/good", "tiny");
    put_over(pack, "tests/content/bad/" + bad.name);
    return pack;
}

// clang-format off
inline const std::vector<BadPack> kBadPacks = {
    {"cast-no-picture", "", Lost::Nothing, {
      "tiny/cast.json#/characters/ada/look/head: no picture \"hat\": add pictures/hat.svg, or correct the name"}},
    {"cast-twice", "", Lost::Nothing, {
      "tiny/cast.json#/characters/5/id: \"ben\" is used twice here: give one another id"}},
    {"cast-unknown-gender", "cast.json", Lost::Nothing, {
      "tiny/cast.json#/characters/1/gender: must be \"f\", \"m\" or \"n\", not \"x\""}},
    {"country-bad-tag", "pack.json", Lost::Nothing, {
      "tiny/pack.json#/country/helplines/0/languages: \"français\" is no language tag: write one such as \"pt-BR\""}},
    {"country-no-day", "", Lost::Nothing, {
      "tiny/pack.json#/country/helplines/0/checked: must be a day, written as \"2026-11-21\""}},
    {"country-no-number", "", Lost::Nothing, {
      "tiny/pack.json#/country/emergency/0/number: is no number to dial: write digits"}},
    {"country-no-source", "pack.json", Lost::Nothing, {
      "tiny/pack.json#/country/helplines/0/sources: must be a list of 1 to 20, but has 0"}},
    {"country-nothing", "pack.json", Lost::Nothing, {
      "tiny/pack.json#/country: is missing: add the country's names, emergency numbers and helplines"}},
    {"country-odd-hours", "pack.json", Lost::Nothing, {
      "tiny/pack.json#/country/helplines/0/hours: must be written as \"08:00-20:00\""}},
    {"lesson-circle", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/yard/steps/hello: from here no end can be reached; add a way on, a good choice or an end",
      "tiny/lessons/kind-words.json#/scenes/alone/steps/and-now: from here no end can be reached; add a way on, a good choice or an end",
      "tiny/lessons/kind-words.json#/scenes/together/steps/note: from here no end can be reached; add a way on, a good choice or an end"}},
    {"lesson-clue-outside", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/2/things/0/at: left, top, width and height are hundredths of the picture and must lie inside it (0 to 100)"}},
    {"lesson-cut-off", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json:2:12: the text that starts here is never closed: put a \" at its end"}},
    {"lesson-goto-nowhere", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/yard/steps/nowhere: no scene \"nowhere\"; write the id of a scene of this lesson"}},
    {"lesson-id-with-capitals", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/0/steps/0/say: \"Hello There\" is no id: use 1 to 40 small letters a to z, digits and dashes, with a letter or digit first"}},
    {"lesson-lone-brace", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#kind-words/yard/sorry: a brace stands alone: write a name in braces as {leo}, or take the brace out"}},
    {"lesson-minutes-in-quotes", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/minutes: must be a whole number from 1 to 60, not a text"}},
    {"lesson-misspelt-key", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/0/steps/0/txt: is a name that nothing reads here: delete it"}},
    {"lesson-named-otherwise", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/id: must be \"kind-words\", as the file is called"}},
    {"lesson-no-good-choice", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/0/steps/1/choices: none of the choices is good; mark the one that helps with \"good\": true"}},
    {"lesson-no-helpline", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/4/helpers: the helpline is missing; add a helper of the kind \"helpline\""}},
    {"lesson-no-object", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#: must be an object { }, not a list [ ]"}},
    {"lesson-no-rule", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/together/steps/done: the way yard > alone > together ends here without the rule card; every way must pass one"}},
    {"lesson-no-start", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/start: no scene \"yards\"; write the id of a scene"}},
    {"lesson-no-tell", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/together/steps/done: the way yard > alone > together ends here without a Tell beat; every way must pass one"}},
    {"lesson-no-title", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/title: is missing: add it with a text in double quotes"}},
    {"lesson-nobody-listens", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/4/helpers: nobody listens, so a child would be stuck; let at least one helper listen"}},
    {"lesson-not-mended", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/yard/steps/what-now/choices/hide: after this choice the story can end without a good choice; ask a question that mends it before the end",
      "tiny/lessons/kind-words.json#/scenes/alone: this scene is never reached; lead to it or take it out"}},
    {"lesson-nothing-fits", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/0/slots/0/pieces: no piece fits here, so nobody could go on; mark at least one with \"fits\": true"}},
    {"lesson-nothing-revealed", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/3/questions/1/choices: no choice gives this away; mark the one that does with \"gives\": true, or delete the question's \"gives\" and \"because\"",
      "tiny/lessons/kind-words.json#/scenes/2/steps/3/questions: no answer gives anything away, so there is nothing to reveal; mark choices with \"gives\": true"}},
    {"lesson-one-choice", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/1/steps/0/choices: must be a list of 2 to 4, but has 1"}},
    {"lesson-one-clue", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/2/things: there are fewer than two clues; mark them with \"clue\": true"}},
    {"lesson-other-award", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/8/award: only the lantern can be awarded; write { \"award\": \"lantern\" }"}},
    {"lesson-question-never-asked", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/checks/how: this question is never asked; add a step { \"check\": \"how\" }"}},
    {"lesson-reserved-scene", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/1/id: no scene may be called \"rule\", because a text of the lesson has that key; choose another id"}},
    {"lesson-runs-out", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/together: the steps run out here; close the scene with a goto, an end, or a question all of whose choices have \"next\""}},
    {"lesson-step-of-no-kind", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/0/steps/3: a step begins with one of: say, ask, activity, tell, rule, check, award, goto, end"}},
    {"lesson-three-helpers", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/2/steps/4/helpers: must be a list of 4 to 8, but has 3"}},
    {"lesson-two-choices-alike", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/0/steps/1/choices/1/id: \"hide\" is used twice here; give one another id"}},
    {"lesson-two-right-answers", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/checks/0/a/choices: exactly one choice of a check question is good"}},
    {"lesson-two-steps-alike", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/0/steps/2: two steps of this scene are called \"hello\"; give one another id"}},
    {"lesson-unknown-form", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#kind-words/yard/sorry: {ada} has no form \"dat\"; add it to \"forms\" in cast.json, or write {ada}"}},
    {"lesson-unknown-mood", "lessons/kind-words.json", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/0/steps/0/mood: must be \"happy\", \"curious\", \"thinking\", \"worried\", \"proud\", \"surprised\", \"calm\", \"cheering\", \"listening\" or \"sad\", not \"angry\""}},
    {"lesson-unknown-name", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#kind-words/yard/sorry: no character \"bem\" for the name in braces; write the id of a character of cast.json"}},
    {"lesson-unknown-picture", "", Lost::Nothing, {
      "tiny/lessons/kind-words.json#/scenes/yard/steps/hello/show: no picture \"foto\"; add pictures/foto.svg, or correct the name"}},
    {"lesson-unknown-place", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/yard/place: no place \"moon\"; write the id of a place of places.json"}},
    {"lesson-unknown-skill", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/checks/how/skill: no skill \"listen\"; write the id of one of the skills"}},
    {"lesson-unknown-speaker", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/yard/steps/hello/by: no character \"adda\"; write the id of a character of cast.json"}},
    {"lesson-unreached-scene", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/alone: this scene is never reached; lead to it or take it out"}},
    {"lesson-unset-flag", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json#/scenes/yard/steps/sorry/when: no choice sets the flag \"showted\"; add it to the \"set\" of a choice, or correct its name"}},
    {"pack-key-twice", "", Lost::Pack, {
      "tiny/pack.json:2:77: the name \"title\" stands twice in one object: delete one of the two"}},
    {"pack-lesson-missing", "", Lost::Nothing, {
      "tiny/lessons/kinder-words.json: is not there: add the file, or correct its name"}},
    {"pack-lesson-twice", "", Lost::Nothing, {
      "tiny/pack.json#/lessons/1: \"kind-words\" is listed twice: delete one of the two"}},
    {"pack-lesson-unlisted", "", Lost::Lesson, {
      "tiny/lessons/kind-words.json: is not listed under \"lessons\" in pack.json: add it there, or take the file out"}},
    {"pack-newer", "pack.json", Lost::Pack, {
      "tiny/pack.json#/format: this pack is made for a newer Sango: get the newest version of the game to play it"}},
    {"pack-no-licence", "pack.json", Lost::Nothing, {
      "tiny/pack.json#/licence: is missing: add it with a text in double quotes"}},
    {"pack-unknown-kind", "pack.json", Lost::Pack, {
      "tiny/pack.json#/kind: must be \"lessons\", \"country\" or \"language\", not \"lesson\""}},
    {"picture-other-kind", "", Lost::Nothing, {
      "tiny/pictures/photo.gif: is no picture that the game can show: use SVG or PNG, with the ending .svg or .png"}},
    {"picture-with-script", "", Lost::Nothing, {
      "tiny/pictures/photo.svg:1: <script> is not shown: pictures run nothing, delete it"}},
    {"places-bad-colour", "places.json", Lost::Nothing, {
      "tiny/places.json#/places/0/sky/0: must be a colour such as \"#f28a2e\": # and six digits 0 to 9 or a to f"}},
    {"places-no-floor", "places.json", Lost::Nothing, {
      "tiny/places.json#/places/0/floor: is missing: add { \"at\": HEIGHT, \"colours\": [TOP, BOTTOM] }"}},
    {"translation-empty", "locales/fr/tiny.json", Lost::Nothing, {
      "tiny/locales/fr/tiny.json#/strings/kind-words/rule/to: is empty: write a text"}},
    {"translation-lost-name", "", Lost::Nothing, {
      "tiny/locales/fr/tiny.json#/strings/kind-words/about/to: {ada} is lost: keep it in the translation"}},
    {"translation-no-review", "locales/fr/tiny.json", Lost::Nothing, {
      "tiny/locales/fr/tiny.json#/review: is missing: add { \"state\": \"machine\" }, or who has read it"}},
    {"translation-stale", "", Lost::Nothing, {
      "tiny/locales/fr/tiny.json#/strings/kind-words/rule: the source text has changed: translate it anew and copy it to \"from\""}},
    {"translation-unknown-key", "", Lost::Nothing, {
      "tiny/locales/fr/tiny.json#/strings/kind-words/rules: the pack has no text with this key: correct the key, or delete it"}},
};
// clang-format on

}  // namespace sango::content_tests
