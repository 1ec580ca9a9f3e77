"""The steps of the tutorial's path, each for an operator of either kind."""

import re


def begin_a_case(hand, article):
    hand.type("#case-title", "The night watch on the Skerry ferries")
    hand.type("#case-parties", "The crews' union\nThe Skerry Line")
    hand.press("main form button[type=submit]")
    hand.page.wait_for_url("**/positions")


def bring_in_the_document(hand, article):
    page = hand.page
    hand.press("main a[href$='/documents/new']")
    page.wait_for_url("**/documents/new")
    hand.type("#pasted", article)
    hand.press("main form button[type=submit]")
    page.wait_for_url("**/documents/intake/*")
    assert page.locator("#d1-title").input_value() == "Ferries stay in port"
    hand.type("#d1-publisher", "Island Tidings")
    hand.type("#d1-date", "12 September 2025")
    assert page.locator("[name=propose]").is_checked()
    hand.type(".finish [name=by]", "Anna Coder")
    hand.press(".finish button[value=save]")
    page.wait_for_url(re.compile(r"/documents/(?!intake|new)[a-z0-9-]+$"))
    hand.ready()
    count = page.locator(".waiting li").count()
    assert count >= 3, f"{count} suggestions"
    assert f"{count} statements proposed" in page.locator(".coding-bar .said").inner_text()
    # The first one is where one goes on.
    assert page.evaluate("document.activeElement.id").startswith("c-")


def decide_on_suggestions(hand, article):
    page = hand.page
    count = page.locator(".waiting li").count()
    for number, deed in enumerate(["reject", "accept"]):
        hand.decide(deed)
        page.wait_for_function(
            "n => document.querySelectorAll('.waiting li').length === n", arg=count - number - 1)
    hand.said("Accepted as statement")


def code_a_statement(hand, article):
    """A new actor, a new issue with an option, a condition and a date as people write them."""
    page = hand.page
    before = page.locator(".coded li").count()
    hand.take("He offered a second man on the night watch in winter")
    hand.answer("speaker", "Pål Hegg")
    hand.answer("act", "offer")
    hand.answer("about", "Manning of the night watch")
    hand.answer("option", "Two men in winter")
    hand.answer("stance", "for")
    hand.more("requires", "in exchange for no rise in pay")
    hand.more("date", "Thursday")
    page.wait_for_function(
        "() => document.querySelector('[data-row=date] .read').textContent.includes('11 September 2025')")
    hand.gist("Hegg would man the watch twice in winter")
    page.wait_for_function("n => document.querySelectorAll('.coded li').length === n", arg=before + 1)


def code_its_neighbours(hand, article):
    hand.take("A second man all the year round was")
    hand.answer("speaker", "The director")
    hand.answer("act", "reject")
    hand.answer("about", "Manning of the night watch")
    hand.answer("option", "Two men all year")
    hand.answer("stance", "against")
    hand.gist("The director will not pay for two all year")
    hand.take("We want two men on every night watch")
    hand.answer("speaker", "The crews' union")
    hand.answer("act", "demand")
    hand.answer("about", "Manning of the night watch")
    hand.answer("option", "Two men all year")
    hand.answer("stance", "for")
    hand.more("redLine")
    hand.gist("The union wants two on watch every night")


def an_issue_answered_by_a_number(hand, article):
    """Made by the entry's own form; the value is typed with its unit."""
    page = hand.page
    document = page.url
    hand.go("record")
    hand.press("a[href*='edit?section=issues']:not([href*='key'])")
    page.wait_for_url("**/edit?section=issues*")
    hand.type("#f-title, [name='f.title']", "Rise in pay")
    hand.choose("[name='f.kind']", page.locator("[name='f.kind'] option[value=negotiable]").inner_text())
    hand.choose("[name='f.value']", page.locator("[name='f.value'] option[value=quantity]").inner_text())
    hand.type("[name='f.unit']", "percent")
    hand.press("form.entry-form button[value=save]")
    page.wait_for_url("**/record*")
    hand.go("documents")
    hand.press(f"main a[href$='{document.split('/')[-1]}']")
    hand.ready()
    hand.take("its claim for higher pay this year")
    hand.answer("speaker", "The crews' union")
    hand.answer("act", "demand")
    hand.answer("about", "Rise in pay")
    hand.value("4–5 %")
    hand.answer("stance", "for")
    hand.gist("The union asks for more pay")


def the_form_without_a_script(hand, article):
    page = hand.page
    hand.press(".plain-coding > summary")
    form = ".plain-coding form "
    hand.type(form + "[name=exact]", "Both sides will meet again on Sunday.")
    hand.choose(form + "[name=speaker]", "The Skerry Line")
    hand.choose(form + "[name=act]", page.locator(form + "[name=act] option[value=accept]").inner_text())
    hand.type(form + "[name=gist]", "Another meeting is agreed")
    hand.press(form + "button[type=submit]")
    page.wait_for_function("() => [...document.querySelectorAll('.coded li')].some((line) => line.textContent.includes('Another meeting'))")
    hand.ready()


def all_of_a_filter(hand, article):
    """One change to all statements of a filter, seen first, and undone by one press."""
    page = hand.page
    hand.go("statements")
    hand.choose("[name=speaker]", "The crews' union")
    hand.press("form.panel button[type=submit]")
    page.wait_for_url("**/statements?speaker=*")
    count = page.locator("main tbody tr").count()
    hand.press(".bulk > summary")
    hand.choose("[name=field]", page.locator("[name=field] option[value=confidential]").inner_text())
    hand.choose("[name='value.confidential']", "yes")
    hand.press(".bulk form[method=get] button[type=submit]")
    page.wait_for_selector(".bulk form[method=post]")
    hand.look("bulk-preview")
    assert f"{count} statement" in page.locator(".bulk h2").inner_text()
    hand.press(".bulk form[method=post] button[type=submit]")
    page.wait_for_url("**/statements?speaker=*")
    hand.go("history")
    assert "confidential" in page.locator("main").inner_text().lower()
    hand.press("form[action$='/undo'] button")
    page.wait_for_load_state()


def two_actors_made_one(hand, article):
    page = hand.page
    hand.go("record")
    hand.press("a[href*='coding/merge?section=actors']")
    page.wait_for_url("**/coding/merge?section=actors*")
    names = page.locator("[name=other] option").all_inner_texts()
    hand.choose("select[name=other]", next(one for one in names if one.startswith("The director")))
    hand.choose("select[name=kept]", next(one for one in names if one.startswith("Pål Hegg")))
    hand.press("form[method=get].write-form button[type=submit]")
    page.wait_for_selector("main form[method=post]")
    hand.look("merge-preview")
    hand.press("main form[method=post] button[type=submit]")
    page.wait_for_url("**/record*")
    assert "The director" not in page.locator("#actors ul").inner_text()


def an_issue_made_two(hand, article):
    page = hand.page
    hand.press("a[href*='coding/merge?section=issues']")
    page.wait_for_url("**/coding/merge?section=issues*")
    hand.press("main a[href*='split=']")
    page.wait_for_url("**split=*")
    names = page.locator("[name=split] option").all_inner_texts()
    hand.choose("[name=split]", next(one for one in names if one.startswith("Manning")))
    hand.type("[name=title]", "Watch in summer")
    hand.press("form[method=get].write-form button[type=submit]")
    page.wait_for_selector("main form[method=post]")
    hand.tick("[name=statement]")
    hand.press("form[method=get].write-form button[type=submit]")
    page.wait_for_selector("main form[method=post]")
    assert page.locator("[name=statement]:checked").count() == 1
    hand.press("main form[method=post] button[type=submit]")
    page.wait_for_url("**/record*")
    assert "Watch in summer" in page.locator("#issues").inner_text()


def numbers_of_a_scenario(hand, article):
    page = hand.page
    hand.press("#scenarios > summary")
    hand.press("a[href$='/scenarios/numbers']")
    page.wait_for_url("**/scenarios/numbers")
    hand.press("form[action$='/scenarios/draft'] button[type=submit]")
    page.wait_for_selector("form.numbers")
    hand.type("form.numbers tbody input", "0.4–0.6")
    hand.type("[name=note]", "The strike costs both more each week")
    hand.press("form.numbers button[type=submit]")
    page.wait_for_url("**/scenarios/numbers*")
    assert page.locator("form.numbers tbody input").first.input_value() == "0.4–0.6"
    assert "judged by Anna Coder" in page.locator("form.numbers").inner_text()


def a_conflict(hand, article):
    """Who could do what, then what each wants; the answer is a page away."""
    page = hand.page
    hand.go("stability")
    hand.press("main a[href$='/conflicts/build']")
    page.wait_for_url("**/conflicts/build")
    hand.type("[name=title]", "A strike, or two men on watch")
    hand.choose("[name='o.0.owner']", "The crews' union")
    hand.type("[name='o.0.title']", "strike on Monday")
    hand.tick("[name='o.0.now']")
    hand.choose("[name='o.1.owner']", "The Skerry Line")
    hand.type("[name='o.1.title']", "put two men on every watch")
    hand.press(".conflict-of button[type=submit]")
    page.wait_for_selector("text=What The crews' union wants")
    hand.choose("[name$='union.0.that']", "The Skerry Line: put two men on every watch")
    hand.choose("[name$='line.0.that']", "The crews' union: not strike on Monday")
    hand.look("conflict-built")
    hand.press(".conflict-of button[type=submit]")
    page.wait_for_load_state()
    hand.press(".conflict-of a[href*='/stability?conflict=']")
    page.wait_for_url("**/stability*")
    assert "strike on Monday" in page.locator("main").inner_text()


def read_and_print(hand, article):
    page = hand.page
    hand.go("positions")
    assert "Manning of the night watch" in page.locator("main").inner_text()
    hand.go("brief")
    text = page.locator("main").inner_text()
    assert "The crews' union" in text and "Rise in pay" in text
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF") and len(paper) > 10_000
    (hand.pictures / f"path-{hand.name}.pdf").write_bytes(paper)


STEPS = [
    begin_a_case, bring_in_the_document, decide_on_suggestions, code_a_statement, code_its_neighbours,
    an_issue_answered_by_a_number, the_form_without_a_script, all_of_a_filter, two_actors_made_one,
    an_issue_made_two, numbers_of_a_scenario, a_conflict, read_and_print,
]
