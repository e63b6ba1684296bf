"""Ogg Vorbis files in and out, through oggenc and oggdec (vorbis-tools)."""

import io
import subprocess
import wave

import numpy as np

RATE = 44100
# A fixed stream number, so that the same sound always gives the same file.
_SERIAL = "1"


def write_ogg(path, samples, quality, title):
    """Write one channel of samples (-1..1) to path. Raises CalledProcessError when oggenc does not take it."""
    # Dither is left out on purpose: its noise would cost more bits than the step it hides at these levels.
    whole = np.round(np.clip(samples, -1, 1) * 32767).astype("<i2")
    memory = io.BytesIO()
    with wave.open(memory, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(whole.tobytes())
    command = ["oggenc", "--quiet", "--quality", str(quality), "--serial", _SERIAL, "--title", title, "--output", str(path), "-"]
    subprocess.run(command, input=memory.getvalue(), check=True)


def read_ogg(path):
    """The samples (-1..1, the channels averaged) and the sample rate. Raises ValueError with a sentence when it cannot."""
    done = subprocess.run(["oggdec", "--quiet", "--output", "-", str(path)], capture_output=True, check=False)
    if done.returncode != 0 or len(done.stdout) <= 44:
        raise ValueError(f"{path}: oggdec cannot read it: {done.stderr.decode(errors='replace').strip()}")
    header = done.stdout[:44]
    channels, rate = int.from_bytes(header[22:24], "little"), int.from_bytes(header[24:28], "little")
    whole = np.frombuffer(done.stdout[44 : 44 + (len(done.stdout) - 44) // (2 * channels) * 2 * channels], "<i2")
    return whole.reshape(-1, channels).mean(axis=1) / 32768, rate
