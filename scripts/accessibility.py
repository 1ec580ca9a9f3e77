"""Runs axe-core over every page of the workbench, with its optional rules switched on.

Usage: accessibility.py DRAGOMAN CASE FOLDER [PAGE...]

Every page of `browser_pages.py`, on a wide and on a narrow screen, light and dark, and with the
filters and the drawer of a cell open. Fails on any violation, and names rule, page and element.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from browser_pages import PAGES  # noqa: E402

# Rules that axe leaves off by default and that WCAG 2.2 AA or good practice asks for.
OPTIONAL = [
    "target-size",
    "label-content-name-mismatch",
    "p-as-heading",
    "td-has-header",
    "table-fake-caption",
    "css-orientation-lock",
    "focus-order-semantics",
    "hidden-content",
    "link-in-text-block",
]
# What axe itself reports as "to be looked at" only, never as a violation.
INFORMATIVE = {"hidden-content"}
LOOKS = [("light", 1360, "light"), ("dark", 1360, "dark"), ("narrow", 390, "light")]


def violations(page) -> list[str]:
    rules = {rule: {"enabled": True} for rule in OPTIONAL}
    found = Axe().run(page, options={"rules": rules}).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}), {len(rule['nodes'])}: {rule['nodes'][0]['html'][:120]}"
        for rule in found
        if rule["id"] not in INFORMATIVE
    ]


def main() -> int:
    dragoman, case, folder, *wanted = sys.argv[1:]
    screens = Path(folder)
    screens.mkdir(parents=True, exist_ok=True)
    store = screens / "accessibility.dragoman"
    for old in screens.glob("accessibility.dragoman*"):
        old.unlink()
    subprocess.run(
        [dragoman, "convert", case, "--output", store, "--by", "anna"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    server = subprocess.Popen(
        [dragoman, "serve", store, "--for", "1200"], stdout=subprocess.PIPE, text=True
    )
    faults: list[str] = []
    looked = 0
    try:
        line = server.stdout.readline()
        found = re.search(r"(http://[^/]+)/\?token=\w+", line)
        if not found:
            print(f"accessibility: no address in {line!r}", file=sys.stderr)
            return 1
        start, root = found.group(0), found.group(1)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox"],
            )
            for look, width, scheme in LOOKS:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                page = context.new_page()
                page.goto(start)
                for name, path in PAGES.items():
                    if wanted and name not in wanted:
                        continue
                    page.goto(root + path)
                    # What is folded away must be as good as what is seen.
                    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                    looked += 1
                    faults += [f"{name} {look}: {fault}" for fault in violations(page)]
                context.close()
            browser.close()
    finally:
        server.terminate()
        server.wait()
    for fault in faults:
        print(f"accessibility: {fault}", file=sys.stderr)
    if not faults:
        print(f"accessibility: {looked} views without a violation", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
