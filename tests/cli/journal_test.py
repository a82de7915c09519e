#!/usr/bin/env python3
"""What a database went through, as its journal tells it: journal_test.py TARANG ROOT

Upgrades, versions, undo, backup, forget; logs of the system in a sandbox that plays them; and what systemd hears of a
watch. Files, levels and rotation by themselves are in tests/journal; a bad night is in tests/faults.
"""
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

import harness
from harness import ROOT, SAMPLE, TARANG, pdf

sys.path.append(str(ROOT / "tests" / "support"))
import older_databases

FACT = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S*)')


class Journal(harness.CommandLineTest):
    def lines(self, event=None, file=None):
        """(level, event, facts) of the journal's lines."""
        lines = []
        for line in (file or pathlib.Path(f"{self.db}.log")).read_text(encoding="utf-8").splitlines():
            _, _, level, name, *_ = line.split()
            lines.append((level, name, dict(FACT.findall(line))))
        return [line for line in lines if event in (None, line[1])]

    def test_an_upgrade_is_noted_once(self):
        for command in (["show", self.db], ["import", self.file("in/a.pdf", pdf()), "--db", self.db]):
            older_databases.make(self.db, 3)
            harness.tarang(*command)
            harness.tarang(*command)
            facts = [facts for _, _, facts in self.lines("migrated")]
            self.assertEqual([{"from": "3", "to": str(len(older_databases.STEPS))}], facts, command)
            for path in self.folder.glob("t.db*"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def test_versions_undo_backup_and_forget(self):
        path = self.file("in/a.pdf", pdf())
        old = self.events(path, expect=3)["a.pdf"]["sha256"]
        path.write_bytes(pdf(b"1 w"))
        new = self.events(path, expect=3)["a.pdf"]["sha256"]
        self.assertEqual([("info", "document_superseded", {"document": old, "by": new})], self.lines("document_superseded"))
        self.run_quietly("undo", self.db, "1")
        self.assertEqual([("info", "decision_undone", {"event": "2", "undoes": "1", "document": old})], self.lines("decision_undone"))
        self.run_quietly("backup", self.db, self.folder / "copy.db")
        level, _, facts = self.lines("backed_up")[0]
        self.assertEqual(("info", "2", "0", "0"), (level, facts["copied"], facts["there"], facts["damaged"]))
        self.run_quietly("forget", self.db, old, "--yes")
        self.assertEqual([("info", "document_forgotten", {"document": old})], self.lines("document_forgotten"))
        self.assertNotIn(str(self.folder), pathlib.Path(f"{self.db}.log").read_text(encoding="utf-8"), "no paths")

    def test_a_run_ends_with_its_sums(self):
        self.file("in/a.pdf", SAMPLE.read_bytes())
        self.file("in/b.pdf", b"%PDF-1.4 nothing")
        events = self.events(self.folder / "in", expect=4)
        _, _, total = self.lines("total")[0]
        self.assertEqual(("2", str(events["a.pdf"]["pages"]), str(events["a.pdf"]["activities"])),
                         (total["documents"], total["pages"], total["activities"]))
        self.assertEqual({"ok": "1", "damaged": "1"}, {facts["code"]: facts["documents"] for _, _, facts in self.lines("total_of_code")})
        stages = [facts["stage"] for _, _, facts in self.lines("total_of_stage")]
        self.assertEqual(["receive", "read", "layout", "stitch", "normalize", "interpret", "verify", "store"], stages)

    def test_a_log_and_its_parts_are_no_documents(self):
        for name in ("t.db.log", "t.db.log.1", "t.db.log.2", "tarang.toml"):
            self.file(name, b"# of the program\n")
        self.file("a.pdf", pdf())
        self.assertEqual({"a.pdf"}, set(self.events(self.folder, expect=3)))
        self.assertEqual(2, harness.tarang("import", self.folder / "a.pdf", "--db", self.db, "--log", self.folder / "tarang.toml").returncode)

    def test_a_report_that_cannot_be_written_is_told_before_the_work(self):
        self.file("in/a.pdf", SAMPLE.read_bytes())
        self.file("there.html", b"as it was")
        for report in (self.folder / "no" / "r.html", self.folder / "in.html"):
            (self.folder / "in.html").mkdir(exist_ok=True)
            done = harness.tarang("import", self.folder / "in", "--db", self.db, "--report", report, "--lang", "en")
            self.assertEqual((5, ""), (done.returncode, done.stdout), "nothing was read")
            self.assertIn(f"cannot write {report}", done.stderr)
        (self.folder / "in" / "a.pdf").unlink()
        self.file("in/b.pdf", b"%PDF-1.4 nothing")
        harness.tarang("import", self.folder / "in", "--db", self.db, "--report", self.folder / "there.html", "--log-level", "loud")
        self.assertEqual(b"as it was", (self.folder / "there.html").read_bytes())
        self.assertEqual([], list(self.folder.glob("*.unfinished*")))

    # --- the system

    def in_sandbox(self, target, path):
        """Lines that a import sent to a socket at `path` of a system that is played."""
        if shutil.which("bwrap") is None:
            self.skipTest("bubblewrap is not installed")
        ours = self.folder / "socket"
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        listener.bind(str(ours))
        listener.settimeout(30)
        self.addCleanup(listener.close)
        heard = []

        def listen():
            while not heard or b"ended exit_code" not in heard[-1]:
                heard.append(listener.recv(65536))

        reader = threading.Thread(target=listen, daemon=True)  # a queue of datagrams is short
        reader.start()
        command = ["bwrap", "--bind", "/", "/", "--dev", "/dev", "--tmpfs", "/run", "--bind", ours, path, "--",
                   TARANG, "import", self.file("in/a.pdf", pdf()), "--db", self.db, "--log", target]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, check=False)
        if "bwrap:" in done.stderr:
            self.skipTest(f"no sandbox here: {done.stderr.strip()}")
        self.assertEqual((3, ""), (done.returncode, done.stderr))
        self.assertFalse(pathlib.Path(f"{self.db}.log").exists(), "no file beside it")
        reader.join(30)
        return [message.decode() for message in heard]

    def test_syslog(self):
        messages = self.in_sandbox("syslog", "/dev/log")
        self.assertRegex(messages[0], r"^<14>.* tarang\[\d+\]: started command=import ")  # user, info
        self.assertTrue(any(re.search(r"^<14>.*document_ended document=[0-9a-f]{64} state=partial", message) for message in messages))

    def test_journald(self):
        messages = self.in_sandbox("journald", "/run/systemd/journal/socket")
        ended = next(message for message in messages if "TARANG_EVENT=document_ended\n" in message)
        self.assertIn("\nTARANG_CODE=no_table\n", ended)
        self.assertTrue(ended.startswith("SYSLOG_IDENTIFIER=tarang\nPRIORITY=6\nMESSAGE=document_ended document="), ended)

    def test_a_system_without_them_is_told(self):
        for target in ("syslog", "journald"):
            place = "/dev/log" if target == "syslog" else "/run/systemd/journal/socket"
            if pathlib.Path(place).exists():
                continue
            done = harness.tarang("import", self.file("a.pdf", pdf()), "--db", self.db, "--log", target, "--lang", "en")
            self.assertEqual((5, ""), (done.returncode, done.stdout))
            self.assertIn(place, done.stderr)
            self.assertFalse((self.folder / target).exists())

    # --- a watch that nobody looks at

    def watch(self, *arguments, **environment):
        ours = self.folder / "notify"
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        listener.bind(str(ours))
        listener.settimeout(20)
        self.listener = listener
        self.addCleanup(listener.close)
        inbox = self.folder / "in"
        inbox.mkdir(exist_ok=True)
        running = subprocess.Popen([TARANG, "watch", inbox, "--settle", "0.1", "--db", self.db, "--lang", "en", *arguments],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env={"NOTIFY_SOCKET": str(ours), "TZ": "Asia/Bangkok", **environment})
        self.addCleanup(lambda: (running.kill(), running.communicate()))
        return running, lambda: listener.recv(4096).decode().split("\n")

    def heard_until(self, hear, wanted):
        heard = []
        while wanted not in heard:
            heard += hear()
        return heard

    def test_systemd_hears_that_it_lives_works_and_ends(self):
        running, hear = self.watch("--timeout", "1", WATCHDOG_USEC="4000000")
        self.assertEqual(["READY=1", "STATUS=watching; files so far: 0"], hear())
        self.assertEqual(["WATCHDOG=1"], hear(), "while it waits, too")
        self.file("in/a.pdf", pdf())
        self.heard_until(hear, "STATUS=watching; files so far: 1")
        running.send_signal(signal.SIGTERM)
        self.heard_until(hear, "STOPPING=1")
        out, errors = running.communicate(timeout=30)
        self.assertEqual((130, ""), (running.returncode, errors))
        self.assertRegex(out.splitlines()[0], r"^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d  partial  /")
        level, _, facts = self.lines("watching")[0]
        self.assertEqual(("info", "4.000"), (level, facts["watchdog"]))

    def test_a_process_that_stopped_gives_no_sign_of_life(self):
        running, hear = self.watch("--timeout", "0.5", WATCHDOG_USEC="1100000")
        self.heard_until(hear, "WATCHDOG=1")
        running.send_signal(signal.SIGSTOP)
        time.sleep(0.5)
        self.listener.setblocking(False)
        with self.assertRaises(BlockingIOError):
            while True:
                hear()  # what was sent before it stopped
        time.sleep(1)
        with self.assertRaises(BlockingIOError):
            hear()
        self.listener.settimeout(20)
        running.send_signal(signal.SIGCONT)
        self.heard_until(hear, "WATCHDOG=1")
        running.send_signal(signal.SIGTERM)

    def test_a_watchdog_that_is_shorter_than_a_page_may_take_is_told(self):
        running, hear = self.watch(WATCHDOG_USEC="30000000")
        hear()
        running.send_signal(signal.SIGTERM)
        _, errors = running.communicate(timeout=30)
        self.assertIn("WatchdogSec is too short for --timeout", errors)
        self.assertIn("121s", errors)

    def test_the_watchdog_of_another_process_is_not_fed(self):
        running, hear = self.watch(WATCHDOG_USEC="400000", WATCHDOG_PID="1")
        self.assertEqual("READY=1", hear()[0])
        self.file("in/a.pdf", pdf())
        heard = self.heard_until(hear, "STATUS=watching; files so far: 1")
        self.assertNotIn("WATCHDOG=1", heard)
        running.send_signal(signal.SIGTERM)

    def test_events_of_a_watch_carry_the_time(self):
        running, hear = self.watch("--json")
        hear()
        self.file("in/a.pdf", pdf())
        event = json.loads(running.stdout.readline())
        self.assertRegex(event["time"], r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        running.send_signal(signal.SIGTERM)
        self.assertNotIn("time", self.events(self.folder / "in" / "a.pdf", expect=3)["a.pdf"] if running.wait(30) else {})


if __name__ == "__main__":
    harness.main()
