#!/usr/bin/env python3
"""import --shard: which files are whose, what a shard is given, and what may pass."""
import json
import shutil
import signal
import sqlite3
import subprocess

import harness
from harness import SAMPLE, TARANG, pdf, tarang


class Shards(harness.CommandLineTest):
    def shard(self, number, of, *arguments, expect=3, **how):
        """Events of a shard by path, and its summary."""
        done = tarang("import", "--json", "--db", self.folder / f"{number}.db", "--shard", f"{number}/{of}", *arguments, **how)
        self.assertEqual((expect, ""), (done.returncode, done.stderr))
        *documents, summary = map(json.loads, done.stdout.splitlines())
        self.assertEqual(expect, summary["exit_code"])
        return {event["path"]: event for event in documents}, summary

    def make_files(self, count):
        return [self.file(f"in/{i % 3}/{i:02}.pdf", pdf(b"%d w" % i)) for i in range(count)]

    def test_every_file_is_in_one_shard(self):
        files = {str(path) for path in self.make_files(30)}
        parts = [self.shard(number, 4, "--recursive", self.folder / "in")[0] for number in range(1, 5)]
        self.assertEqual(30, sum(len(part) for part in parts))
        self.assertEqual(files, {path for part in parts for path in part})
        self.assertTrue(all(parts), "each has some")
        with sqlite3.connect(self.folder / "2.db") as connection:
            places = connection.execute("SELECT path, place FROM paths").fetchall()
        order = sorted(files)
        self.assertEqual({path: order.index(path) for path in parts[1]}, dict(places))

    def test_the_same_whatever_the_order(self):
        files = [path.name for path in (self.file(f"{i:02}.pdf", pdf(b"%d w" % i)) for i in range(12))]
        one, _ = self.shard(1, 2, *files, cwd=self.folder)
        (self.folder / "1.db").unlink()
        listed = "".join(f"./{name}\n" for name in reversed(files))
        other, _ = self.shard(1, 2, "--files-from", "-", cwd=self.folder, stdin=listed)
        self.assertEqual(set(one), set(other))
        self.assertNotIn(len(one), (0, 12))

    def test_a_manifest_is_shared_out_by_its_rows(self):
        rows = [f"{i},{i},2567,plan,{i}.pdf" if i % 2 else f"{i},{i},2567,plan," for i in range(12)]
        # The same folder under two names, as another machine may mount it.
        for place in ("here", "there"):
            self.file(f"{place}/m.csv", "\n".join(["code,name,year,form,path", *rows]).encode())
            for i in range(1, 12, 2):
                self.file(f"{place}/{i}.pdf", pdf(b"%d w" % i))
        names, missing = [], []
        for number, place in ((1, "here"), (2, "there"), (3, "here")):
            documents, summary = self.shard(number, 3, "--manifest", self.folder / place / "m.csv")
            names += [path.rsplit("/")[-1] for path in documents]
            missing += [row["code"] for row in summary["not_submitted"]]
        self.assertEqual([f"{i}.pdf" for i in range(1, 12, 2)], sorted(names, key=lambda name: int(name[:-4])))
        self.assertEqual([str(i) for i in range(0, 12, 2)], sorted(missing, key=int), "each is missed once")

    def test_a_shard_takes_the_forms_that_were_taught(self):
        office = self.folder / "office.db"
        self.run_quietly("import", "--db", office, SAMPLE, expect=0)
        form = self.folder / "own.toml"
        form.write_text(self.run_quietly("form", "export", office, "monitoring").replace('name = "monitoring"', 'name = "own"'),
                        encoding="utf-8")
        self.run_quietly("form", "import", office, form)
        self.shard(1, 1, SAMPLE, "--from", office, expect=0)
        self.shard(1, 1, SAMPLE, "--from", office, expect=0)
        with sqlite3.connect(office) as one, sqlite3.connect(self.folder / "1.db") as other:
            entries = "SELECT at, by, name, toml FROM taught_forms"
            self.assertEqual(one.execute(entries).fetchall(), other.execute(entries).fetchall())

    def test_what_may_pass_is_75(self):
        self.make_files(1)
        self.shard(1, 1, self.folder / "in" / "0")
        database = self.folder / "1.db"
        held = sqlite3.connect(database, isolation_level=None)
        self.addCleanup(held.close)
        held.execute("BEGIN EXCLUSIVE")
        for shard, code in (([], 5), (["--shard", "1/1"], 75)):
            self.assertEqual(code, tarang("import", "--db", database, *shard, self.folder / "in" / "0").returncode)
        held.execute("ROLLBACK")
        newer = self.folder / "newer.db"
        shutil.copy(database, newer)
        with sqlite3.connect(newer) as connection:
            connection.execute("INSERT INTO migrations VALUES (999, 'later', 'now')")
        self.assertEqual(5, tarang("import", "--db", newer, "--shard", "1/1", self.folder).returncode, "this does not pass")

    def test_a_scheduler_asks_to_finish(self):
        for i in range(40):
            self.file(f"in/{i:02}.pdf", pdf(b"%d w" % i, pages=200))
        command = [TARANG, "import", "--json", "--jobs", "1", "--db", self.db, self.folder / "in"]
        for shard, code in (([], 130), (["--shard", "1/1"], 75)):
            with subprocess.Popen(command + shard, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
                first = running.stdout.readline()
                running.send_signal(signal.SIGUSR1)
                rest, errors = running.communicate(timeout=60)
            self.assertEqual((code, ""), (running.returncode, errors))
            lines = [json.loads(line) for line in (first + rest).splitlines()]
            self.assertEqual(code, lines[-1]["exit_code"])
            self.assertLess(len(lines), 41, "it was stopped on the way")
        self.assertEqual(40, len(self.events("--shard", "1/1", self.folder / "in", expect=3)))

    def test_usage(self):
        for arguments in (["--shard", "0/3"], ["--shard", "4/3"], ["--shard", "x"], ["--from", "office.db"]):
            for language in ("en", "th"):
                done = tarang("import", *arguments, "in", "--lang", language)
                self.assertEqual((2, ""), (done.returncode, done.stdout))
                self.assertIn(arguments[0], done.stderr)
                self.assertEqual(language == "th", any("ก" <= letter <= "ฮ" for letter in done.stderr), done.stderr)


if __name__ == "__main__":
    harness.main()
