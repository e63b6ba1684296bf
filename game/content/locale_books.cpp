#include "game/content/locale_books.hpp"

#include <algorithm>
#include <system_error>

namespace sango::content {
namespace {

const std::string kEnglish = "en";

Language plain_english() {
    Language english;
    english.tag = kEnglish;
    english.name = english.english_name = "English";
    english.months = {"January", "February", "March",     "April",   "May",      "June",
                      "July",    "August",   "September", "October", "November", "December"};
    return english;
}

}  // namespace

void LocaleBooks::open(const data::FileView* files, const PackShelf& shelf, const std::filesystem::path& font_folder, Problems& problems) {
    files_ = files;
    shelf_ = &shelf;
    languages_.clear();
    fonts_ = {};
    english_ = {};
    books_.clear();
    pack_books_.clear();
    std::vector<std::string> faces;
    if (const auto json = files ? read_json(*files, "fonts.json", problems) : std::nullopt) {
        fonts_ = read_fonts(*json, place_of(*files, "fonts.json"), font_folder, problems);
        for (const text::Face& face : fonts_.faces) faces.push_back(face.id);
        std::error_code error;
        if (!std::filesystem::is_directory(font_folder, error)) {
            problems.push_back({"fonts", "the folder is not there, so texts may stay empty: install the game anew"});
        }
    }
    if (const auto json = files ? read_json(*files, "languages.json", problems) : std::nullopt) {
        languages_ = read_languages(*json, place_of(*files, "languages.json"), faces.empty() ? nullptr : &faces, problems);
    }
    if (languages_.empty() || languages_.front().tag != kEnglish) languages_.insert(languages_.begin(), plain_english());
    add_languages_of_packs(problems);
    for (const Language& language : languages_) fonts_.chains[language.tag] = language.fonts;
    if (!files) return;
    const std::string path = "en/ui.json";
    const auto bytes = files->read(path);
    if (!bytes) problems.push_back(bytes.problem());
    else if (auto source = read_ui_source(*bytes, place_of(*files, path), problems)) english_ = std::move(*source);
}

/// A pack of the kind "language" may bring languages of its own.
void LocaleBooks::add_languages_of_packs(Problems& problems) {
    for (std::size_t i = 0; i < shelf_->packs.size(); ++i) {
        const data::FileView& files = *shelf_->files[i];
        if (shelf_->packs[i].kind != "language" || !files.has("languages.json")) continue;
        const auto json = read_json(files, "languages.json", problems);
        if (!json) continue;
        for (Language& language : read_languages(*json, place_of(files, "languages.json"), nullptr, problems)) {
            const bool known = std::any_of(languages_.begin(), languages_.end(), [&](const Language& one) { return one.tag == language.tag; });
            if (!known) languages_.push_back(std::move(language));
        }
    }
}

std::optional<Translation> LocaleBooks::read(const std::string& pack, const std::string& language) const {
    const auto try_view = [&](const data::FileView& files, const std::string& path) -> std::optional<Translation> {
        if (!files.has(path)) return std::nullopt;
        const auto bytes = files.read(path);
        Problems problems;
        if (!bytes) problems.push_back(bytes.problem());
        auto found = bytes ? read_translation(*bytes, place_of(files, path), problems) : std::nullopt;
        if (found && (found->pack != pack || found->language != language)) {
            problems.push_back({place_of(files, path), "\"pack\" and \"language\" must be \"" + pack + "\" and \"" + language + "\", as the file is called"});
            found.reset();
        }
        for (const Problem& problem : problems) report_(problem);
        return found;
    };
    const std::string path = language + "/" + pack + ".json";
    if (files_) {
        if (auto found = try_view(*files_, path)) return found;
    }
    for (std::size_t i = 0; i < shelf_->packs.size(); ++i) {
        if (shelf_->packs[i].kind != "language" && shelf_->packs[i].id != pack) continue;
        if (auto found = try_view(*shelf_->files[i], "locales/" + path)) return found;
    }
    return std::nullopt;
}

const LocaleBooks::Book& LocaleBooks::book(const std::string& language) const {
    const auto [found, is_new] = books_.try_emplace(language);
    Book& book = found->second;
    if (!is_new || language == kEnglish) return book;
    const auto translation = read("ui", language);
    if (!translation) return book;
    book.has_ui = true;
    book.ui_review = translation->review;
    for (const auto& [key, source] : english_.strings) {
        if (const std::string* to = fresh(&*translation, key, source.to)) book.ui.emplace(key, *to);
    }
    return book;
}

const LocaleBooks::PackBook& LocaleBooks::pack_book(const Pack& pack, const std::string& language) const {
    const auto [found, is_new] = pack_books_.try_emplace({pack.id, language});
    PackBook& book = found->second;
    if (!is_new) return book;
    if (language != pack.language) book.translation = read(pack.id, language);
    const Translation* own = book.translation ? &*book.translation : nullptr;
    if (own || language == pack.language) add_names(pack, own, book.names);
    const Pack* core = shelf_->core();
    const bool is_core = !core || core->id == pack.id;
    if (!is_core) {
        const Names& shared = pack_book(*core, language).names;
        book.names.insert(shared.begin(), shared.end());
    }
    const Translation* of_core = is_core ? own : translation(*core, language);
    for (const story::Lesson& lesson : pack.lessons) {
        if (content::is_whole(lesson, pack, core, own, of_core, book.names)) book.whole.insert(lesson.id);
    }
    return book;
}

const Translation* LocaleBooks::translation(const Pack& pack, const std::string& language) const {
    const PackBook& book = pack_book(pack, language);
    return book.translation ? &*book.translation : nullptr;
}

const Names& LocaleBooks::names(const Pack& pack, const std::string& language) const { return pack_book(pack, language).names; }

bool LocaleBooks::is_whole(const story::Lesson& lesson, const Pack& pack, const std::string& language) const {
    return language == pack.language || pack_book(pack, language).whole.count(lesson.id) == 1;
}

const std::string& LocaleBooks::ui_text(const std::string& language, const std::string& key) const {
    const std::string* tag = &language;
    for (std::size_t turns = 0; *tag != kEnglish && turns <= languages_.size(); ++turns) {
        const Book& here = book(*tag);
        if (const auto text = here.ui.find(key); text != here.ui.end()) return text->second;
        const auto known = std::find_if(languages_.begin(), languages_.end(), [&](const Language& one) { return one.tag == *tag; });
        if (known == languages_.end()) break;
        tag = &known->fallback;
    }
    if (const auto text = english_.strings.find(key); text != english_.strings.end()) return text->second.to;
    return *unknown_keys_.insert(key).first;
}

Library::Coverage LocaleBooks::coverage(const std::string& language) const {
    Library::Coverage coverage;
    bool reviewed = false;
    const auto add = [&](const Review& review) {
        if (!reviewed || review.state < coverage.review.state) coverage.review = review;
        reviewed = true;
    };
    const Book& here = book(language);
    coverage.all = static_cast<int>(english_.strings.size());
    coverage.translated = language == kEnglish ? coverage.all : static_cast<int>(here.ui.size());
    if (here.has_ui) add(here.ui_review);
    for (const Pack& pack : shelf_->packs) {
        const Translation* own = translation(pack, language);
        const Count count = count_translated(pack, own);
        coverage.all += count.all;
        coverage.translated += language == pack.language ? count.all : count.translated;
        if (own) add(own->review);
    }
    if (language == kEnglish) coverage.review.state = ReviewState::Source;
    return coverage;
}

}  // namespace sango::content
