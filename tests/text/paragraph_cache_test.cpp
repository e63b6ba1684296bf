#include "engine/text/paragraph_cache.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sango::text;

ParagraphPtr paragraph_of(std::size_t lines) {
    Paragraph paragraph;
    paragraph.lines.resize(lines);
    return std::make_shared<const Paragraph>(std::move(paragraph));
}

}  // namespace

TEST_CASE("What was kept is found, and nothing else") {
    ParagraphCache cache(1 << 20);
    const ParagraphPtr one = paragraph_of(1);
    cache.keep("one", one);
    CHECK(cache.find("one") == one);
    CHECK(cache.find("two") == nullptr);
}

TEST_CASE("Over the limit, what was used longest ago goes first") {
    ParagraphCache probe(1 << 20);
    probe.keep("a", paragraph_of(10));
    ParagraphCache cache(3 * probe.bytes());
    for (const char* key : {"a", "b", "c"}) cache.keep(key, paragraph_of(10));
    REQUIRE(cache.find("a") != nullptr);
    cache.keep("d", paragraph_of(10));
    CHECK(cache.find("b") == nullptr);
    CHECK(cache.find("a") != nullptr);
    CHECK(cache.find("c") != nullptr);
    CHECK(cache.find("d") != nullptr);
    CHECK(cache.bytes() <= 3 * probe.bytes());
}

TEST_CASE("A paragraph over the whole limit is not kept and pushes nothing out") {
    ParagraphCache cache(4096);
    cache.keep("small", paragraph_of(1));
    cache.keep("huge", paragraph_of(1000));
    CHECK(cache.find("huge") == nullptr);
    CHECK(cache.find("small") != nullptr);
}

TEST_CASE("A paragraph in use outlives its place in the cache") {
    ParagraphCache cache(2000);
    const ParagraphPtr held = paragraph_of(3);
    cache.keep("held", held);
    for (int i = 0; i < 100; ++i) cache.keep(std::to_string(i), paragraph_of(5));
    CHECK(cache.find("held") == nullptr);
    CHECK(held->lines.size() == 3);
}

TEST_CASE("Texts, styles and widths have different keys") {
    const Style plain;
    Style other = plain;
    other.weight = Weight::Bold;
    CHECK(ParagraphCache::key("a", plain, 10) == ParagraphCache::key("a", plain, 10));
    CHECK(ParagraphCache::key("a", plain, 10) != ParagraphCache::key("a", other, 10));
    CHECK(ParagraphCache::key("a", plain, 10) != ParagraphCache::key("a", plain, 11));
    other = plain;
    other.direction = Direction::RightToLeft;
    CHECK(ParagraphCache::key("a", plain, 10) != ParagraphCache::key("a", other, 10));
    other = plain;
    other.language = "ena";
    CHECK(ParagraphCache::key("aa", plain, 10) != ParagraphCache::key("a", other, 10));
}
