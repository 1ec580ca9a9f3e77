"""Finds the native program and runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from typing import Optional, Sequence


class DragomanError(Exception):
    """Why the program gave no result, in its own words.

    `hint` says what to do, where the program knows; `code` is its exit code.
    """

    def __init__(self, message: str, hint: Optional[str] = None, code: int = 70) -> None:
        super().__init__(message if hint is None else f"{message}\n  hint: {hint}")
        self.message = message
        self.hint = hint
        self.code = code


def program() -> str:
    """The path of the program: `$DRAGOMAN`, the one installed with this package, or one on the PATH."""
    named = os.environ.get("DRAGOMAN")
    if named:
        return named
    name = "dragoman.exe" if os.name == "nt" else "dragoman"
    folders = [sysconfig.get_path("scripts")]
    # `pip install --user`, and `--target` with scripts beside the package.
    scheme = sysconfig.get_preferred_scheme("user") if sys.version_info >= (3, 10) else "posix_user"
    folders.append(sysconfig.get_path("scripts", scheme=scheme))
    package = os.path.dirname(os.path.abspath(__file__))
    folders.append(os.path.join(os.path.dirname(package), "bin"))
    for folder in folders:
        path = os.path.join(folder, name)
        if _is_native(path):
            return path
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        path = os.path.join(folder, name)
        if _is_native(path):
            return path
    found = shutil.which(name)
    if found:
        return found
    raise DragomanError(
        "the program `dragoman` is not installed",
        "`pipx install dragoman` brings it, or name it in the variable DRAGOMAN",
    )


def _is_native(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)


def run(arguments: Sequence[str], *, path: Optional[str] = None) -> bytes:
    """What the program prints.

    Raises `DragomanError` where it ends with a code other than 0.
    """
    command = [path or program(), *arguments]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError as error:
        raise DragomanError(f"`{command[0]}` cannot be run: {error.strerror}") from error
    if done.returncode != 0:
        raise _error(done.stderr.decode("utf-8", "replace"), done.returncode)
    return done.stdout


def _error(words: str, code: int) -> DragomanError:
    message: list[str] = []
    hint: Optional[str] = None
    for line in words.splitlines():
        text = line.strip()
        if text.startswith("hint: "):
            hint = hint or text[len("hint: "):]
        elif text.lower().startswith("error: "):
            message.append(text[len("error: "):])
        elif text and not text.startswith(("note: ", "warning: ", "Usage: ", "See ", "Help: ")):
            message.append(text)
    return DragomanError(
        "; ".join(message[:3]) or f"the program ended with code {code}", hint, code)


def version() -> str:
    """The version of the program that is called."""
    return run(["--version"]).decode("utf-8").strip()
