#!/usr/bin/env python3
"""Runs `dragoman extract --jsonl` over a corpus with Spark, and writes what it found as Parquet.

    spark-submit scripts/spark_extract.py --dragoman .build/release/dragoman documents.jsonl found.parquet

The corpus is JSON lines or Parquet with the columns id and text, and date and lang where they are
known. Each partition is piped through one process of the program, which reads a line at a time, so that
memory on a worker does not grow with the corpus. Rows that could not be read keep their `error`.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading

COLUMNS = ("id", "text", "date", "lang")


def document(row):
    """A row of the corpus as a line for the program."""
    given = {name: row[name] for name in COLUMNS if name in row and row[name] is not None}
    return json.dumps({name: str(value) for name, value in given.items()}, ensure_ascii=False)


def extracted(rows, command):
    """What the program prints for the rows of one partition, line by line."""
    with tempfile.TemporaryFile() as errors:
        program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        )
        failed = []

        def feed():
            try:
                for row in rows:
                    program.stdin.write(document(row).encode() + b"\n")
                program.stdin.close()
            except Exception as error:  # noqa: BLE001 - raised again below, on the reading thread
                failed.append(error)
                program.kill()

        # Written from a thread of its own: the program prints while it still reads.
        writer = threading.Thread(target=feed)
        writer.start()
        for line in program.stdout:
            yield row_of(line)
        writer.join()
        code = program.wait()
        if failed:
            raise failed[0]
        if code != 0:
            errors.seek(0)
            raise RuntimeError(f"{command[0]} ended with {code}: {errors.read().decode()[-2000:]}")


def row_of(line):
    """A line of results as a row: the lists stay JSON, which every engine reads."""
    found = json.loads(line)
    lists = {
        name: json.dumps(found[name], ensure_ascii=False) if name in found else None
        for name in ("candidates", "suggestions")
    }
    count = len(found.get("candidates", []))
    return (found.get("id"), count, lists["candidates"], lists["suggestions"], found.get("error"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", help="JSON lines, or Parquet where it ends in .parquet")
    parser.add_argument("output", help="the folder to write Parquet into; it must not be there")
    parser.add_argument("--dragoman", default="dragoman", help="the program, on every worker")
    parser.add_argument("--case", help="a case whose actors and issues are proposed")
    parser.add_argument("--partitions", type=int, help="how many parts; Spark's choice where not given")
    options = parser.parse_args()
    program = shutil.which(options.dragoman)
    if program is None:
        sys.exit(f"{options.dragoman} is not there; build it, or name it with --dragoman")
    command = [program, "extract", "--jsonl", "--jobs", "1"]
    if options.case:
        command += ["--case", options.case]

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("dragoman extract").getOrCreate()
    read = spark.read.parquet if options.corpus.endswith(".parquet") else spark.read.json
    corpus = read(options.corpus)
    missing = {"id", "text"} - set(corpus.columns)
    if missing:
        sys.exit(f"{options.corpus} has no column {', '.join(sorted(missing))}")
    corpus = corpus.select(*[name for name in COLUMNS if name in corpus.columns])
    if options.partitions:
        corpus = corpus.repartition(options.partitions)
    rows = corpus.rdd.map(lambda row: row.asDict()).mapPartitions(
        lambda rows: extracted(rows, command)
    )
    names = "id string, count long, candidates string, suggestions string, error string"
    spark.createDataFrame(rows, names).write.parquet(options.output)
    spark.stop()


if __name__ == "__main__":
    main()
