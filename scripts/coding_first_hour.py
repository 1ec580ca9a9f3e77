"""What someone meets in the first hour of coding: a suggestion accepted with changes in one step, nothing in hand under the
bar, a quote changed with what was kept of the old one said, dates as people write them, and what is chosen made where
it is missing."""

from coding_corrections import box, chips, drag, edit, edit_saved, fill, save


def in_sight(page, expect, when: str) -> None:
    """What has the focus lies below the bar."""
    top, bar = page.evaluate(
        """() => [document.activeElement.getBoundingClientRect().top,
                  document.querySelector('.coding-bar').getBoundingClientRect().bottom]""")
    expect(top >= bar, f"{when}: the next suggestion begins at {top:.0f}, under the bar that ends at {bar:.0f}")


def accepted_with_changes(page, expect, said, exported) -> None:
    line = page.locator(".margin .waiting li", has_text="North might agree to turns").first
    count = page.locator(".margin .waiting li").count()
    line.locator("button", has_text="Edit").click()
    page.wait_for_selector("#coding[open]")
    expect(page.locator("#coding h2").inner_text() == "Edit suggestion", "suggestion: its form has another title")
    expect("Accept" in page.locator("#coding button[type=submit]").inner_text(), "suggestion: what saving does is not said")
    page.locator("#coding-gist").fill("Orlik would take turns once the weir is mended")
    save(page, said)
    expect(page.locator(".margin .waiting li").count() == count - 1, "suggestion: it waits still")
    made = [one for one in exported()["statements"] if one["gist"].startswith("Orlik would take turns")]
    expect(len(made) == 1, f"suggestion: {len(made)} statements of one edit")


def below_the_bar(page, expect) -> None:
    """On a low screen, with a bar that says much."""
    page.set_viewport_size({"width": 1280, "height": 420})
    page.evaluate("scrollTo(0, document.querySelector('.coding-bar').offsetTop + 40)")
    page.keyboard.press("v")
    in_sight(page, expect, "v")
    page.evaluate("document.querySelector('.coding-bar .said').textContent = 'words '.repeat(120)")
    page.wait_for_timeout(200)
    in_sight(page, expect, "after much was said")
    page.evaluate("document.querySelector('.coding-bar .said').textContent = ''")
    page.set_viewport_size({"width": 1280, "height": 800})


def kept_and_read_again(page, expect) -> None:
    """A quote that is changed: what was kept is said, read again by a key, and taken back."""
    edit(page, "accuses")
    old = box(page, "gist")
    drag(page, "Lie dismissed the charge")
    page.locator("#coding .offer button").first.click()
    words = page.locator("#coding .reread").inner_text()
    expect("Kept from the old words: Speaker" in words and "In one line" in words, f"quote: of what was kept it says {words!r}")
    expect(box(page, "gist") == old, "quote: the line is another at once")
    page.keyboard.press("Alt+g")
    page.wait_for_function("() => document.querySelector('#coding .reread').textContent.includes('Read again')")
    expect(box(page, "gist") != old and chips(page, "act") != ["accuse"], f"quote: read again, the line is {box(page, 'gist')!r}")
    page.locator("#coding .reread button", has_text="As they were").click()
    expect(box(page, "gist") == old, "quote: the old line does not come back")
    page.keyboard.press("Escape")
    page.evaluate("sessionStorage.clear()")


def dates(page, expect) -> None:
    edit_saved(page, "might agree to turns")
    page.keyboard.press("Alt+d")
    read = page.locator("#coding [data-row=date] .read")
    hint = page.locator("#coding-date-hint").inner_text()
    expect("20 May 2025, dated by its publication" in hint, f"date: left empty it counts as {hint!r}")
    for typed, words in [("before 12 May 2026", "../2026-05-11"), ("early May 2026", "2026-05-01~/2026-05-10~"),
                         ("12–14 May 2026", "2026-05-12/2026-05-14")]:
        page.locator("#coding-date").fill(typed)
        page.wait_for_function(
            "words => document.querySelector('#coding [data-row=date] .read').textContent.includes(words)", arg=words)
    page.locator("#coding-date").fill("5/6/2026")
    page.wait_for_selector("#coding [data-row=date] .read button")
    expect(read.locator("button").all_inner_texts() == ["5 June 2026", "6 May 2026"], f"date: asked {read.inner_text()!r}")
    read.locator("button").last.click()
    expect(box(page, "date") == "6 May 2026", f"date: chosen, it is {box(page, 'date')!r}")
    page.keyboard.press("Escape")
    page.evaluate("sessionStorage.clear()")


def made_where_missing(page, expect, said, exported) -> None:
    """Whom someone speaks for and what a condition waits for need not be in the case yet."""
    drag(page, "Lie dismissed the charge")
    page.keyboard.press("c")
    page.wait_for_selector("#coding[open] [role=option]")
    fill(page, "speaker", "Ada Quist", "Shift+Enter")
    page.locator("#coding-speaksFor").fill("Tavora")
    lines = page.locator("#coding [data-row=speaksFor] [role=option]").all_inner_texts()
    expect(any("New party “Tavora”" in one for one in lines) and any("no party “Tavora”" in one for one in lines),
           f"speaks for: {lines}")
    page.keyboard.press("Shift+Enter")
    fill(page, "act", "reject")
    fill(page, "about", "Sharing of water")
    page.keyboard.press("Alt+c")
    page.keyboard.type("only if Sharing of water: By lot")
    lines = page.locator("#coding [data-row=requires] [role=option]").all_inner_texts()
    expect(any("New option “Sharing of water: By lot”" in one for one in lines), f"condition: {lines}")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Alt+c")
    page.keyboard.type("if Sharing of water: By meters")
    page.keyboard.press("Enter")
    seen = chips(page, "requires")
    expect(seen == ["only after Sharing of water: By lot (new)", "if Sharing of water: By meters"], f"condition: {seen}")
    page.locator("#coding-gist").fill("Quist would not agree but by lot")
    save(page, said)
    case = exported()
    expect("tavora" in case["case"]["parties"], f"speaks for: the parties are {case['case']['parties']}")
    options = [one["title"] for one in next(one for one in case["issues"] if one["id"] == "water")["options"]]
    expect("By lot" in options, f"condition: the options are {options}")


def entry_forms(page, root, expect) -> None:
    """A form of an entry shows what a date was read as, asks, and makes the actor that its list lacks, by keys."""
    page.goto(f"{root}/edit?section=commitments")
    due = page.locator("[name='f.due']")
    due.fill("before 12 May 2026")
    page.wait_for_function("() => [...document.querySelectorAll('output.read')].some((one) => one.textContent.includes('2026-05-11'))")
    due.fill("5/6/2026")
    page.wait_for_selector("output.read button")
    page.locator("output.read button").first.click()
    expect(due.input_value() == "5 June 2026", f"form: chosen, the date is {due.input_value()!r}")
    page.locator("[name='f.what']").fill("Mend the weir")
    page.locator("select[name='f.strength']").select_option("promised")
    page.locator("select[name='f.debtors.0']").focus()
    page.keyboard.type("New actor")
    page.keyboard.press("Tab")
    page.wait_for_selector("[name='f.debtors.0.~new']")
    page.wait_for_function("() => document.activeElement.name === 'f.debtors.0.~new'")
    page.keyboard.type("The Weir Trust")
    page.keyboard.press("Enter")
    # What it rests on is asked for, and may be given later.
    page.locator("[name=anyway]").check()
    page.locator("button", has_text="Save").last.click()
    page.get_by_text("Saved the commitment").wait_for()
    expect("The Weir Trust" in page.locator("#actors").inner_text(), "form: the new actor is not in the case")


def first_hour(site, browser, expect, opened, said, exported) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = opened(site, context, "quota")
    page.on("dialog", lambda dialog: dialog.accept())
    below_the_bar(page, expect)
    accepted_with_changes(page, expect, said, exported)
    kept_and_read_again(page, expect)
    dates(page, expect)
    made_where_missing(page, expect, said, exported)
    entry_forms(page, site.root, expect)
    context.close()
