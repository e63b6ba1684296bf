#include "engine/text/typesetter.hpp"

#include "engine/text/analysis.hpp"
#include "engine/text/code_points.hpp"
#include "engine/text/fonts.hpp"
#include "engine/text/lines.hpp"
#include "engine/text/paragraph_cache.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace sango::text {

float whole_size(float size_px) {
    constexpr float kSmallest = 1, kLargest = 1024;
    if (!(size_px >= kSmallest)) return kSmallest;  // also for what is not a number
    return std::round(std::min(size_px, kLargest));
}

namespace {

class HarfBuzzTypesetter final : public Typesetter {
public:
    HarfBuzzTypesetter(FontConfig config, LogSink log, std::size_t cache_bytes)
        : log_(log), fonts_(std::move(config), std::move(log)), shaper_(fonts_), cache_(cache_bytes) {}

    ParagraphPtr lay_out(std::string_view text, const Style& style, float max_width_px) override {
        Style whole = style;
        whole.size_px = whole_size(style.size_px);
        std::string key = ParagraphCache::key(text, whole, max_width_px);
        if (ParagraphPtr known = cache_.find(key)) return known;
        auto made = std::make_shared<const Paragraph>(make(text, whole, max_width_px));
        cache_.keep(std::move(key), made);
        return made;
    }

private:
    Paragraph make(std::string_view text, const Style& style, float max_width_px) {
        Paragraph paragraph;
        paragraph.style = style;
        const LineMetrics metrics = fonts_.line_metrics(style.language, style.weight);
        paragraph.line_height = std::ceil(metrics.height * style.size_px);
        const float above = (paragraph.line_height - (metrics.ascent + metrics.descent) * style.size_px) / 2;
        baseline_ = std::round(above + metrics.ascent * style.size_px);

        const CodePoints points = to_code_points(text);
        for (std::size_t begin = 0; begin <= points.codes.size();) {
            const auto stop = std::find_if(points.codes.begin() + static_cast<std::ptrdiff_t>(begin), points.codes.end(), is_line_end);
            const auto end = static_cast<std::size_t>(stop - points.codes.begin());
            std::size_t next = end + 1;
            if (end + 1 < points.codes.size() && points.codes[end] == U'\r' && points.codes[end + 1] == U'\n') ++next;
            add_lines(paragraph, points, {begin, end, std::min(next, points.codes.size())}, max_width_px);
            begin = next;
        }
        paragraph.height = paragraph.line_height * static_cast<float>(paragraph.lines.size());
        return paragraph;
    }

    /// A part of the text between two line ends, in code points.
    struct Part {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t next = 0;  ///< where the following part begins
    };

    void add_lines(Paragraph& paragraph, const CodePoints& points, const Part& part, float max_width_px) {
        const Style& style = paragraph.style;
        const Analysis analysis = analyse(std::u32string_view(points.codes).substr(part.begin, part.end - part.begin), style.direction,
                                          fonts_.chain(style.language, style.weight), fonts_, breaks_for(style.language), shaper_,
                                          [this](char32_t code) { tell_missing(code); });
        std::vector<SetLine> lines = set_lines(analysis, max_width_px / style.size_px, fonts_, shaper_);
        for (SetLine& set : lines) {
            scale(set.line, style.size_px);
            const auto byte_at = [&](std::size_t grapheme) {
                return points.byte_of[grapheme < analysis.graphemes.size() ? part.begin + analysis.graphemes[grapheme].begin : part.next];
            };
            set.line.begin = set.begin == 0 ? points.byte_of[part.begin] : byte_at(set.begin);
            set.line.end = byte_at(set.end);
            set.line.baseline = static_cast<float>(paragraph.lines.size()) * paragraph.line_height + baseline_;
            paragraph.width = std::max(paragraph.width, set.line.width);
            paragraph.lines.push_back(std::move(set.line));
        }
    }

    static void scale(Line& line, float size_px) {
        line.width *= size_px;
        for (Run& run : line.runs) {
            run.x *= size_px;
            run.advance *= size_px;
            run.ink = {run.ink.x * size_px, run.ink.y * size_px, run.ink.width * size_px, run.ink.height * size_px};
        }
    }

    BreakFinder& breaks_for(const std::string& language) {
        const auto known = breaks_.find(language);
        if (known != breaks_.end()) return known->second;
        BreakFinder& finder = breaks_.emplace(language, BreakFinder(language)).first->second;
        if (!finder.is_complete()) log(log_, "text: ICU has no break rules for " + language + "; lines end at spaces only");
        return finder;
    }

    void tell_missing(char32_t code) {
        constexpr std::size_t kEnoughToTell = 64;
        if (missing_.size() >= kEnoughToTell || !missing_.insert(code).second) return;
        char line[64];
        std::snprintf(line, sizeof line, "text: no face has U+%04X", static_cast<unsigned>(code));
        log(log_, line);
    }

    LogSink log_;
    FontBook fonts_;
    Shaper shaper_;
    ParagraphCache cache_;
    std::map<std::string, BreakFinder> breaks_;
    std::set<char32_t> missing_;  ///< told once each
    float baseline_ = 0;          ///< of a line of the paragraph being made, from its top
};

}  // namespace

std::unique_ptr<Typesetter> make_typesetter(FontConfig config, LogSink log, std::size_t cache_bytes) {
    return std::make_unique<HarfBuzzTypesetter>(std::move(config), std::move(log), cache_bytes);
}

}  // namespace sango::text
