#include "engine/ui/paint.hpp"

#include <cmath>

namespace sango::ui {
namespace {

class Painter {
public:
    Painter(const Metrics& metrics, const WidgetId& pressed, const PaintColours& colours, scene::DrawList& list)
        : metrics_(metrics), pressed_(pressed), colours_(colours), list_(list) {}

    void paint(const Widget& widget) {
        if (widget.layout.scrolls) list_.push_clip(widget.bounds);
        if (!widget.layout.scrolls || widget.look.fill) paint_box(widget);
        if (const auto* words = std::get_if<Label>(&widget.content)) paint_words(widget, *words);
        if (const auto* pictures = std::get_if<Pictures>(&widget.content)) paint_pictures(widget, *pictures);
        for (const Widget& child : widget.children) {
            if (!child.clip.empty() || !child.children.empty()) paint(child);
        }
        if (widget.layout.scrolls) {
            list_.pop_clip();
            paint_more(widget);
        }
    }

    void paint_focus(const Widget& widget) {
        const Rect& seen = widget.clip;
        if (seen.empty()) return;
        const float width = std::max(2.0f, metrics_.px(4));
        const float radius = metrics_.px(widget.look.radius);
        const Rect inner = inset(seen, -width);
        const Rect outer = inset(seen, -2 * width);
        list_.add(scene::Ring{outer, colours_.focus_outer, radius + 2 * width, width});
        list_.add(scene::Ring{inner, colours_.focus_inner, radius + width, width});
    }

private:
    void paint_box(const Widget& widget) {
        const Look& look = widget.look;
        Rect box = widget.bounds;
        if (!pressed_.empty() && widget.id == pressed_) box.y += metrics_.px(2);
        const float radius = std::min(metrics_.px(look.radius), box.height / 2);
        if (look.shadow) {
            list_.add(scene::Box{{box.x, box.y + metrics_.px(5), box.width, box.height}, colours_.shadow, radius});
        }
        if (look.fill) list_.add(scene::Box{box, *look.fill, radius});
        if (look.ring) list_.add(scene::Ring{box, *look.ring, radius, std::max(1.0f, metrics_.px(look.ring_width))});
    }

    void paint_words(const Widget& widget, const Label& words) {
        if (!widget.paragraph) return;
        const text::Paragraph& paragraph = *widget.paragraph;
        const Edges& pad = widget.layout.padding;
        const Rect box{widget.bounds.x + metrics_.px(pad.left), widget.bounds.y + metrics_.px(pad.top),
                       widget.bounds.width - metrics_.px(pad.left + pad.right), widget.bounds.height - metrics_.px(pad.top + pad.bottom)};
        const float top = box.y + std::max(0.0f, std::floor((box.height - paragraph.height) / 2));
        for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
            const text::Line& line = paragraph.lines[i];
            float x = box.x;
            if (words.align == Align::Centre) {
                x += (box.width - line.width) / 2;
            } else if ((words.align == Align::End) != metrics_.is_right_to_left()) {
                x += box.width - line.width;
            }
            list_.add(scene::Glyphs{widget.paragraph, i, {std::round(x), std::round(top + line.baseline)}, words.colour});
        }
    }

    void paint_pictures(const Widget& widget, const Pictures& pictures) {
        const Rect& box = widget.bounds;
        for (const Pictures::One& one : pictures.layers) {
            const bool turns = pictures.mirrors && metrics_.is_right_to_left();
            const scene::Mirror mirror = (one.mirror == scene::Mirror::Yes) != turns ? scene::Mirror::Yes : scene::Mirror::No;
            const float left = turns ? 100 - one.at.right() : one.at.x;
            list_.add(scene::Picture{one.name,
                                     {std::round(box.x + box.width * left / 100), std::round(box.y + box.height * one.at.y / 100),
                                      std::round(box.width * one.at.width / 100), std::round(box.height * one.at.height / 100)},
                                     one.tint,
                                     mirror});
        }
    }

    /// A small pill with an arrow where there is more to read.
    void paint_more(const Widget& widget) {
        if (widget.scroll_range <= 0) return;
        const float size = metrics_.px(36);
        const Rect& seen = widget.clip;
        if (seen.height < size) return;
        const float x = std::round(seen.x + (seen.width - size) / 2);
        if (widget.scroll_offset < widget.scroll_range - 1) more({x, std::round(seen.bottom() - size), size, size}, "icons/arrow-down");
        if (widget.scroll_offset > 1) more({x, std::round(seen.y), size, size}, "icons/arrow-up");
    }

    void more(const Rect& box, const char* icon) {
        list_.add(scene::Box{box, colours_.more, box.height / 2});
        list_.add(scene::Picture{icon, inset(box, std::round(box.width / 5)), colours_.more_arrow, scene::Mirror::No});
    }

    const Metrics& metrics_;
    const WidgetId& pressed_;
    const PaintColours& colours_;
    scene::DrawList& list_;
};

}  // namespace

void paint(const Widget& root, const WidgetId& focused, const WidgetId& pressed, const Metrics& metrics, const PaintColours& colours,
           scene::DrawList& list) {
    Painter painter(metrics, pressed, colours, list);
    painter.paint(root);
    if (const Widget* widget = find(root, focused)) painter.paint_focus(*widget);
}

}  // namespace sango::ui
