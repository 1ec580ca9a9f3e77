"""What every package is made from: version, date, licences, and archives whose bytes do not vary."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import shutil
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("BUILD", ".build"))
if not BUILD.is_absolute():
    BUILD = ROOT / BUILD

SUMMARY = "Keeps the record of a negotiation and shows what settlement the record can bear"
#: For a package that is given away: an address that is read.
MAINTAINER = os.environ.get(
    "DEB_MAINTAINER", "The Dragoman developers <maintainers@dragoman.example>")
DETAILS = """\
You give it documents; it records every statement in them (who said what, to whom, through whom, when,
on which issue, under which condition), tied to its exact words, and derives from these where each party
stands on any date, what changed, which steps depend on which, where sources conflict, and which
commitments were kept. Every line traces to a quote. It works offline and sends nothing anywhere."""


def version() -> str:
    """As the program says it."""
    text = (ROOT / "Sources/dragoman/Dragoman.swift").read_text("utf-8")
    found = re.search(r'static let version = "([^"]+)"', text)
    if not found:
        raise SystemExit("no version in Sources/dragoman/Dragoman.swift")
    return found[1]


def epoch() -> int:
    """Seconds since 1970 that stand in the archives: SOURCE_DATE_EPOCH, else the last commit's."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    done = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True)
    return int(done.stdout.strip() or 315532800) if done.returncode == 0 else 315532800


@dataclass(frozen=True)
class Entry:
    """A file of an archive."""

    name: str
    data: bytes
    executable: bool = False


def zipped(entries: list[Entry]) -> bytes:
    """A zip of the entries in their order, with the same bytes each time."""
    import time

    stamp = max(time.gmtime(epoch())[:6], (1980, 1, 1, 0, 0, 0))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry in entries:
            info = zipfile.ZipInfo(entry.name, date_time=stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (0o100755 if entry.executable else 0o100644) << 16
            archive.writestr(info, entry.data, compresslevel=9)
    return buffer.getvalue()


def tarred(entries: list[Entry]) -> bytes:
    """A tar.gz of the entries by name, with the same bytes each time."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for entry in sorted(entries, key=lambda entry: entry.name):
            info = tarfile.TarInfo(entry.name)
            info.size = len(entry.data)
            info.mtime = epoch()
            info.mode = 0o755 if entry.executable else 0o644
            info.uname = info.gname = "root"
            archive.addfile(info, io.BytesIO(entry.data))
    return squeezed(plain.getvalue())


def squeezed(data: bytes) -> bytes:
    """As gzip -9n."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0, filename="") as out:
        out.write(data)
    return buffer.getvalue()


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}  {len(data):,} bytes")


# What is inside the program.


@dataclass(frozen=True)
class Part:
    """Another's work within the program."""

    name: str
    version: str
    licence: str
    source: str
    notice: str


#: By what the words of a licence begin with or hold.
_LICENCES = (
    ("Apache License", "Apache-2.0"),
    ("Permission is hereby granted, free of charge", "MIT"),
    ("Redistribution and use in source and binary forms", "BSD-3-Clause"),
)


def _licence(text: str) -> str:
    for words, name in _LICENCES:
        if words in text:
            return name
    return "NOASSERTION"


#: Libraries of C in the wheel's program, by Debian's package: licence as SPDX has it.
_C_LIBRARIES = {
    "libsqlite3-dev": ("SQLite", "blessing"),
    "libxml2-dev": ("libxml2", "MIT"),
    "zlib1g-dev": ("zlib", "Zlib"),
    "libuchardet-dev": ("uchardet", "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later"),
    "liblzma-dev": ("liblzma", "0BSD"),
    "libstdc++-12-dev": ("libstdc++", "GPL-3.0-or-later WITH GCC-exception-3.1"),
}


def parts(c_libraries: bool = True) -> list[Part]:
    """Everything within the program, by name, with the notices that go with it."""
    found: list[Part] = []
    pins = json.loads((ROOT / "Package.resolved").read_text("utf-8"))["pins"]
    for pin in sorted(pins, key=lambda pin: pin["identity"]):
        checkout = next(
            (path for path in (BUILD / "checkouts").iterdir()
             if path.name.lower() == Path(pin["location"]).stem.lower()
             or path.name.lower() == pin["identity"]), None)
        words = ""
        for name in ("LICENSE.txt", "LICENSE", "LICENSE.md", "LICENCE", "NOTICE.txt"):
            path = checkout / name if checkout else None
            if path and path.is_file():
                words += path.read_text("utf-8").strip() + "\n"
        found.append(
            Part(pin["identity"], pin["state"].get("version", pin["state"].get("revision", "")),
                 _licence(words), pin["location"], words))
    swift = subprocess.run(
        [os.environ.get("SWIFT", "swift"), "--version"], capture_output=True, text=True).stdout
    number = re.search(r"Swift version (\S+)", swift)
    found.append(
        Part("swift-runtime", number[1] if number else "", "Apache-2.0 WITH Swift-exception",
             "https://github.com/swiftlang/swift",
             "Swift's standard library, Foundation (with ICU) and Dispatch. Copyright Apple Inc. and "
             "the Swift project authors; Apache License 2.0 with Runtime Library Exception. "
             "ICU: Copyright Unicode, Inc.; Unicode License v3.\n"))
    # Elsewhere than on Debian these libraries are the system's own.
    if c_libraries and shutil.which("dpkg-query"):
        for package, (name, licence) in _C_LIBRARIES.items():
            done = subprocess.run(
                ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True)
            folder = Path("/usr/share/doc") / package
            notice = folder / "copyright"
            words = notice.read_text("utf-8", "replace") if notice.is_file() else f"{licence}\n"
            found.append(
                Part(name, done.stdout.strip() or "unknown", licence,
                     f"https://packages.debian.org/bookworm/{package}", words))
    return found


def notices(c_libraries: bool = True) -> str:
    """The licences of all that is within the program, in one file."""
    text = "Dragoman contains work of others, under the licences that follow.\n"
    same: dict[str, list[Part]] = {}
    for part in parts(c_libraries):
        same.setdefault(part.notice, []).append(part)
    for notice, group in same.items():
        names = ", ".join(f"{part.name} {part.version}" for part in group)
        text += f"\n{'=' * 79}\n{names}\n{'=' * 79}\n\n{notice.strip() or group[0].licence}\n"
    return text
