#include "engine/platform/renderer_choice.hpp"

#include <fstream>
#include <system_error>

namespace sango::platform {

namespace fs = std::filesystem;

namespace {
constexpr std::uintmax_t kSoftwareStarts = 20;
}

RendererChoice choose_renderer(const RendererFacts& facts) {
    if (facts.force_software) return {false, "asked for"};
    if (facts.video_driver == "dummy" || facts.video_driver == "offscreen") return {false, "there is no real display"};
    if (facts.is_linux && !facts.has_render_node) return {false, "there is no graphics card"};
    if (facts.last_start_failed) return {false, "the last start with the graphics card did not reach its first frame"};
    return {true, "there is a graphics card"};
}

bool has_render_node(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().filename().string().starts_with("renderD")) return true;
    return false;
}

bool StartMarker::last_start_failed() {
    std::error_code error;
    const std::uintmax_t starts = fs::file_size(file_, error);  // a byte is added at each start
    if (file_.empty() || error) return false;
    if (starts >= kSoftwareStarts) {
        fs::remove(file_, error);
        return false;
    }
    std::ofstream(file_, std::ios::binary | std::ios::app) << '.';
    return true;
}

void StartMarker::begin() {
    if (file_.empty()) return;
    std::error_code ignored;
    fs::create_directories(file_.parent_path(), ignored);
    std::ofstream(file_, std::ios::binary | std::ios::trunc) << '.';
}

void StartMarker::reached_first_frame() {
    std::error_code ignored;
    if (!file_.empty()) fs::remove(file_, ignored);
}

}  // namespace sango::platform
