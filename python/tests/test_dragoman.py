"""The package against a program and the worked case.

    DRAGOMAN=… python -m unittest discover -s python/tests

With pandas and networkx installed their forms are tested too.
"""

from __future__ import annotations

import datetime
import importlib.util
import inspect
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent.parent
if importlib.util.find_spec("dragoman") is None:
    sys.path.insert(0, str(ROOT / "python/src"))

import dragoman  # noqa: E402
from dragoman import _rows, _views  # noqa: E402

CASE = str(ROOT / "Examples/istanbul")
HAS_PANDAS = importlib.util.find_spec("pandas") is not None
HAS_NETWORKX = importlib.util.find_spec("networkx") is not None


def rows(table):
    return table.to_dict("records") if hasattr(table, "to_dict") else table


class ViewTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.case = dragoman.open(CASE)

    def test_three_lines_give_the_positions(self):
        found = rows(self.case.positions(as_of="2025-05-16", issue="ceasefire"))
        self.assertEqual({row["party"] for row in found}, {"ukraine", "russia"})
        self.assertIn(
            ("ukraine", "unconditional-30-days", "for"),
            {(row["party"], row["answer"], row["stance"]) for row in found})
        self.assertTrue(all(isinstance(row["statements"], list) for row in found))
        self.assertTrue(all(isinstance(row["red_line"], bool) for row in found))

    def test_every_view_has_a_method_that_works(self):
        words = {"search": ["decree"], "show": ["bg-05"]}
        for name in _views.VIEWS:
            with self.subTest(view=name):
                result = getattr(self.case, name)(*words.get(name, []))
                self.assertIsNotNone(result)
                documented = inspect.getdoc(getattr(self.case, name))
                self.assertGreater(len(documented), 100)
                if name not in ("brief", "show"):
                    self.assertGreater(len(result), 0)

    def test_filters_are_the_programs_own(self):
        one = rows(self.case.positions(party="ukraine"))
        self.assertEqual({row["party"] for row in one}, {"ukraine"})
        both = rows(self.case.positions(party=["ukraine", "russia"]))
        self.assertEqual({row["party"] for row in both}, {"ukraine", "russia"})
        day = rows(self.case.positions(as_of=datetime.date(2025, 5, 16)))
        self.assertEqual(day, rows(self.case.positions(as_of="2025-05-16")))

    def test_what_begins_with_a_hyphen_is_no_flag(self):
        with self.assertRaises(dragoman.DragomanError):
            dragoman.open("--help")
        with self.assertRaises(dragoman.DragomanError):
            self.case.positions(party="--redact")
        self.assertEqual(rows(self.case.search("--version")), [])

    def test_errors_are_the_programs_words(self):
        with self.assertRaises(dragoman.DragomanError) as caught:
            self.case.positions(party="ukrane")
        self.assertIn("unknown actor `ukrane`", caught.exception.message)
        self.assertIn("ukraine", caught.exception.hint)
        self.assertEqual(caught.exception.code, 2)
        with self.assertRaises(dragoman.DragomanError) as caught:
            dragoman.open("no-such-case")
        self.assertIn("no-such-case", caught.exception.message)

    def test_the_brief_is_text(self):
        self.assertTrue(self.case.brief(as_of="2025-05-16").startswith("# "))
        self.assertIn("<html", self.case.brief(format="html"))

    def test_changes_are_one_table(self):
        found = rows(self.case.changes(since="2023"))
        self.assertGreater(len(found), 5)
        self.assertIn("Kind", found[0])

    def test_search_takes_several_words(self):
        both, one = self.case.search("Putin", "Zelensky"), self.case.search("Putin Zelensky")
        self.assertEqual(str(rows(both)), str(rows(one)))
        self.assertGreater(len(both), 0)

    def test_an_empty_table_is_one_all_the_same(self):
        self.assertEqual(rows(self.case.search("zzzzzz")), [])

    def test_quotes_are_those_of_the_record(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "Examples/sarn", Path(folder) / "sarn")
            case = dragoman.open(Path(folder) / "sarn")
            found = [row for row in rows(case.timeline()) if row["kind"] == "statement"]
            words = case.quote(found[0]["id"])
            self.assertTrue(words)
            texts = "".join(
                path.read_text("utf-8") for path in (Path(folder) / "sarn/texts").iterdir())
            self.assertIn(words, texts)
        with self.assertRaises(dragoman.DragomanError):
            self.case.quote("ceasefire")

    def test_redaction_holds_for_every_call(self):
        with mock.patch("dragoman._case.run", return_value=b"a\r\n") as called:
            case = dragoman.Case.__new__(dragoman.Case)
            case.path, case.redact, case._program = CASE, True, None
            case.positions()
            case.tables("settle")
            case.text("brief")
            for call in called.call_args_list:
                self.assertIn("--redact", call.args[0])


class NetworkTests(unittest.TestCase):
    def setUp(self):
        self.network = dragoman.open(CASE).network()

    def test_edges_join_nodes(self):
        nodes = {row["id"]: row for row in rows(self.network.nodes)}
        edges = rows(self.network.edges)
        self.assertGreater(len(edges), 0)
        for edge in edges:
            self.assertIn(edge["source"], nodes)
            self.assertIn(edge["target"], nodes)
            self.assertEqual(edge["weight"], edge["congruence"] + edge["conflict"])
            self.assertTrue(edge["statements"])
        self.assertEqual(nodes["ukraine"]["label"], "Ukraine")
        self.assertIn("polarisation", self.network.data())

    def test_answers_are_nodes_too(self):
        network = dragoman.open(CASE).network(mode="answers")
        kinds = {row["kind"] for row in rows(network.nodes)}
        self.assertEqual(kinds, {"actor", "answer"})
        ids = {row["id"] for row in rows(network.nodes)}
        for edge in rows(network.edges):
            self.assertTrue(edge["source"] in ids and edge["target"] in ids)

    @unittest.skipUnless(HAS_NETWORKX, "networkx is not installed")
    def test_networkx_takes_it(self):
        graph = self.network.to_networkx()
        self.assertEqual(graph.number_of_edges(), len(rows(self.network.edges)))
        self.assertEqual(graph.number_of_nodes(), len(rows(self.network.nodes)))
        self.assertEqual(graph.nodes["russia"]["label"], "Russia")


class TableTests(unittest.TestCase):
    @unittest.skipUnless(HAS_PANDAS, "pandas is not installed")
    def test_pandas_gets_frames_with_types(self):
        case = dragoman.open(CASE)
        frame = case.positions(as_of="2025-05-16")
        self.assertEqual(str(frame["red_line"].dtype), "boolean")
        self.assertIn("newest", frame.columns)
        self.assertEqual(len(case.search("zzzzzz").columns), 12)

    def test_without_pandas_there_are_rows(self):
        with mock.patch.dict(sys.modules, {"pandas": None}):
            found = dragoman.open(CASE).positions(as_of="2025-05-16")
        self.assertIsInstance(found, list)
        self.assertIsInstance(found[0], dict)

    def test_values_of_a_table(self):
        text = "a,red_line,statements,share_x\r\n'=1,true,x y,0.5\r\n'tis,,,\r\n"
        (table,) = _rows.tables(text.encode())
        self.assertEqual(
            table[0], {"a": "=1", "red_line": True, "statements": ["x", "y"], "share_x": 0.5})
        self.assertEqual(
            table[1], {"a": "'tis", "red_line": None, "statements": [], "share_x": None})

    def test_tables_with_the_same_columns_are_one(self):
        found = _rows.tables("a\r\n1\r\n\r\na\r\n2\r\n\r\nb\r\n3\r\n".encode())
        self.assertEqual([len(table) for table in found], [2, 1])

    def test_line_breaks_within_a_cell_stay(self):
        (table,) = _rows.tables('a,b\r\n"x\n\ny",2\r\n'.encode())
        self.assertEqual(table[0]["a"], "x\n\ny")


class ProgramTests(unittest.TestCase):
    def test_the_module_is_the_program(self):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True,
            env=environment)
        self.assertEqual(done.stdout.strip(), dragoman.version())
        self.assertEqual(dragoman.version(), dragoman.__version__)

    def test_a_missing_program_is_said(self):
        with self.assertRaises(dragoman.DragomanError) as caught:
            dragoman.open(CASE, program="/no/such/program")
        self.assertIn("/no/such/program", caught.exception.message)


if __name__ == "__main__":
    unittest.main()
