"""What someone relies on who corrects what was suggested or saved: only what is corrected changes, all that changes is
said, the quote can be made another, and what a form begins with follows from the words selected."""

from coding_cases import HEAD, source, written

READY = "article[data-coding][data-ready]"

TEXT = (
    "Her deputy, Morten Lie, said South could not accept meters before 2027. Halina Brez accused North of taking "
    "more than its share. Lie dismissed the charge. North's envoy, Pavel Orlik, rejected that figure. On Tuesday he "
    "said the idea deserves a look, adding that North might agree to turns if the weir is mended.\n"
)


def suggested(words: str, speaker: str, name: str, side: str, verb: str, act: str, number: int) -> dict:
    start = TEXT.index(words)
    return {
        "statement": {
            "id": f"quota-{number}", "source": "quota", "speaker": speaker, "act": act,
            "quote": {"start": start, "end": start + len(words), "exact": words},
            "gist": f"{name} {verb}: {words}",
        },
        "proposedBy": "a test", "confidence": "0.8",
        "rules": [f"new actor {speaker}: {name} (person{side})"],
    }


def corrected_case(folder):
    brez = ("halina-brez", "Halina Brez", ", north")
    case = HEAD | {
        "actors": HEAD["actors"] + [{"id": "council", "name": "River Council", "kind": "body"}],
        "sources": [source("quota", TEXT)],
        "candidates": [
            suggested("South could not accept meters before 2027", *brez, "sets a condition", "condition", 1),
            suggested("North of taking more than its share", *brez, "accuses", "accuse", 2),
            suggested("the charge", "lie", "Lie", "", "denies", "deny", 3),
            suggested("figure", "pavel-orlik", "Pavel Orlik", ", north", "rejects", "reject", 4),
            suggested("North might agree to turns if the weir is mended", "pavel-orlik", "Pavel Orlik", ", north",
                      "accepts", "accept", 5),
        ],
    }
    return written(folder, case, {"quota.txt": TEXT})


def chips(page, row: str) -> list[str]:
    return [one.replace("×", "").strip()
            for one in page.locator(f"#coding [data-row={row}] .tokens > span").all_inner_texts()]


def box(page, name: str) -> str:
    return page.locator(f"#coding-{name}").input_value()


def fill(page, row: str, words: str, key: str = "Enter") -> None:
    page.locator(f"#coding-{row}").fill(words)
    page.keyboard.press(key)


def edit(page, words: str) -> None:
    page.locator(".margin .waiting li", has_text=words).first.locator("a").focus()
    page.keyboard.press("e")
    page.wait_for_selector("#coding[open]")


def edit_saved(page, words: str) -> None:
    page.locator(".leaf mark[data-s]", has_text=words).first.click()
    page.locator(".mark-menu button", has_text="Edit").click()
    page.wait_for_selector("#coding[open]")


def save(page, said) -> None:
    page.locator("#coding button[type=submit]").click()
    said(page, "Saved:")
    page.wait_for_timeout(500)


def drag(page, words: str) -> None:
    """Over words of the text, by mouse."""
    left, top, right, bottom = page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector('.leaf'), NodeFilter.SHOW_TEXT);
          const nodes = [];
          let text = '';
          while (walker.nextNode()) { nodes.push([walker.currentNode, text.length]); text += walker.currentNode.data; }
          const box = (place) => {
            const [node, start] = nodes.findLast((one) => one[1] <= place);
            node.parentElement.scrollIntoView({block: 'center', behavior: 'instant'});
            const range = document.createRange();
            range.setStart(node, place - start); range.setEnd(node, place - start + 1);
            return () => range.getBoundingClientRect();
          };
          const [first, last] = [box(text.indexOf(words)), box(text.indexOf(words) + words.length - 1)];
          return [first().left + 1, first().top + first().height / 2, last().right - 0.5, last().top + last().height / 2];
        }""", words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, (top + bottom) / 2, steps=4)
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()
    page.wait_for_timeout(200)


def one_speaker(page, expect, said) -> None:
    """A corrected speaker: party and line follow, other people's suggestions stay, and what changed is said."""
    edit(page, "sets a condition")
    expect(chips(page, "speaksFor") == ["North"], f"speaker: the suggestion's party is {chips(page, 'speaksFor')}")
    page.locator("#coding [data-row=speaker] .tokens button").click()
    expect(chips(page, "speaksFor") == [], "speaker: the party of one who is gone stays")
    fill(page, "speaker", "Morten Lie", "Shift+Enter")
    gist = box(page, "gist")
    expect(gist.startswith("Morten Lie sets a condition: "), f"speaker: the line is {gist!r}")
    fill(page, "speaksFor", "South")
    save(page, said)
    waiting = page.locator(".margin .waiting li").all_inner_texts()
    expect(any(one.startswith("Halina Brez (new) accuses") for one in waiting), f"speaker: {waiting}")
    expect(any(one.startswith("Morten Lie denies") for one in waiting), f"speaker: “Lie” is not he in {waiting}")
    expect(any("about no issue: counts for no position" in one for one in waiting), f"queue: {waiting}")
    others = page.locator(".coding-bar .others a")
    expect(others.all_inner_texts() == ["Morten Lie denies: the charge"], f"others: {others.all_inner_texts()}")
    others.first.click()
    expect(page.evaluate("document.activeElement.textContent") == "the charge", "others: the line leads nowhere")
    # A line of one's own stays.
    edit(page, "accuses")
    page.locator("#coding-gist").fill("My own words")
    page.locator("#coding [data-row=speaker] .tokens button").click()
    fill(page, "speaker", "South")
    expect(box(page, "gist") == "My own words", f"speaker: one's own line became {box(page, 'gist')!r}")
    page.keyboard.press("Escape")


def left_unsaved(page, expect) -> None:
    """What was left unsaved says so, and can be given up."""
    edit(page, "accuses")
    words = page.locator("#coding .unsaved").inner_text()
    expect(words.startswith("Unsaved changes from "), f"unsaved: {words!r}")
    page.locator("#coding .unsaved button").click()
    page.wait_for_selector("#coding .unsaved", state="hidden")
    expect(box(page, "gist").startswith("Halina Brez accuses"), f"unsaved: discarded, the line is {box(page, 'gist')!r}")
    page.keyboard.press("Escape")
    edit(page, "accuses")
    expect(not page.locator("#coding .unsaved").is_visible(), "unsaved: what was discarded is there again")
    page.keyboard.press("Escape")


def words_selected(page, expect) -> None:
    """A form begins with what the words selected say: their hedge, and who speaks."""
    for words, hedge in [("deserves a look", ""), ("North might agree", "might")]:
        drag(page, words)
        page.keyboard.press("c")
        page.wait_for_selector("#coding[open] [role=option]")
        page.wait_for_timeout(400)
        expect(box(page, "hedge") == hedge, f"hedge: of {words!r} it is {box(page, 'hedge')!r}")
        if hedge:
            place = page.locator("#coding-hedge").bounding_box()
            expect(place is not None and place["y"] < 250, f"hedge: it lies at {place}")
            expect("replaces none without a hedge" in page.locator("#coding [data-row=hedge]").inner_text(), "hedge: no effect")
        page.keyboard.press("Escape")
    drag(page, "rejected that figure")
    page.keyboard.press("c")
    page.wait_for_selector("#coding[open] [role=option]")
    page.wait_for_timeout(400)
    first = page.locator("#coding [data-row=speaker] [role=option] span").first.inner_text()
    expect(first == "Pavel Orlik", f"speaker: first of the list is {first!r}")
    page.keyboard.press("1")
    page.wait_for_timeout(200)
    expect(chips(page, "speaksFor") == ["North"], f"speaker: his party is {chips(page, 'speaksFor')}")
    page.locator("#coding-speaksFor").focus()
    page.locator("#coding [data-row=speaksFor] .tokens button").click()
    fill(page, "speaksFor", "River")
    expect(chips(page, "speaksFor") == ["River Council"], f"speaks for: {chips(page, 'speaksFor')}")
    fill(page, "act", "accuse")
    fill(page, "about", "The share taken", "Shift+Enter")
    expect(page.locator("#coding-isFact").is_checked(), "issue: an accusation is not of a question of fact")
    page.keyboard.press("Escape")
    page.evaluate("sessionStorage.clear()")


def other_words(page, expect, said, exported) -> None:
    """The quote of a suggestion and of a saved statement is made another while the form is open."""
    edit(page, "Pavel Orlik (new) rejects")
    drag(page, "rejected that figure")
    offer = page.locator("#coding .offer")
    expect(offer.is_visible() and "rejected that figure" in offer.inner_text(), "quote: nothing is offered for a drag")
    page.keyboard.press("Escape")
    expect(page.locator("#coding[open]").count() == 1, "quote: Escape closes the form")
    page.keyboard.press("Alt+q")
    page.keyboard.press("s")
    for _ in range(2):
        page.keyboard.press("Control+ArrowLeft")
    page.keyboard.press("Enter")
    words = page.locator("#coding blockquote").inner_text()
    expect(words == "rejected that figure", f"quote: by keys it became {words!r}")
    fill(page, "about", "Sharing of water")
    page.locator("#coding-gist").fill("Orlik rejects the figure")
    # How a condition binds is stored, shown and changed.
    page.keyboard.press("Alt+c")
    page.keyboard.type("if the gates are shut")
    seen = page.locator("#coding [data-row=requires] ol").bounding_box()
    foot = page.locator("#coding .foot").bounding_box()
    expect(seen["y"] + seen["height"] <= foot["y"] + 1, f"lists: the list lies below the fold: {seen}, {foot}")
    page.locator("#coding button[type=submit]").click()
    seen = page.locator("#coding [data-row=requires] ol").bounding_box()
    foot = page.locator("#coding .foot").bounding_box()
    expect(seen is not None and seen["y"] + seen["height"] <= foot["y"] + 1, f"lists: hidden by the fault: {seen}, {foot}")
    page.locator("#coding-requires").press("Shift+Enter")
    save(page, said)
    edit_saved(page, "rejected that figure")
    page.wait_for_timeout(300)
    expect(chips(page, "requires") == ["if the gates are shut"], f"condition: {chips(page, 'requires')}")
    kinds = page.get_by_label("How the condition binds")
    expect(kinds.input_value() == "trigger", f"condition: the list shows {kinds.input_value()}")
    kinds.select_option(label="in exchange for")
    expect(chips(page, "requires") == ["in exchange for the gates are shut"], f"condition: {chips(page, 'requires')}")
    drag(page, "Pavel Orlik, rejected that figure")
    page.locator("#coding .offer button").first.click()
    save(page, said)
    made = next(one for one in exported()["statements"] if one["gist"] == "Orlik rejects the figure")
    expect(made["quote"]["exact"] == "Pavel Orlik, rejected that figure", f"quote: {made['quote']} is stored")
    binds = made.get("requires")
    binds = binds[0] if isinstance(binds, list) else binds
    expect(binds.get("kind") == "exchange", f"condition: {binds} is stored")


def noted(page, root, expect) -> None:
    """A note saved in the drawer stands there, and is taken back there."""
    page.goto(f"{root}/positions/water/north")
    page.goto(f"{root}/positions")
    page.locator("main a[href*='/positions/water/north']").first.click()
    page.wait_for_selector("#drawer[open] .doubt")
    page.locator("#drawer .doubt").first.click()
    page.wait_for_selector("#drawer form textarea")
    page.keyboard.type("One paper only")
    page.locator("#drawer form button:not([type=button])").first.click()
    page.wait_for_selector("#drawer .note-here")
    words = page.locator("#drawer .note-here").inner_text()
    expect("One paper only" in words and "Take back" in words, f"note: {words!r}")
    page.locator("#drawer .note-here button").click()
    page.wait_for_selector("#drawer .note-here", state="detached")


def corrections(site, browser, expect, opened, said, exported) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = opened(site, context, "quota")
    one_speaker(page, expect, said)
    left_unsaved(page, expect)
    words_selected(page, expect)
    page.reload()
    page.wait_for_selector(READY)
    page.locator(".coding-bar [name=by]").fill("Ana Coder")
    other_words(page, expect, said, exported)
    noted(page, site.root, expect)
    context.close()
