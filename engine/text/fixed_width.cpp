#include "engine/text/breaks.hpp"
#include "engine/text/code_points.hpp"
#include "engine/text/typesetter.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace sango::text {
namespace {

float grapheme_em(std::string_view grapheme) {
    const CodePoints points = to_code_points(grapheme);
    if (std::all_of(points.codes.begin(), points.codes.end(), is_invisible_control)) return 0;
    const int width = u_getIntPropertyValue(static_cast<UChar32>(points.codes.front()), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 1.0f : 0.5f;
}

class FixedWidthTypesetter final : public Typesetter {
public:
    ParagraphPtr lay_out(std::string_view text, const Style& style, float max_width_px) override {
        Paragraph paragraph;
        paragraph.style = style;
        paragraph.line_height = 1.4f * style.size_px;
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::size_t next = end + 1;
            fill(paragraph, text.substr(begin, end - begin), begin, std::min(next, text.size()), max_width_px);
            begin = next;
        }
        paragraph.height = paragraph.line_height * static_cast<float>(paragraph.lines.size());
        return std::make_shared<const Paragraph>(std::move(paragraph));
    }

private:
    /// Lines of one part of the text, which starts at byte `offset` and is followed by byte `next`.
    static void fill(Paragraph& paragraph, std::string_view part, std::size_t offset, std::size_t next, float max_width_px) {
        constexpr float kTolerancePx = 0.01f;
        const std::vector<std::size_t> ends = graphemes(part);
        std::size_t line_begin = 0, grapheme_begin = 0, last_space_end = 0;
        float width = 0, width_at_space = 0;
        for (const std::size_t end : ends) {
            const bool space = part.substr(grapheme_begin, end - grapheme_begin) == " ";
            const float advance = grapheme_em(part.substr(grapheme_begin, end - grapheme_begin)) * paragraph.style.size_px;
            if (!space && width + advance > max_width_px + kTolerancePx && grapheme_begin > line_begin) {
                const bool at_space = last_space_end > line_begin;
                const std::size_t line_end = at_space ? last_space_end : grapheme_begin;
                add(paragraph, part, line_begin, line_end, offset + line_begin, offset + line_end);
                width -= at_space ? width_at_space : width;
                line_begin = line_end;
            }
            width += advance;
            if (space) last_space_end = end, width_at_space = width;
            grapheme_begin = end;
        }
        add(paragraph, part, line_begin, part.size(), offset + line_begin, next);
    }

    static void add(Paragraph& paragraph, std::string_view part, std::size_t begin, std::size_t end, std::size_t byte_begin,
                    std::size_t byte_end) {
        std::string_view shown = part.substr(begin, end - begin);
        while (!shown.empty() && shown.back() == ' ') shown.remove_suffix(1);
        Line line;
        line.begin = byte_begin;
        line.end = byte_end;
        line.baseline = (static_cast<float>(paragraph.lines.size()) + 0.75f) * paragraph.line_height;
        Run run;
        run.right_to_left = paragraph.style.direction == Direction::RightToLeft;
        std::size_t from = 0;
        for (const std::size_t to : graphemes(shown)) {
            const std::string_view grapheme = shown.substr(from, to - from);
            const float advance = grapheme_em(grapheme) * paragraph.style.size_px;
            if (advance > 0) run.text += grapheme;
            line.width += advance;
            from = to;
        }
        run.advance = line.width;
        run.ink = {0, -0.8f * paragraph.style.size_px, line.width, paragraph.style.size_px};
        if (!run.text.empty()) line.runs.push_back(std::move(run));
        paragraph.width = std::max(paragraph.width, line.width);
        paragraph.lines.push_back(std::move(line));
    }
};

}  // namespace

std::unique_ptr<Typesetter> make_fixed_width_typesetter() {
    return std::make_unique<FixedWidthTypesetter>();
}

}  // namespace sango::text
