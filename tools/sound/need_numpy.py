"""Makes sure that numpy is there before anything imports it.

On many machines a second Python stands before the system's on the PATH and has no numpy, while the
system's own has it (Debian: python3-numpy). Then the same command starts once more with that one.
"""

import importlib.util
import os
import sys

_SYSTEM_PYTHON = "/usr/bin/python3"
_MARK = "SANGO_SOUND_SECOND_TRY"


def need_numpy():
    """Return if numpy can be imported; else start again with the system's Python, or stop and say what to install."""
    if importlib.util.find_spec("numpy"):
        return
    if os.path.exists(_SYSTEM_PYTHON) and _MARK not in os.environ:
        os.environ[_MARK] = "1"
        sys.stdout.flush()
        os.execv(_SYSTEM_PYTHON, [_SYSTEM_PYTHON, *sys.argv])
    sys.exit("numpy is missing. Install it (Debian: apt install python3-numpy) and try again.")
