"""Measures programs from outside: start to the first complete picture, memory, processor time. README.md says how to read it."""
import argparse
import contextlib
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from screen import Screen

HERE = pathlib.Path(__file__).resolve().parent
SAME = 0.995   # so much of what does not move must be there before a picture counts as complete


class Watch:
    """Looks at the screen for some seconds and then tells when the picture was complete."""

    def __init__(self, screen, seconds):
        self.start = time.monotonic()
        self.pictures = [(0.0, screen.samples())]
        while (now := time.monotonic() - self.start) < seconds:
            picture = screen.samples()
            if picture != self.pictures[-1][1]:
                self.pictures.append((now, picture))
            time.sleep(0.001)
        self.seconds = seconds

    def first_change_ms(self):
        return round(self.pictures[1][0] * 1000, 1) if len(self.pictures) > 1 else None

    def complete_ms(self):
        """When everything that stands still in the second half of the watch was first there, and stayed. None: nothing ever stood still."""
        last = memoryview(self.pictures[-1][1]).cast("I")
        still = [True] * len(last)
        for at, picture in self.pictures:
            if at >= self.seconds / 2:
                for i, colour in enumerate(memoryview(picture).cast("I")):
                    if colour != last[i]:
                        still[i] = False
        kept = [i for i, is_still in enumerate(still) if is_still]
        if len(self.pictures) < 2 or len(kept) < len(last) / 2:
            return None
        complete = None
        for at, picture in reversed(self.pictures):
            now = memoryview(picture).cast("I")
            if sum(now[i] == last[i] for i in kept) < SAME * len(kept):
                break
            complete = at
        return round(complete * 1000, 1) if complete else None


def family(pid):
    """The process and everything it started."""
    pids, look = [], [pid]
    while look:
        one = look.pop()
        pids.append(one)
        for task in pathlib.Path(f"/proc/{one}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                look += [int(child) for child in task.read_text().split()]
    return pids


def memory_mb(pid):
    """Resident memory, and the part of it that no other process shares in (each shared page divided among its users)."""
    total = {"Rss": 0, "Pss": 0}
    for one in family(pid):
        with contextlib.suppress(OSError):
            for line in pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                name, _, rest = line.partition(":")
                if name in total:
                    total[name] += int(rest.split()[0]) / 1024
    return total


def cpu_seconds(pid):
    """User and system time so far, in ticks of 10 ms, dead threads included (proc(5), fields 14 and 15 of stat)."""
    ticks = 0
    for one in family(pid):
        with contextlib.suppress(OSError):
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def wakeups(pid):
    count = 0
    for one in family(pid):
        for status in pathlib.Path(f"/proc/{one}/task").glob("*/status"):
            with contextlib.suppress(OSError):
                count += sum(int(line.split()[1]) for line in status.read_text().splitlines() if "ctxt_switches" in line)
    return count


def load(pid, server, seconds, figures, name):
    before, server_before, woken, start = cpu_seconds(pid), cpu_seconds(server), wakeups(pid), time.monotonic()
    time.sleep(seconds)
    took = time.monotonic() - start
    figures[f"cpu_{name}_percent"] = round((cpu_seconds(pid) - before) / took * 100, 2)
    figures[f"server_{name}_percent"] = round((cpu_seconds(server) - server_before) / took * 100, 2)
    figures[f"wakeups_{name}_per_s"] = round((wakeups(pid) - woken) / took, 1)


class Program:
    """Something to start. `prepare` is called once and returns a folder; `each` before every start. `key`: pressed once the first picture
    is there, for what comes after it."""

    def __init__(self, name, command, watch=4.0, environment=None, prepare=None, each=None, key=None):
        self.name, self.command, self.watch, self.environment = name, command, watch, environment or {}
        self.prepare, self.each, self.key = prepare, each, key

    def start(self, home, display):
        environment = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        environment.update(DISPLAY=display, HOME=home, LC_ALL="C.UTF-8", LANG="C.UTF-8", SDL_AUDIODRIVER="dummy", **self.environment)
        return subprocess.Popen([part.replace("HOME", home) for part in self.command], env=environment, cwd=home,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def measure(self, home, settle):
        if self.each:
            self.each(home)
        figures = {}
        with Screen() as screen:
            screen.samples()
            begin = time.monotonic()
            process = self.start(home, screen.display)
            try:
                watch = Watch(screen, self.watch)
                lag = (watch.start - begin) * 1000
                figures["first_change_ms"] = plus(watch.first_change_ms(), lag)
                figures["complete_ms"] = plus(watch.complete_ms(), lag)
                if self.key:
                    screen.press(self.key)
                    figures["next_picture_ms"] = Watch(screen, 3).complete_ms()
                memory = memory_mb(process.pid)
                figures["resident_mb"], figures["own_share_mb"] = round(memory["Rss"], 1), round(memory["Pss"], 1)
                load(process.pid, screen.server.pid, 3, figures, "idling")
                time.sleep(settle)
                load(process.pid, screen.server.pid, 10, figures, "settled")
                memory = memory_mb(process.pid)
                figures["resident_settled_mb"] = round(memory["Rss"], 1)
                if process.poll() is not None:
                    raise RuntimeError(f"{self.name} ended by itself with {process.returncode}")
            finally:
                end(process)
        return figures


def plus(value, more):
    return None if value is None else round(value + more, 1)


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def first_player(program):
    """Makes a player as a child would, so that the game's later starts have someone to ask for, and its pictures are in the cache."""
    def prepare(home):
        with Screen() as screen:
            process = program.start(home, screen.display)
            Watch(screen, 4)
            for _ in range(4):  # language, country, animal, colour
                screen.press("Return")
                time.sleep(2)
            time.sleep(3)
            end(process)
        if not list(pathlib.Path(home, "saves", "profiles").glob("*.json")):
            raise RuntimeError("no player was made by four presses of Return: has the first start changed?")
    return prepare


def forget(home):
    shutil.rmtree(pathlib.Path(home, "saves"), ignore_errors=True)


def love_game(home):
    pathlib.Path(home, "main.lua").write_text("")
    pathlib.Path(home, "conf.lua").write_text("function love.conf(t) t.window.width = 1280 t.window.height = 720 end\n")


def programs(build):
    game = str(build / "sango")
    later = Program("sango", [game, "--data", "HOME/saves"], key="Return")
    later.prepare = first_player(later)
    yield Program("empty window", [str(build / "tests" / "bench" / "sango_empty_window")], watch=2.0)
    yield later
    yield Program("sango, first start ever", [game, "--data", "HOME/saves"], each=forget)
    if shutil.which("love"):
        yield Program("LÖVE, empty main.lua", ["love", "HOME"], prepare=love_game)
    gcompris = shutil.which("gcompris-qt", path=os.environ.get("PATH", "") + ":/usr/games")
    if gcompris:
        yield Program("GCompris", [gcompris, "--window", "--mute"], watch=30.0)


def bench_figures(build):
    """The game's own account, window included, to hold beside what is seen from outside."""
    with Screen() as screen, tempfile.TemporaryDirectory(prefix="sango-bench-") as home:
        start = time.monotonic()
        process = subprocess.Popen([str(build / "sango"), "--bench"], env=dict(os.environ, DISPLAY=screen.display, HOME=home, SDL_AUDIODRIVER="dummy"),
                                   cwd=home, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        watch = Watch(screen, 3)
        output, _ = process.communicate(timeout=120)
        figures = json.loads(output)
        figures["title_complete_seen_from_outside_ms"] = plus(watch.complete_ms(), (watch.start - start) * 1000)
        return figures


def median(values):
    known = [value for value in values if value is not None]
    return round(statistics.median(known), 2) if known else None


def table(medians):
    columns = [("complete_ms", "picture ms"), ("next_picture_ms", "title ms"), ("resident_mb", "RSS MB"), ("own_share_mb", "PSS MB"),
               ("cpu_idling_percent", "CPU idling %"), ("cpu_settled_percent", "CPU settled %"), ("wakeups_settled_per_s", "wakeups/s")]
    base = medians["empty window"]
    lines = [f"{'':26}" + "".join(f"{title:>20}" for _, title in columns)]
    for name, figures in medians.items():
        cells = []
        for key, _ in columns:
            value, one = figures.get(key), base.get(key)
            ratio = f" ({value / one:.1f}x)" if value is not None and one else ""
            cells.append(f"{'-' if value is None else f'{value:g}'}{ratio}")
        lines.append(f"{name:26}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description="Measures the game from outside.")
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--settle", type=float, default=10, help="seconds between the idling and the settled figure")
    parser.add_argument("--only", default="", help="programs whose name contains one of these words, comma between")
    arguments = parser.parse_args()
    build = arguments.build.resolve()
    wanted = [word for word in arguments.only.split(",") if word]
    chosen = [program for program in programs(build) if program.name == "empty window" or not wanted or any(word in program.name for word in wanted)]
    runs = {program.name: [] for program in chosen}
    with contextlib.ExitStack() as stack:
        homes = {program.name: stack.enter_context(tempfile.TemporaryDirectory(prefix="sango-bench-")) for program in chosen}
        for program in chosen:
            if program.prepare:
                program.prepare(homes[program.name])
        for turn in range(arguments.runs):
            for program in chosen:  # A B C A B C: whatever else the computer does falls on all alike
                print(f"{turn + 1}/{arguments.runs} {program.name}", file=sys.stderr)
                runs[program.name].append(program.measure(homes[program.name], arguments.settle))
    medians = {name: {key: median([run.get(key) for run in all_runs]) for key in all_runs[0]} for name, all_runs in runs.items()}
    print(table(medians) + "\n(x times the empty window)", file=sys.stderr)
    processor = next((line.partition(":")[2].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")), "")
    print(json.dumps({"processor": processor, "cores": os.cpu_count(), "load_at_end": os.getloadavg()[0], "medians": medians, "runs": runs,
                      "own_bench": bench_figures(build)}, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
