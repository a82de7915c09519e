#!/usr/bin/env python3
"""Stopped at any write, with a full disk, with a database that cannot be used: writes_test.py TARANG ROOT LIBRARY

LIBRARY is failing_writes.so. Every write of an import is tried where TARANG_EVERY_WRITE is set, else so many that
the test stays short.
"""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import threading

import harness
from harness import TARANG

LIBRARY = sys.argv[3]
POINTS = None if "TARANG_EVERY_WRITE" in os.environ else 40


class Writes(harness.FaultsTest):
    def setUp(self):
        super().setUp()
        samples = harness.ROOT / "samples"
        # A report, the same elsewhere, one of several pages, one that fails, and a newer version of the first.
        self.first = [self.put("in/a.pdf", (samples / "ticks-2566.pdf").read_bytes()),
                      self.put("in/copy/a.pdf", (samples / "ticks-2566.pdf").read_bytes()),
                      self.put("in/b.pdf", (samples / "narrow-2566.pdf").read_bytes()), self.put("in/c.pdf", b"%PDF-1.4 bad")]
        self.undisturbed = self.folder / "undisturbed.db"
        self.batch(self.undisturbed)

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def batch(self, database, **environment):
        return subprocess.run([TARANG, "import", "--json", "--lang", "en", "--jobs", "1", "--recursive", "--db", database,
                               self.folder / "in"], capture_output=True, text=True, timeout=60, check=False,
                              env={"LD_PRELOAD": LIBRARY, **{key: str(value) for key, value in environment.items()}})

    def state_of(self, database):
        """What must not depend on what happened on the way."""
        with sqlite3.connect(database) as connection:
            self.assertEqual([("ok",)], connection.execute("PRAGMA integrity_check").fetchall())
            self.assertEqual([], connection.execute("PRAGMA foreign_key_check").fetchall())
            ledger = connection.execute("SELECT p.path, d.sha256, d.state, d.code, d.first_path = p.path"
                                        " FROM paths p JOIN documents d ON d.id = p.document ORDER BY p.path").fetchall()
        originals = sorted(path.name for path in pathlib.Path(f"{database}.files").iterdir())
        export = subprocess.run([TARANG, "export", database], capture_output=True, text=True, timeout=60, check=True)
        return ledger, originals, json.loads(export.stdout)

    def points(self):
        count = self.folder / "count"
        self.batch(self.folder / "counted.db", TARANG_COUNT=count)
        writes = int(count.read_text())
        self.assertGreater(writes, 50)
        step = 1 if POINTS is None else max(1, writes // POINTS)
        return range(1, writes + 1, step)

    def test_stopped_at_any_write_the_next_run_goes_on(self):
        expected = self.state_of(self.undisturbed)
        stopped = []
        for point in self.points():
            for fault in ("TARANG_STOP_AT", "TARANG_TEAR_AT"):
                with self.subTest(fault=fault, at=point):
                    database = self.folder / f"{fault}-{point}.db"
                    # How many writes there are depends on the clock: pages that take long are kept as they come.
                    stopped.append(self.batch(database, **{fault: point}).returncode)
                    self.assertIn(stopped[-1], (-9, 4))
                    again = self.batch(database)
                    self.assertEqual((4, ""), (again.returncode, again.stderr))
                    self.assertEqual(5, len(again.stdout.splitlines()), "one event a file, and the summary")
                    self.assertEqual(expected, self.state_of(database))
        self.assertGreater(stopped.count(-9), 0.7 * len(stopped))

    def test_a_full_disk_ends_the_run_and_harms_nothing(self):
        expected = self.state_of(self.undisturbed)
        ended = 0
        for point in self.points()[::4]:
            with self.subTest(at=point):
                database = self.folder / f"full-{point}.db"
                done = self.batch(database, TARANG_FULL_AT=point)
                if done.returncode == 4 and not done.stderr:
                    continue  # only the tidying at the end found no space
                ended += 1
                self.assertEqual(5, done.returncode, done.stderr)
                self.assertTrue(done.stderr.startswith("tarang: "), done.stderr)
                self.assertEqual((4, ""), (lambda again: (again.returncode, again.stderr))(self.batch(database)))
                self.assertEqual(expected, self.state_of(database))

        self.assertGreater(ended, 5)

    def test_a_system_without_processes(self):
        expected = self.state_of(self.undisturbed)
        none = self.folder / "none.db"
        done = self.batch(none, TARANG_FORKS=0)
        self.assertEqual(4, done.returncode)
        self.assertIn("cannot start a worker process", done.stderr)
        self.assertIn("cannot start a worker process", pathlib.Path(f"{none}.log").read_text())
        self.assertEqual((4, ""), (lambda again: (again.returncode, again.stderr))(self.batch(none)))
        self.assertEqual(expected, self.state_of(none))
        # Fewer than wanted do the work.
        few = self.folder / "few.db"
        done = subprocess.run([TARANG, "import", "--json", "--lang", "en", "--jobs", "4", "--recursive", "--db", few, self.folder / "in"],
                              capture_output=True, text=True, timeout=60, check=False, env={"LD_PRELOAD": LIBRARY, "TARANG_FORKS": "1"})
        self.assertEqual((4, ""), (done.returncode, done.stderr))
        self.assertEqual(expected[2], self.state_of(few)[2])

    def test_a_lock_that_is_waited_for_is_noted(self):
        database = self.folder / "waited.db"
        self.batch(database)
        with sqlite3.connect(database, isolation_level=None, check_same_thread=False) as holder:
            holder.execute("BEGIN IMMEDIATE")
            threading.Timer(1.0, lambda: holder.execute("ROLLBACK")).start()
            done = self.batch(database)
        holder.close()
        self.assertEqual((4, ""), (done.returncode, done.stderr))
        self.assertIn("waited_for_lock milliseconds=", pathlib.Path(f"{database}.log").read_text())

    def test_a_full_disk_is_noted(self):
        database = self.folder / "noted.db"
        points = self.points()
        done = self.batch(database, TARANG_FULL_AT=points[len(points) // 2])
        self.assertEqual(5, done.returncode, done.stderr)
        self.assertIn(" error failed why=", pathlib.Path(f"{database}.log").read_text())

    def test_databases_that_cannot_be_used(self):
        database = self.folder / "held.db"
        self.batch(database)
        holder = sqlite3.connect(database, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        done = self.batch(database)
        self.assertEqual(5, done.returncode)
        self.assertIn("Another program holds the database", done.stderr)
        holder.execute("ROLLBACK")
        holder.execute("INSERT INTO migrations VALUES (99, 'later', '')")
        holder.close()
        done = self.batch(database)
        self.assertEqual((5, ""), (done.returncode, done.stdout))
        self.assertIn("made by a newer tarang", done.stderr)


if __name__ == "__main__":
    harness.main()
