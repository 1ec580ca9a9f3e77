"""Tables as the program prints them, with values in Python's types."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Dict, List, Union

if TYPE_CHECKING:
    import pandas

Row = Dict[str, Any]
Rows = List[Row]
#: A DataFrame where pandas is installed, else a list of dictionaries.
Table = Union["pandas.DataFrame", Rows]

#: Signs with which a spreadsheet begins a formula; the program puts an apostrophe before them.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

_NUMBERS = frozenset(
    "congruence conflict same_latest opposite_latest agreement disagreement value bytes quotes proved "
    "number moves_from_status_quo share_of_draws Passages Place".split()
)
_NUMBER_ENDINGS = ("_utility", "_margin")
_NUMBER_BEGINNINGS = ("share_",)

#: Columns of ids, which become lists. In the list of sources the column is how many there are.
_LISTS = frozenset("statements answer_statements actors debtors creditors answers".split())


def tables(text: bytes, view: str = "") -> List[Rows]:
    """The tables of a result in CSV; those with the same columns are one."""
    found: List[Rows] = []
    heads: List[List[str]] = []
    head: List[str] = []
    reader = csv.reader(io.StringIO(text.decode("utf-8"), newline=""))
    target: Rows = []
    for cells in reader:
        if not cells:
            head = []
            continue
        if not head:
            head = cells
            if head in heads:
                target = found[heads.index(head)]
            else:
                target = []
                heads.append(head)
                found.append(target)
            continue
        target.append({name: _value(name, cell, view) for name, cell in zip(head, cells)})
    # A table without rows still has columns, for a DataFrame.
    return [_Table(rows, columns) for rows, columns in zip(found, heads)]


class _Table(List[Row]):
    """Rows that know their columns, so that an empty table is one all the same."""

    def __init__(self, rows: Rows, columns: List[str]) -> None:
        super().__init__(rows)
        self.columns = columns


def _value(name: str, cell: str, view: str) -> Any:
    if cell[:1] == "'" and cell[1:2] and cell[1:2] in _FORMULA:
        cell = cell[1:]
    if name in _LISTS and not (view == "sources" and name == "statements"):
        # An answer may contain spaces.
        parts = cell.split(";") if name == "answers" else cell.split()
        return [part.strip() for part in parts if part.strip()]
    if cell in ("true", "false"):
        return cell == "true"
    is_number = name in _NUMBERS or name.endswith(_NUMBER_ENDINGS) or (
        name.startswith(_NUMBER_BEGINNINGS)) or (view == "sources" and name == "statements")
    if is_number:
        return _number(cell)
    return cell if cell else None


def _number(cell: str) -> Any:
    if not cell:
        return None
    try:
        return int(cell)
    except ValueError:
        pass
    try:
        return float(cell)
    except ValueError:
        return cell


def frame(rows: Rows) -> Table:
    """A DataFrame where pandas is installed, else the rows as they are."""
    try:
        import pandas
    except ImportError:
        return list(rows)
    table = pandas.DataFrame(rows, columns=getattr(rows, "columns", None))
    for name in table.columns:
        values = [value for value in table[name] if value is not None and value == value]
        # Types that can also say that nothing is known.
        if values and all(isinstance(value, bool) for value in values):
            table[name] = table[name].astype("boolean")
    return table
