"""Writes the characters that the given JSON texts use, one hexadecimal code a line; leaves the file alone when nothing has changed."""

import json
import pathlib
import sys


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


def main():
    output = pathlib.Path(sys.argv[1])
    used = set()
    for folder in sys.argv[2:]:
        for file in sorted(pathlib.Path(folder).rglob("*.json")):
            try:
                for text in strings_in(json.loads(file.read_text(encoding="utf-8"))):
                    used.update(text)
            except (UnicodeDecodeError, json.JSONDecodeError):
                # Finding fault with texts is sango-pack's work; what can be read of a damaged file still needs its characters.
                used.update(file.read_bytes().decode("utf-8", "ignore"))
    lines = "".join(f"{ord(c):04X}\n" for c in sorted(used))
    if not output.exists() or output.read_text() != lines:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(lines)


main()
