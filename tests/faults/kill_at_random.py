#!/usr/bin/env python3
"""A thousand documents, killed again and again, against an undisturbed run. By hand: it takes minutes.

    tests/faults/kill_at_random.py TARANG [--documents 1000] [--kills 20] [--jobs 2] [--seed 1]

The documents are the samples, each made another by a comment at its end. When to kill is drawn in documents told, and
then a moment later, so that the kills lie all over the work however fast it is. Ends with 0 where all kills hit a
running import, export and ledger in (path, SHA-256, state, code) are the same, what was told before a kill stands, and
the database is whole.
"""
import argparse
import json
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def make_documents(folder, count):
    samples = sorted((ROOT / "samples").glob("*.pdf"))
    for number in range(count):
        sample = samples[number % len(samples)]
        place = folder / f"{number // 50:03}" / f"{number:05}-{sample.name}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(sample.read_bytes() + b"%% %d\n" % number)


def start(tarang, folder, database, jobs):
    return subprocess.Popen([tarang, "import", "--json", "--recursive", "--jobs", str(jobs), "--db", database, folder],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def take(line, told):
    """Notes an event under its path; the summary and a line that was cut off by a kill are none."""
    try:
        event = json.loads(line)
    except ValueError:
        return
    if event["event"] == "document":
        told.setdefault(event["path"], set()).add((event["sha256"], event["state"], event["code"]))


def killed_after(run, documents, delay, told):
    """Kills the import when so many documents were told by it and those before it, and a moment later; whether it was
    still running."""
    while len(told) < documents and (line := run.stdout.readline()):
        take(line, told)
    time.sleep(delay)
    running = run.poll() is None
    run.send_signal(signal.SIGKILL)
    for line in run.communicate()[0].splitlines():
        take(line, told)
    return running


def outcome(tarang, database):
    with sqlite3.connect(database) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        whole = whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []
        ledger = connection.execute("SELECT path, sha256, state, code FROM paths JOIN documents ON id = document"
                                    " ORDER BY path").fetchall()
    export = subprocess.run([tarang, "export", database], capture_output=True, text=True, check=True).stdout
    return whole, ledger, export


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tarang")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    moments = random.Random(arguments.seed)

    with tempfile.TemporaryDirectory(prefix="tarang-kill-") as folder:
        folder = pathlib.Path(folder)
        make_documents(folder / "in", arguments.documents)
        began = time.monotonic()
        whole_run = start(arguments.tarang, folder / "in", folder / "a.db", arguments.jobs)
        events = len(whole_run.communicate()[0].splitlines()) - 1
        seconds = time.monotonic() - began
        print(f"undisturbed: {events} events, {seconds:.1f} s, exit code {whole_run.returncode}")

        told = {}
        points = sorted(moments.randrange(arguments.documents * 19 // 20) for _ in range(arguments.kills))
        hit = 0
        for point in points:
            run = start(arguments.tarang, folder / "in", folder / "b.db", arguments.jobs)
            hit += killed_after(run, point, moments.uniform(0, 4 * seconds / arguments.documents), told)
        before = len(told)
        last = start(arguments.tarang, folder / "in", folder / "b.db", arguments.jobs)
        for line in last.communicate()[0].splitlines():
            take(line, told)
        print(f"killed {hit} times of {arguments.kills} while it ran; {before} documents were told by then,"
              f" {len(told)} at the end, exit code {last.returncode}")
        first, second = (outcome(arguments.tarang, folder / name) for name in ("a.db", "b.db"))
        checks = {
            "all kills hit a running import": hit == arguments.kills,
            "databases whole": first[0] and second[0],
            "every document there": len(first[1]) == arguments.documents,
            "ledger the same": first[1] == second[1],
            "export the same": first[2] == second[2],
            "what was told stands": told == {path: {tuple(row)} for path, *row in second[1]},
        }
        for check, holds in checks.items():
            print(f"{check}: {'yes' if holds else 'NO'}")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
