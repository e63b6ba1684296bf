// Turns one draw list after another into what is seen, drawing again only what changed where that saves time.
#pragma once

#include "engine/platform/canvas.hpp"
#include "engine/platform/host.hpp"
#include "engine/platform/painter.hpp"
#include "engine/platform/picture_cache.hpp"

#include <optional>
#include <vector>

namespace sango::platform {

/// The front of a draw list that stayed the same for some frames, flattened into one opaque texture: a scene's still layers.
/// What moves before them is then drawn over one copy instead of over all of them.
class Backdrop {
public:
    /// Looks at the next list; `list` will be followed by frames like it if the last ones were.
    void note(const scene::DrawList& before, const scene::DrawList& list);
    /// How many commands the texture stands for; 0 when it shows none of this list.
    [[nodiscard]] std::size_t covers(const scene::DrawList& list) const;
    /// How many commands are worth flattening now; 0 for no change.
    [[nodiscard]] std::size_t wanted(const scene::DrawList& list);
    /// Draws the first `count` commands of `list` into the texture; leaves another render target set.
    void build(const scene::DrawList& list, std::size_t count, SDL_Renderer& renderer, Painter& painter);
    void forget() { commands_.clear(), texture_.reset(); }
    [[nodiscard]] SDL_Texture* texture() const { return texture_.get(); }

private:
    std::vector<scene::Command> commands_;
    Size size_;
    Ptr<SDL_Texture> texture_;
    std::size_t steady_ = 0;       // commands at the front that the last three frames share
    std::size_t last_same_ = 0;    // that the last two share
    std::size_t least_ = 0;        // that all noted frames share
    std::size_t noted_ = 0;
    std::size_t long_steady_ = 0;  // `least_` when enough were noted
};

class Presenter {
public:
    /// `canvas` and `pictures` must outlive the presenter.
    Presenter(Canvas& canvas, PictureCache& pictures, GlyphCache& glyphs);
    /// Shows the list. When Hurried, what was shown before stays for a few calls if pictures of the new list are not there at all,
    /// and pictures that are there in another size become sharp in later calls with the same list.
    void show(const scene::DrawList& list, Patience patience);
    /// Whether showing the same list again would make it better.
    [[nodiscard]] bool is_unsettled() const { return held_ > 0 || !unsettled_.empty(); }
    /// Presents the same pixels again: the window was uncovered.
    void show_again();
    /// The next frame is drawn whole: the window has new pixels (another size, another screen).
    void redraw() { whole_ = true; }
    /// The next frame is drawn whole and anew: pictures were forgotten.
    void forget();
    [[nodiscard]] const FrameCost& last_cost() const { return cost_; }
    [[nodiscard]] const scene::DrawList& shown() const { return shown_; }
    /// What is shown, read back.
    [[nodiscard]] Ptr<SDL_Surface> read();

private:
    struct Unsettled {
        Rect rect;
        SDL_Texture* stand_in = nullptr;
        bool operator==(const Unsettled&) const = default;
    };
    bool prepare(const scene::DrawList& list, Patience patience);
    [[nodiscard]] std::vector<Unsettled> unsettled_in(const scene::DrawList& list) const;
    [[nodiscard]] std::vector<Rect> damage(const scene::DrawList& list, const std::vector<Unsettled>& unsettled) const;
    void draw_all(const scene::DrawList& list);
    void draw_changed(const scene::DrawList& list, const std::vector<Rect>& rects);
    void renew_backdrop(const scene::DrawList& list);

    Canvas& canvas_;
    PictureCache& pictures_;
    Painter painter_;
    Backdrop backdrop_;
    scene::DrawList shown_;
    std::vector<Unsettled> unsettled_;
    bool whole_ = true;
    int held_ = 0;  // calls for which the list before has stayed
    FrameCost cost_;
};

}  // namespace sango::platform
