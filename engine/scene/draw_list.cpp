#include "engine/scene/draw_list.hpp"

#include "engine/scene/pixels.hpp"

#include <cassert>
#include <cstdio>

namespace sango::scene {

namespace {

// How far ahead an equal command is looked for when two lists part; a popped card or a new sign is rarely more.
constexpr std::size_t kLookAhead = 64;
// Drawing a rectangle has a fixed price (each command is looked at again), so near ones are cheaper drawn as one.
constexpr float kFreeWaste_px = 4096;
constexpr std::size_t kMostRects = 8;

// A rasterised edge may reach this far over the measured outline: marks are placed on whole pixels (up to 2), and so is the pen.
constexpr float kGlyphMargin_px = 3;

Rect shape_bounds(const Box& box) { return snapped_edges(box.rect); }
Rect shape_bounds(const Ring& ring) { return snapped_edges(ring.rect); }
Rect shape_bounds(const Gradient& gradient) { return snapped_edges(gradient.rect); }
Rect shape_bounds(const Picture& picture) { return snapped_size(picture.rect); }

Rect shape_bounds(const Glyphs& glyphs) {
    Rect all;
    if (!glyphs.paragraph || glyphs.line >= glyphs.paragraph->lines.size()) return all;
    for (const text::Run& run : glyphs.paragraph->lines[glyphs.line].runs) {
        if (run.ink.empty()) continue;
        const Rect ink{glyphs.pen.x + run.x + run.ink.x, glyphs.pen.y + run.ink.y, run.ink.width, run.ink.height};
        all = united(all, outer_pixels(inset(ink, -kGlyphMargin_px)));
    }
    return all;
}

float area(const Rect& rect) { return rect.width * rect.height; }

float waste_of_joining(const Rect& a, const Rect& b) { return area(united(a, b)) - area(a) - area(b); }

bool is_better_joined(const Rect& a, const Rect& b) {
    return !intersection(a, b).empty() || waste_of_joining(a, b) <= kFreeWaste_px;
}

// Adds `rect` to rectangles that do not overlap, joining it with those it meets or nearly meets.
void add_joining(std::vector<Rect>& rects, Rect rect) {
    if (rect.empty()) return;
    for (std::size_t i = 0; i < rects.size();) {
        if (!is_better_joined(rects[i], rect)) {
            ++i;
            continue;
        }
        rect = united(rects[i], rect);
        rects[i] = rects.back();
        rects.pop_back();
        i = 0;  // the joined one is larger and may meet what was passed before
    }
    rects.push_back(rect);
}

void join_cheapest_pair(std::vector<Rect>& rects) {
    std::size_t best_a = 0, best_b = 1;
    for (std::size_t a = 0; a < rects.size(); ++a)
        for (std::size_t b = a + 1; b < rects.size(); ++b)
            if (waste_of_joining(rects[a], rects[b]) < waste_of_joining(rects[best_a], rects[best_b])) best_a = a, best_b = b;
    const Rect joined = united(rects[best_a], rects[best_b]);
    rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(best_b));
    rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(best_a));
    add_joining(rects, joined);
}

using Commands = std::span<const Command>;

// How many commands to leave out of one or the other list so that the next ones are equal.
struct Skip {
    std::size_t before = 0;
    std::size_t after = 0;
};

Skip next_meeting(Commands before, Commands after) {
    for (std::size_t d = 1; d <= kLookAhead; ++d) {
        if (d < before.size() && before[d] == after[0]) return {d, 0};
        if (d < after.size() && before[0] == after[d]) return {0, d};
        if (d < before.size() && d < after.size() && before[d] == after[d]) return {d, d};
    }
    return {1, 1};
}

// Whatever is left out of the common order may have changed pixels; what remains is drawn in the same order in both lists.
void add_differences(Commands before, Commands after, std::vector<Rect>& rects) {
    const auto add_all = [&rects](Commands commands) {
        for (const Command& command : commands) add_joining(rects, bounds(command));
    };
    while (!before.empty() && !after.empty()) {
        if (before.front() == after.front()) {
            before = before.subspan(1);
            after = after.subspan(1);
            continue;
        }
        const Skip skip = next_meeting(before, after);
        add_all(before.first(skip.before));
        add_all(after.first(skip.after));
        before = before.subspan(skip.before);
        after = after.subspan(skip.after);
    }
    add_all(before);
    add_all(after);
}

std::string number(float value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", static_cast<double>(value));
    return text;
}

std::string words(const Rect& r) { return number(r.x) + "," + number(r.y) + " " + number(r.width) + "x" + number(r.height); }

std::string words(Colour c) {
    char text[16];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", c.r, c.g, c.b);
    std::string result = text;
    if (c.a != 255) std::snprintf(text, sizeof text, "/%d", c.a), result += text;
    return result;
}

std::string words(const Box& box) {
    return "box " + words(box.rect) + " " + words(box.colour) + (box.radius > 0 ? " radius " + number(box.radius) : "");
}

std::string words(const Ring& ring) {
    return "ring " + words(ring.rect) + " " + words(ring.colour) + " radius " + number(ring.radius) + " width " + number(ring.width);
}

std::string words(const Gradient& gradient) {
    return "gradient " + words(gradient.rect) + " " + words(gradient.top) + " to " + words(gradient.bottom);
}

std::string words(const Picture& picture) {
    std::string text = "picture " + picture.name + " " + words(picture.rect);
    if (!(picture.tint == Colour{255, 255, 255, 255})) text += " tint " + words(picture.tint);
    if (picture.mirror == Mirror::Yes) text += " mirrored";
    return text;
}

std::string words(const Glyphs& glyphs) {
    std::string text = "text \"";
    if (glyphs.paragraph && glyphs.line < glyphs.paragraph->lines.size())
        for (const text::Run& run : glyphs.paragraph->lines[glyphs.line].runs) text += run.text;
    text += "\" at " + number(glyphs.pen.x) + "," + number(glyphs.pen.y) + " " + words(glyphs.colour);
    if (glyphs.paragraph) text += " size " + number(glyphs.paragraph->style.size_px) + " " + glyphs.paragraph->style.language;
    return text;
}

}  // namespace

DrawList::DrawList(Size size_px) : size_(size_px) {}

void DrawList::add(Shape shape) {
    const Rect clip = clips_.empty() ? Rect{0, 0, size_.width, size_.height} : clips_.back();
    commands_.push_back(Command{clip, std::move(shape)});
}

void DrawList::push_clip(const Rect& rect) {
    const Rect outer = clips_.empty() ? Rect{0, 0, size_.width, size_.height} : clips_.back();
    clips_.push_back(intersection(outer, rect));
}

void DrawList::pop_clip() {
    assert(!clips_.empty() && "a clip was popped that was never pushed");
    clips_.pop_back();
}

void DrawList::clear(Size size_px) {
    assert(clips_.empty() && "a clip was pushed and not popped before the next frame");
    size_ = size_px;
    commands_.clear();
    clips_.clear();
}

Rect bounds(const Command& command) {
    const Rect whole = std::visit([](const auto& shape) { return shape_bounds(shape); }, command.shape);
    return intersection(whole, snapped_edges(command.clip));
}

std::vector<Rect> changed_rects(const DrawList& before, const DrawList& after) {
    if (!(before.size() == after.size())) return {outer_pixels({0, 0, after.size().width, after.size().height})};
    std::vector<Rect> rects;
    add_differences(before.commands(), after.commands(), rects);
    while (rects.size() > kMostRects) join_cheapest_pair(rects);
    return rects;
}

std::vector<Rect> joined(std::span<const Rect> rects) {
    std::vector<Rect> few;
    for (const Rect& rect : rects) add_joining(few, rect);
    while (few.size() > kMostRects) join_cheapest_pair(few);
    return few;
}

std::string to_text(const DrawList& list) {
    const Rect window{0, 0, list.size().width, list.size().height};
    std::string text;
    for (const Command& command : list.commands()) {
        text += std::visit([](const auto& shape) { return words(shape); }, command.shape);
        if (!(command.clip == window)) text += " inside " + words(command.clip);
        text += '\n';
    }
    return text;
}

}  // namespace sango::scene
