#!/usr/bin/env python3
"""What reading a scanned report costs, beside what a person would use instead.

    bench/scans/scan_cost.py --tarang build/release/tarang SCAN.pdf [--before OTHER/tarang] [--runs N] [--check]

In one run, each the least of several: CPU of `tarang import --jobs 1` with a fresh database, and of another build; of
`tesseract --psm 6 -l tha`, one thread, on the same pages as images; and of `ocrmypdf -l tha --jobs 1`, where it
is installed. Then how many times as many pages a minute two workers read as one, on several copies of the scan,
and the peak memory of a worker. CPU is user and system time of the whole process tree.
--check ends with 1 where a budget is passed. Needs tesseract with its Thai data, pdfimages and pdftoppm.
"""
import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))
from measuring import Cost, least, measure, verdict  # noqa: E402

ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
COPIES = 4


def resolution_of(scan):
    """Dots per inch of the first page's image."""
    listed = subprocess.run(["pdfimages", "-list", "-l", "1", scan], check=True, capture_output=True, text=True).stdout
    return int(listed.splitlines()[2].split()[12])


def images_of(scan, folder):
    subprocess.run(["pdftoppm", "-r", str(resolution_of(scan)), "-gray", "-png", scan, folder / "page"], check=True)
    return sorted(folder.glob("page*.png"))


def import_once(tarang, scans, folder, jobs):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return measure([tarang, "import", *scans, "--db", folder / "bench.db", "--jobs", str(jobs)], accepted=(0, 3))


def tesseract_once(images):
    runs = [measure(["tesseract", image, "-", "--psm", "6", "-l", "tha"], environment=ONE_THREAD) for image in images]
    return Cost(sum(run.cpu for run in runs), sum(run.wall for run in runs), max(run.peak for run in runs))


def copies_of(scan, folder):
    """The same pages under another checksum, so that each is read."""
    data = Path(scan).read_bytes()
    copies = []
    for number in range(COPIES):
        copies.append(folder / f"copy-{number}.pdf")
        copies[-1].write_bytes(data + b"%% copy %d\n" % number)
    return copies


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scan", type=Path)
    parser.add_argument("--tarang", type=Path, default=ROOT / "build/release/tarang")
    parser.add_argument("--before", type=Path, help="another build, to compare with")
    parser.add_argument("--runs", type=int, default=2, help="of each, the least counts; minutes each")
    parser.add_argument("--check", action="store_true", help="end with 1 where a budget is passed")
    arguments = parser.parse_args()
    runs = range(arguments.runs)

    with tempfile.TemporaryDirectory(prefix="tarang-bench-") as folder:
        folder = Path(folder)
        images = images_of(arguments.scan, folder)
        costs = {
            "tarang import --jobs 1": least(import_once(arguments.tarang, [arguments.scan], folder / "db", 1) for _ in runs),
            "tesseract --psm 6 -l tha": least(tesseract_once(images) for _ in runs),
        }
        if arguments.before:
            costs["the build before"] = least(import_once(arguments.before, [arguments.scan], folder / "db", 1) for _ in runs)
        if shutil.which("ocrmypdf"):
            costs["ocrmypdf -l tha --jobs 1"] = measure(
                ["ocrmypdf", "-l", "tha", "--jobs", "1", "--force-ocr", arguments.scan, folder / "ocr.pdf"],
                environment=ONE_THREAD)
        copies = copies_of(arguments.scan, folder)
        one, two = (least(import_once(arguments.tarang, copies, folder / "db", jobs) for _ in runs) for jobs in (1, 2))

    print(f"{arguments.scan.name}, {len(images)} pages{'':14}{'CPU s':>9}{'s/page':>9}{'peak MB':>9}")
    for name, cost in costs.items():
        print(f"{name:38}{cost.cpu:9.2f}{cost.cpu / len(images):9.3f}{cost.peak:9.1f}")
    print(f"{COPIES} copies: one worker {one.wall:.1f} s, two {two.wall:.1f} s\n")
    ours, theirs = costs["tarang import --jobs 1"], costs["tesseract --psm 6 -l tha"]
    checks = [
        ("CPU, import / tesseract", ours.cpu / theirs.cpu, "at most", 0.75, "x"),
        ("pages a minute, two workers / one", one.wall / two.wall, "at least", 1.8, "x"),
        ("peak of a worker", ours.peak, "at most", 100, "MB"),
    ]
    if arguments.before:
        checks.append(("CPU, import / the build before", ours.cpu / costs["the build before"].cpu, "at most", 0.65, "x"))
    if "ocrmypdf -l tha --jobs 1" in costs:
        checks.append(("CPU, import / ocrmypdf", ours.cpu / costs["ocrmypdf -l tha --jobs 1"].cpu, "at most", 0.8, "x"))
    held = verdict(checks)
    return 1 if arguments.check and not held else 0


if __name__ == "__main__":
    sys.exit(main())
