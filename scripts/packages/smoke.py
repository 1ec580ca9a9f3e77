"""The program as someone uses it who has just installed it, where there is nothing but Python.

    smoke.py PROGRAM [--times]

With --times the bars of start and answer must be met, which a busy machine may not.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

PROGRAM = sys.argv[1]
HAS_BARS = "--times" in sys.argv
START_BAR, SERVE_BAR, SIZE_BAR = 20.0, 300.0, 60_000_000

REPORT = """\
# Day two of the talks

Ana Lund, the foreign minister of North, said that North would open the sluice by 1 June.

"South will accept turns at the sluice if North withdraws its guards," Boris Oun, the foreign minister of South, said.

North demanded that South pay for the repair of the mill.
"""


def run(*arguments: str, code: int = 0, folder: str | None = None) -> str:
    done = subprocess.run(
        [PROGRAM, *arguments], capture_output=True, text=True, cwd=folder, stdin=subprocess.DEVNULL)
    if done.returncode != code:
        raise SystemExit(
            f"smoke: dragoman {' '.join(arguments)} ended with {done.returncode}:\n"
            f"{done.stdout}{done.stderr}")
    return done.stdout


def fail(words: str) -> None:
    raise SystemExit(f"smoke: {words}")


def nothing_of_swift() -> None:
    if shutil.which("swift") or shutil.which("swiftc"):
        fail("Swift is on the PATH")
    path = shutil.which(PROGRAM) or PROGRAM
    size = Path(path).stat().st_size
    if size > SIZE_BAR:
        fail(f"the program has {size:,} bytes")
    needed = subprocess.run(["ldd", path], capture_output=True, text=True).stdout
    for name in ("swift", "Foundation", "icu", "not found"):
        if name.lower() in needed.lower():
            fail(f"it needs {name}:\n{needed}")
    print(f"smoke: {size:,} bytes; libraries: "
          + " ".join(re.findall(r"^\s*(\S+?)(?:\.so\S*)? ", needed, re.M)))


def starts_at_once() -> None:
    times = []
    for _ in range(21):
        start = time.perf_counter()
        run("--version")
        times.append((time.perf_counter() - start) * 1000)
    middle = statistics.median(times)
    print(f"smoke: --version in {middle:.1f} ms ({min(times):.1f} to {max(times):.1f})")
    if HAS_BARS and middle > START_BAR:
        fail(f"--version takes more than {START_BAR} ms")


def serves(folder: str) -> None:
    """From being started to the first answer, over a new socket each time it is asked."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        server = subprocess.Popen(
            [PROGRAM, "serve", "--for", "20"], cwd=folder, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout
            address = re.search(r"http://\S+", server.stdout.readline())
            if not address:
                fail("serve prints no address")
            with urllib.request.urlopen(address[0], timeout=10) as answer:
                page = answer.read().decode()
            times.append((time.perf_counter() - start) * 1000)
            if "Dragoman" not in page and "dragoman" not in page:
                fail("the page is not ours")
            # Without the token there is nothing to be had.
            base = re.match(r"http://[^/]+/", address[0])
            try:
                urllib.request.urlopen(base[0] + "positions", timeout=10)
                fail("a page without the token")
            except urllib.error.HTTPError as error:
                if error.code not in (401, 403):
                    fail(f"without the token: {error.code}")
        finally:
            server.terminate()
            server.wait()
    middle = statistics.median(times)
    print(f"smoke: serve answers in {middle:.0f} ms ({min(times):.0f} to {max(times):.0f})")
    if HAS_BARS and middle > SERVE_BAR:
        fail(f"serve takes more than {SERVE_BAR} ms to answer")


def review(case: str, folder: str) -> None:
    """Accepts every suggestion, by keys in a terminal."""
    master, slave = pty.openpty()
    server = subprocess.Popen(
        [PROGRAM, "review", case], cwd=folder, stdin=slave, stdout=slave, stderr=slave,
        env={**os.environ, "TERM": "dumb", "USER": "anna"})
    os.close(slave)
    until = time.monotonic() + 30
    try:
        while server.poll() is None and time.monotonic() < until:
            ready, _, _ = select.select([master], [], [], 0.3)
            if ready:
                try:
                    if not os.read(master, 65536):
                        break
                except OSError:
                    break
                continue
            os.write(master, b"a")
    finally:
        server.kill()
        server.wait()
        os.close(master)


def codes_a_case(folder: str) -> None:
    run("new", "valley", "--title", "Talks on the valley", "--parties", "north,south", folder=folder)
    (Path(folder) / "report.txt").write_text(REPORT, "utf-8")
    run("add", "valley", "report.txt", "--published", "2025-05-16", folder=folder)
    run("suggest", "valley", folder=folder)
    review("valley", folder)
    coded = run("timeline", "valley", "--format", "csv", folder=folder)
    count = coded.count(",statement,")
    if count == 0:
        fail(f"nothing was coded:\n{coded}")
    run("check", "valley", "--severity", "error", folder=folder)
    brief = run("brief", "valley", folder=folder)
    if "Talks on the valley" not in brief or len(brief) < 500:
        fail(f"the brief:\n{brief}")
    if "<html" not in run("brief", "valley", "--format", "html", folder=folder):
        fail("the brief as HTML")
    run("convert", "valley", "--output", "valley.dragoman", "--by", "anna", folder=folder)
    run("verify", "valley.dragoman", folder=folder)
    found = run("search", "valley.dragoman", "sluice", folder=folder)
    if "sluice" not in found:
        fail(f"search finds nothing:\n{found}")
    print(f"smoke: {count} statements coded, checked, printed, converted and found")


def reads_documents(folder: str) -> None:
    """HTML by libxml2, an encoding by uchardet and iconv, a Word file by zlib."""
    import io
    import zipfile

    page = ("<html><head><title>Gespräche</title></head><body><h1>Gespräche</h1><p>"
            + "Der Minister für Wasser erklärte, Norden werde die Schleuse öffnen. " * 5
            + "</p></body></html>")
    (Path(folder) / "page.html").write_bytes(page.encode("latin-1"))
    run("add", "valley", "page.html", folder=folder)
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>North would open the sluice.</w:t></w:r></w:p></w:body></w:document>")
    (Path(folder) / "note.docx").write_bytes(word.getvalue())
    run("add", "valley", "note.docx", folder=folder)
    texts = "".join(path.read_text("utf-8") for path in (Path(folder) / "valley/texts").iterdir())
    for words in ("Der Minister für Wasser erklärte", "North would open the sluice."):
        if words not in texts:
            fail(f"not read: {words}")
    print("smoke: a page in Latin-1 and a Word file read")


def main() -> None:
    nothing_of_swift()
    starts_at_once()
    with tempfile.TemporaryDirectory() as folder:
        codes_a_case(folder)
        reads_documents(folder)
        serves(folder)


main()
