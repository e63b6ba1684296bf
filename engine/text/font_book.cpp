#include "engine/text/font_book.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <unordered_map>
#ifdef _WIN32
#include <fstream>
#include <iterator>
#endif

namespace sango::text {
namespace {

struct Destroy {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
template <class T>
using Hb = std::unique_ptr<T, Destroy>;

#ifdef _WIN32
// HarfBuzz turns the name into the system's code page, which has no room for every folder's name.
Hb<hb_blob_t> open_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::vector<char> bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    return Hb<hb_blob_t>(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
}
#else
Hb<hb_blob_t> open_file(const std::filesystem::path& file) {
    return Hb<hb_blob_t>(hb_blob_create_from_file(file.c_str()));
}
#endif

float em(int units) {
    return static_cast<float>(units) / static_cast<float>(FontBook::kUnits);
}

std::string readable(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return std::string(text.begin(), text.end());
}

}  // namespace

struct FontBook::OpenFace {
    Hb<hb_face_t> face;
    Hb<hb_font_t> font;  ///< null when the file is no font
    std::unordered_map<hb_codepoint_t, GlyphInk> inks;
};

FontBook::FontBook(FontConfig config, LogSink log) : config_(std::move(config)), log_(std::move(log)), opened_(config_.faces.size() * 2) {}
FontBook::~FontBook() = default;

std::filesystem::path face_file(const FontConfig& config, std::uint16_t run_face) {
    const std::size_t face = run_face / 2u;
    if (face >= config.faces.size()) return {};
    return run_face % 2 != 0 ? config.faces[face].bold : config.faces[face].regular;
}

FontBook::OpenFace* FontBook::open(std::uint16_t face) {
    if (face >= opened_.size()) return nullptr;
    std::unique_ptr<OpenFace>& slot = opened_[face];
    if (slot) return slot->font ? slot.get() : nullptr;
    slot = std::make_unique<OpenFace>();
    const std::filesystem::path file = face_file(config_, face);
    const Hb<hb_blob_t> blob = open_file(file);
    slot->face.reset(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(slot->face.get()) == 0) {
        log(log_, "text: the font " + readable(file) + " cannot be opened; text is shown without it");
        return nullptr;
    }
    hb_face_make_immutable(slot->face.get());
    slot->font.reset(hb_font_create(slot->face.get()));
    hb_font_set_scale(slot->font.get(), kUnits, kUnits);
    hb_font_make_immutable(slot->font.get());
    return slot.get();
}

hb_font_t* FontBook::font(std::uint16_t face) {
    OpenFace* opened = open(face);
    return opened ? opened->font.get() : nullptr;
}

std::size_t FontBook::open_count() const {
    return static_cast<std::size_t>(std::count_if(opened_.begin(), opened_.end(), [](const auto& slot) { return slot && slot->font; }));
}

bool FontBook::covers(std::uint16_t face, char32_t code) {
    hb_font_t* const in = font(face);
    if (in == nullptr) return false;
    hb_codepoint_t glyph = 0;
    const auto has = [&](hb_codepoint_t one) { return hb_font_get_nominal_glyph(in, one, &glyph) != 0; };
    const auto character = static_cast<hb_codepoint_t>(code);
    if (has(character)) return true;
    // What HarfBuzz itself does without: spaces of other widths, the no-break hyphen, letters put together from parts.
    hb_unicode_funcs_t* const unicode = hb_unicode_funcs_get_default();
    if (hb_unicode_general_category(unicode, character) == HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR && code != 0x1680) return has(' ');
    constexpr char32_t kNoBreakHyphen = 0x2011, kHyphen = 0x2010;
    if (code == kNoBreakHyphen) return has(kHyphen);
    hb_codepoint_t base = 0, mark = 0;
    return hb_unicode_decompose(unicode, character, &base, &mark) != 0 && base != character && covers(face, static_cast<char32_t>(base)) &&
           (mark == 0 || has(mark));
}

bool FontBook::has_variation(std::uint16_t face, char32_t base, char32_t selector) {
    hb_font_t* const in = font(face);
    hb_codepoint_t glyph = 0;
    return in != nullptr && hb_font_get_variation_glyph(in, base, selector, &glyph) != 0;
}

GlyphInk FontBook::ink(std::uint16_t face, hb_codepoint_t glyph) {
    OpenFace* const opened = open(face);
    if (opened == nullptr) return {};
    const auto known = opened->inks.find(glyph);
    if (known != opened->inks.end()) return known->second;
    GlyphInk ink;
    hb_glyph_extents_t extents{};
    if (hb_font_get_glyph_extents(opened->font.get(), glyph, &extents) != 0 && extents.width > 0 && extents.height < 0) {
        ink = {em(extents.x_bearing), -em(extents.y_bearing), em(extents.width), -em(extents.height)};
    }
    opened->inks.emplace(glyph, ink);
    return ink;
}

const Chain& FontBook::chain(const std::string& language, Weight weight) {
    const auto known = chains_.find({language, weight});
    if (known != chains_.end()) return known->second;
    Chain chain;
    const auto add = [&](const std::string& id) {
        const auto face = std::find_if(config_.faces.begin(), config_.faces.end(), [&](const Face& f) { return f.id == id; });
        if (face == config_.faces.end()) return log(log_, "text: no face is called \"" + id + "\" (asked for by " + language + ")");
        const auto index = static_cast<std::uint16_t>(2 * (face - config_.faces.begin()));
        const auto once = [&](std::uint16_t one) {
            if (std::find(chain.faces.begin(), chain.faces.end(), one) == chain.faces.end()) chain.faces.push_back(one);
        };
        if (weight == Weight::Bold && !face->bold.empty()) once(static_cast<std::uint16_t>(index + 1));
        once(index);
    };
    auto own = config_.chains.find(language);
    if (own == config_.chains.end()) own = config_.chains.find(language.substr(0, language.find('-')));
    if (own != config_.chains.end()) std::for_each(own->second.begin(), own->second.end(), add);
    chain.own = chain.faces.size();
    std::for_each(config_.fallback.begin(), config_.fallback.end(), add);
    return chains_.emplace(std::pair(language, weight), std::move(chain)).first->second;
}

LineMetrics FontBook::line_metrics(const std::string& language, Weight weight) {
    const auto known = metrics_.find({language, weight});
    if (known != metrics_.end()) return known->second;
    const Chain& faces = chain(language, weight);
    LineMetrics metrics;
    const auto include = [&](std::uint16_t face) {
        hb_font_extents_t extents{};
        hb_font_t* const in = font(face);
        if (in == nullptr || hb_font_get_h_extents(in, &extents) == 0) return;
        metrics.ascent = std::max(metrics.ascent, em(extents.ascender));
        metrics.descent = std::max(metrics.descent, -em(extents.descender));
        metrics.height =
            std::max({metrics.height, em(extents.ascender - extents.descender + extents.line_gap), metrics.ascent + metrics.descent});
    };
    for (std::size_t i = 0; i < faces.own; ++i) {
        // A bold face stands before its regular one, whose metrics are the same.
        const bool regular_of_bold = i > 0 && faces.faces[i - 1] == faces.faces[i] + 1;
        if (!regular_of_bold || font(faces.faces[i - 1]) == nullptr) include(faces.faces[i]);
    }
    for (std::size_t i = faces.own; i < faces.faces.size() && metrics.height <= 0; ++i) include(faces.faces[i]);
    if (metrics.height <= 0) metrics = {1.0f, 0.4f, 1.4f};  // no face can be opened: the screens still hold together
    return metrics_.emplace(std::pair(language, weight), metrics).first->second;
}

}  // namespace sango::text
