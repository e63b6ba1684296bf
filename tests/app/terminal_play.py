"""terminal_play.py SANGO SCRIPT.play: plays a lesson in the terminal the way the script says, by reading what is offered and typing its
number. Fails where something cannot be chosen, and unless the results come."""
import json
import pathlib
import re
import subprocess
import sys


class Lesson:
    """The texts behind the ids of a lesson in the pack's own language."""

    def __init__(self, pack, lesson):
        self.root = json.loads((pack / "lessons" / (lesson + ".json")).read_text(encoding="utf-8"))
        self.names = {one["id"]: one["name"] for one in json.loads((pack / "cast.json").read_text(encoding="utf-8"))["characters"]}

    def objects(self, wanted, within=None):
        look = [self.root if within is None else within]
        while look:
            one = look.pop()
            if isinstance(one, dict):
                if one.get("id") == wanted:
                    yield one
                look.extend(one.values())
            elif isinstance(one, list):
                look.extend(one)

    def texts(self, wanted, within=None):
        return {one["text"] for one in self.objects(wanted, within) if "text" in one}


def as_pattern(text):
    """Names stand in for their placeholders."""
    return r"(.*\W)?" + ".+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", text)) + r"( \*)?"


class Terminal:
    def __init__(self, sango, lesson):
        self.process = subprocess.Popen([sango, "--terminal", lesson], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.page = self.read()

    def read(self):
        """Up to the next prompt, or to the end."""
        page = ""
        while not page.endswith("\n> "):
            letter = self.process.stdout.read(1)
            if not letter:
                break
            page += letter
        return page

    def type(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        self.page = self.read()

    def offers(self):
        return {int(number): text for number, text in re.findall(r"^  (\d+)  (.*)$", self.page, re.MULTILINE)}

    def choose(self, texts, where):
        patterns = [as_pattern(text) for text in texts]
        found = [number for number, text in self.offers().items() if any(re.fullmatch(pattern, text) for pattern in patterns)]
        if len(found) != 1:
            self.process.kill()
            sys.exit(f"{where}: {len(found)} offers fit {sorted(texts)} on this page:\n{self.page}")
        self.type(str(found[0]))


def main():
    sango, script = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    words = json.loads(pathlib.Path("locales/en/ui.json").read_text(encoding="utf-8"))["strings"]
    words = {key: value["text"] for key, value in words.items()}
    lines = [(number, line.partition("#")[0].split()) for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    name = lines[0][1][1]
    lesson = Lesson(script.parent.parent, name)
    terminal = Terminal(str(sango), name)
    for number, (verb, *ids) in lines[1:]:
        where = f"{script.name}:{number}"
        if verb == "next":
            terminal.type("")
        elif verb == "back":
            terminal.type("b")
        elif verb in ("hint", "send"):
            terminal.choose({words["activity." + verb]}, where)
        elif verb == "helper":
            terminal.choose({lesson.names[one["who"]] for one in lesson.objects(ids[0]) if "who" in one}, where)
        elif verb in ("place", "answer"):
            terminal.choose({text for one in lesson.objects(ids[0]) for text in lesson.texts(ids[1], {"of": list(one.values())})}, where)
        elif verb == "piece":
            terminal.choose({words["tell.row." + ids[0]] + " " + text for text in lesson.texts(ids[1])}, where)
        elif verb in ("choose", "take", "press"):
            terminal.choose(lesson.texts(ids[0]), where)
        elif verb != "expect":
            sys.exit(f"{where}: what is \"{verb}\"?")
    if words["results.practised"] not in terminal.page:
        sys.exit(f"{script.name}: the results did not come; the last page was:\n{terminal.page}")
    terminal.process.stdin.close()
    return terminal.process.wait(10)


if __name__ == "__main__":
    sys.exit(main())
