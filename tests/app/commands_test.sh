#!/usr/bin/env bash
# The programs as they are started from a command line. Usage: commands_test.sh SANGO [SANGO_PACK], in the project's root.
set -u
here=$(cd "$(dirname "$0")" && pwd)
sango=$(realpath "$1")
pack_tool=${2:+$(realpath "$2")}
version=$(sed -n 's/^project(sango VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
export HOME=$work/home LC_ALL=C.UTF-8 SDL_AUDIODRIVER=dummy LSAN_OPTIONS=suppressions=$here/../leaks.txt:print_suppressions=0
mkdir "$HOME"
failures=0

fail() { echo "FAILED: $1"; failures=$((failures + 1)); }
# runs WHAT CODE COMMAND...: the command must exit with CODE; $out and $err are what it said.
runs() {
  local what=$1 wanted=$2 code
  shift 2
  timeout 60 "$@" >"$work/stdout" 2>"$work/stderr"
  code=$?
  out=$(cat "$work/stdout")
  err=$(cat "$work/stderr")
  if [ "$code" -ne "$wanted" ]; then fail "$what: exit code $code, not $wanted"; echo "$out" | tail -5; echo "$err" | tail -20; fi
}
# says WHAT TEXT PATTERN: the text has a line like the pattern.
says() { echo "$2" | grep -Eq -- "$3" || { fail "$1: \"$3\" is not in: $2"; }; }
# in_a_window KEYS COMMAND...: plays on a private screen; true if it opened, played on and ended well.
in_a_window() { local keys=$1; shift; python3 "$here/../bench/screen.py" "$keys" 1 "$@" >"$work/stdout" 2>&1; }
# setting FILE KEY: what a save's settings say.
setting() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["settings"][sys.argv[2]])' "$1" "$2"; }
# pictures DIR WxH: how many PNGs of exactly that size; the size is in the first 24 bytes.
pictures() {
  python3 - "$1" "$2" <<'PY'
import pathlib, struct, sys
files = sorted(pathlib.Path(sys.argv[1]).glob("*.png"))
sizes = {"%dx%d" % struct.unpack(">II", file.read_bytes()[16:24]) for file in files}
print(len(files) if sizes == {sys.argv[2]} else f"sizes {sorted(sizes)}")
PY
}

# Help and version.
runs "--help" 0 "$sango" --help
for option in --terminal --demo --tour --bench --lang --text-size --theme --size --data --pack --script --software; do says "--help" "$out" "$option"; done
runs "--version" 0 "$sango" --version
[ "$out" = "Sango: Safe Online $version" ] || fail "--version says \"$out\", CMakeLists.txt says $version"

# What is not understood is said in a sentence that names it, and nothing starts.
while read -r arguments; do
  # shellcheck disable=SC2086  # the arguments are words
  runs "sango $arguments" 2 "$sango" $arguments
  [ -z "$out" ] || fail "sango $arguments: says something on standard output: $out"
  says "sango $arguments" "$err" "^${arguments%% *}.*[a-z0-9]+\. Try --help\.$"
done <<'ARGUMENTS'
--nonsense
lesson
--demo
--size 12
--size 1x1
--text-size 120
--theme night
ARGUMENTS

# A lesson in the terminal, told by number what the scripts tell by id.
for script in content/core/plays/*.play; do
  runs "terminal_play.py $script" 0 python3 "$here/terminal_play.py" "$sango" "$script"
done
runs "--terminal with an unknown lesson" 1 "$sango" --terminal no-such-lesson
says "--terminal with an unknown lesson" "$err" "no-such-lesson.*who-can-help"
runs "--terminal when the input ends" 0 bash -c "printf '1\n\n\n' | '$sango' --terminal"

# A demo in a folder that is not there yet; a picture of every step.
runs "--demo" 0 "$sango" --demo "$work/a/b" --size 640x480 --script private-eye-wise
count=$(pictures "$work/a/b" 640x480)
[ "$count" -gt 40 ] 2>/dev/null || fail "--demo DIR --size 640x480: $count instead of more than 40 pictures"
runs "--demo with an unknown script" 1 "$sango" --demo "$work/c" --script no-such-script
runs "--demo where a file is in the way" 1 "$sango" --demo "$work/stdout/x"

# Without a display and with standard input closed: the demo, in the folder out.
mkdir "$work/empty"
runs "no display, no terminal" 0 bash -c "cd '$work/empty' && exec '$sango' <&-"
says "no display, no terminal" "$out" "no display"
count=$(pictures "$work/empty/out" 1280x720)
[ "$count" -gt 40 ] 2>/dev/null || fail "no display, no terminal: $count instead of more than 40 pictures"
[ -z "$(find "$HOME" -type f)" ] || fail "the demo or the terminal wrote into the user's folder: $(find "$HOME" -type f)"

# Saves go where --data says, and where they cannot be kept the game plays on.
in_a_window Return,Return,Return,Return "$sango" --data "$work/saves" || { fail "--data"; tail -20 "$work/stdout"; }
[ "$(find "$work/saves/profiles" -name '*.json' | wc -l)" -eq 1 ] || fail "--data: no player was saved"
touch "$work/file"
in_a_window Return,Return,Return,Return "$sango" --data "$work/file/saves" || { fail "a folder that cannot be written"; tail -20 "$work/stdout"; }

# A school's stick: the program with its files, portable.txt and defaults.json beside it.
mkdir "$work/stick"
cp "$sango" "$work/stick/"
ln -s "$(dirname "$sango")/share" "$work/stick/share"
touch "$work/stick/portable.txt"
echo '{"language": "ar", "text_size": 150, "theme": "contrast"}' >"$work/stick/defaults.json"
in_a_window Return,Return,Return,Return "$work/stick/sango" || { fail "the stick"; tail -20 "$work/stdout"; }
player=$(find "$work/stick/data/profiles" -name '*.json' 2>/dev/null | head -1)
if [ -n "$player" ]; then
  [ "$(setting "$player" language) $(setting "$player" text_size) $(setting "$player" theme)" = "ar 150 contrast" ] || fail "defaults.json: $(cat "$player")"
else
  fail "portable.txt: no player was saved in data beside the program"
fi
[ -z "$(find "$HOME" -name '*.json')" ] || fail "the stick wrote into the user's folder: $(find "$HOME" -name '*.json')"

# The packs' own tool.
if [ -n "$pack_tool" ]; then
  runs "sango-pack check of the core pack" 0 "$pack_tool" check content/core
  cp -r content/core "$work/broken"
  echo '{"id": "half' >"$work/broken/lessons/who-can-help.json"
  runs "sango-pack check of a broken pack" 1 "$pack_tool" check "$work/broken"
  says "sango-pack check of a broken pack" "$out$err" 'who-can-help\.json'
  runs "sango-pack check of nothing" 1 "$pack_tool" check "$work/not-there"
  runs "sango-pack with an unknown command" 2 "$pack_tool" nonsense
fi

[ "$failures" -eq 0 ] && echo "All commands do what they say." || { echo "$failures failures"; exit 1; }
