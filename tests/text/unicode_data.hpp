// The Unicode consortium's own test files, from Debian's package unicode-data.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace sango::text {

/// Lines of a file of the Unicode data, without comments and empty ones. Fails the test when the file is not there.
inline std::vector<std::string> unicode_lines(const std::string& file) {
    const std::string path = std::string(SANGO_UNICODE_DATA) + "/" + file;
    std::ifstream stream(path);
    REQUIRE_MESSAGE(stream.good(), path << " is missing. On Debian: apt install unicode-data");
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        line = line.substr(0, line.find('#'));
        if (line.find_first_not_of(" \t\r") != std::string::npos) lines.push_back(line);
    }
    return lines;
}

inline std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

/// Words between white space.
inline std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
}

inline char32_t code_point(const std::string& hexadecimal) {
    return static_cast<char32_t>(std::stoul(hexadecimal, nullptr, 16));
}

}  // namespace sango::text
