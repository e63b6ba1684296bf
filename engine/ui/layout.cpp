#include "engine/ui/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sango::ui {
namespace {

/// Padding in pixels.
struct Padding {
    float left, top, right, bottom;
    [[nodiscard]] float across() const { return left + right; }
    [[nodiscard]] float updown() const { return top + bottom; }
};

class LayoutPass {
public:
    LayoutPass(const Metrics& metrics, text::Typesetter& typesetter, const ScrollOffsets& scroll)
        : metrics_(metrics), typesetter_(typesetter), scroll_(scroll) {}

    /// Natural size of the widget where at most `available` px of width can be had.
    Size measure(Widget& widget, float available) {
        const Layout& layout = widget.layout;
        float width = layout.width ? metrics_.px(*layout.width) : available;
        if (layout.max_width) width = std::min(width, metrics_.px(*layout.max_width));
        width = std::min(width, available);
        const Padding pad = padding(layout);
        const Size content = measure_content(widget, std::max(1.0f, width - pad.across()));
        Size size{layout.width ? width : std::min(width, content.width + pad.across()),
                  layout.height ? metrics_.px(*layout.height) : content.height + pad.updown()};
        const float target = layout.is_target ? metrics_.target_px() : 0;
        size.width = std::min(available, std::max({size.width, metrics_.px(layout.min_width), target}));
        size.height = std::max({size.height, metrics_.px(layout.min_height), target});
        return {std::ceil(size.width), std::ceil(size.height)};
    }

    void place(Widget& widget, const Rect& rect) {
        widget.bounds = {std::round(rect.x), std::round(rect.y), std::round(rect.width), std::round(rect.height)};
        const Padding pad = padding(widget.layout);
        Rect inner{widget.bounds.x + pad.left, widget.bounds.y + pad.top, std::max(0.0f, widget.bounds.width - pad.across()),
                   std::max(0.0f, widget.bounds.height - pad.updown())};
        if (std::holds_alternative<Label>(widget.content)) measure_content(widget, std::max(1.0f, inner.width));
        if (widget.layout.scrolls) scroll_content(widget, inner);
        switch (widget.layout.arrange) {
            case Arrange::Column: place_column(widget, inner); break;
            case Arrange::Row: place_row(widget, inner); break;
            case Arrange::Flow: place_flow(widget, inner); break;
            case Arrange::Grid: place_grid(widget, inner); break;
            case Arrange::Stack: place_stack(widget, inner); break;
        }
    }

private:
    Padding padding(const Layout& layout) const {
        return {metrics_.px(layout.padding.left), metrics_.px(layout.padding.top), metrics_.px(layout.padding.right),
                metrics_.px(layout.padding.bottom)};
    }

    float gaps(const Widget& widget) const {
        return widget.children.empty() ? 0 : metrics_.px(widget.layout.gap) * static_cast<float>(widget.children.size() - 1);
    }

    Size measure_content(Widget& widget, float inner) {
        if (const auto* words = std::get_if<Label>(&widget.content)) {
            text::Style style{words->language.empty() ? metrics_.language : words->language,
                              words->language.empty() ? metrics_.direction : words->direction, words->weight, metrics_.text_px(words->size)};
            widget.paragraph = typesetter_.lay_out(words->text, style, std::floor(inner));
            return {std::ceil(widget.paragraph->width), std::ceil(widget.paragraph->height)};
        }
        switch (widget.layout.arrange) {
            case Arrange::Column: return measure_column(widget, inner);
            case Arrange::Row: return measure_row(widget, inner);
            case Arrange::Flow: return flow(widget, {0, 0, inner, 0}, {});
            case Arrange::Grid: return measure_grid(widget, inner);
            case Arrange::Stack: return measure_stack(widget, inner);
        }
        return {};
    }

    Size measure_column(Widget& widget, float inner) {
        Size size{0, gaps(widget)};
        for (Widget& child : widget.children) {
            const Size own = measure(child, inner);
            size = {std::max(size.width, own.width), size.height + own.height};
        }
        return size;
    }

    /// Widths of a row's children in `inner` px: first what does not grow, then the rest shares what is left.
    std::vector<Size> row_sizes(Widget& widget, float inner) {
        std::vector<Size> sizes(widget.children.size());
        float left = inner - gaps(widget);
        float shares = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            Widget& child = widget.children[i];
            if (child.layout.grow > 0) {
                shares += child.layout.grow;
            } else {
                sizes[i] = measure(child, std::max(1.0f, left));
                left -= sizes[i].width;
            }
        }
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            Widget& child = widget.children[i];
            if (child.layout.grow <= 0) continue;
            const float width = std::max(1.0f, left * child.layout.grow / shares);
            sizes[i] = {width, measure(child, width).height};
        }
        return sizes;
    }

    Size measure_row(Widget& widget, float inner) {
        Size size{gaps(widget), 0};
        for (const Size& own : row_sizes(widget, inner)) size = {size.width + own.width, std::max(size.height, own.height)};
        return size;
    }

    Size measure_stack(Widget& widget, float inner) {
        Size size;
        for (Widget& child : widget.children) {
            if (child.layout.at_px) continue;
            const Size own = measure(child, inner);
            size = {std::max(size.width, own.width), std::max(size.height, own.height)};
        }
        return size;
    }

    float cell_width(const Widget& widget, float inner) const {
        const auto columns = static_cast<float>(std::max(1, widget.layout.columns));
        return std::max(1.0f, (inner - metrics_.px(widget.layout.gap) * (columns - 1)) / columns);
    }

    std::vector<float> grid_rows(Widget& widget, float inner) {
        const auto columns = static_cast<std::size_t>(std::max(1, widget.layout.columns));
        std::vector<float> heights((widget.children.size() + columns - 1) / columns, 0.0f);
        for (std::size_t i = 0; i < widget.children.size(); ++i) {
            heights[i / columns] = std::max(heights[i / columns], measure(widget.children[i], cell_width(widget, inner)).height);
        }
        return heights;
    }

    Size measure_grid(Widget& widget, float inner) {
        const std::vector<float> rows = grid_rows(widget, inner);
        const float between = rows.empty() ? 0 : metrics_.px(widget.layout.gap) * static_cast<float>(rows.size() - 1);
        return {inner, std::accumulate(rows.begin(), rows.end(), between)};
    }

    static float aligned(Align align, float room, float size) {
        switch (align) {
            case Align::Start:
            case Align::Stretch: return 0;
            case Align::Centre: return (room - size) / 2;
            case Align::End: return room - size;
        }
        return 0;
    }

    void place_column(Widget& widget, const Rect& inner) {
        std::vector<Size> sizes;
        float used = gaps(widget);
        float shares = 0;
        for (Widget& child : widget.children) {
            sizes.push_back(measure(child, inner.width));
            used += sizes.back().height;
            shares += child.layout.grow;
        }
        const float free = inner.height - used;
        if (free < 0) shrink_scrollers(widget, sizes, -free);
        float y = inner.y;
        if (free > 0 && shares == 0 && !widget.layout.scrolls) y += aligned(widget.layout.justify, inner.height, used);
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            Widget& child = widget.children[i];
            if (free > 0 && child.layout.grow > 0) sizes[i].height += free * child.layout.grow / shares;
            const bool stretches = widget.layout.align == Align::Stretch && !child.layout.width;
            float width = stretches ? inner.width : sizes[i].width;
            if (stretches && child.layout.max_width) width = std::min(width, metrics_.px(*child.layout.max_width));
            place(child, {inner.x + aligned(widget.layout.align, inner.width, width), y, width, sizes[i].height});
            y += sizes[i].height + metrics_.px(widget.layout.gap);
        }
    }

    /// Whether the widget scrolls or holds a part that does.
    static bool gives_way(const Widget& widget) {
        return widget.layout.scrolls || std::any_of(widget.children.begin(), widget.children.end(), gives_way);
    }

    /// How much of its natural height a widget can give up: what its scrolling parts do not need to keep.
    float slack(Widget& widget, float height) const {
        float inside = 0;
        bool scrolls_inside = false;
        for (Widget& child : widget.children) {
            if (!gives_way(child)) continue;
            scrolls_inside = true;
            inside += slack(child, child.bounds.height);
        }
        if (!widget.layout.scrolls) return inside;
        const float kept = metrics_.text_px(28) * 1.5f * static_cast<float>(widget.layout.keeps_lines);
        // A scrolling part around another gives way only when the inner one cannot give more.
        return scrolls_inside ? inside : std::max(0.0f, height - kept);
    }

    /// Takes `missing` px of height from the children that can scroll, in proportion to their height.
    static void shrink_scrollers(Widget& widget, std::vector<Size>& sizes, float missing) {
        float scrolling = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i) scrolling += gives_way(widget.children[i]) ? sizes[i].height : 0;
        if (scrolling <= 0) return;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (gives_way(widget.children[i])) sizes[i].height = std::max(0.0f, sizes[i].height - missing * sizes[i].height / scrolling);
        }
    }

    void place_row(Widget& widget, const Rect& inner) {
        const std::vector<Size> sizes = row_sizes(widget, inner.width);
        float used = gaps(widget);
        bool grows = false;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            used += sizes[i].width;
            grows = grows || widget.children[i].layout.grow > 0;
        }
        float x = inner.x + (grows ? 0 : std::max(0.0f, aligned(widget.layout.justify, inner.width, used)));
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const bool stretches = widget.layout.align == Align::Stretch && !widget.children[i].layout.height;
            const float height = stretches ? inner.height : std::min(sizes[i].height, inner.height);
            place(widget.children[i], {x, inner.y + aligned(widget.layout.align, inner.height, height), sizes[i].width, height});
            x += sizes[i].width + metrics_.px(widget.layout.gap);
        }
    }

    /// Sets children side by side, in as many lines as are needed. With `place_them`, really; else only measures.
    Size flow(Widget& widget, const Rect& inner, std::optional<Align> place_them) {
        const float gap = metrics_.px(widget.layout.gap);
        Size total;
        std::size_t begin = 0;
        float y = inner.y;
        std::vector<Size> sizes;
        for (Widget& child : widget.children) sizes.push_back(measure(child, inner.width));
        while (begin < sizes.size()) {
            std::size_t end = begin;
            float width = 0, height = 0;
            while (end < sizes.size() && (end == begin || width + gap + sizes[end].width <= inner.width)) {
                width += (end == begin ? 0 : gap) + sizes[end].width;
                height = std::max(height, sizes[end].height);
                ++end;
            }
            if (place_them) {
                float x = inner.x + aligned(*place_them, inner.width, width);
                for (std::size_t i = begin; i < end; ++i) {
                    place(widget.children[i], {x, y, sizes[i].width, height});
                    x += sizes[i].width + gap;
                }
            }
            total = {std::max(total.width, width), total.height + (begin == 0 ? 0 : gap) + height};
            y += height + gap;
            begin = end;
        }
        return total;
    }

    void place_flow(Widget& widget, const Rect& inner) { flow(widget, inner, widget.layout.justify); }

    void place_grid(Widget& widget, const Rect& inner) {
        const std::vector<float> rows = grid_rows(widget, inner.width);
        const float gap = metrics_.px(widget.layout.gap);
        const float width = cell_width(widget, inner.width);
        const auto columns = static_cast<std::size_t>(std::max(1, widget.layout.columns));
        float y = inner.y;
        for (std::size_t i = 0; i < widget.children.size(); ++i) {
            const std::size_t column = i % columns;
            place(widget.children[i], {inner.x + static_cast<float>(column) * (width + gap), y, width, rows[i / columns]});
            if (column + 1 == columns) y += rows[i / columns] + gap;
        }
    }

    void place_stack(Widget& widget, const Rect& inner) {
        for (Widget& child : widget.children) {
            if (const auto& at = child.layout.at_px) {
                measure(child, at->width);
                place(child, {widget.bounds.x + at->x, widget.bounds.y + at->y, at->width, at->height});
            } else {
                place(child, inner);
            }
        }
    }

    /// Moves the room for the content up by what has been scrolled, and as tall as the content is.
    void scroll_content(Widget& widget, Rect& inner) {
        float height = measure_content(widget, std::max(1.0f, inner.width)).height;
        if (height > inner.height && std::any_of(widget.children.begin(), widget.children.end(), gives_way)) {
            // Parts inside that scroll give way first; only what then still does not fit is scrolled here.
            float least = height;
            for (Widget& child : widget.children) {
                if (!gives_way(child)) continue;
                place(child, {inner.x, inner.y, inner.width, measure(child, inner.width).height});
                least -= slack(child, child.bounds.height);
            }
            height = std::max(least, std::min(height, inner.height));
        }
        widget.scroll_range = std::max(0.0f, std::ceil(height - inner.height));
        const auto offset = scroll_.find(widget.id);
        widget.scroll_offset = offset == scroll_.end() ? 0 : std::clamp(offset->second, 0.0f, widget.scroll_range);
        inner.y -= widget.scroll_offset;
        inner.height = std::max(inner.height, height);
    }

    const Metrics& metrics_;
    text::Typesetter& typesetter_;
    const ScrollOffsets& scroll_;
};

/// Right-to-left: the mirror image inside `frame`; below a widget that keeps its direction only the whole is moved.
void mirror(Widget& widget, float window_width) {
    const float shift = window_width - widget.bounds.right() - widget.bounds.x;
    widget.bounds.x += shift;
    for (Widget& child : widget.children) {
        if (widget.layout.keeps_direction) {
            const auto move = [shift](auto&& self, Widget& inside) -> void {
                inside.bounds.x += shift;
                for (Widget& deeper : inside.children) self(self, deeper);
            };
            move(move, child);
        } else {
            mirror(child, window_width);
        }
    }
}

void set_clips(Widget& widget, const Rect& clip) {
    widget.clip = intersection(clip, widget.bounds);
    for (Widget& child : widget.children) set_clips(child, widget.layout.scrolls ? widget.clip : clip);
}

}  // namespace

void lay_out(Widget& root, const Metrics& metrics, text::Typesetter& typesetter, const ScrollOffsets& scroll) {
    const Rect window{0, 0, metrics.window_px.width, metrics.window_px.height};
    LayoutPass pass(metrics, typesetter, scroll);
    pass.place(root, window);
    if (metrics.is_right_to_left()) mirror(root, window.width);
    set_clips(root, window);
}

}  // namespace sango::ui
