#!/usr/bin/env python3
"""How well scans are read, and whether a cell's confidence says so.

    bench/scans/confidence.py --tarang build/release/tarang REPORT.pdf ... [--cells FILE.tsv]

Each REPORT has a text layer: it is scanned (samples/make/make_scan.py) with each of the damages below, and the
cells of every table are compared with those that the text layer gives. Prints for each damage the share of
letters that are wrong, and for each band of confidence how many cells are right. Texts count as equal when
they are so without white space; only tables whose shape came out right are compared.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DAMAGES = {
    "300 clean": ["--dpi", "300", "--jpeg", "85"],
    "200 gray": ["--dpi", "200", "--skew", "0.9", "--noise", "9", "--blur", "0.8", "--jpeg", "50", "--shade", "0.2"],
    "200 bilevel": ["--dpi", "200", "--kind", "bilevel", "--skew", "-1.4", "--noise", "6", "--blur", "0.5"],
    "150 gray": ["--dpi", "150", "--skew", "0.5", "--noise", "7", "--blur", "0.5", "--jpeg", "60"],
    "150 bilevel": ["--dpi", "150", "--kind", "bilevel", "--noise", "5", "--break-rules", "0.03"],
}
BANDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01]
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")


def plain(text):
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def edits(a, b):
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        now = [i]
        for j, y in enumerate(b, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (x != y)))
        before = now
    return before[-1]


def tables(tarang, path):
    command = [str(tarang), "tables", "--by-page", "--jobs", "1", "--lang", "en", str(path)]
    document = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    found = {}
    for table in document["tables"]:
        page = table["pages"][0]
        found.setdefault(page, []).append({(cell["row"], cell["column"]): cell for cell in table["cells"]})
    return found


def compare(expected, actual):
    """(text wanted, text read, confidence) of every cell of every table that has the shape that it should have."""
    for page, wanted in expected.items():
        for table in wanted:
            same = [other for other in actual.get(page, []) if other.keys() == table.keys()]
            if not same:
                continue
            best = min(same, key=lambda other: sum(plain(other[at]["text"]) != plain(cell["text"]) for at, cell in table.items()))
            for at, cell in table.items():
                if cell["text"] or best[at]["text"]:
                    yield plain(cell["text"]), plain(best[at]["text"]), best[at]["confidence"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tarang", type=Path, default=ROOT / "build/release/tarang")
    parser.add_argument("--cells", type=Path, help="every cell, for a closer look")
    parser.add_argument("--pages", default="")
    parser.add_argument("reports", nargs="+", type=Path)
    arguments = parser.parse_args()
    cells = []
    print(f"{'damage':14}{'tables':>8}{'cells':>8}{'right':>8}{'letters wrong':>15}")
    with tempfile.TemporaryDirectory(prefix="tarang-bench-") as folder:
        expected = {report: tables(arguments.tarang, report) for report in arguments.reports}
        for name, options in DAMAGES.items():
            here, found, wanted = [], 0, 0
            for report in arguments.reports:
                scan = Path(folder) / "scan.pdf"
                subprocess.run([sys.executable, ROOT / "samples/make/make_scan.py", report, scan, *options], check=True)
                actual = tables(arguments.tarang, scan)
                here += compare(expected[report], actual)
                wanted += sum(map(len, expected[report].values()))
                found += sum(any(o.keys() == t.keys() for o in actual.get(p, [])) for p, ts in expected[report].items() for t in ts)
            letters = sum(len(text) for text, _, _ in here) or 1
            wrong = sum(edits(text, read) for text, read, _ in here)
            right = sum(text == read for text, read, _ in here)
            print(f"{name:14}{found:4}/{wanted:<3}{len(here):8}{100 * right / max(1, len(here)):7.1f}%{100 * wrong / letters:14.2f}%")
            cells += [(name, *cell) for cell in here]
    print(f"\n{'confidence':14}{'cells':>8}{'right':>8}")
    for low, high in zip(BANDS, BANDS[1:]):
        band = [text == read for _, text, read, confidence in cells if low <= confidence < high]
        if band:
            print(f"{low:.2f} - {min(high, 1):.2f}   {len(band):8}{100 * sum(band) / len(band):7.1f}%")
    if arguments.cells:
        arguments.cells.write_text("".join("\t".join(map(str, cell)) + "\n" for cell in cells), encoding="utf-8")


if __name__ == "__main__":
    main()
