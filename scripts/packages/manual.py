"""Manual pages and completions, from what the program says of itself.

    manual.py PROGRAM FOLDER    writes FOLDER/man1/*.1 and FOLDER/{bash,zsh,fish}/…
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import facts  # noqa: E402

Command = dict[str, Any]


def _escaped(text: str) -> str:
    """For roff: backslashes, hyphens as they are typed, and no line that begins as a request does."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    lines = []
    for line in text.split("\n"):
        lines.append("\\&" + line if line[:1] in (".", "'") else line)
    return "\n".join(lines)


def _flag(name: dict[str, str]) -> str:
    return {"long": "--", "short": "-", "longWithSingleDash": "-"}[name["kind"]] + name["name"]


def _synopsis(argument: dict[str, Any]) -> str:
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        text = f"\\fI{_escaped(value)}\\fR"
        if argument.get("isRepeating"):
            text += " ..."
    else:
        text = f"\\fB{_escaped(_flag(argument['preferredName']))}\\fR"
        if argument["kind"] == "option":
            text += f" \\fI{_escaped(value)}\\fR"
    return f"[{text}]" if argument.get("isOptional") else text


def _arguments(command: Command) -> list[dict[str, Any]]:
    return [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]


def _page(path: list[str], command: Command) -> str:
    name = "-".join(path)
    day = time.strftime("%Y-%m-%d", time.gmtime(facts.epoch()))
    lines = [
        f'.TH {_escaped(name).upper()} 1 {day} "dragoman {facts.version()}" "Dragoman"',
        ".SH NAME",
        f"{_escaped(name)} \\- {_escaped(command.get('abstract', '').rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B {_escaped(' '.join(path))}",
    ]
    lines += [_synopsis(argument) for argument in _arguments(command)
              if argument.get("preferredName", {}).get("name") not in ("help", "version")]
    subcommands = [s for s in command.get("subcommands", [])
                   if s.get("shouldDisplay", True) and s["commandName"] != "help"]
    if subcommands:
        lines.append("\\fIcommand\\fR")
    if command.get("discussion"):
        lines.append(".SH DESCRIPTION")
        for paragraph in command["discussion"].split("\n\n"):
            if any(line.startswith("  ") for line in paragraph.split("\n")):
                lines += [".PP", ".nf", _escaped(paragraph), ".fi"]
            else:
                lines += [".PP", _escaped(paragraph)]
    if subcommands:
        lines.append(".SH COMMANDS")
        for sub in subcommands:
            lines += [".TP", f"\\fB{_escaped('-'.join([*path, sub['commandName']]))}\\fR(1)",
                      _escaped(sub.get("abstract", ""))]
    section = ""
    for argument in _arguments(command):
        title = argument.get("sectionTitle") or (
            "Arguments" if argument["kind"] == "positional" else "Options")
        if title != section:
            section = title
            lines.append(f".SH {_escaped(title).upper()}")
        if argument["kind"] == "positional":
            tag = f"\\fI{_escaped(argument.get('valueName', ''))}\\fR"
        else:
            flags = ", ".join(f"\\fB{_escaped(_flag(n))}\\fR" for n in argument["names"])
            value = argument.get("valueName", "")
            tag = flags + (f" \\fI{_escaped(value)}\\fR" if argument["kind"] == "option" else "")
        words = argument.get("abstract", "")
        if argument.get("defaultValue") and "default:" not in words:
            words += f" (default: {argument['defaultValue']})"
        lines += [".TP", tag, _escaped(words.strip() or "\u00a0")]
    lines.append(".SH SEE ALSO")
    if len(path) > 1:
        lines.append("\\fBdragoman\\fR(1)")
    else:
        lines.append("The pages of the manual in the folder docs of the source.")
    return "\n".join(line for line in lines if line) + "\n"


def pages(program: str) -> dict[str, bytes]:
    """The manual: a page for the program and one for each command."""
    done = subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True)
    root = json.loads(done.stdout)["command"]
    found: dict[str, bytes] = {}

    def add(path: list[str], command: Command) -> None:
        found["-".join(path) + ".1"] = _page(path, command).encode("utf-8")
        for sub in command.get("subcommands", []):
            if sub.get("shouldDisplay", True) and sub["commandName"] != "help":
                add([*path, sub["commandName"]], sub)

    add(["dragoman"], root)
    return found


def completions(program: str) -> dict[str, bytes]:
    """By shell, the script that completes what is typed."""
    return {
        shell: subprocess.run(
            [program, "--generate-completion-script", shell], capture_output=True, check=True
        ).stdout.removeprefix(b"#!/bin/bash\n")
        for shell in ("bash", "zsh", "fish")
    }


#: Where each shell looks for completions below /usr/share.
COMPLETION_PLACES = {
    "bash": "bash-completion/completions/dragoman",
    "zsh": "zsh/vendor-completions/_dragoman",
    "fish": "fish/vendor_completions.d/dragoman.fish",
}


def shared(program: str) -> list[facts.Entry]:
    """Everything that lies below `share`: manual pages, completions, the desktop's files."""
    entries = [facts.Entry(f"man/man1/{name}.gz", facts.squeezed(page))
               for name, page in pages(program).items()]
    entries += [facts.Entry(COMPLETION_PLACES[shell], script)
                for shell, script in completions(program).items()]
    desktop = facts.ROOT / "packaging/desktop"
    icon = facts.ROOT / "Sources/Workbench/Assets/dragoman.svg"
    entries += [
        facts.Entry("applications/dragoman.desktop", (desktop / "dragoman.desktop").read_bytes()),
        facts.Entry("mime/packages/dragoman.xml", (desktop / "dragoman.xml").read_bytes()),
        facts.Entry("icons/hicolor/scalable/apps/dragoman.svg", icon.read_bytes()),
    ]
    return sorted(entries, key=lambda entry: entry.name)


if __name__ == "__main__":
    for entry in shared(sys.argv[1]):
        facts.write(Path(sys.argv[2]) / entry.name, entry.data)
