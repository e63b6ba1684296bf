#include "engine/text/font_book.hpp"

#include "tests/text/game_fonts.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sango::text;

struct Setup {
    FontConfig config = game_fonts();
    std::vector<std::string> logged;
    FontBook fonts{config, [this](std::string_view line) { logged.emplace_back(line); }};
};

}  // namespace

TEST_CASE("Only the faces that a text needs are opened") {
    Setup setup;
    CHECK(setup.fonts.open_count() == 0);
    static_cast<void>(setup.fonts.line_metrics("en", Weight::Regular));
    CHECK(setup.fonts.open_count() == 1);
    CHECK(setup.fonts.covers(face_index(setup.config, "andika"), U'a'));
    CHECK(setup.fonts.open_count() == 1);
    static_cast<void>(setup.fonts.line_metrics("km", Weight::Bold));
    CHECK(setup.fonts.open_count() == 3);
}

TEST_CASE("A chain is the language's own faces, then the fallback ones, each once") {
    Setup setup;
    const Chain& khmer = setup.fonts.chain("km", Weight::Regular);
    REQUIRE(khmer.own == 2);
    CHECK(khmer.faces[0] == face_index(setup.config, "noto-khmer"));
    CHECK(khmer.faces[1] == face_index(setup.config, "andika"));
    CHECK(khmer.faces.back() == face_index(setup.config, "noto-sc"));
    CHECK(khmer.faces.size() == setup.config.fallback.size());  // which names both of Khmer's faces again
}

TEST_CASE("A bold chain has each regular face after its bold one") {
    Setup setup;
    const Chain& english = setup.fonts.chain("en", Weight::Bold);
    REQUIRE(english.own == 2);
    CHECK(english.faces[0] == face_index(setup.config, "andika", Weight::Bold));
    CHECK(english.faces[1] == face_index(setup.config, "andika"));
}

TEST_CASE("A region's tag falls back to its language, an unknown language to the faces for all") {
    Setup setup;
    CHECK(setup.fonts.chain("km-KH", Weight::Regular).own == 2);
    CHECK(setup.fonts.chain("qqx", Weight::Regular).own == 0);
    CHECK(setup.fonts.line_metrics("qqx", Weight::Regular).height > 1);
}

TEST_CASE("A face that nobody describes is told") {
    FontConfig config = game_fonts();
    config.chains["en"] = {"comic", "andika"};
    std::vector<std::string> logged;
    FontBook fonts(config, [&](std::string_view line) { logged.emplace_back(line); });
    CHECK(fonts.chain("en", Weight::Regular).own == 1);
    REQUIRE(logged.size() == 1);
    CHECK(logged.front() == "text: no face is called \"comic\" (asked for by en)");
}

TEST_CASE("What HarfBuzz can put together counts as covered") {
    Setup setup;
    const std::uint16_t khmer = face_index(setup.config, "noto-khmer");
    CHECK_FALSE(setup.fonts.covers(khmer, U'a'));
    CHECK_FALSE(setup.fonts.covers(khmer, U'1'));
    CHECK(setup.fonts.covers(khmer, 0x202F));                               // a narrow space is a space of another width
    CHECK(setup.fonts.covers(khmer, 0x2011));                               // a no-break hyphen is a hyphen
    CHECK(setup.fonts.covers(face_index(setup.config, "andika"), 0x212B));  // the angstrom sign is an A with a ring
}

TEST_CASE("A line is as high as the tallest of the language's faces") {
    Setup setup;
    const LineMetrics english = setup.fonts.line_metrics("en", Weight::Regular);
    CHECK(english.height == doctest::Approx(1.612).epsilon(0.01));
    CHECK(english.ascent + english.descent <= english.height);
    CHECK(setup.fonts.line_metrics("ar", Weight::Regular).height > english.height);
    CHECK(setup.fonts.line_metrics("en", Weight::Bold).height == doctest::Approx(english.height));
}

TEST_CASE("Nepali has its own shapes though nobody asks for them") {
    Setup setup;
    hb_font_t* const font = setup.fonts.font(face_index(setup.config, "noto-devanagari-nepali"));
    REQUIRE(font != nullptr);
    hb_codepoint_t plain = 0;
    REQUIRE(hb_font_get_nominal_glyph(font, U'झ', &plain) != 0);
    hb_buffer_t* const buffer = hb_buffer_create();
    hb_buffer_add(buffer, U'झ', 0);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_DEVANAGARI);
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* const glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    REQUIRE(count == 1);
    CHECK(glyphs[0].codepoint != plain);
    hb_buffer_destroy(buffer);
}
