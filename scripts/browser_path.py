"""The tutorial's path in a headless Chromium: from an empty folder to the printed brief, by clicks alone and
again by keys alone.

Usage: browser_path.py DRAGOMAN FOLDER [mouse] [keys]

A new case; a pasted article, which comes in with its suggestions; one accepted, one rejected; statements from
nothing with a new actor, a new issue, a value, a date and a condition typed as people write them; the form
that needs no script; all statements of a filter changed at once and that undone; two actors made one, an
issue made two; a scenario drafted and its numbers set; a conflict built and changed; the brief, printed.
Words are typed in both; what is chosen and pressed is chosen and pressed by the mouse in one and by Tab,
letters, arrows, Enter and the space bar in the other. Pictures lie in FOLDER.
"""

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from page_operators import Keys, Mouse  # noqa: E402
from path_steps import STEPS  # noqa: E402
from served_case import chromium, library, verdict  # noqa: E402


def main() -> None:
    dragoman, pictures = sys.argv[1], Path(sys.argv[2])
    pictures.mkdir(parents=True, exist_ok=True)
    tutorial = (Path(__file__).parent.parent / "docs" / "tutorial.md").read_text(encoding="utf-8")
    article = re.search(r"```text tidings\.txt\n(.*?)```", tutorial, re.DOTALL).group(1)
    faults = []
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for make in [one for one in (Mouse, Keys) if not sys.argv[3:] or one.name in sys.argv[3:]]:
            with tempfile.TemporaryDirectory() as folder, library(dragoman, Path(folder)) as server:
                _, start, root = server
                context = browser.new_context(viewport={"width": 1280, "height": 900})
                hand = make(context, start, root, pictures)
                for step in STEPS:
                    try:
                        step(hand, article)
                    except Exception:
                        hand.page.screenshot(path=pictures / f"path-{hand.name}-stopped.png", full_page=True)
                        print(f"browser: {hand.name}: stopped at {step.__name__}", file=sys.stderr)
                        raise
                    hand.look(step.__name__)
                print(f"browser: from an empty folder to a printed brief by {hand.name} alone: "
                      f"{hand.deeds} {hand.unit} besides the words typed", file=sys.stderr)
                faults += hand.faults
                context.close()
        browser.close()
    for fault in faults:
        print(f"browser: {fault}", file=sys.stderr)
    sys.exit(verdict(faults))


main()
