#!/usr/bin/env bash
# The whole game never uses the internet: every socket it opens is written down by strace while a demo runs and while somebody plays in
# a window, and none may be of an internet family; neither may anything be read that is only read to look up a host's name.
# Usage: no_network.sh SANGO
set -u
here=$(cd "$(dirname "$0")" && pwd)
sango=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset WAYLAND_DISPLAY SDL_VIDEODRIVER PULSE_SERVER
# LeakSanitizer cannot work under strace; the other tests look for leaks.
export ASAN_OPTIONS=detect_leaks=0 HOME=$work/home XDG_RUNTIME_DIR=$work/run SDL_AUDIODRIVER=dummy
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME

# -D: the program stays our own child, so that it can be asked to end.
traced=(strace -D -f -q --seccomp-bpf -e "trace=%network,open,openat" -e signal=none)

# suspicious TRACE: prints what has to do with the internet; true if there is anything.
suspicious() { grep -E 'AF_INET|"/etc/(hosts|resolv\.conf|host\.conf|services)"|io\.systemd\.Resolve' "$1"; }

# complete TRACE: the tracer writes in the background; waits for its last line.
complete() {
  local first tries
  for ((tries = 0; tries < 100; ++tries)); do
    first=$(head -n 1 "$1" 2>/dev/null | cut -d ' ' -f 1)
    if [ -n "$first" ] && grep -q "^$first .*+++ exited with\|^$first .*+++ killed" "$1"; then return 0; fi
    sleep 0.1
  done
  echo "$1: the trace was not complete after ten seconds"
  return 1
}

fail() { echo "FAILED: $1"; exit 1; }

# The trap works: a program that opens an internet socket and one that looks up a name are both seen.
"${traced[@]}" -o "$work/socket" python3 -c 'import socket; socket.socket(socket.AF_INET6)' || fail "strace does not work here"
complete "$work/socket" && suspicious "$work/socket" >/dev/null || fail "an internet socket was not noticed"
"${traced[@]}" -o "$work/name" python3 -c 'import socket; socket.gethostbyname("localhost")'
complete "$work/name" && suspicious "$work/name" >/dev/null || fail "a look-up of a name was not noticed"

# A whole lesson, in memory.
(unset DISPLAY; "${traced[@]}" -o "$work/demo" "$sango" --demo "$work/out" --size 640x480) >"$work/said" 2>&1 || { cat "$work/said"; fail "the demo"; }
complete "$work/demo" || exit 1
suspicious "$work/demo" && fail "the demo uses the internet"

# In a window: first start, title, help, read aloud, map, into a lesson. SDL's and X11's own sockets are local ones. The speech service is
# a listener that hangs up at once, so that the game's side of it is seen and no service is left behind.
python3 - "$work/speech" <<'PY' &
import socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen()
while True:
    listener.accept()[0].close()
PY
listener=$!
SPEECHD_ADDRESS=unix_socket:$work/speech python3 "$here/../bench/screen.py" Return,Return,Return,Return,h,Escape,r,Return,Return,Return,Return,Return 2 \
  "${traced[@]}" -o "$work/play" "$sango" --data "$work/saves" >"$work/said" 2>&1
played=$?
kill "$listener"
[ "$played" -eq 0 ] || { cat "$work/said"; fail "playing in a window"; }
complete "$work/play" || exit 1
suspicious "$work/play" && fail "the game uses the internet"
grep -q 'AF_UNIX' "$work/play" || fail "not even the screen's own socket was seen"
ls "$work"/saves/profiles/*.json >/dev/null 2>&1 || fail "the keys did not reach the game: nobody is playing"
echo "No socket of an internet family, no look-up of a name."
