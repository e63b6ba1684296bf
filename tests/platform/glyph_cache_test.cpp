#include "engine/platform/glyph_cache.hpp"

#include "tests/platform/support.hpp"
#include "tests/text/game_fonts.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace sango;
using namespace sango::platform;

namespace {

// The rasterised ink of a run, from its pen on the baseline.
Rect drawn_ink(const GlyphPixels& pixels) {
    Rect ink;
    for (int y = 0; y < pixels.surface->h; ++y)
        for (int x = 0; x < pixels.surface->w; ++x) {
            const auto* row = static_cast<const Uint8*>(pixels.surface->pixels) + static_cast<std::ptrdiff_t>(y) * pixels.surface->pitch;
            Uint32 pixel = 0;
            SDL_memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
            if (pixel >> 24 != 0) ink = united(ink, {static_cast<float>(pixels.x + x), static_cast<float>(pixels.y + y), 1, 1});
        }
    return ink;
}

struct Sample {
    const char* language;
    const char* text;
};

// Marks above marks, below, before their letter, and letters that hang from a slope.
constexpr Sample kSamples[] = {
    {"vi", "Ấ̃ Ậ́ Ṏ ổ"}, {"vi", "Mật khẩu của em"}, {"en", "AVATAR jj fjord"}, {"km", "ត្រូវប្រាប់ពាក្យសម្ងាត់"}, {"km", "កុំប្រាប់"},
    {"ur", "اپنا پاس ورڈ کسی کو نہ بتائیں"}, {"ur", "نستعلیق"}, {"ar", "السلامُ عَلَيْكُمْ"}, {"ar", "مُحَمَّدٌ كِتَابٌ"}, {"th", "ที่นี่ น้ำ"},
    {"ne", "क्षत्रिय पासवर्ड"}, {"am", "የይለፍ ቃል"}, {"zh-Hans", "不要告诉任何人。"}, {"dz", "བོད་སྐད་རྫོགས"}, {"dv", "ދިވެހި"},
    {"hy", "Գաղտնաբառ"}, {"ru", "Никому не говори"}, {"el", "Ἀθῆναι ᾧ"}, {"zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"},
};

}  // namespace

TEST_CASE("each run's ink lies where the typesetter measured it, in every script, weight and size") {
    const text::FontConfig fonts = text::game_fonts();
    std::vector<std::string> log;
    const auto typesetter = text::make_typesetter(fonts, [&log](std::string_view line) { log.emplace_back(line); });
    GlyphRasteriser rasteriser(fonts, [&log](std::string_view line) { log.emplace_back(line); });
    int runs = 0;
    for (const float size : {18.0f, 28.0f, 40.0f, 63.0f})
        for (const text::Weight weight : {text::Weight::Regular, text::Weight::Bold})
            for (const Sample& sample : kSamples) {
                const auto paragraph =
                    typesetter->lay_out(sample.text, {sample.language, text::Direction::LeftToRight, weight, size}, 5000);
                for (const text::Run& run : paragraph->lines.at(0).runs) {
                    CAPTURE(run.text);
                    CAPTURE(size);
                    if (run.ink.empty()) continue;
                    const GlyphPixels pixels = rasteriser.rasterise(run, size);
                    REQUIRE(pixels.surface);
                    const Rect ink = drawn_ink(pixels);
                    CHECK(std::abs(ink.x - run.ink.x) <= 1.1f);
                    CHECK(std::abs(ink.right() - run.ink.right()) <= 1.1f);
                    CHECK(std::abs(ink.bottom() - run.ink.bottom()) <= 1.1f);
                    CHECK(std::abs(ink.y - run.ink.y) <= 2.0f);  // stacked marks are placed on whole pixels
                    ++runs;
                }
            }
    CHECK(runs >= 150);
    CHECK(log.empty());
}

TEST_CASE("letters stand on the baseline whatever is stacked above them, at every size") {
    const text::FontConfig fonts = text::game_fonts();
    const auto typesetter = text::make_typesetter(fonts, {});
    GlyphRasteriser rasteriser(fonts, {});
    for (float size = 12; size < 90; ++size)
        for (const char* words : {"A", "AẤ̃", "HÀ̀̀̀", "AẤ́"}) {
            const auto paragraph = typesetter->lay_out(words, {"vi", text::Direction::LeftToRight, text::Weight::Regular, size}, 5000);
            const GlyphPixels pixels = rasteriser.rasterise(paragraph->lines.at(0).runs.at(0), size);
            REQUIRE(pixels.surface);
            CAPTURE(size);
            CAPTURE(words);
            CHECK(drawn_ink(pixels).bottom() == 0);
        }
}

TEST_CASE("a run that is asked for again is the same texture, and blanks have none") {
    const TestPictures none;
    MemoryStage stage(none, {64, 64}, text::game_fonts());
    const auto typesetter = text::make_typesetter(text::game_fonts(), {});
    const auto paragraph = typesetter->lay_out("Sango", text::style_of("en"), 500);
    const text::Run& run = paragraph->lines.at(0).runs.at(0);
    const GlyphTexture* first = stage.glyphs->find(run, 28);
    REQUIRE(first != nullptr);
    CHECK(stage.glyphs->find(run, 28) == first);
    CHECK(stage.glyphs->find(run, 29) != first);
    text::Run blank = run;
    blank.text = " ";
    blank.ink = {};
    CHECK(stage.glyphs->find(blank, 28) == nullptr);
}

TEST_CASE("a font that is not there shows nothing and is told once") {
    const TestPictures none;
    text::FontConfig fonts;
    fonts.faces.push_back({"gone", "no/such/font.ttf", {}});
    MemoryStage stage(none, {64, 64}, fonts);
    text::Run run;
    run.text = "A";
    run.ink = {0, -10, 8, 10};
    CHECK(stage.glyphs->find(run, 28) == nullptr);
    run.text = "B";
    CHECK(stage.glyphs->find(run, 28) == nullptr);
    REQUIRE(stage.log.size() == 1);
    CHECK(stage.log[0].find("font") != std::string::npos);
}
