#include "engine/core/utf8.hpp"
#include "engine/text/font_book.hpp"
#include "engine/text/shaping.hpp"
#include "tests/text/game_fonts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace sango::text;

void collect_strings(const nlohmann::json& value, std::vector<std::string>& strings) {
    if (value.is_string()) strings.push_back(value.get<std::string>());
    if (!value.is_structured()) return;
    for (const auto& inner : value) collect_strings(inner, strings);
}

std::vector<std::string> strings_in(const std::filesystem::path& file) {
    std::vector<std::string> strings;
    collect_strings(read_json(file.string()), strings);
    return strings;
}

/// The language whose texts a file holds: the part of its path that is a language's tag, else English.
std::string language_of(const std::filesystem::path& file, const FontConfig& config) {
    std::string language = "en";
    for (const auto& part : file) {
        const std::string name = part.stem().string();
        if (config.chains.count(name) != 0) language = name;
    }
    return language;
}

std::vector<std::filesystem::path> text_files() {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"locales", "content"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.path().extension() == ".json") files.push_back(entry.path());
        }
    }
    return files;
}

/// Whether a font draws an empty box somewhere in the run.
bool has_empty_box(const Run& run, Shaper& shaper) {
    ShapeInput input;
    for (const char32_t code : sango::utf8::to_utf32(run.text)) input.add(code, input.codes.size());
    const std::vector<Glyph> glyphs = shaper.shape(input, {run.face, run.script, run.right_to_left});
    return std::any_of(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) { return glyph.id == 0; });
}

}  // namespace

TEST_CASE("Every character of every text of the game has a glyph, in both weights") {
    const FontConfig config = game_fonts();
    FontBook fonts(config, {});
    Shaper shaper(fonts);
    std::vector<std::string> logged;
    const auto typesetter = make_typesetter(config, [&](std::string_view line) { logged.emplace_back(line); });
    int texts = 0;
    for (const std::filesystem::path& file : text_files()) {
        CAPTURE(file);
        Style style = style_of(language_of(file, config));
        for (const std::string& text : strings_in(file)) {
            CAPTURE(text);
            ++texts;
            for (const Weight weight : {Weight::Regular, Weight::Bold}) {
                style.weight = weight;
                for (const Line& line : typesetter->lay_out(text, style, 600)->lines) {
                    for (const Run& run : line.runs) CHECK_FALSE(has_empty_box(run, shaper));
                }
            }
        }
    }
    CHECK(texts > 500);
    CHECK_MESSAGE(logged.empty(), (logged.empty() ? "" : logged.front()));
}

TEST_CASE("Every language's name, months and digits are drawn by its own faces") {
    const FontConfig config = game_fonts();
    FontBook fonts(config, {});
    const nlohmann::json languages = read_json("locales/languages.json");
    for (const auto& language : languages.at("languages")) {
        const auto tag = language.at("tag").get<std::string>();
        CAPTURE(tag);
        std::vector<std::string> strings;
        collect_strings(language.at("name"), strings);
        collect_strings(language.at("months"), strings);
        collect_strings(language.at("digits"), strings);
        collect_strings(language.at("month_and_year"), strings);
        const Chain& chain = fonts.chain(tag, Weight::Regular);
        REQUIRE(chain.own > 0);
        for (const std::string& text : strings) {
            for (const char32_t code : sango::utf8::to_utf32(text)) {
                CAPTURE(static_cast<unsigned>(code));
                CHECK(std::any_of(chain.faces.begin(), chain.faces.begin() + static_cast<std::ptrdiff_t>(chain.own),
                                  [&](std::uint16_t face) { return fonts.covers(face, code); }));
            }
        }
    }
}

TEST_CASE("The letters of the languages we mean to add are covered") {
    const FontConfig config = game_fonts();
    FontBook fonts(config, {});
    struct Alphabet {
        std::string face;
        std::u32string letters;
    };
    const std::vector<Alphabet> alphabets = {
        {"andika", U"ÀÂÃÇÉÊËÎÏÔÙÛÜŸŒÆàâãçéêëîïôùûüÿœæÁÍÓÚÑáíóúñ¿¡ÄÖßẞäöÌÒìò·Ŀŀ"},            // fr es pt ca de it nl
        {"andika", U"ÇçËë"},                                                                 // sq
        {"andika", U"ĊċĠġĦħŻż"},                                                             // mt
        {"andika", U"ʻʼŊŋ’"},                                                                // uz, fil, ny
        {"andika", U"АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№"},  // ru
        {"andika", U"ӘәҒғҚқҢңӨөҰұҮүҺһІіЎўҲҳ"},                                               // kk ky uz mn
        {"noto-armenian", U"ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև՛՜՝՞՟։֊"},
        {"noto-nastaliq", U"ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےۓؤئآأۂ۔،؛؟۰۱۲۳۴۵۶۷۸۹"},
        {"noto-tibetan", U"ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨིེོུྲྱླ་།༎༠༡༢༣༤༥༦༧༨༩"},
        {"noto-thaana", U"ހށނރބޅކއވމފދތލގޏސޑޒޓޔޕޖޗަާިީުޫެޭޮޯް،؟"},
        {"noto-tifinagh", U"ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ"},
        {"noto-symbols", U"★☆●○■▲▼◀▶✓✔✗☎"},
    };
    for (const Alphabet& alphabet : alphabets) {
        CAPTURE(alphabet.face);
        for (const Weight weight : {Weight::Regular, Weight::Bold}) {
            const std::uint16_t face = face_index(config, alphabet.face, weight);
            if (face_file(config, face).empty()) continue;
            for (const char32_t letter : alphabet.letters) {
                CAPTURE(static_cast<unsigned>(letter));
                CHECK(fonts.covers(face, letter));
            }
        }
    }
}
