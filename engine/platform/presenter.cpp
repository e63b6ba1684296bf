#include "engine/platform/presenter.hpp"

#include "engine/platform/stopwatch.hpp"
#include "engine/scene/pixels.hpp"

#include <algorithm>
#include <utility>

namespace sango::platform {

namespace {

// Room for pictures beyond a frame's own: a few layers as large as the window.
constexpr std::size_t kLeastPictures_bytes = 16u << 20;
constexpr float kPicturesPerWindow = 5;
// A fifth of a second at most: a new scene that appears a moment later in one piece looks better than one that appears in parts,
// and is drawn once instead of once for each part.
constexpr int kMostHeld = 12;

// Flattening costs about one whole frame, so it must be worth it, and a larger front must have been still for long to replace one.
constexpr std::size_t kLeastCommands = 2;
constexpr std::size_t kFramesToGrow = 120;

Rect whole_of(const scene::DrawList& list) { return {0, 0, list.size().width, list.size().height}; }

float area(const Rect& rect) { return rect.width * rect.height; }

std::span<const scene::Command> from(const scene::DrawList& list, std::size_t first) {
    return std::span(list.commands()).subspan(first);
}

}  // namespace

void Backdrop::note(const scene::DrawList& before, const scene::DrawList& list) {
    const auto &a = before.commands(), &b = list.commands();
    const std::size_t most = before.size() == list.size() ? std::min(a.size(), b.size()) : 0;
    std::size_t same = 0;
    while (same < most && a[same] == b[same]) ++same;
    steady_ = std::min(same, last_same_);
    last_same_ = same;
    least_ = noted_ == 0 ? same : std::min(least_, same);
    if (++noted_ < kFramesToGrow) return;
    long_steady_ = least_;
    noted_ = 0;
}

std::size_t Backdrop::covers(const scene::DrawList& list) const {
    if (!texture_ || !(list.size() == size_) || list.commands().size() < commands_.size()) return 0;
    return std::equal(commands_.begin(), commands_.end(), list.commands().begin()) ? commands_.size() : 0;
}

std::size_t Backdrop::wanted(const scene::DrawList& list) {
    const std::size_t now = covers(list);
    if (now == 0) return steady_ >= kLeastCommands ? steady_ : 0;
    const std::size_t larger = std::exchange(long_steady_, 0);
    return larger > now ? larger : 0;
}

void Backdrop::build(const scene::DrawList& list, std::size_t count, SDL_Renderer& renderer, Painter& painter) {
    if (!texture_ || !(size_ == list.size())) {
        size_ = list.size();
        texture_.reset(SDL_CreateTexture(&renderer, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_TARGET, static_cast<int>(size_.width),
                                         static_cast<int>(size_.height)));
        if (!texture_) return;
        SDL_SetTextureBlendMode(texture_.get(), SDL_BLENDMODE_NONE);
    }
    commands_.assign(list.commands().begin(), list.commands().begin() + static_cast<std::ptrdiff_t>(count));
    SDL_SetRenderTarget(&renderer, texture_.get());
    const FirstSeen first = painter.first_seen(commands_, whole_of(list));
    if (!first.covered) painter.clear(whole_of(list));
    painter.draw(std::span<const scene::Command>(commands_).subspan(first.index), whole_of(list));
}

Presenter::Presenter(Canvas& canvas, PictureCache& pictures, GlyphCache& glyphs)
    : canvas_(canvas), pictures_(pictures), painter_(canvas.renderer(), pictures, glyphs) {}

void Presenter::show_again() {
    if (whole_) return;  // nothing was shown yet
    if (canvas_.accelerated()) draw_all(shown_);
    const Rect all = whole_of(shown_);
    canvas_.present({&all, 1});
}

void Presenter::forget() {
    whole_ = true;
    unsettled_.clear();
    backdrop_.forget();
}

void Presenter::show(const scene::DrawList& list, Patience patience) {
    const Stopwatch watch;
    pictures_.set_limit(std::max(kLeastPictures_bytes, static_cast<std::size_t>(kPicturesPerWindow * 4 * area(whole_of(list)))));
    if (!prepare(list, patience)) return;
    std::vector<Unsettled> unsettled = unsettled_in(list);
    const std::vector<Rect> rects = damage(list, unsettled);
    cost_.changed_share = 0;
    for (const Rect& rect : rects) cost_.changed_share += static_cast<double>(area(rect) / std::max(1.0f, area(whole_of(list))));
    if (!rects.empty()) {
        if (canvas_.accelerated()) {
            draw_all(list);
        } else {
            backdrop_.note(shown_, list);
            if (unsettled.empty()) renew_backdrop(list);
            draw_changed(list, rects);
        }
        canvas_.present(rects);
        painter_.end_frame();
    }
    shown_ = list;
    unsettled_ = std::move(unsettled);
    whole_ = false;
    cost_.draw_ms = watch.ms();
}

// Makes the pictures of the list ready; false when it should not be shown yet.
bool Presenter::prepare(const scene::DrawList& list, Patience patience) {
    if (patience == Patience::Hurried && held_ < kMostHeld) {
        pictures_.prepare(list, Patience::Holding);
        held_ = pictures_.has_all(list) ? 0 : held_ + 1;
        return held_ == 0;
    }
    pictures_.prepare(list, patience);
    if (pictures_.has_all(list)) held_ = 0;
    return true;
}

std::vector<Presenter::Unsettled> Presenter::unsettled_in(const scene::DrawList& list) const {
    std::vector<Unsettled> all;
    for (const scene::Command& command : list.commands()) {
        const auto* picture = std::get_if<scene::Picture>(&command.shape);
        if (picture == nullptr) continue;
        const Rect rect = bounds(command);
        if (rect.empty()) continue;
        const PictureCache::Found found = pictures_.find(*picture);
        if (!found.settled) all.push_back({rect, found.texture});
    }
    return all;
}

// What differs between the lists, and pictures that look another way than when they were last drawn.
std::vector<Rect> Presenter::damage(const scene::DrawList& list, const std::vector<Unsettled>& unsettled) const {
    if (whole_ || !(shown_.size() == list.size())) return {scene::outer_pixels(whole_of(list))};
    std::vector<Rect> rects = changed_rects(shown_, list);
    for (const Unsettled& old : unsettled_)
        if (std::find(unsettled.begin(), unsettled.end(), old) == unsettled.end()) rects.push_back(old.rect);
    for (const Unsettled& now : unsettled)
        if (std::find(unsettled_.begin(), unsettled_.end(), now) == unsettled_.end()) rects.push_back(now.rect);
    return scene::joined(rects);
}

void Presenter::draw_all(const scene::DrawList& list) {
    canvas_.begin();
    const FirstSeen first = painter_.first_seen(list.commands(), whole_of(list));
    if (!first.covered) painter_.clear(whole_of(list));
    painter_.draw(from(list, first.index), whole_of(list));
}

void Presenter::draw_changed(const scene::DrawList& list, const std::vector<Rect>& rects) {
    canvas_.begin();
    const std::size_t flattened = backdrop_.covers(list);
    for (const Rect& rect : rects) {
        const FirstSeen first = painter_.first_seen(list.commands(), rect);
        if (flattened > first.index) {
            const SDL_Rect area = to_sdl(rect);
            SDL_RenderSetClipRect(&canvas_.renderer(), nullptr);
            SDL_RenderCopy(&canvas_.renderer(), backdrop_.texture(), &area, &area);
            painter_.draw(from(list, flattened), rect);
            continue;
        }
        if (!first.covered) painter_.clear(rect);
        painter_.draw(from(list, first.index), rect);
    }
}

void Presenter::renew_backdrop(const scene::DrawList& list) {
    const std::size_t count = backdrop_.wanted(list);
    if (count > 0) backdrop_.build(list, count, canvas_.renderer(), painter_);
}

Ptr<SDL_Surface> Presenter::read() {
    if (canvas_.accelerated()) draw_all(shown_);  // what was presented is gone; the same list draws the same
    return canvas_.read();
}

}  // namespace sango::platform
