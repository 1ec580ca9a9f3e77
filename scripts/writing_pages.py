"""What readers write into the workbench, as they do it: verdicts, notes, and taking them back."""

import re

from page_rules import BROKEN_RULES, FAINT_WORDS

# A contradiction of the worked case, by its statements.
CONFLICT = "/contradictions/verdict?statement=glim-33&statement=rev-64&statement=rev-65&statement=rev-66"
SMALL_PAGES = {"verdict": CONFLICT}


def writing(browser, start, root, screens, expect) -> None:
    """Runs every way through the forms."""
    by_keyboard(browser, start, root, screens, expect)
    in_the_drawer(browser, start, root, screens, expect)
    two_at_once(browser, start, root, screens, expect)
    without_scripts(browser, start, root, expect)


def signed_in(browser, start, root, **options):
    page = browser.new_context(viewport={"width": 1280, "height": 900}, **options).new_page()
    page.goto(start)
    page.wait_for_url(f"{root}/positions")
    return page


def by_keyboard(browser, start, root, screens, expect) -> None:
    """A verdict from the list, seen there and in the history, and undone; no mouse."""
    page = signed_in(browser, start, root)
    page.goto(f"{root}/contradictions")
    page.locator(".write a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#drawer[open] .write-form")
    page.locator("#drawer input[value=oneWrong]").focus()
    page.keyboard.press("Space")
    page.locator("#drawer input[name=taken]").nth(1).focus()
    page.keyboard.press("Space")
    page.locator("#drawer textarea").focus()
    page.keyboard.type("He was in the room")
    page.locator("#drawer input[name=by]").focus()
    page.keyboard.type("Berta Vogel")
    page.screenshot(path=screens / "wb-verdict-drawer.png")
    page.keyboard.press("Enter")
    page.wait_for_selector(".verdict.taken")
    expect("#c-" in page.url, "writing: the verdict does not lead back to its contradiction")
    expect(
        page.locator(".part > p", has_text=re.compile(r"Vogel, \d+ \w+ \d{4}: one is wrong\. He was in the room")).count() == 1,
        "writing: the verdict is not on the page of contradictions",
    )
    page.screenshot(path=screens / "wb-verdict-given.png")

    page.goto(f"{root}/history")
    newest = page.locator("main tbody tr").first
    expect("verdict on" in newest.inner_text(), "writing: the verdict is not in the history")
    page.screenshot(path=screens / "wb-history-verdict.png", full_page=True)
    newest.locator("a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("main ins")
    expect(
        "He was in the room" in page.locator("main table").first.inner_text(),
        "writing: the change does not show what it made",
    )
    looks(page, "wb-change-verdict", screens, expect)
    name = page.locator("input[name=by]").first.input_value()
    expect(name == "Berta Vogel", f"writing: the name asked once is {name!r} afterwards")
    page.locator(".undo button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}/history")
    expect(
        "undoes" in page.locator("main tbody tr").first.inner_text(),
        "writing: the undo is not in the history",
    )
    page.goto(f"{root}/contradictions")
    expect(page.locator(".verdict.taken").count() == 0, "writing: the verdict outlives its undo")
    page.context.close()


def in_the_drawer(browser, start, root, screens, expect) -> None:
    """A note on a statement, without leaving the page beside it."""
    page = signed_in(browser, start, root)
    page.goto(f"{root}/contradictions")
    page.locator(".card .id").first.click()
    page.wait_for_selector("#drawer[open] .write")
    page.locator("#drawer .write summary").click()
    page.locator("#drawer textarea").fill("Ask her again <b>in June</b>")
    page.locator("#drawer input[name=by]").fill("Карл К.")
    page.locator("#drawer input[name=confidential]").check()
    page.locator("#drawer .write-form button").click()
    page.wait_for_selector("#drawer li:has-text('in June')")
    expect(
        page.locator("#drawer li", has_text="Ask her again <b>in June</b> — Карл К.").count() == 1,
        "writing: the note is not as it was written",
    )
    expect("/contradictions" in page.url, "writing: the note leaves the page")
    page.screenshot(path=screens / "wb-note-drawer.png")
    # In room mode it is gone, and so is the form; leaving brings both back.
    page.goto(f"{root}/positions")
    page.get_by_role("button", name="Room mode").click()
    page.wait_for_selector(".badge.room")
    page.goto(f"{root}/search?q=June")
    expect("in June" not in page.content(), "writing: room mode shows a confidential note")
    page.goto(f"{root}/history")
    expect("in June" not in page.content(), "writing: room mode shows it in the history")
    looks(page, "wb-history-room", screens, expect)
    page.goto(f"{root}/positions")
    page.get_by_role("button", name="Leave room mode").click()
    page.wait_for_selector(".badge.room", state="detached")
    page.goto(f"{root}/search?q=June")
    expect(page.locator("mark", has_text="June").count() > 0, "writing: search finds no note")
    page.context.close()


def two_at_once(browser, start, root, screens, expect) -> None:
    """Two people judge the same contradiction; the slower one sees both."""
    pages = [signed_in(browser, start, root) for _ in range(2)]
    for place, page in enumerate(pages):
        page.goto(root + CONFLICT)
        page.locator("input[value=explained]").check()
        page.locator("textarea[name=reason]").fill(f"Reason of {place + 1}")
        page.locator("input[name=by]").fill(f"Analyst {place + 1}")
    pages[0].locator(".write-form button").click()
    pages[0].wait_for_url(re.compile("/contradictions#c-"))
    late = pages[1]
    late.locator(".write-form button").click()
    late.wait_for_selector("text=Edit conflict")
    shown = late.locator("main").inner_text()
    expect(
        "Reason of 1" in shown and "Reason of 2" in shown,
        "writing: the slower one does not see both versions",
    )
    looks(late, "wb-quicker", screens, expect)
    late.get_by_role("button", name="Overwrite with my version").click()
    late.wait_for_url(re.compile("/contradictions#c-"))
    expect(
        late.locator(".part > p", has_text="Reason of 2").count() == 1,
        "writing: the slower one cannot have the last word",
    )
    for page in pages:
        page.context.close()


def without_scripts(browser, start, root, expect) -> None:
    """Note, undo and sign-out by plain forms."""
    page = signed_in(browser, start, root, java_script_enabled=False)
    page.goto(f"{root}/entries/issues/ceasefire")
    page.locator(".write summary").click()
    page.locator("textarea[name=text]").fill("By a plain form")
    page.locator("input[name=by]").fill("Dora")
    page.locator(".write-form button").click()
    # The address is the same before and after.
    page.wait_for_selector("li:has-text('By a plain form — Dora')")
    page.wait_for_url(f"{root}/entries/issues/ceasefire")
    expect(
        page.locator("li", has_text="By a plain form — Dora").count() == 1,
        "writing: a plain form writes no note",
    )
    page.goto(f"{root}/history")
    page.locator(".undo button").click()
    page.wait_for_url(f"{root}/history")
    page.goto(f"{root}/entries/issues/ceasefire")
    expect(page.locator("li", has_text="By a plain form").count() == 0, "writing: a plain form undoes nothing")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{root}/positions")
    expect("Sign in" in page.title(), "writing: signing out leaves the door open")
    page.context.close()


def looks(page, name, screens, expect) -> None:
    """The rules of every page, light, dark, narrow and printed."""
    for look, width, scheme, media in [
        ("light", 1280, "light", "screen"),
        ("dark", 1280, "dark", "screen"),
        ("narrow", 360, "light", "screen"),
        ("print", 1280, "light", "print"),
    ]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, media=media)
        page.screenshot(path=screens / f"{name}-{look}.png", full_page=True)
        _, faint = page.evaluate(FAINT_WORDS)
        expect(not faint, f"{name} {look}: too faint: " + "; ".join(faint[:4]))
        if media == "screen":
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            expect(wide <= 0, f"{name} {look}: scrolls sideways by {wide} pixels")
        for broken in page.evaluate(BROKEN_RULES):
            expect(False, f"{name} {look}: {broken}")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", media="screen")
