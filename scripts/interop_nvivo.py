"""Takes over projects that NVivo wrote, and looks at what became of them with Python alone.

usage: interop_nvivo.py DRAGOMAN FOLDER WORK
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

dragoman, folder, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
work.mkdir(parents=True, exist_ok=True)
space = "{urn:QDA-XML:project:1.0}"


def selections(path):
    """How many passages of texts were coded, each coder of one counted."""
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.lower().endswith(".qde"))
        root = ElementTree.fromstring(archive.read(name))
    count = 0
    for source in root.iter(f"{space}TextSource"):
        for selection in source.iter(f"{space}PlainTextSelection"):
            coders = {c.get("creatingUser") for c in selection.iter(f"{space}Coding")}
            count += max(1, len(coders))
    return count


def check(path):
    target = work / f"{path.stem}.json"
    taken = subprocess.run(
        [dragoman, "import", path, "--output", target], capture_output=True, encoding="utf-8")
    assert taken.returncode == 0, taken.stderr
    case = json.loads(target.read_text(encoding="utf-8"))
    texts = {}
    for source in case["sources"]:
        file = source["text"]["file"]
        texts[source["id"]] = (work / file).read_bytes().decode("utf-8")
    statements = case.get("statements", [])
    # Every quote stands where it is said to stand, and none is lost without a word.
    for statement in statements:
        quotes = statement["quote"]
        for quote in quotes if isinstance(quotes, list) else [quotes]:
            text = texts[statement["source"]]
            assert text[int(quote["start"]):int(quote["end"])] == quote["exact"], statement["id"]
    expected = selections(path)
    assert len(statements) >= expected, f"{path.name}: {len(statements)} of {expected}"
    again = subprocess.run(
        [dragoman, "import", path, "--into", target], capture_output=True, encoding="utf-8",
        stdin=subprocess.DEVNULL)
    assert again.returncode == 0 and "all of it already" in again.stderr, again.stderr
    subprocess.run([dragoman, "networks", target, "--format", "json"], check=True,
                   stdout=subprocess.DEVNULL)
    return len(statements)


found = {path.name: check(path) for path in sorted(folder.glob("*.qdpx"))}
print("interop: taken over from NVivo, each quote in its place: "
      + ", ".join(f"{count} passages of {name}" for name, count in found.items()), file=sys.stderr)
