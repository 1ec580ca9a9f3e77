"""Runs axe-core over every page of the workbench, with its optional rules switched on.

Usage: accessibility.py DRAGOMAN CASE FOLDER [PAGE...]

Every page of `browser_pages.py`, on a wide and on a narrow screen, light and dark, with all that is
folded away opened, and the drawer of a cell besides; two browsers share the work. Fails on any
violation, and names rule, page and element.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from browser_pages import PAGES, listed_pages  # noqa: E402
from served_case import Served, chromium, served  # noqa: E402

# Rules that axe leaves off by default and that WCAG 2.2 AA or good practice asks for.
OPTIONAL = [
    "target-size",
    "label-content-name-mismatch",
    "p-as-heading",
    "td-has-header",
    "table-fake-caption",
    "css-orientation-lock",
    "focus-order-semantics",
    "link-in-text-block",
]
LOOKS = [("light", 1360, "light"), ("dark", 1360, "dark"), ("narrow", 390, "light")]
# Light and dark differ in colour alone.
OF_COLOUR = ["color-contrast", "link-in-text-block"]


def violations(page, look: str) -> list[str]:
    if look == "dark":
        options = {"runOnly": OF_COLOUR}
    else:
        options = {"rules": {rule: {"enabled": True} for rule in OPTIONAL}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}), {len(rule['nodes'])}: {rule['nodes'][0]['html'][:160]}"
        for rule in found
    ]


def look_at(job: tuple[Served, tuple, list]) -> tuple[int, list[str]]:
    site, (look, width, scheme), pages = job
    faults = []
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        page = site.entered(context)
        for name, path in pages:
            page.goto(site.root + path)
            # What is folded away must be as good as what is seen.
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            if "#beside=" in path:
                page.wait_for_selector("#drawer[open] h1")
            faults += [f"{name} {look}: {fault}" for fault in violations(page, look)]
        browser.close()
    return len(pages), faults


def main() -> int:
    dragoman, case, folder, *wanted = sys.argv[1:]
    with served(dragoman, case, Path(folder), "accessibility") as site:
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            page = site.entered(browser.new_context())
            pages = listed_pages(page) | PAGES
            cell = page.locator(".positions a[href*='/positions/']").first.get_attribute("href")
            pages["drawer"] = "/positions#beside=" + cell.replace("/", "%2F")
            browser.close()
        chosen = [item for item in pages.items() if not wanted or item[0] in wanted]
        # Pieces of a few pages, so that neither browser waits long for the other.
        jobs = [
            (site, look, chosen[start : start + 8])
            for look in LOOKS
            for start in range(0, len(chosen), 8)
        ]
        with ProcessPoolExecutor(2) as pool:
            results = list(pool.map(look_at, jobs))
    faults = sorted({fault for _, found in results for fault in found})
    for fault in faults:
        print(f"accessibility: {fault}", file=sys.stderr)
    if not faults:
        looked = sum(count for count, _ in results)
        print(f"accessibility: {looked} views without a violation", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
