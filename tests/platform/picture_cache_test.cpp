#include "engine/platform/picture_raster.hpp"
#include "tests/platform/support.hpp"

#include <doctest/doctest.h>

#include <SDL_image.h>

#include <fstream>

using namespace sango;
using namespace sango::platform;

namespace fs = std::filesystem;

namespace {

// A folder that goes with the test.
struct Folder {
    fs::path path;
    explicit Folder(const char* name) : path(fs::temp_directory_path() / (std::string("sango-test-") + name)) { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::uintmax_t bytes() const {
        std::uintmax_t sum = 0;
        for (const auto& entry : fs::directory_iterator(path)) sum += entry.file_size();
        return sum;
    }
    [[nodiscard]] int files() const {
        int count = 0;
        for (const auto& entry : fs::directory_iterator(path)) count += entry.is_regular_file() ? 1 : 0;
        return count;
    }
};

Ptr<SDL_Surface> noise(int width, int height, Uint32 seed) {
    Ptr<SDL_Surface> surface(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            seed = seed * 1664525u + 1013904223u;
            const Uint32 pixel = (x / 7 + y) % 3 == 0 ? 0u : seed;  // stretches of one colour and of many
            SDL_memcpy(static_cast<Uint8*>(surface->pixels) + static_cast<std::ptrdiff_t>(y) * surface->pitch + static_cast<std::ptrdiff_t>(x) * 4, &pixel, 4);
        }
    return surface;
}

bool same_pixels(const SDL_Surface& a, const SDL_Surface& b) {
    if (a.w != b.w || a.h != b.h) return false;
    for (int y = 0; y < a.h; ++y)
        if (SDL_memcmp(static_cast<const Uint8*>(a.pixels) + static_cast<std::ptrdiff_t>(y) * a.pitch,
                       static_cast<const Uint8*>(b.pixels) + static_cast<std::ptrdiff_t>(y) * b.pitch, static_cast<std::size_t>(a.w) * 4) != 0)
            return false;
    return true;
}

scene::DrawList one_picture(Size size, const std::string& name, Rect rect) {
    scene::DrawList list(size);
    list.add(scene::Picture{name, rect});
    return list;
}

}  // namespace

TEST_CASE("an SVG becomes exactly the pixels asked for, stretched from its own box") {
    const std::string svg = "<?xml version=\"1.0\"?><svg width='7' height=\"9mm\" viewBox=\"-10 5 20 10\" fill=\"#00ff00\">" +
                            std::string("<rect x=\"-10\" y=\"5\" width=\"10\" height=\"10\"/></svg>");
    for (const auto& [width, height] : {std::pair{33, 47}, {101, 10}, {1, 1}, {640, 3}}) {
        Result<Ptr<SDL_Surface>> made = rasterise(svg, {-10, 5, 20, 10}, width, height, "p");
        REQUIRE(made);
        CHECK((*made)->w == width);
        CHECK((*made)->h == height);
        const Image image(std::move(*made));
        if (width > 10) {
            CHECK(image.at(width / 2 - 2, height / 2) == Colour{0, 255, 0, 255});
            CHECK(image.at(0, height - 1).a > 200);
            CHECK(image.at(width / 2 + 2, height / 2).a == 0);
        }
    }
}

TEST_CASE("sizes that would harm the decoder are refused, and so is what is no picture") {
    const std::string svg = "<svg viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></svg>";
    CHECK_FALSE(rasterise(svg, {0, 0, 10, 10}, 40000, 40000, "p"));
    CHECK_FALSE(rasterise(svg, {0, 0, 10, 10}, 0, 10, "p"));
    CHECK_FALSE(rasterise(svg, {0, 0, 0, 10}, 10, 10, "p"));
    CHECK_FALSE(rasterise("", {0, 0, 10, 10}, 10, 10, "p"));
    CHECK_FALSE(rasterise("<svg viewBox=\"0 0 10 10\"", {0, 0, 10, 10}, 10, 10, "p"));
    CHECK_FALSE(rasterise("\x89PNG\r\n\x1a\n and then nothing", {0, 0, 10, 10}, 10, 10, "p"));
}

TEST_CASE("a PNG is scaled down to the mean of its pixels, hidden colours left out") {
    Ptr<SDL_Surface> source(SDL_CreateRGBSurfaceWithFormat(0, 4, 2, 32, SDL_PIXELFORMAT_ARGB8888));
    const SDL_Rect left{0, 0, 2, 2}, faint{2, 0, 1, 2}, hidden{3, 0, 1, 2};
    SDL_FillRect(source.get(), &left, 0xff6496c8);
    SDL_FillRect(source.get(), &faint, 0xff0000ff);
    SDL_FillRect(source.get(), &hidden, 0x00ff0000);  // red, but not to be seen
    std::vector<char> memory(4096);
    SDL_RWops* out = SDL_RWFromMem(memory.data(), static_cast<int>(memory.size()));
    REQUIRE(IMG_SavePNG_RW(source.get(), out, 0) == 0);
    const std::string png(memory.data(), static_cast<std::size_t>(SDL_RWtell(out)));
    SDL_RWclose(out);
    Result<Ptr<SDL_Surface>> made = rasterise(png, {0, 0, 4, 2}, 2, 1, "p");
    REQUIRE(made);
    const Image image(std::move(*made));
    CHECK(image.at(0, 0) == Colour{0x64, 0x96, 0xc8, 255});
    CHECK(image.at(1, 0) == Colour{0, 0, 255, 128});
}

TEST_CASE("memory stays under the limit, except for what is on the screen") {
    TestPictures pictures;
    for (int i = 0; i < 40; ++i) pictures.add("p" + std::to_string(i), svg_rect("#ff0000"));
    MemoryStage stage(pictures, {400, 400});
    stage.pictures->set_limit(1'000'000);
    for (int i = 0; i < 40; ++i) {
        stage.pictures->prepare(one_picture({400, 400}, "p" + std::to_string(i), {0, 0, 200, 200}), Patience::Complete);
        CHECK(stage.pictures->bytes() <= 1'000'000);
    }
    scene::DrawList all({400, 400});
    for (int i = 0; i < 40; ++i) all.add(scene::Picture{"p" + std::to_string(i), {0, 0, 200, 200}});
    stage.pictures->prepare(all, Patience::Complete);
    CHECK(stage.pictures->bytes() == 40u * 200 * 200 * 4);
    for (const scene::Command& command : all.commands()) CHECK(stage.pictures->find(std::get<scene::Picture>(command.shape)).settled);
}

TEST_CASE("a picture that grows a little each frame is stretched, not made anew, until it rests") {
    TestPictures pictures;
    pictures.add("p", svg_rect("#ff0000"));
    MemoryStage stage(pictures, {400, 400});
    stage.pictures->prepare(one_picture({400, 400}, "p", {0, 0, 100, 100}), Patience::Complete);
    const int reads = pictures.reads;
    for (float size = 101; size < 140; ++size)
        stage.pictures->prepare(one_picture({400, 400}, "p", {0, 0, size, size}), Patience::Hurried);
    CHECK(pictures.reads == reads);
    const scene::DrawList rest = one_picture({400, 400}, "p", {0, 0, 140, 140});
    CHECK_FALSE(stage.pictures->find(std::get<scene::Picture>(rest.commands()[0].shape)).settled);
    for (int frame = 0; frame < 5; ++frame) stage.pictures->prepare(rest, Patience::Hurried);
    CHECK(stage.pictures->find(std::get<scene::Picture>(rest.commands()[0].shape)).settled);
    CHECK(pictures.reads == reads + 1);
}

TEST_CASE("what was rasterised is read back from the disk in the next run, pixel for pixel") {
    const Folder folder("disk");
    PictureDisk disk(folder.path);
    const Ptr<SDL_Surface> surface = noise(117, 90, 3);
    disk.save(42, 117, 90, PictureDisk::pack(*surface));
    const Ptr<SDL_Surface> back = PictureDisk(folder.path).load(42, 117, 90);
    REQUIRE(back);
    CHECK(same_pixels(*surface, *back));
    CHECK_FALSE(disk.load(42, 117, 91));
    CHECK_FALSE(disk.load(43, 117, 90));
    CHECK_FALSE(PictureDisk({}).load(42, 117, 90));
}

TEST_CASE("the disk holds no more than its limit, and the last used stay") {
    const Folder folder("limit");
    PictureDisk disk(folder.path, 200'000);
    for (Uint32 i = 1; i <= 30; ++i) {
        const Ptr<SDL_Surface> surface = noise(100, 60, i);
        disk.save(i, 100, 60, PictureDisk::pack(*surface));
        CHECK(folder.bytes() <= 200'000);
    }
    CHECK(folder.files() >= 5);
    CHECK(disk.load(30, 100, 60));
}

TEST_CASE("a damaged file of the disk cache is no picture and does no harm") {
    const Folder folder("damage");
    PictureDisk disk(folder.path);
    const Ptr<SDL_Surface> surface = noise(40, 30, 9);
    disk.save(7, 40, 30, PictureDisk::pack(*surface));
    const fs::path file = fs::directory_iterator(folder.path)->path();
    std::ifstream in(file, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    in.close();
    for (std::size_t length = 0; length < whole.size(); length += 37) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole.substr(0, length);
        CHECK_FALSE(disk.load(7, 40, 30));
    }
    for (std::size_t at = 0; at < 400; ++at) {  // heads and counts among them; whatever comes back has the right size
        std::string bent = whole;
        bent[at] = static_cast<char>(bent[at] ^ 0x81);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bent;
        if (const Ptr<SDL_Surface> back = disk.load(7, 40, 30)) CHECK((back->w == 40 && back->h == 30));
    }
    std::ofstream(file, std::ios::binary | std::ios::trunc) << whole << "more";
    CHECK_FALSE(disk.load(7, 40, 30));
}

TEST_CASE("a second run draws nothing anew and gives the same picture") {
    const Folder folder("runs");
    TestPictures pictures;
    pictures.add("disc", "<circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"#203060\"/>");
    const scene::DrawList list = one_picture({300, 300}, "disc", {0, 0, 300, 300});
    MemoryStage first(pictures, {300, 300}, {}, folder.path);
    const Image drawn = first.draw(list);
    CHECK(first.pictures->has_unwritten());
    first.pictures->write_to_disk(10'000);
    CHECK_FALSE(first.pictures->has_unwritten());
    CHECK(folder.files() == 1);
    MemoryStage second(pictures, {300, 300}, {}, folder.path);
    CHECK(second.draw(list).differences(drawn) == 0);
    CHECK_FALSE(second.pictures->has_unwritten());  // it came from the disk
}
