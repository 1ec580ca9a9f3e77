"""Looks at the brief as an envoy would: in a headless Chromium, on the screen and on paper.

Usage: print_brief.py DRAGOMAN CASE FOLDER

The other views are looked at on the narrow screen. Fails where the printed brief is longer than four A4 pages, the page reports an error, asks anything
of anybody, needs to be scrolled sideways at 360 pixels, or shows words too faint to read. Leaves
pictures of all of it in FOLDER.
"""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parent))
from page_rules import FAINT_WORDS  # noqa: E402

MOST_PAGES = 4
VIEWS = [
    ("positions", "--detail"),
    ("delegations",),
    ("commitments",),
    ("timeline",),
    ("sources",),
    ("search", "talks"),
]
A4 = (595.3, 841.9)  # points


def main() -> int:
    dragoman, case, folder = sys.argv[1:4]
    screens = Path(folder)
    screens.mkdir(parents=True, exist_ok=True)
    for old in [*screens.glob("*.png"), *screens.glob("*.pdf")]:
        old.unlink()
    faults = []

    def expect(is_so: bool, words: str) -> None:
        if not is_so:
            faults.append(words)

    def made(*arguments: str) -> str:
        file = screens / f"{arguments[0]}.html"
        command = [dragoman, arguments[0], case, *arguments[1:], "--format", "html"]
        file.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
        return file.resolve().as_uri()

    address = made("brief")
    looks = [
        (address, "light", 1100, "light"),
        (address, "dark", 1100, "dark"),
        (address, "narrow", 360, "light"),
        (address, "narrow-dark", 360, "dark"),
    ]
    for view in VIEWS:
        looks.append((made(*view), view[0], 360, "light"))

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        for address, name, width, scheme in looks:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            )
            page.on("console", lambda m, n=name: faults.append(f"{n}: console: {m.text}"))
            page.on("pageerror", lambda e, n=name: faults.append(f"{n}: {e}"))
            page.on(
                "request",
                lambda r, n=name, a=address: r.url == a or faults.append(f"{n}: asked for {r.url}"),
            )
            page.goto(address)
            page.screenshot(path=screens / f"{name}.png", full_page=True)
            looked, faint = page.evaluate(FAINT_WORDS)
            expect(looked > 20, f"{name}: only {looked} elements have words")
            expect(not faint, f"{name}: too faint: " + "; ".join(faint[:5]))
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            expect(wide <= 0, f"{name}: scrolls sideways by {wide} pixels")
            broken = page.evaluate(
                """[...document.querySelectorAll('a[href^="#"]')]
                .map(a => a.getAttribute('href')).filter(to => !document.getElementById(to.slice(1)))"""
            )
            expect(not broken, f"{name}: references lead nowhere: {broken[:5]}")
            if name == "dark":
                # What is printed from a dark screen is black on white all the same.
                page.pdf(path=screens / "brief.pdf", prefer_css_page_size=True)
                page.emulate_media(media="print")
                ground = page.evaluate("getComputedStyle(document.body).color")
                expect(ground == "rgb(0, 0, 0)", f"print: words are {ground}")
                _, faint = page.evaluate(FAINT_WORDS)
                expect(not faint, "print: too faint: " + "; ".join(faint[:5]))
            page.close()
        browser.close()

    pages = PdfReader(screens / "brief.pdf").pages
    for number, page in enumerate(pages, 1):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        is_a4 = all(abs(a - b) < 2 for a, b in zip(size, A4))
        expect(is_a4, f"page {number} is {size[0]:.0f} by {size[1]:.0f} points, not A4")
        expect(len((page.extract_text() or "").strip()) > 40, f"page {number} is empty")
    expect(len(pages) <= MOST_PAGES, f"{len(pages)} pages, more than {MOST_PAGES}")
    subprocess.run(
        ["pdftoppm", "-r", "80", "-png", screens / "brief.pdf", screens / "print"], check=True
    )

    for fault in faults:
        print(f"browser: {fault}", file=sys.stderr)
    if not faults:
        print(f"browser: the brief prints on {len(pages)} pages; see {folder}", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
