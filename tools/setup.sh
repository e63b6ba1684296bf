# Sourced by play and check: makes sure that what they need is installed, and says in plain words what and why.

# need WHY PACKAGE...: installs those of the packages that are missing. One look at dpkg, nothing else, when all are there.
need() {
  local why=$1 package missing=()
  shift
  if ! command -v dpkg-query >/dev/null 2>&1; then
    if [ -n "${SANGO_PACKAGES_READY:-}" ]; then return 0; fi
    echo "This script installs packages on Debian and its relatives only. On this system, please install what these Debian packages hold:"
    echo "  $*"
    echo "and then start it again as: SANGO_PACKAGES_READY=1 $0"
    exit 1
  fi
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p')
  for package in "$@"; do
    case $'\n'$installed$'\n' in
      *$'\n'"$package"$'\n'*) ;;
      *) missing+=("$package") ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "$why needs ${#missing[@]} packages that are not installed yet: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "You are not the administrator here and there is no sudo. Please ask an administrator to run this line:"
      echo "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
    echo "sudo may ask for your password."
  fi
  "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || {
    echo "The packages could not be installed; the lines above say why. Is there a connection to Debian's packages?"
    exit 1
  }
}

# What the game is built from and runs with.
game_packages="g++ cmake ninja-build pkg-config python3 libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libsdl2-mixer-dev
  nlohmann-json3-dev libharfbuzz-dev libharfbuzz-bin libfribidi-dev libicu-dev libzip-dev
  libspeechd-dev speech-dispatcher speech-dispatcher-espeak-ng fonts-sil-andika fonts-noto-core fonts-noto-cjk"
# What its tests add.
test_packages="doctest-dev libvalijson-dev unicode-data python3-numpy vorbis-tools strace xvfb xauth"
# What the sanitizers and fuzzers add.
asan_packages="clang libclang-rt-14-dev llvm"

# build PRESET: configures once, then builds what has changed.
build() {
  local log
  if [ ! -f "build/$1/build.ninja" ]; then
    echo "Setting up the build (once)…"
    log=$(cmake --preset "$1" 2>&1) || { echo "$log"; exit 1; }
  fi
  [ -x "build/$1/sango" ] || echo "Building; the first time takes some minutes…"
  log=build/$1/last-build.log
  cmake --build "build/$1" >"$log" 2>&1 || { cat "$log"; exit 1; }
}
