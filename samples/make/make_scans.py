#!/usr/bin/env python3
"""Makes the scanned samples again: make_scans.py [NAME ...]

samples/scans/catalogue.tsv says of which sample each is a scan, and with what damage (make_scan.py).
"""
import csv
import sys
from pathlib import Path

import make_scan

SAMPLES = Path(__file__).resolve().parents[1]


def main():
    with open(SAMPLES / "scans" / "catalogue.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        if len(sys.argv) > 1 and Path(row["file"]).stem not in sys.argv[1:]:
            continue
        make_scan.main([str(SAMPLES / f"{row['sample']}.pdf"), str(SAMPLES / "scans" / row["file"]), *row["options"].split()])


if __name__ == "__main__":
    main()
