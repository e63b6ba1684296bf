// Any bytes as a text in some language and width: lines must fit together, whatever stands in them.
#include "engine/core/utf8.hpp"
#include "tests/text/game_fonts.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

namespace {

using namespace sango::text;

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const Paragraph& paragraph, std::string_view text) {
    require(!paragraph.lines.empty());
    std::size_t at = 0;
    for (const Line& line : paragraph.lines) {
        require(line.begin == at && line.end >= line.begin);
        at = line.end;
        require(std::isfinite(line.width) && line.width <= paragraph.width);
        float pen = 0;
        for (const Run& run : line.runs) {
            require(!run.text.empty() && sango::utf8::is_valid(run.text));
            require(run.text.find('\n') == std::string::npos && run.text.find('\0') == std::string::npos);
            require(run.text.find("\u2068") == std::string::npos && run.text.find("\u2069") == std::string::npos);
            require(std::abs(run.x - pen) < 1 && std::isfinite(run.advance) && std::isfinite(run.ink.y));
            pen = run.x + run.advance;
        }
    }
    require(at == text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::unique_ptr<Typesetter> typesetter = make_typesetter(game_fonts(), {}, 0);
    if (size < 2) return 0;
    constexpr std::array<const char*, 8> kLanguages = {"en", "ar", "km", "th", "zh-Hans", "am", "ne", "qqx"};
    Style style = style_of(kLanguages[data[0] % kLanguages.size()]);
    style.size_px = 10;
    style.weight = data[0] & 0x80 ? Weight::Bold : Weight::Regular;
    const auto width = static_cast<float>(data[1]) * 2;
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
    check(*typesetter->lay_out(text, style, width), text);
    return 0;
}
