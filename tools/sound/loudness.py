"""Loudness as people hear it, after ITU-R BS.1770-5 (integrated with both gates, and momentary), for one channel."""

import numpy as np

_BLOCK_SECONDS = 0.4
_STEP_SECONDS = 0.1
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
# The standard's own constant: it cancels the weighting filter's gain at 997 Hz.
_OFFSET = -0.691
SILENCE = -120.0


def _shelf_and_high_pass(rate):
    """Both weighting filters as (b, a), from their analogue shape, so that they hold at any sample rate."""
    gain_db, q, centre = 3.999843853973347, 0.7071752369554196, 1681.974450955533
    k = np.tan(np.pi * centre / rate)
    high, band = 10 ** (gain_db / 20), (10 ** (gain_db / 20)) ** 0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf = (
        np.array([high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k]) / a0,
        np.array([1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]),
    )
    q, centre = 0.5003270373238773, 38.13547087602444
    k = np.tan(np.pi * centre / rate)
    a0 = 1 + k / q + k * k
    high_pass = (np.array([1.0, -2.0, 1.0]), np.array([1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]))
    return shelf, high_pass


def weigh(samples, rate):
    """The samples after the standard's K-weighting. Filtered by spectrum: numpy has no recursive filter."""
    size = 1 << int(np.ceil(np.log2(len(samples) + rate)))
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = np.ones_like(z)
    for b, a in _shelf_and_high_pass(rate):
        response = response * (b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z)
    return np.fft.irfft(np.fft.rfft(samples, size) * response, size)[: len(samples)]


def _block_powers(samples, rate):
    """Mean square of each 400 ms block, one every 100 ms. Shorter sounds are taken as followed by silence."""
    block, step = int(_BLOCK_SECONDS * rate), int(_STEP_SECONDS * rate)
    if len(samples) < block:
        samples = np.concatenate([samples, np.zeros(block - len(samples))])
    total = np.concatenate([[0.0], np.cumsum(weigh(samples, rate) ** 2)])
    starts = np.arange(0, len(samples) - block + 1, step)
    return (total[starts + block] - total[starts]) / block


def _as_lufs(power):
    return float(_OFFSET + 10 * np.log10(power)) if power > 1e-12 else SILENCE


def integrated(samples, rate):
    """Integrated loudness in LUFS: the loudness of the whole, its pauses left out by the two gates."""
    powers = _block_powers(samples, rate)
    powers = powers[powers > 10 ** ((_ABSOLUTE_GATE - _OFFSET) / 10)]
    if not len(powers):
        return SILENCE
    gate = powers.mean() * 10 ** (_RELATIVE_GATE / 10)
    return _as_lufs(powers[powers > gate].mean())


def loudest_moment(samples, rate):
    """The highest momentary loudness (400 ms) in LUFS: how loud a short sound seems."""
    return _as_lufs(_block_powers(samples, rate).max())


def peak_db(samples):
    """The highest sample in dB of full scale."""
    peak = float(np.abs(samples).max()) if len(samples) else 0.0
    return 20 * np.log10(peak) if peak > 0 else SILENCE


def gain(decibels):
    """The factor for a change in decibels."""
    return 10 ** (decibels / 20)
