"""Plays a score into a loop, and an effect's recipe into a short sound."""

import zlib

import numpy as np

import loudness
import mix
from audio_files import RATE
from harmony import midi_of
from instruments import INSTRUMENTS

MUSIC_LUFS = -20.0
_TIMING_SECONDS = 0.004
_VELOCITY_SHARE = 0.05
_EFFECT_PEAK_DB = -7.0


def _seeded(*what):
    """A source of chance that is the same on every run and every machine for the same names."""
    return np.random.default_rng(zlib.crc32("/".join(map(str, what)).encode()))


def _swung(beat, swing):
    """The time of a beat when the second half of each beat comes a little late."""
    whole, share = divmod(beat, 1.0)
    late = 0.5 + swing
    return whole + (share * late / 0.5 if share < 0.5 else late + (share - 0.5) * (1 - late) / 0.5)


def _stem(part, score, count):
    """One part alone, as a loop. A hand is never exact: notes come some milliseconds early or late."""
    loop = np.zeros(count)
    chance = _seeded(score.seed, part.name)
    beat = 60 / score.tempo
    play = INSTRUMENTS[part.instrument]
    for note in part.notes:
        early = np.clip(chance.standard_normal(), -2, 2) * _TIMING_SECONDS
        velocity = min(1.0, note.velocity * (1 + np.clip(chance.standard_normal(), -2, 2) * _VELOCITY_SHARE))
        samples = play(note.midi, note.length * beat, velocity, chance)
        mix.add_circular(loop, samples, int((_swung(note.start, score.swing) * beat + early) * RATE))
    return loop


def play_score(score):
    """The theme as one seamless loop at the music's loudness. Each part's level is its loudness beside the lead's, in LU."""
    count = round(score.seconds() * RATE)
    dry, wet = np.zeros(count), np.zeros(count)
    for part in score.parts:
        stem = _stem(part, score, count)
        stem *= loudness.gain(MUSIC_LUFS + part.level - loudness.integrated(stem, RATE))
        dry += stem
        wet += stem * part.reverb
    whole = mix.shape_tone(dry + mix.in_room(wet, score.room))
    return mix.to_loudness(whole, MUSIC_LUFS, loudness.integrated)


def play_effect(name, recipe):
    """A short sound from its recipe: layers of notes in a room, at the recipe's loudness, from silence to silence."""
    chance = _seeded(name)
    layers = []
    for layer in recipe["layers"]:
        samples = INSTRUMENTS[layer["instrument"]](midi_of(layer["note"]), layer["length"], layer["velocity"], chance)
        layers.append((int(layer["at"] * RATE), samples))
    count = max(start + len(samples) for start, samples in layers) + int(2.6 * RATE)
    dry = np.zeros(count)
    for start, samples in layers:
        dry[start : start + len(samples)] += samples
    whole = mix.shape_tone(dry + recipe["reverb"] * mix.in_room(dry, recipe["room"]))
    whole = _trim(whole, recipe["seconds"])
    whole *= loudness.gain(recipe["loudness"] - loudness.loudest_moment(whole, RATE))
    return mix.hold_peaks(whole, _EFFECT_PEAK_DB)


def _trim(samples, seconds):
    """The first so many seconds, with the last quarter faded, so that it ends in silence."""
    samples = samples[: int(seconds * RATE)].copy()
    n = len(samples) // 4
    samples[-n:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(n) + 1) / n)
    head = int(0.001 * RATE)
    samples[:head] *= np.linspace(0, 1, head)
    return samples
