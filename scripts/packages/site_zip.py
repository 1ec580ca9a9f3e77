"""The manual's pages as one archive.

    site_zip.py SITE FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402

if __name__ == "__main__":
    site = Path(sys.argv[1])
    name = f"dragoman-{facts.version()}-manual"
    entries = [
        facts.Entry(f"{name}/{path.relative_to(site).as_posix()}", path.read_bytes())
        for path in sorted(site.rglob("*")) if path.is_file()
    ]
    facts.write(Path(sys.argv[2]) / f"{name}.zip", facts.zipped(entries))
