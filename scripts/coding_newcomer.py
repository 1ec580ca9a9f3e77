"""What someone who codes for the first time relies on: what is typed stays where it is typed, digits and choices
mean the same in every passage, nothing is saved unfinished, and every choice can be changed by mouse."""

from coding_cases import MIXED

READY = "article[data-coding][data-ready]"

# A digit first, within, and last; brackets, percentages, dates, ratios.
HARD = [
    "6.5 per cent in 2026, 4 per cent in 2027", "Report on Berth 2", "An official (not named)", "15–18 %",
    "2 for 1 (1,000 for 1,000)", "20 February", "1st round", "No. 7/3: 10:30", "8 per cent", "0 losses",
]


def form(page, key: str = "f") -> None:
    page.keyboard.press(key)
    page.keyboard.press("c")
    page.wait_for_selector("#coding[open] [role=option]")


def again(page) -> None:
    """The page without drafts."""
    page.evaluate("sessionStorage.clear()")
    page.reload()
    page.wait_for_selector(READY)
    page.locator(".coding-bar [name=by]").fill("Ana Coder")
    page.locator(".leaf").focus()


def chips(page, row: str) -> list[str]:
    return page.locator(f"#coding [data-row={row}] .tokens span").all_inner_texts()


def box(page, name: str) -> str:
    return page.locator(f"#coding-{name}").input_value()


def focused(page) -> str:
    return page.evaluate("document.activeElement.id")


def typed_words(page, expect) -> None:
    """Whatever is typed is there, in the box it was typed in, and the focus stays."""
    form(page)
    for name in ["speaker", "act", "about", "option", "stance", "via", "to", "of", "requires", "date", "due",
                 "until", "hedge", "gist"]:
        for words in HARD:
            if name == "option" and not page.locator("#coding-option").is_visible():
                page.locator("#coding-about").fill("Sharing of water")
                page.keyboard.press("Enter")
            field = page.locator(f"#coding-{name}")
            field.evaluate("field => { const more = field.closest('details'); if (more) more.open = true; }")
            field.fill("")
            field.focus()
            if name in ("speaker", "act", "about", "option", "stance", "via", "to", "of") and words[0].isdigit():
                # In an empty box the first digit may choose; words are begun by a letter here.
                words = "x " + words
            page.keyboard.type(words)
            expect(box(page, name) == words, f"typing: {words!r} in {name} became {box(page, name)!r}")
            expect(focused(page) == f"coding-{name}", f"typing: {words!r} in {name} moved the focus to {focused(page)}")
        page.locator(f"#coding-{name}").fill("")
    expect(box(page, "gist") == "", "typing: something was written into the gist")
    # A number in an option's empty box, whose first digit is that of a choice.
    for number in ["1.5 metres", "2 for 1", "15 per cent", "8 per cent"]:
        page.locator("#coding-option").focus()
        page.keyboard.type(number)
        expect(box(page, "option") == number, f"typing: {number!r} as an option became {box(page, 'option')!r}, "
               f"with {chips(page, 'option')} chosen")
        expect(not chips(page, "option"), f"typing: {number!r} chose {chips(page, 'option')}")
        page.locator("#coding-option").fill("")
    # A shifted digit is a character.
    page.locator("#coding-speaker").focus()
    page.keyboard.press("Shift+Digit1")
    expect(box(page, "speaker") == "!", f"typing: a shifted 1 gives {box(page, 'speaker')!r}")
    page.locator("#coding-speaker").fill("")
    page.keyboard.press("Escape")
    again(page)


def unfinished(page, expect, exported) -> None:
    """Enter and Save on what is not finished say what is missing, and save nothing."""
    count = len(exported()["statements"])
    form(page)
    page.locator("#coding-gist").fill("Something is said")
    page.keyboard.press("Enter")
    words = page.locator("#coding .fault").inner_text()
    expect("who speaks" in words and "what the words do" in words, f"unfinished: {words!r}")
    page.locator("#coding-speaker").fill("North")
    page.keyboard.press("Enter")
    page.locator("#coding-act").fill("demand")
    page.keyboard.press("Enter")
    page.locator("#coding-via").evaluate("field => { field.closest('details').open = true; }")
    page.locator("#coding-via").fill("An official (not named)")
    page.locator("#coding button[type=submit]").click()
    words = page.locator("#coding .fault").inner_text()
    expect("An official (not named)" in words, f"unfinished: typed words are not asked about: {words!r}")
    expect(box(page, "via") == "An official (not named)", "unfinished: the typed words are gone")
    # What is typed where the focus was lost goes where it was meant, and is no command.
    page.locator("#coding-hedge").focus()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.type("urcx/")
    expect(page.locator("#coding[open]").count() == 1, "unfinished: typing closed the form")
    expect(box(page, "hedge") == "urcx/", f"unfinished: typed with no focus: {box(page, 'hedge')!r}")
    page.locator("#coding-act").fill("warn")
    page.keyboard.press("Enter")
    none = page.locator("#coding [data-row=act] .none").inner_text()
    expect("warn" in none and "threaten" in none, f"unfinished: an act that is not there: {none!r}")
    # Escape closes the list in which something is looked for, and then the form.
    page.keyboard.press("Escape")
    expect(page.locator("#coding[open]").count() == 1, "unfinished: Escape in a list closed the form")
    page.keyboard.press("Escape")
    expect(not page.locator("#coding[open]").count(), "unfinished: a second Escape does not close the form")
    expect(len(exported()["statements"]) == count, "unfinished: a statement was saved")
    again(page)


def same_order(page, expect, said) -> None:
    """Digits of acts and stances, and the first letters of a name, mean the same after other use."""
    def orders() -> dict:
        form(page)
        found = {}
        for name in ["act", "stance"]:
            page.locator(f"#coding-{name}").focus()
            found[name] = page.locator(f"#coding [data-row={name}] [role=option]:has(kbd)").all_inner_texts()
        found["acc"] = (page.locator("#coding-act").fill("acc"),
                        page.locator("#coding [data-row=act] [aria-selected=true] span").inner_text())[1]
        page.locator("#coding-act").fill("")
        page.keyboard.press("Escape")
        return found

    def words(found: dict) -> dict:
        return found | {name: [one.replace("likely", "").split() for one in found[name]] for name in ["act", "stance"]}

    before = words(orders())
    expect([one[1] for one in before["stance"]] == ["for", "against", "open", "unclear"], f"order: {before['stance']}")
    expect(len(before["act"]) == 9 and before["acc"] == "accept", f"order: {before}")
    for act, stance in [("accuse", "against"), ("reject", "against"), ("accuse", "open")]:
        form(page)
        for name, value in [("speaker", "South"), ("act", act), ("about", "Sharing of water"), ("option", "By turns"),
                            ("stance", stance)]:
            page.locator(f"#coding-{name}").fill(value)
            page.keyboard.press("Enter")
        page.locator("#coding-gist").fill(f"South: {act}, {stance}, on meters and weirs")
        page.keyboard.press("Enter")
        said(page, "Saved:")
        page.wait_for_timeout(400)
    after = words(orders())
    expect(before == after, f"order: was {before}, is {after}")
    # A title typed for a new issue is not taken for a reply to a statement that holds the words.
    form(page)
    page.locator("#coding-about").fill("weirs")
    best = page.locator("#coding [data-row=about] [aria-selected=true]").all_inner_texts()
    expect(best == [], f"order: “weirs” would be {best!r}")
    # Enter alone makes nothing new of it, as it may be a slip.
    page.keyboard.press("Enter")
    expect(chips(page, "about") == [], f"order: Enter made {chips(page, 'about')} of “weirs”")
    words = page.locator("#coding [data-row=about] .none").inner_text()
    expect("Shift+Enter" in words, f"order: of “weirs” it is said {words!r}")
    page.locator("#coding-about").fill("mixed")
    expect("reply to" not in page.locator("#coding [data-row=about] [role=listbox]").inner_text(),
           "order: a reply is offered for the id of the document")
    page.locator("#coding-about").fill("")
    page.keyboard.press("Escape")


def excluding(page, expect, exported, said) -> None:
    """An act and a stance that exclude each other are asked about."""
    again(page)
    count = len(exported()["statements"])
    form(page)
    for name, value in [("speaker", "North"), ("act", "reject"), ("about", "Sharing of water"), ("option", "By meters"),
                        ("stance", "for")]:
        page.locator(f"#coding-{name}").fill(value)
        page.keyboard.press("Enter")
    page.locator("#coding-gist").fill("North rejects meters")
    page.keyboard.press("Enter")
    words = page.locator("#coding .fault").inner_text()
    expect("exclude each other" in words, f"excluding: {words!r}")
    expect(len(exported()["statements"]) == count, "excluding: it was saved without a question")
    page.locator("#coding [data-row=stance] .tokens button").click()
    expect(chips(page, "stance") == [], "excluding: the chip is not taken away by its button")
    page.locator("#coding-stance").fill("against")
    page.keyboard.press("Enter")
    page.locator("#coding-gist").press("Enter")
    said(page, "Saved:")
    page.wait_for_timeout(400)


def speakers_and_dates(page, expect, exported, said) -> None:
    """A new speaker's party is asked for; a date is read aloud below its box; what follows is a click away."""
    again(page)
    form(page)
    page.locator("#coding-speaker").fill("Ingrid Solano")
    page.keyboard.press("Shift+Enter")
    expect(focused(page) == "coding-speaksFor", f"speaker: after a new one the focus is on {focused(page)}")
    parties = page.locator("#coding [data-row=speaksFor] [role=option] span").all_inner_texts()
    expect(sorted(parties) == ["North", "South", "no party"], f"speaker: offered are {parties}")
    page.keyboard.type("sou")
    page.keyboard.press("Enter")
    page.locator("#coding-act").fill("commit")
    page.keyboard.press("Enter")
    page.locator("#coding-about").fill("Pay rise")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Alt+n")
    page.keyboard.type("percent")
    page.keyboard.press("Enter")
    expect(focused(page) == "coding-value", f"number: after the unit the focus is on {focused(page)}")
    page.keyboard.type("8 per cent")
    page.keyboard.press("Alt+u")
    page.keyboard.type("1 June 2025")
    page.wait_for_function("() => document.querySelector('#coding [data-row=due] .read').textContent.includes('read as')")
    page.keyboard.press("Alt+d")
    page.keyboard.type("19 May 2025")
    expect(box(page, "date") == "19 May 2025", f"date: typing over what Alt+D fills in gives {box(page, 'date')!r}")
    page.wait_for_function("() => document.querySelector('#coding [data-row=date] .read').textContent.includes('read as')")
    page.locator("#coding-gist").fill("South will pay 8 per cent more by June")
    page.locator("#coding-gist").press("Enter")
    said(page, "Saved:")
    case = exported()
    solano = next(one for one in case["actors"] if one["name"] == "Ingrid Solano")
    links = solano.get("speaksFor", [])
    expect([one.get("actor") for one in links] == ["south"], f"speaker: {solano}")
    issue = next(one for one in case["issues"] if one["title"] == "Pay rise")
    expect(issue.get("value") == "quantity" and issue.get("unit") == "percent", f"number: {issue}")
    links = page.locator(".coding-bar .follow a").all_inner_texts()
    expect(links[:1] == ["a commitment"], f"after saving: {links}")
    page.locator(".coding-bar .follow a").first.click()
    page.wait_for_selector("form.entry-form")
    what = page.locator("[name='f.what']").input_value()
    expect(what == "Pay 8 per cent more by June", f"after saving: the form has {what!r}")
    page.go_back()
    page.wait_for_selector(READY)
    page.locator(".leaf").focus()


def by_click(page, expect) -> None:
    """A click on a coded passage offers to edit and to remove it; the form leaves its words in sight."""
    page.locator(".leaf mark[data-s]").first.click()
    words = page.locator(".mark-menu button").all_inner_texts()
    expect(words == ["Edit", "Remove"], f"click: offered are {words}")
    page.locator(".mark-menu button", has_text="Edit").click()
    page.wait_for_selector("#coding[open]")
    covered(page, expect, "click")
    page.keyboard.press("Escape")


def covered(page, expect, where: str) -> None:
    """Nothing of the first line of the words that are coded lies below the form."""
    places = page.evaluate(
        """() => {
          const range = [...CSS.highlights.get('coding-selected')][0];
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset); live.setEnd(range.endContainer, range.endOffset);
          const form = document.getElementById('coding').getBoundingClientRect();
          return [...live.getClientRects()].map((r) => r.width > 0 && r.right > form.left && r.bottom > form.top && r.top < form.bottom
            || r.top < 0);
        }"""
    )
    expect(places and not any(places), f"{where}: the form covers the words it asks about")


def newcomer(site, browser, screens, expect, opened, said, exported) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 850})
    page = opened(site, context, "mixed")
    assert MIXED
    typed_words(page, expect)
    unfinished(page, expect, exported)
    same_order(page, expect, said)
    excluding(page, expect, exported, said)
    speakers_and_dates(page, expect, exported, said)
    by_click(page, expect)
    page.keyboard.press("?")
    page.wait_for_selector("#keys-over[open]")
    seen = page.evaluate(
        """() => { const t = document.querySelector('#coding-keys').getBoundingClientRect(); return t.top >= 0 && t.top < innerHeight; }"""
    )
    expect(seen, "help: the keys for coding are not in sight")
    context.close()
    for width, height, scheme in [(1366, 850, "light"), (1366, 850, "dark"), (360, 800, "light"), (1920, 1000, "light")]:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = opened(site, context, "mixed")
        page.screenshot(path=screens / f"newcomer-page-{width}-{scheme}.png")
        form(page)
        covered(page, expect, f"{width} {scheme}")
        page.keyboard.press("1")
        page.screenshot(path=screens / f"newcomer-form-{width}-{scheme}.png")
        context.close()
