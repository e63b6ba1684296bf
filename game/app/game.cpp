#include "game/app/game.hpp"

#include "engine/platform/host.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <random>
#include <string_view>

namespace sango::app {
namespace {

namespace fs = std::filesystem;

/// Beside the program in a build folder and in a portable folder, or where `cmake --install` puts it.
fs::path find_program_files() {
    const fs::path program = platform::program_folder();
    for (const fs::path& candidate : {program / "share", program / ".." / "share" / "sango"}) {
        std::error_code error;
        if (fs::exists(candidate / "locales", error)) return candidate;
    }
    return program;
}

fs::path find_data_folder(const Options& options) {
    if (!options.data.empty()) return options.data;
    std::error_code error;
    const fs::path program = platform::program_folder();
    if (fs::exists(program / "portable.txt", error)) return program / "data";
    return platform::user_folder();
}

/// The compiler's "Nov 22 2026" as 2026-11-22: a computer whose clock stands years back still ages helplines rightly.
std::string build_date() {
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const std::string_view date = __DATE__;
    const auto month = std::to_string(kMonths.find(date.substr(0, 3)) / 3 + 1);
    const std::string day(date[4] == ' ' ? date.substr(5, 1) : date.substr(4, 2));
    return std::string(date.substr(7)) + "-" + (month.size() < 2 ? "0" : "") + month + "-" + (day.size() < 2 ? "0" : "") + day;
}

std::string system_date() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::array<char, 16> text{};
    const std::tm* parts = std::gmtime(&now);
    return parts && std::strftime(text.data(), text.size(), "%Y-%m-%d", parts) > 0 ? text.data() : "";
}

/// The settings of a computer where nobody has chosen any: the system's language where we have it, then defaults.json.
profile::Settings first_settings(const content::Library& library, Problems& problems) {
    profile::Settings settings;
    settings.reduced_motion = platform::prefers_reduced_motion();
    const auto has = [&library](const std::string& tag) {
        for (const content::Language& language : library.languages()) {
            if (language.tag == tag) return true;
        }
        return false;
    };
    for (const std::string& wanted : platform::preferred_languages()) {
        const std::string general = wanted.substr(0, wanted.find('-'));
        const std::string simplified = general == "zh" ? "zh-Hans" : general;
        const std::string& tag = has(wanted) ? wanted : simplified;
        if (!has(tag)) continue;
        settings.language = tag;
        break;
    }
    if (const auto defaults = data::read_file(platform::program_folder() / "defaults.json", 1u << 16)) {
        settings = profile::read_defaults(*defaults, "defaults.json", settings, problems);
    }
    return settings;
}

/// What was asked for on the command line, over what is remembered, for this run.
profile::Settings asked_for(profile::Settings settings, const Options& options) {
    if (options.language) settings.language = *options.language;
    if (options.text_size) settings.text_size = *options.text_size;
    if (options.theme) settings.theme = *options.theme;
    return settings;
}

}  // namespace

Game open_game(const Options& options, Memory memory, LogSink log) {
    Game game;
    game.log = log;
    game.program_files = find_program_files();
    if (memory == Memory::Kept) game.data_folder = find_data_folder(options);
    content::LibraryOptions where;
    where.program_files = game.program_files;
    where.pack_folders = {platform::program_folder() / "packs"};
    if (!game.data_folder.empty()) where.pack_folders.push_back(game.data_folder / "packs");
    where.packs = options.packs;
    game.library = content::Library::open(where, log);
    for (const Problem& problem : game.library->problems()) sango::log(log, to_string(problem));

    game.store = game.data_folder.empty() ? data::make_memory_store() : data::open_folder_store(game.data_folder);
    Problems problems;
    const profile::Settings first = memory == Memory::Kept ? first_settings(*game.library, problems) : profile::Settings{};
    profile::Loaded loaded = profile::load_all(*game.store, first);
    loaded.problems.insert(loaded.problems.begin(), problems.begin(), problems.end());
    game.session = std::make_unique<profile::Session>(*game.store, std::move(loaded));
    if (options.language || options.text_size || options.theme) game.session->change_settings(asked_for(game.session->settings(), options));

    game.typesetter = text::make_typesetter(game.library->fonts(), log);
    game.surroundings.today = std::max(system_date(), build_date());
    game.surroundings.data_folder = game.data_folder.u8string().empty() ? std::string() : game.data_folder.string();
    game.surroundings.seed = memory == Memory::Kept ? std::random_device{}() : 1;
    return game;
}

Status keep_pack(const fs::path& pack, const fs::path& data_folder) {
    if (data_folder.empty()) return Problem{pack.filename().string(), "there is no folder to keep packs in; start the game with --data DIR"};
    std::error_code error;
    fs::create_directories(data_folder / "packs", error);
    if (!error) {
        fs::copy(pack, data_folder / "packs" / pack.filename(), fs::copy_options::overwrite_existing | fs::copy_options::recursive, error);
    }
    if (error) return Problem{pack.filename().string(), "the pack could not be copied to " + (data_folder / "packs").string() + ": " + error.message()};
    return Done{};
}

}  // namespace sango::app
