"""Reads a theme's score (JSON, see README.md) and turns it into notes in time."""

import json
from dataclasses import dataclass, field

from harmony import midi_of, voice_chords

_ACCENTS = {"!": 1.18, "~": 0.72}


class ScoreError(ValueError):
    """Something in a score that cannot be played, with its place."""


@dataclass
class Note:
    """One note: when it starts and how long it is held (in beats), its pitch (MIDI) and how hard it is played (0..1)."""

    start: float
    length: float
    midi: int
    velocity: float


@dataclass
class Part:
    """One instrument's way through the theme."""

    name: str
    instrument: str
    level: float
    reverb: float
    notes: list = field(default_factory=list)


@dataclass
class Score:
    """A theme, ready to be played."""

    title: str
    tempo: float
    bar: float
    beats: float
    swing: float
    room: str
    seed: int
    quality: float
    parts: list

    def seconds(self):
        """How long one round of the loop lasts."""
        return self.beats * 60 / self.tempo


def _tokens(line, bar, where):
    """(start, beats, what, accent) of each token of a line; every bar must be full."""
    result = []
    for number, text in enumerate(line.split("|")):
        at = 0.0
        for token in text.split():
            what, _, rest = token.partition(":")
            accent = _ACCENTS.get(rest[-1:], 1.0)
            try:
                beats = float(rest.rstrip("!~"))
            except ValueError:
                raise ScoreError(f'{where}, bar {number + 1}: "{token}" has no length; write it as in "G4:1.5"') from None
            result.append((number * bar + at, beats, what, accent))
            at += beats
        if abs(at - bar) > 1e-6:
            raise ScoreError(f"{where}, bar {number + 1}: holds {at:g} beats and must hold {bar:g}")
    return result


def _stress(beat, bar):
    """How the place in the bar colours a note: the first beat leads, notes between the beats step back."""
    place = beat % bar
    if place < 1e-6:
        return 1.0
    return 0.93 if abs(place - round(place)) < 1e-6 else 0.85


def _melody(line, start, bar, velocity, where):
    """The notes of a written line. "-" holds the notes before it on, "r" rests, "+" joins notes struck together."""
    notes, sounding = [], []
    for at, beats, what, accent in _tokens(line, bar, where):
        if what == "-":
            for note in sounding:
                note.length += beats
            continue
        try:
            pitches = [] if what == "r" else [midi_of(name) for name in what.split("+")]
        except ValueError as problem:
            raise ScoreError(f"{where}: {problem}") from None
        sounding = [Note(start + at, beats, pitch, velocity * accent * _stress(at, bar)) for pitch in pitches]
        notes += sounding
    return notes


def _chord_times(line, bar, where):
    """(start, beats, symbol) of each chord; the chords of a bar share it evenly."""
    result = []
    for number, text in enumerate(line.split("|")):
        symbols = text.split()
        if not symbols:
            raise ScoreError(f"{where}, bar {number + 1}: no chord")
        share = bar / len(symbols)
        result += [(number * bar + i * share, share, symbol) for i, symbol in enumerate(symbols)]
    return result


def _figure(pattern, chords, voicings, start, bar, velocity, where):
    """The notes of a pattern laid over the chords: numbers are voices from below, "*" all of them, "r" a rest."""
    notes = []
    steps = _tokens(pattern, bar, where)
    length = len(pattern.split("|")) * bar
    end = chords[-1][0] + chords[-1][1]
    for round_start in (i * length for i in range(int(end / length + 0.999))):
        for at, beats, what, accent in steps:
            place = round_start + at
            if what == "r" or place >= end:
                continue
            voicing = next(v for (s, b, _), v in zip(chords, voicings) if s <= place + 1e-6 < s + b)
            wanted = voicing if what == "*" else [voicing[int(n) - 1] for n in what.split("+")]
            notes += [Note(start + place, beats, midi, velocity * accent * _stress(at, bar)) for midi in wanted]
    return notes


def _voicings(data, part, file):
    """The chords of the whole form, set for one part, as one list per section in order, so that joints are smooth too."""
    setting = data["parts"][part]["chords"]
    lists = [_chord_times(data["sections"][s]["chords"], data["bar"], f"{file}, section {s}, chords") for s in data["form"]]
    symbols = [symbol for times in lists for _, _, symbol in times]
    try:
        voiced = voice_chords(symbols, setting["voices"], midi_of(setting["lowest"]), midi_of(setting["highest"]))
    except ValueError as problem:
        raise ScoreError(f"{file}, part {part}: {problem}") from None
    result = []
    for times in lists:
        result.append((times, voiced[: len(times)]))
        voiced = voiced[len(times) :]
    return result


def _section_bars(section, bar):
    return len(section["chords"].split("|")) * bar


def _written(data, section, part):
    """The line of a part in a section, after following "=A" (as in section A)."""
    line = data["sections"][section]["lines"].get(part)
    while isinstance(line, str) and line.startswith("="):
        line = data["sections"][line[1:]]["lines"][part]
    return line


def read_score(path):
    """The score in a file. Raises ScoreError, with the place, for what cannot be played."""
    data = json.loads(path.read_text(encoding="utf-8"))
    bar, file = data["bar"], path.name
    parts = {}
    for name, about in data["parts"].items():
        parts[name] = Part(name, about["instrument"], about["level"], about["reverb"])
    voiced = {name: _voicings(data, name, file) for name, about in data["parts"].items() if "chords" in about}
    start = 0.0
    for index, section_name in enumerate(data["form"]):
        section = data["sections"][section_name]
        length = _section_bars(section, bar)
        for name in section["lines"]:
            line, where = _written(data, section_name, name), f"{file}, section {section_name}, {name}"
            if name not in parts:
                raise ScoreError(f"{where}: there is no such part")
            velocity = data["parts"][name].get("velocity", 0.75) * section.get("velocity", 1.0)
            if name in voiced:
                parts[name].notes += _figure(line, *voiced[name][index], start, bar, velocity, where)
                continue
            if len(line.split("|")) * bar != length:
                raise ScoreError(f"{where}: has {len(line.split('|'))} bars, its section has {length / bar:g}")
            parts[name].notes += _melody(line, start, bar, velocity, where)
        start += length
    return Score(data["title"], data["tempo"], bar, start, data.get("swing", 0.0), data["room"], data["seed"],
                 data.get("quality", 2), list(parts.values()))  # fmt: skip
