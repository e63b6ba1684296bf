// Language, country and companion: the first start, and each alone later.
#include "game/screens/screens.hpp"

#include <algorithm>

namespace sango::screens {
namespace {

using ui::Align;
using ui::Arrange;
using ui::Edges;
using ui::Widget;
using ui::WidgetId;

/// Options in as many columns as fit.
Widget option_grid(const ui::Metrics& metrics, std::vector<Widget> options, int wide_columns) {
    Widget grid;
    grid.children = std::move(options);
    grid.layout.arrange = Arrange::Grid;
    grid.layout.gap = 14;
    grid.layout.columns = metrics.is_tall() || metrics.text_scale > 1.6f ? 1 : (metrics.text_scale > 1 ? std::max(1, wide_columns - 1) : wide_columns);
    return grid;
}

/// What a language's own readers are told of its translation, in that language.
std::string review_text(const content::Library& library, const content::Language& language) {
    const content::Library::Coverage coverage = library.coverage(language.tag);
    switch (coverage.review.state) {
        case content::ReviewState::Source: return {};
        case content::ReviewState::Machine: return library.ui_text(language.tag, "review.machine");
        case content::ReviewState::Translator: return library.ui_text(language.tag, "review.translator");
        case content::ReviewState::Educator: return library.ui_text(language.tag, "review.educator");
    }
    return {};
}

std::vector<Widget> language_options(const Kit& kit, const ui::Metrics& metrics) {
    const Theme theme = kit.theme();
    std::vector<Widget> options;
    for (const content::Language& language : kit.library().languages()) {
        const bool chosen = language.tag == kit.settings().language;
        Widget option = kit.option("language/" + language.tag, language.name, chosen);
        auto& name = std::get<ui::Label>(option.children.front().content);
        name.language = language.tag;
        name.direction = language.direction;
        name.weight = text::Weight::Bold;
        std::vector<Widget> lines;
        lines.push_back(std::move(option.children.front()));
        const std::string review = review_text(kit.library(), language);
        if (!review.empty()) {
            ui::Label small;
            small.text = review;
            small.colour = chosen ? theme.chosen.ink : theme.choice.ink;
            small.size = 20;
            small.language = language.tag;
            small.direction = language.direction;
            lines.push_back(ui::label(small));
            option.description = review;
        }
        Widget text = ui::column(std::move(lines));
        text.layout.grow = 1;
        option.children.front() = std::move(text);
        options.push_back(std::move(option));
    }
    return {option_grid(metrics, std::move(options), 3)};
}

std::string country_name(const content::Country& country, const std::string& language) {
    const auto found = country.names.find(language);
    return found == country.names.end() ? country.name : found->second;
}

std::vector<Widget> country_options(const Kit& kit, const ui::Metrics& metrics) {
    std::vector<Widget> options;
    for (const content::Country& country : kit.library().countries()) {
        options.push_back(kit.option("country/" + country.id, country_name(country, kit.settings().language), country.id == kit.settings().country));
    }
    options.push_back(kit.option("country/", kit.say("country.not-listed"), kit.settings().country.empty()));
    return {kit.text(kit.say("country.why")), option_grid(metrics, std::move(options), 2)};
}

void choose_language(const Kit& kit, const std::string& tag) {
    profile::Settings settings = kit.settings();
    settings.language = tag;
    kit.session().change_settings(settings);
}

void choose_country(const Kit& kit, const std::string& id) {
    profile::Settings settings = kit.settings();
    settings.country = id;
    kit.session().change_settings(settings);
}

/// One choice from a list, on a page of its own.
class ChoiceScreen : public ui::Screen {
public:
    enum class Of { Language, Country };
    ChoiceScreen(Kit kit, Of of) : kit_(kit), of_(of) {}

    Widget build(const ui::Metrics& metrics) const override {
        const bool language = of_ == Of::Language;
        return kit_.page(metrics, kit_.say(language ? "language.title" : "country.title"),
                         language ? language_options(kit_, metrics) : country_options(kit_, metrics));
    }
    void draw_behind(const Widget&, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override { kit_.draw_page(metrics, list); }
    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (const auto tag = after("language/", id)) choose_language(kit_, *tag);
        if (const auto country = after("country/", id)) choose_country(kit_, *country);
        return {ui::Pop{}, {"pick"}, false, false};
    }
    WidgetId first_focus() const override {
        return WidgetId(of_ == Of::Language ? "language/" + kit_.settings().language : "country/" + kit_.settings().country);
    }

private:
    Kit kit_;
    Of of_;
};

/// An animal, then a colour that is still free for it.
std::vector<Widget> companion_options(const Kit& kit, const ui::Metrics& metrics, const std::string& animal) {
    const auto free = profile::free_companions(kit.session().profiles());
    std::vector<Widget> options;
    const auto tile = [&](const profile::Companion& companion, const std::string& id, const std::string& name) {
        Widget option = kit.option(id, name, false);
        option.layout.arrange = Arrange::Column;
        option.layout.align = Align::Centre;
        option.layout.justify = Align::Centre;
        option.layout.gap = 4;
        option.layout.padding = Edges::all(12);
        std::get<ui::Label>(option.children.front().content).align = Align::Centre;
        option.children.insert(option.children.begin(), kit.medallion(companion, metrics.is_tall() ? 130 : 124));
        options.push_back(std::move(option));
    };
    if (animal.empty()) {
        for (std::size_t i = 0; i < std::size(profile::kAnimals); ++i) {
            const std::string kind = profile::kAnimals[i];
            const auto own = std::find_if(free.begin(), free.end(), [&kind](const auto& companion) { return companion.animal == kind; });
            if (own == free.end()) continue;
            // Each animal in another colour, so that the page shows what there is.
            profile::Companion shown{kind, profile::kColours[i % std::size(profile::kColours)]};
            if (std::find(free.begin(), free.end(), shown) == free.end()) shown = *own;
            tile(shown, "animal/" + kind, kit.say("animal." + kind));
        }
    } else {
        for (const profile::Companion& companion : free) {
            if (companion.animal == animal) tile(companion, "colour/" + companion.colour, kit.say("colour." + companion.colour));
        }
    }
    Widget grid;
    grid.children = std::move(options);
    grid.layout.arrange = Arrange::Grid;
    grid.layout.gap = 16;
    const int columns = metrics.is_tall() ? (metrics.text_scale > 1 ? 1 : 2) : (metrics.text_scale > 1.6f ? 2 : (animal.empty() ? 4 : 3));
    grid.layout.columns = columns;
    return {kit.text(kit.say(animal.empty() ? "companion.why" : "companion.colour")), std::move(grid)};
}

/// Walks through the questions of a start; `first` asks for language and country as well.
class StartScreen : public ui::Screen {
public:
    enum class Question { Language, Country, Animal, Colour };
    StartScreen(Kit kit, Question first) : kit_(kit), first_(first), question_(first) {}

    Widget build(const ui::Metrics& metrics) const override {
        switch (question_) {
            case Question::Language: return kit_.page(metrics, kit_.say("language.title"), language_options(kit_, metrics));
            case Question::Country: return kit_.page(metrics, kit_.say("country.title"), country_options(kit_, metrics));
            case Question::Animal: return kit_.page(metrics, kit_.say("companion.title"), companion_options(kit_, metrics, {}), {try_button()});
            case Question::Colour: return kit_.page(metrics, kit_.say("companion.title"), companion_options(kit_, metrics, animal_), {try_button()});
        }
        return {};
    }
    void draw_behind(const Widget&, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override { kit_.draw_page(metrics, list); }

    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (id.value == "try") {
            kit_.session().just_try();
            return done();
        }
        if (const auto tag = after("language/", id)) {
            choose_language(kit_, *tag);
            question_ = Question::Country;
        } else if (const auto country = after("country/", id)) {
            choose_country(kit_, *country);
            question_ = Question::Animal;
        } else if (const auto animal = after("animal/", id)) {
            animal_ = *animal;
            question_ = Question::Colour;
        } else if (const auto colour = after("colour/", id)) {
            kit_.session().create({animal_, *colour});
            return done();
        }
        return {ui::Stay{}, {"pick"}, true, false};
    }
    ui::Reply back() override {
        if (question_ == first_) return {ui::Pop{}, {"close"}, false, false};
        question_ = static_cast<Question>(static_cast<int>(question_) - 1);
        return {ui::Stay{}, {"close"}, true, false};
    }
    WidgetId first_focus() const override {
        switch (question_) {
            case Question::Language: return WidgetId("language/" + kit_.settings().language);
            case Question::Country: return WidgetId("country/" + kit_.settings().country);
            case Question::Animal: return WidgetId(std::string("animal/") + profile::kAnimals[0]);
            case Question::Colour: return WidgetId(std::string("colour/") + profile::kColours[0]);
        }
        return {};
    }

private:
    Widget try_button() const { return kit_.button("try", kit_.say("companion.just-try"), "", ButtonKind::Quiet); }
    ui::Reply done() {
        if (!kit_.session().machine().first_start_done) kit_.session().set_first_start_done();
        return {ui::Restart{make_title(kit_)}, {"hello"}, false, false};
    }

    Kit kit_;
    Question first_;
    Question question_;
    std::string animal_;
};

class WhoIsPlayingScreen : public ui::Screen {
public:
    explicit WhoIsPlayingScreen(Kit kit) : kit_(kit) {}

    Widget build(const ui::Metrics& metrics) const override {
        std::vector<Widget> tiles;
        for (const profile::Profile& profile : kit_.session().profiles()) {
            const std::string name = kit_.companion_name(profile.companion);
            Widget tile = kit_.option("player/" + profile.companion.animal + "/" + profile.companion.colour, name, false);
            tile.state.selected.reset();
            tile.role = ui::Role::Button;
            tile.layout.arrange = Arrange::Column;
            tile.layout.align = Align::Centre;
            tile.layout.justify = Align::Centre;
            tile.layout.gap = 4;
            std::get<ui::Label>(tile.children.front().content).align = Align::Centre;
            tile.children.insert(tile.children.begin(), kit_.medallion(profile.companion, 124));
            tiles.push_back(std::move(tile));
        }
        Widget grid;
        grid.children = std::move(tiles);
        grid.layout.arrange = Arrange::Grid;
        grid.layout.gap = 16;
        grid.layout.columns = metrics.is_tall() ? (metrics.text_scale > 1 ? 1 : 2) : (metrics.text_scale > 1.6f ? 2 : 4);
        std::vector<Widget> foot;
        if (kit_.session().profiles().size() < profile::kMostProfiles) {
            foot.push_back(kit_.button("new", kit_.say("who.new"), "plus", ButtonKind::Primary));
        }
        foot.push_back(kit_.button("try", kit_.say("companion.just-try"), "", ButtonKind::Quiet));
        return kit_.page(metrics, kit_.say("who.title"), {std::move(grid)}, std::move(foot));
    }
    void draw_behind(const Widget&, const ui::Metrics& metrics, Seconds, scene::DrawList& list) override { kit_.draw_page(metrics, list); }
    ui::Reply pressed(const WidgetId& id) override {
        if (auto reply = header_pressed(kit_, *this, id)) return std::move(*reply);
        if (id.value == "new") return {ui::Push{make_companion_chooser(kit_)}, {"press"}, false, false};
        if (id.value == "try") {
            kit_.session().just_try();
            return {ui::Restart{make_title(kit_)}, {"hello"}, false, false};
        }
        if (const auto rest = after("player/", id)) {
            const auto slash = rest->find('/');
            kit_.session().choose({rest->substr(0, slash), rest->substr(slash + 1)});
            return {ui::Restart{make_title(kit_)}, {"hello"}, false, false};
        }
        return {};
    }
    ui::Reply back() override { return {ui::Stay{}, {}, false, false}; }
    WidgetId first_focus() const override {
        const auto& last = kit_.session().machine().last_player;
        return last ? WidgetId("player/" + last->animal + "/" + last->colour) : WidgetId{};
    }

private:
    Kit kit_;
};

}  // namespace

ScreenPtr make_first_start(Kit kit) { return std::make_unique<StartScreen>(kit, StartScreen::Question::Language); }
ScreenPtr make_companion_chooser(Kit kit) { return std::make_unique<StartScreen>(kit, StartScreen::Question::Animal); }
ScreenPtr make_who_is_playing(Kit kit) { return std::make_unique<WhoIsPlayingScreen>(kit); }
ScreenPtr make_language(Kit kit) { return std::make_unique<ChoiceScreen>(kit, ChoiceScreen::Of::Language); }
ScreenPtr make_country(Kit kit) { return std::make_unique<ChoiceScreen>(kit, ChoiceScreen::Of::Country); }

ScreenPtr make_opening(Kit kit) {
    if (!kit.session().machine().first_start_done) return make_first_start(kit);
    if (!kit.session().profiles().empty()) return make_who_is_playing(kit);
    return make_companion_chooser(kit);
}

}  // namespace sango::screens
