// Small activities for the tests, one of each kind, with ids that tell what is right.
#pragma once

#include "game/activities/activity.hpp"

namespace sango::activities::test {

inline ItemId id(std::string_view text) {
    return ItemId(text);
}

inline Frame frame() {
    return {"What to do", "A hint", "Done!"};
}

/// Slots what and where: "good" and "fine" fit, "bad" and "poor" do not.
inline Build build() {
    const auto slot = [](std::string_view name) {
        return BuildSlot{id(name),
                         std::string(name),
                         {{id("bad"), "Bad", "It says nothing.", false},
                          {id("good"), "Good", "It fits.", true},
                          {id("poor"), "Poor", "It says too much.", false},
                          {id("fine"), "Fine", "It fits too.", true}}};
    };
    return {frame(), {slot("what"), slot("where")}};
}

/// The right order is a, b, c, d.
inline Order order() {
    return {frame(), {{id("a"), "A", "First."}, {id("b"), "B", "After A."}, {id("c"), "C", "After B."}, {id("d"), "D", "Last."}}};
}

/// Clues are sign and badge; tree and cloud are none.
inline Spot spot() {
    return {frame(),
            "props/photo",
            {{id("sign"), "Sign", "It names the street.", {60, 10, 20, 20}, true},
             {id("tree"), "Tree", "A tree can be anywhere.", {5, 10, 20, 60}, false},
             {id("badge"), "Badge", "It names the school.", {40, 50, 10, 10}, true},
             {id("cloud"), "Cloud", "Clouds tell nothing.", {30, 0, 30, 10}, false}}};
}

/// Question colour is harmless; at birthday and school "tell" gives something away and "skip" does not.
inline Reveal reveal() {
    const auto question = [](std::string_view name) {
        return RevealQuestion{id(name),
                              std::string(name),
                              "His " + std::string(name),
                              "It helps strangers.",
                              {{id("tell"), "Tell", true}, {id("skip"), "Skip", false}}};
    };
    const RevealQuestion colour{id("colour"), "Colour?", "", "", {{id("red"), "Red", false}, {id("blue"), "Blue", false}}};
    return {frame(), "Which pet?", "A hamster!", "What it knows:", {colour, question("birthday"), question("school")}};
}

/// Mum is busy, Amir doubts, Rivera and the helpline listen.
inline Tell tell() {
    const auto row = [](std::string_view name) { return TellRow{id(name), {{id("one"), "One"}, {id("two"), "Two"}}}; };
    return {"leo",
            "Who could Leo tell?",
            {{id("mum"), "mum", HelperKind::Home, Reply::Busy, "Not now."},
             {id("amir"), "amir", HelperKind::Community, Reply::Doubts, "Are you sure?"},
             {id("rivera"), "rivera", HelperKind::School, Reply::Listens, "Tell me."},
             {id("helpline"), "helpline", HelperKind::Helpline, Reply::Listens, "Hello."}},
            {row("what"), row("who"), row("when"), row("feel")},
            "Thank you."};
}

inline std::vector<Model> all_kinds() {
    return {build(), order(), spot(), reveal(), tell()};
}

}  // namespace sango::activities::test
