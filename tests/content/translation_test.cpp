#include "game/content/translation.hpp"
#include "tests/content/pack_samples.hpp"

#include <doctest/doctest.h>

namespace sango::content_tests {
namespace {

using content::Names;
using content::Translation;

struct Sample {
    content::Pack pack;
    Translation french;
};

Sample sample() {
    Problems problems;
    MemoryFiles files = good_pack();
    auto pack = content::read_pack(files, problems);
    auto french = content::read_translation(files.files["locales/fr/tiny.json"], "fr", problems);
    REQUIRE(pack);
    REQUIRE(french);
    REQUIRE(problems.empty());
    return {std::move(*pack), std::move(*french)};
}

bool is_whole(const Sample& one) {
    Names names;
    content::add_names(one.pack, &one.french, names);
    return content::is_whole(one.pack.lessons[0], one.pack, nullptr, &one.french, &one.french, names);
}

TEST_CASE("a lesson is whole when every text, name and place is translated") {
    const Sample whole = sample();
    CHECK(is_whole(whole));
    CHECK(content::count_translated(whole.pack, &whole.french).translated == content::count_translated(whole.pack, &whole.french).all);
    CHECK(content::count_translated(whole.pack, nullptr).translated == 0);
}

TEST_CASE("one text less, and the lesson is not whole") {
    const Sample whole = sample();
    for (const auto& entry : whole.french.strings) {
        Sample less = whole;
        less.french.strings.erase(entry.first);
        CHECK_MESSAGE(!is_whole(less), entry.first);
        const content::Count count = content::count_translated(less.pack, &less.french);
        CHECK(count.translated == count.all - 1);
    }
}

TEST_CASE("a changed source text makes its translation old") {
    Sample changed = sample();
    changed.pack.lessons[0].rule = "Tell somebody you trust.";
    CHECK_FALSE(is_whole(changed));
    CHECK(content::fresh(&changed.french, "kind-words/rule", "Tell somebody.") != nullptr);
    CHECK(content::fresh(&changed.french, "kind-words/rule", changed.pack.lessons[0].rule) == nullptr);
}

TEST_CASE("a form that a text uses must have words") {
    Sample one = sample();
    one.french.strings["kind-words/yard/hello"].to = "{ben.dat}";
    CHECK_FALSE(is_whole(one));
    one.french.strings["cast/ben.dat"] = {"Ben", "à Ben"};
    CHECK(is_whole(one));
    Names names;
    content::add_names(one.pack, &one.french, names);
    content::put_into_language(one.pack.lessons[0], &one.french, names);
    CHECK(std::get<story::Say>(one.pack.lessons[0].scenes[0].steps[0].action).text == "\u2068à Ben\u2069");
    one.french.strings["cast/ben.dat"].from = "Benjamin";
    CHECK_FALSE(is_whole(one));
}

TEST_CASE("a renamed character makes all its old names old") {
    Sample one = sample();
    one.pack.cast[1].name = "Benjamin";
    CHECK_FALSE(is_whole(one));
}

}  // namespace
}  // namespace sango::content_tests
