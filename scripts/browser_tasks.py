"""Ten tasks of five users of the workbench, done in a headless Chromium, with the clicks counted.

Usage: browser_tasks.py DRAGOMAN EXAMPLES FOLDER

A mediation officer, a desk officer, an analyst, a peace researcher and a journalist each begin at the
state of play. Fails where a task cannot be done, or where more than one takes more than three clicks;
what is typed and chosen from a list counts for nothing.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from served_case import chromium, served, verdict  # noqa: E402

MOST_CLICKS = 3
MOST_OVER = 1


class Reader:
    """One person before the state of play, whose clicks are counted."""

    def __init__(self, site, context):
        self.page = site.entered(context)
        self.root = site.root
        self.clicks = 0

    def click(self, selector: str, text: str | None = None) -> None:
        found = self.page.locator(selector)
        if text:
            found = found.filter(has_text=text)
        found.first.click()
        self.clicks += 1

    def go(self, title: str) -> None:
        """To a page of the navigation."""
        self.page.get_by_role("navigation", name="Pages").get_by_role(
            "link", name=title, exact=True
        ).click()
        self.clicks += 1

    def see(self, selector: str, text: str | None = None) -> str:
        found = self.page.locator(selector)
        if text:
            found = found.filter(has_text=text)
        found.first.wait_for(timeout=10_000)
        return found.first.inner_text()


def words_behind_a_position(reader: Reader) -> None:
    """The journalist: what exactly was said?"""
    reader.click(".positions td a[href*='/positions/']")
    reader.see("#drawer[open] blockquote mark")


def what_changed_for_whom(reader: Reader) -> None:
    """The analyst: what changed from 2022 to May 2025, and for whom?"""
    reader.page.locator("#as-of").fill("31 May 2025")
    reader.page.locator("input[name=since]").fill("31 May 2022")
    reader.click(".when button[type=submit]")
    reader.click("main header a[href*='/changes'], main a[href^='/changes?']")
    reader.see("main h1", "Changes")
    text = reader.page.locator("main").inner_text()
    assert "Ukraine" in text and "Russia" in text, "whose changes they are"


def what_blocks_and_what_opens(reader: Reader) -> None:
    """The mediation officer: what blocks the talks, and what would open them?"""
    reader.go("Preconditions")
    reader.click(".smallest a")
    reader.see(".result", "given up")


def was_it_done(reader: Reader) -> None:
    """The desk officer: was the exchange of prisoners carried out?"""
    reader.go("Commitments")
    text = reader.page.locator("main table").first.inner_text().lower()
    assert "prisoner" in text or "1,000" in text, "no exchange on the page"


def which_account_is_right(reader: Reader) -> None:
    """The researcher: sources differ; note which account is right."""
    reader.go("Contradictions")
    reader.click("a[href*='/contradictions/verdict']")
    reader.see("form[action='/verdicts']")


def print_the_brief(reader: Reader) -> None:
    """The desk officer: a brief on paper."""
    reader.page.add_init_script("window.print = () => { window.printed = true; }")
    reader.go("Brief")
    reader.click("button.print")
    assert reader.page.evaluate("window.printed === true"), "nothing is printed"


def send_a_link(reader: Reader) -> None:
    """The analyst: the very view that is on the screen, for a colleague."""
    reader.click(".positions td a[href*='/positions/']")
    reader.see("#drawer[open] h1")
    reader.page.keyboard.press("Escape")
    reader.click("button.copy")
    reader.see("#notice", "this computer only")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == reader.page.url, f"copied {copied!r}"


def all_somebody_said(reader: Reader) -> None:
    """The journalist: all that Zelensky said of meeting Putin."""
    reader.page.locator("#find").fill("Zelensky Putin meet")
    reader.page.locator("#find").press("Enter")
    reader.see("main h1", "Search for")
    reader.click("main li a[href*='speaker=']", "Zelensky")
    reader.page.wait_for_url("**/search?*speaker=*")
    speakers = reader.page.locator("main table").first.locator("td:nth-child(2)").all_inner_texts()
    assert speakers and all("Zelensky" in who for who in speakers), f"said by {speakers}"


def what_if_it_were_accepted(reader: Reader) -> None:
    """The mediation officer: what if Ukraine accepted neutrality?"""
    reader.go("Suppose")
    reader.page.locator("select[name=party-to]").select_option("ukraine")
    reader.page.locator("select[name=accepts]").select_option("neutrality/permanent")
    reader.click("main form button[type=submit]")
    text = reader.see("main table")
    assert "acceptable to all" in text, text


def note_a_doubt_and_undo(reader: Reader) -> None:
    """The researcher: a doubt noted on a statement beside its words, and taken back there."""
    reader.click(".positions td a[href*='/positions/']")
    before = reader.clicks
    reader.click("#drawer .card .doubt")
    reader.page.locator("#drawer .card textarea[name=text]").fill("Is the date right?")
    reader.page.locator("#drawer .card input[name=by]").fill("Berta")
    reader.click("#drawer .card .write-form button[type=submit]")
    reader.see("#drawer .noted", "Saved")
    assert reader.clicks == before + 2, "a doubt takes more than two clicks"
    asked = f"{reader.root}/search.json?q=%22Is+the+date+right%22"
    assert reader.page.request.get(asked).json()["view"]["hits"], "the note is not there"
    reader.click("#drawer .noted button", "Undo")
    reader.see("#drawer .noted", "Undid")
    assert not reader.page.request.get(asked).json()["view"]["hits"], "the note is still there"


TASKS = {
    "sarn": [words_behind_a_position],
    "istanbul": [
        what_changed_for_whom,
        what_blocks_and_what_opens,
        was_it_done,
        which_account_is_right,
        print_the_brief,
        send_a_link,
        all_somebody_said,
        what_if_it_were_accepted,
        note_a_doubt_and_undo,
    ],
}


def main() -> int:
    dragoman, examples, folder = sys.argv[1:]
    faults: list[str] = []
    counts: dict[str, int] = {}
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for case, tasks in TASKS.items():
            with served(dragoman, f"{examples}/{case}", Path(folder), f"tasks-{case}") as site:
                for task in tasks:
                    context = browser.new_context(viewport={"width": 1360, "height": 900})
                    context.grant_permissions(["clipboard-read", "clipboard-write"])
                    context.set_default_timeout(15_000)
                    reader = Reader(site, context)
                    try:
                        task(reader)
                        counts[task.__name__] = reader.clicks
                    except Exception as error:
                        faults.append(f"{task.__name__} on {case}: {str(error)[:600]}")
                        reader.page.screenshot(path=Path(folder) / f"task-{task.__name__}.png")
                    context.close()
        browser.close()
    over = [name for name, clicks in counts.items() if clicks > MOST_CLICKS]
    if len(over) > MOST_OVER:
        faults.append(f"more than {MOST_CLICKS} clicks: {', '.join(over)}")
    for fault in faults:
        print(f"tasks: {fault}", file=sys.stderr)
    print(
        "tasks: " + ", ".join(f"{name} {clicks}" for name, clicks in counts.items()),
        file=sys.stderr,
    )
    return verdict(faults)


if __name__ == "__main__":
    sys.exit(main())
