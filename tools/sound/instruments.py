"""The instruments: each makes the samples of one note from its pitch, its length and how hard it is played.

Struck bars and tines are sums of their modes, strings are Karplus-Strong loops, pads and pipes are sums of slightly
moving partials. All are soft on purpose: slow enough attacks, few high partials, no note that startles.
"""

import numpy as np

from audio_files import RATE
from harmony import frequency_of

_TO_60_DB = 6.908
# Nothing above this is made: it would only hiss on small speakers.
_HIGHEST = 13000.0


def _time(seconds):
    return np.arange(int(seconds * RATE)) / RATE


def _fade_in(samples, seconds):
    n = min(len(samples), max(1, int(seconds * RATE)))
    samples[:n] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(n) / n)
    return samples


def _fade_out(samples, seconds):
    n = min(len(samples), max(1, int(seconds * RATE)))
    samples[-n:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(n) + 1) / n)
    return samples


def band_noise(count, low, high, rng):
    """Noise between two frequencies with soft edges, of about unit strength."""
    spectrum = np.fft.rfft(rng.standard_normal(count))
    f = np.fft.rfftfreq(count, 1 / RATE)
    spectrum *= 1 / (1 + (f / high) ** 4) * (1 - 1 / (1 + (f / max(low, 1.0)) ** 4))
    samples = np.fft.irfft(spectrum, count)
    return samples / (np.sqrt(np.mean(samples**2)) + 1e-12)


def _struck(modes, attack, knock=0.0, knock_high=1500.0, dark=1.5, tremolo=0.0):
    """A bar or tine. modes: (ratio, strength, seconds to fall by 60 dB at A4). Softer notes have fewer high modes."""

    def play(midi, length, velocity, rng):
        del length  # it rings until it is done
        f = frequency_of(midi)
        longest = max(seconds for _, _, seconds in modes) * min(1.6, (440 / f) ** 0.5)
        t = _time(longest * 0.85)
        samples = np.zeros(len(t))
        for i, (ratio, strength, seconds) in enumerate(modes):
            if f * ratio > _HIGHEST:
                continue
            fall = seconds * min(1.6, (440 / f) ** 0.5)
            high = velocity**dark if i else 1.0
            samples += strength * high * np.exp(-_TO_60_DB * t / fall) * np.sin(2 * np.pi * f * ratio * t)
        if tremolo:
            samples *= 1 - tremolo * (0.5 - 0.5 * np.cos(2 * np.pi * 4.6 * t))
        _fade_in(samples, attack)
        if knock:
            n = min(len(t), int(0.05 * RATE))
            thud = band_noise(n, 120, knock_high, rng) * np.exp(-t[:n] / 0.007)
            samples[:n] += knock * velocity * _fade_in(thud, 0.001)
        return velocity * _fade_out(samples, 0.08)

    return play


def _plucked(fall, bright, pick, damped=0.09):
    """A string: Karplus-Strong, its loop tuned by a Lagrange fraction and darkened by a three-tap average.

    fall: seconds to fall by 60 dB at A3; bright: 0 (felt) to 1 (steel); pick: where it is plucked, as a share of its length.
    """

    def play(midi, length, velocity, rng):
        f = frequency_of(midi)
        seconds = fall * (220 / f) ** 0.4
        total = int((min(length, seconds) + damped) * RATE)
        period = RATE / f
        whole = int(period - 2)
        d = 1 + period - 2 - whole  # the delay that the Lagrange taps must add, between 1 and 2
        lagrange = np.array([
            -(d - 1) * (d - 2) * (d - 3) / 6, d * (d - 2) * (d - 3) / 2, -d * (d - 1) * (d - 3) / 2, d * (d - 1) * (d - 2) / 6,
        ])  # fmt: skip
        s = 0.02 + 0.16 * (1 - bright)
        loop = np.convolve(lagrange, [s, 1 - 2 * s, s]) * 10 ** (-3 * period / RATE / seconds)
        width = max(3, int(RATE / (1200 + 5200 * bright * velocity)))
        push = np.hanning(width + 2)[1:-1]
        start = np.zeros(int(period * 2) + width)
        start[:width] += push + 0.08 * push * rng.standard_normal(width)
        late = int(period * pick)
        start[late : late + width] -= push
        y = np.zeros(total + whole + 8)
        lead = whole + 6  # silence before the first sample, so that the loop can look back
        y = np.concatenate([np.zeros(lead), y])
        start = start[: len(y) - lead]
        y[lead : lead + len(start)] += start
        at = lead
        while at < lead + total:
            back = y[at - whole - 5 : at]
            n = min(whole, len(y) - at)
            y[at : at + n] += np.convolve(back, loop)[5 : 5 + n]
            at += n
        samples = y[lead : lead + total]
        samples = samples / (np.abs(samples).max() + 1e-9)
        _fade_in(samples, 0.0015)
        return velocity * _fade_out(samples, damped)

    return play


def _felt_piano(midi, length, velocity, rng):
    """A piano behind felt: two strings a hair apart, partials a little stretched, a soft thump of the hammer."""
    f = frequency_of(midi)
    first, after = 1.1 * (262 / f) ** 0.35, 5.5 * (262 / f) ** 0.5
    t = _time(min(length + 0.35, after))
    samples = np.zeros(len(t))
    for k in range(1, 13):
        partial = f * k * np.sqrt(1 + 0.00035 * k * k)
        if partial > 7000:
            break
        strength = k**-1.1 * np.exp(-partial / (700 + 1500 * velocity))
        quick = np.exp(-_TO_60_DB * t * (0.6 + 0.4 * k) / first / 2.2)
        slow = np.exp(-_TO_60_DB * t * (0.7 + 0.3 * k) / after)
        for cents in (-0.7, 0.7):
            samples += strength * (0.62 * quick + 0.38 * slow) * np.sin(2 * np.pi * partial * 2 ** (cents / 1200) * t) / 2
    _fade_in(samples, 0.007)
    n = min(len(t), int(0.09 * RATE))
    samples[:n] += 0.05 * _fade_in(band_noise(n, 60, 420, rng) * np.exp(-t[:n] / 0.02), 0.004)
    return velocity * _fade_out(samples, min(0.3, len(t) / RATE / 2))


def _bass(midi, length, velocity, rng):
    """A soft upright bass. Its second and third partials carry it on speakers that have no low notes."""
    del rng
    f = frequency_of(midi)
    t = _time(min(length, 1.6) + 0.12)
    samples = np.zeros(len(t))
    for k, strength in enumerate((1.0, 0.62, 0.34, 0.13, 0.05), start=1):
        samples += strength * np.exp(-t * (1.3 + 0.9 * k)) * np.sin(2 * np.pi * f * k * t + 0.3 * k)
    return velocity * _fade_out(_fade_in(samples, 0.012), 0.12)


def _pad(attack, release, tilt):
    """A soft chord layer: three slow-moving voices a few cents apart. tilt: how quickly its partials weaken."""

    def play(midi, length, velocity, rng):
        f = frequency_of(midi)
        t = _time(length + release)
        samples = np.zeros(len(t))
        for cents in (-5.0, 0.0, 5.5):
            drift = 1.6 * np.sin(2 * np.pi * (0.17 + 0.11 * rng.random()) * t + rng.random() * 6.28)
            angle = 2 * np.pi * np.cumsum(f * 2 ** ((cents + drift) / 1200)) / RATE + rng.random() * 6.28
            for k in range(1, 9):
                if f * k > 3600:
                    break
                samples += k**-tilt * np.exp(-f * k / 1900) * np.sin(k * angle)
        _fade_in(samples, min(attack, length))
        return velocity * 0.4 * _fade_out(samples, release)

    return play


def _ocarina(midi, length, velocity, rng):
    """A small clay flute: almost a pure tone, a breath of air, a shy vibrato that comes late."""
    f = frequency_of(midi)
    t = _time(length + 0.1)
    depth = 7 * np.clip((t - 0.22) / 0.35, 0, 1)
    scoop = -22 * np.exp(-t / 0.03)
    cents = depth * np.sin(2 * np.pi * 5.1 * t) + scoop
    angle = 2 * np.pi * np.cumsum(f * 2 ** (cents / 1200)) / RATE
    samples = np.sin(angle) + 0.10 * np.sin(2 * angle) + 0.06 * np.sin(3 * angle)
    samples += 0.018 * band_noise(len(t), f * 0.8, min(f * 2.5, 6000), rng)
    return velocity * _fade_out(_fade_in(samples, 0.05), min(0.12, length))


def _drum(midi, length, velocity, rng):
    """A hand drum: a short low tone that sinks a little, and the palm."""
    del length
    t = _time(0.32)
    f = frequency_of(midi) * (1 + 0.28 * np.exp(-t / 0.025))
    samples = np.exp(-t / 0.075) * np.sin(2 * np.pi * np.cumsum(f) / RATE)
    samples += 0.10 * band_noise(len(t), 200, 1100, rng) * np.exp(-t / 0.012)
    return velocity * _fade_out(_fade_in(samples, 0.003), 0.05)


def _tap(midi, length, velocity, rng):
    """A fingertip on wood."""
    del length
    f, t = frequency_of(midi), _time(0.12)
    samples = np.exp(-t / 0.016) * np.sin(2 * np.pi * f * t) + 0.4 * np.exp(-t / 0.008) * np.sin(2 * np.pi * f * 2.43 * t)
    samples += 0.06 * band_noise(len(t), 400, 2400, rng) * np.exp(-t / 0.004)
    return velocity * _fade_out(_fade_in(samples, 0.002), 0.03)


def _shaker(midi, length, velocity, rng):
    """Seeds in a gourd. Its pitch is not heard; its length is how long the seeds take to settle."""
    del midi
    t = _time(min(length, 0.3) * 0.5 + 0.06)
    shape = (t / 0.022) * np.exp(1 - t / 0.022)
    return velocity * _fade_out(band_noise(len(t), 2600, 6200, rng) * shape, 0.03)


def _jingle(midi, length, velocity, rng):
    """Small bells on a ribbon, far away."""
    del midi, length
    t = _time(0.4)
    samples = np.zeros(len(t))
    for f in (3730, 4410, 5270, 6120, 7040):
        late = int(0.012 * rng.random() * RATE)
        samples[late:] += (np.exp(-t / 0.085) * np.sin(2 * np.pi * f * (1 + 0.01 * rng.standard_normal()) * t))[: len(t) - late]
    return velocity * _fade_out(_fade_in(samples, 0.004), 0.06)


def _air(low, high):
    """Breath: noise that swells and sinks over the whole length of the note."""

    def play(midi, length, velocity, rng):
        del midi
        t = _time(length)
        shape = np.sin(np.pi * np.clip(t / length, 0, 1)) ** 1.6
        slow = 1 + 0.12 * np.sin(2 * np.pi * 0.9 * t + rng.random() * 6.28)
        return velocity * 0.5 * band_noise(len(t), low, high, rng) * shape * slow

    return play


def _swell(midi, length, velocity, rng):
    """A warm tone that comes and goes over the whole length of the note."""
    del rng
    f, t = frequency_of(midi), _time(length)
    shape = np.sin(np.pi * np.clip(t / length, 0, 1)) ** 1.4
    tone = sum(0.34 ** (k - 1) * np.sin(2 * np.pi * f * k * t) for k in (1, 2, 3))
    return velocity * shape * (tone + 0.8 * np.sin(2 * np.pi * f * 1.0022 * t))


INSTRUMENTS = {
    "kalimba": _struck([(1, 1, 1.9), (2.0, 0.05, 0.8), (5.9, 0.17, 0.24), (13.3, 0.03, 0.07)], 0.002, 0.10),
    "marimba": _struck([(1, 1, 1.0), (3.93, 0.24, 0.22), (9.4, 0.06, 0.07)], 0.003, 0.07, 1100),
    "vibraphone": _struck([(1, 1, 4.2), (3.98, 0.10, 1.1), (9.9, 0.02, 0.2)], 0.006, tremolo=0.22),
    "glockenspiel": _struck([(1, 1, 2.4), (2.756, 0.16, 0.9), (5.404, 0.05, 0.35)], 0.003, dark=2.0),
    "celesta": _struck([(1, 1, 2.0), (2.0, 0.10, 1.0), (4.0, 0.10, 0.5), (6.9, 0.03, 0.2)], 0.003, 0.02),
    "nylon": _plucked(2.6, 0.45, 0.21),
    "pizzicato": _plucked(1.25, 0.42, 0.17, damped=0.07),
    "felt-piano": _felt_piano,
    "bass": _bass,
    "pad": _pad(0.7, 1.1, 1.35),
    "bright-pad": _pad(0.45, 0.9, 1.05),
    "ocarina": _ocarina,
    "drum": _drum,
    "tap": _tap,
    "shaker": _shaker,
    "jingle": _jingle,
    "air-in": _air(500, 2600),
    "air-out": _air(260, 1500),
    "paper": _air(1500, 5200),
    "swell": _swell,
}
