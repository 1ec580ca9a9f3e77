"""The archive for any Linux, to be unpacked into a prefix.

    tarball.py PROGRAM FOLDER
"""

from __future__ import annotations

import platform
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402
import manual  # noqa: E402


def name() -> str:
    return f"dragoman-{facts.version()}-linux-{platform.machine()}"


def entries(program: Path) -> list[facts.Entry]:
    found = [facts.Entry("bin/dragoman", program.read_bytes(), executable=True)]
    found += [facts.Entry(f"share/{entry.name}", entry.data)
              for entry in manual.shared(str(program))]
    documents = "share/doc/dragoman"
    for file in ("LICENSE", "README.md", "CHANGELOG.md"):
        found.append(facts.Entry(f"{documents}/{file}", (facts.ROOT / file).read_bytes()))
    found.append(facts.Entry(f"{documents}/THIRD-PARTY.txt", facts.notices().encode()))
    install = (facts.ROOT / "packaging/INSTALL.txt").read_text("utf-8").replace("NAME", name())
    found.append(facts.Entry(f"{documents}/INSTALL.txt", install.encode()))
    return [facts.Entry(f"{name()}/{entry.name}", entry.data, entry.executable) for entry in found]


if __name__ == "__main__":
    facts.write(Path(sys.argv[2]) / f"{name()}.tar.gz", facts.tarred(entries(Path(sys.argv[1]))))
