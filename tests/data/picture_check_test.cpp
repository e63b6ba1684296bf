#include "engine/data/picture_check.hpp"

#include "engine/data/svg_values.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace sango::data {
namespace {

std::string svg(std::string_view inner) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\" viewBox=\"-20 30 200 100\">" + std::string(inner) +
           "</svg>";
}

std::string problems_of(std::string_view bytes, std::string_view file = "a.svg") {
    Problems problems;
    const auto info = check_picture(bytes, file, problems);
    CHECK(static_cast<bool>(info) == problems.empty());
    if (!info) CHECK(info.problem() == problems.front());
    std::string said;
    for (const Problem& problem : problems) {
        if (!said.empty()) said += "\n";
        said += to_string(problem);
    }
    return said;
}

// A PNG's head with a right sum, and chunks after it.
std::string png(unsigned width, unsigned height) {
    const auto number = [](std::uint32_t value) {
        std::string bytes;
        for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
        return bytes;
    };
    const auto chunk = [&](const std::string& kind, const std::string& data) {
        std::uint32_t sum = 0xFFFFFFFFu;
        for (const char c : kind + data) {
            sum ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1u) ? 0xEDB88320u : 0u);
        }
        return number(static_cast<std::uint32_t>(data.size())) + kind + data + number(~sum);
    };
    const std::string head = number(width) + number(height) + std::string("\x08\x06\0\0\0", 5);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + chunk("tEXt", "Title") + chunk("IDAT", "....") + chunk("IEND", "");
}

}  // namespace

TEST_CASE("everything on the list of what our rasteriser shows rightly is taken") {
    const std::string drawing = R"svg(
      <defs>
        <linearGradient id="sky" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="100">
          <stop offset="0" stop-color="#ffffff"/><stop offset="50%" stop-color="#36ADA6" stop-opacity="0.5"/>
        </linearGradient>
        <radialGradient id="sun" gradientUnits="userSpaceOnUse" cx="5" cy="5" r="5">
          <stop offset="0" stop-color="#ffffff"></stop><stop offset="1" stop-color="#000000"/>
        </radialGradient>
      </defs>
      <g transform="translate(10 20) rotate(5, 3 3) scale(-1 1) skewX(3) skewY(.5) matrix(1 0 0 1 2 3)" fill="#1f8a8a">
        <path d="M1 2l3-4.5.5 1H4v1C1 2,3 4 5 6s1 2 3 4q1 2 3 4t1 2a5 5 0 0 1 3 4A1 1 30 1,0 5 5zm1 1z" stroke="url(#sky)"
          stroke-width="1.5" stroke-linecap="round" stroke-linejoin="bevel"/>
      </g>
      <rect x="1" y="2" width="3" height="4" rx="1" fill="url(#sun)" opacity=".5"/>
      <circle cx="1" cy="2" r="3" fill='none' stroke="#2b2a3a"/>
      <ellipse cx="1" cy="2" rx="3" ry="4" fill-opacity="0" stroke-opacity="1"/>
      <line x1="1" y1="2" x2="3" y2="4"/><polyline points="1,2 3,4"/><polygon points="1 2 3 4 5 6"/><g/>
    )svg";
    const std::string picture = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a house -->\n" + svg(drawing);
    CHECK(problems_of(picture) == "");
}

TEST_CASE("an SVG lies where its viewBox says") {
    Problems problems;
    const auto info = check_picture(svg("<circle r=\"5\"/>"), "a.svg", problems);
    REQUIRE(info);
    CHECK(info->box == Rect{-20, 30, 200, 100});
    CHECK(info->is_svg);
}

TEST_CASE("every fault of a picture is found, each kind once and with its first line") {
    CHECK(problems_of(svg("\n<text>a</text>\n<text>b</text>\n<rect width=\"5\" height=\"-5\" fill=\"blue\" class=\"x\"/>\n")) ==
          "a.svg:2: <text> is not shown: leave words to the lesson, where they can be translated, or turn letters into paths\n"
          "a.svg:4: \"height\" of <rect> must be a plain number from 0 to 100000, without a unit, not \"-5\"\n"
          "a.svg:4: \"fill\" of <rect> must be a colour such as #1f8a8a, or none, or url(#gradient), not \"blue\"\n"
          "a.svg:4: \"class\" of <rect> is not shown rightly: write fill=\"#rrggbb\" and the like as attributes of their own");
}

TEST_CASE("a picture with faults without end is given up after twenty") {
    std::string inner;
    for (int i = 0; i < 500; ++i) inner += "<x" + std::to_string(i) + "/>";
    Problems problems;
    CHECK_FALSE(check_picture(svg(inner), "a.svg", problems));
    CHECK(problems.size() == 20);
    CHECK(problems.back().what == "has more faults of other kinds: correct those above first");
}

TEST_CASE("an SVG may have 256 kB and no byte more") {
    const auto padded = [](std::size_t bytes) {
        const std::string picture = svg("<circle r=\"5\"/>");
        return picture + std::string(bytes - picture.size(), ' ');
    };
    CHECK(problems_of(padded(256 * 1024)) == "");
    CHECK(problems_of(padded(256 * 1024 + 1)) == "a.svg: is larger than 256 kB: simplify the drawing");
}

TEST_CASE("an SVG may have 4096 elements and sixteen times its width") {
    std::string inner;
    for (int i = 0; i < 4095; ++i) inner += "<g/>";
    CHECK(problems_of(svg(inner)) == "");
    CHECK(problems_of(svg(inner + "<g/>")) == "a.svg:1: has more than 4096 elements: simplify the drawing");
    CHECK(problems_of("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"100\" viewBox=\"0 0 1600 100\"/>") == "");
}

TEST_CASE("a PNG may have 4096 pixels a side and four megapixels") {
    Problems problems;
    const auto info = check_picture(png(4096, 1024), "a.png", problems);
    REQUIRE(info);
    CHECK(info->box == Rect{0, 0, 4096, 1024});
    CHECK_FALSE(info->is_svg);
    CHECK(problems_of(png(4096, 1025), "a.png") ==
          "a.png: has 4096 x 1025 pixels, and 4 megapixels (2048 x 2048) are the most: scale it down");
    CHECK(problems_of(png(4097, 1), "a.png") == "a.png: has 4097 x 1 pixels, and 4096 on a side are the most: scale it down");
    CHECK(problems_of(png(2, 2) + std::string(4 << 20, ' '), "a.png") == "a.png: is larger than 4 MB: save it smaller");
}

TEST_CASE("every beginning of a sound picture is refused without harm") {
    const std::string drawing = svg("<g fill=\"none\"><path d=\"M1 2a5 5 0 0 1 3 4z\" transform=\"scale(2)\"/><!-- x --></g>");
    for (std::size_t length = 0; length < drawing.size(); ++length) {
        CAPTURE(length);
        CHECK(problems_of(drawing.substr(0, length)) != "");
    }
    const std::string pixels = png(2, 2);
    for (std::size_t length = 0; length < pixels.size(); ++length) {
        CAPTURE(length);
        CHECK(problems_of(pixels.substr(0, length), "a.png") != "");
    }
}

TEST_CASE("numbers in SVG are plain, short and not huge") {
    CHECK(svg_number("1.5") == 1.5);
    CHECK(svg_number("-.5") == -0.5);
    CHECK(svg_number("+2e1") == 20);
    CHECK(svg_number("100000") == 100000);
    for (const char* text : {"", "-", ".", "1px", " 1", "1e", "100001", "1e6", "1e99999999999", "nan", "inf", "0x10", "1,5",
                             "0.000000000000000000000000000000001"}) {
        CAPTURE(text);
        CHECK_FALSE(svg_number(text));
    }
}

TEST_CASE("transforms move points as SVG says") {
    const auto point = [](const char* transform, double x, double y) { return moved(*svg_transform(transform), {x, y}); };
    CHECK(point("translate(3)", 1, 1).x == 4);
    CHECK(point("scale(2) translate(3 4)", 1, 1).y == 10);
    CHECK(point("rotate(90)", 1, 0).y == doctest::Approx(1));
    CHECK(point("rotate(180 5 5)", 4, 4).x == doctest::Approx(6));
    CHECK(point("skewX(45)", 0, 2).x == doctest::Approx(2));
    CHECK(point("matrix(1 2 3 4 5 6)", 1, 1).y == 12);
    for (const char* text : {"scale", "scale()", "scale(1 2 3)", "scale(1", "spin(1)", "matrix(1 2 3)", "scale(1)x", "rotate(1 2)"}) {
        CAPTURE(text);
        CHECK_FALSE(svg_transform(text));
    }
}

TEST_CASE("a path's points are found where they lie, relative ones too") {
    std::vector<Spot> spots;
    double largest_radius = 0;
    const auto fault = read_svg_path(
        "m10 10 5 5h-3v2zl1 1a7 2 0 0 1 2 2", [&](Spot spot) { spots.push_back(spot); },
        [&](double r, ArcSide) { largest_radius = std::max(largest_radius, r); });
    CHECK_FALSE(fault);
    REQUIRE(spots.size() == 6);
    CHECK(spots[1].x == 15);
    CHECK(spots[2].x == 12);
    CHECK(spots[3].y == 17);
    CHECK(spots[4].x == 11);  // after z the pen is back at the start
    CHECK(spots[5].y == 13);
    CHECK(largest_radius == 7);
}

}  // namespace sango::data
