"""The R package as a source archive.

    r_source.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402

if __name__ == "__main__":
    root = facts.ROOT / "r/dragoman"
    entries = [
        facts.Entry(f"dragoman/{path.relative_to(root).as_posix()}", path.read_bytes())
        for path in root.rglob("*") if path.is_file() and not path.name.startswith(".")
    ]
    facts.write(
        Path(sys.argv[1]) / f"dragoman-r_{facts.version()}.tar.gz", facts.tarred(entries))
