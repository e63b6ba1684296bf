#!/usr/bin/env python3
"""Makes the game's music and effects from their scores and recipes, or measures those that are there.

    python3 tools/sound/make.py                        makes everything in assets/sound/
    python3 tools/sound/make.py --only music-map good  makes only these
    python3 tools/sound/make.py --measure              prints loudness, peak, length and size of each file
"""

import argparse
import json
import pathlib
import sys

from need_numpy import need_numpy

need_numpy()

import numpy as np  # noqa: E402 (it must be there first)

import loudness  # noqa: E402
from audio_files import read_ogg, write_ogg  # noqa: E402
from player import play_effect, play_score  # noqa: E402
from score import ScoreError, read_score  # noqa: E402
from seam import calm_places, roughness  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent.parent / "assets" / "sound"
_EFFECT_QUALITY = 3
_SMOOTH_ENOUGH = 0.6


def read_effects():
    """The recipes of the effects by name."""
    return json.loads((HERE / "effects.json").read_text(encoding="utf-8"))["effects"]


def sound_list(effects):
    """What the game reads: which file is which sound, how strongly to play it, and the key of its caption if it means something."""
    themes = sorted(path.stem for path in (HERE / "scores").glob("*.json"))
    return {
        "music": {theme.removeprefix("music-"): f"{theme}.ogg" for theme in themes},
        "effects": {
            name: {"file": f"{name}.ogg", "gain": recipe["gain"], "caption": recipe["caption"]} for name, recipe in effects.items()
        },
    }


def write_theme(path, samples, score):
    """Write a loop, begun at the first of its calm places whose seam cannot be told after decoding, or at the best. Returns its roughness."""
    best = (np.inf, 0)
    for place in calm_places(samples):
        write_ogg(path, np.roll(samples, -place), score.quality, score.title)
        rough = roughness(read_ogg(path)[0])
        best = min(best, (rough, place))
        if rough < _SMOOTH_ENOUGH:
            return rough
    write_ogg(path, np.roll(samples, -best[1]), score.quality, score.title)
    return best[0]


def _is_wanted(name, only):
    return not only or name in only


def make(only):
    """Make the wanted sounds and the list of all of them. Raises ScoreError for a score that cannot be played."""
    OUT.mkdir(parents=True, exist_ok=True)
    for path in sorted((HERE / "scores").glob("*.json")):
        if _is_wanted(path.stem, only):
            score = read_score(path)
            rough = write_theme(OUT / f"{path.stem}.ogg", play_score(score), score)
            print(f"{path.stem}: {score.seconds():.1f} s, roughness of the seam {rough:.2f}")
    effects = read_effects()
    for name, recipe in effects.items():
        if _is_wanted(name, only):
            write_ogg(OUT / f"{name}.ogg", play_effect(name, recipe), _EFFECT_QUALITY, name)
            print(name)
    text = json.dumps(sound_list(effects), indent=2, ensure_ascii=False)
    (OUT / "sounds.json").write_text(text + "\n", encoding="utf-8")


def measure():
    """Print one line for each file: how loud, its highest sample, how long, how big."""
    print(f"{'file':<20}{'whole':>8}{'moment':>8}{'peak':>8}{'seconds':>9}{'kB':>7}   (LUFS, LUFS, dBFS)")
    for path in sorted(OUT.glob("*.ogg")):
        samples, rate = read_ogg(path)
        whole, moment = loudness.integrated(samples, rate), loudness.loudest_moment(samples, rate)
        size = path.stat().st_size / 1000
        print(f"{path.stem:<20}{whole:8.1f}{moment:8.1f}{loudness.peak_db(samples):8.1f}{len(samples) / rate:9.2f}{size:7.1f}")


def main():
    """Read the command line; 0 when all went well."""
    parser = argparse.ArgumentParser(description="Make the music and effects in assets/sound/.")
    parser.add_argument("--measure", action="store_true", help="measure what is there and make nothing")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="make only these sounds, by file name without .ogg")
    wanted = parser.parse_args()
    known = {path.stem for path in (HERE / "scores").glob("*.json")} | set(read_effects())
    unknown = set(wanted.only or []) - known
    if unknown:
        print(f"There is no sound named {', '.join(sorted(unknown))}. Those we have: {', '.join(sorted(known))}.", file=sys.stderr)
        return 1
    if wanted.measure:
        measure()
        return 0
    try:
        make(wanted.only)
    except ScoreError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
