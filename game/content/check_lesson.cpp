#include "game/content/placeholders.hpp"
#include "game/content/readers.hpp"
#include "game/story/walk.hpp"

#include <algorithm>

namespace sango::content {
namespace {

/// Compares what a lesson names with what there is.
class LessonCheck {
public:
    LessonCheck(const story::Lesson& lesson, const LessonSurroundings& around, const std::string& file, Problems& problems)
        : lesson_(lesson), around_(around), file_(file), problems_(problems) {}

    /// Whether everything is there but, perhaps, pictures.
    bool run() {
        place(lesson_.place, "#/place");
        for (const story::Scene& scene : lesson_.scenes) {
            const std::string where = "#/scenes/" + scene.id.value;
            place(scene.place, where + "/place");
            for (const story::CharacterId& who : scene.cast) character(who, where + "/cast");
            for (const story::Step& step : scene.steps) this->step(step, where + "/steps/" + step.id.value);
        }
        for_each_text(lesson_, [&](const std::string& key, const std::string& text) { names(key, text); });
        return sound_;
    }

private:
    void fault(const std::string& where, std::string what) {
        Problem problem{file_ + where, std::move(what)};
        if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) problems_.push_back(std::move(problem));
        sound_ = false;
    }

    [[nodiscard]] const Character* find(std::string_view id) const {
        const auto found = std::find_if(around_.cast.begin(), around_.cast.end(), [&](const Character* one) { return one->id.value == id; });
        return found == around_.cast.end() ? nullptr : *found;
    }

    void place(const story::PlaceId& id, const std::string& where) {
        const bool known = std::any_of(around_.places.begin(), around_.places.end(), [&](const Place* one) { return one->id == id; });
        if (!known) fault(where, "no place \"" + id.value + "\"; write the id of a place of places.json");
    }

    void character(const story::CharacterId& id, const std::string& where) {
        if (!find(id.value)) fault(where, "no character \"" + id.value + "\"; write the id of a character of cast.json");
    }

    void speaker(const story::CharacterId& id, const std::string& where) {
        if (!id.empty()) character(id, where + "/by");
    }

    // A picture that is not there leaves a gap, not a lesson that cannot be played.
    void picture(const std::string& name, const std::string& where) {
        if (name.empty() || !around_.has_picture || around_.has_picture(name)) return;
        problems_.push_back({file_ + where, "no picture \"" + name + "\"; add pictures/" + name + ".svg, or correct the name"});
    }

    void step(const story::Step& step, const std::string& where) {
        if (const auto* say = std::get_if<story::Say>(&step.action)) {
            speaker(say->by, where);
            picture(say->show, where + "/show");
        } else if (const auto* ask = std::get_if<story::Ask>(&step.action)) {
            speaker(ask->by, where);
        } else if (const auto* activity = std::get_if<story::Activity>(&step.action)) {
            if (const auto* spot = std::get_if<activities::Spot>(&activity->model)) picture(spot->picture, where + "/picture");
        } else if (const auto* tell = std::get_if<story::Tell>(&step.action)) {
            character(story::CharacterId(tell->model.about), where + "/about");
            for (const activities::Helper& helper : tell->model.helpers) {
                character(story::CharacterId(helper.who), where + "/helpers/" + helper.id.value + "/who");
            }
        }
    }

    void names(const std::string& key, const std::string& text) {
        if (text.find_first_of("{}") == std::string::npos) return;
        const auto said = for_each_placeholder(text, [&](const Placeholder& found) {
            const Character* character = find(found.name);
            if (!character) {
                fault("#" + key, "no character \"" + std::string(found.name) + "\" for the name in braces; write the id of a character of cast.json");
            } else if (!found.form.empty() && character->forms.count(std::string(found.form)) == 0) {
                fault("#" + key, in_braces(found.name) + " has no form \"" + std::string(found.form) +
                                     "\"; add it to \"forms\" in cast.json, or write " + in_braces(found.name));
            }
        });
        if (said) fault("#" + key, *said);
    }

    const story::Lesson& lesson_;
    const LessonSurroundings& around_;
    const std::string& file_;
    Problems& problems_;
    bool sound_ = true;
};

}  // namespace

bool check_lesson(const story::Lesson& lesson, const LessonSurroundings& around, const std::string& file, Problems& problems) {
    const bool sound = LessonCheck(lesson, around, file, problems).run();
    const std::size_t before = problems.size();
    (void)story::walk(lesson, file, problems);
    return sound && problems.size() == before;
}

}  // namespace sango::content
