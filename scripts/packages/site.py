"""The manual as static pages, which read the same from a disk and from a server.

    site.py FOLDER      (with markdown-it-py)

Fails where a link leads nowhere, and where a page of `docs` has no place in the navigation.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402

#: Every page, by the question it answers: to learn, to do, to look up, to understand.
GROUPS = [
    ("Start", ["README.md", "docs/install.md", "docs/tutorial.md"]),
    ("How to", ["docs/coding-guide.md", "docs/workbench.md", "docs/exchange.md", "docs/extraction.md",
                "docs/path-labour.md", "docs/path-peace.md", "docs/path-team.md",
                "docs/at-scale.md", "docs/assistants.md", "docs/languages.md",
                "docs/scenario-formats.md"]),
    ("Reference", ["docs/commands.md", "docs/views.md", "docs/case-file.md", "docs/checks.md",
                   "docs/case-store.md", "docs/glossary.md"]),
    ("Explanation", ["docs/graph-model.md", "docs/bargaining.md", "docs/networks.md",
                     "docs/peace-articles.md", "docs/threat-model.md", "docs/benchmarks.md"]),
    ("Development", ["CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]),
]


@dataclass
class Section:
    anchor: str
    title: str
    level: int
    text: list[str] = field(default_factory=list)


@dataclass
class Page:
    source: str
    title: str = ""
    body: str = ""
    sections: list[Section] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return name(self.source)


def name(source: str) -> str:
    return "index.html" if source == "README.md" else Path(source).stem.lower() + ".html"


class Builder:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        known = {path.relative_to(facts.ROOT).as_posix() for path in (facts.ROOT / "docs").glob("*.md")}
        # Documents that are added later than this list are shown all the same, under what they say.
        listed = [source for _, sources in GROUPS for source in sources]
        self.groups = [(title, [s for s in sources if (facts.ROOT / s).is_file()])
                       for title, sources in GROUPS]
        left = sorted(known - set(listed))
        if left:
            self.groups[1][1].extend(left)
        self.pages = {s: Page(s) for _, sources in self.groups for s in sources}
        self.files: set[str] = set()
        self.faults: list[str] = []
        self.markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])

    # Reading

    def slug(self, text: str, used: set[str]) -> str:
        """As GitHub makes them, since that is what the links in the documents name."""
        plain = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        found, count = plain, 0
        while found in used:
            count += 1
            found = f"{plain}-{count}"
        used.add(found)
        return found

    def read(self, page: Page) -> None:
        text = (facts.ROOT / page.source).read_text("utf-8")
        tokens = self.markdown.parse(text)
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                inline = tokens[place + 1]
                words = "".join(child.content for child in inline.children or []
                                if child.type in ("text", "code_inline"))
                anchor = self.slug(words, page.anchors)
                token.attrSet("id", anchor)
                level = int(token.tag[1])
                if level == 1 and not page.title:
                    page.title = words
                page.sections.append(Section(anchor, words, level))
                link = Token("html_inline", "", 0)
                link.content = (f'<a class="anchor" href="#{anchor}" '
                                f'aria-label="Link to this section">#</a>')
                (inline.children or []).append(link)
            elif token.type in ("inline", "fence", "code_block"):
                self.collect(page, token)
            if token.type == "inline":
                for child in token.children or []:
                    self.mend(page, child)
        page.body = self.markdown.renderer.render(tokens, self.markdown.options, {})
        page.body = page.body.replace("<table>", '<div class="wide"><table>')
        page.body = page.body.replace("</table>", "</table></div>")
        if not page.title:
            page.title = page.source

    def collect(self, page: Page, token: Token) -> None:
        if not page.sections:
            page.sections.append(Section("", page.source, 1))
        words = token.content
        if token.type == "inline":
            words = "".join(" " if child.type in ("softbreak", "hardbreak") else child.content
                            for child in token.children or []
                            if child.type not in ("image", "html_inline"))
            if words == page.sections[-1].title:
                return
        page.sections[-1].text.append(words)

    def mend(self, page: Page, token: Token) -> None:
        """Links between documents become links between pages."""
        key = {"link_open": "href", "image": "src"}.get(token.type)
        if key is None:
            return
        target = str(token.attrGet(key) or "")
        if re.match(r"[a-z]+:", target):
            if not target.startswith(("https:", "http:", "mailto:")):
                self.faults.append(f"{page.source}: link to {target}")
            return
        path, _, anchor = target.partition("#")
        if not path:
            page.links.append(f"{page.name}#{anchor}")
            return
        place = (facts.ROOT / page.source).parent / path
        try:
            source = place.resolve().relative_to(facts.ROOT).as_posix()
        except ValueError:
            self.faults.append(f"{page.source}: {target} is outside the project")
            return
        if source in self.pages:
            found = name(source) + (f"#{anchor}" if anchor else "")
            page.links.append(found)
        elif place.is_file():
            self.files.add(source)
            found = source.removeprefix("docs/")
        else:
            self.faults.append(f"{page.source}: {target} leads nowhere")
            return
        token.attrSet(key, found)

    # Writing

    def navigation(self, current: Page) -> str:
        text = ""
        for title, sources in self.groups:
            if not sources:
                continue
            text += f"<h2>{html.escape(title)}</h2><ul>"
            for source in sources:
                page = self.pages[source]
                mark = ' aria-current="page"' if page is current else ""
                label = "Dragoman" if source == "README.md" else page.title
                text += f'<li><a href="{page.name}"{mark}>{html.escape(label)}</a></li>'
            text += "</ul>"
        return text

    def contents(self, page: Page) -> str:
        deep = [s for s in page.sections if s.level in (2, 3) and s.anchor]
        if len(deep) > 60:
            deep = [s for s in deep if s.level == 2]
        if len(deep) < 2:
            return ""
        items = "".join(
            f'<li><a{" class=deeper" if s.level == 3 else ""} href="#{s.anchor}">'
            f"{html.escape(s.title)}</a></li>" for s in deep)
        return f'<nav class="here" aria-label="On this page"><h2>On this page</h2><ul>{items}</ul></nav>'

    def whole(self, page: Page) -> str:
        title = "Dragoman" if page.source == "README.md" else f"{page.title} · Dragoman"
        return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{html.escape(title)}</title>
<link rel="icon" href="dragoman.svg" type="image/svg+xml">
<link rel="stylesheet" href="site.css">
</head>
<body>
<a class="skip" href="#text">To the text</a>
<header class="top">
<p class="brand"><a href="index.html">Dragoman</a></p>
<form class="find" role="search" hidden><label for="find">Search the manual</label>
<input id="find" type="search" placeholder="Search ( / )" autocomplete="off">
<ul id="results" class="results" aria-live="polite" hidden></ul></form>
</header>
<div class="desk">
<nav class="pages" aria-label="Pages"><details open><summary>Pages</summary>{self.navigation(page)}</details></nav>
<main id="text" tabindex="-1">
{page.body}
<footer><span>dragoman {facts.version()}</span><span>{html.escape(page.source)}</span></footer>
</main>
{self.contents(page)}
</div>
<script src="index.js"></script>
<script src="site.js"></script>
</body>
</html>
"""

    def index(self) -> str:
        entries = []
        for page in self.pages.values():
            for section in page.sections:
                words = re.sub(r"\s+", " ", " ".join(section.text)).strip()
                anchor = section.anchor if section.level > 1 else ""
                entries.append([page.name, anchor, page.title, section.title, words])
        text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
        return f"window.SITE_INDEX={text};\n"

    def build(self) -> None:
        for page in self.pages.values():
            self.read(page)
        for page in self.pages.values():
            for link in page.links:
                target, _, anchor = link.partition("#")
                other = next(p for p in self.pages.values() if p.name == target)
                if anchor and anchor not in other.anchors:
                    self.faults.append(f"{page.source}: {target} has no section #{anchor}")
        if self.faults:
            raise SystemExit("dead links:\n  " + "\n  ".join(sorted(set(self.faults))))
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for page in self.pages.values():
            (self.folder / page.name).write_text(self.whole(page), "utf-8")
        (self.folder / "index.js").write_text(self.index(), "utf-8")
        for file in ("site.css", "site.js"):
            shutil.copyfile(facts.ROOT / "packaging/site" / file, self.folder / file)
        shutil.copyfile(facts.ROOT / "Sources/Workbench/Assets/dragoman.svg",
                        self.folder / "dragoman.svg")
        for source in sorted(self.files):
            place = self.folder / source.removeprefix("docs/")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(facts.ROOT / source, place)
        size = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        print(f"{self.folder}: {len(self.pages)} pages, {size:,} bytes")


if __name__ == "__main__":
    Builder(Path(sys.argv[1])).build()
