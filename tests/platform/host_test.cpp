#include "engine/platform/host.hpp"

#include "engine/platform/events.hpp"
#include "engine/platform/renderer_choice.hpp"
#include "tests/platform/support.hpp"

#include <doctest/doctest.h>

#include <SDL_image.h>

#include <fstream>

using namespace sango;
using namespace sango::platform;

namespace fs = std::filesystem;

namespace {

using Next = Frame::Next;

std::unique_ptr<Host> memory_host(const scene::PictureSource& pictures, Size size = {100, 80}) {
    HostOptions options;
    options.visible = false;
    options.size_points = size;
    Result<std::unique_ptr<Host>> host = Host::open(options, pictures, {}, {});
    REQUIRE(host);
    return std::move(*host);
}

void push_key(SDL_Keycode code) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    SDL_PushEvent(&event);
}

// Sets an environment variable for a while.
struct Environment {
    std::string name, old;
    bool was_set;
    Environment(const char* variable, const char* value) : name(variable), was_set(SDL_getenv(variable) != nullptr) {
        if (was_set) old = SDL_getenv(variable);
        SDL_setenv(variable, value, 1);
    }
    ~Environment() { SDL_setenv(name.c_str(), was_set ? old.c_str() : "", 1); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
};

}  // namespace

TEST_CASE("without a window nothing of SDL's video is started, and frames are drawn all the same") {
    TestPictures pictures;
    pictures.add("red", svg_rect("#ff0000"));
    const auto host = memory_host(pictures);
    CHECK(SDL_WasInit(SDL_INIT_VIDEO) == 0);
    CHECK(SDL_WasInit(SDL_INIT_AUDIO) == 0);
    CHECK(host->surface().size_px == Size{100, 80});
    CHECK(host->renderer_name() == "software");
    CHECK_FALSE(host->accelerated());
    scene::DrawList list({100, 80});
    list.add(scene::Box{{0, 0, 100, 80}, {1, 2, 3, 255}});
    list.add(scene::Picture{"red", {10, 10, 20, 20}});
    host->draw_now(list);
    const fs::path file = fs::temp_directory_path() / "sango-test-häuser.png";
    REQUIRE(host->save_png(file));
    const std::u8string name = file.u8string();
    const Image image(Ptr<SDL_Surface>(SDL_ConvertSurfaceFormat(
        Ptr<SDL_Surface>(IMG_Load(reinterpret_cast<const char*>(name.c_str()))).get(), SDL_PIXELFORMAT_ARGB8888, 0)));
    CHECK(image.width() == 100);
    CHECK(image.at(5, 5) == Colour{1, 2, 3, 255});
    CHECK(image.at(15, 15) == Colour{255, 0, 0, 255});
    fs::remove(file);
    CHECK_FALSE(host->save_png("/no/such/folder/picture.png"));
}

TEST_CASE("the loop hands on events, wakes by the clock, and ends when the game says so") {
    const TestPictures none;
    const auto host = memory_host(none);
    std::vector<std::size_t> events;
    int frames = 0;
    host->run([&](Seconds dt, std::span<const ui::Event> news, scene::DrawList& out) -> Frame {
        CHECK(dt >= 0);
        CHECK(dt <= 0.1);
        CHECK(out.size() == Size{100, 80});
        CHECK(out.commands().empty());
        events.push_back(news.size());
        out.add(scene::Box{{0, 0, 100, 80}, {9, 9, 9, 255}});
        switch (++frames) {
            case 1: push_key(SDLK_UP), push_key(SDLK_RETURN); return {Next::Sleep, {}};  // only the keys can wake it
            case 2:
                CHECK(news[0] == ui::Event{ui::Move{ui::Way::Up}});
                CHECK(news[1] == ui::Event{ui::Confirm{}});
                return {Next::Sleep, 0.001};
            case 3: return {Next::Continue, {}};
            default: return {Next::Quit, {}};
        }
    });
    CHECK(events == std::vector<std::size_t>{0, 2, 0, 0});
}

TEST_CASE("events that mean nothing to the game do not wake it") {
    const TestPictures none;
    const auto host = memory_host(none);
    int frames = 0;
    host->run([&](Seconds, std::span<const ui::Event> news, scene::DrawList&) -> Frame {
        if (++frames == 1) {
            push_key(SDLK_F5);
            SDL_Event odd{};
            odd.type = SDL_USEREVENT;
            SDL_PushEvent(&odd);
            push_speech_ended();
            return {Next::Sleep, {}};
        }
        CHECK(news.size() == 1);
        CHECK(news[0] == ui::Event{ui::SpeechEnded{}});
        return {Next::Quit, {}};
    });
    CHECK(frames == 2);
}

TEST_CASE("a sleep that was asked for has passed when the clock ends it, however long") {
    const TestPictures none;
    const auto host = memory_host(none);
    Seconds slept = 0;
    int frames = 0;
    host->run([&](Seconds dt, std::span<const ui::Event>, scene::DrawList&) -> Frame {
        if (++frames == 1) return {Next::Sleep, 0.15};
        slept = dt;
        return {Next::Quit, {}};
    });
    CHECK(slept > 0.14);
    CHECK(slept <= 0.15);
}

TEST_CASE("the canvas takes another size and says so, and pictures outlive it") {
    TestPictures pictures;
    pictures.add("red", svg_rect("#ff0000"));
    const auto host = memory_host(pictures);
    int frames = 0;
    host->run([&](Seconds, std::span<const ui::Event> news, scene::DrawList& out) -> Frame {
        out.add(scene::Picture{"red", {0, 0, 20, 20}});
        if (++frames == 1) {
            host->resize({300, 200});
            return {Next::Sleep, {}};
        }
        CHECK(news.size() == 1);
        CHECK(news[0] == ui::Event{ui::Resized{{300, 200}}});
        CHECK(out.size() == Size{300, 200});
        return {Next::Quit, {}};
    });
    CHECK(host->surface().size_px == Size{300, 200});
    CHECK(pictures.reads == 1);
}

TEST_CASE("the first frame is never shown without its pictures") {
    TestPictures pictures;
    pictures.add("large", "<circle cx=\"5\" cy=\"5\" r=\"5\" fill=\"#ff0000\"/>");
    const auto host = memory_host(pictures, {900, 700});
    int frames = 0;
    host->run([&](Seconds, std::span<const ui::Event>, scene::DrawList& out) -> Frame {
        out.add(scene::Picture{"large", {0, 0, 900, 700}});
        return {++frames == 1 ? Next::Continue : Next::Quit, {}};
    });
    CHECK(pictures.reads == 1);  // sharp at once, no coarse one first
}

TEST_CASE("a window without a graphics card draws in software") {
    const Environment driver("SDL_VIDEODRIVER", "dummy");
    const TestPictures none;
    std::vector<std::string> log;
    HostOptions options;
    options.size_points = {400, 300};
    Result<std::unique_ptr<Host>> host = Host::open(options, none, {}, [&log](std::string_view line) { log.emplace_back(line); });
    REQUIRE(host);
    CHECK_FALSE((*host)->accelerated());
    CHECK((*host)->surface().size_px == Size{400, 300});
    REQUIRE(log.size() == 1);
    CHECK(log[0].find("software") != std::string::npos);
    std::vector<double> shares;
    (*host)->run([&](Seconds, std::span<const ui::Event> news, scene::DrawList& out) -> Frame {
        shares.push_back((*host)->last_cost().changed_share);
        out.add(scene::Box{{0, 0, 400, 300}, {0, 0, 200, 255}});
        out.add(scene::Box{{static_cast<float>(shares.size()), 0, 10, 10}, {200, 0, 0, 255}});
        if (shares.size() == 3) {
            SDL_Event event{};
            event.type = SDL_WINDOWEVENT;
            event.window.windowID = 1;
            event.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
            SDL_PushEvent(&event);
        }
        if (shares.size() == 4) {
            CHECK(news.size() == 1);
            CHECK(news[0] == ui::Event{ui::Resized{{400, 300}}});
        }
        return {shares.size() < 6 ? Next::Continue : Next::Quit, {}};
    });
    REQUIRE(shares.size() == 6);
    CHECK(shares[1] == doctest::Approx(1));
    CHECK(shares[2] < 0.1);  // only what moves
    CHECK(shares[4] == doctest::Approx(1));  // the same size again, but the pixels may be new
    CHECK(shares[5] < 0.1);
}

TEST_CASE("where there is no display at all the problem is told") {
    const Environment driver("SDL_VIDEODRIVER", "no such driver");
    const TestPictures none;
    const Result<std::unique_ptr<Host>> host = Host::open({}, none, {}, {});
    REQUIRE_FALSE(host);
    CHECK(host.problem().what.find("display") != std::string::npos);
}

TEST_CASE("the graphics card is used only where it is sure to help") {
    const RendererFacts good{false, "x11", true, true, false};
    CHECK(choose_renderer(good).accelerated);
    RendererFacts facts = good;
    facts.force_software = true;
    CHECK_FALSE(choose_renderer(facts).accelerated);
    facts = good;
    facts.has_render_node = false;
    CHECK_FALSE(choose_renderer(facts).accelerated);
    facts.is_linux = false;  // other systems have no such folder
    CHECK(choose_renderer(facts).accelerated);
    facts = good;
    facts.last_start_failed = true;
    CHECK_FALSE(choose_renderer(facts).accelerated);
    for (const char* driver : {"dummy", "offscreen"}) {
        facts = good;
        facts.video_driver = driver;
        CHECK_FALSE(choose_renderer(facts).accelerated);
    }
}

TEST_CASE("a start that died with the graphics card is remembered, but not for ever") {
    const fs::path file = fs::temp_directory_path() / "sango-test-marker" / "accelerated";
    fs::remove_all(file.parent_path());
    StartMarker(file).begin();
    StartMarker(file).reached_first_frame();
    CHECK_FALSE(StartMarker(file).last_start_failed());
    StartMarker(file).begin();  // and no first frame
    int starts = 0;
    while (StartMarker(file).last_start_failed()) ++starts;
    CHECK(starts >= 10);
    CHECK(starts <= 30);
    CHECK_FALSE(StartMarker({}).last_start_failed());
    fs::remove_all(file.parent_path());
}

TEST_CASE("a folder shows a graphics card by its render node") {
    const fs::path folder = fs::temp_directory_path() / "sango-test-dri";
    fs::remove_all(folder);
    CHECK_FALSE(has_render_node(folder));
    fs::create_directories(folder);
    std::ofstream(folder / "card0") << '.';
    CHECK_FALSE(has_render_node(folder));
    std::ofstream(folder / "renderD128") << '.';
    CHECK(has_render_node(folder));
    fs::remove_all(folder);
}

TEST_CASE("the user's folder follows XDG_DATA_HOME, languages come best first") {
    const fs::path folder = fs::temp_directory_path() / "sango-test-user";
    {
        const Environment data("XDG_DATA_HOME", folder.string().c_str());
        CHECK(user_folder().lexically_normal() == (folder / "sango" / "").lexically_normal());
    }
    fs::remove_all(folder);
    const Environment language("LANG", "pt_BR.UTF-8"), more("LANGUAGE", "");
    const std::vector<std::string> tags = preferred_languages();
    REQUIRE(tags.size() >= 2);
    CHECK(tags[0] == "pt-BR");
    CHECK(tags[1] == "pt");
    CHECK(fs::exists(program_folder()));
}

#if defined(__linux__)
TEST_CASE("less motion is asked for where the desktop's settings switch animations off") {
    const fs::path folder = fs::temp_directory_path() / "sango-test-config";
    fs::remove_all(folder);
    const Environment config("XDG_CONFIG_HOME", folder.string().c_str());
    CHECK_FALSE(prefers_reduced_motion());
    fs::create_directories(folder / "gtk-3.0");
    std::ofstream(folder / "gtk-3.0" / "settings.ini") << "[Settings]\ngtk-enable-animations = 0\n";
    CHECK(prefers_reduced_motion());
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "kdeglobals") << "[KDE]\nAnimationDurationFactor=0\n";
    CHECK(prefers_reduced_motion());
    fs::remove_all(folder);
}
#endif
