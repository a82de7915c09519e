#!/usr/bin/env python3
"""A thousand documents, killed again and again, against an undisturbed run. By hand: it takes minutes.

    tests/faults/kill_at_random.py TARANG [--documents 1000] [--kills 20] [--jobs 2] [--seed 1]

The documents are the samples, each made another by a comment at its end. Ends with 0 where export and ledger in
(path, SHA-256, state, code) are the same and the database is whole.
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
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


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

        killed = 0
        while killed < arguments.kills:
            run = start(arguments.tarang, folder / "in", folder / "b.db", arguments.jobs)
            try:
                run.communicate(timeout=moments.uniform(0, 2 * seconds / arguments.kills))
                break  # it came to its end
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.communicate()
                killed += 1
        last = start(arguments.tarang, folder / "in", folder / "b.db", arguments.jobs)
        again = [json.loads(line) for line in last.communicate()[0].splitlines()]
        print(f"killed {killed} times; then {len(again) - 1} events, exit code {last.returncode}")
        first, second = (outcome(arguments.tarang, folder / name) for name in ("a.db", "b.db"))
        same = [first[0] and second[0], first[1] == second[1], first[2] == second[2], len(first[1]) == arguments.documents]
        print("whole: {}, ledger the same: {}, export the same: {}, every document there: {}".format(*same))
    return 0 if all(same) else 1


if __name__ == "__main__":
    sys.exit(main())
