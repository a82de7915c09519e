#!/usr/bin/env python3
"""How well scans are read, and whether a cell's confidence says so.

    bench/scans/confidence.py [--letters build/release/bench/tarang_bench_letters] [--fit] [--cells FILE.tsv]

Sets reports of samples/ anew in other fonts (samples/make), scans them with each of the damages below, and
compares every cell with its text. The fonts are in two halves: --fit takes from the first what the engine's
confidence in a letter is worth, for the table in recognize/symbols.cpp; without it the second half, which that
table has not seen, shows what a cell's confidence is worth. Needs what samples/make needs.
"""
import argparse
import re
import subprocess
import sys
import tempfile
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples/make"))
import make_sample  # noqa: E402
import pages  # noqa: E402

FIT = {"reading-2567": ("Noto Looped Thai", 9.5), "ticks-2566": ("Laksaman", 12.5), "portrait-2567": ("Norasi", 11),
       "spending-2567": ("Loma", 10), "sections-2567": ("Kinnari", 10.5)}
CHECK = {"reading-2567": ("Umpush", 10), "narrow-2566": ("Waree", 8.5), "portrait-2567": ("Noto Serif Thai", 10),
         "spending-2567": ("Garuda", 9.5), "sections-2567": ("Arundina Serif", 10), "project-column-2568": ("Noto Sans Thai", 10)}
DAMAGES = {
    "300 gray": ["--dpi", "300", "--jpeg", "85"],
    "200 gray": ["--dpi", "200", "--skew", "0.9", "--noise", "9", "--blur", "0.8", "--jpeg", "50", "--shade", "0.2"],
    "200 bilevel": ["--dpi", "200", "--kind", "bilevel", "--skew", "-1.4", "--noise", "6", "--blur", "0.5"],
    "150 gray": ["--dpi", "150", "--skew", "0.5", "--noise", "7", "--blur", "0.5", "--jpeg", "60"],
    "150 bilevel": ["--dpi", "150", "--kind", "bilevel", "--noise", "5", "--break-rules", "0.03"],
}
BANDS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
CLUSTER = re.compile("[^\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]?[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*")


def plain(text):
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def clusters(text):
    """Letters with their marks."""
    return [cluster for cluster in CLUSTER.findall(plain(text)) if cluster]


def set_report(name, font, size, target):
    truth = make_sample.json.loads((make_sample.SAMPLES / f"{name}.truth.json").read_text(encoding="utf-8"))
    layout = make_sample.LOOK | make_sample.json.loads(
        (make_sample.SAMPLES / "make" / f"{name}.layout.json").read_text(encoding="utf-8")) | {"font": font, "size": size}
    made = make_sample.document(truth, layout)
    (pages.by_chromium if layout["maker"] == "chromium" else pages.by_libreoffice)(made, target)


def cells_of(letters, digital, scan):
    """(clusters wanted, [(cluster read, confidence)]) of each cell."""
    out = subprocess.run([letters, digital, scan], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        wanted, *read = line.split("\t")
        yield clusters(wanted), [(plain(text), float(chance)) for text, chance in zip(read[::2], read[1::2])]


def verdicts(wanted, read):
    """Whether each letter that was read is right; one that was left out is a fault of the one before."""
    right = [False] * len(read)
    faults = set()
    for kind, a, b, c, d in SequenceMatcher(None, wanted, [text for text, _ in read], autojunk=False).get_opcodes():
        if kind == "equal":
            right[c:d] = [True] * (d - c)
        elif kind == "delete" and read:
            faults.add(max(0, c - 1))
    return [good and place not in faults for place, good in enumerate(right)]


def chance_of(read):
    product = 1.0
    for _, chance in read:
        product *= chance
    return product


def gather(reports, letters, folder):
    cells = []
    for name, (font, size) in reports.items():
        digital = folder / f"{name}.pdf"
        set_report(name, font, size, digital)
        for damage, options in DAMAGES.items():
            scan = folder / "scan.pdf"
            subprocess.run([sys.executable, ROOT / "samples/make/make_scan.py", digital, scan, *options], check=True)
            cells += [(damage, font, *cell) for cell in cells_of(letters, digital, scan)]
    return cells


def print_shares(title, cells, key):
    print(f"{title:16}{'cells':>8}{'right':>9}{'letters wrong':>15}")
    for group in dict.fromkeys(map(key, cells)):
        here = [cell for cell in cells if key(cell) == group]
        letters = [right for _, _, wanted, read in here for right in verdicts(wanted, read)]
        right = sum(wanted == [text for text, _ in read] for _, _, wanted, read in here)
        print(f"{group:16}{len(here):8}{100 * right / len(here):8.1f}%{100 * letters.count(False) / max(1, len(letters)):14.2f}%")


def print_curve(cells):
    print(f"\n{'confidence':14}{'cells':>8}{'right':>9}{'expected':>10}")
    for low, high in zip(BANDS, BANDS[1:]):
        band = [(wanted == [text for text, _ in read], chance_of(read)) for _, _, wanted, read in cells
                if read and low <= chance_of(read) < high]
        if band:
            print(f"{low:.2f} - {min(high, 1):.2f}   {len(band):8}{100 * sum(right for right, _ in band) / len(band):8.1f}%"
                  f"{100 * sum(chance for _, chance in band) / len(band):9.1f}%")


def table_now():
    source = (ROOT / "pipeline/recognize/symbols.cpp").read_text(encoding="utf-8")
    body = re.search(r"kCalibration = \{\{(.*?)\}\};", source, re.S).group(1)
    return [(float(engine), float(right)) for engine, right in re.findall(r"\{([\d.]+)F?, ([\d.]+)F?\}", body)]


def engine_of(chance, table):
    """The engine's own confidence: the table, backwards."""
    for (x0, y0), (x1, y1) in zip(table, table[1:]):
        if chance <= y1:
            return x0 + (x1 - x0) * max(0.0, chance - y0) / (y1 - y0)
    return 1.0


def print_fit(cells):
    """The share of right letters in bands of the engine's confidence, never falling."""
    table = table_now()
    letters = sorted((engine_of(chance, table), right) for _, _, wanted, read in cells
                     for (_, chance), right in zip(read, verdicts(wanted, read)))
    edges = [0, 0.5, 0.75, 0.86, 0.9, 0.93, 0.955, 0.97, 0.98, 0.986, 0.9895, 0.9915, 1.0001]
    pools = []
    for low, high in zip(edges, edges[1:]):
        band = [(engine, right) for engine, right in letters if low <= engine < high]
        if not band:
            continue
        pools.append([sum(e for e, _ in band), sum(r for _, r in band), len(band)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    print(f"\n{'engine':>10}{'right':>10}{'letters':>10}")
    for engine, right, count in pools:
        print(f"{engine / count:10.4f}{(right + 0.5) / (count + 1):10.4f}{count:10}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letters", type=Path, default=ROOT / "build/release/bench/tarang_bench_letters")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--cells", type=Path, help="every cell, for a closer look")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tarang-bench-") as folder:
        cells = gather(FIT if arguments.fit else CHECK, arguments.letters.resolve(), Path(folder))
    print_shares("damage", cells, lambda cell: cell[0])
    print_shares("\nfont", cells, lambda cell: cell[1])
    print_curve(cells)
    if arguments.fit:
        print_fit(cells)
    if arguments.cells:
        arguments.cells.write_text("".join(f"{damage}\t{font}\t{chance_of(read):.3f}\t{''.join(wanted)}\t{''.join(t for t, _ in read)}\n"
                                           for damage, font, wanted, read in cells), encoding="utf-8")


if __name__ == "__main__":
    main()
