"""Puts notes into a loop that has no seam, and gives the whole its room, its tone and its loudness.

A theme is made in a circle: what rings beyond the end goes on at the start, and the room and the filters are applied as
circular convolutions. So the last sample runs into the first one as any sample runs into the next.
"""

import numpy as np

import loudness
from audio_files import RATE

# Seconds to fall by 60 dB (low, middle, high notes), and milliseconds before the room answers.
ROOMS = {"small": ((0.7, 0.6, 0.35), 9), "room": ((1.2, 1.1, 0.6), 16), "hall": ((2.2, 1.9, 0.9), 24)}
_CROSSINGS = (350.0, 2400.0)
_ROOM_SEED = 20
_HIGHEST_PEAK_DB = -4.0


def add_circular(loop, samples, start):
    """Add samples to the loop from index start on; what passes the end goes on at the beginning."""
    start %= len(loop)
    while len(samples):
        n = min(len(samples), len(loop) - start)
        loop[start : start + n] += samples[:n]
        samples, start = samples[n:], 0


def room_response(name):
    """The sound of a small clap in the room: noise that dies away, high notes first. Unit energy."""
    falls, delay_ms = ROOMS[name]
    count = int(max(falls) * 1.1 * RATE)
    t = np.arange(count) / RATE
    noise = np.fft.rfft(np.random.default_rng(_ROOM_SEED).standard_normal(count))
    f = np.fft.rfftfreq(count, 1 / RATE)
    low = 1 / (1 + (f / _CROSSINGS[0]) ** 4)
    high = 1 - 1 / (1 + (f / _CROSSINGS[1]) ** 4)
    response = np.zeros(count)
    for band, fall, strength in zip((low, (1 - low) * (1 - high), high), falls, (0.7, 1.0, 0.55)):
        response += strength * np.fft.irfft(noise * band, count) * np.exp(-6.908 * t / fall)
    n = int(0.012 * RATE)
    response[:n] *= np.linspace(0, 1, n)
    response = np.concatenate([np.zeros(int(delay_ms * RATE / 1000)), response])
    return response / np.sqrt(np.sum(response**2))


def in_room(samples, name):
    """What the room answers to a loop, itself a loop of the same length."""
    response = room_response(name)
    folded = np.zeros(len(samples))
    add_circular(folded, response, 0)
    return np.fft.irfft(np.fft.rfft(samples) * np.fft.rfft(folded), len(samples))


def shape_tone(samples):
    """Take away what only rumbles (under 45 Hz) and soften what only hisses (over 9 kHz)."""
    f = np.fft.rfftfreq(len(samples), 1 / RATE)
    curve = (1 - 1 / (1 + (f / 45) ** 4)) / np.sqrt(1 + (f / 9000) ** 4)
    return np.fft.irfft(np.fft.rfft(samples) * curve, len(samples))


def hold_peaks(samples, ceiling_db=_HIGHEST_PEAK_DB):
    """Lean back before a peak over the ceiling and come back after it, smoothly, all around the loop."""
    ceiling = loudness.gain(ceiling_db)
    wanted = np.minimum(1.0, ceiling / np.maximum(np.abs(samples), 1e-9))
    if wanted.min() >= 1:
        return samples
    span = 1
    while span < int(0.012 * RATE):  # the least factor within some 12 ms on both sides
        wanted = np.minimum(wanted, np.minimum(np.roll(wanted, span), np.roll(wanted, -span)))
        span *= 2
    window = np.zeros(len(samples))
    bell = np.hanning(int(0.02 * RATE))
    add_circular(window, bell / bell.sum(), -(len(bell) // 2))
    smooth = np.fft.irfft(np.fft.rfft(wanted) * np.fft.rfft(window), len(samples))
    return samples * smooth


def to_loudness(samples, target, measure):
    """The samples at a loudness in LUFS as told by measure, their peaks held."""
    for _ in range(4):
        samples = hold_peaks(samples * loudness.gain(target - measure(samples, RATE)))
    return samples
