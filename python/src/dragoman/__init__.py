"""Dragoman's cases in Python: each view of a case as a table.

    import dragoman

    case = dragoman.open("talks.dragoman")
    case.positions(as_of="2025-05-16")

Tables are pandas DataFrames where pandas is installed, and lists of dictionaries otherwise. The
native program is called for each; no server runs.
"""

from ._case import Case, open
from ._network import Network
from ._program import DragomanError, program, version

__all__ = ["Case", "DragomanError", "Network", "open", "program", "version"]
__version__ = "0.1.0"
