"""Serves the entries of a case, given as JSON, by Datasette.

Usage: datasette_rows.py ENTRIES.json ROWS.sqlite

Prints Datasette's version and a port, and serves there until it is ended.
"""

import json
import socket
import sqlite3
import sys

import datasette
import uvicorn
from datasette.app import Datasette


def main() -> None:
    entries, rows = sys.argv[1:]
    with open(entries, encoding="utf-8") as file:
        sections = json.load(file)
    database = sqlite3.connect(rows)
    for name, items in sections.items():
        columns = sorted({key for item in items for key in item})
        columns.remove("id")
        names = ", ".join(f'"{column}"' for column in columns)
        database.execute(f'CREATE TABLE {name} (id TEXT PRIMARY KEY, {names})')
        marks = ", ".join("?" * (len(columns) + 1))
        database.executemany(
            f"INSERT INTO {name} VALUES ({marks})",
            [[item["id"]] + [as_cell(item.get(column)) for column in columns] for item in items],
        )
    database.execute("CREATE INDEX by_source ON statements (source)")
    database.execute(
        "CREATE VIRTUAL TABLE statements_fts USING fts5(gist, content=statements)"
    )
    database.execute("INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')")
    database.commit()
    database.close()
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    print(datasette.__version__)
    print(listener.getsockname()[1], flush=True)
    application = Datasette(immutables=[rows]).app()
    uvicorn.Server(
        uvicorn.Config(application, log_level="error", access_log=False)
    ).run(sockets=[listener])


def as_cell(value):
    return value if value is None or isinstance(value, (str, int, float)) else json.dumps(value)


main()
