#include "engine/text/typesetter.hpp"

#include "engine/text/breaks.hpp"
#include "tests/text/game_fonts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

using namespace sango::text;
using sango::Rect;

constexpr float kNoLimit = std::numeric_limits<float>::infinity();

/// A typesetter with the game's faces, and what it logged.
struct Setup {
    FontConfig config = game_fonts();
    std::vector<std::string> logged;
    std::unique_ptr<Typesetter> typesetter = make_typesetter(config, [this](std::string_view line) { logged.emplace_back(line); });

    ParagraphPtr lay_out(const std::string& text, const std::string& language, float width = kNoLimit) {
        return typesetter->lay_out(text, style_of(language), width);
    }
};

/// The runs' texts as seen from left to right, with | between runs.
std::string seen(const Line& line) {
    std::string all;
    for (const Run& run : line.runs) all += (all.empty() ? "" : "|") + run.text;
    return all;
}

/// The lines' own bytes of the text.
std::vector<std::string> lines_of(const std::string& text, const Paragraph& paragraph) {
    std::vector<std::string> lines;
    for (const Line& line : paragraph.lines) lines.push_back(text.substr(line.begin, line.end - line.begin));
    return lines;
}

struct Sample {
    std::string language;
    std::string text;
};
const std::vector<Sample> kSamples = {
    {"en", "If it feels wrong, tell. If they don't listen, tell someone else. (Ages 9-12: 100 %!)"},
    {"fr", "Si c’est bizarre, dis-le\u00A0! S’ils n’écoutent pas, dis-le à quelqu’un d’autre\u202F: «\u00A0Aide-moi\u00A0»."},
    {"ru", "Если что-то не так, скажи. Не слушают? Расскажи другому взрослому!"},
    {"ar", "إذا شعرتَ أنَّ شيئًا ما ليس صحيحًا، فأخبِر شخصًا تثق به (مثل Leo) واتصل بالرقم 116111؟"},
    {"zh-Hans", "如果感觉不对，就告诉别人。“没人听？”那就再告诉另一个大人！拨打 12355。"},
    {"th", "ถ้ารู้สึกไม่ดี ให้บอกผู้ใหญ่ที่ไว้ใจ ถ้าเขาไม่ฟัง ให้บอกคนอื่นอีก (โทร 1387)"},
    {"km", "បើមានអារម្មណ៍មិនស្រួល សូមប្រាប់មនុស្សពេញវ័យដែលអ្នកទុកចិត្ត។ ទូរស័ព្ទទៅលេខ 1280?"},
    {"am", "አንድ ነገር ትክክል ካልመሰለህ ተናገር፤ ካልሰሙህ ለሌላ ሰው ንገር። በ919 ደውል!"},
    {"ne", "केही ठीक लागेन भने भन्नुहोस्। सुनेनन् भने अर्को मान्छेलाई भन्नुहोस्। १०९८ मा फोन गर्नुहोस्!"},
};

}  // namespace

TEST_CASE("Every line fits, none is lost, and each ends where the language lets it") {
    Setup setup;
    for (const Sample& sample : kSamples) {
        const std::vector<std::size_t> ends = line_breaks(sample.text, sample.language);
        for (const float width : {160.0f, 240.0f, 333.0f, 500.0f}) {
            CAPTURE(sample.language);
            CAPTURE(width);
            const ParagraphPtr paragraph = setup.lay_out(sample.text, sample.language, width);
            CHECK(paragraph->lines.size() > 1);
            std::size_t at = 0;
            for (const Line& line : paragraph->lines) {
                CHECK(line.width <= width + 0.1f);
                CHECK(line.begin == at);
                CHECK(std::find(ends.begin(), ends.end(), line.end) != ends.end());
                at = line.end;
            }
            CHECK(at == sample.text.size());
        }
    }
    CHECK(setup.logged.empty());
}

TEST_CASE("No line could have taken the next word as well") {
    Setup setup;
    for (const Sample& sample : kSamples) {
        CAPTURE(sample.language);
        const float width = 300;
        const ParagraphPtr paragraph = setup.lay_out(sample.text, sample.language, width);
        const std::vector<std::size_t> ends = line_breaks(sample.text, sample.language);
        for (std::size_t i = 0; i + 1 < paragraph->lines.size(); ++i) {
            const Line& line = paragraph->lines[i];
            const std::size_t next_end = *std::upper_bound(ends.begin(), ends.end(), line.end);
            const std::string longer = sample.text.substr(line.begin, next_end - line.begin);
            CHECK(setup.lay_out(longer, sample.language)->width > width);
        }
    }
}

TEST_CASE("A text laid out again at the width it took keeps its lines") {
    Setup setup;
    for (const Sample& sample : kSamples) {
        CAPTURE(sample.language);
        CHECK(setup.lay_out(sample.text, sample.language, setup.lay_out(sample.text, sample.language)->width)->lines.size() == 1);
        const ParagraphPtr wrapped = setup.lay_out(sample.text, sample.language, 300);
        CHECK(setup.lay_out(sample.text, sample.language, wrapped->width)->lines.size() == wrapped->lines.size());
    }
}

TEST_CASE("Runs stand side by side from the line's left edge to its width") {
    Setup setup;
    for (const Sample& sample : kSamples) {
        CAPTURE(sample.language);
        for (const Line& line : setup.lay_out(sample.text, sample.language, 300)->lines) {
            float pen = 0;
            for (const Run& run : line.runs) {
                CHECK(run.x == doctest::Approx(pen).epsilon(0.001));
                CHECK(run.advance > 0);
                CHECK(run.ink.width > 0);
                CHECK_FALSE(run.text.empty());
                pen += run.advance;
            }
            CHECK(line.width == doctest::Approx(pen).epsilon(0.001));
        }
    }
}

TEST_CASE("White space at a line's end takes no width and is not drawn, inside it does") {
    Setup setup;
    CHECK(setup.lay_out("word   ", "en")->width == setup.lay_out("word", "en")->width);
    CHECK(setup.lay_out("a  b", "en")->width > setup.lay_out("a b", "en")->width);
    CHECK(seen(setup.lay_out("one   two", "en", 60)->lines.front()) == "one");
    CHECK(setup.lay_out("   ", "en")->lines.front().runs.empty());
}

TEST_CASE("A word wider than the line has lines of its own and is cut between graphemes") {
    Setup setup;
    const std::string text = "a Donaudampfschifffahrtsgesellschaft!";
    const ParagraphPtr paragraph = setup.lay_out(text, "en", 120);
    CHECK(lines_of(text, *paragraph).front() == "a ");
    CHECK(paragraph->lines.size() > 3);
    const std::vector<std::size_t> ends = graphemes(text);
    for (const Line& line : paragraph->lines) {
        CHECK(line.width <= 120.1f);
        CHECK(std::find(ends.begin(), ends.end(), line.end) != ends.end());
    }
    const std::string stacked = "e\u0302\u0301e\u0302\u0301e\u0302\u0301";
    for (const std::string& line : lines_of(stacked, *setup.lay_out(stacked, "en", 1))) CHECK(line == "e\u0302\u0301");
}

TEST_CASE("A word that must be cut is not cut inside a conjunct") {
    Setup setup;
    const std::string khmer = "ស្ត្រី", nepali = "स्त्री";
    CHECK(lines_of(khmer, *setup.lay_out(khmer, "km", 1)).size() == 1);
    CHECK(lines_of(nepali, *setup.lay_out(nepali, "ne", 1)).size() == 1);
}

TEST_CASE("Arabic letters join over a cut word, but not over one that joins nothing") {
    Setup setup;
    const ParagraphPtr cut = setup.lay_out("سلم", "ar", 1);
    REQUIRE(cut->lines.size() == 3);
    CHECK(seen(cut->lines[0]) == "س\u200D");
    CHECK(seen(cut->lines[1]) == "\u200Dل\u200D");
    CHECK(seen(cut->lines[2]) == "\u200Dم");
    CHECK(cut->lines[1].width < setup.lay_out("ل", "ar")->width);
    CHECK(seen(setup.lay_out("دار", "ar", 1)->lines[0]) == "د");
}

TEST_CASE("Arabic letters join over a change of face inside a word") {
    FontConfig config = game_fonts();
    config.chains["ur"] = {"noto-nastaliq", "noto-arabic"};
    const auto typesetter = make_typesetter(config, {});
    const ParagraphPtr paragraph = typesetter->lay_out("\u0628\u06A0\u0628", style_of("ur"), kNoLimit);  // Nastaliq lacks the second
    const std::vector<Run>& runs = paragraph->lines.front().runs;
    REQUIRE(runs.size() == 3);
    CHECK(runs[2].text == "\u0628\u200D");
    CHECK(runs[1].text == "\u200D\u06A0\u200D");
    CHECK(runs[1].face == face_index(config, "noto-arabic"));
    CHECK(runs[0].text == "\u200D\u0628");
}

TEST_CASE("A soft hyphen shows only where a line ends") {
    Setup setup;
    CHECK(seen(setup.lay_out("extra\u00ADordinary", "en")->lines.front()) == "extraordinary");
    const ParagraphPtr paragraph = setup.lay_out("extra\u00ADordinary", "en", 130);
    CHECK(seen(paragraph->lines.front()) == "extra\u2010");
    CHECK(seen(paragraph->lines.back()) == "ordinary");
}

TEST_CASE("Line ends of every system start a new line, and an empty line keeps its height") {
    Setup setup;
    const std::string text = "one\n\ntwo\r\nthree\u2028four\n";
    const ParagraphPtr paragraph = setup.lay_out(text, "en");
    CHECK(lines_of(text, *paragraph) == std::vector<std::string>{"one\n", "\n", "two\r\n", "three\u2028", "four\n", ""});
    CHECK(seen(paragraph->lines[2]) == "two");
    CHECK(paragraph->height == doctest::Approx(6 * paragraph->line_height));
    CHECK(setup.lay_out("", "en")->lines.size() == 1);
    CHECK(setup.lay_out("", "en")->height == paragraph->line_height);
}

TEST_CASE("Numbers and Latin names run from left to right inside Arabic, which runs from right to left") {
    Setup setup;
    const ParagraphPtr paragraph = setup.lay_out("اتصل بالرقم 116111 يا Leo!", "ar");
    const std::vector<Run>& runs = paragraph->lines.front().runs;
    const auto with = [&](const std::string& text) {
        return *std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.text.find(text) != std::string::npos; });
    };
    CHECK_FALSE(with("116111").right_to_left);
    CHECK(with("116111").text == "116111");
    CHECK_FALSE(with("Leo").right_to_left);
    CHECK(with("اتصل").right_to_left);
    CHECK(with("!").x < with("Leo").x);
    CHECK(with("Leo").x < with("116111").x);
    CHECK(with("116111").x < with("اتصل").x);
}

TEST_CASE("A value in isolates keeps its own order, and the isolates are not drawn") {
    Setup setup;
    const std::string dial = "\u2066+1 (800) 555\u2069";
    const ParagraphPtr paragraph = setup.lay_out("اتصل " + dial + "!", "ar");
    CHECK(seen(paragraph->lines.front()).find("+1 (800) 555") != std::string::npos);
    for (const Run& run : paragraph->lines.front().runs) {
        CHECK(run.text.find("\u2066") == std::string::npos);
        CHECK(run.text.find("\u2069") == std::string::npos);
    }
    CHECK(seen(setup.lay_out("Ask \u2068Leo\u2069 now", "en")->lines.front()) == "Ask Leo now");
}

TEST_CASE("Brackets stand in one face and around what they hold") {
    Setup setup;
    const ParagraphPtr khmer = setup.lay_out("ក (12) ខ", "km");
    const std::vector<Run>& runs = khmer->lines.front().runs;
    const auto face_of = [&](const std::string& text) {
        return std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.text.find(text) != std::string::npos; })->face;
    };
    CHECK(face_of("(") == face_of(")"));
    CHECK(face_of("12") == face_index(setup.config, "andika"));
    // In Arabic, the bracket read first stands on the right.
    const std::string arabic = seen(setup.lay_out("(سلام)", "ar")->lines.front());
    CHECK(arabic.find(")") < arabic.find("("));
}

TEST_CASE("Bold uses the bold file where there is one, else the regular one") {
    Setup setup;
    Style style = style_of("en");
    style.weight = Weight::Bold;
    const ParagraphPtr bold = setup.typesetter->lay_out("Bold ★", style, kNoLimit);
    CHECK(bold->lines.front().runs.front().face == face_index(setup.config, "andika", Weight::Bold));
    CHECK(bold->lines.front().runs.back().face == face_index(setup.config, "noto-symbols"));
    CHECK(face_file(setup.config, bold->lines.front().runs.front().face).filename() == "andika-bold.ttf");
    CHECK(bold->line_height == setup.lay_out("Plain", "en")->line_height);
}

TEST_CASE("A style's lines are equally high whatever they say, and high enough for what they show") {
    Setup setup;
    for (const Sample& sample : kSamples) {
        CAPTURE(sample.language);
        const ParagraphPtr paragraph = setup.lay_out(sample.text, sample.language, 300);
        CHECK(paragraph->line_height == setup.lay_out("12", sample.language)->line_height);
        CHECK(paragraph->line_height == std::floor(paragraph->line_height));
        for (std::size_t i = 0; i < paragraph->lines.size(); ++i) {
            const Line& line = paragraph->lines[i];
            CHECK(line.baseline == std::floor(line.baseline));
            const float top = static_cast<float>(i) * paragraph->line_height;
            for (const Run& run : line.runs) {
                CHECK(line.baseline + run.ink.y >= top - 1);
                CHECK(line.baseline + run.ink.bottom() <= top + paragraph->line_height + 1);
            }
        }
    }
}

TEST_CASE("Ink reaches to the top of stacked marks and below the line of hanging ones") {
    Setup setup;
    const auto ink = [&](const std::string& text, const std::string& language) {
        return setup.lay_out(text, language)->lines.front().runs.front().ink;
    };
    CHECK(ink("Ấ̃", "en").y < ink("A", "en").y - 8);
    CHECK(ink("ញុំ", "km").bottom() > ink("ក", "km").bottom() + 4);
    CHECK(ink("مُحَمَّدٌ", "ar").y < ink("محمد", "ar").y - 4);
    CHECK(ink("ที่", "th").y < ink("ที", "th").y - 3);  // Noto Looped Thai fails this
    const Rect space = ink("a b", "en");
    CHECK(space.width > ink("a", "en").width * 2);
}

TEST_CASE("Sizes are whole pixels, and everything grows with them") {
    Setup setup;
    Style style = style_of("en");
    style.size_px = 27.6f;
    CHECK(setup.typesetter->lay_out("Sango", style, kNoLimit)->style.size_px == 28);
    CHECK(setup.typesetter->lay_out("Sango", style, kNoLimit) == setup.lay_out("Sango", "en"));
    style.size_px = 56;
    CHECK(setup.typesetter->lay_out("Sango", style, kNoLimit)->width == doctest::Approx(2 * setup.lay_out("Sango", "en")->width));
    for (const float odd : {0.0f, -3.0f, std::numeric_limits<float>::quiet_NaN()}) CHECK(whole_size(odd) == 1);
    CHECK(whole_size(kNoLimit) == 1024);
}

TEST_CASE("Asking again for the same text gives the same paragraph, another width another one") {
    Setup setup;
    const ParagraphPtr first = setup.lay_out("Hello there", "en", 200);
    CHECK(setup.lay_out("Hello there", "en", 200) == first);
    CHECK(setup.lay_out("Hello there", "en", 60) != first);
    CHECK(setup.lay_out("Hello there", "fr", 200) != first);
}

TEST_CASE("What no face has becomes a sign for it, and is told once") {
    Setup setup;
    const std::string unknown = "a\U0001D173\U000F0000z";
    CHECK(seen(setup.lay_out(unknown, "en")->lines.front()) == "a\uFFFDz");
    CHECK(seen(setup.lay_out(unknown, "fr")->lines.front()) == "a\uFFFDz");
    REQUIRE(setup.logged.size() == 1);
    CHECK(setup.logged.front() == "text: no face has U+F0000");
    CHECK(seen(setup.lay_out("a\xFFz", "en")->lines.front()) == "a\uFFFDz");
}

TEST_CASE("Controls, marks of direction and selectors no face knows are not drawn") {
    Setup setup;
    const std::string text = std::string("a\u200E\u200F\u061C\u202Bb\u202C\u2060\uFEFF\u200Bc\u260E\uFE0F\x01", 33) + "\td";
    std::string all;
    for (const Run& run : setup.lay_out(text, "en")->lines.front().runs) all += run.text;
    CHECK(all == "abc\u260E d");
}

TEST_CASE("A face that cannot be opened is told and passed over; without any, the lines still have a height") {
    FontConfig config = game_fonts();
    std::vector<std::string> logged;
    const sango::LogSink sink = [&](std::string_view line) { logged.emplace_back(line); };
    config.faces[0].regular = "no/such/font.ttf";
    const auto partly = make_typesetter(config, sink);
    const ParagraphPtr paragraph = partly->lay_out("Ωμ", style_of("en"), kNoLimit);
    CHECK(paragraph->lines.front().runs.size() == 1);
    CHECK(paragraph->lines.front().runs.front().face == face_index(config, "noto-sans"));
    CHECK(logged.size() == 1);

    const auto none = make_typesetter({}, {});
    const ParagraphPtr bare = none->lay_out("a b\nc", style_of("en"), 100);
    CHECK(bare->lines.size() == 2);
    CHECK(bare->line_height > 0);
    CHECK(bare->lines.front().runs.empty());
}
