#!/usr/bin/env python3
"""Checks the music and effects in assets/sound/ as a player would hear them: each file is decoded first.

Run from anywhere: python3 tests/sound/check_sound.py [FOLDER]. Needs numpy and oggdec. Exit 0 when all is well, else 1.
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TOOLS = ROOT / "tools" / "sound"
sys.path.insert(0, str(TOOLS))

from need_numpy import need_numpy  # noqa: E402

need_numpy()

import numpy as np  # noqa: E402

import loudness  # noqa: E402
from audio_files import read_ogg  # noqa: E402
from score import read_score  # noqa: E402
from seam import traces  # noqa: E402

RATE = 44100
MUSIC_LUFS = -20.0
MUSIC_LARGEST_BYTES = 350_000
MUSIC_SECONDS = (45.0, 70.0)
MUSIC_HIGHEST_PEAK_DB = -1.0
LEAST_AT_SEAM = 0.2
EFFECT_HIGHEST_PEAK_DB = -6.0
# What a child waits for may be as loud as the music, what accompanies a press must stay under it, and all can be heard.
EFFECT_LUFS = (-38.0, -19.0)
EFFECT_LONGEST_SECONDS = 6.1
MEANT = {"good", "try-again", "lantern", "done"}
NEEDED_MUSIC = {"map", "story", "thinking", "ending"}
NEEDED_EFFECTS = MEANT | {"press", "focus", "open", "close", "piece", "pick", "page", "hello", "tell", "help",
                          "breathe-in", "breathe-out"}  # fmt: skip


class Report:
    """Collects what is wrong and prints each finding as a sentence."""

    def __init__(self):
        """Start with nothing wrong."""
        self.faults = 0

    def expect(self, good, right, wrong):
        """Print the sentence that holds, and count it if it is the wrong one."""
        print(f"ok: {right}" if good else f"WRONG: {wrong}")
        self.faults += not good


def check_the_meter(report):
    """A sine of 997 Hz at full scale in one channel is -3.01 LUFS (ITU-R BS.1770), and silence around it changes nothing."""
    sine = np.sin(2 * np.pi * 997 * np.arange(5 * RATE) / RATE)
    read = loudness.integrated(sine, RATE)
    report.expect(abs(read + 3.01) < 0.02, "our meter reads the standard's sine rightly", f"our meter reads {read:.2f} for the standard's sine, which is -3.01")
    quiet = np.concatenate([sine * 0.1, np.zeros(20 * RATE)])
    read = loudness.integrated(quiet, RATE)
    report.expect(abs(read + 23.01) < 0.2, "our meter leaves pauses out", f"our meter reads {read:.2f} for a sine of -23.01 and a pause")


def seam_faults(samples):
    """What betrays the seam of a loop, as sentences: a jump, a kink, or a click that its surroundings do not have."""
    faults = [f"a {name} of {there:.2g} where {ordinary:.2g} is ordinary" for name, there, ordinary in traces(samples) if there > ordinary]
    # A theme that fades or stops before its end is no loop, even when nothing clicks.
    part = RATE // 10
    there = np.sqrt(np.mean(np.concatenate([samples[-part:], samples[:part]]) ** 2))
    if there < LEAST_AT_SEAM * np.sqrt(np.mean(samples**2)):
        faults.append(f"a hole: {there:.4f} is left of the music there")
    return faults


def check_music(report, name, path):
    """One theme: its seam, loudness, peak, length and size."""
    samples, rate = read_ogg(path)
    report.expect(rate == RATE, f"{path.name} has {RATE} samples a second", f"{path.name} has {rate} samples a second, not {RATE}")
    faults = seam_faults(samples)
    report.expect(not faults, f"the theme {name} goes round without a seam", f"the seam of {path.name} shows {' and '.join(faults)}")
    loud, peak, seconds = loudness.integrated(samples, rate), loudness.peak_db(samples), len(samples) / rate
    report.expect(abs(loud - MUSIC_LUFS) <= 0.5, f"it is {loud:.1f} LUFS loud", f"{path.name} is {loud:.1f} LUFS loud, not within 0.5 of {MUSIC_LUFS:g}")
    report.expect(peak < MUSIC_HIGHEST_PEAK_DB, f"its peak is {peak:.1f} dBFS", f"{path.name} peaks at {peak:.1f} dBFS, over {MUSIC_HIGHEST_PEAK_DB:g}")
    low, high = MUSIC_SECONDS
    report.expect(low <= seconds <= high, f"it lasts {seconds:.1f} s", f"{path.name} lasts {seconds:.1f} s, not {low:g} to {high:g}")
    size = path.stat().st_size
    report.expect(size < MUSIC_LARGEST_BYTES, f"it has {size // 1000} kB", f"{path.name} has {size} bytes, over {MUSIC_LARGEST_BYTES}")
    score = read_score(TOOLS / "scores" / f"music-{name}.json")
    wanted = round(score.seconds() * rate)
    report.expect(len(samples) == wanted, "it has as many samples as its score says", f"{path.name} has {len(samples)} samples, its score says {wanted}: make it again")


def check_effect(report, name, path, recipe):
    """One effect: its loudness and peak, and silence at both ends."""
    samples, rate = read_ogg(path)
    loud, peak, seconds = loudness.loudest_moment(samples, rate), loudness.peak_db(samples), len(samples) / rate
    low, high = EFFECT_LUFS
    well = low <= loud <= high and abs(loud - recipe["loudness"]) <= 1
    report.expect(well, f"the effect {name} is {loud:.1f} LUFS at its loudest", f"{path.name} is {loud:.1f} LUFS at its loudest; its recipe says {recipe['loudness']}, the limits are {low:g} and {high:g}")
    report.expect(peak < EFFECT_HIGHEST_PEAK_DB, f"its peak is {peak:.1f} dBFS", f"{path.name} peaks at {peak:.1f} dBFS, over {EFFECT_HIGHEST_PEAK_DB:g}")
    report.expect(0.05 < seconds < EFFECT_LONGEST_SECONDS, f"it lasts {seconds:.2f} s", f"{path.name} lasts {seconds:.2f} s")
    edge = max(np.abs(samples[:4]).max(), np.abs(samples[-4:]).max())
    report.expect(edge < 0.01, "it begins and ends in silence", f"{path.name} begins or ends at {edge:.3f}, which clicks")


def _is_entry(effect):
    """Whether an effect's entry in sounds.json has the three things the game reads, and nothing else."""
    return set(effect) == {"file", "gain", "caption"} and 0 < effect["gain"] <= 1 and isinstance(effect["caption"], (str, type(None)))


def check_list(report, folder, sounds):
    """sounds.json: its keys, the names that the game plays, the captions, and no file that nobody plays."""
    report.expect(set(sounds) == {"music", "effects"}, "sounds.json has music and effects", f"sounds.json has the keys {sorted(sounds)}")
    lacking = (NEEDED_MUSIC - set(sounds["music"])) | (NEEDED_EFFECTS - set(sounds["effects"]))
    report.expect(not lacking, "every sound that the game plays is there", f"sounds.json lacks {sorted(lacking)}")
    odd = [name for name, effect in sounds["effects"].items() if not _is_entry(effect)]
    report.expect(not odd, "each effect has a file, a gain up to 1 and a caption or null", f"in sounds.json these effects are not as they must be: {odd}")
    mute = [name for name in sorted(MEANT) if sounds["effects"].get(name, {}).get("caption") != f"sound.{name}"]
    report.expect(not mute, "each sound that means something has its caption", f"these sounds mean something and have no caption sound.NAME: {mute}")
    words = json.loads((ROOT / "locales" / "en" / "ui.json").read_text(encoding="utf-8"))["strings"]
    unworded = [e["caption"] for e in sounds["effects"].values() if e["caption"] and e["caption"] not in words]
    report.expect(not unworded, "each caption has its English words", f"locales/en/ui.json has no words for {unworded}")
    listed = set(sounds["music"].values()) | {effect["file"] for effect in sounds["effects"].values()}
    there = {path.name for path in folder.glob("*.ogg")}
    report.expect(listed == there, "the files are those that sounds.json lists", f"listed but not there: {sorted(listed - there)}; there but not listed: {sorted(there - listed)}")


def main():
    """Check everything; the number of faults decides the exit code."""
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "assets" / "sound"
    report = Report()
    check_the_meter(report)
    sounds = json.loads((folder / "sounds.json").read_text(encoding="utf-8"))
    recipes = json.loads((TOOLS / "effects.json").read_text(encoding="utf-8"))["effects"]
    check_list(report, folder, sounds)
    for name, file in sounds["music"].items():
        try:
            check_music(report, name, folder / file)
        except (ValueError, OSError) as problem:
            report.expect(False, "", str(problem))
    for name, effect in sounds["effects"].items():
        try:
            check_effect(report, name, folder / effect["file"], recipes[name])
        except (ValueError, OSError) as problem:
            report.expect(False, "", str(problem))
    print("All sounds are well." if not report.faults else f"Faults: {report.faults}.")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
