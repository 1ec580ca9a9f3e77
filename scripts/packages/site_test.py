"""The manual's pages as someone reads them: from a disk, in Chromium, light and dark, and printed.

    site_test.py SITE PICTURES      (with Playwright)
"""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

SITE, PICTURES = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
PICTURES.mkdir(parents=True, exist_ok=True)
faults: list[str] = []


def fault(words: str) -> None:
    faults.append(words)
    print(f"site: {words}", file=sys.stderr)


def links(page, name: str) -> None:
    """Every link of a page leads to a file and a place in it."""
    for address in page.eval_on_selector_all("a[href], img[src]", "all => all.map(a => a.href || a.src)"):
        parts = urlsplit(address)
        if parts.scheme != "file":
            continue
        file = Path(unquote(parts.path))
        if not file.is_file() or SITE not in file.parents:
            fault(f"{name}: {address} leads nowhere")
        elif parts.fragment and file.suffix == ".html":
            text = file.read_text("utf-8")
            if f'id="{unquote(parts.fragment)}"' not in text:
                fault(f"{name}: no #{parts.fragment} in {file.name}")


def contrast(page, name: str) -> None:
    """Text and links against their ground, by WCAG 2's formula: at least 4.5 to 1."""
    worst = page.evaluate(
        """() => {
        const part = c => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
        const light = c => .2126 * part(c[0]) + .7152 * part(c[1]) + .0722 * part(c[2]);
        const read = text => (text.match(/[\\d.]+/g) || []).map(Number);
        const ground = e => { for (; e; e = e.parentElement) {
          const c = read(getComputedStyle(e).backgroundColor);
          if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
        let worst = [99, ""];
        for (const e of document.querySelectorAll("main p, main a, main code, main th, .pages a, .here a, footer span")) {
          if (!e.textContent.trim() || e.className === "anchor") continue;
          const a = light(read(getComputedStyle(e).color)), b = light(ground(e));
          const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          if (ratio < worst[0]) worst = [ratio, e.tagName + " " + e.textContent.slice(0, 30)];
        }
        return worst; }""")
    if worst[0] < 4.5:
        fault(f"{name}: contrast {worst[0]:.2f} of {worst[1]}")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    pages = sorted(SITE.glob("*.html"))
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.on("console", lambda message: fault(f"console: {message.text}"))
        page.on("pageerror", lambda error: fault(f"script: {error}"))
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:"))
                else fault(f"a request to {request.url}"))
        for path in pages:
            page.goto(path.as_uri())
            contrast(page, f"{path.name} ({scheme})")
            if scheme == "light":
                links(page, path.name)
                if page.locator("h1").count() != 1:
                    fault(f"{path.name}: {page.locator('h1').count()} first headings")
                if page.locator("nav.pages a[aria-current]").count() != 1:
                    fault(f"{path.name}: is not marked in the navigation")
                for width in (1280, 390):
                    page.set_viewport_size({"width": width, "height": 900})
                    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    if wide > 0:
                        fault(f"{path.name}: {wide} pixels too wide at {width}")
                page.set_viewport_size({"width": 1280, "height": 900})
        page.goto((SITE / "index.html").as_uri())
        page.screenshot(path=PICTURES / f"site-{scheme}.png")
        context.close()

    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((SITE / "index.html").as_uri())
    # By keys alone.
    for words, wanted in [("red line", "red line"), ("--as-of", "as-of"), ("polarisation", "polarisation"),
                          ("pièces", None), ("zzzzzz", None), ("deadlock circle", "deadlock")]:
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("/")
        page.keyboard.press("Control+A")
        page.keyboard.type(words)
        found = page.locator("#results a").all_inner_texts()
        if wanted is None:
            if found or page.locator("#results .none").count() != 1:
                fault(f"search for {words} found {len(found)}")
        elif not found or not any(wanted in text.lower() for text in found[:5]):
            fault(f"search for {words} found {found[:3]}")
    page.keyboard.press("Control+A")
    page.keyboard.type("red line")
    page.screenshot(path=PICTURES / "site-search.png")
    first = page.locator("#results strong").first.inner_text()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if first.split(": ")[-1].lower() not in page.content().lower():
        fault(f"the first result, {first}, leads to {page.url}")
    page.goto((SITE / "tutorial.html").as_uri())
    page.pdf(path=PICTURES / "site-tutorial.pdf", format="A4")
    page.emulate_media(media="print")
    for hidden in (".top", ".pages"):
        if page.locator(hidden).is_visible():
            fault(f"{hidden} is printed")
    page.close()

    # Without scripts everything but the search is there.
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((SITE / "tutorial.html").as_uri())
    if page.locator(".find").is_visible() or not page.locator("main h1").is_visible():
        fault("without scripts the page does not read as it should")
    context.close()
    browser.close()

if faults:
    raise SystemExit(f"site: {len(faults)} faults")
print(f"site: {len(pages)} pages read in light and dark, searched, printed; pictures in {PICTURES}")
