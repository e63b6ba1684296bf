#include "game/screens/theme.hpp"

namespace sango::screens {

Theme make_theme(const std::map<std::string, Colour>& palette, profile::Theme theme) {
    const auto colour = [&palette](const char* name) {
        const auto found = palette.find(name);
        return found == palette.end() ? Colour{43, 42, 58, 255} : found->second;
    };
    const Colour white = colour("white"), black = colour("black"), ink = colour("ink"), sun = colour("sun");
    Theme t;
    if (theme == profile::Theme::Contrast) {
        t.page = {black, white};
        t.page_low = black;
        t.card = {black, white};
        t.ink_soft = white;
        t.primary = {sun, black};
        t.quiet = {black, white};
        t.choice = {black, white};
        t.chosen = {white, black};
        t.good = {colour("teal-pale"), black};
        t.again = {colour("orange-pale"), black};
        t.off = {black, colour("sand")};
        t.help = {white, black};
        t.line = white;
        t.progress = sun;
        t.accent = sun;
        t.lines = true;
        t.paint = {sun, black, with_alpha(black, 0), sun, black};
        return t;
    }
    t.page = {colour("sky-pale"), ink};
    t.page_low = colour("paper");
    t.card = {colour("paper"), ink};
    t.ink_soft = colour("ink-soft");
    t.primary = {colour("teal-deep"), white};
    t.quiet = {white, colour("teal-deep")};
    t.choice = {white, ink};
    t.chosen = {colour("teal-pale"), ink};
    t.good = {colour("leaf-pale"), ink};
    t.again = {colour("orange-pale"), ink};
    t.off = {colour("paper-warm"), colour("ink-soft")};
    t.help = {colour("orange-deep"), white};
    t.line = colour("sand");
    t.progress = colour("orange");
    t.accent = colour("orange");
    t.paint = {white, colour("teal-deep"), with_alpha(ink, 0.14f), colour("teal-deep"), white};
    return t;
}

}  // namespace sango::screens
