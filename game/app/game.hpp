// Everything a start opens before the first frame, whatever the mode: files, packs, saves, letters.
#pragma once

#include "engine/data/store.hpp"
#include "game/app/options.hpp"
#include "game/content/library.hpp"
#include "game/profile/session.hpp"
#include "game/screens/kit.hpp"

#include <memory>

namespace sango::app {

/// Whether saves are read and written, or nothing outside memory is touched (demos, tours, the bench).
enum class Memory { Kept, Forgotten };

struct Game {
    LogSink log;
    std::filesystem::path program_files;   ///< assets, content, locales, fonts
    std::filesystem::path data_folder;     ///< empty when nothing is kept
    std::unique_ptr<data::Store> store;
    std::unique_ptr<content::Library> library;
    std::unique_ptr<profile::Session> session;
    std::unique_ptr<text::Typesetter> typesetter;
    screens::Surroundings surroundings;
};

/// Opens it all. Never fails: what is missing or damaged is among the library's and the session's problems.
[[nodiscard]] Game open_game(const Options& options, Memory memory, LogSink log);

/// Copies a pack into the user's packs folder, so that it is there at the next start too.
[[nodiscard]] Status keep_pack(const std::filesystem::path& pack, const std::filesystem::path& data_folder);

}  // namespace sango::app
