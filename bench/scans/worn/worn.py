#!/usr/bin/env python3
"""What worn copies of papers cost: records that are lost, values and texts that are wrong, and how many of these without a flag.

    bench/scans/worn/worn.py --tarang build/release/tarang --out DIR [--kinds bold,stamp] [--set N] [--papers N] [--jobs N]
        [--before OTHER/tarang] [--detail]

Composes papers of invented offices, prints them, wears each in ten kinds (wear.py), imports them into a fresh database, and compares the
export with what was composed. Another --set is another lot of papers and of wear. What is in DIR stays and is used again.
One line a kind: records in the truth, found, extra; typed values compared (money, numbers, percentages, both ends of periods, status:
blank ones too); of the wrong or missing ones those that are flagged, those that only a finding about the page or document sends a person
to, and the silent ones; right ones that are flagged; the same for texts, and for titles, agencies and headings. `digital` is the print
itself, unworn. Needs Chromium, pdftoppm, NumPy, SciPy and Pillow.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT / "samples/make")]
import pages  # noqa: E402
import papers  # noqa: E402
import score  # noqa: E402
import wear  # noqa: E402

DIGITAL = "digital"
ROOMY = "roomy"  # the same papers with higher rows, and so of more pages
COLUMNS = [("records", 8), ("found", 6), ("extra", 6), ("typed", 7), ("typed flagged", 8), ("typed page", 5), ("typed silent", 7), ("typed over", 6),
           ("text", 6), ("text flagged", 8), ("text page", 5), ("text silent", 7), ("text over", 6),
           ("head", 6), ("head flagged", 8), ("head page", 5), ("head silent", 7), ("head over", 6)]


def atomically(target, make):
    """A file that is there is whole."""
    if not target.exists():
        part = target.with_name("part-" + target.name)
        make(part)
        part.rename(target)


def print_paper(lot, place, folder):
    def made(part):
        document, truth = papers.compose(lot, place)
        if folder.name == ROOMY:
            document["css"] += " td { padding: 8pt 3pt; }"
        (folder / f"{target.stem}.truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
        pages.by_chromium(document, part)

    target = folder / f"paper-{place:02}.pdf"
    atomically(target, made)


def print_of(kind):
    return ROOMY if kind in wear.ROOMY else DIGITAL


def wear_paper(kind, lot, place, count, folder):
    behind = folder / DIGITAL / f"paper-{(place + 1) % count:02}.pdf"
    made = folder / kind / f"paper-{place:02}.pdf"
    atomically(made, lambda part: wear.wear(kind, folder / print_of(kind) / made.name, behind, part, (lot, place)))


def exported(tarang, files, jobs):
    """The export's documents by the files' stems."""
    with tempfile.TemporaryDirectory(prefix="tarang-worn-") as folder:
        nice = ["nice", "-n", "5", str(tarang)]
        run = subprocess.run([*nice, "import", *map(str, files), "--db", f"{folder}/worn.db", "--jobs", str(jobs), "--no-copy"],
                             capture_output=True, text=True)
        if run.returncode not in (0, 3):
            print(f"import ended with {run.returncode}: {run.stderr[-2000:]}", file=sys.stderr)
        out = subprocess.run([*nice, "export", f"{folder}/worn.db", "--format", "json"], check=True, capture_output=True)
    return {Path(document["file_name"]).stem: document for document in json.loads(out.stdout)["documents"]}


def measure(tarang, kind, folder, count, jobs, detail):
    files = [folder / kind / f"paper-{place:02}.pdf" for place in range(count)]
    documents = exported(tarang, files, jobs)
    total, told = collections.Counter(), []
    for file in files:
        truth = json.loads((folder / print_of(kind) / f"{file.stem}.truth.json").read_text(encoding="utf-8"))
        counts, wrong = score.compare(truth, documents.get(file.stem))
        total += counts
        told += [(f"{kind}/{file.name}", *row) for row in wrong if row[1] == "silent" or detail == "all"]
    print(f"{kind:10}" + "".join(f"{total[name]:{width}}" for name, width in COLUMNS), flush=True)
    for file, sort, verdict, page, number, key, printed, read in told if detail else ():
        print(f"    {file} {sort} {verdict}: page {page} record {number} {key}: printed {printed!r}, read {read!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tarang", type=Path, default=ROOT / "build/release/tarang")
    parser.add_argument("--before", type=Path, help="another build, to compare with")
    parser.add_argument("--out", type=Path, required=True, help="where papers and worn copies are kept, a folder for each set")
    parser.add_argument("--kinds", default=",".join(wear.KINDS), help=f"of {', '.join([DIGITAL, *wear.KINDS])}")
    parser.add_argument("--set", type=int, default=1, dest="lot")
    parser.add_argument("--papers", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=1, choices=(1, 2), help="papers at a time, in every step")
    parser.add_argument("--detail", nargs="?", const="silent", choices=("silent", "all"), help="each silent value, or each wrong one")
    arguments = parser.parse_args()
    folder, kinds = arguments.out / f"set{arguments.lot}", arguments.kinds.split(",")
    if unknown := set(kinds) - {DIGITAL, *wear.KINDS}:
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    prints = {print_of(kind) for kind in kinds}
    for kind in {*prints, *kinds}:
        (folder / kind).mkdir(parents=True, exist_ok=True)
    os.nice(5)
    places = range(arguments.papers)
    with concurrent.futures.ProcessPoolExecutor(arguments.jobs) as pool:
        list(pool.map(print_paper, *zip(*((arguments.lot, place, folder / kind) for kind in prints for place in places))))
        work = [(kind, arguments.lot, place, arguments.papers, folder) for kind in kinds if kind != DIGITAL for place in places]
        if work:
            list(pool.map(wear_paper, *zip(*work)))
    for tarang in filter(None, [arguments.tarang, arguments.before]):
        print(f"{tarang}, set {arguments.lot}, {arguments.papers} papers")
        print(f"{'':10}" + "".join(f"{name.split()[-1]:>{width}}" for name, width in COLUMNS))
        for kind in kinds:
            measure(tarang.resolve(), kind, folder, arguments.papers, arguments.jobs, arguments.detail)


if __name__ == "__main__":
    main()
