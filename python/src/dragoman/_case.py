"""A case, and the views of it."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, List, Optional, Sequence, Union

from ._network import Network
from ._program import DragomanError, program, run
from ._rows import Table, frame, tables
from ._views import Views

Path = Union[str, "os.PathLike[str]"]


def open(path: Path, *, redact: bool = False, program: Optional[str] = None) -> "Case":
    """The case at `path`: a `.dragoman`, YAML or JSON file, or a folder that contains just one.

    With `redact`, confidential entries and whatever rests on them alone are left out of every
    result. `program` names another program than the one that is found by itself.

    Raises `DragomanError` where the case cannot be read.
    """
    return Case(path, redact=redact, program=program)


class Case(Views):
    """A case on disk. It is read at each call, so that changes made meanwhile are seen."""

    def __init__(
        self, path: Path, *, redact: bool = False, program: Optional[str] = None
    ) -> None:
        self.path = os.fspath(path)
        self.redact = redact
        self._program = program
        # A case that cannot be read is said here and not at the first view.
        self.data("sources")

    def __repr__(self) -> str:
        return f"<Case {self.path}>"

    # What the methods of the views call.

    def _table(self, command: str, options: Dict[str, Any], words: Sequence[str] = ()) -> Table:
        found = self._tables(command, options, words)
        return frame(found[0]) if found else frame([])

    def _tables(
        self, command: str, options: Dict[str, Any], words: Sequence[str] = ()
    ) -> List[List[Dict[str, Any]]]:
        return tables(self._print(command, "csv", options, words), command)

    def _print(
        self, command: str, format: str, options: Dict[str, Any], words: Sequence[str] = ()
    ) -> bytes:
        arguments = [command, "--format", format, *_flags(options)]
        if self.redact and "--redact" not in arguments:
            arguments.append("--redact")
        # Behind `--` nothing is taken for a flag, however it begins.
        return run([*arguments, "--", self.path, *words], path=self._program)

    # Beside the views.

    def tables(self, view: str, *words: str, **options: Any) -> List[Table]:
        """Every table of a view: `case.tables("simulate", tournament=True)`.

        Options are those of the command `dragoman VIEW`, with `_` for `-`.
        """
        return [frame(rows) for rows in self._tables(view, options, words)]

    def text(self, view: str, *words: str, format: str = "markdown", **options: Any) -> str:
        """A view to be read: as `markdown`, `text` or `html`."""
        return self._print(view, format, options, words).decode("utf-8")

    def data(self, view: str, *words: str, **options: Any) -> Dict[str, Any]:
        """Everything that a view knows, as dictionaries and lists.

        The keys are those of the program's JSON: for `positions` its `rows`, each with its `cells`.
        """
        framed = json.loads(self._print(view, "json", options, words))
        result: Dict[str, Any] = framed["view"]
        return result

    def network(self, **options: Any) -> Network:
        """The networks of the case, as nodes and edges.

        Options are those of `networks`; `mode="answers"` joins actors with answers, and `weight`
        says what an edge weighs: `total`, `congruence`, `conflict` or `difference`.

            case.network(as_of="2025-05-16").to_networkx()
        """
        graph = self._print("networks", "graphml", options)
        # What an edge weighs concerns the graph alone.
        asked = {name: value for name, value in options.items() if name != "weight"}
        return Network(graph, lambda: self.data("networks", **asked))

    def quote(self, statement: str) -> Optional[str]:
        """The exact words of a statement; None where its text is withheld."""
        framed = json.loads(self._print("show", "json", {}, [statement]))
        for entry in framed["view"]:
            provenance = entry.get("statement")
            if provenance is not None:
                words: Optional[str] = provenance.get("words")
                return words
        raise DragomanError(f"the case has no statement `{statement}`")


def _flags(options: Dict[str, Any]) -> List[str]:
    """Options as the program takes them: True for a flag, a list for what may be repeated."""
    flags: List[str] = []
    for name, value in options.items():
        flag = "--" + name.rstrip("_").replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            flags.append(flag)
        elif isinstance(value, (list, tuple, set, frozenset)):
            for item in sorted(value, key=str) if isinstance(value, (set, frozenset)) else value:
                flags.append(f"{flag}={_word(item)}")
        else:
            flags.append(f"{flag}={_word(value)}")
    return flags


def _word(value: Any) -> str:
    # A date or a moment, of the standard library or of pandas, as its day.
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return str(value)


__all__ = ["Case", "open", "program"]
