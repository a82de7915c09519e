#!/usr/bin/env python3
"""What a bulk import costs: throughput by workers, the parent's share, isolation, memory by the size of a batch.

    bench/bulk/bulk_cost.py --tarang build/release/tarang --in-process build/release/bench/tarang_bench_in_process
                            [--report REPORT.pdf] [--pages 20] [--documents 100] [--scan SCAN.pdf] [--check]

Documents are composed reports of some pages, each made another by a comment at its end; with --scan also copies of
that scan. In one run:

    throughput   pages a second with 1 and with 2 workers (needs two idle cores)
    parent       CPU of the parent beside that of its workers
    isolation    CPU of the workers beside that of the same stages in one process
    memory       peak of any process, of 50 documents and of 1,000

--check ends with 1 where a budget is passed. Needs qpdf.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
from statistics import median

ROOT = pathlib.Path(__file__).resolve().parents[2]


def compose(report, pages, out):
    count = int(subprocess.run(["qpdf", "--show-npages", report], check=True, capture_output=True, text=True).stdout)
    command = ["qpdf", "--empty", "--pages"]
    for start in range(0, pages, count):
        command += [str(report), f"1-{min(count, pages - start)}"]
    subprocess.run([*command, "--", str(out)], check=True)


def copies(report, count, folder):
    folder.mkdir(parents=True)
    content = report.read_bytes()
    for number in range(count):
        (folder / f"{number:05}.pdf").write_bytes(content + b"%% %d\n" % number)
    return folder


class Run:
    """One command to its end: wall seconds, CPU of the parent and of its children, peak of any process in MB."""

    def __init__(self, command):
        began = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        self.wall = time.monotonic() - began
        # What ended and was not waited for still has its own clock, without its children's.
        self.parent = int(pathlib.Path(f"/proc/{child.pid}/schedstat").read_text().split()[0]) / 1e9
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.children = usage.ru_utime + usage.ru_stime - self.parent
        self.peak = usage.ru_maxrss / 1024
        if child.returncode not in (0, 3):
            sys.exit(f"{command[0]} ended with {child.returncode}")


def imported(tarang, folder, jobs):
    database = folder.parent / "bench.db"
    for path in folder.parent.glob("bench.db*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return Run([tarang, "import", folder, "--db", database, "--jobs", jobs, "--timeout", "600"])


def rounds_of(arguments, batch, in_process):
    """Runs of each kind by turns, so that a machine that changes its pace changes it for all: by the number of workers, 0
    for the same stages in one process."""
    for _ in range(arguments.runs):
        yield {**({0: Run([arguments.in_process, *sorted(batch.iterdir())])} if in_process else {}),
               **{jobs: imported(arguments.tarang, batch, jobs) for jobs in (1, 2)}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tarang", type=pathlib.Path, default=ROOT / "build/release/tarang")
    parser.add_argument("--in-process", type=pathlib.Path, default=ROOT / "build/release/bench/tarang_bench_in_process")
    parser.add_argument("--report", type=pathlib.Path, default=ROOT / "samples/reading-2567.pdf")
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--scan", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()

    checks = []  # name, value, budget, whether more is better
    with tempfile.TemporaryDirectory(prefix="tarang-bench-") as folder:
        folder = pathlib.Path(folder)
        compose(arguments.report, arguments.pages, folder / "report.pdf")
        documents = copies(folder / "report.pdf", arguments.documents, folder / "digital" / "in")
        batches = [("digital", documents, arguments.documents * arguments.pages, 1.6)]
        if arguments.scan:
            batches.append(("scans", copies(arguments.scan, 4, folder / "scans" / "in"), 4, 1.8))
        for name, batch, pages, budget in batches:
            rounds = list(rounds_of(arguments, batch, in_process=name == "digital"))
            best = {jobs: min((each[jobs] for each in rounds), key=lambda run: run.wall) for jobs in (1, 2)}
            for jobs, run in best.items():
                print(f"{name:8} {jobs} workers {run.wall:8.2f} s {pages / run.wall:8.1f}/s"
                      f"   parent {run.parent:6.2f} s CPU   workers {run.children:6.2f} s CPU   peak {run.peak:6.1f} MB")
            checks.append((f"throughput of 2 workers over 1, {name}", best[1].wall / best[2].wall, budget, True))
            checks.append((f"parent's CPU over the workers', {name}", median(each[1].parent / each[1].children for each in rounds),
                           0.10, False))
            if name == "digital":
                checks.append(("workers' CPU over one process's", median(each[1].children / each[0].parent for each in rounds),
                               1.10, False))
        peaks = [imported(arguments.tarang, copies(arguments.report, count, folder / f"batch{count}" / "in"), 2).peak
                 for count in (50, 1000)]
        print(f"peak of any process: 50 documents {peaks[0]:.1f} MB, 1,000 documents {peaks[1]:.1f} MB")
        # The database's own cache fills up to 16 MB, and a verdict is kept for the summary.
        checks.append(("MB that 1,000 documents take more than 50", peaks[1] - peaks[0], 20, False))
    print()
    passed = True
    for name, value, budget, more in checks:
        good = value >= budget if more else value <= budget
        passed = passed and good
        print(f"{name:44}{value:7.2f}  {'at least' if more else 'at most'} {budget:g}  {'ok' if good else 'FAILED'}")
    return 1 if arguments.check and not passed else 0


if __name__ == "__main__":
    sys.exit(main())
