// What every screen builds with: the player's words and colours, and the parts that look alike everywhere.
#pragma once

#include "engine/ui/screen.hpp"
#include "game/content/library.hpp"
#include "game/profile/session.hpp"
#include "game/screens/theme.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sango::screens {

/// What the computer around the game is like; known by the app alone.
struct Surroundings {
    std::string today = "2026-01-01";                               ///< the later of the system's date and the build's
    std::string renderer;                                           ///< shown to grown-ups
    std::string data_folder;                                        ///< where saves go, shown to grown-ups
    std::function<bool(const std::string& language)> can_read_aloud;  ///< empty: never
    std::uint32_t seed = 1;                                         ///< shuffles of new lessons
};

enum class ButtonKind { Primary, Quiet, Choice, Help };

/// The packs and the session, and everything built from them. Copied freely: it holds references.
class Kit {
public:
    Kit(content::Library& library, profile::Session& session, const Surroundings& surroundings)
        : library_(library), session_(session), surroundings_(surroundings) {}

    [[nodiscard]] content::Library& library() const { return library_; }
    [[nodiscard]] profile::Session& session() const { return session_; }
    [[nodiscard]] const Surroundings& surroundings() const { return surroundings_; }
    [[nodiscard]] const profile::Settings& settings() const { return session_.settings(); }
    [[nodiscard]] Theme theme() const { return make_theme(library_.palette(), settings().theme); }

    /// The interface's text in the player's language.
    [[nodiscard]] const std::string& say(const std::string& key) const { return library_.ui_text(settings().language, key); }
    /// The same with `{name}` placeholders filled.
    [[nodiscard]] std::string say(const std::string& key, const std::map<std::string, std::string>& values) const {
        return content::fill(say(key), values);
    }

    [[nodiscard]] ui::Widget heading(std::string text, ui::Dp size = 40) const;
    [[nodiscard]] ui::Widget text(std::string text, ui::Dp size = 28) const;
    [[nodiscard]] ui::Widget soft_text(std::string text, ui::Dp size = 24) const;
    [[nodiscard]] ui::Widget icon(std::string name, Colour tint, ui::Dp size = 36) const;
    /// A button with words, and an icon where one is named.
    [[nodiscard]] ui::Widget button(std::string id, std::string text, std::string icon, ButtonKind kind) const;
    /// One of several to choose from; tells whether it is the chosen one.
    [[nodiscard]] ui::Widget option(std::string id, std::string text, bool chosen, std::string icon = {}) const;
    /// A big rounded surface.
    [[nodiscard]] ui::Widget card(std::vector<ui::Widget> children, ui::Dp gap = 16) const;
    /// The reading part of a screen: scrolls when it must.
    [[nodiscard]] ui::Widget reading(std::string id, std::vector<ui::Widget> children, ui::Dp gap = 16) const;

    // Which buttons a screen's header has; Help and read-aloud are always there.
    enum class Extra { None, Pause };
    [[nodiscard]] ui::Widget header(const ui::Metrics& metrics, std::string title, Extra extra = Extra::None, float progress = -1) const;
    /// A whole screen: header, reading part that fills the room and scrolls, and a foot that stays.
    [[nodiscard]] ui::Widget page(const ui::Metrics& metrics, std::string title, std::vector<ui::Widget> content,
                                  std::vector<ui::Widget> foot = {}, Extra extra = Extra::None) const;
    /// The plain background of pages.
    void draw_page(const ui::Metrics& metrics, scene::DrawList& list) const;

    /// A figure of the cast, ready for its rig; nothing where the character or the rig is unknown.
    [[nodiscard]] std::optional<scene::Figure> figure(const story::CharacterId& id) const;
    /// The head of a character with a mood, as a picture `size` dp wide.
    [[nodiscard]] ui::Widget portrait(const story::CharacterId& id, std::string_view mood, ui::Dp size) const;
    /// A companion's medallion.
    [[nodiscard]] ui::Widget medallion(const profile::Companion& companion, ui::Dp size) const;
    [[nodiscard]] std::string companion_name(const profile::Companion& companion) const;

private:
    content::Library& library_;
    profile::Session& session_;
    const Surroundings& surroundings_;
};

/// Presses that mean the same on every screen: the header's back, help, pause and read-aloud; nothing for others.
[[nodiscard]] std::optional<ui::Reply> header_pressed(const Kit& kit, ui::Screen& screen, const ui::WidgetId& id);

/// The rest of `id` after `prefix`, or nothing: `after("language/", "language/ar")` is "ar".
[[nodiscard]] std::optional<std::string> after(std::string_view prefix, const ui::WidgetId& id);

}  // namespace sango::screens
