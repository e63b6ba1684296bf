"""A private X screen whose pixels can be read, and whose keys can be pressed, without disturbing what is measured.

Xvfb keeps its picture in a file (-fbdir) that is mapped into memory here, so looking at it costs the X server nothing.
As a program: screen.py COMMAND... runs a command on such a screen (see main below).
"""
import ctypes
import mmap
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

STEP = 8  # one pixel in so many is looked at, across and down


class Screen:
    """Xvfb on a free display; `with Screen() as screen:` ends it."""

    def __init__(self, width=1280, height=720):
        self.folder = tempfile.mkdtemp(prefix="sango-screen-")
        read, write = os.pipe()
        # A white root, so that a black window is seen as well. No TCP, no access from elsewhere.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-fbdir", self.folder, "-nolisten", "tcp", "-wr", "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start; is the package xvfb installed?")
        self.display = ":" + number
        self._map = None
        self._x11 = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self._map:
            self._pixels.release()
            self._map.close()
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def samples(self):
        """The colours of every STEP-th pixel of every STEP-th row, as bytes, four each."""
        if not self._map:
            self._open_map()
        start, line, width, height = self._layout
        row = [self._pixels[(start + y * line) // 4:(start + y * line) // 4 + width:STEP].tobytes() for y in range(0, height, STEP)]
        return b"".join(row)

    def _open_map(self):
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # X11/XWDFile.h: 32-bit words, here most significant byte first.
        header = struct.unpack(">25I", self._map[:100])
        header_size, width, height, bits, line, colours = header[0], header[4], header[5], header[11], header[12], header[19]
        if bits != 32:
            raise RuntimeError(f"the screen has {bits} bits per pixel, not 32")
        self._layout = (header_size + colours * 12, line, width, height)
        self._pixels = memoryview(self._map)[:len(self._map) // 4 * 4].cast("I")

    def press(self, key):
        """Presses and releases a key ("Return") in the largest window."""
        x11, display = self._connect()
        root = x11.XDefaultRootWindow(display)
        window = self._largest_window(x11, display, root)
        if not window:
            raise RuntimeError("no window is open")
        code = x11.XKeysymToKeycode(display, x11.XStringToKeysym(key.encode()))
        for kind, mask in ((2, 1), (3, 2)):  # KeyPress, KeyRelease and their masks
            event = KeyEvent(kind, 0, 1, display, window, root, 0, int(time.monotonic() * 1000) & 0xFFFFFFFF, 1, 1, 1, 1, 0, code, 1)
            x11.XSendEvent(display, window, 1, mask, ctypes.byref(event))
        x11.XSync(display, 0)

    def has_window(self):
        x11, display = self._connect()
        return bool(self._largest_window(x11, display, x11.XDefaultRootWindow(display)))

    def _connect(self):
        if not self._x11:
            x11 = ctypes.CDLL("libX11.so.6")
            x11.XOpenDisplay.restype = ctypes.c_void_p
            for name, result, arguments in (
                    ("XDefaultRootWindow", ctypes.c_ulong, [ctypes.c_void_p]), ("XStringToKeysym", ctypes.c_ulong, [ctypes.c_char_p]),
                    ("XKeysymToKeycode", ctypes.c_ubyte, [ctypes.c_void_p, ctypes.c_ulong]), ("XSync", ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
                    ("XFree", ctypes.c_int, [ctypes.c_void_p])):
                function = getattr(x11, name)
                function.restype, function.argtypes = result, arguments
            x11.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
            display = x11.XOpenDisplay(self.display.encode())
            if not display:
                raise RuntimeError("the screen does not answer")
            self._x11 = (x11, display)
        return self._x11

    @staticmethod
    def _largest_window(x11, display, root):
        parents, children, count = (ctypes.c_ulong * 2)(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        x11.XQueryTree(ctypes.c_void_p(display), ctypes.c_ulong(root), ctypes.byref(parents), ctypes.byref(parents, ctypes.sizeof(ctypes.c_ulong)),
                       ctypes.byref(children), ctypes.byref(count))
        best, best_area = 0, 99 * 99  # smaller ones are helpers that no-one sees
        for i in range(count.value):
            shape, above = (ctypes.c_uint * 5)(), ctypes.c_ulong()
            part = [ctypes.byref(shape, 4 * j) for j in range(1, 5)]
            corner = (ctypes.c_int * 2)()
            x11.XGetGeometry(ctypes.c_void_p(display), ctypes.c_ulong(children[i]), ctypes.byref(above), ctypes.byref(corner), ctypes.byref(corner, 4),
                             part[0], part[1], part[2], part[3])
            if shape[1] * shape[2] > best_area:
                best, best_area = children[i], shape[1] * shape[2]
        if count.value:
            x11.XFree(children)
        return best


class KeyEvent(ctypes.Structure):
    """Xlib's XKeyEvent."""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("root", ctypes.c_ulong), ("subwindow", ctypes.c_ulong), ("time", ctypes.c_ulong),
                ("x", ctypes.c_int), ("y", ctypes.c_int), ("x_root", ctypes.c_int), ("y_root", ctypes.c_int), ("state", ctypes.c_uint),
                ("keycode", ctypes.c_uint), ("same_screen", ctypes.c_int), ("room", ctypes.c_char * 96)]


def main():
    """screen.py KEYS SECONDS COMMAND...: runs the command on a private screen, presses the keys (comma between, half a second each)
    once a window is there, and ends it (SIGTERM) after so many seconds more. Exits with 1 where it opened no window, ended by itself
    or did not end well."""
    keys, seconds, command = sys.argv[1].split(","), float(sys.argv[2]), sys.argv[3:]
    with Screen() as screen:
        program = subprocess.Popen(command, env=dict(os.environ, DISPLAY=screen.display))
        deadline = time.monotonic() + 60
        while program.poll() is None and not screen.has_window() and time.monotonic() < deadline:
            time.sleep(0.1)
        opened = program.poll() is None and screen.has_window()
        if opened:
            time.sleep(1)
            for key in filter(None, keys):
                if program.poll() is None:
                    screen.press(key)
                time.sleep(0.5)
            time.sleep(seconds)
        alive = program.poll() is None
        if alive:
            program.send_signal(signal.SIGTERM)
            try:
                program.wait(20)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
    if not opened or not alive:
        print(f"{command[0]}: " + ("no window was opened" if not opened else "ended by itself"), file=sys.stderr)
        return 1
    if program.returncode != 0:
        print(f"{command[0]}: ended with {program.returncode} when asked to", file=sys.stderr)
    return 0 if program.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
