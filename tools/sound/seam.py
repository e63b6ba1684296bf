"""Where a loop begins and ends in its file, and how well its end runs into its start once it is decoded.

A theme is made without a seam, but Vorbis is least exact at the two ends of a file. So the ends are put where little
happens, shortly before the first beat, and what comes out is listened to.
"""

import numpy as np

from audio_files import RATE

_PLACES = 16
_APART = int(0.02 * RATE)


def calm_places(samples, seconds=0.5):
    """Where the loop could begin: offsets (0 or less) before its first beat, the calmest first."""
    n, window = int(seconds * RATE), np.hanning(int(0.012 * RATE))
    stretch = np.concatenate([samples[-n - len(window) :], samples[: len(window)]])
    motion = np.convolve(np.diff(stretch, 2) ** 2, window, "same")[len(window) : len(window) + n]
    places = []
    while len(places) < _PLACES and np.isfinite(motion.min()):
        best = int(motion.argmin())
        places.append(best - n)
        motion[max(0, best - _APART) : best + _APART] = np.inf
    return places


def traces(samples):
    """What the ear could notice where the end meets the start: (name, its size there, the largest ordinary size)."""
    turned = np.roll(samples, len(samples) // 2)
    seam = len(samples) // 2
    result = []
    for order, name in ((1, "jump"), (2, "kink")):
        change = np.abs(np.diff(turned, order))
        result.append((name, change[seam - order : seam].max(), np.quantile(change[seam - RATE : seam + RATE], 0.999)))
    # A click is short and high: what third differences leave (some 5 kHz and up), 3 ms at a time.
    window = int(0.003 * RATE)
    energy = np.convolve(np.diff(turned, 3) ** 2, np.ones(window) / window, "same")
    result.append(("click", energy[seam - window : seam + window].max(), max(np.quantile(energy, 0.999), 1e-10)))
    return result


def roughness(samples):
    """The worst trace of the seam beside what is ordinary around it; up to 1 nobody can tell where the seam is."""
    return max(there / ordinary for _, there, ordinary in traces(samples))
