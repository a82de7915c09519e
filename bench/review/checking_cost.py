#!/usr/bin/env python3
"""What checking costs a person: keystrokes for a whole report, and the wait for a page and for the next item.

    bench/review/checking_cost.py --tarang build/release/tarang [--report SCAN.pdf [--truth TRUTH.json]] [--check]

Drives the review page in Chromium, as the tests do. Keystrokes: every key pressed while all fields of REPORT that
await a person are decided, no mouse. With TRUTH (activities in order, each field's text) a wrong text is put right
key by key, else all are accepted. Waits: a document of 300 pages and 10,000 records beside it, all composed by
repeating a sample's pages; from a click to the first page image, from the key to the next item, and the frames while
the work list is scrolled. --check ends with 1 where a budget is passed. Needs qpdf, nodejs, npm and chromium.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "bench/import")]
from import_cost import compose  # noqa: E402
from measuring import verdict  # noqa: E402

SAMPLE = ROOT / "samples/months-2568.pdf"  # four records a page
PAGES = 300
RECORDS = 10_000
FIRST_IMAGE_MS = 500
NEXT_ITEM_MS = 100
FRAME_MS = 50  # 19 of 20 frames while scrolling


def drive(tarang, script, *arguments):
    """Runs a script of this folder in the browser's harness; what it prints last is JSON."""
    folder = Path(os.environ.get("TARANG_PACKAGES", Path.home() / ".cache/tarang-browser"))
    runner = ROOT / "tests/review/browser/browser_test.py"
    result = subprocess.run([sys.executable, runner, tarang.resolve(), ROOT, folder, Path(__file__).with_name(script), *arguments],
                            capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stdout + result.stderr)
    return json.loads(result.stdout.strip().splitlines()[-1])


def fill(tarang, folder):
    """A database with one document of PAGES pages, and others until there are RECORDS records."""
    first = folder / "report0.pdf"
    compose(SAMPLE, PAGES, first)
    count = -(-RECORDS // (4 * PAGES))
    reports = [first]
    for number in range(1, count):
        reports.append(folder / f"report{number}.pdf")
        reports[-1].write_bytes(first.read_bytes() + b"\n%% %d\n" % number)
    database = folder / "many.db"
    subprocess.run([tarang, "import", "--no-copy", "--db", database, *reports], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return database


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tarang", type=Path, default=ROOT / "build/release/tarang")
    parser.add_argument("--report", type=Path, default=ROOT / "samples/scans/fax-200.pdf")
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--check", action="store_true", help="end with 1 where a budget is passed")
    arguments = parser.parse_args()

    keys = drive(arguments.tarang, "keystrokes.mjs", arguments.report.resolve(), *([arguments.truth.resolve()] if arguments.truth else []))
    print(f"{arguments.report.name}: {keys['fields']} fields, {keys['awaiting']} await a person; {keys['wrong']} put right, "
          f"{keys['keys']} keystrokes ({keys['decisions']} for decisions, {keys['keys'] - keys['decisions']} for typing)")
    with tempfile.TemporaryDirectory(prefix="tarang-bench-") as folder:
        waits = drive(arguments.tarang, "waits.mjs", fill(arguments.tarang, Path(folder)))
    print(f"{waits['records']} records in the list, {PAGES} pages a document; milliseconds, median and most of each")
    for name in ("first", "next", "field", "frame"):
        print(f"  {waits[name]['what']:45}{waits[name]['median']:8.1f}{waits[name]['most']:8.1f}")
    held = verdict([("first page image, most", waits["first"]["most"], "at most", FIRST_IMAGE_MS, "ms"),
                    ("next item, most", waits["next"]["most"], "at most", NEXT_ITEM_MS, "ms"),
                    ("frames while scrolling, 95 of 100", waits["frame"]["p95"], "at most", FRAME_MS, "ms")])
    return 1 if arguments.check and not held else 0


if __name__ == "__main__":
    sys.exit(main())
