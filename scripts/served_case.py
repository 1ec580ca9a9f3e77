"""A case as its readers meet it: a `.dragoman` file made of it, served, and a headless Chromium."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


# What no script on any page caught; a run with any has failed.
UNCAUGHT: list[str] = []


@dataclass
class Served:
    """Where the workbench is: its first address, which signs in, and the root of all others."""

    start: str
    root: str

    def entered(self, context):
        """A new page that is signed in."""
        page = context.new_page()
        page.goto(self.start)
        page.wait_for_url(f"{self.root}/positions")
        return page


@contextmanager
def served(dragoman: str, case: str, folder: Path, name: str = "case", seconds: int = 1200):
    """Serves a copy of the case in which can be written; it ends with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / f"{name}.dragoman"
    for old in folder.glob(f"{name}.dragoman*"):
        old.unlink()
    subprocess.run(
        [dragoman, "convert", case, "--output", store, "--by", "anna"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with serving(dragoman, store, seconds) as site:
        yield site


@contextmanager
def serving(dragoman: str, store: Path, seconds: int = 1200, port: int | None = None):
    """Serves a file as it is."""
    more = ["--port", str(port)] if port else []
    server = subprocess.Popen(
        [dragoman, "serve", store, "--for", str(seconds), *more],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        line = server.stdout.readline()
        found = re.search(r"(http://[^/]+)/\?token=\w+", line)
        if not found:
            sys.exit(f"no address in {line!r}")
        yield Served(found.group(0), found.group(1))
    finally:
        server.terminate()
        server.wait()


@contextmanager
def library(dragoman: str, folder: Path, seconds: int = 900):
    """Serves every case in a folder; gives the program, its first address and the root of all others."""
    server = subprocess.Popen(
        [dragoman, "serve", "--library", folder, "--for", str(seconds)], stdout=subprocess.PIPE, text=True
    )
    try:
        line = server.stdout.readline()
        found = re.search(r"(http://[^/]+)/\?token=\w+", line)
        if not found:
            sys.exit(f"no address in {line!r}")
        yield server, found.group(0), found.group(1)
    finally:
        server.terminate()
        server.wait()


def chromium(playwright):
    """A headless browser that notes every error no script catches, and gives them out at the end of the run."""
    browser = playwright.chromium.launch(
        executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
    )
    made = browser.new_context

    def watched(**options):
        context = made(**options)
        context.on("weberror", lambda found: UNCAUGHT.append(f"{found.page.url}: {found.error}"))
        return context

    browser.new_context = watched
    return browser


def verdict(faults: list[str]) -> int:
    """What a run exits with: 0 only without faults and without uncaught errors on its pages."""
    for words in UNCAUGHT:
        print(f"browser: uncaught script error at {words}", file=sys.stderr)
    return 1 if faults or UNCAUGHT else 0
