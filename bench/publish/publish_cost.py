#!/usr/bin/env python3
"""What `tarang publish` costs against a PostgreSQL server on this machine: publish_cost.py --tarang TARANG [--documents N] [--check]

A sample's rows are copied to so many documents. The server is one of its own, with fsync on as it comes. Budgets: 100,000 rows
of `fields`, with all that belongs to them, a second without the index of texts; the second publish of 10,000 documents that
did not change under 2 s.
"""
import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "publish"))
import copies  # noqa: E402
import postgres  # noqa: E402

FIELDS_A_SECOND = 100_000
SECOND_PUBLISH = 2.0


class Costs:
    def __init__(self, tarang, server, db):
        self.tarang, self.server, self.db = tarang, server, db

    def publish(self, warehouse):
        """Seconds, and its line."""
        began = time.monotonic()
        done = subprocess.run([self.tarang, "publish", self.db, "--to", self.server.address(warehouse), "--lang", "en"], check=True,
                              capture_output=True, text=True, env=self.server.environment)
        return time.monotonic() - began, done.stdout.strip()

    def all_anew(self, warehouse):
        """Every document changed."""
        with sqlite3.connect(self.db) as database:
            database.execute("UPDATE changes SET stamp = random()")
        return self.publish(warehouse)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tarang", required=True)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = pathlib.Path(folder, "many.db")
        subprocess.run([arguments.tarang, "import", "--db", db, "--no-copy", ROOT / "samples" / "reading-2567.pdf"], check=True,
                       stdout=subprocess.DEVNULL)
        fields = copies.multiply(db, arguments.documents - 1)
        server = postgres.Server(fsync=True)
        try:
            server.sql("postgres", "CREATE DATABASE plain TEMPLATE template0 LC_CTYPE 'C' LC_COLLATE 'C';\nCREATE DATABASE indexed")
            costs = Costs(arguments.tarang, server, db)
            print(f"{arguments.documents} documents, {fields} rows of fields, {os.path.getsize(db) >> 20} MB")
            first, line = costs.publish("plain")
            print(line)
            rows = int(line.split("rows: ")[1].split(")")[0])
            print(f"first, without the index: {first:.2f} s, {fields / first:,.0f} rows of fields and {rows / first:,.0f} rows of all tables a second")
            second, _ = costs.publish("plain")
            print(f"second, unchanged: {second:.2f} s")
            indexed, _ = costs.publish("indexed")
            print(f"first, with the index of texts made at its end: {indexed:.2f} s")
            anew, _ = costs.all_anew("plain")
            print(f"every document replaced, without the index: {anew:.2f} s")
            anew, _ = costs.publish("indexed")
            print(f"every document replaced, with the index: {anew:.2f} s")
        finally:
            server.close()
    if arguments.check and (fields / first < FIELDS_A_SECOND or second > SECOND_PUBLISH):
        sys.exit("a budget is passed")


if __name__ == "__main__":
    main()
