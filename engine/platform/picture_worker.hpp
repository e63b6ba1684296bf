// Rasterises large pictures beside the game, so that no frame waits for them.
#pragma once

#include "engine/core/geometry.hpp"
#include "engine/platform/picture_disk.hpp"
#include "engine/platform/sdl_ptr.hpp"
#include "engine/scene/draw_list.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace sango::platform {

/// A picture to be made; `bytes` is an SVG, whose decoder shares nothing between threads.
struct PictureJob {
    std::string name;
    std::string bytes;
    Rect box;
    std::uint64_t content = 0;
    int width = 0;
    int height = 0;
    scene::Mirror mirrored = scene::Mirror::No;  ///< what the caller will do with it
};

struct MadePicture {
    PictureJob job;  ///< without its bytes
    Ptr<SDL_Surface> surface;  ///< null: see `problem`
    std::string problem;
    PackedPicture packed;  ///< for the disk, where it is not yet
};

/// One thread, started by the first job.
class PictureWorker {
public:
    explicit PictureWorker(PictureDisk disk) : disk_(std::move(disk)) {}
    ~PictureWorker();
    PictureWorker(const PictureWorker&) = delete;
    PictureWorker& operator=(const PictureWorker&) = delete;
    void ask(PictureJob job);
    /// What was finished since the last call, in the order in which it was asked for.
    [[nodiscard]] std::vector<MadePicture> take();
    /// Waits until all that was asked for is finished.
    void wait();
    /// Drops what is waiting and what is being made.
    void forget_all();
    /// Whether this system has threads (a web page has none).
    [[nodiscard]] static bool is_possible();

private:
    void work();
    [[nodiscard]] MadePicture make(PictureJob job) const;

    PictureDisk disk_;
    std::mutex mutex_;  // for all below
    std::condition_variable asked_, finished_;
    std::deque<PictureJob> waiting_;
    std::vector<MadePicture> made_;
    std::uint64_t round_ = 0;  // what was begun in an earlier one is dropped
    bool is_making_ = false;
    bool ends_ = false;
    std::thread thread_;
};

}  // namespace sango::platform
