#!/usr/bin/env python3
"""Thousands of generated documents by one process and by Spark: the same, document by document.

    scripts/spark_same.py DRAGOMAN FOLDER

needs PySpark (`pip install pyspark`) and Java, so that `make spark` runs it and `make test` does not.
"""

import json
import pathlib
import random
import subprocess
import sys

NAMES = ["Ana Lund", "Boris Oun", "The ministry", "South", "Kyiv", "Both sides", "An official"]
CUES = ["said that", "demanded that", "warned that", "denied that", "announced that"]
WORDS = [
    "the sluice would be opened by 1 June",
    "talks would go on only if the ban was lifted",
    "the offer was “not serious” 🇺🇦",
    "120 cubic metres a second were too few",
]


def documents(count):
    """Documents of one to forty sentences, the same each time."""
    chance = random.Random(17)
    for number in range(count):
        sentences = [
            f"{chance.choice(NAMES)} {chance.choice(CUES)} {chance.choice(WORDS)}."
            for _ in range(chance.randint(1, 40))
        ]
        yield {"id": f"d{number}", "text": " ".join(sentences), "date": "2025-05-16"}
    yield {"id": "empty", "text": ""}


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    corpus, output = folder / "documents.jsonl", folder / "found.parquet"
    with corpus.open("w") as file:
        for document in documents(5000):
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
    alone = subprocess.run(
        [program, "extract", "--jsonl", str(corpus)], check=True, stdout=subprocess.PIPE
    ).stdout.splitlines()
    script = pathlib.Path(__file__).with_name("spark_extract.py")
    subprocess.run(["rm", "-rf", str(output)], check=True)
    subprocess.run(
        [sys.executable, str(script), "--dragoman", program, "--partitions", "7", str(corpus), str(output)],
        check=True,
    )
    from pyspark.sql import SparkSession

    rows = {row["id"]: row for row in SparkSession.builder.getOrCreate().read.parquet(str(output)).collect()}
    expected = [json.loads(line) for line in alone]
    different = [
        found["id"]
        for found in expected
        if found["id"] not in rows or json.loads(rows[found["id"]]["candidates"]) != found["candidates"]
    ]
    if different or len(rows) != len(expected):
        sys.exit(f"{len(different)} of {len(expected)} documents differ, as {different[:5]}; Spark has {len(rows)}")
    print(f"{len(rows)} documents, the same by one process and by Spark")


if __name__ == "__main__":
    main()
