#!/usr/bin/env python3
"""What a whole import costs, beside what a person would use instead to get at the words of a PDF.

    bench/import/import_cost.py --tarang build/release/tarang [--report FILE.pdf] [--check]

Composes reports of 50 and 500 pages by repeating the pages of FILE (default: the composed sample), then in one
run: CPU of `tarang import --jobs 1` with a fresh database against CPU of `pdftotext -bbox-layout` on 50 pages,
each the least of several runs; and the peak memory of any process of the import at 50 and at 500 pages.
CPU is user and system time of the whole process tree. --check ends with 1 where a budget is passed.
Needs qpdf and pdftotext (poppler-utils).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CPU_RATIO = 3.0          # import / pdftotext, on 50 pages
PEAK_MB = 120.0          # any process, at 50 and at 500 pages
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


def measure(command, accepted):
    """CPU seconds of the process tree, and the peak of any process in MB."""
    with open(os.devnull, "w") as nowhere, tempfile.TemporaryFile("w+") as errors:
        child = subprocess.Popen([str(part) for part in command], stdout=nowhere, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in accepted:
            errors.seek(0)
            sys.exit(f"{command[0]} ended with {child.returncode}\n{errors.read()}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def import_once(tarang, report, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    # 3: a repeated report may well hold rows or pages that need a person; it was still read whole.
    return measure([tarang, "import", report, "--db", folder / "bench.db", "--jobs", "1"], accepted=(0, 3))


def least(runs):
    cpu, peak = zip(*runs)
    return min(cpu), max(peak)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tarang", type=Path, default=ROOT / "build/release/tarang")
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
        words_cpu, words_peak = least([measure(["pdftotext", "-bbox-layout", small, "-"], (0,)) for _ in runs])
        import_cpu, small_peak = least([import_once(arguments.tarang, small, folder / "db") for _ in runs])
        large_cpu, large_peak = import_once(arguments.tarang, large, folder / "db")

    ratio, growth = import_cpu / words_cpu, large_peak - small_peak
    checks = [
        ("CPU, import / pdftotext, 50 pages", ratio, CPU_RATIO, "x"),
        ("peak of any process, 50 pages", small_peak, PEAK_MB, "MB"),
        ("peak of any process, 500 pages", large_peak, PEAK_MB, "MB"),
        ("growth from 50 to 500 pages", growth, GROWTH_MB, "MB"),
    ]
    print(f"{'':38}{'CPU s':>9}{'ms/page':>9}{'peak MB':>9}")
    print(f"{'pdftotext -bbox-layout, 50 pages':38}{words_cpu:9.3f}{words_cpu * 20:9.2f}{words_peak:9.1f}")
    print(f"{'tarang import --jobs 1, 50 pages':38}{import_cpu:9.3f}{import_cpu * 20:9.2f}{small_peak:9.1f}")
    print(f"{'tarang import --jobs 1, 500 pages':38}{large_cpu:9.3f}{large_cpu * 2:9.2f}{large_peak:9.1f}")
    print()
    for name, value, budget, unit in checks:
        print(f"{name:38}{value:9.2f} {unit:3} budget {budget:g} {unit:3} {'ok' if value <= budget else 'PASSED'}")
    return 1 if arguments.check and any(value > budget for _, value, budget, _ in checks) else 0


if __name__ == "__main__":
    sys.exit(main())
