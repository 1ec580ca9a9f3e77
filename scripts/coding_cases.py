"""Small cases to be coded: a text of many scripts, one with suggestions, and one that is long."""

import hashlib
import json
import random
from pathlib import Path

# Line ends of two characters, emoji with joiners, combining marks, Arabic, Hebrew and Cyrillic.
MIXED = (
    "The North delegation said on Monday that water must be shared by turns, and “not by meters”.\r\n"
    "South\u2019s envoy replied: «Мы не согласны с очередями», добавив, что ждёт до 1 июня.\r\n\r\n"
    "Cafe\u0301 talks resumed 👩‍👩‍👧‍👦 with 🇺🇦 flags and 🏳️‍🌈, he said; e\u0301 and n\u0303 are combined.\r\n"
    "قال المندوب إن الماء يجب أن يُقسم بالدور، وليس بالعداد.\r\n"
    "Посол заявила, що “Північ” чекатиме, — і попросила 15–18 %.\r\n"
    "שלום, said the host — twice. 𝔘nicode 𝟙𝟚𝟛 ends it.\r\n"
)

HEAD = {
    "dragoman": "1",
    "case": {"id": "weirs", "title": "Talks on the weirs", "parties": ["north", "south"]},
    "actors": [
        {"id": "north", "name": "North", "kind": "state", "aliases": ["Північ"]},
        {"id": "south", "name": "South", "kind": "state"},
        {"id": "courier", "name": "The Courier", "kind": "outlet"},
    ],
    "issues": [
        {
            "id": "water", "title": "Sharing of water", "kind": "negotiable",
            "options": [{"id": "turns", "title": "By turns"}, {"id": "meters", "title": "By meters"}],
        },
        {"id": "share", "title": "Share of South", "kind": "negotiable", "value": "quantity", "unit": "percent"},
    ],
}


def written(folder: Path, case: dict, texts: dict[str, str]) -> Path:
    """The case in a folder of its own."""
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / "texts" / name).write_bytes(text.encode())
    (folder / "case.json").write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return folder / "case.json"


def source(name: str, text: str) -> dict:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {
        "id": name, "publisher": "courier", "title": f"The {name} text", "published": "2025-05-20",
        "language": "en", "kind": "report", "reliability": "B", "text": {"file": f"texts/{name}.txt", "sha256": digest},
    }


def mixed_case(folder: Path) -> Path:
    return written(folder, HEAD | {"sources": [source("mixed", MIXED)]}, {"mixed.txt": MIXED})


def sentences(number: int) -> list[str]:
    verbs = ["asks for", "rejects", "proposes", "accepts", "repeats", "questions"]
    things = ["turns at the upper weir", "meters on every gate", "a joint office", "fewer patrols"]
    sides = ["North", "South"]
    return [
        f"{sides[n % 2]} {verbs[n % 6]} {things[n % 4]} in round {n + 1} of the talks, its envoy said."
        for n in range(number)
    ]


def placed(lines: list[str]) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    for line in lines:
        places.append((len(text), len(text) + len(line)))
        text += line + "\n\n"
    return text, places


def proposal(number: int, place: tuple[int, int], text: str, name: str) -> dict:
    return {
        "id": f"{name}-{number + 1:03}", "source": name,
        "quote": {"start": place[0], "end": place[1], "exact": text[place[0]:place[1]]},
        "gist": f"Round {number + 1} is spoken of", "speaker": ["north", "south"][number % 2],
        "act": ["demand", "reject", "propose", "accept"][number % 4],
        "about": {"issue": "water", "option": ["turns", "meters"][number % 2]},
    }


def suggested_case(folder: Path, number: int = 60) -> Path:
    text, places = placed(sentences(number))
    case = HEAD | {
        "sources": [source("waiting", text)],
        "candidates": [
            {"statement": proposal(n, place, text, "waiting"), "proposedBy": "a test", "confidence": "0.8"}
            for n, place in enumerate(places)
        ],
    }
    return written(folder, case, {"waiting.txt": text})


def large_case(folder: Path, characters: int = 300_000, statements: int = 2000) -> Path:
    """Statements all over a long text, three in ten across another."""
    chance = random.Random(7)
    lines, length = [], 0
    while length < characters:
        lines += sentences(len(lines) + 1)[len(lines):]
        length += len(lines[-1]) + 2
    text, places = placed(lines)
    made = []
    for n in range(statements):
        start, end = places[chance.randrange(len(places))]
        if n % 10 < 3:
            start += chance.randrange(20)
            end -= chance.randrange(20)
        made.append(proposal(n, (start, end), text, "long"))
    return written(folder, HEAD | {"sources": [source("long", text)], "statements": made}, {"long.txt": text})
