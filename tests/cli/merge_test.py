#!/usr/bin/env python3
"""merge: shards in any order, again and again, come out as one import of all."""
import hashlib
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import time
import zipfile

import harness
from harness import ROOT, SAMPLE, TARANG, pdf, tarang

SMALL = ["attendance-2567", "sections-2567", "action-plan-2568", "row-rules-2567", "project-column-2568"]


def variant(number, sample=None):
    """A document of its own: a sample, made another by a comment at its end."""
    name = sample or SMALL[number % len(SMALL)]
    return (ROOT / "samples" / f"{name}.pdf").read_bytes() + b"%% %d\n" % number


class Merge(harness.CommandLineTest):
    maxDiff = 4000

    def make_batch(self, count):
        """Reports of schools: some came twice, some in another version, one in an archive, one is damaged."""
        for i in range(count):
            self.file(f"in/{i // 10}/{i:03}.pdf", variant(i))
        self.file("in/9/copy.pdf", variant(3))
        self.file("in/0/000-copy.pdf", variant(count - 1))  # before the path under which it stands elsewhere
        self.file("in/5/other.pdf", variant(1000))
        self.file("in/1/bad.pdf", b"%PDF-1.4 bad")
        archive = self.file("in/3/sent.zip")
        with zipfile.ZipFile(archive, "w") as members:
            members.writestr("plan.pdf", variant(1001))
            members.writestr("copy.pdf", variant(5))
        # 1 hands in two files, of which the later one stands; what is listed outweighs what lies about.
        rows = ["1,หนึ่ง,2567,plan,in/0/001.pdf", "1,หนึ่ง,2567,plan,in/5/other.pdf", "2,สอง,2567,plan,in/9/copy.pdf",
                "3,สาม,2567,plan,", "4,สี่,2567,plan,in/3/sent.zip/plan.pdf"]
        return self.file("m.csv", "\n".join(["code,name,year,form,path", *rows]).encode())

    def import_into(self, database, *arguments):
        done = tarang("import", "--db", database, "--jobs", "1", "--recursive", self.folder / "in", *arguments)
        self.assertIn(done.returncode, (0, 3, 4), done.stderr)
        self.assertEqual("", done.stderr)

    def make_shards(self, of, *arguments):
        shards = [self.folder / "shards" / f"{number}.db" for number in range(1, of + 1)]
        shards[0].parent.mkdir()
        for number, shard in enumerate(shards, 1):
            self.import_into(shard, "--shard", f"{number}/{of}", *arguments)
        return shards

    def state_of(self, database):
        """All but times and numbers."""
        with sqlite3.connect(database) as connection:
            self.assertEqual([("ok",)], connection.execute("PRAGMA integrity_check").fetchall())
            self.assertEqual([], connection.execute("PRAGMA foreign_key_check").fetchall())
            tables = [connection.execute(query).fetchall() for query in (
                "SELECT p.path, d.sha256, d.first_path, d.state, d.code, d.pages_read, d.activities, d.flagged,"
                " (SELECT sha256 FROM documents WHERE id = d.superseded_by)"
                " FROM paths p JOIN documents d ON d.id = p.document ORDER BY p.path, d.sha256",
                "SELECT kind, document, other, path FROM history ORDER BY 1, 2, 3, 4",
                "SELECT s.code, year, s.form, sha256, path FROM submissions s JOIN documents ON id = document ORDER BY 1, 2, 3, 4, 5",
                "SELECT code, year, form, name FROM expected ORDER BY 1, 2, 3",
                "SELECT document, number, code FROM (SELECT sha256 AS document, a.number, a.code FROM attempts a"
                " JOIN documents d ON d.id = a.document) ORDER BY 1, 2",
                "SELECT reviewer, c.document, kind, c.activity, c.field, text, fate FROM corrections c"
                " LEFT JOIN correction_states ON correction = number ORDER BY 1, 2, 3, 4, 5, 6")]
        connection.close()
        outputs = [self.output_of(*command) for command in (
            ["export", database], ["export", database, "--all-versions", "--format", "jsonl"],
            ["find", database, "กิจกรรม"], ["show", database, "--summary"])]
        originals = sorted(path.name for path in pathlib.Path(f"{database}.files").iterdir())
        return tables, outputs, originals

    def output_of(self, *command):
        done = tarang(*command)
        self.assertEqual(0, done.returncode, done.stderr)
        return hashlib.sha256((done.stdout + done.stderr).encode()).hexdigest()

    def merge(self, database, *shards, expect=0):
        done = tarang("merge", database, *shards, "--lang", "en")
        self.assertEqual(expect, done.returncode, done.stdout + done.stderr)
        return done

    def hash_of(self, done):
        return done.stdout.split()[-1]

    def test_a_hundred_shards_are_one_import(self):
        manifest = self.make_batch(100)
        arguments = ["--manifest", manifest]
        whole = self.folder / "whole.db"
        self.import_into(whole, *arguments)
        shards = self.make_shards(100, *arguments)
        expected = self.state_of(whole)
        merged = self.folder / "merged.db"
        done = self.merge(merged, *shards)
        self.assertEqual("", done.stderr)
        self.assertEqual(expected, self.state_of(merged))
        self.assertEqual(self.hash_of(self.merge(self.folder / "of-one.db", whole)), self.hash_of(done))

        # In another order, one after the other, some of them twice, and merged databases merged.
        shuffled = random.Random(1).sample(shards, len(shards))
        halves = [self.folder / "half-1.db", self.folder / "half-2.db"]
        self.merge(halves[0], *shuffled[:60], *shuffled[:5])
        self.merge(halves[1], *shuffled[40:])
        other = self.folder / "other.db"
        self.merge(other, *shuffled[90:])
        self.merge(other, halves[1])
        self.merge(other, halves[0])
        self.assertEqual(expected, self.state_of(other))
        before = self.state_of(other), self.numbers_of(other)
        done = self.merge(other, *shards, whole)
        self.assertNotIn("taken", done.stdout)
        self.assertEqual(before, (self.state_of(other), self.numbers_of(other)), "nothing changes any more")

        # A later import goes on as if all had been one.
        for database in (whole, other):
            self.file("in/0/001.pdf", variant(2000))
            self.import_into(database, *arguments)
        self.assertEqual(self.state_of(whole), self.state_of(other))

    def numbers_of(self, database):
        with sqlite3.connect(database) as connection:
            return connection.execute("SELECT number, at FROM history").fetchall()

    def test_originals_are_shared(self):
        self.make_batch(3)
        shard, = self.make_shards(1)
        merged = self.folder / "merged.db"
        self.merge(merged, shard)
        for original in pathlib.Path(f"{merged}.files").iterdir():
            self.assertEqual(2, original.stat().st_nlink, "the same file under two names")
        # What is no longer what its name says is told, and not taken.
        damaged, *_ = sorted(pathlib.Path(f"{shard}.files").iterdir())
        damaged.chmod(0o600)
        damaged.write_bytes(b"other")
        again = self.folder / "again.db"
        done = self.merge(again, shard, expect=5)
        self.assertIn(damaged.name, done.stderr)
        self.assertFalse((pathlib.Path(f"{again}.files") / damaged.name).exists())
        self.assertEqual(self.state_of(merged)[:2], self.state_of(again)[:2])

    def test_killed_at_any_moment(self):
        manifest = self.make_batch(20)
        shards = self.make_shards(8, "--manifest", manifest)
        merged = self.folder / "merged.db"
        began = time.monotonic()
        self.merge(merged, *shards)
        seconds = time.monotonic() - began
        expected = self.state_of(merged)
        moments = random.Random(2)
        killed = 0
        for point in range(12):
            database = self.folder / f"killed-{point}.db"
            for _ in range(2):
                with subprocess.Popen([TARANG, "merge", database, *shards], stdout=subprocess.DEVNULL) as running:
                    time.sleep(moments.uniform(0, seconds))
                    in_time = running.poll() is None
                    running.send_signal(signal.SIGKILL)
                killed += in_time
                seconds *= 1 if in_time else 0.8  # the first run was slower, by what else ran beside it
            self.merge(database, *shards)
            self.assertEqual(expected, self.state_of(database))
        self.assertGreater(killed, 8)

    def test_shards_that_cannot_be_used(self):
        self.make_batch(6)
        good, bad = self.make_shards(2)
        newer, damaged, foreign = (self.folder / f"{name}.db" for name in ("newer", "damaged", "foreign"))
        shutil.copy(bad, newer)
        with sqlite3.connect(newer) as connection:
            connection.execute("INSERT INTO migrations VALUES (999, 'later', 'now')")
        connection.close()
        content = bytearray(bad.read_bytes())
        content[5 * 4096:40 * 4096] = bytes(35 * 4096)
        damaged.write_bytes(content)
        foreign.write_bytes(b"no database")
        merged = self.folder / "merged.db"
        done = self.merge(merged, newer, damaged, good, foreign, self.folder / "none.db", expect=5)
        told = done.stderr.splitlines()
        self.assertEqual(4, len(told), done.stderr)
        for path, line in zip((newer, damaged, foreign, self.folder / "none.db"), told):
            self.assertIn(str(path), line)
        self.assertEqual(self.state_of(good), self.state_of(merged), "the others are merged")
        self.assertEqual(2, self.merge(merged, merged, expect=2).returncode)

    def test_a_document_that_two_shards_have_stands_once_and_as_well_as_it_was_read(self):
        self.file("in/a.pdf", SAMPLE.read_bytes())
        one, other, merged = (self.folder / f"{name}.db" for name in ("one", "other", "merged"))
        self.import_into(one, "--max-pages", "1")  # it has more: failed
        self.import_into(other)
        for number, order in enumerate(((one, other), (other, one))):
            database = self.folder / f"merged-{number}.db"
            self.merge(database, *order)
            self.assertEqual(self.state_of(other), self.state_of(database))
        self.merge(merged, one)
        self.merge(merged, other)
        self.assertEqual(self.state_of(other), self.state_of(merged))

    def test_what_was_forgotten_does_not_come_back(self):
        self.make_batch(3)
        shard, = self.make_shards(1)
        merged = self.folder / "merged.db"
        self.merge(merged, shard)
        self.run_quietly("forget", merged, self.folder / "in/0/000.pdf", "--yes")
        done = self.merge(merged, shard)
        self.assertIn("1 forgotten here", done.stdout)
        self.assertNotIn("000.pdf", self.run_quietly("show", merged))

    def test_an_unfinished_reading_goes_on(self):
        self.file("in/a.pdf", pdf(b"1 w", pages=50))
        shard, = self.make_shards(1)
        with sqlite3.connect(shard) as connection:  # as after a kill
            connection.execute("UPDATE documents SET state = 'reading', code = NULL")
        connection.close()
        merged = self.folder / "merged.db"
        self.assertIn("1 not finished", self.merge(merged, shard).stdout)
        self.import_into(merged)
        self.assertEqual("no_table", self.state_of(merged)[0][0][0][4])

    def form(self, name, title):
        text = self.run_quietly("form", "export", self.folder / "any.db", "monitoring")
        path = self.folder / f"{title}.toml"
        path.write_text(text.replace('name = "monitoring"', f'name = "{name}"') + f"\n# {title}\n", encoding="utf-8")
        return path

    def test_forms_are_united_by_name_and_content(self):
        one, other = self.folder / "one.db", self.folder / "other.db"
        for database in (one, other, self.folder / "any.db"):
            tarang("import", "--db", database, SAMPLE)
        for database, name, title in ((one, "same", "x"), (other, "same", "x"), (one, "ours", "older"), (one, "alone", "y")):
            self.run_quietly("form", "import", database, self.form(name, title))
        time.sleep(1.1)  # the log has seconds
        self.run_quietly("form", "import", other, self.form("ours", "newer"))
        for order in ((one, other), (other, one)):
            merged = self.folder / f"merged-{order[0].stem}.db"
            done = self.merge(merged, *order)
            self.assertEqual(1, done.stderr.count("\n"), done.stderr)
            self.assertIn("the form ours of", done.stderr)
            self.assertIn("# newer", self.run_quietly("form", "export", merged, "ours"))
            with sqlite3.connect(merged) as connection:
                names = connection.execute("SELECT name FROM form_list ORDER BY name").fetchall()
            self.assertEqual([("alone",), ("ours",), ("same",)], names)


if __name__ == "__main__":
    harness.main()
