#!/usr/bin/env python3
"""Writes the damaged and hostile files under bad/ that the bad_*_test.cpp read, a good pack, and the seeds of the fuzzers; run it after changing it.

Nothing here depends on the clock or on chance, so a second run changes nothing.
"""
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
BAD = HERE / "bad"


class Zip:
    """A zip archive written field by field, so that any field can lie."""

    def __init__(self):
        self.body = b""
        self.table = b""
        self.count = 0

    def add(self, name, data=b"{}", *, method=0, flags=0, mode=0o100644, packed=None, crc=None, size=None, at=None):
        raw = name if isinstance(name, bytes) else name.encode("utf-8")
        if packed is None:
            packed = deflated(data) if method == 8 else data
        crc = zlib.crc32(data) if crc is None else crc
        size = len(data) if size is None else size
        offset = len(self.body) if at is None else at
        shared = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 0x5821, crc, len(packed), size, len(raw), 0)
        if at is None:
            self.body += b"PK\3\4" + shared + raw + packed
        self.table += b"PK\1\2" + struct.pack("<H", 0x0314) + shared + struct.pack("<HHHII", 0, 0, 0, mode << 16, offset) + raw
        self.count += 1
        return offset

    def bytes(self, *, count=None, before_end=b"", comment=b""):
        count = self.count if count is None else count
        end = struct.pack("<HHHHIIH", 0, 0, count, count, len(self.table), len(self.body), len(comment))
        return self.body + self.table + before_end + b"PK\5\6" + end + comment


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def one(name, data=b"{}", **fields):
    archive = Zip()
    archive.add("pack.json")
    archive.add(name, data, **fields)
    return archive.bytes()


def half_random(count):
    """Bytes that deflate packs about a hundred times."""
    out = bytearray()
    state = 1
    while len(out) < count:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out += bytes([state >> 16 & 0xFF]) + b"\0" * 180
    return bytes(out[:count])


def archives():
    good = one("lessons/a.json", b'{"title": "' + b"safe " * 40 + b'"}', method=8)
    yield "zip-slip", one("../evil.json")
    yield "zip-slip-inside", one("lessons/../../evil.json")
    yield "dot", one("./lessons/a.json")
    yield "absolute", one("/etc/passwd")
    yield "drive", one("C:/evil.json")
    yield "backslash", one("lessons\\..\\evil.json")
    yield "device", one("lessons/con.json")
    yield "device-port", one("pictures/LPT1.svg")
    yield "end-dot", one("lessons/a.json.")
    yield "end-space", one("lessons /a.json")
    yield "empty-part", one("lessons//a.json")
    yield "question-mark", one("lessons/why?.json")
    yield "control-name", one(b"lessons/a\x07.json")
    yield "accent-name", one("lessons/caf\u00e9.json", flags=0x800)
    yield "long-name", one("lessons/" + "a" * 200 + ".json")
    yield "no-name", one("")
    yield "link", one("lessons/a.json", b"/etc/passwd", mode=0o120777)
    yield "pipe", one("lessons/a.json", b"", mode=0o010644)
    yield "case", one("Pack.JSON")
    yield "twice", one("pack.json")
    archive = Zip()
    archive.add("lessons/a.json")
    archive.add("Lessons/b.json")
    yield "case-folder", archive.bytes()
    archive = Zip()
    archive.add("lessons")
    archive.add("lessons/a.json")
    yield "file-and-folder", archive.bytes()
    yield "locked", one("lessons/a.json", b"\x11" * 14, flags=1)
    yield "bomb-size", one("lessons/a.json", b"", method=8, packed=deflated(b"\0" * 5000), size=1 << 30)
    yield "bomb-ratio", one("lessons/a.json", b"\0" * 3000000, method=8)
    yield "bomb-lying", one("lessons/a.json", b"\0" * 3000000, method=8, size=200)
    archive = Zip()
    body = half_random(3000000)
    offset = archive.add("a0.json", body, method=8)
    for i in range(1, 25):
        archive.add(f"a{i}.json", body, method=8, at=offset)
    yield "bomb-overlap", archive.bytes()
    archive = Zip()
    archive.add("pack.json")
    yield "count-lies", archive.bytes(count=65535)
    yield "zip64", archive.bytes(before_end=b"PK\6\7" + struct.pack("<IQI", 0, 0, 1))
    yield "crc", one("lessons/a.json", b'{"title": 1}', crc=0x12345678)
    yield "size-lies-low", one("lessons/a.json", b"x" * 50, method=8, size=49)
    yield "size-lies-high", one("lessons/a.json", b"x" * 50, method=8, size=51)
    yield "deflate-broken", one("lessons/a.json", b"x" * 50, method=8, packed=b"\xff\xfe\xfd" * 5)
    yield "stored-past-end", one("lessons/a.json", b"x", packed=b"", size=10)
    yield "method", one("lessons/a.json", method=12)
    yield "truncated", good[:-30]
    yield "cut-in-the-middle", good[:60] + good[90:]
    yield "table-broken", good.replace(b"PK\1\2", b"PK\1\7")
    yield "text", b"These are the lessons of our town.\n"
    yield "rar", b"Rar!\x1a\x07\x01\x00" + b"\0" * 40
    yield "seven-zip", b"7z\xbc\xaf\x27\x1c" + b"\0" * 40
    yield "tar-gz", b"\x1f\x8b\x08\x00" + b"\0" * 40
    yield "empty", b""


JSON = {
    "empty": b"",
    "only-spaces": b" \n\n",
    "no-end": b'{\n  "title": "Private eye",\n  "scenes": [\n    { "say": "Hello" }\n',
    "trailing-comma": b'{\n  "title": "a",\n}\n',
    "trailing-comma-list": b'["a", "b",]\n',
    "missing-comma": b'{\n  "title": "a"\n  "id": "b"\n}\n',
    "two-commas": b'["a",, "b"]\n',
    "missing-colon": b'{ "title" "a" }\n',
    "missing-value": b'{ "title": }\n',
    "wrong-bracket": b'{ "choices": ["a", "b" }\n',
    "extra-bracket": b'{ "title": "a" }\n}\n',
    "after-the-end": b'{ "title": "a" }\n{ "title": "b" }\n',
    "no-quotes": b"{ title: 1 }\n",
    "single-quotes": b"{ 'title': 'a' }\n",
    "curly-quotes": '{ "title": \u201cHello\u201d }\n'.encode(),
    "open-text": b'{\n  "title": "Private eye\n}\n',
    "open-text-at-end": b'{ "title": "Private',
    "tab-in-text": b'{ "title": "a\tb" }\n',
    "backslash": b'{ "title": "C:\\games" }\n',
    "half-character": b'{ "title": "\\ud83d" }\n',
    "nul-in-text": b'{ "title": "a\\u0000b" }\n',
    "nul-byte": b'{ "title": "a" }\0 hidden',
    "comment": b'{\n  // the title\n  "title": "a"\n}\n',
    "twice": b'{\n  "title": "a",\n  "title": "b"\n}\n',
    "twice-escaped": b'{ "title": "a", "t\\u0069tle": "b" }\n',
    "list-with-names": b'[ "title": "a" ]\n',
    "nan": b'{ "at": NaN }\n',
    "infinity": b'{ "at": -Infinity }\n',
    "big-true": b'{ "mirror": True }\n',
    "huge-number": b'{ "at": 1e99999 }\n',
    "endless-number": b'{ "at": ' + b"9" * 5000 + b" }\n",
    "leading-zero": b'{ "at": 007 }\n',
    "plus": b'{ "at": +5 }\n',
    "deep": b"[" * 5000,
    "deep-objects": b'{"a":' * 5000,
    "long-text": b'{ "title": "' + b"a" * 20001 + b'" }\n',
    "bom": b'\xef\xbb\xbf{ "title": "a" }\n',
    "utf16": '\ufeff{ "title": "a" }\n'.encode("utf-16-le"),
    "latin-1": '{ "title": "caf\u00e9" }\n'.encode("latin-1"),
    "overlong": b'{ "title": "\xc0\xaf" }\n',
    "surrogate-bytes": b'{ "title": "\xed\xa0\x80" }\n',
}


def svg(inner, head='width="100" height="100" viewBox="0 0 100 100"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>\n{inner}\n</svg>\n'.encode()


CIRCLE = '<circle cx="50" cy="50" r="40" fill="#1f8a8a"/>'

SVG = {
    "text": svg('<text x="10" y="20">Hello</text>'),
    "style-element": svg("<style>.a { fill: red }</style>"),
    "style-attribute": svg('<rect width="9" height="9" style="fill:#ff0000"/>'),
    "class": svg('<rect width="9" height="9" class="a"/>'),
    "use": svg('<use href="#a"/>'),
    "clip": svg('<clipPath id="a"><rect width="9" height="9"/></clipPath>'),
    "mask": svg('<mask id="a"><rect width="9" height="9"/></mask>'),
    "filter": svg('<filter id="a"><feGaussianBlur stdDeviation="2"/></filter>'),
    "image": svg('<image href="https://example.org/a.png" width="9" height="9"/>'),
    "script": svg("<script>alert(1)</script>"),
    "foreign": svg("<foreignObject><b>Hi</b></foreignObject>"),
    "editor-leftover": svg('<sodipodi:namedview id="a"/>'),
    "editor-attribute": svg('<rect inkscape:label="a" width="9" height="9"/>'),
    "unknown-element": svg("<blink/>"),
    "group-opacity": svg(f'<g opacity="0.5">{CIRCLE}</g>'),
    "group-stroke": svg(f'<g stroke="#1f8a8a">{CIRCLE}</g>'),
    "colour-name": svg('<rect width="9" height="9" fill="red"/>'),
    "colour-short": svg('<rect width="9" height="9" fill="#f00"/>'),
    "colour-hsl": svg('<rect width="9" height="9" fill="hsl(10, 50%, 50%)"/>'),
    "current-colour": svg('<rect width="9" height="9" fill="currentColor"/>'),
    "percent": svg('<rect width="50%" height="9"/>'),
    "opacity": svg('<rect width="9" height="9" opacity="1.5"/>'),
    "gradient-box": svg('<defs><linearGradient id="a" gradientUnits="objectBoundingBox" x1="0" y1="0" x2="1" y2="0">'
                        '<stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#000000"/></linearGradient></defs>'),
    "gradient-focus": svg('<defs><radialGradient id="a" gradientUnits="userSpaceOnUse" cx="5" cy="5" r="5" fx="3">'
                          '<stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#000000"/></radialGradient></defs>'),
    "gradient-late": svg('<rect width="9" height="9" fill="url(#a)"/>\n<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" '
                         'x2="1" y2="0"><stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#000000"/></linearGradient></defs>'),
    "gradient-outside": svg('<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="0">'
                            '<stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#000000"/></linearGradient>'),
    "gradient-empty": svg('<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="0"/></defs>'),
    "path-letters": svg('<path d="M 10 10 L hello"/>'),
    "path-no-move": svg('<path d="L 10 10"/>'),
    "path-flags": svg('<path d="M10 10a5 5 0 0110 10"/>'),
    "path-empty": svg('<path d=""/>'),
    "far-away": svg('<path d="M0 0L90000 5"/>'),
    "far-by-scale": svg(f'<g transform="scale(900)"><g transform="scale(900)">{CIRCLE}</g></g>'),
    "covers-often": svg('<rect width="100" height="100" opacity="0.1"/>' * 60),
    "endless-line": svg('<path d="M0 0' + "V100V0" * 120 + '"/>'),
    "endless-arcs": svg('<path d="M50 50' + "a40 40 0 1 1 1 0" * 90 + '"/>'),
    "endless-lines": svg(('<path d="M0 0' + "V100V0" * 95 + '"/>') * 6),
    "huge-number": svg('<circle cx="1e30" cy="5" r="4"/>'),
    "transform": svg(f'<g transform="spin(5)">{CIRCLE}</g>'),
    "stroke-width": svg('<path d="M0 0L9 9" stroke="#1f8a8a" stroke-width="5000"/>'),
    "no-view-box": svg(CIRCLE, 'width="100" height="100"'),
    "size-differs": svg(CIRCLE, 'width="200" height="100" viewBox="0 0 100 100"'),
    "empty-view-box": svg(CIRCLE, 'width="0" height="100" viewBox="0 0 0 100"'),
    "huge-view-box": svg(CIRCLE, 'width="5000" height="5000" viewBox="0 0 5000 5000"'),
    "long-view-box": svg(CIRCLE, 'width="1700" height="100" viewBox="0 0 1700 100"'),
    "entity-bomb": b'<?xml version="1.0"?>\n<!DOCTYPE svg [\n  <!ENTITY a "aaaaaaaaaa">\n  <!ENTITY b "&a;&a;&a;&a;&a;">\n]>\n' + svg("&b;"),
    "cdata": svg("<![CDATA[ <rect/> ]]>"),
    "instruction": svg('<?php echo 1 ?>'),
    "loose-text": svg("Hello"),
    "comment-with-shape": svg(f"<!-- {CIRCLE} -->"),
    "comment-open": svg("<!-- here"),
    "not-closed": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">\n<g>\n',
    "wrongly-closed": svg("<g><g></g></svg>"),
    "quote-open": svg('<rect width="9 height="9"/>'),
    "attribute-twice": svg('<rect width="9" height="9" width="5"/>'),
    "no-tag": svg("< rect/>"),
    "two-drawings": svg(CIRCLE) + svg(CIRCLE),
    "not-svg": b"<html><body></body></html>\n",
    "many-elements": svg("<g/>" * 4100),
    "deep": svg("<g>" * 40 + "</g>" * 40),
    "nested": svg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"></svg>'),
    "late-root": b"<!-- " + b"a" * 5000 + b" -->\n" + svg(CIRCLE),
    "latin-1": svg("<!-- caf\u00e9 -->").decode().encode("latin-1"),
    "only-comment": b"<!-- nothing -->\n",
}


def chunk(kind, data, crc=None):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data) if crc is None else crc)


def png(width=2, height=2, depth=8, kind=6, pack=0, filters=0, interlace=0, crc=None, end=True):
    pixels = zlib.compress(b"".join(b"\0" + b"\xff\x80\x00\xff" * 2 for _ in range(2)), 9)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, pack, filters, interlace), crc)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", pixels) + (chunk(b"IEND", b"") if end else b"")


PICTURES = {
    "huge.png": png(100000, 10),
    "many-pixels.png": png(4096, 4096),
    "no-pixels.png": png(0, 5),
    "wrong-kind.png": png(depth=3),
    "wrong-packing.png": png(pack=7),
    "interlaced.png": png(interlace=1),
    "wrong-sum.png": png(crc=1),
    "no-end.png": png(end=False),
    "cut.png": png()[:20],
    "chunk-lies.png": png()[:33] + b"\xff\xff\xff\xf0IDAT" + b"\0" * 20,
    "really-a-png.svg": png(),
    "really-an-svg.png": svg(CIRCLE),
    "photo.png": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 20,
    "moving.svg": b"GIF89a" + b"\0" * 20,
    "packed.svg": b"\x1f\x8b\x08\x00" + b"\0" * 20,
    "empty.svg": b"",
    "noise.png": bytes(range(64)),
}


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def good_pack():
    """An ordinary archive as macOS makes it, with a name that hides a zero byte."""
    archive = Zip()
    archive.add("pack.json", b'{"id": "town"}\n')
    archive.add("lessons/", b"", mode=0o040755)
    archive.add("lessons/b.json", b"{}\n")
    archive.add("lessons/a.json", b'{"title": "' + b"safe " * 400 + b'"}\n', method=8)
    archive.add("lessons-of-last-year.json")
    archive.add("__MACOSX/._pack.json", b"\0")
    archive.add(".DS_Store", b"\0")
    archive.add(b"pack.json\0.png")
    return archive.bytes(comment=b"from the town of Sango")


GOOD_JSON = b"""{ "id": "a", "scenes": [{ "say": "Ol\\u00e1 \xe0\xb8\xaa", "mood": null }], "list": [{}, { "list": [] }], "on": true, "n": 3, "x": -0.5e1,
  "tags": ["a", "b"], "kind": "spot", "title": "Hi" }
"""

GOOD_SVG = svg("""<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#ffffff"/>
<stop offset="50%" stop-color="#000000" stop-opacity="0.5"/></linearGradient><radialGradient id="b" gradientUnits="userSpaceOnUse" cx="5" cy="5" r="5">
<stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#000000"/></radialGradient></defs>
<g transform="translate(1 2) rotate(5 1 1) scale(2) skewX(3) skewY(3) matrix(1 0 0 1 0 0)" fill="none"><path d="M1 2l3-4H4v1C1 2 3 4 5 6s1 2 3 4q1 2 3 4t1 2a5 5 0 0 1 3 4z"
stroke="url(#a)" stroke-width="2" stroke-linecap="round" stroke-linejoin="bevel" opacity=".5"/></g><!-- c -->
<polygon points="1 2 3 4 5 6"/><rect x="1" y="2" width="3" height="4" rx="1"/><ellipse cx="1" cy="2" rx="3" ry="4"/><line x1="1" y1="2" x2="3" y2="4"/>""")


def seeds():
    """What the fuzzers start from: one good file of each kind, and the bad ones that are small."""
    yield "json", "good", GOOD_JSON
    yield "picture", "good-svg", GOOD_SVG
    yield "picture", "good-png", png()
    yield "zip", "good", good_pack()
    for name, data in JSON.items():
        yield "json", name, data
    for name, data in archives():
        yield "zip", name, data
    for name, data in list(SVG.items()) + list(PICTURES.items()):
        yield "picture", name, data


def main():
    for name, data in archives():
        write(BAD / "archives" / f"{name}.zip", data)
    for name, data in JSON.items():
        write(BAD / "json" / f"{name}.json", data)
    for name, data in SVG.items():
        write(BAD / "pictures" / f"{name}.svg", data)
    for name, data in PICTURES.items():
        write(BAD / "pictures" / name, data)
    write(HERE / "good" / "pack.zip", good_pack())
    for kind, name, data in seeds():
        if 0 < len(data) < 1500:
            write(HERE / "corpus" / kind / name.replace(".", "-"), data)


if __name__ == "__main__":
    main()
