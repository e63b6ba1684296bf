#include "engine/text/bidi.hpp"

#include <fribidi.h>

#include <algorithm>
#include <numeric>

namespace sango::text {
namespace {

static_assert(sizeof(FriBidiChar) == sizeof(char32_t) && sizeof(FriBidiCharType) == sizeof(std::uint32_t) &&
              sizeof(FriBidiLevel) == sizeof(std::int8_t));

FriBidiParType wanted_direction(std::optional<Direction> direction) {
    if (!direction) return FRIBIDI_PAR_ON;
    return *direction == Direction::RightToLeft ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

}  // namespace

BidiParagraph bidi_levels(std::u32string_view text, std::optional<Direction> direction) {
    const auto length = static_cast<FriBidiStrIndex>(text.size());
    std::vector<FriBidiChar> codes(text.begin(), text.end());
    std::vector<FriBidiCharType> types(text.size());
    std::vector<FriBidiBracketType> brackets(text.size());
    std::vector<FriBidiLevel> levels(text.size());
    fribidi_get_bidi_types(codes.data(), length, types.data());
    fribidi_get_bracket_types(codes.data(), length, types.data(), brackets.data());

    FriBidiParType base = wanted_direction(direction);
    if (!text.empty() && fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &base, levels.data()) == 0) {
        // Out of memory: everything in the paragraph's own direction is still readable.
        std::fill(levels.begin(), levels.end(), static_cast<FriBidiLevel>(FRIBIDI_IS_RTL(base) ? 1 : 0));
    }
    BidiParagraph result;
    result.direction = FRIBIDI_IS_RTL(base) ? Direction::RightToLeft : Direction::LeftToRight;
    result.levels.assign(levels.begin(), levels.end());
    result.types.assign(types.begin(), types.end());
    return result;
}

VisualLine visual_line(const BidiParagraph& paragraph, std::size_t begin, std::size_t end) {
    const auto from = [&](const auto& all) { return all.begin() + static_cast<std::ptrdiff_t>(begin); };
    const auto to = [&](const auto& all) { return all.begin() + static_cast<std::ptrdiff_t>(end); };
    std::vector<FriBidiCharType> types(from(paragraph.types), to(paragraph.types));
    std::vector<FriBidiLevel> levels(from(paragraph.levels), to(paragraph.levels));
    std::vector<FriBidiStrIndex> order(end - begin);
    std::iota(order.begin(), order.end(), 0);

    const FriBidiParType base = paragraph.direction == Direction::RightToLeft ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    constexpr FriBidiFlags kMarksStayInLogicalOrder = 0;  // HarfBuzz wants them so, and BidiTest too.
    if (!order.empty()) {
        // Zero means out of memory; the order then stays as it is written.
        const FriBidiLevel highest =
            fribidi_reorder_line(kMarksStayInLogicalOrder, types.data(), static_cast<FriBidiStrIndex>(order.size()), 0, base, levels.data(),
                                 nullptr, order.data());
        static_cast<void>(highest);
    }
    VisualLine line;
    line.order.reserve(order.size());
    for (const FriBidiStrIndex index : order) line.order.push_back(begin + static_cast<std::size_t>(index));
    line.levels.assign(levels.begin(), levels.end());
    return line;
}

}  // namespace sango::text
