#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// module → modules it may use, from the table in docs/architecture.md.
std::map<std::string, std::set<std::string>> allowed_edges() {
    std::map<std::string, std::set<std::string>> table;
    std::istringstream lines(read("docs/architecture.md"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| engine/") && !line.starts_with("| game/") && !line.starts_with("| tools ")) continue;
        std::vector<std::string> cells;
        std::istringstream row(line.substr(1));
        for (std::string cell; std::getline(row, cell, '|');) cells.push_back(trimmed(cell));
        if (cells.size() < 3) continue;
        std::set<std::string>& uses = table[cells[0]];
        std::istringstream names(cells[2]);
        for (std::string name; std::getline(names, name, ',');) {
            if (trimmed(name) != "–") uses.insert(trimmed(name));
        }
        uses.insert("engine/core");
        uses.insert(cells[0]);
    }
    return table;
}

std::vector<fs::path> sources(const char* folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension == ".cpp" || extension == ".hpp") files.push_back(entry.path());
    }
    return files;
}

/// "engine/ui/layout.cpp" belongs to "engine/ui", "tools/sango-pack/main.cpp" to "tools".
std::string module_of(const std::string& path) {
    if (path.starts_with("tools/")) return "tools";
    const auto second = path.find('/', path.find('/') + 1);
    return path.substr(0, second);
}

std::vector<std::string> includes(const fs::path& file) {
    std::vector<std::string> found;
    std::istringstream lines(read(file));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("#include ")) continue;
        const auto begin = line.find_first_of("\"<") + 1;
        found.push_back(line.substr(begin, line.find_first_of("\">", begin) - begin));
    }
    return found;
}

}  // namespace

TEST_CASE("every module of the project has a row in the table of docs/architecture.md") {
    const auto table = allowed_edges();
    for (const char* part : {"engine", "game"}) {
        for (const auto& entry : fs::directory_iterator(part)) {
            if (entry.is_directory()) CHECK_MESSAGE(table.count(std::string(part) + "/" + entry.path().filename().string()) == 1, entry.path().string());
        }
    }
    CHECK(table.size() == 13);
}

TEST_CASE("no file includes what its module may not use") {
    const auto table = allowed_edges();
    int edges = 0;
    for (const char* part : {"engine", "game", "tools"}) {
        for (const fs::path& file : sources(part)) {
            const std::string own = module_of(file.generic_string());
            REQUIRE_MESSAGE(table.count(own) == 1, own);
            for (const std::string& header : includes(file)) {
                if (!header.starts_with("engine/") && !header.starts_with("game/") && !header.starts_with("tools/")) continue;
                ++edges;
                CHECK_MESSAGE(table.at(own).count(module_of(header)) == 1, file.generic_string() << " includes " << header);
            }
        }
    }
    CHECK(edges > 100);
}

TEST_CASE("only engine/platform sees SDL") {
    for (const char* part : {"engine", "game", "tools"}) {
        for (const fs::path& file : sources(part)) {
            if (module_of(file.generic_string()) == "engine/platform") continue;
            for (const std::string& header : includes(file)) CHECK_MESSAGE(!header.starts_with("SDL"), file.generic_string() << " includes " << header);
        }
    }
}

TEST_CASE("story and activities know neither JSON nor files") {
    for (const char* part : {"game/story", "game/activities"}) {
        for (const fs::path& file : sources(part)) {
            for (const std::string& header : includes(file)) {
                CHECK_MESSAGE(!header.starts_with("nlohmann"), file.generic_string());
                CHECK_MESSAGE(header != "fstream", file.generic_string());
                CHECK_MESSAGE(header != "filesystem", file.generic_string());
            }
        }
    }
}

TEST_CASE("every module has a README that says what it is for") {
    for (const char* part : {"engine", "game"}) {
        for (const auto& entry : fs::directory_iterator(part)) {
            if (!entry.is_directory()) continue;
            const std::string text = read(entry.path() / "README.md");
            CHECK_MESSAGE(text.size() > 80, entry.path().string());
        }
    }
}

TEST_CASE("what a person reads comes from packs and locales, not from screens") {
    // A literal handed to text(), heading() or soft_text() would never be translated.
    for (const fs::path& file : sources("game/screens")) {
        const std::string code = read(file);
        for (const char* call : {"text(\"", "heading(\"", "soft_text(\""}) {
            const auto at = code.find(call);
            CHECK_MESSAGE(at == std::string::npos, file.generic_string() << ": a literal in " << call);
        }
    }
}
