#include "tools/sango-pack/checks.hpp"

namespace sango::tools {
namespace {

constexpr int kMostWordsOnAScreen = 60;
constexpr double kMostWordsASentence = 12;

struct Count {
    int words = 0;
    int sentences = 0;
};

/// Words and sentences of an English text; one without a full stop counts as a sentence.
Count count(const std::string& text) {
    Count counted;
    bool in_word = false;
    bool open = false;
    for (const char letter : text) {
        const bool is_space = letter == ' ' || letter == '\n' || letter == '\t';
        if (!is_space && !in_word) ++counted.words;
        in_word = !is_space;
        const bool ends = letter == '.' || letter == '!' || letter == '?';
        if (ends && open) ++counted.sentences;
        open = ends ? false : open || in_word;
    }
    if (open) ++counted.sentences;
    return counted;
}

/// Texts for grown-ups may be longer.
bool is_for_children(const std::string& key, const story::Lesson& lesson) {
    return key != lesson.id.value + "/about" && key != lesson.id.value + "/content_note";
}

}  // namespace

void check_words(const data::FileView& files, const content::Pack& pack, Problems& problems) {
    if (pack.language != "en") return;
    for (const story::Lesson& lesson : pack.lessons) {
        const std::string file = files.name() + "/lessons/" + lesson.id.value + ".json";
        Count all;
        content::for_each_text(lesson, [&](const std::string& key, const std::string& text) {
            if (!is_for_children(key, lesson)) return;
            const Count one = count(text);
            all.words += one.words;
            all.sentences += one.sentences;
            if (one.words > kMostWordsOnAScreen) {
                problems.push_back({file + "#" + key, "has " + std::to_string(one.words) + " words; at most 60 fit a screen that children like to read"});
            }
        });
        if (all.words <= kMostWordsASentence * all.sentences) continue;
        problems.push_back({file, "its sentences have more than 12 words on average: make them shorter"});
    }
}

}  // namespace sango::tools
