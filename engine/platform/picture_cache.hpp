// Pictures as textures at the size at which they are shown: found at once, made a few at a time, forgotten when long unused.
#pragma once

#include "engine/core/log.hpp"
#include "engine/platform/picture_disk.hpp"
#include "engine/platform/picture_worker.hpp"
#include "engine/platform/sdl_ptr.hpp"
#include "engine/scene/draw_list.hpp"
#include "engine/scene/pictures.hpp"

#include <cstdint>
#include <list>
#include <map>
#include <string>
#include <vector>

namespace sango::platform {

/// What to do about pictures that are not ready: Holding makes what is quick and begins the rest, for a list that is not shown
/// yet; Hurried also makes coarse stand-ins, so that nothing is missing; Complete makes all of it before it returns.
enum class Patience { Holding, Hurried, Complete };

class PictureCache {
public:
    /// `source` and `renderer` must outlive the cache.
    PictureCache(const scene::PictureSource& source, SDL_Renderer& renderer, PictureDisk disk, LogSink log);

    /// Makes what the list needs: all of it when Complete, else for about `kHurry_ms`. Call once a frame, before drawing.
    void prepare(const scene::DrawList& list, Patience patience);
    /// Whether each picture of the list can be shown in some size (or never will be).
    [[nodiscard]] bool has_all(const scene::DrawList& list) const;
    /// The best texture there is for a picture shown at `rect`'s whole-pixel size; stretch it. Null when there is none (yet).
    struct Found {
        SDL_Texture* texture = nullptr;
        bool opaque = false;
        bool settled = true;  ///< nothing better will come: exact, or missing for good
    };
    [[nodiscard]] Found find(const scene::Picture& picture) const;

    /// Writes newly made pictures to disk, for about `budget_ms`; for when nothing else is to be done.
    void write_to_disk(double budget_ms);
    [[nodiscard]] bool has_unwritten() const { return !unwritten_.empty(); }
    /// Waits for what the worker has begun; it is found after the next `prepare`.
    void wait_for_worker() { worker_.wait(); }
    /// Textures' bytes allowed, beyond what one frame shows.
    void set_limit(std::size_t bytes) { limit_ = bytes; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    void forget_all();

    static constexpr double kHurry_ms = 5;

private:
    struct Texture {
        Ptr<SDL_Texture> handle;
        int width = 0;
        int height = 0;
        scene::Mirror mirrored = scene::Mirror::No;
        bool opaque = false;
        std::uint64_t last_frame = 0;
        [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4; }
    };
    // A size that was asked for and is not there; one that changes every frame (something that grows) is never made.
    struct Wish {
        int width = 0;
        int height = 0;
        scene::Mirror mirrored = scene::Mirror::No;
        std::uint64_t first_frame = 0;
        std::uint64_t last_frame = 0;
        bool begun = false;  ///< the worker has it
        bool operator==(const Wish&) const = default;
    };
    struct Entry {
        Rect box;
        std::uint64_t content = 0;
        bool missing = false;
        bool coarse_for_now = false;  ///< its stand-in is meant to be small
        std::vector<Texture> textures;
        std::vector<Wish> wishes;
    };
    struct Unwritten {
        std::uint64_t content = 0;
        int width = 0;
        int height = 0;
        PackedPicture packed;
    };

    Entry& open(const std::string& name);
    void ask(Entry& entry, const scene::Picture& picture);
    [[nodiscard]] bool is_due(const Entry& entry, const Wish& wish) const;
    void begin_large(const std::string& name, Entry& entry, const Wish& wish, Patience patience);
    bool delegate(const std::string& name, Entry& entry, const Wish& wish);
    void take_made();
    void make(const std::string& name, Entry& entry, int width, int height, scene::Mirror mirrored);
    void keep(const std::string& name, Entry& entry, SDL_Surface& surface, scene::Mirror mirrored);
    void note_unwritten(std::uint64_t content, int width, int height, PackedPicture packed);
    [[nodiscard]] Ptr<SDL_Surface> pixels(const std::string& name, Entry& entry, int width, int height);
    void set_missing(const std::string& name, Entry& entry, std::string_view why);
    void make_room();
    static Texture* exact(Entry& entry, int width, int height, scene::Mirror mirrored);
    static Texture* nearest(Entry& entry, int width, int height, scene::Mirror mirrored);
    static const Texture* nearest(const Entry& entry, int width, int height, scene::Mirror mirrored);

    const scene::PictureSource& source_;
    SDL_Renderer& renderer_;
    PictureDisk disk_;
    LogSink log_;
    PictureWorker worker_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::list<Unwritten> unwritten_;
    std::size_t unwritten_bytes_ = 0;
    std::size_t bytes_ = 0;
    std::size_t limit_ = 32u << 20;
    std::uint64_t frame_ = 0;
};

}  // namespace sango::platform
