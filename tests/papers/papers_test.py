#!/usr/bin/env python3
"""Papers that other offices made, against truth made by hand: papers_test.py TARANG

TARANG_PAPERS names a folder with NAME.truth.json beside each paper and evaluate_papers.py, the measure. Its table is
printed whole. What may not be: a typed value that is wrong without a flag, a paper of which nothing is told, and
less than what was reached before (FLOORS, shares of what the measure counts).
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TARANG = sys.argv[1]
FORMATS = (".pdf",)
# Of all papers together, a little below what was reached: who falls below has lost something.
FLOORS = {
    ("found", "records"): 0.98,
    ("whole", "found"): 0.88,
    ("placed", "named"): 0.94,
    ("joined", "cut"): 1.0,
    ("right", "typed"): 0.97,
    ("heads", "of_heads"): 0.85,
}
MOST_EXTRA, MOST_FLAGGED = 0.05, 0.25  # of records, of fields


def papers(folder):
    """(paper, truth) of each paper whose format is read."""
    found = []
    for truth in sorted(folder.glob("*.truth.json")):
        paper = folder / json.loads(truth.read_text(encoding="utf-8"))["file"]
        if paper.suffix in FORMATS:
            found.append((paper, truth))
    return found


def counts_of(line):
    counts = line.split(":", 1)[1].replace("/", " of_heads ")  # heads 8/9
    return {name: float(value) for name, value in re.findall(r"(\w+) (\d+(?:\.\d+)?)", counts)}


def complaints(documents, total):
    for document in documents:
        if document["state"] == "done" and not document["activities"]:
            yield f"{document['file_name']}: done, with nothing in it"
    if total["silent"]:
        yield f"{total['silent']:.0f} typed values are wrong without a flag"
    for part, whole, most in (("extra", "records", MOST_EXTRA), ("flagged", "fields", MOST_FLAGGED)):
        if total[part] > most * total[whole]:
            yield f"{part} {total[part]:.0f} of {total[whole]:.0f} {whole}: more than {most:.0%}"
    for (part, whole), floor in FLOORS.items():
        if total[part] < floor * total[whole]:
            yield f"{part} {total[part]:.0f} of {total[whole]:.0f} {whole}: less than {floor:.0%}"


def main():
    folder = pathlib.Path(os.environ.get("TARANG_PAPERS") or "")
    if not os.environ.get("TARANG_PAPERS"):
        print("skipped: TARANG_PAPERS is not set")
        sys.exit(77)
    pairs = papers(folder)
    with tempfile.TemporaryDirectory() as scratch:
        database, export = pathlib.Path(scratch, "papers.db"), pathlib.Path(scratch, "papers.json")
        subprocess.run([TARANG, "import", "--db", database, *(paper for paper, _ in pairs)], check=False,
                       stdout=subprocess.DEVNULL, timeout=500)
        subprocess.run([TARANG, "export", database, "-o", export], check=True, timeout=60)
        measured = subprocess.run([sys.executable, folder / "evaluate_papers.py", export, *(truth for _, truth in pairs)],
                                  check=True, capture_output=True, text=True).stdout
        documents = json.loads(export.read_text(encoding="utf-8"))["documents"]
    print(measured, end="")
    problems = list(complaints(documents, counts_of(measured.splitlines()[-1])))
    if len(measured.splitlines()) != len(pairs) + 1:
        problems.append("the measure does not tell of each paper")
    print(*problems, sep="\n")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
