"""Who says the same as whom, as nodes and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List
from xml.etree import ElementTree

from ._rows import Row, Rows, Table, frame

if TYPE_CHECKING:
    import networkx

_NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
_TYPES: Dict[str, Callable[[str], Any]] = {
    "int": int, "long": int, "float": float, "double": float, "boolean": lambda text: text == "true"
}


class Network:
    """The network of a case: actors, or actors and answers, and the ties between them.

    `nodes` and `edges` are tables: DataFrames where pandas is installed, else lists of dictionaries.
    Each edge has the ids of the statements it rests on. `data()` is everything that the view knows:
    polarisation, balance, changes, and what was left out.
    """

    def __init__(self, graphml: bytes, data: Callable[[], Dict[str, Any]]) -> None:
        root = ElementTree.fromstring(graphml)
        types = {
            key.get("id", ""): _TYPES.get(key.get("attr.type", ""), str)
            for key in root.iter(f"{_NAMESPACE}key")
        }
        names = {
            key.get("id", ""): key.get("attr.name", "") for key in root.iter(f"{_NAMESPACE}key")
        }

        def attributes(element: ElementTree.Element) -> Row:
            found: Row = {}
            for part in element.iter(f"{_NAMESPACE}data"):
                key, text = part.get("key", ""), part.text or ""
                name = names.get(key, key)
                found[name] = text.split() if name == "statements" else types[key](text)
            return found

        self._nodes: Rows = [
            {"id": node.get("id"), **attributes(node)} for node in root.iter(f"{_NAMESPACE}node")
        ]
        self._edges: Rows = [
            {"source": edge.get("source"), "target": edge.get("target"), **attributes(edge)}
            for edge in root.iter(f"{_NAMESPACE}edge")
        ]
        self._data = data

    @property
    def nodes(self) -> Table:
        """Actors, and in a network of answers these too: `id`, `label`, `kind`, `activity`, `camp`."""
        return frame(_evened(self._nodes))

    @property
    def edges(self) -> Table:
        """Ties: `source`, `target`, `weight` and what it is made of, and `statements`."""
        return frame(_evened(self._edges))

    def data(self) -> Dict[str, Any]:
        """Everything that the view knows, as dictionaries and lists."""
        return self._data()

    def to_networkx(self) -> "networkx.Graph[Any]":
        """The network as a graph of networkx, with every column as an attribute."""
        try:
            import networkx
        except ImportError as error:
            raise ImportError(
                "networkx is not installed: `pip install networkx`, or use `nodes` and `edges`"
            ) from error
        graph: "networkx.Graph[Any]" = networkx.Graph()
        for node in self._nodes:
            graph.add_node(node["id"], **{k: v for k, v in node.items() if k != "id"})
        for edge in self._edges:
            graph.add_edge(
                edge["source"],
                edge["target"],
                **{k: v for k, v in edge.items() if k not in ("source", "target")},
            )
        return graph

    def __repr__(self) -> str:
        return f"<Network: {len(self._nodes)} nodes, {len(self._edges)} edges>"


def _evened(rows: Rows) -> Rows:
    """Every row with every column; what one lacks is None."""
    columns: List[str] = []
    for row in rows:
        columns.extend(name for name in row if name not in columns)
    return [{name: row.get(name) for name in columns} for row in rows]
