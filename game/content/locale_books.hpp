// The texts of every language: read when a language is first asked for, because a player needs one or two of many.
#pragma once

#include "game/content/pack_shelf.hpp"
#include "game/content/translation.hpp"

namespace sango::content {

class LocaleBooks {
public:
    explicit LocaleBooks(std::function<void(const Problem&)> report) : report_(std::move(report)) {}

    /// Reads languages.json, fonts.json and the English texts; `files` is the folder locales/ or nothing. All of it must outlive this.
    void open(const data::FileView* files, const PackShelf& shelf, const std::filesystem::path& font_folder, Problems& problems);

    [[nodiscard]] const std::vector<Language>& languages() const { return languages_; }
    [[nodiscard]] const text::FontConfig& fonts() const { return fonts_; }
    [[nodiscard]] const std::string& ui_text(const std::string& language, const std::string& key) const;
    [[nodiscard]] Library::Coverage coverage(const std::string& language) const;

    /// The pack's texts in a language; nothing where there are none, and in its own language.
    [[nodiscard]] const Translation* translation(const Pack& pack, const std::string& language) const;
    /// Names for the texts of a pack, its own and the core's.
    [[nodiscard]] const Names& names(const Pack& pack, const std::string& language) const;
    [[nodiscard]] bool is_whole(const story::Lesson& lesson, const Pack& pack, const std::string& language) const;

private:
    struct PackBook {
        std::optional<Translation> translation;
        Names names;
        std::set<story::LessonId> whole;
    };
    struct Book {
        std::map<std::string, std::string> ui;
        Review ui_review;
        bool has_ui = false;
    };
    [[nodiscard]] const Book& book(const std::string& language) const;
    [[nodiscard]] const PackBook& pack_book(const Pack& pack, const std::string& language) const;
    [[nodiscard]] std::optional<Translation> read(const std::string& pack, const std::string& language) const;
    void add_languages_of_packs(Problems& problems);

    std::function<void(const Problem&)> report_;
    const data::FileView* files_ = nullptr;
    const PackShelf* shelf_ = nullptr;
    std::vector<Language> languages_;
    text::FontConfig fonts_;
    Translation english_;
    mutable std::map<std::string, Book> books_;
    mutable std::map<std::pair<std::string, std::string>, PackBook> pack_books_;  // by pack and language
    mutable std::set<std::string> unknown_keys_;
};

}  // namespace sango::content
