#include "engine/platform/picture_worker.hpp"

#include "engine/platform/picture_raster.hpp"

#include <utility>

namespace sango::platform {

bool PictureWorker::is_possible() {
#ifdef __EMSCRIPTEN__
    return false;
#else
    return true;
#endif
}

PictureWorker::~PictureWorker() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
    }
    asked_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void PictureWorker::ask(PictureJob job) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
    if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
    asked_.notify_one();
}

std::vector<MadePicture> PictureWorker::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(made_, {});
}

void PictureWorker::wait() {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [this] { return waiting_.empty() && !is_making_; });
}

void PictureWorker::forget_all() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    made_.clear();
    ++round_;
}

void PictureWorker::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        asked_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
        if (ends_) return;
        PictureJob job = std::move(waiting_.front());
        waiting_.pop_front();
        const std::uint64_t round = round_;
        is_making_ = true;
        lock.unlock();
        MadePicture made = make(std::move(job));
        lock.lock();
        is_making_ = false;
        if (round == round_) made_.push_back(std::move(made));
        finished_.notify_all();
    }
}

MadePicture PictureWorker::make(PictureJob job) const {
    MadePicture made;
    made.surface = disk_.load(job.content, job.width, job.height);
    if (!made.surface) {
        Result<Ptr<SDL_Surface>> drawn = rasterise(job.bytes, job.box, job.width, job.height, job.name);
        if (drawn)
            made.surface = std::move(*drawn);
        else
            made.problem = drawn.problem().what;
        if (made.surface && disk_.enabled()) made.packed = PictureDisk::pack(*made.surface);
    }
    job.bytes.clear();
    made.job = std::move(job);
    return made;
}

}  // namespace sango::platform
