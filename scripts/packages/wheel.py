"""The wheel: the program, and the Python module that calls it.

    wheel.py PROGRAM FOLDER [TAG]

The tag is what `auditwheel show` finds the program to need, unless it is given.
"""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402
import manual  # noqa: E402


def metadata() -> str:
    project = (facts.ROOT / "python/pyproject.toml").read_text("utf-8")
    readme = (facts.ROOT / "python/README.md").read_text("utf-8")
    classifiers = re.findall(r'^  "([A-Z][^"]* :: [^"]*)",$', project, re.M)
    needed = re.search(r'requires-python = "([^"]+)"', project)
    keywords = re.search(r"keywords = \[(.*)\]", project)
    words = ",".join(re.findall(r'"([^"]+)"', keywords[1])) if keywords else ""
    lines = [
        "Metadata-Version: 2.4",
        "Name: dragoman",
        f"Version: {facts.version()}",
        f"Summary: {facts.SUMMARY}",
        f"Keywords: {words}",
        "License-Expression: Apache-2.0",
        "License-File: LICENSE",
        "License-File: THIRD-PARTY.txt",
        *[f"Classifier: {name}" for name in classifiers],
        f"Requires-Python: {needed[1] if needed else '>=3.9'}",
        "Provides-Extra: pandas",
        'Requires-Dist: pandas; extra == "pandas"',
        "Provides-Extra: networkx",
        'Requires-Dist: networkx; extra == "networkx"',
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + readme


def entries(program: Path, tag: str) -> list[facts.Entry]:
    version = facts.version()
    info = f"dragoman-{version}.dist-info"
    data = f"dragoman-{version}.data"
    found = [
        facts.Entry(f"dragoman/{path.name}", path.read_bytes())
        for path in (facts.ROOT / "python/src/dragoman").iterdir()
        if path.suffix == ".py" or path.name == "py.typed"
    ]
    found.append(facts.Entry(f"{data}/scripts/dragoman", program.read_bytes(), executable=True))
    found += [facts.Entry(f"{data}/data/share/{entry.name}", entry.data)
              for entry in manual.shared(str(program)) if not entry.name.startswith("mime/")]
    found += [
        facts.Entry(f"{info}/METADATA", metadata().encode("utf-8")),
        facts.Entry(
            f"{info}/WHEEL",
            f"Wheel-Version: 1.0\nGenerator: dragoman\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()),
        facts.Entry(f"{info}/licenses/LICENSE", (facts.ROOT / "LICENSE").read_bytes()),
        facts.Entry(f"{info}/licenses/THIRD-PARTY.txt", facts.notices().encode("utf-8")),
    ]
    found.sort(key=lambda entry: entry.name)
    record = ""
    for entry in found:
        digest = base64.urlsafe_b64encode(hashlib.sha256(entry.data).digest()).rstrip(b"=").decode()
        record += f"{entry.name},sha256={digest},{len(entry.data)}\n"
    record += f"{info}/RECORD,,\n"
    return found + [facts.Entry(f"{info}/RECORD", record.encode("utf-8"))]


def shown_tag(program: Path) -> str:
    """What auditwheel says of a wheel with the program in it."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder) / f"dragoman-{facts.version()}-py3-none-linux_x86_64.whl"
        wheel.write_bytes(facts.zipped(entries(program, "py3-none-linux_x86_64")))
        auditwheel = facts.BUILD / "package-venv/bin/auditwheel"
        done = subprocess.run([auditwheel, "show", wheel], capture_output=True, text=True)
        found = re.search(r'consistent with the following platform tag: "([^"]+)"',
                          re.sub(r"\s+", " ", done.stdout))
        if not found:
            raise SystemExit(f"auditwheel names no tag:\n{done.stdout}{done.stderr}")
        return f"py3-none-{found[1]}"


def main() -> None:
    program, folder = Path(sys.argv[1]), Path(sys.argv[2])
    tag = sys.argv[3] if len(sys.argv) > 3 else shown_tag(program)
    data = facts.zipped(entries(program, tag))
    for old in folder.glob("dragoman-*.whl"):
        old.unlink()
    facts.write(folder / f"dragoman-{facts.version()}-{tag}.whl", data)


if __name__ == "__main__":
    main()
