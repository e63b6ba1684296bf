#include "game/content/library.hpp"

namespace sango::content {
namespace {

/// Visits the texts of a lesson that may be changed, or of one that may not.
template <class Lesson, class Visit>
class Texts {
public:
    Texts(Lesson& lesson, const Visit& visit) : lesson_(lesson), visit_(visit) {}

    void all() {
        key_ = lesson_.id.value;
        text("title", lesson_.title);
        text("about", lesson_.about);
        text("content_note", lesson_.content_note);
        text("talk", lesson_.talk);
        text("rule", lesson_.rule);
        under("skill", [&] {
            for (auto& skill : lesson_.skills) text(skill.id, skill.text);
        });
        for (auto& scene : lesson_.scenes) {
            under(scene.id.value, [&] {
                for (auto& step : scene.steps) {
                    under(step.id.value, [&] { std::visit([&](auto& action) { this->action(action); }, step.action); });
                }
            });
        }
        under("check", [&] {
            for (auto& check : lesson_.checks) {
                under(check.id.value, [&] {
                    under("a", [&] { question(check.a); });
                    under("b", [&] { question(check.b); });
                });
            }
        });
    }

private:
    /// The text that has the present key itself.
    template <class Text>
    void own(Text& text) { visit_(key_, text); }
    template <class Text>
    void text(std::string_view name, Text& text) {
        under(name, [&] { own(text); });
    }
    template <class Inside>
    void under(std::string_view name, Inside inside) {
        const std::size_t length = key_.size();
        key_.append("/").append(name);
        inside();
        key_.resize(length);
    }

    template <class Question>
    void question(Question& question) {
        own(question.text);
        for (auto& choice : question.choices) explained(choice);
    }
    /// Something with an id, a text and a `because`.
    template <class Item>
    void explained(Item& item) {
        under(item.id.value, [&] {
            own(item.text);
            text("because", item.because);
        });
    }

    // The kinds of step; those without a text have none.
    template <class Action>
    void action(Action& action) {
        using Kind = std::remove_const_t<Action>;
        if constexpr (std::is_same_v<Kind, story::Say>) own(action.text);
        if constexpr (std::is_same_v<Kind, story::Ask>) question(action);
        if constexpr (std::is_same_v<Kind, story::Tell>) model(action.model);
        if constexpr (std::is_same_v<Kind, story::Activity>) std::visit([&](auto& activity) { this->model(activity); }, action.model);
    }

    template <class Frame>
    void frame(Frame& frame) {
        own(frame.text);
        text("hint", frame.hint);
        text("done", frame.done);
    }
    template <class Model>
    void model(Model& model) {
        using Kind = std::remove_const_t<Model>;
        if constexpr (std::is_same_v<Kind, activities::Tell>) tell(model);
        else frame(model.frame);
        if constexpr (std::is_same_v<Kind, activities::Build>) build(model);
        if constexpr (std::is_same_v<Kind, activities::Reveal>) reveal(model);
        if constexpr (std::is_same_v<Kind, activities::Order>) {
            for (auto& item : model.items) explained(item);
        }
        if constexpr (std::is_same_v<Kind, activities::Spot>) {
            for (auto& thing : model.things) explained(thing);
        }
    }
    template <class Model>
    void build(Model& model) {
        for (auto& slot : model.slots) {
            under(slot.id.value, [&] {
                own(slot.text);
                for (auto& piece : slot.pieces) explained(piece);
            });
        }
    }
    template <class Model>
    void reveal(Model& model) {
        text("app", model.app);
        text("result", model.result);
        text("reveal", model.reveal);
        for (auto& question : model.questions) {
            under(question.id.value, [&] {
                own(question.text);
                if (activities::can_give(question)) {
                    text("gives", question.gives);
                    text("because", question.because);
                }
                for (auto& choice : question.choices) text(choice.id.value, choice.text);
            });
        }
    }
    template <class Model>
    void tell(Model& model) {
        own(model.text);
        for (auto& helper : model.helpers) text(helper.id.value, helper.text);
        for (auto& row : model.rows) {
            under(row.id.value, [&] {
                for (auto& piece : row.pieces) text(piece.id.value, piece.text);
            });
        }
        text("after", model.after);
    }

    Lesson& lesson_;
    const Visit& visit_;
    std::string key_;
};

}  // namespace

void for_each_text(story::Lesson& lesson, const std::function<void(const std::string&, std::string&)>& visit) {
    Texts(lesson, visit).all();
}

void for_each_text(const story::Lesson& lesson, const std::function<void(const std::string&, const std::string&)>& visit) {
    Texts(lesson, visit).all();
}

}  // namespace sango::content
