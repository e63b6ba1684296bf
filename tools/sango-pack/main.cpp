// sango-pack: tells the authors of packs what to mend.
#include "tools/sango-pack/checks.hpp"

#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace {

using namespace sango;

constexpr const char* kHelp =
    "sango-pack looks at a pack for Sango: Safe Online and tells you what to mend.\n"
    "\n"
    "  sango-pack check PATH                 check one pack\n"
    "  sango-pack check PATH --game FOLDER   the same, when the game's files are not found by themselves\n"
    "  sango-pack --help                     show this text\n"
    "\n"
    "PATH is the folder of the pack (the one with pack.json in it), or a .sangopack file, or a folder of translations\n"
    "(the one with languages.json in it). FOLDER is where the game keeps its folders assets, content and locales.\n"
    "\n"
    "Each problem stands on one line: first where it is, then what is wrong and what you can do.\n"
    "  core/lessons/private-eye.json#/scenes/bike/steps/hello/by: no character \"leoo\"; write the id of a character of cast.json\n"
    "means: in the file private-eye.json, in the scene \"bike\", the step \"hello\" names somebody who does not exist.\n"
    "A number after the file's name, as in private-eye.json:12:7, is the line and how far along the line.\n"
    "\n"
    "Nothing is changed in your files. The last line says how many problems there are.\n";

std::string today() {
    const std::time_t now = std::time(nullptr);
    char text[16] = "";
    if (const std::tm* date = std::gmtime(&now)) std::strftime(text, sizeof text, "%Y-%m-%d", date);
    return text;
}

void print_coverage(const content::Library& library) {
    for (const content::Language& language : library.languages()) {
        const content::Library::Coverage coverage = library.coverage(language.tag);
        std::printf("%s (%s): %d of %d texts\n", language.tag.c_str(), language.english_name.c_str(), coverage.translated, coverage.all);
    }
}

int check(const std::filesystem::path& path, std::filesystem::path game, const std::filesystem::path& program) {
    for (const std::filesystem::path& from : {path, std::filesystem::path("."), program}) {
        if (game.empty()) game = tools::find_program_files(from);
    }
    if (game.empty()) {
        std::fputs("The game's files were not found. Say where they are with --game FOLDER (the folder with assets, content and locales).\n", stderr);
        return 2;
    }
    content::LibraryOptions options;
    options.program_files = game;
    const auto library = content::Library::open(options, {});
    const Problems problems = tools::check_path(path, *library, today());
    for (const Problem& problem : problems) std::printf("%s\n", to_string(problem).c_str());
    if (std::error_code error; std::filesystem::exists(path / "languages.json", error)) print_coverage(*library);
    if (problems.empty()) std::puts("No problems found");
    else if (problems.size() == 1) std::puts("1 problem");
    else std::printf("%zu problems\n", problems.size());
    return problems.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** texts) {
    const std::vector<std::string> arguments(texts + (count > 0 ? 1 : 0), texts + count);
    if (arguments.size() == 1 && (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help")) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    const bool plain = arguments.size() == 2;
    const bool with_game = arguments.size() == 4 && arguments[2] == "--game";
    if ((!plain && !with_game) || arguments[0] != "check") {
        std::fputs(kHelp, stderr);
        return 2;
    }
    return check(arguments[1], with_game ? arguments[3] : std::string(), texts[0]);
}
