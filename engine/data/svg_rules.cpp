#include "engine/data/svg_rules.hpp"

#include "engine/core/colour.hpp"
#include "engine/data/svg_values.hpp"

#include <algorithm>

namespace sango::data {
namespace {

constexpr auto kRequired = SvgAttribute::Need::Required;

std::vector<SvgAttribute> shape(std::vector<SvgAttribute> own) {
    for (const SvgAttribute& common : std::initializer_list<SvgAttribute>{{"fill", SvgValue::Paint},
                                                                          {"stroke", SvgValue::Paint},
                                                                          {"stroke-width", SvgValue::Length},
                                                                          {"stroke-linecap", SvgValue::LineCap},
                                                                          {"stroke-linejoin", SvgValue::LineJoin},
                                                                          {"opacity", SvgValue::Share},
                                                                          {"fill-opacity", SvgValue::Share},
                                                                          {"stroke-opacity", SvgValue::Share},
                                                                          {"transform", SvgValue::Transform}}) {
        own.push_back(common);
    }
    return own;
}

std::vector<SvgAttribute> gradient(std::vector<SvgAttribute> own) {
    own.push_back({"id", SvgValue::Id, kRequired});
    own.push_back({"gradientUnits", SvgValue::Units, kRequired});
    return own;
}

const std::vector<SvgElement>& elements() {
    using V = SvgValue;
    static const std::vector<SvgElement> kElements{
        {"svg",
         SvgKind::Root,
         {{"xmlns", V::Namespace, kRequired},
          {"width", V::Length, kRequired},
          {"height", V::Length, kRequired},
          {"viewBox", V::Box, kRequired}}},
        {"g", SvgKind::Group, {{"transform", V::Transform}, {"fill", V::Paint}}},
        {"path", SvgKind::Shape, shape({{"d", V::Path, kRequired}})},
        {"rect", SvgKind::Shape,
         shape({{"x", V::Number}, {"y", V::Number}, {"width", V::Length, kRequired}, {"height", V::Length, kRequired}, {"rx", V::Length}})},
        {"circle", SvgKind::Shape, shape({{"cx", V::Number}, {"cy", V::Number}, {"r", V::Length, kRequired}})},
        {"ellipse", SvgKind::Shape,
         shape({{"cx", V::Number}, {"cy", V::Number}, {"rx", V::Length, kRequired}, {"ry", V::Length, kRequired}})},
        {"line", SvgKind::Shape, shape({{"x1", V::Number}, {"y1", V::Number}, {"x2", V::Number}, {"y2", V::Number}})},
        {"polyline", SvgKind::Shape, shape({{"points", V::Points, kRequired}})},
        {"polygon", SvgKind::Shape, shape({{"points", V::Points, kRequired}})},
        {"defs", SvgKind::Definitions, {}},
        {"linearGradient", SvgKind::Gradient,
         gradient(
             {{"x1", V::Number, kRequired}, {"y1", V::Number, kRequired}, {"x2", V::Number, kRequired}, {"y2", V::Number, kRequired}})},
        {"radialGradient", SvgKind::Gradient,
         gradient({{"cx", V::Number, kRequired}, {"cy", V::Number, kRequired}, {"r", V::Length, kRequired}})},
        {"stop", SvgKind::Stop, {{"offset", V::Offset, kRequired}, {"stop-color", V::Colour, kRequired}, {"stop-opacity", V::Share}}},
    };
    return kElements;
}

std::string in_brackets(std::string_view before, std::string_view name) {
    std::string text(before);
    text += name.substr(0, 40);
    text += '>';
    return text;
}

struct Advice {
    std::string_view name;
    std::string_view what;
};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_gradient_reference(std::string_view text) {
    return text.size() > 6 && text.substr(0, 5) == "url(#" && text.back() == ')';
}

bool is_share(std::string_view text) {
    const auto value = svg_number(text);
    return value && *value >= 0 && *value <= 1;
}

bool is_offset(std::string_view text) {
    if (text.empty() || text.back() != '%') return is_share(text);
    const auto value = svg_number(text.substr(0, text.size() - 1));
    return value && *value >= 0 && *value <= 100;
}

bool is_svg_id(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), fits);
}

bool is_length(std::string_view text) {
    const auto value = svg_number(text);
    return value && *value >= 0;
}

bool is_point_list(std::string_view text) {
    const auto numbers = svg_numbers(text);
    return numbers && !numbers->empty() && numbers->size() % 2 == 0;
}

bool is_box(std::string_view text) {
    const auto numbers = svg_numbers(text);
    return numbers && numbers->size() == 4;
}

}  // namespace

const SvgElement* find_svg_element(std::string_view name) {
    for (const SvgElement& element : elements()) {
        if (element.name == name) return &element;
    }
    return nullptr;
}

const SvgAttribute* find_svg_attribute(const SvgElement& element, std::string_view name) {
    for (const SvgAttribute& attribute : element.attributes) {
        if (attribute.name == name) return &attribute;
    }
    return nullptr;
}

std::string tag(std::string_view name) {
    return in_brackets("<", name);
}

std::string end_tag(std::string_view name) {
    return in_brackets("</", name);
}

std::string element_advice(std::string_view name) {
    static constexpr std::string_view kWords = "leave words to the lesson, where they can be translated, or turn letters into paths";
    static constexpr std::string_view kAsSeen = "draw the shape as it is seen, without it";
    static constexpr Advice kAdvice[] = {
        {"text", kWords},
        {"tspan", kWords},
        {"textPath", kWords},
        {"use", "copy the shape itself into its place"},
        {"symbol", "copy the shape itself into its place"},
        {"image", "draw it as shapes, or make the whole picture a PNG"},
        {"clipPath", kAsSeen},
        {"mask", kAsSeen},
        {"filter", kAsSeen},
        {"pattern", kAsSeen},
        {"marker", kAsSeen},
        {"style", "write fill=\"#rrggbb\" and the like on each shape"},
        {"script", "pictures run nothing, delete it"},
        {"foreignObject", "draw it as shapes"},
        {"metadata", "save the picture as plain SVG, which leaves it out"},
    };
    for (const Advice& advice : kAdvice) {
        if (advice.name == name) return std::string(advice.what);
    }
    if (name.find(':') != std::string_view::npos) return "save the picture as plain SVG, which leaves it out";
    return "delete it, or draw it as path, rect, circle, ellipse, line, polyline or polygon";
}

std::string attribute_advice(const SvgElement& element, std::string_view name) {
    if (name == "style" || name == "class") return "write fill=\"#rrggbb\" and the like as attributes of their own";
    if (element.kind == SvgKind::Group && is_one_of(name, {"opacity", "fill-opacity", "stroke-opacity"}))
        return "write it on each shape of the group";
    if (element.kind == SvgKind::Group && name.substr(0, 6) == "stroke") return "write it on each shape of the group";
    if (is_one_of(name, {"fx", "fy", "fr"})) return "delete it: a gradient's focus is its centre";
    if (is_one_of(name, {"clip-path", "mask", "filter"})) return "draw the shape as it is seen, without it";
    if (is_one_of(name, {"href", "xlink:href"})) return "write what it points to in its place";
    if (name.find(':') != std::string_view::npos) return "save the picture as plain SVG, which leaves it out";
    return "delete it";
}

std::optional<std::string> value_fault(SvgValue kind, std::string_view text) {
    const auto unless = [](bool good, const char* what) { return good ? std::nullopt : std::optional<std::string>(what); };
    switch (kind) {
        case SvgValue::Number:
            return unless(svg_number(text).has_value(), "must be a plain number up to 100000, without a unit");
        case SvgValue::Length:
            return unless(is_length(text), "must be a plain number from 0 to 100000, without a unit");
        case SvgValue::Share:
            return unless(is_share(text), "must be a number from 0 to 1");
        case SvgValue::Offset:
            return unless(is_offset(text), "must be a number from 0 to 1, or from 0% to 100%");
        case SvgValue::Colour:
            return unless(parse_colour(text).has_value(), "must be a colour such as #1f8a8a");
        case SvgValue::Paint:
            return unless(text == "none" || parse_colour(text) || is_gradient_reference(text),
                          "must be a colour such as #1f8a8a, or none, or url(#gradient)");
        case SvgValue::LineCap:
            return unless(is_one_of(text, {"butt", "round", "square"}), "must be butt, round or square");
        case SvgValue::LineJoin:
            return unless(is_one_of(text, {"miter", "round", "bevel"}), "must be miter, round or bevel");
        case SvgValue::Transform:
            return unless(svg_transform(text).has_value(),
                          "must be translate, scale, rotate, skewX, skewY or matrix with plain numbers in ( )");
        case SvgValue::Points:
            return unless(is_point_list(text), "must be pairs of plain numbers");
        case SvgValue::Path:
            return std::nullopt;  // read with its points, once
        case SvgValue::Box:
            return unless(is_box(text), "must be four plain numbers: left, top, width, height");
        case SvgValue::Id:
            return unless(is_svg_id(text), "must be 1 to 40 letters a to z, digits, - and _");
        case SvgValue::Units:
            return unless(text == "userSpaceOnUse", "must be userSpaceOnUse, with coordinates of the picture");
        case SvgValue::Namespace:
            return unless(text == "http://www.w3.org/2000/svg", "must be http://www.w3.org/2000/svg");
    }
    return std::nullopt;
}

}  // namespace sango::data
