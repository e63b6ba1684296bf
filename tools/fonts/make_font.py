"""Makes one font file of the game: a subset of an installed font, as locales/fonts.json says."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import sfnt

# Copyright, family, style, identity, full name, version, PostScript name, licence, licence's address.
NAMES_KEPT = "0,1,2,3,4,5,6,13,14"
# Vertical setting, signatures and caches: the game has no use for them.
TABLES_DROPPED = "vhea,vmtx,VORG,DSIG,hdmx,VDMX,LTSH,meta"


def gb2312_level_1():
    """The 3,755 characters that China's schools and newspapers need most (GB 2312-80, rows 16 to 55)."""
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass  # the last row is not full


def codes_of(spec):
    if spec == "gb2312-1":
        return set(gb2312_level_1())
    first, _, last = spec.partition("-")
    return set(range(int(first, 16), int(last or first, 16) + 1))


def wanted_characters(face, used_file):
    if face["characters"] == ["*"]:
        return "*"
    codes = set().union(*(codes_of(spec) for spec in face["characters"]))
    if "used" in face:
        used = {int(line, 16) for line in used_file.read_text().split()}
        codes |= used & codes_of(face["used"])
    return ",".join(f"{code:04X}" for code in sorted(codes))


def subset(face, arguments, output):
    command = [arguments.hb_subset, str(arguments.source), f"--output-file={output}", f"--face-index={face.get('index', 0)}",
               "--no-hinting", f"--name-IDs={NAMES_KEPT}", f"--drop-tables+={TABLES_DROPPED}"]
    if "features" in face:
        command.append(f"--layout-features={face['features']}")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as characters:
        characters.write(wanted_characters(face, arguments.used))
        characters.flush()
        subprocess.run(command + [f"--unicodes-file={characters.name}"], check=True)


def change(face, weight, font):
    """What hb-subset cannot do; the font as it is when there is nothing to do."""
    if "family" not in face and "language_system" not in face:
        return font
    tables = sfnt.read_tables(font)
    if "family" in face:
        tables["name"] = sfnt.renamed(tables["name"], face["family"], weight.capitalize())
    if "language_system" in face:
        changed = {tag: sfnt.with_usual_language(tables[tag], face["language_system"]) for tag in ("GSUB", "GPOS") if tag in tables}
        if not any(changed.values()):
            sys.exit(f"{face['id']}: the font has no shapes for the language system \"{face['language_system']}\"")
        tables.update({tag: table for tag, table in changed.items() if table})
    return sfnt.write_tables(tables)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=pathlib.Path, required=True, help="locales/fonts.json")
    parser.add_argument("--face", required=True, help="a face's id")
    parser.add_argument("--weight", choices=["regular", "bold"], required=True)
    parser.add_argument("--source", type=pathlib.Path, required=True, help="the installed font")
    parser.add_argument("--used", type=pathlib.Path, help="what used_characters.py wrote; for a face with \"used\"")
    parser.add_argument("--hb-subset", default="hb-subset")
    parser.add_argument("output", type=pathlib.Path)
    arguments = parser.parse_args()

    config = json.loads(arguments.config.read_text(encoding="utf-8"))
    face = next((one for one in config["faces"] if one["id"] == arguments.face), None)
    if face is None:
        sys.exit(f"{arguments.config}: no face is called {arguments.face}")
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "subset.ttf"
        subset(face, arguments, plain)
        arguments.output.write_bytes(change(face, arguments.weight, plain.read_bytes()))


main()
