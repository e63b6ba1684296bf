#include "engine/data/files.hpp"
#include "engine/data/picture_check.hpp"
#include "tests/data/bad_files.hpp"

namespace sango::data {
namespace {

Problems read_picture(const std::filesystem::path& path) {
    const auto bytes = read_file(path, 1u << 20);
    REQUIRE(bytes);
    Problems problems;
    const auto info = check_picture(*bytes, path.filename().string(), problems);
    CHECK_FALSE(info);
    return problems;
}

}  // namespace

TEST_CASE("each damaged picture is refused with a sentence that says what is wrong and what to do") {
    // clang-format off: one file a line
    check_bad_files(
        "pictures",
        {
            {"attribute-twice.svg", R"(attribute-twice.svg:2: <rect> has "width" twice: delete one of the two)"},
            {"cdata.svg", R"(cdata.svg:2: a <![CDATA[ ]]> stands here: delete it)"},
            {"chunk-lies.png", R"(chunk-lies.png: is a PNG whose end is missing: save or copy it again)"},
            {"class.svg",
             R"(class.svg:2: "class" of <rect> is not shown rightly: write fill="#rrggbb" and the like as attributes of their own)"},
            {"clip.svg", R"(clip.svg:2: <clipPath> is not shown: draw the shape as it is seen, without it)"},
            {"colour-hsl.svg",
             R"x(colour-hsl.svg:2: "fill" of <rect> must be a colour such as #1f8a8a, or none, or url(#gradient), not "hsl(10, 50%, 50%)")x"},
            {"colour-name.svg",
             R"(colour-name.svg:2: "fill" of <rect> must be a colour such as #1f8a8a, or none, or url(#gradient), not "red")"},
            {"colour-short.svg",
             R"(colour-short.svg:2: "fill" of <rect> must be a colour such as #1f8a8a, or none, or url(#gradient), not "#f00")"},
            {"comment-open.svg", R"(comment-open.svg:2: a comment is never closed: write --> at its end)"},
            {"comment-with-shape.svg", R"(comment-with-shape.svg:2: a comment holds < or >: delete what is commented out)"},
            {"covers-often.svg",
             R"(covers-often.svg:2: shapes cover the picture more than 50 times over, which takes long to draw: put fewer over one another)"},
            {"current-colour.svg",
             R"(current-colour.svg:2: "fill" of <rect> must be a colour such as #1f8a8a, or none, or url(#gradient), not "currentColor")"},
            {"cut.png", R"(cut.png: is a damaged PNG: save or copy it again)"},
            {"deep.svg", R"(deep.svg:2: elements lie more than 32 deep in one another: take groups away)"},
            {"editor-attribute.svg",
             R"(editor-attribute.svg:2: "inkscape:label" of <rect> is not shown rightly: save the picture as plain SVG, which leaves it out)"},
            {"editor-leftover.svg",
             R"(editor-leftover.svg:2: <sodipodi:namedview> is not shown: save the picture as plain SVG, which leaves it out)"},
            {"empty-view-box.svg", R"(empty-view-box.svg:1: the viewBox is empty: give it a width and a height above 0)"},
            {"empty.svg", R"(empty.svg: is empty: save the picture again)"},
            {"endless-arcs.svg",
             R"(endless-arcs.svg:2: <path> has too many or too long lines, which take long to draw: simplify the drawing)"},
            {"endless-line.svg",
             R"(endless-line.svg:2: <path> has too many or too long lines, which take long to draw: simplify the drawing)"},
            {"endless-lines.svg",
             R"(endless-lines.svg:2: <path> has too many or too long lines, which take long to draw: simplify the drawing)"},
            {"entity-bomb.svg", R"(entity-bomb.svg:2: a <!DOCTYPE> or <!ENTITY> stands here: delete it, names of its own are not read)"},
            {"far-away.svg", R"(far-away.svg:2: <path> reaches far outside the viewBox: bring it near, or widen the viewBox)"},
            {"far-by-scale.svg", R"(far-by-scale.svg:2: <circle> reaches far outside the viewBox: bring it near, or widen the viewBox)"},
            {"filter.svg", R"(filter.svg:2: <filter> is not shown: draw the shape as it is seen, without it)"},
            {"foreign.svg", R"(foreign.svg:2: <foreignObject> is not shown: draw it as shapes)"},
            {"gradient-box.svg",
             R"(gradient-box.svg:2: "gradientUnits" of <linearGradient> must be userSpaceOnUse, with coordinates of the picture, not "objectBoundingBox")"},
            {"gradient-empty.svg", R"(gradient-empty.svg:2: <linearGradient> has fewer than two colours: add a <stop>)"},
            {"gradient-focus.svg",
             R"(gradient-focus.svg:2: "fx" of <radialGradient> is not shown rightly: delete it: a gradient's focus is its centre)"},
            {"gradient-late.svg",
             R"(gradient-late.svg:2: <rect> is filled with the gradient "a", which is not defined before it: define it in <defs> at the top)"},
            {"gradient-outside.svg", R"(gradient-outside.svg:2: <linearGradient> stands inside <svg>: put it into <defs> at the top)"},
            {"group-opacity.svg", R"(group-opacity.svg:2: "opacity" of <g> is not shown rightly: write it on each shape of the group)"},
            {"group-stroke.svg", R"(group-stroke.svg:2: "stroke" of <g> is not shown rightly: write it on each shape of the group)"},
            {"huge-number.svg", R"(huge-number.svg:2: "cx" of <circle> must be a plain number up to 100000, without a unit, not "1e30")"},
            {"huge-view-box.svg", R"(huge-view-box.svg:1: the viewBox is larger than 4096 on a side: scale the drawing down)"},
            {"huge.png", R"(huge.png: has 100000 x 10 pixels, and 4096 on a side are the most: scale it down)"},
            {"image.svg", R"(image.svg:2: <image> is not shown: draw it as shapes, or make the whole picture a PNG)"},
            {"instruction.svg", R"(instruction.svg:2: an instruction in <! > or <? ?> stands here: delete it)"},
            {"interlaced.png", R"(interlaced.png: is an interlaced PNG, which costs twice the memory: save it without interlacing)"},
            {"late-root.svg", R"(late-root.svg:2: <svg> begins too late in the file: shorten the comment before it)"},
            {"latin-1.svg", R"(latin-1.svg: is not written in UTF-8: save it with the encoding UTF-8)"},
            {"long-view-box.svg",
             R"(long-view-box.svg:1: the drawing is more than 16 times as long as it is wide: crop it, or cut it in two)"},
            {"loose-text.svg", R"(loose-text.svg:2: text stands between the elements: delete it)"},
            {"many-elements.svg", R"(many-elements.svg:2: has more than 4096 elements: simplify the drawing)"},
            {"many-pixels.png", R"(many-pixels.png: has 4096 x 4096 pixels, and 4 megapixels (2048 x 2048) are the most: scale it down)"},
            {"mask.svg", R"(mask.svg:2: <mask> is not shown: draw the shape as it is seen, without it)"},
            {"moving.svg", R"(moving.svg: is a picture of another kind (GIF): save it as SVG or PNG)"},
            {"nested.svg", R"(nested.svg:2: <svg> stands inside <svg>: move it out)"},
            {"no-end.png", R"(no-end.png: is a PNG whose end is missing: save or copy it again)"},
            {"no-pixels.png", R"(no-pixels.png: is a PNG without pixels: save it again)"},
            {"no-tag.svg", R"(no-tag.svg:2: a < stands where no element begins: delete it)"},
            {"no-view-box.svg", R"(no-view-box.svg:1: <svg> has no "viewBox": add it)"},
            {"noise.png", R"(noise.png: is no picture that can be read: save it as SVG or PNG)"},
            {"not-closed.svg", R"(not-closed.svg:2: <g> is never closed: write </g> at its end)"},
            {"not-svg.svg", R"(not-svg.svg:1: the drawing begins with <html>: an SVG begins with <svg>)"},
            {"only-comment.svg", R"(only-comment.svg: holds no drawing: an SVG begins with <svg>)"},
            {"opacity.svg", R"(opacity.svg:2: "opacity" of <rect> must be a number from 0 to 1, not "1.5")"},
            {"packed.svg", R"(packed.svg: is a picture of another kind (svgz): save it as SVG or PNG)"},
            {"path-empty.svg", R"(path-empty.svg:2: "d" of <path> is not understood, it is empty: draw the path again)"},
            {"path-flags.svg", R"(path-flags.svg:2: "d" of <path> is not understood from "5 5 0 0110 10" on: draw the path again)"},
            {"path-letters.svg", R"(path-letters.svg:2: "d" of <path> is not understood from "L hello" on: draw the path again)"},
            {"path-no-move.svg", R"(path-no-move.svg:2: "d" of <path> is not understood from "L 10 10" on: draw the path again)"},
            {"percent.svg", R"(percent.svg:2: "width" of <rect> must be a plain number from 0 to 100000, without a unit, not "50%")"},
            {"photo.png", R"(photo.png: is a picture of another kind (JPEG): save it as SVG or PNG)"},
            {"quote-open.svg", R"(quote-open.svg:2: <rect> has an attribute that is not written name="value": correct it)"},
            {"really-a-png.svg", R"(really-a-png.svg: is a PNG with the name of an SVG: name it .png)"},
            {"really-an-svg.png", R"(really-an-svg.png: is an SVG with the name of a PNG: name it .svg)"},
            {"script.svg", R"(script.svg:2: <script> is not shown: pictures run nothing, delete it)"},
            {"size-differs.svg", R"(size-differs.svg:1: width and height of <svg> must be those of its viewBox: make them the same)"},
            {"stroke-width.svg", R"(stroke-width.svg:2: <path> reaches far outside the viewBox: bring it near, or widen the viewBox)"},
            {"style-attribute.svg",
             R"(style-attribute.svg:2: "style" of <rect> is not shown rightly: write fill="#rrggbb" and the like as attributes of their own)"},
            {"style-element.svg", R"(style-element.svg:2: <style> is not shown: write fill="#rrggbb" and the like on each shape)"},
            {"text.svg",
             R"(text.svg:2: <text> is not shown: leave words to the lesson, where they can be translated, or turn letters into paths)"},
            {"transform.svg",
             R"x(transform.svg:2: "transform" of <g> must be translate, scale, rotate, skewX, skewY or matrix with plain numbers in ( ), not "spin(5)")x"},
            {"two-drawings.svg", R"(two-drawings.svg:4: <svg> stands after the end of the drawing: delete it)"},
            {"unknown-element.svg",
             R"(unknown-element.svg:2: <blink> is not shown: delete it, or draw it as path, rect, circle, ellipse, line, polyline or polygon)"},
            {"use.svg", R"(use.svg:2: <use> is not shown: copy the shape itself into its place)"},
            {"wrong-kind.png", R"(wrong-kind.png: is a PNG of a kind that does not exist: save it again)"},
            {"wrong-packing.png", R"(wrong-packing.png: is a PNG of a kind that does not exist: save it again)"},
            {"wrong-sum.png", R"(wrong-sum.png: is a damaged PNG: save or copy it again)"},
            {"wrongly-closed.svg", R"(wrongly-closed.svg:2: </svg> closes nothing: <g> must be closed first)"},
        },
        read_picture);
    // clang-format on
}

}  // namespace sango::data
