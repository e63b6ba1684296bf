// The part of SVG that our rasteriser shows rightly, as a table; all else is refused by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::data {

/// What an attribute's value must look like.
enum class SvgValue {
    Number,    ///< plain, no unit
    Length,    ///< a number that is not negative
    Share,     ///< 0 to 1
    Offset,    ///< 0 to 1, or 0% to 100%
    Colour,    ///< #rrggbb
    Paint,     ///< #rrggbb, none, or url(#gradient)
    LineCap,   ///< butt, round, square
    LineJoin,  ///< miter, round, bevel
    Transform,
    Points,
    Path,
    Box,  ///< four numbers
    Id,
    Units,  ///< userSpaceOnUse
    Namespace,
};

struct SvgAttribute {
    std::string_view name;
    SvgValue value = SvgValue::Number;
    enum class Need { Required, Optional } need = Need::Optional;
};

enum class SvgKind { Root, Group, Shape, Definitions, Gradient, Stop };

struct SvgElement {
    std::string_view name;
    SvgKind kind = SvgKind::Shape;
    std::vector<SvgAttribute> attributes;
};

/// The element of that name; nothing when it is not on the list.
[[nodiscard]] const SvgElement* find_svg_element(std::string_view name);
[[nodiscard]] const SvgAttribute* find_svg_attribute(const SvgElement& element, std::string_view name);

/// "<name>" and "</name>" for use in a sentence, cut short where the name is endless.
[[nodiscard]] std::string tag(std::string_view name);
[[nodiscard]] std::string end_tag(std::string_view name);

/// What to do about an element or attribute that is not on the list.
[[nodiscard]] std::string element_advice(std::string_view name);
[[nodiscard]] std::string attribute_advice(const SvgElement& element, std::string_view name);

/// Nothing when the text is a value of that kind, as far as the text alone tells; else what it must be.
[[nodiscard]] std::optional<std::string> value_fault(SvgValue kind, std::string_view text);

}  // namespace sango::data
