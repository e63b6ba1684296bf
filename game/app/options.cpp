#include "game/app/options.hpp"

#include <charconv>

namespace sango::app {
namespace {

Problem not_understood(const std::string& argument, const std::string& what) { return {argument, what + " Try --help."}; }

std::optional<Size> parse_size(const std::string& text) {
    int width = 0, height = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return {};
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc{} || second.ptr != end) return {};
    if (width < 240 || height < 240 || width > 7680 || height > 7680) return {};
    return Size{static_cast<float>(width), static_cast<float>(height)};
}

/// Options that take a value. Nothing when `name` is none of them.
std::optional<Status> take_value(Options& options, const std::string& name, const std::string& value) {
    if (name == "--demo" || name == "--tour") {
        options.mode = name == "--demo" ? Mode::Demo : Mode::Tour;
        options.out = std::filesystem::u8path(value);
        return Done{};
    }
    if (name == "--script") return options.script = value, Done{};
    if (name == "--data") return options.data = std::filesystem::u8path(value), Done{};
    if (name == "--pack") return options.packs.push_back(std::filesystem::u8path(value)), Done{};
    if (name == "--lang") return options.language = value, Done{};
    if (name == "--text-size") {
        if (value == "100") return options.text_size = profile::TextSize::P100, Done{};
        if (value == "150") return options.text_size = profile::TextSize::P150, Done{};
        if (value == "200") return options.text_size = profile::TextSize::P200, Done{};
        return not_understood(name + " " + value, "The text size is 100, 150 or 200.");
    }
    if (name == "--theme") {
        if (value == "day") return options.theme = profile::Theme::Day, Done{};
        if (value == "contrast") return options.theme = profile::Theme::Contrast, Done{};
        return not_understood(name + " " + value, "The theme is day or contrast.");
    }
    if (name == "--size") {
        const auto size = parse_size(value);
        if (!size) return not_understood(name + " " + value, "Write the size as WIDTHxHEIGHT, from 240x240 to 7680x7680.");
        return options.size = *size, Done{};
    }
    return {};
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--help" || argument == "-h") {
            options.mode = Mode::Usage;
        } else if (argument == "--version") {
            options.mode = Mode::Version;
        } else if (argument == "--bench") {
            options.mode = Mode::Bench;
        } else if (argument == "--software") {
            options.software = true;
        } else if (argument == "--terminal") {
            options.mode = Mode::Terminal;
            if (i + 1 < arguments.size() && !arguments[i + 1].starts_with("--")) options.lesson = arguments[++i];
        } else {
            Options probe;
            if (!take_value(probe, argument, {})) return not_understood(argument, "This is not known here.");
            if (i + 1 >= arguments.size()) return not_understood(argument, "Something must follow it.");
            const auto taken = take_value(options, argument, arguments[++i]);
            if (!*taken) return taken->problem();
        }
    }
    return options;
}

std::string usage() {
    return "Sango: Safe Online\n"
           "\n"
           "  sango                      play\n"
           "  sango --terminal [LESSON]  play a lesson as text\n"
           "  sango --demo DIR           play a lesson by itself, a picture of every step in DIR\n"
           "  sango --tour DIR           a picture of every screen in DIR\n"
           "  sango --bench              measure, print JSON\n"
           "\n"
           "  --lang TAG                 language, such as en or ar\n"
           "  --text-size 100|150|200    size of the letters\n"
           "  --theme day|contrast       colours\n"
           "  --size WxH                 size of the window\n"
           "  --data DIR                 keep saves in DIR\n"
           "  --pack PATH                add a pack, a folder or a .sangopack file\n"
           "  --script NAME              the run that a demo plays, such as private-eye-wise\n"
           "  --software                 do not use the graphics card\n";
}

}  // namespace sango::app
