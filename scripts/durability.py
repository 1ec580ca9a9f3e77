"""What is acknowledged is there, and what is undone is gone: at the workbench's own forms, without a browser.

Usage: durability.py DRAGOMAN FOLDER [--kills N] [--acts N]

The program is killed (`kill -9`) at N random moments while statements are being saved one after the other, and
started again each time: every statement that was acknowledged is there once, the one under way at most once,
and once after it was sent again, as the page does. Then N random acts of every kind (statements made, changed
and removed, suggestions accepted and rejected, changes of all at once, merges, splits) are undone one by one:
the case is byte for byte what it was; redone, what it had become.
"""

import http.cookiejar
import json
import random
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from coding_cases import MIXED, mixed_case, suggested_case  # noqa: E402


class Client:
    """Someone at the forms, who signs in with the address that the program printed."""

    def __init__(self, start: str):
        self.root = start.split("/?")[0]
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.opener.open(start, timeout=30).read()
        page = self.opener.open(self.root + "/documents/new", timeout=30).read().decode()
        self.token = re.search(r'name="form-token" value="([^"]+)"', page).group(1)

    def post(self, path: str, fields: list[tuple[str, str]]) -> dict:
        body = urllib.parse.urlencode([("form-token", self.token), ("by", "Ana Coder"), *fields]).encode()
        request = urllib.request.Request(
            self.root + path, body, {"Dragoman-Live": "1", "Origin": self.root, "Sec-Fetch-Site": "same-origin"})
        try:
            return json.load(self.opener.open(request, timeout=60)) | {"ok": True}
        except urllib.error.HTTPError as error:
            return json.load(error) | {"ok": False}

    def get(self, path: str) -> str:
        return self.opener.open(self.root + path, timeout=60).read().decode()


def started(dragoman: str, store: Path):
    server = subprocess.Popen([dragoman, "serve", store, "--for", "1200"], stdout=subprocess.PIPE, text=True)
    found = re.search(r"http://[^/]+/\?token=\w+", server.stdout.readline())
    return server, found.group(0)


def made(dragoman: str, case: Path, store: Path) -> None:
    for old in store.parent.glob(store.name + "*"):
        old.unlink()
    subprocess.run(
        [dragoman, "convert", case, "--output", store, "--by", "anna"], check=True, stdout=subprocess.DEVNULL)


def exported(dragoman: str, store: Path) -> bytes:
    """The case as it is in the file, which no one else has open or has open in peace."""
    out = store.parent / "exported.json"
    out.unlink(missing_ok=True)
    subprocess.run([dragoman, "convert", store, "--output", out], check=True, capture_output=True)
    return out.read_bytes()


def statement(number: int, chance: random.Random) -> list[tuple[str, str]]:
    words = MIXED.split(".")[0]
    end = chance.randrange(20, len(words))
    return [
        ("source", "mixed"), ("span", f"0-{end}"), ("exact", MIXED[:end]),
        ("speaker", chance.choice(["north", "south"])), ("act", chance.choice(["demand", "offer", "reject"])),
        ("about", "issue:water"), ("option", chance.choice(["turns", "meters"])), ("gist", f"Number {number}"),
    ]


def gists_in(client: Client) -> list[str]:
    """What the workbench has of the statements, as the coding form's book names them."""
    book = json.loads(client.get("/coding/book.json"))["view"]
    return [one["title"].split(": ", 1)[1] for one in book["subjects"] if one["token"].startswith("statement:")]


def sent_again(client: Client, form: list, under_way: str, acknowledged: list[str], count: int) -> int:
    """What was acknowledged is there once, what was under way at most once, and once after the page sent it again."""
    gists = gists_in(client)
    lost = [one for one in acknowledged if gists.count(one) != 1]
    assert not lost, f"acknowledged, and there {[gists.count(one) for one in lost]} times: {lost}"
    assert gists.count(under_way) <= 1, f"under way, and there {gists.count(under_way)} times"
    answer = client.post("/coding/statements", form)
    assert answer["ok"], answer
    found = gists_in(client).count(under_way)
    assert found == 1, f"sent again, and there {found} times"
    acknowledged.append(under_way)
    return count + 1


def kills(dragoman: str, folder: Path, number: int) -> None:
    """Each start of the program serves two ends: it looks at what the kill before left, and is killed itself."""
    chance = random.Random(20251129)
    store = folder / "killed.dragoman"
    made(dragoman, mixed_case(folder / "mixed"), store)
    acknowledged: list[str] = []
    count = 0
    under_way = form = None
    server, start = started(dragoman, store)
    for _ in range(number):
        try:
            client = Client(start)
            if form:
                count = sent_again(client, form, under_way, acknowledged, count)
        except BaseException:
            server.kill()
            raise
        timer = threading.Timer(chance.uniform(0.0, 0.6), server.send_signal, [signal.SIGKILL])
        timer.start()
        while True:
            form = statement(count, chance)
            under_way = dict(form)["gist"]
            try:
                answer = client.post("/coding/statements", form)
            except (OSError, ValueError, http.client.HTTPException):
                break
            if not answer["ok"]:
                server.kill()
            assert answer["ok"], answer
            acknowledged.append(under_way)
            count += 1
        timer.join()
        server.wait()
        server, start = started(dragoman, store)
    try:
        count = sent_again(Client(start), form, under_way, acknowledged, count)
    finally:
        server.terminate()
        server.wait()
    # The file itself, read by another run, holds the same.
    gists = [one["gist"] for one in json.loads(exported(dragoman, store))["statements"]]
    assert sorted(gists) == sorted(acknowledged), "the file has other statements than the workbench showed"
    verified = subprocess.run([dragoman, "verify", store], capture_output=True, text=True)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    print(f"durability: killed {number} times while saving {count} statements: none lost, none doubled", file=sys.stderr)


class Acts:
    """Random acts of a person, of every kind."""

    def __init__(self, client: Client, chance: random.Random):
        self.client, self.chance, self.number = client, chance, 0

    def case(self) -> dict:
        return json.loads(self.client.get("/coding/book.json"))["view"]

    def statements(self) -> list[str]:
        return json.loads(self.client.get("/statements.json"))["view"]

    def make(self) -> dict:
        place = self.chance.randrange(len(self.places))
        start, end = self.places[place]
        self.number += 1
        new = self.chance.random()
        return self.client.post("/coding/statements", [
            ("source", "waiting"), ("span", f"{start}-{end}"), ("exact", self.text[start:end]),
            ("speaker", f"+Envoy {self.number}" if new < 0.2 else self.chance.choice(self.case()["actors"])["id"]),
            ("act", self.chance.choice(["demand", "offer", "reject", "state"])),
            ("about", f"+issue:Matter {self.number}" if new > 0.8 else "issue:water"),
            *([] if new > 0.8 else [("option", self.chance.choice(["turns", "meters", f"+Way {self.number}"]))]),
            ("gist", f"Reading {self.number}"), *([("date", "last Monday")] if new < 0.5 else []),
            *([("requires.0.about", f"+milestone:Step {self.number}"), ("requires.0.kind", "before")] if new < 0.3 else []),
        ])

    def change(self) -> dict:
        every = self.statements()
        if not every:
            return {"ok": False}
        known = json.loads(self.client.get("/coding/entry.json?statement=" + self.chance.choice(every)))["view"]
        self.number += 1
        fields = [("source", "waiting"), ("id", known["id"]), ("expected", str(known["expected"]))]
        for span in known["spans"]:
            fields += [("span", f"{span['start']}-{span['end']}"), ("exact", self.text[span["start"]:span["end"]])]
        return self.client.post("/coding/statements", fields + [
            ("speaker", self.chance.choice(self.case()["actors"])["id"]), ("act", "propose"), ("gist", f"Put right {self.number}")])

    def remove(self) -> dict:
        every = self.statements()
        return self.client.post("/coding/removal", [("id", self.chance.choice(every))]) if every else {"ok": False}

    def decide(self) -> dict:
        keys = re.findall(r'id="line-c-(\d+)"', self.client.get("/documents/waiting"))
        if not keys:
            return {"ok": False}
        return self.client.post("/coding/candidates", [
            ("candidate", self.chance.choice(keys)), ("do", self.chance.choice(["accept", "reject"]))])

    def bulk(self) -> dict:
        query = f"/statements?speaker={self.chance.choice(self.case()['actors'])['id']}&field=stance&value.stance=" \
            + self.chance.choice(["for", "against"])
        page = self.client.get(query)
        shown = re.search(r'name="shown" value="(\w+)"', page)
        if not shown or "Nothing would change" in page:
            return {"ok": False}
        fields = urllib.parse.parse_qsl(query.split("?")[1])
        return self.client.post("/coding/bulk", [*fields, ("shown", shown.group(1))])

    def merge(self) -> dict:
        section = self.chance.choice(["actors", "issues"])
        ids = [one["id"] for one in self.case()[section] if one["id"] not in ("north", "south", "courier", "water", "share")]
        if len(ids) < 2:
            return {"ok": False}
        other, kept = self.chance.sample(ids, 2)
        return self.client.post("/coding/merge", [("section", section), ("other", other), ("kept", kept)])

    def split(self) -> dict:
        every = self.statements()
        if not every:
            return {"ok": False}
        self.number += 1
        return self.client.post("/coding/merge", [
            ("section", "issues"), ("split", "water"), ("title", f"Apart {self.number}"),
            ("statement", self.chance.choice(every))])


def undone(dragoman: str, folder: Path, number: int) -> None:
    chance = random.Random(7)
    store = folder / "undone.dragoman"
    case = suggested_case(folder / "waiting", 120)
    made(dragoman, case, store)
    server, start = started(dragoman, store)
    try:
        acts = Acts(Client(start), chance)
        acts.text = (folder / "waiting" / "texts" / "waiting.txt").read_text(encoding="utf-8")
        acts.places = [match.span() for match in re.finditer(r"[^\n]+", acts.text)]
        # Who codes becomes an analyst of the case by the first change, and stays one.
        assert acts.make()["ok"]
        assert acts.client.post("/coding/undo", [("do", "undo")])["ok"]
        before = exported(dragoman, store)
        done: dict[str, int] = {}
        kinds = [acts.make] * 5 + [acts.change] * 3 + [acts.remove, acts.decide, acts.decide, acts.bulk, acts.merge, acts.split]
        while sum(done.values()) < number or len(done) < len(set(kinds)):
            act = chance.choice(kinds)
            if act()["ok"]:
                done[act.__name__] = done.get(act.__name__, 0) + 1
        number = sum(done.values())
        became = exported(dragoman, store)
        assert became != before
        for _ in range(number):
            answer = acts.client.post("/coding/undo", [("do", "undo")])
            assert answer["ok"], answer
        assert exported(dragoman, store) == before, "undone, the case is not what it was"
        for _ in range(number):
            answer = acts.client.post("/coding/undo", [("do", "redo")])
            assert answer["ok"], answer
        assert exported(dragoman, store) == became, "redone, the case is not what it had become"
    finally:
        server.terminate()
        server.wait()
    print(f"durability: {number} random acts undone and redone, byte for byte ({done})", file=sys.stderr)


def option(name: str, standard: int) -> int:
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else standard


def main() -> None:
    dragoman, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    kills(dragoman, folder, option("--kills", 100))
    undone(dragoman, folder, option("--acts", 120))
    print(f"durability: {time.monotonic() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
