#include "tools/sango-pack/checks.hpp"

#include <system_error>

namespace sango::tools {
namespace {

namespace fs = std::filesystem;

void check_helplines(const data::FileView& files, const content::Pack& pack, const std::string& today, Problems& problems) {
    if (!pack.country) return;
    for (const content::Helpline& helpline : pack.country->helplines) {
        if (!content::is_check_due(helpline, today)) continue;
        problems.push_back({files.name() + "/pack.json#/country/helplines/" + helpline.name,
                            "was checked on " + helpline.checked + ", more than 12 months ago: check it again and correct \"checked\""});
    }
}

bool has_program_files(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "assets" / "pictures", error) && fs::is_directory(folder / "content" / "core", error);
}

}  // namespace

Problems check_path(const fs::path& path, const content::Library& library, const std::string& today) {
    Problems problems;
    const auto files = data::open_files(path);
    if (!files) return {files.problem()};
    if (!(*files)->has("pack.json") && (*files)->has("languages.json")) {
        content::check_locales(**files, library.packs(), problems);
        return problems;
    }
    const auto pack = library.look_at(**files, content::Depth::Full, problems);
    if (!pack) return problems;
    check_helplines(**files, *pack, today, problems);
    check_words(**files, *pack, problems);
    check_plays(**files, *pack, problems);
    return problems;
}

fs::path find_program_files(const fs::path& from) {
    std::error_code error;
    for (fs::path folder = fs::absolute(from, error).lexically_normal(); !error; folder = folder.parent_path()) {
        for (const fs::path& place : {folder, folder / "share", folder / "share" / "sango"}) {
            if (has_program_files(place)) return place;
        }
        if (folder == folder.parent_path()) break;
    }
    return {};
}

}  // namespace sango::tools
