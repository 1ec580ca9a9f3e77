"""Codes documents in the workbench as a person does: in a headless Chromium, by keys and by mouse.

Usage: browser_coding.py DRAGOMAN CASE FOLDER [--random N] [--large]

A statement from nothing by keys alone, its keys counted, and one by mouse; what it would change said before
it is saved; undo and redo; overlaps; suggestions accepted and rejected by one key each; two tabs on one
entry; a page that loses its server and finds it again. N random selections in a text of many scripts,
whose stored quotes must be the words that were seen, byte for byte; with --large also the times of a
document of 300,000 characters with 2,000 statements.
"""

import json
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from coding_cases import MIXED, large_case, mixed_case, suggested_case  # noqa: E402
from page_rules import BROKEN_RULES, FAINT_WORDS, SMALL_WORDS  # noqa: E402
from served_case import chromium, served, serving  # noqa: E402, F401

READY = "article[data-coding][data-ready]"


class Keys:
    """Presses keys and counts them."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
            self.count += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)


def opened(site, context, document: str):
    page = site.entered(context)
    page.goto(f"{site.root}/documents/{document}")
    page.wait_for_selector(READY)
    page.locator(".coding-bar [name=by]").fill("Ana Coder")
    page.locator(".leaf").focus()
    return page


def exported(dragoman: str, store: Path) -> dict:
    """The case as it is in the file now."""
    out = store.parent / "exported.json"
    out.unlink(missing_ok=True)
    subprocess.run(
        [dragoman, "convert", store, "--output", out], check=True, stdout=subprocess.DEVNULL
    )
    return json.loads(out.read_text(encoding="utf-8"))


def said(page, words: str) -> None:
    page.wait_for_function(
        "words => document.querySelector('.coding-bar .said').textContent.includes(words)", arg=words
    )


def by_keys(site, browser, dragoman, store, screens, expect) -> None:
    """A new statement from nothing, its keys counted; then undo and redo."""
    page = opened(site, browser.new_context(viewport={"width": 1280, "height": 900}), "mixed")
    keys = Keys(page)
    keys.press("f", "c")
    page.wait_for_selector("#coding[open]")
    keys.press("1", "1", "1", "1", "1")
    page.wait_for_function("document.activeElement.id === 'coding-gist'")
    keys.type("North asks for turns")
    page.wait_for_selector("#coding .foresight p")
    foresight = page.locator("#coding .foresight").inner_text()
    expect(len(foresight) > 10, f"keys: nothing is said of what the entry changes: {foresight!r}")
    page.screenshot(path=screens / "coding-popover.png")
    look(page, "popover", expect)
    keys.press("Enter")
    said(page, "Saved statement")
    expect(keys.count <= 12, f"keys: a statement takes {keys.count} keys besides the gist")
    print(f"browser: a statement from nothing takes {keys.count} keys besides its gist; "
          f"before saving: {foresight.splitlines()[0]}", file=sys.stderr)
    page.wait_for_selector(".leaf mark[data-s]")
    count = page.locator(".margin .coded li").count()
    expect(count == 1, f"keys: the list has {count} statements after the first")
    page.keyboard.press("u")
    said(page, "Undid: statement")
    page.wait_for_function("document.querySelectorAll('.leaf mark').length === 0")
    page.keyboard.press("U")
    said(page, "Redid: statement")
    page.wait_for_selector(".leaf mark[data-s]")
    # What is left by Escape is there again.
    page.keyboard.press("f")
    page.keyboard.press("c")
    page.wait_for_selector("#coding[open]")
    page.keyboard.press("2")
    page.keyboard.press("Escape")
    expect(not page.locator("#coding[open]").count(), "keys: Escape does not leave the popover")
    page.keyboard.press("c")
    page.wait_for_selector("#coding[open]")
    chosen = page.locator("#coding [data-row=speaker] .tokens span").count()
    expect(chosen == 1, "keys: the draft is lost by Escape")
    page.keyboard.press("Escape")
    page.context.close()


def by_mouse(site, browser, dragoman, store, screens, expect) -> None:
    """A statement by mouse alone but for the words of its gist, with a new actor and a new issue."""
    page = opened(site, browser.new_context(viewport={"width": 1280, "height": 900}), "mixed")
    start = page.evaluate(
        """() => { const t = document.querySelector('.leaf .block').firstChild;
        const r = document.createRange(); r.setStart(t, 0); r.setEnd(t, 1);
        const b = r.getBoundingClientRect(); return [b.left, b.top + b.height / 2]; }"""
    )
    page.mouse.move(start[0] + 40, start[1])
    page.mouse.dblclick(start[0] + 40, start[1])
    page.locator(".coding-bar .code").click()
    page.wait_for_selector("#coding[open]")
    seen = page.locator("#coding blockquote").inner_text()
    page.locator("#coding-speaker").fill("Office of Weirs")
    page.locator("#coding [role=option]", has_text="New actor").click()
    page.locator("#coding [data-row=act] [role=option]").first.click()
    page.locator("#coding-about").fill("Fish ladders")
    page.locator("#coding [role=option]", has_text="New issue").click()
    page.locator("#coding-gist").fill("Weirs are mentioned")
    page.locator("#coding button[type=submit]").click()
    said(page, "Saved statement")
    case = exported(dragoman, store)
    made = case["statements"][-1]
    expect(made["quote"]["exact"] == seen, f"mouse: {made['quote']['exact']!r} stored, {seen!r} seen")
    expect(any(a["name"] == "Office of Weirs" for a in case["actors"]), "mouse: no new actor")
    expect(any(i["title"] == "Fish ladders" for i in case["issues"]), "mouse: no new issue")
    page.keyboard.press("u")
    said(page, "Undid")
    case = exported(dragoman, store)
    expect(not any(a["name"] == "Office of Weirs" for a in case["actors"]), "mouse: undo leaves the actor")
    page.context.close()


def random_selections(site, browser, dragoman, store, number, expect) -> None:
    """Selections anywhere in a text of many scripts: what is stored is what was seen."""
    page = opened(site, browser.new_context(viewport={"width": 1280, "height": 900}), "mixed")
    shown = page.evaluate("document.querySelector('.leaf').textContent")
    expect(shown == MIXED, "random: the page's text is not the stored text")
    result = page.evaluate(
        """async ([number, seed]) => {
          const leaf = document.querySelector('.leaf');
          const nodes = [];
          const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) nodes.push(walker.currentNode);
          let state = seed;
          const random = (n) => { state = (state * 1103515245 + 12345) % 2147483648; return state % n; };
          const {CodedText} = await import('/assets/coding-text.js');
          const text = new CodedText(leaf, Number(document.querySelector('[data-coding]').dataset.from));
          const form = document.querySelector('.coding-bar');
          const made = [];
          for (let n = 0; n < number; n += 1) {
            const node = nodes[random(nodes.length)];
            const other = random(3) ? node : nodes[random(nodes.length)];
            const range = document.createRange();
            const [a, b] = [random(node.data.length), random(other.data.length + 1)];
            getSelection().setBaseAndExtent(node, a, other, b);
            const seen = text.selected();
            if (!seen) continue;
            const words = text.words(seen.start, seen.end);
            const shown = text.range(seen.start, seen.end).toString();
            const body = new URLSearchParams([
              ['form-token', form.elements['form-token'].value], ['by', 'Ana Coder'], ['source', 'mixed'],
              ['span', `${seen.start}-${seen.end}`], ['exact', words], ['speaker', 'north'],
              ['act', 'state'], ['gist', `Random ${n}`]]);
            const answer = await fetch('/coding/statements', {method: 'POST', body, headers: {'Dragoman-Live': '1'}});
            const data = await answer.json();
            made.push({gist: `Random ${n}`, words, shown, ok: answer.ok, id: data.statement, message: data.message});
          }
          return made;
        }""",
        [number, 20251],
    )
    case = exported(dragoman, store)
    stored = {s["gist"]: s["quote"] for s in case["statements"]}
    wrong = 0
    for one in result:
        quote = stored.get(one["gist"])
        good = (
            one["ok"] and quote and one["words"] == one["shown"]
            and quote["exact"].encode() == one["words"].encode()
            and MIXED[quote["start"]:quote["end"]].encode() == one["words"].encode()
        )
        if not good:
            wrong += 1
            if wrong < 4:
                expect(False, f"random: {one} stored as {quote}")
    expect(wrong == 0, f"random: {wrong} of {len(result)} selections are not what was seen")
    print(f"browser: {len(result)} random selections stored byte for byte, {wrong} not", file=sys.stderr)
    page.context.close()


def look(page, name, expect) -> None:
    """Rules that every page keeps, on the page as it is."""
    _, faint = page.evaluate(FAINT_WORDS)
    expect(not faint, f"{name}: too faint: " + "; ".join(faint[:4]))
    small = page.evaluate(SMALL_WORDS)
    expect(not small, f"{name}: too small: " + "; ".join(small[:4]))
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    expect(wide <= 0, f"{name}: scrolls sideways by {wide} pixels")
    for broken in page.evaluate(BROKEN_RULES):
        expect(False, f"{name}: {broken}")


def main() -> int:
    dragoman, _, folder, *options = sys.argv[1:]
    screens = Path(folder)
    number = int(options[options.index("--random") + 1]) if "--random" in options else 60
    faults: list[str] = []

    def expect(is_so: bool, words: str) -> None:
        if not is_so:
            faults.append(words)

    try:
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            mixed = mixed_case(screens / "coding-mixed")
            with served(dragoman, mixed, screens, "coding") as site:
                store = screens / "coding.dragoman"
                by_keys(site, browser, dragoman, store, screens, expect)
                by_mouse(site, browser, dragoman, store, screens, expect)
                random_selections(site, browser, dragoman, store, number, expect)
            browser.close()
    finally:
        for fault in faults:
            print(f"browser: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
