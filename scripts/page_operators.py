"""Two ways to work with a page: by the mouse alone, and by the keyboard alone."""

import re

from accessibility import violations


class Operator:
    """What both have in common: words are typed, and what is seen is looked at."""

    name = unit = ""

    def __init__(self, context, start, root, pictures):
        self.page, self.root, self.pictures = context.new_page(), root, pictures
        self.errors, self.faults, self.deeds = [], [], 0
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.goto(start)
        self.page.wait_for_url(f"{root}/library")

    def look(self, step):
        self.page.screenshot(path=self.pictures / f"path-{self.name}-{step}.png", full_page=True)
        width = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = self.errors + violations(self.page, "look") + ([f"{width} pixels too wide"] if width > 0 else [])
        self.faults += [f"{self.name}, {step}: {one}" for one in found]
        self.errors.clear()

    def said(self, words):
        self.page.wait_for_function(
            "words => document.querySelector('.coding-bar .said').textContent.includes(words)", arg=words)

    def ready(self):
        self.page.wait_for_selector("article[data-coding][data-ready]")

    def text(self, selector):
        return self.page.locator(selector).first.inner_text()

    def count(self, selector):
        return self.page.locator(selector).count()

    def until_there_are(self, selector, count):
        self.page.wait_for_function(
            "([selector, count]) => document.querySelectorAll(selector).length === count", arg=[selector, count])

    def until_text(self, selector, words):
        self.page.wait_for_function(
            "([selector, words]) => document.querySelector(selector)?.textContent.includes(words)",
            arg=[selector, words])

    def follow(self, selector, address):
        """Presses what leads to another page, and waits for it."""
        self.press(selector)
        self.page.wait_for_url(address)

    def submit(self, selector):
        """Presses what sends a form, and waits for the page that answers, be its address the same or another."""
        with self.page.expect_navigation():
            self.press(selector)

    def goes_on_at(self, selector, words):
        """After a save: it says what was saved, and the focus is where one goes on."""
        self.until_text("#notice", words)
        self.page.wait_for_function("s => document.activeElement?.matches(s) ?? false", arg=selector)

    def pick(self, selector, value):
        """Chooses from a list by what the form sends, whatever the line says."""
        self.choose(selector, self.text(f"{selector} option[value={value}]"))

    def choose_like(self, selector, beginning):
        """Chooses the line that begins so."""
        lines = self.page.locator(f"{selector} option").all_inner_texts()
        self.choose(selector, next(line for line in lines if line.startswith(beginning)))

    def preview(self, form, name=None):
        """Has a form say what it would do, which is then to be confirmed."""
        self.press(f"{form} button[type=submit]")
        self.page.wait_for_selector("main form[method=post]")
        if name:
            self.look(name)

    def begin(self, words, value=None, **answers):
        """Selects the words and answers the form's questions in their order; a value before the last."""
        self.take(words)
        *first, last = answers.items()
        for row, answer in first:
            self.answer(row, answer)
        if value:
            self.value(value)
        self.answer(*last)


class Mouse(Operator):
    name, unit = "mouse", "clicks"

    def press(self, selector):
        self.page.locator(selector).first.click()
        self.deeds += 1

    def type(self, selector, words):
        self.press(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def choose(self, selector, label):
        self.page.locator(selector).first.select_option(label=label)
        self.deeds += 2

    def tick(self, selector):
        self.press(selector)

    def go(self, page):
        self.press(f".pages a[href$='/{page}']")
        self.page.wait_for_url(f"**/{page}")

    def take(self, words):
        """Selects the words in the text by dragging over them."""
        box = self.page.evaluate(
            """words => {
              const leaf = document.querySelector('.leaf');
              const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
              let text = '';
              const nodes = [];
              while (walker.nextNode()) { nodes.push([text.length, walker.currentNode]); text += walker.currentNode.data; }
              const at = text.indexOf(words);
              const place = (offset) => {
                const [start, node] = nodes.findLast(([start]) => start <= offset);
                return [node, offset - start];
              };
              const ends = [at, at + words.length - 1].map((offset) => {
                const range = document.createRange();
                const [node, inner] = place(offset);
                range.setStart(node, inner); range.setEnd(node, inner + 1);
                return range;
              });
              ends[0].startContainer.parentElement.scrollIntoView({block: 'center'});
              const [a, b] = ends.map((range) => range.getBoundingClientRect());
              return [a.left + 0.5, a.top + a.height / 2, b.right - 0.5, b.top + b.height / 2];
            }""", words)
        mouse = self.page.mouse
        mouse.move(box[0], box[1])
        mouse.down()
        mouse.move((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, steps=3)
        mouse.move(box[2], box[3], steps=3)
        mouse.up()
        self.deeds += 1
        self.press(".coding-bar .code")
        self.page.wait_for_selector("#coding[open]")

    def answer(self, row, words):
        """Answers a question of the popover: what the list has, or what is typed as something new."""
        self.page.locator(f"#coding-{row}").click()
        self.page.keyboard.insert_text(words)
        lines = self.page.locator(f"#coding-{row}-list [role=option]")
        # How a condition binds is no part of what it is called.
        found = lines.filter(has_text=re.sub("^(in exchange for|only if|only after|if) ", "", words))
        found.first.click()
        self.deeds += 2

    def more(self, field, words=None):
        part = self.page.locator("#coding details.extras")
        if not part.evaluate("part => part.open"):
            self.press("#coding details.extras > summary")
        if words is None:
            self.press(f"#coding-{field}")
        elif field == "requires":
            self.answer(field, words)
        else:
            self.type(f"#coding-{field}", words)

    def value(self, words):
        self.type("#coding-value", words)

    def gist(self, words):
        self.type("#coding-gist", words)
        self.press("#coding button[type=submit]")
        self.said("Saved:")

    def decide(self, deed):
        self.press(f".waiting button[value={deed}]")

    def undo(self):
        self.press(".coding-bar button[value=undo]")


class Keys(Operator):
    name, unit = "keys", "keys"

    def key(self, name):
        self.page.keyboard.press(name)
        self.deeds += 1

    def to(self, selector):
        for _ in range(400):
            if self.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                return
            self.key("Tab")
        raise AssertionError(f"no key leads to {selector}")

    def press(self, selector):
        self.to(selector)
        self.key("Enter")

    def type(self, selector, words):
        self.to(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def choose(self, selector, label):
        self.to(selector)
        # Letters choose only as long as they follow one another quickly.
        away = self.page.evaluate(
            """label => { const list = document.activeElement;
              return [...list.options].findIndex((one) => one.text === label) - list.selectedIndex; }""", label)
        for _ in range(abs(away)):
            self.key("ArrowDown" if away > 0 else "ArrowUp")
        chosen = self.page.evaluate("document.activeElement.selectedOptions[0].text")
        assert chosen == label, f"{selector}: keys choose {chosen!r}, not {label!r}"

    def tick(self, selector):
        self.to(selector)
        self.key("Space")

    def go(self, page):
        key = self.page.locator(f".pages a[href$='/{page}']").get_attribute("data-key")
        if self.page.evaluate("document.activeElement.matches('input, select, textarea')"):
            self.to("a, button, summary")
        self.key("g")
        self.key(key)
        self.page.wait_for_url(f"**/{page}")

    def take(self, words):
        """Selects the words by sentences and words."""
        selected = "getSelection().toString()"
        self.key("Escape")
        first = words.split()[0]
        for _ in range(80):
            self.key("f")
            found = self.page.evaluate(selected)
            if words in found:
                break
        else:
            raise AssertionError(f"no sentence has {words!r}")
        if not found.startswith(words):
            # The start goes on by words until it is the one wanted.
            self.key("s")
            for _ in range(60):
                if self.page.evaluate(selected).startswith(words):
                    break
                self.key("Control+ArrowRight")
        self.key("e")
        for _ in range(120):
            found = self.page.evaluate(selected)
            if found == words:
                break
            self.key("Control+ArrowLeft" if len(found) > len(words) + 2 else "ArrowLeft" if len(found) > len(words) else "ArrowRight")
        assert self.page.evaluate(selected) == words, f"{self.page.evaluate(selected)!r}, not {words!r} from {first}"
        self.key("c")
        self.page.wait_for_selector("#coding[open]")

    def answer(self, row, words):
        self.page.wait_for_function(f"() => document.activeElement.id === 'coding-{row}'")
        self.page.keyboard.type(words)
        self.page.wait_for_function(
            "([row, words]) => document.getElementById('coding-' + row).value === words", arg=[row, words])
        # What the list has not is something new.
        isThere = self.page.locator(f"#coding-{row}-list [aria-selected=true]").count()
        self.key("Enter" if isThere else "Shift+Enter")

    def more(self, field, words=None):
        key = {"via": "v", "to": "t", "of": "o", "requires": "c", "date": "d", "hedge": "h", "redLine": "r",
               "verbatim": "b", "confidential": "x"}[field]
        self.key(f"Alt+{key}")
        if words is None:
            return
        if field == "requires":
            self.answer(field, words)
        else:
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(words)

    def value(self, words):
        self.page.wait_for_function("() => document.activeElement.id === 'coding-value'")
        self.page.keyboard.type(words)
        self.key("Enter")

    def gist(self, words):
        self.to("#coding-gist")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.key("Enter")
        self.said("Saved:")

    def decide(self, deed):
        self.key({"accept": "a", "reject": "x"}[deed])

    def undo(self):
        self.key("u")
