"""Read the evaluation cells with several traineddata files and tabulate.

    evaluate.py --work DIR [--modules DIR] [--role eval|dev] [--per-size N] [--lines-only]
                --data NAME=FILE.traineddata ... [--out TABLE.md]
"""
import argparse
import json
import os
import resource
import subprocess
from pathlib import Path

import evalset
import fonts as fontlist
from score import Tally

MEASURES = (("Thai numbers", lambda t: t.share("thai")),
            ("Arabic numbers", lambda t: t.share("arabic")),
            ("Latin words", lambda t: t.share("latin")),
            ("letter errors", lambda t: t.letter_errors()))


def run_engine(files, listing, data, psm):
    """Return the engine's output for each of `files`, in one process."""
    listing.write_text("\n".join(map(str, files)) + "\n")
    out = subprocess.run(
        ["tesseract", str(listing), "-", "--tessdata-dir", str(data.resolve().parent),
         "-l", data.stem, "--psm", str(psm), "-c", "preserve_interword_spaces=1",
         "-c", "page_separator=\f"], env=dict(os.environ, OMP_THREAD_LIMIT="1"),
        check=True, capture_output=True).stdout.decode("utf-8").split("\f")
    if len(out) < len(files):
        raise RuntimeError(f"{len(out)} outputs for {len(files)} cells")
    return out[:len(files)]


def read_cells(folder, cells, data, psm):
    """Return (outputs, CPU seconds) of one traineddata file on all cells.

    A cell that comes out empty is read again as one word (mode 8): the
    engine's line finder drops a digit that stands alone now and then.
    """
    files = [folder / c["file"] for c in cells]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    outputs = run_engine(files, folder / "files.txt", data, psm)
    empty = [i for i, text in enumerate(outputs) if not text.strip()]
    if empty:
        again = run_engine([files[i] for i in empty], folder / "files.txt", data, 8)
        for i, text in zip(empty, again):
            outputs[i] = text
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return outputs, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tallies(cells, outputs):
    """Return {(group, value): Tally}: all, and by drawing, damage and size."""
    out = {}
    for cell, output in zip(cells, outputs):
        one = Tally()
        one.add(cell["truth"], output)
        font = f"{cell['family']} ({cell['drawing']})"
        for key in (("all", ""), ("font", font), ("damage", cell["damage"]),
                    ("size", f"{cell['points']} pt"),
                    ("font and damage", f"{cell['family']}, {cell['damage']}")):
            out.setdefault(key, Tally()).add_tally(one)
    order = list(dict.fromkeys(key[0] for key in out))
    return {key: out[key] for name in order for key in out if key[0] == name}


def percent(value):
    """Return a percentage as the table prints it."""
    return "-" if value is None else f"{value:.2f}"


def table(results, cpu):
    """Return Markdown: a row a group, a column a measure and data file."""
    names = list(results)
    head = ["", ""] + [f"{m}: {n}" for m, _ in MEASURES for n in names]
    rows = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for key in results[names[0]]:
        row = list(key)
        for _, measure in MEASURES:
            row += [percent(measure(results[n][key])) for n in names]
        rows.append("| " + " | ".join(row) + " |")
    rows += ["", "CPU milliseconds a line: " +
             ", ".join(f"{n} {1000 * cpu[n]:.1f}" for n in names) + "."]
    total = results[names[0]][("all", "")].sums
    rows += ["", f"Of {total['thai_of']} Thai numbers, {total['arabic_of']} Arabic numbers, "
             f"{total['latin_of']} Latin words, {total['letters']} letters."]
    return "\n".join(rows)


def evaluate(folder, cells, data, psm):
    """Return the table of all `data` on `cells`, read with one mode `psm`."""
    lines = sum(c["truth"].count("\n") + 1 for c in cells)
    results, cpu = {}, {}
    for name, path in data:
        outputs, seconds = read_cells(folder, cells, path, psm)
        (folder / f"out-{name}-psm{psm}.json").write_text(
            json.dumps({c["file"]: o for c, o in zip(cells, outputs)}, ensure_ascii=False))
        results[name], cpu[name] = tallies(cells, outputs), seconds / lines
    return table(results, cpu)


def main():
    """Make the cells when absent, read them, print and write the table."""
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--work", type=Path, required=True)
    args.add_argument("--modules", type=Path, help="node_modules; Debian's fonts alone without")
    args.add_argument("--role", default="eval")
    args.add_argument("--per-size", type=int, default=24)
    args.add_argument("--lines-only", action="store_true", help="skip cells of several lines")
    args.add_argument("--data", action="append", required=True)
    args.add_argument("--out", type=Path)
    args = args.parse_args()
    folder = args.work / f"{args.role}-{args.per_size}"
    if (folder / "cells.json").exists():
        cells = json.loads((folder / "cells.json").read_text())
    else:
        families = fontlist.load(args.work, args.modules, args.role)
        cells = evalset.make(families, args.role, folder, args.per_size)
    data = [(n, Path(f)) for n, f in (d.split("=", 1) for d in args.data)]
    single = [c for c in cells if "\n" not in c["truth"]]
    several = [c for c in cells if "\n" in c["truth"]]
    parts = []
    if single:
        parts += ["## Single lines (--psm 7)", evaluate(folder, single, data, 7)]
    if several and not args.lines_only:
        parts += ["## Cells of two to four lines (--psm 6)", evaluate(folder, several, data, 6)]
    text = "\n\n".join(parts)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
