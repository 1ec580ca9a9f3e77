"""The Debian package.

    deb.py PROGRAM FOLDER

PROGRAM is linked with Debian's own SQLite, libxml2, zlib and uchardet, which the package names.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from email.utils import formatdate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402
import manual  # noqa: E402

REVISION = "1"


def dependencies(program: Path) -> str:
    """Which packages have the libraries that the program is linked with."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "debian").mkdir()
        (Path(folder) / "debian/control").write_text(
            "Source: dragoman\n\nPackage: dragoman\nArchitecture: any\n")
        done = subprocess.run(
            ["dpkg-shlibdeps", "-O", "--ignore-missing-info", str(program.resolve())], cwd=folder,
            capture_output=True, text=True, check=True)
    return done.stdout.strip().removeprefix("shlibs:Depends=")


def changelog() -> bytes:
    """Debian's changelog: one entry, that names the version; what changed is in the upstream one."""
    return (
        f"dragoman ({facts.version()}-{REVISION}) unstable; urgency=medium\n\n"
        "  * New version; see /usr/share/doc/dragoman/changelog.gz for what changed.\n\n"
        f" -- {facts.MAINTAINER}  {formatdate(facts.epoch())}\n").encode()


def copyright_file() -> bytes:
    """As Debian's policy 12.5 asks for: where it comes from, whose it is, and all that is within it."""
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: dragoman\n"
        "\n"
        "Files: *\n"
        "Copyright: 2025-2026 The Dragoman developers\n"
        "License: Apache-2.0\n"
        " On Debian systems, the full text of the Apache License, Version 2.0, is in the file\n"
        " /usr/share/common-licenses/Apache-2.0.\n"
        "Comment:\n"
        " The program contains work of others; THIRD-PARTY.gz beside this file has their licences.\n"
    ).encode()


def control(program: Path, size: int, machine: str) -> bytes:
    details = textwrap.indent(textwrap.fill(facts.DETAILS.replace("\n", " "), 78), " ") + "\n"
    return (
        "Package: dragoman\n"
        f"Version: {facts.version()}-{REVISION}\n"
        f"Architecture: {machine}\n"
        f"Maintainer: {facts.MAINTAINER}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {dependencies(program)}\n"
        "Recommends: poppler-utils, xdg-utils\n"
        "Suggests: pandoc\n"
        "Section: science\n"
        "Priority: optional\n"
        "Description: record of a negotiation, and what settlement it can bear\n"
        f"{details}").encode()


def main() -> None:
    program, folder = Path(sys.argv[1]), Path(sys.argv[2])
    machine = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()
    entries = [facts.Entry("usr/bin/dragoman", program.read_bytes(), executable=True)]
    entries += [facts.Entry(f"usr/share/{entry.name}", entry.data)
                for entry in manual.shared(str(program))]
    documents = "usr/share/doc/dragoman"
    entries += [
        facts.Entry(f"{documents}/copyright", copyright_file()),
        facts.Entry(f"{documents}/changelog.gz",
                    facts.squeezed((facts.ROOT / "CHANGELOG.md").read_bytes())),
        facts.Entry(f"{documents}/changelog.Debian.gz", facts.squeezed(changelog())),
        facts.Entry(f"{documents}/THIRD-PARTY.gz",
                    facts.squeezed(facts.notices(c_libraries=False).encode())),
        facts.Entry("usr/share/lintian/overrides/dragoman",
                    (facts.ROOT / "packaging/debian/lintian-overrides").read_bytes()),
    ]
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "dragoman"
        for entry in entries:
            path = root / entry.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(entry.data)
            path.chmod(0o755 if entry.executable else 0o644)
        size = sum(len(entry.data) for entry in entries) // 1024 + 1
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_bytes(control(program, size, machine))
        sums = "".join(f"{hashlib.md5(entry.data).hexdigest()}  {entry.name}\n"
                       for entry in sorted(entries, key=lambda entry: entry.name))
        (root / "DEBIAN/md5sums").write_text(sums)
        for path in [root, *root.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
            os.utime(path, (facts.epoch(), facts.epoch()))
        name = f"dragoman_{facts.version()}-{REVISION}_{machine}.deb"
        made = Path(temporary) / name
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)], check=True,
            stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(facts.epoch())})
        for old in folder.glob("dragoman_*.deb"):
            old.unlink()
        facts.write(folder / name, made.read_bytes())
    shutil.rmtree(folder / "dragoman", ignore_errors=True)


if __name__ == "__main__":
    main()
