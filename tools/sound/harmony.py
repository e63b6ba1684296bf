"""Notes, chord symbols, and chords set for several voices so that each voice moves as little as it can."""

import itertools
import re

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SHIFT = {"": 0, "#": 1, "b": -1}
# Intervals over the root, the tones that name the chord first: when voices are few, the last ones are left out.
_QUALITIES = {
    "": (0, 4, 7), "m": (0, 3, 7), "6": (0, 4, 9, 7), "m6": (0, 3, 9, 7), "7": (0, 4, 10, 7), "maj7": (0, 4, 11, 7),
    "m7": (0, 3, 10, 7), "9": (4, 10, 2, 0, 7), "maj9": (4, 11, 2, 0, 7), "m9": (3, 10, 2, 0, 7), "add9": (0, 4, 2, 7),
    "sus2": (0, 2, 7), "sus4": (0, 5, 7), "7sus4": (0, 5, 10, 7), "dim": (0, 3, 6), "m7b5": (0, 3, 6, 10),
}  # fmt: skip
_CHORD = re.compile(r"([A-G])([#b]?)([a-z0-9]*)(?:/([A-G])([#b]?))?")
_NOTE = re.compile(r"([A-G])([#b]?)(-?\d)")


def midi_of(name):
    """The MIDI number of a note such as "F#4" (A4 is 69). Raises ValueError when it is not one."""
    match = _NOTE.fullmatch(name)
    if not match:
        raise ValueError(f'"{name}" is no note; write a letter, # or b if needed, and the octave, as in "F#4"')
    return 12 * (int(match[3]) + 1) + _STEPS[match[1]] + _SHIFT[match[2]]


def frequency_of(midi):
    """Hertz of a MIDI number, which may be a fraction."""
    return 440.0 * 2 ** ((midi - 69) / 12)


def tones_of(symbol):
    """The pitch classes (0..11) of a chord symbol, those that name it first. A bass after "/" is for the bass line only."""
    match = _CHORD.fullmatch(symbol)
    if not match or match[3] not in _QUALITIES:
        raise ValueError(f'"{symbol}" is no chord we know; its kind must be one of: {" ".join(k for k in _QUALITIES if k)}')
    root = _STEPS[match[1]] + _SHIFT[match[2]]
    return [(root + interval) % 12 for interval in _QUALITIES[match[3]]]


def _cost(voicing, before, middle):
    """How unwelcome a voicing is: movement first, then gaps, rubs low down, and drifting from the middle."""
    gaps = [high - low for low, high in zip(voicing, voicing[1:])]
    rubs = sum(12 for low, gap in zip(voicing, gaps) if gap == 1 or (gap == 2 and low < 55))
    holes = sum(gap - 9 for gap in gaps if gap > 9)
    doubled = sum(8 for gap in gaps if gap == 0)
    drift = abs(sum(voicing) / len(voicing) - middle)
    moved = sum(abs(a - b) for a, b in zip(voicing, before)) if before else 0
    return moved + rubs + 2 * holes + doubled + 0.6 * drift


def voice_chords(symbols, voices, lowest, highest):
    """One voicing (ascending MIDI numbers) for each chord symbol, within the range, each as near as can be to the one before."""
    result, before = [], None
    for symbol in symbols:
        tones = tones_of(symbol)
        chosen = [tones[i % len(tones)] for i in range(voices)] if voices > len(tones) else tones[:voices]
        places = [[n for n in range(lowest, highest + 1) if n % 12 == tone] for tone in chosen]
        candidates = sorted({tuple(sorted(c)) for c in itertools.product(*places)})
        if not candidates:
            raise ValueError(f'"{symbol}" does not fit between its lowest and highest note')
        before = min(candidates, key=lambda c: _cost(c, before, (lowest + highest) / 2))
        result.append(before)
    return result
