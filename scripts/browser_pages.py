"""Looks at every page of the workbench as its readers do: in a headless Chromium.

Usage: browser_pages.py DRAGOMAN CASE FOLDER [PAGE...]

Each page with and without scripts, light, dark, on a screen of 360 pixels and on paper; of a
`.dragoman` file made of CASE, in which verdicts and notes are then written and taken back. Fails
where the console speaks, anything is asked of another place, a page must be scrolled sideways, words
are too faint, a rule of accessibility is broken, a key does not do what the help says, or what was
written is not seen. Leaves pictures of all of it in FOLDER.
"""

import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from page_rules import BROKEN_RULES, FAINT_WORDS, SMALL_WORDS  # noqa: E402
from served_case import chromium, served, verdict  # noqa: E402
from writing_pages import SMALL_PAGES, writing  # noqa: E402

# Beside the pages of the navigation, which come from the program's own list of views.
PAGES = {
    "positions-2025": "/positions?as-of=2025-05-31&since=2022-12-31",
    "cell": "/positions/ceasefire/ukraine",
    "networks-answers": "/networks?mode=answers&actors=speakers&from=2025",
    "networks-window": "/networks?window=year&step=24304&backbone=1",
    "networks-smooth": "/networks?window=quarter&step=24304&edges=gaussian",
    "tie": "/networks/ukraine/russia",
    "statement": "/statements/bg-05",
    "entry": "/entries/issues/ceasefire",
    "changes-since": "/changes?since=2023",
    "timeline-2025": "/timeline?from=2025&to=2025",
    "settlement-tried": "/settlement?set.ukraine.reservation=0.75&set.russia.reservation=0.7",
    "document": "/documents/background",
    "document-withheld": "/documents/osw",
    "person": "/entries/actors/zelensky",
    "search": "/search?q=ceasefire",
    "search-none": "/search?q=ceasefire+xylophone",
    "supposed": "/suppose?party-to=ukraine&accepts=neutrality/permanent",
    "glossary": "/glossary",
    "dates": "/dates",
    "change": "/history/1",
    **SMALL_PAGES,
    "bulk": "/statements?act=demand&field=act&value.act=propose",
    "merge": "/coding/merge?section=actors&other=putin&kept=medinsky",
    "split": "/coding/merge?section=issues&split=ceasefire",
    "numbers": "/scenarios/numbers",
    "help": "/help",
    "error": "/positions?as-of=yesterday",
    "error-own": "/timeline?from=soon",
    "nowhere": "/documents/nobody",
}
# Pages that answer with an error, which the browser notes in its console.
REFUSED = {"error", "error-own", "nowhere"}
LOOKS = [
    ("light", 1280, "light", True),
    ("dark", 1280, "dark", True),
    ("narrow", 360, "light", True),
    ("plain", 1280, "light", False),
]


def listed_pages(page) -> dict[str, str]:
    """The pages of the navigation, by name."""
    listed = page.locator("nav#pages a").evaluate_all(
        "links => links.map(link => new URL(link.href).pathname)"
    )
    return {path.strip("/"): path for path in listed}


def main() -> int:
    dragoman, case, folder, *wanted = sys.argv[1:]
    screens = Path(folder)
    faults: list[str] = []

    def expect(is_so: bool, words: str) -> None:
        if not is_so:
            faults.append(words)

    try:
        with served(dragoman, case, screens) as site, sync_playwright() as playwright:
            start, root = site.start, site.root
            browser = chromium(playwright)
            for look, width, scheme, has_scripts in LOOKS:
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,
                    java_script_enabled=has_scripts,
                )
                page = context.new_page()
                state = {"name": "start"}
                page.on(
                    "console",
                    lambda m: state["name"] in REFUSED
                    or faults.append(f"{state['name']} {look}: console: {m.text}"),
                )
                page.on("pageerror", lambda e: faults.append(f"{state['name']} {look}: {e}"))
                page.on(
                    "request",
                    lambda r: r.url.startswith((root, "data:"))
                    or faults.append(f"{state['name']} {look}: asked for {r.url}"),
                )
                page.goto(start)
                page.wait_for_url(f"{root}/positions")
                listed = listed_pages(page)
                expect(len(listed) > 10, f"{look}: the navigation lists {len(listed)} pages")
                pages = listed | PAGES
                for name, path in pages.items():
                    if wanted and name not in wanted:
                        continue
                    state["name"] = name
                    page.goto(root + path)
                    page.screenshot(path=screens / f"wb-{name}-{look}.png", full_page=True)
                    if not has_scripts:
                        continue
                    looked, faint = page.evaluate(FAINT_WORDS)
                    expect(looked > 3, f"{name} {look}: only {looked} elements have words")
                    expect(not faint, f"{name} {look}: too faint: " + "; ".join(faint[:4]))
                    small = page.evaluate(SMALL_WORDS)
                    expect(not small, f"{name} {look}: too small: " + "; ".join(small[:4]))
                    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    expect(wide <= 0, f"{name} {look}: scrolls sideways by {wide} pixels")
                    for broken in page.evaluate(BROKEN_RULES):
                        faults.append(f"{name} {look}: {broken}")
                    if look == "dark":
                        page.emulate_media(media="print")
                        _, faint = page.evaluate(FAINT_WORDS)
                        expect(not faint, f"{name} print: too faint: " + "; ".join(faint[:4]))
                        page.screenshot(path=screens / f"wb-{name}-print.png", full_page=True)
                        page.emulate_media(media="screen")
                context.close()
            if not wanted:
                keys(browser, start, root, screens, expect)
                writing(browser, start, root, screens, expect)
            browser.close()
    finally:
        for fault in faults:
            print(f"browser: {fault}", file=sys.stderr)
    if not faults:
        print(f"browser: {len(pages)} pages of the workbench; see {folder}", file=sys.stderr)
    return verdict(faults)


def keys(browser, start, root, screens, expect) -> None:
    """The ways through the pages without a mouse."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(start)
    page.wait_for_url(f"{root}/positions")

    page.keyboard.press("?")
    page.wait_for_selector("#keys-over[open]")
    page.screenshot(path=screens / "wb-keys.png")
    page.keyboard.press("Escape")
    expect(page.locator("#keys-over[open]").count() == 0, "keys: Esc leaves the help open")

    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.className")
    expect(first == "open", f"keys: n goes to {first!r}, not to a cell")
    page.keyboard.press("n")
    asked = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#drawer[open] h1")
    page.screenshot(path=screens / "wb-drawer.png")
    expect(page.url.startswith(f"{root}/positions#beside="), f"keys: the drawer at {page.url}")
    beside = page.url
    for _ in range(40):
        page.keyboard.press("Tab")
        is_in = page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('#drawer')"
        )
        expect(is_in, "keys: Tab leaves the drawer")
    page.keyboard.press("Escape")
    page.wait_for_selector("#drawer", state="hidden")
    expect(page.url == f"{root}/positions", f"keys: after the drawer the address is {page.url}")
    back = page.evaluate("document.activeElement.getAttribute('href')")
    expect(back == asked, f"keys: after the drawer the focus is on {back!r}")

    page.keyboard.press("[")
    page.wait_for_url(re.compile(r"/positions\?as-of="))
    earlier = page.url
    page.keyboard.press("[")
    page.wait_for_url(lambda url: "as-of=" in url and url != earlier)
    page.keyboard.press("]")
    page.wait_for_url(earlier)

    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url(re.compile(r"/changes\?as-of="))

    page.goto(f"{root}/documents/background")
    page.keyboard.press("n")
    expect(page.locator(".margin li.here").count() == 1, "keys: n marks no statement")
    page.keyboard.press("k")
    page.wait_for_url(lambda url: "/documents/" in url and not url.endswith("background"))
    page.keyboard.press("j")
    page.wait_for_url(f"{root}/documents/background")

    page.keyboard.press("/")
    page.keyboard.type("decree")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}/search?q=decree")

    # Ticking a condition away shows at once what opens, and the address keeps it.
    page.goto(f"{root}/preconditions")
    page.locator("input[name=without]").first.check()
    page.wait_for_selector(".result")
    expect("without=" in page.url, "what-if: the address does not hold the tick")
    page.screenshot(path=screens / "wb-what-if.png", full_page=True)

    # A slider moved shows at once what comes of it, then how sure that is; the address keeps it.
    page.goto(f"{root}/settlement")
    before = page.locator("#outcome .result").inner_text()
    slider = page.locator('input[name="set.ukraine.reservation"]')
    slider.focus()
    page.keyboard.press("PageUp")
    page.wait_for_url(re.compile(r"set\.ukraine\.reservation="))
    page.wait_for_url(re.compile("draws="))
    after = page.locator("#outcome .result").inner_text()
    expect(after != before, "slider: the result stays as it was")
    expect("scenario's own numbers" in after, f"slider: no word of what was before in {after!r}")
    focused = page.evaluate("document.activeElement.name")
    expect(focused == "set.ukraine.reservation", f"slider: the focus goes to {focused!r}")
    page.screenshot(path=screens / "wb-settlement-moved.png", full_page=True)
    page.keyboard.press("PageDown")
    page.wait_for_url(lambda url: "set." not in url)

    # A window moved: the filters and the links to data ask of the window that is shown.
    page.goto(f"{root}/networks?window=year")
    page.locator(".window input[type=range]").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("step="))
    page.keyboard.press("ArrowLeft")
    step = int(page.locator(".window input[type=range]").input_value())
    page.wait_for_url(re.compile(f"step={step}"))
    kept = page.locator("#lens > input[name=step]").get_attribute("value")
    expect(kept == str(step), f"window: the filters keep {kept}, not {step}")
    for link in page.locator(".page-foot a[href*=networks]").all():
        expect(f"step={step}" in link.get_attribute("href"), "window: a link to data is of another")

    # The slider goes through the dates with evidence, is applied once it rests, and keeps the focus.
    page.goto(f"{root}/positions")
    page.locator(".slider input").focus()
    said = page.locator(".slider input").get_attribute("aria-valuetext")
    expect(said == "latest", f"slider: it reads {said!r} at its end")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("as-of="))
    page.wait_for_selector(".slider input:focus")
    said = page.locator(".slider input").get_attribute("aria-valuetext")
    expect(re.fullmatch(r"\d+ \w+ \d{4}", said or "") is not None, f"slider: it reads {said!r}")
    days = page.evaluate("fetch('/dates.json').then(a => a.json()).then(a => a.view)")
    expect(days[-3] in page.url, f"slider: three steps lead to {page.url}, not to {days[-3]}")

    # The drawer's link opens it again; Back goes a step back and then closes it.
    page.goto(f"{root}/changes")
    page.goto(beside)
    page.wait_for_selector("#drawer[open] h1")
    page.goto(f"{root}/positions")
    page.locator(".positions a[href*='/positions/']").first.click()
    page.wait_for_selector("#drawer[open] .card .id")
    title = page.locator("#drawer h1").inner_text()
    page.locator("#drawer .card a.id").first.click()
    page.wait_for_function("t => document.querySelector('#drawer h1').innerText !== t", arg=title)
    page.go_back()
    page.wait_for_function("t => document.querySelector('#drawer h1').innerText === t", arg=title)
    page.go_back()
    page.wait_for_selector("#drawer", state="hidden")
    expect(page.url == f"{root}/positions", f"drawer: Back leads to {page.url}")

    # A date as people write it; a wrong one stays in its box, with the error beside it.
    page.locator("#as-of").fill("16.5.2025")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}/positions?as-of=2025-05-16")
    expect(page.locator("#as-of").input_value() == "16 May 2025", "date: not shown as written")
    page.locator("#as-of").fill("16 Mai")
    page.keyboard.press("Enter")
    page.wait_for_selector("#fault-as-of")
    expect(page.locator("#as-of").input_value() == "16 Mai", "date: what was typed is lost")
    expect(page.locator("nav#pages a").count() > 10, "date: the error has no navigation")

    # On a small screen the menu opens at the top.
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{root}/positions")
    page.locator(".to-pages").click()
    page.wait_for_selector(".to-pages[aria-expanded=true]")
    expect(page.locator("nav#pages a").first.bounding_box()["y"] < 800, "menu: out of sight")
    page.screenshot(path=screens / "wb-menu.png")
    page.keyboard.press("Escape")
    expect(page.locator("nav#pages.open").count() == 0, "menu: Esc leaves it open")
    page.close()


if __name__ == "__main__":
    sys.exit(main())
