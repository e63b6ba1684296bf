// How a pack's texts become those of another language, and whether they are whole in it.
#pragma once

#include "game/content/library.hpp"

namespace sango::content {

/// Names of characters as they stand in texts: "leo" and "leo.dat" to their words.
using Names = std::map<std::string, std::string>;

/// The translation of one text; nothing when there is none or the source has changed since.
[[nodiscard]] const std::string* fresh(const Translation* translation, const std::string& key, std::string_view source);

/// The names of a pack's cast: in its own language when `translation` is nothing, else those that are translated.
void add_names(const Pack& pack, const Translation* translation, Names& names);

/// Whether every text of the lesson is translated, with all the names that it needs.
[[nodiscard]] bool is_whole(const story::Lesson& lesson, const Pack& pack, const Pack* core, const Translation* translation,
                            const Translation* core_translation, const Names& names);

/// Replaces the texts (where `translation` is something) and fills in the names.
void put_into_language(story::Lesson& lesson, const Translation* translation, const Names& names);

/// Texts of the pack, and of them those translated: lessons, cast and places.
struct Count {
    int translated = 0;
    int all = 0;
};
[[nodiscard]] Count count_translated(const Pack& pack, const Translation* translation);

}  // namespace sango::content
