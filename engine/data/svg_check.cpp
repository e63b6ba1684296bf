#include "engine/data/svg_check.hpp"

#include "engine/core/utf8.hpp"
#include "engine/data/json_fault.hpp"
#include "engine/data/svg_cost.hpp"
#include "engine/data/svg_rules.hpp"
#include "engine/data/svg_values.hpp"

#include <cmath>
#include <optional>
#include <vector>

namespace sango::data {
namespace {

constexpr std::size_t kMostBytes = 256 * 1024;
constexpr std::size_t kMostElements = 4096;
constexpr std::size_t kDeepest = 32;  // our rasteriser forgets styles from 128 on
constexpr double kLargestSide = 4096;
constexpr double kWidestAspect = 16;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_' || c == '.';
}
struct Attribute {
    std::string_view name;
    std::string_view value;
};

struct Open {
    std::string_view name;
    std::size_t offset = 0;
    const SvgElement* rule = nullptr;  // nothing inside what is not on the list
    Matrix matrix;
    std::size_t stops = 0;
};

class SvgCheck {
public:
    SvgCheck(std::string_view bytes, PictureProblems& problems) : bytes_(bytes), problems_(problems) {}
    Rect run();

private:
    // Each reads one piece from at_ on; false when nothing after it can be understood.
    bool read_markup();
    bool read_comment();
    bool read_text();
    bool read_end_tag();
    bool read_start_tag();
    bool read_attributes(std::string_view element);
    bool give_up(std::size_t offset, std::string what) {
        problems_.add_at(offset, std::move(what));
        return false;
    }

    void check_element(std::string_view name, std::size_t offset, Open& open);
    void check_attributes(const SvgElement& rule, std::size_t offset);
    void check_place(const SvgElement& rule, std::size_t offset);
    void check_reference(const SvgElement& rule, const Attribute& attribute, std::size_t offset);
    void check_root(std::size_t offset);
    void check_geometry(const SvgElement& rule, const Matrix& matrix, std::size_t offset);
    void check_path(const Matrix& matrix, std::size_t offset);
    void close(const Open& open);

    [[nodiscard]] std::string_view value_of(std::string_view name) const {
        for (const Attribute& attribute : attributes_) {
            if (attribute.name == name) return attribute.value;
        }
        return {};
    }
    [[nodiscard]] double number_of(std::string_view name) const { return svg_number(value_of(name)).value_or(0); }
    [[nodiscard]] bool at(std::string_view text) const { return bytes_.substr(at_, text.size()) == text; }
    void skip_spaces() {
        while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    }
    std::string_view take_name() {
        const std::size_t begin = at_;
        while (at_ < bytes_.size() && is_name_character(bytes_[at_])) ++at_;
        return bytes_.substr(begin, at_ - begin);
    }
    std::string_view bytes_;
    PictureProblems& problems_;
    std::size_t at_ = 0;
    std::size_t elements_ = 0;
    std::vector<Open> open_;
    std::vector<Attribute> attributes_;
    std::vector<std::string_view> gradients_;
    Rect box_;
    bool root_seen_ = false;
    SvgCost cost_;
};

bool SvgCheck::read_comment() {
    const std::size_t begin = at_, end = bytes_.find("-->", at_ + 4);
    if (end == std::string_view::npos) return give_up(begin, "a comment is never closed: write --> at its end");
    // Our rasteriser does not know comments and would draw a shape inside one.
    if (bytes_.substr(begin + 4, end - begin - 4).find_first_of("<>") != std::string_view::npos) {
        problems_.add_at(begin, "a comment holds < or >: delete what is commented out");
    }
    at_ = end + 3;
    return true;
}

bool SvgCheck::read_text() {
    const std::size_t end = std::min(bytes_.find('<', at_), bytes_.size());
    std::size_t first = at_;
    while (first < end && is_space(bytes_[first])) ++first;
    const bool is_inside_unknown = !open_.empty() && !open_.back().rule;
    if (first < end && !is_inside_unknown) problems_.add_at(first, "text stands between the elements: delete it");
    at_ = end;
    return true;
}

bool SvgCheck::read_attributes(std::string_view element) {
    constexpr std::size_t kMost = 64;
    attributes_.clear();
    for (skip_spaces(); at_ < bytes_.size() && bytes_[at_] != '>' && bytes_[at_] != '/'; skip_spaces()) {
        const std::size_t begin = at_;
        const std::string_view name = take_name();
        skip_spaces();
        if (name.empty() || at_ >= bytes_.size() || bytes_[at_] != '=') {
            return give_up(begin, tag(element) + " has an attribute that is not written name=\"value\": correct it");
        }
        ++at_;
        skip_spaces();
        const char quote = at_ < bytes_.size() ? bytes_[at_] : ' ';
        const std::size_t end = quote == '"' || quote == '\'' ? bytes_.find(quote, at_ + 1) : std::string_view::npos;
        if (end == std::string_view::npos)
            return give_up(begin, "the value of " + in_quotes(name) + " is not closed: put a \" on both sides of it");
        const std::string_view value = bytes_.substr(at_ + 1, end - at_ - 1);
        if (value.find_first_of("<>") != std::string_view::npos)
            return give_up(begin, "the value of " + in_quotes(name) + " holds < or >: put a \" at its end");
        for (const Attribute& other : attributes_) {
            if (other.name == name) return give_up(begin, tag(element) + " has " + in_quotes(name) + " twice: delete one of the two");
        }
        if (attributes_.size() >= kMost) return give_up(begin, tag(element) + " has more than 64 attributes: delete some");
        attributes_.push_back({name, value});
        at_ = end + 1;
    }
    return true;
}

bool SvgCheck::read_start_tag() {
    const std::size_t begin = at_++;
    const std::string_view name = take_name();
    if (name.empty()) return give_up(begin, "a < stands where no element begins: delete it");
    if (!read_attributes(name)) return false;
    const bool is_empty = at("/>");
    if (!is_empty && !at(">")) return give_up(begin, tag(name) + " is never closed by >: add it");
    at_ += is_empty ? 2 : 1;
    if (++elements_ > kMostElements) return give_up(begin, "has more than 4096 elements: simplify the drawing");
    if (open_.size() >= kDeepest) return give_up(begin, "elements lie more than 32 deep in one another: take groups away");
    if (open_.empty() && root_seen_) return give_up(begin, tag(name) + " stands after the end of the drawing: delete it");
    if (open_.empty() && name != "svg") return give_up(begin, "the drawing begins with " + tag(name) + ": an SVG begins with <svg>");
    // SDL_image looks for "<svg" in the first 4096 bytes only.
    if (!root_seen_ && at_ > 4000) return give_up(begin, "<svg> begins too late in the file: shorten the comment before it");
    root_seen_ = true;
    Open open{name, begin, nullptr, open_.empty() ? Matrix{} : open_.back().matrix, 0};
    // What lies in an element that is not on the list goes with it.
    if (open_.empty() || open_.back().rule) check_element(name, begin, open);
    if (is_empty) {
        close(open);
    } else {
        open_.push_back(open);
    }
    return true;
}

bool SvgCheck::read_end_tag() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view name = take_name();
    skip_spaces();
    if (!at(">")) return give_up(begin, in_quotes(bytes_.substr(begin, 40)) + " is never closed by >: add it");
    ++at_;
    if (open_.empty() || open_.back().name != name) {
        return give_up(begin, end_tag(name) + " closes nothing" +
                                  (open_.empty() ? ": delete it" : ": " + tag(open_.back().name) + " must be closed first"));
    }
    close(open_.back());
    open_.pop_back();
    return true;
}

bool SvgCheck::read_markup() {
    if (!at("<")) return read_text();
    if (at("<!--")) return read_comment();
    if (at("<!DOCTYPE") || at("<!ENTITY"))
        return give_up(at_, "a <!DOCTYPE> or <!ENTITY> stands here: delete it, names of its own are not read");
    if (at("<![CDATA[")) return give_up(at_, "a <![CDATA[ ]]> stands here: delete it");
    if (at("<?xml") && !root_seen_) {
        const std::size_t end = bytes_.find("?>", at_);
        if (end == std::string_view::npos || bytes_.substr(at_ + 1, end - at_ - 1).find_first_of("<>") != std::string_view::npos) {
            return give_up(at_, "the <?xml line is never closed: write ?> at its end");
        }
        at_ = end + 2;
        return true;
    }
    if (at("<!") || at("<?")) return give_up(at_, "an instruction in <! > or <? ?> stands here: delete it");
    return at("</") ? read_end_tag() : read_start_tag();
}

void SvgCheck::close(const Open& open) {
    if (open.rule && open.rule->kind == SvgKind::Gradient && open.stops < 2) {
        problems_.add_at(open.offset, tag(open.name) + " has fewer than two colours: add a <stop>");
    }
}

// Each element stands where our rasteriser looks for it.
void SvgCheck::check_place(const SvgElement& rule, std::size_t offset) {
    if (open_.empty()) return;
    const SvgKind parent = open_.back().rule->kind;
    bool good = false;
    switch (rule.kind) {
        case SvgKind::Root:
            break;
        case SvgKind::Group:
        case SvgKind::Shape:
            good = parent == SvgKind::Root || parent == SvgKind::Group;
            break;
        case SvgKind::Definitions:
            good = parent == SvgKind::Root;
            break;
        case SvgKind::Gradient:
            good = parent == SvgKind::Definitions;
            break;
        case SvgKind::Stop:
            good = parent == SvgKind::Gradient;
            break;
    }
    if (!good) {
        const bool is_gradient = rule.kind == SvgKind::Gradient;
        problems_.add_at(offset, tag(rule.name) + " stands inside " + tag(open_.back().name) + ": " +
                                     (is_gradient ? "put it into <defs> at the top" : "move it out"));
    }
}

void SvgCheck::check_reference(const SvgElement& rule, const Attribute& attribute, std::size_t offset) {
    if (attribute.value.substr(0, 5) != "url(#") return;
    const std::string_view id = attribute.value.substr(5, attribute.value.size() - 6);
    for (const std::string_view known : gradients_) {
        if (known == id) return;
    }
    problems_.add_at(offset, tag(rule.name) + " is filled with the gradient " + in_quotes(id) +
                                 ", which is not defined before it: define it in <defs> at the top");
}

void SvgCheck::check_attributes(const SvgElement& rule, std::size_t offset) {
    for (const Attribute& attribute : attributes_) {
        const SvgAttribute* known = find_svg_attribute(rule, attribute.name);
        if (!known) {
            problems_.add_at(offset, in_quotes(attribute.name) + " of " + tag(rule.name) +
                                         " is not shown rightly: " + attribute_advice(rule, attribute.name));
        } else if (const auto fault = value_fault(known->value, attribute.value)) {
            problems_.add_at(offset,
                             in_quotes(attribute.name) + " of " + tag(rule.name) + " " + *fault + ", not " + in_quotes(attribute.value));
        } else if (known->value == SvgValue::Paint) {
            check_reference(rule, attribute, offset);
        }
    }
    for (const SvgAttribute& attribute : rule.attributes) {
        const bool is_there =
            std::any_of(attributes_.begin(), attributes_.end(), [&](const Attribute& a) { return a.name == attribute.name; });
        if (attribute.need == SvgAttribute::Need::Required && !is_there) {
            problems_.add_at(offset, tag(rule.name) + " has no " + in_quotes(attribute.name) + ": add it");
        }
    }
}

void SvgCheck::check_root(std::size_t offset) {
    const auto numbers = svg_numbers(value_of("viewBox"));
    if (!numbers || numbers->size() != 4) return;  // said already
    const auto& n = *numbers;
    const double width = n[2], height = n[3];
    if (!(width > 0 && height > 0)) {
        problems_.add_at(offset, "the viewBox is empty: give it a width and a height above 0");
    } else if (width > kLargestSide || height > kLargestSide) {
        problems_.add_at(offset, "the viewBox is larger than 4096 on a side: scale the drawing down");
    } else if (std::max(width, height) > kWidestAspect * std::min(width, height)) {
        problems_.add_at(offset, "the drawing is more than 16 times as long as it is wide: crop it, or cut it in two");
    } else {
        box_ = {static_cast<float>(n[0]), static_cast<float>(n[1]), static_cast<float>(width), static_cast<float>(height)};
        cost_ = SvgCost(box_);
    }
    const auto differs = [](double a, double b) { return std::abs(a - b) > 0.01; };
    const auto declared_width = svg_number(value_of("width")), declared_height = svg_number(value_of("height"));
    if (declared_width && declared_height && (differs(*declared_width, width) || differs(*declared_height, height))) {
        problems_.add_at(offset, "width and height of <svg> must be those of its viewBox: make them the same");
    }
}

void SvgCheck::check_path(const Matrix& matrix, std::size_t offset) {
    const std::string_view data = value_of("d");
    const auto fault = read_svg_path(
        data, [&](Spot spot) { cost_.point(moved(matrix, spot)); },
        [&](double radius, ArcSide side) { cost_.arc(radius * largest_stretch(matrix), side); });
    if (!fault) return;
    problems_.add_at(offset,
                     "\"d\" of <path> is not understood" +
                         (data.empty() ? std::string(", it is empty") : " from " + in_quotes(data.substr(fault->offset, 24)) + " on") +
                         ": draw the path again");
}

void SvgCheck::check_geometry(const SvgElement& rule, const Matrix& matrix, std::size_t offset) {
    if (box_.empty()) return;  // there is nothing to measure by
    cost_.start_shape();
    const auto around = [&](double left, double top, double right, double bottom) {
        for (const Spot corner : {Spot{left, top}, Spot{right, top}, Spot{left, bottom}, Spot{right, bottom}})
            cost_.point(moved(matrix, corner));
    };
    const double cx = number_of("cx"), cy = number_of("cy");
    if (rule.name == "path") {
        check_path(matrix, offset);
    } else if (rule.name == "rect") {
        around(number_of("x"), number_of("y"), number_of("x") + number_of("width"), number_of("y") + number_of("height"));
    } else if (rule.name == "circle") {
        around(cx - number_of("r"), cy - number_of("r"), cx + number_of("r"), cy + number_of("r"));
    } else if (rule.name == "ellipse") {
        around(cx - number_of("rx"), cy - number_of("ry"), cx + number_of("rx"), cy + number_of("ry"));
    } else if (rule.name == "line") {
        around(number_of("x1"), number_of("y1"), number_of("x2"), number_of("y2"));
    } else if (const auto points = svg_numbers(value_of("points"))) {
        for (std::size_t i = 0; i + 1 < points->size(); i += 2) cost_.point(moved(matrix, {(*points)[i], (*points)[i + 1]}));
    }
    const std::string_view paint = value_of("stroke");
    const bool has_line = !paint.empty() && paint != "none";
    cost_.end_shape(has_line ? svg_number(value_of("stroke-width")).value_or(1) * largest_stretch(matrix) : 0);
    if (cost_.is_far()) problems_.add_at(offset, tag(rule.name) + " reaches far outside the viewBox: bring it near, or widen the viewBox");
    if (cost_.covers_too_much())
        problems_.add_at(offset, "shapes cover the picture more than 50 times over, which takes long to draw: put fewer over one another");
    if (cost_.is_too_long())
        problems_.add_at(offset, tag(rule.name) + " has too many or too long lines, which take long to draw: simplify the drawing");
}

void SvgCheck::check_element(std::string_view name, std::size_t offset, Open& open) {
    const SvgElement* rule = find_svg_element(name);
    if (!rule) {
        problems_.add_at(offset, tag(name) + " is not shown: " + element_advice(name));
        return;
    }
    open.rule = rule;
    check_place(*rule, offset);
    check_attributes(*rule, offset);
    if (const auto transform = svg_transform(value_of("transform"))) open.matrix = combined(open.matrix, *transform);
    switch (rule->kind) {
        case SvgKind::Root:
            check_root(offset);
            break;
        case SvgKind::Shape:
            check_geometry(*rule, open.matrix, offset);
            break;
        case SvgKind::Stop:
            ++open_.back().stops;
            break;
        case SvgKind::Gradient:
            if (std::find(gradients_.begin(), gradients_.end(), value_of("id")) != gradients_.end()) {
                problems_.add_at(offset, "two gradients have the id " + in_quotes(value_of("id")) + ": rename one");
            }
            gradients_.push_back(value_of("id"));
            break;
        case SvgKind::Group:
        case SvgKind::Definitions:
            break;
    }
}

Rect SvgCheck::run() {
    if (bytes_.size() > kMostBytes) {
        problems_.add("is larger than 256 kB: simplify the drawing");
        return {};
    }
    if (!utf8::is_valid(bytes_) || bytes_.find('\0') != std::string_view::npos) {
        problems_.add("is not written in UTF-8: save it with the encoding UTF-8");
        return {};
    }
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    while (at_ < bytes_.size() && !problems_.full()) {
        if (!read_markup()) return box_;
    }
    if (!problems_.full() && !open_.empty()) {
        const Open& open = open_.back();
        problems_.add_at(open.offset, tag(open.name) + " is never closed: write " + end_tag(open.name) + " at its end");
    }
    if (!root_seen_) problems_.add("holds no drawing: an SVG begins with <svg>");
    return box_;
}

}  // namespace

Rect check_svg(std::string_view bytes, PictureProblems& problems) {
    return SvgCheck(bytes, problems).run();
}

}  // namespace sango::data
