"""From an empty folder to a document in a case, in a headless Chromium: by mouse, and by keys alone.

Usage: browser_library.py DRAGOMAN FOLDER

An empty folder, the page of the cases, a new case, a pasted article, the document's page; at 1280 and at
360 pixels. Then documents that cannot be read or mean harm, a drop, and a save that finds no program.
Pictures of each step lie in FOLDER. Fails where a step cannot be done, where a script reports an error,
or where the rules of page_rules.py find a fault.
"""

import io
import re
import sys
import tempfile
import zipfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from accessibility import violations  # noqa: E402
from served_case import chromium, library, verdict  # noqa: E402

ARTICLE = """Ferries stay in port

The ferries to the outer islands will not sail on Monday, the crews' union said last night.

"We want two men on every night watch," said Marit Aune, who speaks for the union.

The company's director, Pål Hegg, offered a second man in winter.
"""

PAGE = """<!doctype html><html lang="en"><head><title>Hostile page</title>
<meta property="og:site_name" content="The Tidings"><script>document.title = 'run'</script></head>
<body onload="document.title='run'"><article><h1>A hostile page</h1>
<p>The envoy said <img src=x onerror="document.title='run'"> that the talks would go on next week in Tarn.</p>
<p><a href="javascript:document.title='run'">More</a> was not said by either delegation that evening.</p>
</article></body></html>"""


class Visitor:
    """Someone who sees the pages, with pictures of what is seen."""

    def __init__(self, browser, start, root, pictures, name, **context):
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.root, self.pictures, self.name = root, pictures, name
        self.page.goto(start)
        self.page.wait_for_url(f"{root}/library")

    def look(self, step):
        self.page.screenshot(path=self.pictures / f"library-{self.name}-{step}.png", full_page=True)
        found = violations(self.page, "look")
        assert not found, f"{self.name}, {step}: {found}"
        width = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width <= 0, f"{self.name}, {step}: {width} pixels too wide"
        assert not self.errors, f"{self.name}, {step}: {self.errors}"


def by_mouse(visitor, title):
    page = visitor.page
    visitor.look("empty" if page.locator(".welcome").count() else "cases")
    if not page.locator("#case-title").count():
        page.get_by_role("link", name="New case").click()
        visitor.look("new")
    page.locator("#case-title").fill(title)
    page.locator("#case-parties").fill("The crews' union\nThe Skerry Line")
    page.get_by_role("button", name="Create the case").click()
    page.wait_for_url("**/positions")
    visitor.look("home")
    page.get_by_role("link", name="Bring in the first document").first.click()
    visitor.look("bring")
    page.locator("#pasted").fill(ARTICLE)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/documents/intake/*")
    assert page.locator("#d1-title").input_value() == "Ferries stay in port"
    page.locator("#d1-publisher").fill("Island Tidings")
    page.locator("#d1-date").fill("12 September 2025")
    page.locator("input[name=by]").fill("Anna")
    visitor.look("asked")
    page.get_by_role("button", name="Add to the case").last.click()
    page.wait_for_url(re.compile(r"/documents/(?!intake|new)[a-z0-9-]+$"))
    assert "Marit Aune" in page.locator("main").inner_text()
    visitor.look("document")


def by_keys(visitor, title):
    """Tab, letters, Enter and the space bar, and nothing else."""
    page = visitor.page

    def to(selector):
        for _ in range(80):
            if page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {selector}")

    to("main a[href='/library/new']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/library/new")
    to("#case-title")
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    page.wait_for_url("**/positions")
    to("main a[href$='/documents/new']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/new")
    to("#pasted")
    page.keyboard.insert_text(ARTICLE)
    to("main form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/intake/*")
    to("input[name=by]")
    page.keyboard.press("Control+a")
    page.keyboard.type("Anna")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/documents/(?!intake|new)[a-z0-9-]+$"))
    assert "Marit Aune" in page.locator("main").inner_text()


def bomb() -> bytes:
    """A Word document of a few kilobytes that would unpack to 600 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(600):
                part.write(b" " * 1_000_000)
    return packed.getvalue()


def bad_documents(visitor, case):
    """Each is said to be what it is, and none leaves anything in the case."""
    page = visitor.page
    hostile = [
        ("відозва.txt", b"", "is empty"),
        ("blank.txt", b" \n \n", "without any text"),
        ("broken.pdf", b"%PDF-1.7\n%%EOF", "PDF"),
        ("bomb.docx", bomb(), ""),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(50), ""),
    ]
    for name, content, words in hostile:
        page.goto(f"{visitor.root}{case}/documents/new")
        page.locator("input[type=file]").first.set_input_files(
            [{"name": name, "mimeType": "application/octet-stream", "buffer": content}]
        )
        page.get_by_role("button", name="Continue").click()
        page.wait_for_url("**/documents/intake/*")
        text = page.locator("main").inner_text()
        assert "Nothing could be read" in text and words in text and name in text, (name, text)
    # A page whose scripts never run.
    page.goto(f"{visitor.root}{case}/documents/new")
    page.locator("input[type=file]").first.set_input_files(
        [{"name": "hostile.html", "mimeType": "text/html", "buffer": PAGE.encode()}]
    )
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/documents/intake/*")
    visitor.look("hostile")
    assert page.locator("#d1-publisher").input_value() == "The Tidings"
    assert page.title() != "run"
    # 10 MB pasted, all on one line; hidden, as the browser takes minutes to draw it.
    page.goto(f"{visitor.root}{case}/documents/new")
    page.evaluate(
        """n => {
          const box = document.getElementById('pasted');
          box.hidden = true;
          box.value = 'A long line. '.repeat(n);
          box.form.requestSubmit();
        }""",
        800_000,
    )
    page.wait_for_url("**/documents/intake/*", timeout=60_000)
    assert page.locator("#d1-title").count() == 1
    # More than is taken.
    page.goto(f"{visitor.root}{case}/documents/new")
    with tempfile.NamedTemporaryFile(suffix=".txt") as large:
        large.write(b"words " * 11_500_000)
        large.flush()
        page.locator("input[type=file]").first.set_input_files(large.name)
        page.get_by_role("button", name="Continue").click()
        page.wait_for_selector(".refused", timeout=60_000)
    assert "larger than 64 MB" in page.locator(".refused").inner_text()


def drop(visitor, case):
    page = visitor.page
    page.goto(f"{visitor.root}{case}/documents/new")
    page.evaluate(
        """text => {
          const files = new DataTransfer();
          files.items.add(new File([text], 'dropped.md', {type: 'text/markdown'}));
          document.querySelector('.drop').dispatchEvent(
            new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: files}));
        }""",
        "# A dropped note\n\nSaid by no one in particular.\n",
    )
    page.wait_for_url("**/documents/intake/*")
    assert page.locator("#d1-title").input_value() == "A dropped note"


def without_scripts(browser, start, root, case):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(start)
    # The page leads on by itself, which would take a later address away.
    page.wait_for_url(f"{root}/library")
    page.goto(f"{root}{case}/documents/new")
    page.locator("#pasted").fill("A text of no script.\n")
    page.get_by_role("button", name="Continue").click()
    page.locator("input[name=by]").fill("Anna")
    page.get_by_role("button", name="Add to the case").last.click()
    assert "A text of no script" in page.locator("main").inner_text()


def main() -> None:
    dragoman, pictures = sys.argv[1], Path(sys.argv[2])
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        with library(dragoman, Path(folder)) as (server, start, root):
            browser = chromium(playwright)

            def visitor(name, width, **more):
                size = {"width": width, "height": 800}
                return Visitor(browser, start, root, pictures, name, viewport=size, **more)

            first = visitor("wide", 1280)
            by_mouse(first, "The night watch")
            by_mouse(visitor("narrow", 360), "The night watch on a phone")
            by_mouse(visitor("dark", 1280, color_scheme="dark"), "The night watch at night")
            by_keys(visitor("keys", 1280), "Keys alone")
            bad_documents(first, "/c/the-night-watch")
            drop(first, "/c/the-night-watch")
            without_scripts(browser, start, root, "/c/the-night-watch")
            # The program ends while a form is open: what was chosen stays.
            first.page.goto(f"{root}/c/the-night-watch/documents/new")
            first.page.locator("#pasted").fill("Not to be lost")
            server.terminate()
            server.wait()
            first.page.get_by_role("button", name="Continue").click()
            first.page.wait_for_selector(".refused")
            assert first.page.locator("#pasted").input_value() == "Not to be lost"
            browser.close()
        assert verdict([]) == 0, "script errors"
        names = sorted(path.name for path in Path(folder).iterdir())
        assert len([name for name in names if name.endswith(".dragoman")]) == 4, names
    print("The library: from an empty folder to a document, by mouse, by keys and without scripts.")


main()
