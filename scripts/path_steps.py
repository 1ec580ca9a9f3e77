"""The steps of the tutorial's path, each for an operator of either kind."""

import re

WATCH = "Manning of the night watch"


def begin_a_case(hand, article):
    hand.type("#case-title", "The night watch on the Skerry ferries")
    hand.type("#case-parties", "The crews' union\nThe Skerry Line")
    hand.follow("main form button[type=submit]", "**/positions")


def bring_in_the_document(hand, article):
    page = hand.page
    hand.follow("main a[href$='/documents/new']", "**/documents/new")
    hand.type("#pasted", article)
    hand.follow("main form button[type=submit]", "**/documents/intake/*")
    assert page.locator("#d1-title").input_value() == "Ferries stay in port"
    hand.type("#d1-publisher", "Island Tidings")
    hand.type("#d1-date", "12 September 2025")
    assert page.locator("[name=propose]").is_checked()
    hand.type(".finish [name=by]", "Anna Coder")
    hand.follow(".finish button[value=save]", re.compile(r"/documents/(?!intake|new)[a-z0-9-]+$"))
    hand.ready()
    count = hand.count(".waiting li")
    assert count >= 3, f"{count} suggestions"
    assert f"{count} statements proposed" in hand.text(".coding-bar .said")
    # The first one is where one goes on.
    assert page.evaluate("document.activeElement.id").startswith("c-")


def decide_on_suggestions(hand, article):
    count = hand.count(".waiting li")
    for number, act in enumerate(["reject", "accept"]):
        hand.decide(act)
        hand.until_there_are(".waiting li", count - number - 1)
    hand.said("Accepted:")


def take_the_words_of_a_suggestion(hand, article):
    """From its first letter to its last, while it has the focus."""
    hand.page.wait_for_function("() => document.activeElement?.matches('.leaf mark.suggested')")
    hand.take(hand.page.evaluate("document.activeElement.textContent"))
    hand.page.keyboard.press("Escape")
    hand.page.wait_for_selector("#coding", state="hidden")
    hand.page.keyboard.press("Escape")


def code_a_statement(hand, article):
    """A new actor, a new issue with an option, a condition and a date as people write them."""
    before = hand.count(".coded li")
    hand.begin("He offered a second man on the night watch in winter", speaker="Pål Hegg", speaksFor="The Skerry Line",
               act="offer", about=WATCH, option="Two men in winter", stance="for")
    hand.more("requires", "in exchange for no rise in pay")
    hand.more("date", "Thursday")
    hand.until_text("[data-row=date] .read", "11 September 2025")
    hand.gist("Hegg would man the watch twice in winter")
    hand.until_there_are(".coded li", before + 1)


def code_its_neighbours(hand, article):
    """One right after the other, while the page still takes up the one before."""
    before = hand.count(".coded li")
    hand.begin("A second man all the year round was", speaker="The director", speaksFor="The Skerry Line", act="reject",
               about=WATCH, option="Two men all year", stance="against")
    hand.gist("The director will not pay for two all year")
    hand.begin("We want two men on every night watch", speaker="The crews' union", act="demand", about=WATCH,
               option="Two men all year", stance="for")
    hand.more("redLine")
    hand.gist("The union wants two on watch every night")
    hand.until_there_are(".coded li", before + 2)


def an_issue_answered_by_a_number(hand, article):
    """Made by the entry's own form; the value is typed with its unit."""
    document = hand.page.url
    hand.go("record")
    hand.follow("a[href*='edit?section=issues']:not([href*='key'])", "**/edit?section=issues*")
    hand.type("#f-title, [name='f.title']", "Rise in pay")
    hand.pick("[name='f.kind']", "negotiable")
    hand.pick("[name='f.value']", "quantity")
    hand.type("[name='f.unit']", "percent")
    hand.follow("form.entry-form .save button[value=save]", "**/record*")
    hand.go("documents")
    hand.press(f"main a[href$='/documents/{document.split('/')[-1]}']")
    hand.ready()
    hand.begin("its claim for higher pay this year", speaker="The crews' union", act="demand", about="Rise in pay",
               value="4–5 %", stance="for")
    hand.gist("The union asks for more pay")


def the_form_without_a_script(hand, article):
    hand.press(".plain-coding > summary")
    form = ".plain-coding form "
    hand.type(form + "[name=exact]", "Both sides will meet again on Sunday.")
    hand.choose(form + "[name=speaker]", "The Skerry Line")
    hand.pick(form + "[name=act]", "accept")
    hand.type(form + "[name=gist]", "Another meeting is agreed")
    hand.press(form + "button[type=submit]")
    hand.until_text(".coded", "Another meeting")
    hand.ready()


def all_of_a_filter(hand, article):
    """One change to all statements of a filter, seen first, and undone by one press."""
    hand.go("statements")
    hand.choose("[name=speaker]", "The crews' union")
    hand.follow("form.panel button[type=submit]", "**/statements?speaker=*")
    count = hand.count("main tbody tr")
    hand.press(".bulk > summary")
    hand.pick("[name=field]", "confidential")
    hand.choose("[name='value.confidential']", "yes")
    hand.preview(".bulk form[method=get]", "bulk-preview")
    assert f"{count} statement" in hand.text(".bulk h2")
    hand.submit(".bulk form[method=post] button[type=submit]")
    hand.page.wait_for_selector(".bulk form[method=post]", state="detached")
    hand.go("history")
    assert "confidential" in hand.text("main").lower()
    hand.submit("form[action$='/undo'] button")


def two_actors_made_one(hand, article):
    hand.go("record")
    hand.follow("a[href*='coding/merge?section=actors']", "**/coding/merge?section=actors*")
    hand.choose_like("select[name=other]", "The director")
    hand.choose_like("select[name=kept]", "Pål Hegg")
    hand.preview("form[method=get].write-form", "merge-preview")
    hand.follow("main form[method=post] button[type=submit]", "**/record*")
    assert "The director" not in hand.text("#actors ul")


def an_issue_made_two(hand, article):
    hand.follow("a[href*='coding/merge?section=issues']", "**/coding/merge?section=issues*")
    hand.follow("main a[href*='split=']", re.compile("split="))
    hand.choose_like("[name=split]", "Manning")
    hand.page.wait_for_url(re.compile("split=manning"))
    hand.type("[name=title]", "Watch in summer")
    # What is missing is said on the page, which keeps what was typed.
    hand.press("form[method=get].write-form button[type=submit]")
    hand.until_text("main [role=alert]", "statements")
    hand.tick("[name=statement]")
    hand.preview("form[method=get].write-form")
    assert hand.count("[name=statement]:checked") == 1
    hand.follow("main form[method=post] button[type=submit]", "**/record*")
    assert "Watch in summer" in hand.text("#issues")


def numbers_of_a_scenario(hand, article):
    page = hand.page
    hand.press("#scenarios > summary")
    hand.follow("a[href$='/scenarios/numbers']", "**/scenarios/numbers")
    hand.submit("form[action$='/scenarios/draft'] button[type=submit]")
    page.wait_for_selector("form.numbers")
    hand.goes_on_at("form.numbers tbody tr:nth-child(2) td:nth-child(2) input", "Drafted")
    hand.type("form.numbers tbody input", "0.4–0.6")
    hand.type("[name=note]", "The strike costs both more each week")
    hand.submit("form.numbers button[type=submit]")
    hand.goes_on_at("form.numbers button[type=submit]", "Saved 1 number")
    assert page.locator("form.numbers tbody input").first.input_value() == "0.4–0.6"
    assert "judged by Anna Coder" in hand.text("form.numbers")


def a_conflict(hand, article):
    """Who could do what, then what each wants; the answer is a page away."""
    hand.go("stability")
    hand.follow("main a[href$='/conflicts/build']", "**/conflicts/build")
    hand.type("[name=title]", "A strike, or two men on watch")
    hand.choose("[name='o.0.owner']", "The crews' union")
    hand.type("[name='o.0.title']", "strike on Monday")
    hand.tick("[name='o.0.now']")
    hand.choose("[name='o.1.owner']", "The Skerry Line")
    hand.type("[name='o.1.title']", "put two men on every watch")
    hand.submit(".conflict-of button[type=submit]")
    hand.page.wait_for_selector("text=What The crews' union wants")
    hand.goes_on_at("[name$='union.0.that']", "Saved")
    hand.choose("[name$='union.0.that']", "The Skerry Line: put two men on every watch")
    hand.choose("[name$='line.0.that']", "The crews' union: not strike on Monday")
    hand.look("conflict-built")
    hand.submit(".conflict-of button[type=submit]")
    hand.goes_on_at(".conflict-of button[type=submit]", "Saved")
    hand.follow(".conflict-of a[href*='/stability?conflict=']", "**/stability*")
    assert "strike on Monday" in hand.text("main")


def read_and_print(hand, article):
    hand.go("positions")
    assert WATCH in hand.text("main")
    hand.go("brief")
    text = hand.text("main")
    assert "The crews' union" in text and "Rise in pay" in text
    paper = hand.page.pdf(format="A4")
    assert paper.startswith(b"%PDF") and len(paper) > 10_000
    (hand.pictures / f"path-{hand.name}.pdf").write_bytes(paper)


STEPS = [
    begin_a_case, bring_in_the_document, decide_on_suggestions, take_the_words_of_a_suggestion,
    code_a_statement, code_its_neighbours, an_issue_answered_by_a_number, the_form_without_a_script,
    all_of_a_filter, two_actors_made_one, an_issue_made_two, numbers_of_a_scenario, a_conflict, read_and_print,
]
