"""The Unicode data of Foundation without what belongs to languages in which the program says nothing.

    trim_icu.py ARCHIVE OBJECT

ARCHIVE is Swift's lib_FoundationICU.a, in which one object holds a package of tables: 34 MB, most of them names,
sorting and spelling for some 700 locales. The program writes English and chooses no locale. OBJECT defines the same
symbol with the tables that all locales share, and those of English; linked first, it takes the place of the other.
The format: a header, then a table of contents (count, then places of name and content, from the table's own start),
names, contents. Made here byte for byte from what is read; the same archive gives the same object.
"""

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

MEMBER = "icu_packaged_data.cpp.o"
LOCALE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]+)*\.res")
KEPT = re.compile(r"en(_US|_US_POSIX|_001)?\.res")
# Rules for changing scripts and for writing numbers in words.
FOLDERS_LEFT_OUT = {"translit", "rbnf"}
# Encodings, which are read by the system's own converter; dictionaries that find the words in scripts without
# spaces; the names of characters.
ENDINGS_LEFT_OUT = (".cnv", ".dict", "unames.icu")


def is_kept(name: str) -> bool:
    *folders, file = name.split("/")[1:]
    if folders and folders[0] in FOLDERS_LEFT_OUT and not file.startswith("res_index"):
        return file.startswith("root") and folders[0] != "translit"
    if file.endswith(ENDINGS_LEFT_OUT):
        return False
    return not LOCALE.fullmatch(file) or KEPT.fullmatch(file) is not None


def trimmed(package: bytes) -> bytes:
    (start, magic1, magic2) = struct.unpack_from("<HBB", package)
    if (magic1, magic2) != (0xDA, 0x27) or package[12:16] != b"CmnD":
        raise SystemExit("trim_icu: no package of Unicode data in the archive")
    (count,) = struct.unpack_from("<I", package, start)
    places = [struct.unpack_from("<II", package, start + 4 + 8 * i) for i in range(count)]
    ends = [content for _, content in places[1:]] + [len(package) - start]
    items = []
    for (name, content), end in zip(places, ends):
        text = package[start + name : package.index(0, start + name)]
        if is_kept(text.decode()):
            items.append((text, package[start + content : start + end]))
    names = b""
    name_places = []
    first = 4 + 8 * len(items)
    for text, _ in items:
        name_places.append(first + len(names))
        names += text + b"\0"
    table = bytearray(struct.pack("<I", len(items)))
    contents = bytearray()
    content_start = -(-(first + len(names)) // 16) * 16
    for place, (_, content) in zip(name_places, items):
        contents += bytes(-len(contents) % 16)
        table += struct.pack("<II", place, content_start + len(contents))
        contents += content
    return package[:start] + bytes(table) + names + bytes(content_start - first - len(names)) + contents


def main() -> None:
    archive, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["ar", "x", archive, MEMBER], cwd=folder, check=True)
        symbols = subprocess.run(
            ["nm", "--defined-only", "-f", "posix", MEMBER], cwd=folder, check=True, capture_output=True, text=True
        ).stdout.split("\n")
        [symbol] = [line.split()[0] for line in symbols if line.startswith("icudt")]
        subprocess.run(
            ["objcopy", "-O", "binary", "--only-section=.rodata", MEMBER, "package.dat"], cwd=folder, check=True
        )
        package = trimmed(Path(folder, "package.dat").read_bytes())
        Path(folder, "trimmed.dat").write_bytes(package)
        Path(folder, "data.s").write_text(
            f'.section .rodata,"a"\n.balign 16\n.global {symbol}\n.type {symbol}, @object\n{symbol}:\n'
            f'.incbin "trimmed.dat"\n.size {symbol}, . - {symbol}\n.section .note.GNU-stack,"",@progbits\n'
        )
        subprocess.run(["gcc", "-c", "data.s", "-o", out], cwd=folder, check=True)
    print(f"trim_icu: {len(package)} bytes of Unicode data", file=sys.stderr)


main()
