#!/usr/bin/env python3
"""`tarang publish` to a real PostgreSQL server: what stands there is what stands in SQLite, whatever happened."""
import hashlib
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.append(str(ROOT / "tests" / "review"))
import comparison  # noqa: E402
import copies  # noqa: E402
import postgres  # noqa: E402
import server as review  # noqa: E402

SKIPPED = 77
SAMPLES = [ROOT / "samples" / name for name in
           ("reading-2567.pdf", "action-plan-2568.pdf", "ticks-2566.pdf", "spending-2567.pdf", "others-2567.pdf", "office/action-plan-2568.xlsx", "README.md")]

# What none of these samples has.
RARE = r"""
INSERT INTO amounts SELECT id, 0, '["งบประมาณ","สพฐ. \\ \\u0001"]', 'source', 2567, 150, 'amount' FROM activities;
INSERT INTO amounts SELECT id, 1, '["รายได้"]', 'source', NULL, NULL, 'none' FROM activities;
INSERT INTO year_targets SELECT id, 0, 2568, '๑๐' || char(9) || 'คน' FROM activities;
INSERT INTO appearances SELECT id, 0, table_index + 1, key FROM activities WHERE position = 0;
INSERT INTO appearances SELECT id, 1, table_index + 2, key FROM activities WHERE position = 0;
UPDATE activities SET spent_satang = -5, spent_stated = 'amount', quarters = NULL, school_year = 2567, term = 2 WHERE document = @ AND position = 1;
UPDATE activities SET budget_satang = 9223372036854775807, budget_stated = 'amount', period_start = '0543-02-28' WHERE document = @ AND position = 2;
UPDATE documents SET flagged = flagged;
""".replace("@", "(SELECT id FROM documents WHERE file_name = 'ticks-2566.pdf')")


def tarang(*arguments, environment=None):
    return subprocess.run([TARANG, *map(str, arguments), "--lang", "en"], capture_output=True, text=True, timeout=120, env=environment or {})


class Publish(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.template = pathlib.Path(cls.temporary.name, "template.db")
        manifest = cls.template.with_name("schools.csv")
        manifest.write_text("code,name,year,form,path\n"
                            f"1,โรงเรียนบ้านห้วย,2567,monitoring,{SAMPLES[0]}\n"
                            "2,โรงเรียนบ้านดอน,2567,monitoring,\n", encoding="utf-8")
        done = tarang("import", *SAMPLES, "--manifest", manifest, "--db", cls.template)
        assert done.returncode in (3, 4), done.stderr
        rare = sqlite3.connect(cls.template)
        rare.executescript(RARE)
        rare.close()
        cls.server = postgres.Server()
        cls.addClassCleanup(cls.server.close)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.db = self.folder / "ธาราเวียง.db"
        shutil.copy(self.template, self.db)
        self.warehouse = self._testMethodName[5:60]
        self.server.sql("postgres", f"CREATE DATABASE {self.warehouse}")

    # ---- what the tests say

    def publish(self, *arguments, expect=0, db=None, to=None, environment=None):
        done = tarang("publish", db or self.db, "--to", to or self.server.address(self.warehouse), *arguments,
                      environment=environment or self.server.environment)
        self.assertEqual(expect, done.returncode, done.stdout + done.stderr)
        return done.stderr if expect else done.stdout

    def sent(self, *arguments, **how):
        """How many documents and lists went, and how many were taken out."""
        words = self.publish(*arguments, **how).replace(",", "").split()
        return int(words[words.index("sent:") + 1]), int(words[words.index("removed:") + 1])

    def same(self, office="ธาราเวียง", db=None):
        comparison.assert_same(self, self.server, self.warehouse, office, db or self.db)

    def change(self, sql, db=None):
        database = sqlite3.connect(db or self.db)
        with database:
            database.execute(sql)
        database.close()

    def value(self, sql):
        row, = self.server.rows(self.warehouse, f"SELECT ({sql}) AS value")
        return row["value"]

    # ---- what changes

    def test_what_changes_follows(self):
        self.publish()
        self.same()
        self.assertEqual((0, 0), self.sent())
        correcting = review.Server(TARANG, self.db)
        session = correcting.enter()
        item = next(item for item in session.get("/api/work", filter="awaiting")[1]["items"] if "number" in item)
        status, _ = session.post("/api/decide", document=item["document"], activity=item["activity"], field="budget", kind="correct",
                                 text="๙๙,๙๙๙.๕๐", after=0)
        self.assertEqual((200, (0, "")), (status, correcting.stop()))
        self.assertEqual((1, 0), self.sent(), "one document has a decision")
        self.same()
        newer = self.folder / "เพิ่ม.pdf"
        newer.write_bytes(SAMPLES[0].read_bytes() + b"\n")
        tarang("import", newer, "--db", self.db)
        self.assertEqual((1, 0), self.sent(), "one document is new")
        self.same()
        newer.write_bytes(SAMPLES[0].read_bytes() + b"\n\n")
        tarang("import", newer, "--db", self.db)
        self.assertEqual((2, 0), self.sent(), "a newer version, and the one that it supersedes")
        self.same()
        self.assertEqual(0, tarang("forget", self.db, item["document"], "--yes").returncode)
        self.assertEqual(0, tarang("forget", self.db, hashlib.sha256(newer.read_bytes()).hexdigest(), "--yes").returncode)
        self.assertEqual((2, 1), self.sent(), "one leaves who decided, one leaves nothing, one is current again")
        self.same()
        self.change("INSERT INTO taught_forms (at, by, name, toml) VALUES ('2026-01-02T03:04:05Z', 'สมศรี', 'โครงการ', 'x')")
        self.change("UPDATE expected SET name = 'โรงเรียนบ้านดอนใหม่' WHERE code = '2'")
        self.assertEqual((2, 0), self.sent(), "the two lists")
        self.same()

    def test_a_backup_that_is_brought_back(self):
        self.publish()
        backup = self.folder / "สำรอง.db"
        shutil.copy(self.db, backup)
        for name in ("หลัง.pdf", "หลังอีก.pdf"):
            path = self.folder / name
            path.write_bytes(SAMPLES[0].read_bytes() + name.encode())
            tarang("import", path, "--db", self.db)
        self.publish()
        shutil.copy(backup, self.db)
        tarang("import", self.folder / "หลังอีก.pdf", "--db", self.db)
        self.assertEqual((1, 1), self.sent(), "under the number that another document had")
        self.same()

    # ---- what goes wrong

    def test_killed_in_between(self):
        copies.multiply(self.db, 60)
        database = sqlite3.connect(self.db)
        fields = dict(database.execute("SELECT document, count(*) FROM fields GROUP BY document"))
        database.close()
        kills = 0
        for enough in (1, 200):
            process = subprocess.Popen([TARANG, "publish", self.db, "--to", self.server.address(self.warehouse)], env=self.server.environment,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            while process.poll() is None and self.published() < enough:
                time.sleep(0.02)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            kills += process.returncode == -signal.SIGKILL
            self.wait_for_the_server()
            for row in self.server.rows(self.warehouse, "SELECT p.document, count(f.id) AS fields FROM tarang.published p LEFT JOIN tarang.fields f"
                                        " ON f.office = p.office AND f.document = p.document WHERE p.document IS NOT NULL GROUP BY p.document"):
                self.assertEqual(fields.get(row["document"], 0), row["fields"], "whole documents only")
        self.assertGreater(kills, 0, "the publish was too quick to be killed")
        self.publish()
        self.same()

    def wait_for_the_server(self):
        """Until it has noticed that a program is gone: before, the office's lock is still held."""
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        until = time.monotonic() + 30
        while self.value(f"({others})"):
            self.assertLess(time.monotonic(), until, "the server keeps a session whose program was killed")
            time.sleep(0.02)

    def published(self):
        if self.value("to_regclass('tarang.published') IS NOT NULL"):
            return self.value("SELECT count(*) FROM tarang.published")
        return 0

    def test_the_server_goes_and_comes_again(self):
        self.publish()
        self.change("UPDATE changes SET stamp = random()")
        holder = self.server.session(self.warehouse)
        holder.stdin.write("BEGIN; LOCK TABLE tarang.fields;\n")
        holder.stdin.flush()
        while not self.value("SELECT count(*) FROM pg_locks WHERE relation = 'tarang.fields'::regclass AND mode = 'AccessExclusiveLock'"):
            time.sleep(0.05)
        process = subprocess.Popen([TARANG, "publish", self.db, "--to", self.server.address(self.warehouse), "--lang", "en"],
                                   env=self.server.environment, stderr=subprocess.PIPE, text=True)
        while not self.value("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            time.sleep(0.05)
        self.server.stop("immediate")
        _, errors = process.communicate(timeout=30)
        holder.communicate()
        self.assertEqual(5, process.returncode)
        self.assertIn("the connection to the server was lost", errors)
        self.assertIn("cannot connect to the server", self.publish(expect=5))
        self.server.start()
        self.assertEqual((len(self.stamps()), 0), self.sent())
        self.same()

    def stamps(self):
        database = sqlite3.connect(self.db)
        self.addCleanup(database.close)
        return database.execute("SELECT * FROM changes").fetchall()

    def test_a_newer_schema_is_refused(self):
        self.publish()
        self.server.sql(self.warehouse, "INSERT INTO tarang.migrations VALUES (99, 'later', now())")
        self.assertIn("newer tarang (schema 99)", self.publish(expect=5))

    def test_two_at_once(self):
        self.publish()
        holder = self.server.session(self.warehouse)
        holder.stdin.write("SELECT pg_advisory_lock(1413566023, number) FROM tarang.offices;\n")
        holder.stdin.flush()
        while not self.value("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"):
            time.sleep(0.05)
        self.assertIn("another publish of “ธาราเวียง” is under way", self.publish(expect=5))
        holder.stdin.close()
        holder.wait()

    # ---- whose it is

    def test_offices_side_by_side(self):
        self.publish("--office", "เขต ๑")
        other = self.folder / "other.db"
        tarang("import", SAMPLES[1], SAMPLES[2], "--db", other)
        self.assertIn("“เขต ๑” on the server is another database's name", self.publish("--office", "เขต ๑", db=other, expect=2))
        self.publish("--office", "เขต ๒", db=other)
        self.same("เขต ๑")
        self.same("เขต ๒", other)
        self.assertIn("published as “เขต ๑” already", self.publish("--office", "เขต ๓", expect=2))
        self.publish("--office", "เขต ๓", "--replace")
        self.same("เขต ๓")
        self.publish("--office", "เขต ๒", "--replace")
        self.assertEqual(["เขต ๒"], [row["name"] for row in self.server.rows(self.warehouse, "SELECT name FROM tarang.offices")],
                         "the other office's rows went with its name")
        self.same("เขต ๒")
        self.publish("--office", "เขต ๒", "--replace", db=other)
        self.same("เขต ๒", other)

    # ---- how it is reached

    def test_no_password_in_the_address(self):
        secret = "ความลับ"
        for address in (f"postgresql://admin:{secret}@127.0.0.1:{self.server.port}/postgres",
                        f"postgresql://admin@127.0.0.1/postgres?password={secret}", f"host=127.0.0.1 password={secret}"):
            errors = self.publish(to=address, expect=2)
            self.assertIn(".pgpass", errors)
            self.assertNotIn(secret, errors)
        self.assertNotIn(secret, self.publish(to=f"postgresql://admin:{secret}@127.0.0.1:x:y/postgres", expect=2))
        self.assertIn("asks for a password", self.publish(expect=5, environment={"PGPASSFILE": "/dev/null"}))

    def test_a_service_file(self):
        service = self.folder / "service.conf"
        service.write_text(f"[ministry]\nhost=127.0.0.1\nport={self.server.port}\ndbname={self.warehouse}\nuser=admin\npassword={postgres.PASSWORD}\n",
                           encoding="utf-8")
        self.publish(to="postgresql://?service=ministry", environment={"PGSERVICEFILE": str(service)})
        self.same()

    def test_who_may_not(self):
        self.server.sql(self.warehouse, "CREATE ROLE stranger LOGIN PASSWORD 'x'")
        pass_file = self.folder / "pass"
        pass_file.write_text("*:*:*:stranger:x\n", encoding="utf-8")
        pass_file.chmod(0o600)
        stranger = {"PGPASSFILE": str(pass_file)}
        self.assertIn("lacks a right", self.publish(to=self.server.address(self.warehouse, "stranger"), expect=5, environment=stranger))
        # With the schema made for it, it may do everything but bring an extension.
        self.server.sql(self.warehouse, "CREATE SCHEMA tarang AUTHORIZATION stranger")
        done = tarang("publish", self.db, "--to", self.server.address(self.warehouse, "stranger"), environment=stranger)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("CREATE EXTENSION pg_trgm", done.stderr)
        self.same()

    # ---- searching

    def test_parts_of_words_are_found(self):
        self.publish()
        plan = self.server.sql(self.warehouse, "SET enable_seqscan = off; EXPLAIN SELECT 1 FROM tarang.fields WHERE text LIKE '%ห้องสมุด%'")
        self.assertIn("fields_by_trigram", plan)
        self.assertGreater(self.value("SELECT count(*) FROM tarang.fields WHERE text LIKE '%ห้องสมุด%'"), 0)

    def test_letters_that_know_no_thai(self):
        for options, advice in (("LC_CTYPE 'C' LC_COLLATE 'C'", "no index of words was made: the LC_CTYPE of the server's database knows no Thai letters (C)"),
                                ("ENCODING 'SQL_ASCII' LC_CTYPE 'C' LC_COLLATE 'C'", "not in UTF8")):
            self.server.sql("postgres", f"DROP DATABASE {self.warehouse}; CREATE DATABASE {self.warehouse} TEMPLATE template0 {options}".replace(";", ";\n"))
            done = tarang("publish", self.db, "--to", self.server.address(self.warehouse), environment=self.server.environment)
            self.assertIn(advice, done.stderr)
            self.assertEqual(5 if "SQL_ASCII" in options else 0, done.returncode)
            if done.returncode == 0:
                self.same()

    # ---- asking

    def test_the_page_for_those_who_ask(self):
        """docs/warehouse.md: what an administrator does, then each question, on two offices' rows."""
        page = (ROOT / "docs" / "warehouse.md").read_text(encoding="utf-8")
        making, *questions = re.findall(r"^```sql\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
        self.server.sql("postgres", f"DROP DATABASE {self.warehouse}")
        making = making.replace("DATABASE reports", f"DATABASE {self.warehouse}").replace("\\c reports", f"\\c {self.warehouse}")
        self.server.sql("postgres", re.sub(r" +--.*", "", making).replace("PASSWORD '...'", f"PASSWORD '{postgres.PASSWORD.replace(chr(39), chr(39) * 2)}'"))
        to = self.server.address(self.warehouse, "officer")
        self.publish("--office", "เขต ๑", to=to)
        other = self.folder / "other.db"
        tarang("import", SAMPLES[0], SAMPLES[3], "--db", other)
        self.publish("--office", "เขต ๒", db=other, to=to)
        answers = [self.server.rows(self.warehouse, question.strip().rstrip(";"), "analyst") for question in questions]
        self.assertEqual(8, len(answers))
        for question, answer in zip(questions, answers):
            self.assertTrue(answer, question)
        spending, missing = answers[:2]
        # The sample's two strategies, in both offices: 2 x (84,000.00 + 126,400.00 + 1,248,500.00), 2 x (95,750.50 + 40,000.00).
        self.assertEqual([(2, 8, 2917800.0), (2, 6, 271501.0)], [(row["offices"], row["activities"], row["budget"]) for row in spending])
        self.assertEqual([("เขต ๑", "2")], [(row["office"], row["code"]) for row in missing])
        with self.assertRaises(RuntimeError):
            self.server.sql(self.warehouse, "DELETE FROM tarang.documents", "analyst")

    def test_no_other_command_can_reach_a_network(self):
        """A program names the libraries that it loads at its start."""
        def names_it(name):
            return b"libpq.so" in pathlib.Path(TARANG).with_name(name).read_bytes()
        self.assertEqual([False, False, True], [names_it(name) for name in ("tarang", "tarang_worker", "tarang_publish.so")])


if __name__ == "__main__":
    try:
        postgres.programs()
        result = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], exit=False, verbosity=0).result
    except postgres.NotInstalled as reason:
        print(f"skipped: {reason}")
        sys.exit(SKIPPED)
    sys.exit(not result.wasSuccessful())
