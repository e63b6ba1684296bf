#include "engine/platform/picture_cache.hpp"

#include "engine/platform/picture_raster.hpp"
#include "engine/platform/stopwatch.hpp"
#include "engine/scene/pixels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sango::platform {

namespace {

// A size must be asked for in this many frames on end before it is made, when another size can stand in meanwhile.
constexpr std::uint64_t kSteadyFrames = 3;
// Above this a hurried frame makes only a small stand-in, because a large picture costs 21 ms a megapixel, and leaves the rest to
// the worker or, where there is none, to one of the next frames.
constexpr double kLarge_px = 120'000;
constexpr int kStandInShare = 4;
// A stand-in with less than this share of the pixels is replaced at once, steady or not.
constexpr double kTooCoarse = 0.3;
// Smaller pictures are drawn faster than a file is opened.
constexpr int kWorthWriting_px = 10'000;
constexpr std::size_t kMostUnwritten_bytes = 4u << 20;

struct PixelSize {
    int width = 0;
    int height = 0;
};

PixelSize shown_size(const Rect& rect) {
    const Rect snapped = scene::snapped_size(rect);
    const auto side = [](float length) { return static_cast<int>(std::clamp(length, 0.0f, static_cast<float>(kLargestSide_px))); };
    return {side(snapped.width), side(snapped.height)};
}

double area(PixelSize size) { return static_cast<double>(size.width) * size.height; }

}  // namespace

PictureCache::PictureCache(const scene::PictureSource& source, SDL_Renderer& renderer, PictureDisk disk, LogSink log)
    : source_(source), renderer_(renderer), disk_(std::move(disk)), log_(std::move(log)), worker_(disk_) {}

void PictureCache::prepare(const scene::DrawList& list, Patience patience) {
    const Stopwatch watch;
    ++frame_;
    take_made();
    for (const scene::Command& command : list.commands()) {
        const auto* picture = std::get_if<scene::Picture>(&command.shape);
        if (picture == nullptr || bounds(command).empty()) continue;
        const auto kept = entries_.find(picture->name);
        ask(kept == entries_.end() ? open(picture->name) : kept->second, *picture);
    }
    for (auto& [name, entry] : entries_) {
        std::erase_if(entry.wishes, [this](const Wish& wish) { return wish.last_frame != frame_; });
        for (const Wish& wish : std::vector<Wish>(entry.wishes)) {
            const bool waits = patience == Patience::Complete;
            if (entry.missing || (!waits && !is_due(entry, wish))) continue;
            if (!waits && watch.ms() > kHurry_ms) return make_room();
            if (!waits && area({wish.width, wish.height}) > kLarge_px)
                begin_large(name, entry, wish, patience);
            else
                make(name, entry, wish.width, wish.height, wish.mirrored);
        }
    }
    make_room();
}

bool PictureCache::is_due(const Entry& entry, const Wish& wish) const {
    const Texture* stand_in = nearest(entry, wish.width, wish.height, wish.mirrored);
    if (wish.begun) return stand_in == nullptr;
    if (stand_in == nullptr || frame_ - wish.first_frame >= kSteadyFrames) return true;
    return area({stand_in->width, stand_in->height}) < kTooCoarse * area({wish.width, wish.height}) && !entry.coarse_for_now;
}

void PictureCache::begin_large(const std::string& name, Entry& entry, const Wish& wish, Patience patience) {
    const bool has_stand_in = nearest(entry, wish.width, wish.height, wish.mirrored) != nullptr;
    const bool begun = wish.begun || delegate(name, entry, wish);
    for (Wish& kept : entry.wishes)
        if (kept == wish) kept.begun = begun;
    if (has_stand_in || (!begun && patience == Patience::Holding)) {
        if (!begun) make(name, entry, wish.width, wish.height, wish.mirrored);
        return;
    }
    if (patience == Patience::Holding) return;
    make(name, entry, std::max(1, wish.width / kStandInShare), std::max(1, wish.height / kStandInShare), wish.mirrored);
    entry.coarse_for_now = true;
}

// PNGs stay here: only the SVG decoder is known to share nothing between threads.
bool PictureCache::delegate(const std::string& name, Entry& entry, const Wish& wish) {
    if (!PictureWorker::is_possible()) return false;
    Result<std::string> bytes = source_.bytes(name);
    if (!bytes || bytes->starts_with("\x89PNG")) return false;
    if (entry.content == 0) entry.content = content_hash(*bytes);
    worker_.ask({name, std::move(*bytes), entry.box, entry.content, wish.width, wish.height, wish.mirrored});
    return true;
}

void PictureCache::take_made() {
    for (MadePicture& made : worker_.take()) {
        const PictureJob& job = made.job;
        const auto it = entries_.find(job.name);
        if (it == entries_.end() || it->second.missing) continue;
        if (!made.surface) {
            set_missing(job.name, it->second, made.problem);
            continue;
        }
        note_unwritten(job.content, made.surface->w, made.surface->h, std::move(made.packed));
        if (exact(it->second, job.width, job.height, job.mirrored) == nullptr)
            keep(job.name, it->second, *made.surface, job.mirrored);
    }
}

PictureCache::Entry& PictureCache::open(const std::string& name) {
    Entry& fresh = entries_[name];
    const std::optional<Rect> box = source_.box(name);
    if (box && !box->empty())
        fresh.box = *box;
    else
        set_missing(name, fresh, "there is no such picture");
    return fresh;
}

void PictureCache::ask(Entry& entry, const scene::Picture& picture) {
    if (entry.missing) return;
    const PixelSize size = shown_size(picture.rect);
    if (Texture* texture = exact(entry, size.width, size.height, picture.mirror)) {
        texture->last_frame = frame_;
        return;
    }
    if (Texture* stand_in = nearest(entry, size.width, size.height, picture.mirror)) stand_in->last_frame = frame_;
    for (Wish& wish : entry.wishes)
        if (wish.width == size.width && wish.height == size.height && wish.mirrored == picture.mirror) {
            wish.last_frame = frame_;
            return;
        }
    entry.wishes.push_back({size.width, size.height, picture.mirror, frame_, frame_});
}

bool PictureCache::has_all(const scene::DrawList& list) const {
    for (const scene::Command& command : list.commands()) {
        const auto* picture = std::get_if<scene::Picture>(&command.shape);
        if (picture == nullptr || bounds(command).empty()) continue;
        const Found found = find(*picture);
        if (found.texture == nullptr && !found.settled) return false;
    }
    return true;
}

PictureCache::Found PictureCache::find(const scene::Picture& picture) const {
    const auto it = entries_.find(picture.name);
    if (it == entries_.end() || it->second.missing) return {};
    const PixelSize size = shown_size(picture.rect);
    const Texture* texture = nearest(it->second, size.width, size.height, picture.mirror);
    if (texture == nullptr) return {nullptr, false, false};
    const bool settled = texture->width == size.width && texture->height == size.height;
    return {texture->handle.get(), texture->opaque, settled};
}

PictureCache::Texture* PictureCache::exact(Entry& entry, int width, int height, scene::Mirror mirrored) {
    for (Texture& texture : entry.textures)
        if (texture.width == width && texture.height == height && texture.mirrored == mirrored) return &texture;
    return nullptr;
}

PictureCache::Texture* PictureCache::nearest(Entry& entry, int width, int height, scene::Mirror mirrored) {
    return const_cast<Texture*>(nearest(std::as_const(entry), width, height, mirrored));
}

const PictureCache::Texture* PictureCache::nearest(const Entry& entry, int width, int height, scene::Mirror mirrored) {
    const Texture* best = nullptr;
    double best_distance = std::numeric_limits<double>::max();
    for (const Texture& texture : entry.textures) {
        if (texture.mirrored != mirrored) continue;
        // In factors, so that half and double are as far; a larger one stretched down looks better than a smaller one.
        const double factor = std::log(area({texture.width, texture.height}) / std::max(1.0, area({width, height})));
        const double shape = std::log(static_cast<double>(texture.width) * height / (static_cast<double>(texture.height) * width));
        const double distance = (factor < 0 ? -2 * factor : factor) + std::abs(shape);
        if (distance < best_distance) best = &texture, best_distance = distance;
    }
    return best;
}

void PictureCache::make(const std::string& name, Entry& entry, int width, int height, scene::Mirror mirrored) {
    const Ptr<SDL_Surface> surface = pixels(name, entry, width, height);
    if (surface) keep(name, entry, *surface, mirrored);
}

void PictureCache::keep(const std::string& name, Entry& entry, SDL_Surface& surface, scene::Mirror mirrored) {
    if (mirrored == scene::Mirror::Yes) mirror(surface);
    Texture texture{Ptr<SDL_Texture>(SDL_CreateTextureFromSurface(&renderer_, &surface)), surface.w, surface.h, mirrored,
                    is_opaque(surface), frame_};
    if (!texture.handle) return set_missing(name, entry, SDL_GetError());
    bytes_ += texture.bytes();
    std::erase_if(entry.wishes, [&texture](const Wish& wish) {
        return wish.width == texture.width && wish.height == texture.height && wish.mirrored == texture.mirrored;
    });
    entry.textures.push_back(std::move(texture));
}

Ptr<SDL_Surface> PictureCache::pixels(const std::string& name, Entry& entry, int width, int height) {
    const Result<std::string> bytes = source_.bytes(name);
    if (!bytes) {
        set_missing(name, entry, to_string(bytes.problem()));
        return nullptr;
    }
    if (entry.content == 0) entry.content = content_hash(*bytes);
    if (width * height >= kWorthWriting_px)
        if (Ptr<SDL_Surface> kept = disk_.load(entry.content, width, height)) return kept;
    Result<Ptr<SDL_Surface>> made = rasterise(*bytes, entry.box, width, height, name);
    if (!made) {
        set_missing(name, entry, made.problem().what);
        return nullptr;
    }
    if (disk_.enabled() && width * height >= kWorthWriting_px)
        note_unwritten(entry.content, width, height, PictureDisk::pack(**made));
    return std::move(*made);
}

void PictureCache::note_unwritten(std::uint64_t content, int width, int height, PackedPicture packed) {
    if (packed.empty() || unwritten_bytes_ + packed.size() * 4 > kMostUnwritten_bytes) return;
    unwritten_bytes_ += packed.size() * 4;
    unwritten_.push_back({content, width, height, std::move(packed)});
}

void PictureCache::set_missing(const std::string& name, Entry& entry, std::string_view why) {
    entry.missing = true;
    entry.wishes.clear();
    log(log_, "picture " + name + " is not shown: " + std::string(why));
}

void PictureCache::write_to_disk(double budget_ms) {
    const Stopwatch watch;
    while (!unwritten_.empty() && watch.ms() < budget_ms) {
        const Unwritten& next = unwritten_.front();
        disk_.save(next.content, next.width, next.height, next.packed);
        unwritten_bytes_ -= next.packed.size() * 4;
        unwritten_.pop_front();
    }
}

void PictureCache::make_room() {
    while (bytes_ > limit_) {
        Entry* holder = nullptr;
        std::size_t oldest = 0;
        for (auto& [name, entry] : entries_)
            for (std::size_t i = 0; i < entry.textures.size(); ++i)
                if (entry.textures[i].last_frame != frame_ &&
                    (holder == nullptr || entry.textures[i].last_frame < holder->textures[oldest].last_frame))
                    holder = &entry, oldest = i;
        if (holder == nullptr) return;  // all of it is on the screen
        bytes_ -= holder->textures[oldest].bytes();
        holder->textures.erase(holder->textures.begin() + static_cast<std::ptrdiff_t>(oldest));
    }
}

void PictureCache::forget_all() {
    worker_.forget_all();
    entries_.clear();
    bytes_ = 0;
}

}  // namespace sango::platform
