#!/usr/bin/env python3
"""What a whole import costs, beside what a person would use instead to get at the words of a PDF.

    bench/import/import_cost.py --tarang build/release/tarang [--before OTHER/tarang] [--report FILE.pdf] [--check]

Composes reports of 50 and 500 pages by repeating the pages of FILE (default: the composed sample), then in one
run: CPU of `tarang import --jobs 1` with a fresh database against CPU of `pdftotext -bbox-layout` on 50 pages,
each the least of several runs; and the peak memory of any process of the import at 50 and at 500 pages.
The same for two reports as full as offices make them, of 20 and of 69 pages (dense_report.py), and with --before
beside an earlier build on these. CPU is user and system time of the whole process tree. --check ends with 1 where
a budget is passed. Needs qpdf, pdftotext (poppler-utils) and Chromium.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))
import dense_report  # noqa: E402
from measuring import least, measure, verdict  # noqa: E402

CPU_RATIO = 3.0          # import / pdftotext, on 50 pages of the sample
DENSE_RATIO = 2.0        # the same on full pages
BEFORE_RATIO = 0.45      # of the build before
DENSE = (26, 84)         # activities: 20 and 69 pages
PEAK_MB = 40.0           # any process, at 50 and at 500 pages
GROWTH_MB = 40.0         # between them


def page_count(report):
    return int(subprocess.run(["qpdf", "--show-npages", report], check=True, capture_output=True, text=True).stdout)


def compose(report, pages, out):
    """`pages` pages: the report's own, again and again. Each copy is a page object of its own."""
    own = page_count(report)
    command = ["qpdf", "--empty", "--pages"]
    for start in range(0, pages, own):
        command += [str(report), f"1-{min(own, pages - start)}"]
    subprocess.run([*command, "--", str(out)], check=True)


def import_once(tarang, report, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    # 3: a repeated report may well hold rows or pages that need a person; it was still read whole.
    return measure([tarang, "import", report, "--db", folder / "bench.db", "--jobs", "1"], accepted=(0, 3))


def dense(arguments, folder):
    """Rows and checks of the full reports."""
    rows, checks = [], []
    for activities in DENSE:
        report = folder / f"dense-{activities}.pdf"
        dense_report.compose(activities, report)
        runs = range(arguments.runs)
        words = least(measure(["pdftotext", "-bbox-layout", report, "-"]) for _ in runs)
        now = least(import_once(arguments.tarang, report, folder / "db") for _ in runs)
        pages = page_count(report)
        rows += [(f"pdftotext -bbox-layout, {pages} full pages", words, pages),
                 (f"tarang import --jobs 1, {pages} full pages", now, pages)]
        checks.append((f"CPU, import / pdftotext, {pages} full pages", now.cpu / words.cpu, "at most", DENSE_RATIO, "x"))
        if arguments.before:
            before = least(import_once(arguments.before, report, folder / "db") for _ in runs)
            rows.append((f"the build before, {pages} full pages", before, pages))
            checks.append((f"CPU, now / before, {pages} full pages", now.cpu / before.cpu, "at most", BEFORE_RATIO, "x"))
    return rows, checks


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tarang", type=Path, default=ROOT / "build/release/tarang")
    parser.add_argument("--before", type=Path, help="an earlier build's tarang")
    parser.add_argument("--report", type=Path, default=ROOT / "samples/reading-2567.pdf")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--check", action="store_true", help="end with 1 where a budget is passed")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="tarang-bench-") as folder:
        folder = Path(folder)
        small, large = folder / "50.pdf", folder / "500.pdf"
        compose(arguments.report, 50, small)
        compose(arguments.report, 500, large)
        runs = range(arguments.runs)
        words = least(measure(["pdftotext", "-bbox-layout", small, "-"]) for _ in runs)
        short = least(import_once(arguments.tarang, small, folder / "db") for _ in runs)
        long = import_once(arguments.tarang, large, folder / "db")
        dense_rows, dense_checks = dense(arguments, folder)

    print(f"{'':42}{'CPU s':>9}{'ms/page':>9}{'peak MB':>9}")
    for name, cost, pages in (("pdftotext -bbox-layout, 50 pages", words, 50),
                              ("tarang import --jobs 1, 50 pages", short, 50),
                              ("tarang import --jobs 1, 500 pages", long, 500), *dense_rows):
        print(f"{name:42}{cost.cpu:9.3f}{cost.cpu * 1000 / pages:9.2f}{cost.peak:9.1f}")
    print()
    held = verdict([
        ("CPU, import / pdftotext, 50 pages", short.cpu / words.cpu, "at most", CPU_RATIO, "x"),
        ("peak of any process, 50 pages", short.peak, "at most", PEAK_MB, "MB"),
        ("peak of any process, 500 pages", long.peak, "at most", PEAK_MB, "MB"),
        ("growth from 50 to 500 pages", long.peak - short.peak, "at most", GROWTH_MB, "MB"),
        *dense_checks,
    ])
    return 1 if arguments.check and not held else 0


if __name__ == "__main__":
    sys.exit(main())
