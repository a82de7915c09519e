#!/usr/bin/python3
"""Scores tables by their cells' neighbours (the structure measure of the ICDAR 2013 table competition).

Each cell that is not empty stands in a relation to the nearest cell that is not empty, to its right and below.
A relation is the two texts, without white space, and the direction. Tables are paired one to one within a page;
precision, recall and F1 are those of a document's relations, and the figure is the documents' mean.

usage: score.py --tarang PROGRAM CORPUS [--detail]     a corpus made by make_corpus.py: NAME.pdf, NAME.truth.json
       score.py --found FOLDER CORPUS [--detail]       FOLDER holds NAME.json as `tarang tables --by-page` writes it
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")


LIGATURES = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in "\ufb00\ufb01\ufb02\ufb03\ufb04"}


def bare(text):
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text).translate(LIGATURES))


def relations(cells):
    """The multiset of relations of one table; cells as dicts with row, column, row_span, column_span, text."""
    at = {}
    for index, cell in enumerate(cells):
        for row in range(cell["row"], cell["row"] + cell.get("row_span", 1)):
            for column in range(cell["column"], cell["column"] + cell.get("column_span", 1)):
                at[row, column] = index
    if not at:
        return collections.Counter()
    rows, columns = (1 + max(place[i] for place in at) for i in (0, 1))
    texts = [bare(cell["text"]) for cell in cells]
    pairs = set()
    for lines, direction in ((rows, "right"), (columns, "down")):
        for line in range(lines):
            before = None
            for step in range(columns if direction == "right" else rows):
                index = at.get((line, step) if direction == "right" else (step, line))
                if index is None or not texts[index] or index == before:
                    continue
                if before is not None:
                    pairs.add((before, index, direction))
                before = index
    return collections.Counter((texts[a], texts[b], direction) for a, b, direction in pairs)


def score(truth, found):
    """(matched, in truth, in found) for one document; both map a page to its tables' cells."""
    matched = expected = given = 0
    for page in set(truth) | set(found):
        wanted = [relations(cells) for cells in truth.get(page, [])]
        got = [relations(cells) for cells in found.get(page, [])]
        expected += sum(sum(r.values()) for r in wanted)
        given += sum(sum(r.values()) for r in got)
        common = sorted(((sum((w & g).values()), i, j) for i, w in enumerate(wanted) for j, g in enumerate(got)),
                        reverse=True)
        free_wanted, free_got = set(range(len(wanted))), set(range(len(got)))
        for count, i, j in common:
            if i in free_wanted and j in free_got:
                matched += count
                free_wanted.discard(i)
                free_got.discard(j)
    return matched, expected, given


def f1(matched, expected, given):
    precision = matched / given if given else float(expected == 0)
    recall = matched / expected if expected else float(given == 0)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def tables_by_page(document):
    pages = collections.defaultdict(list)
    for table in document["tables"]:
        pages[table["page"] if "page" in table else table["pages"][0]].append(table["cells"])
    return pages


def found_for(pdf, arguments):
    if arguments.found:
        return json.loads((pathlib.Path(arguments.found) / (pdf.stem + ".json")).read_text())
    command = [arguments.tarang, "tables", str(pdf), "--by-page", "--format", "json"]
    answer = subprocess.run(command, capture_output=True, text=True)
    return json.loads(answer.stdout) if answer.stdout else {"tables": []}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--tarang")
    parser.add_argument("--found")
    parser.add_argument("--detail", action="store_true", help="one line a document, the worst first")
    arguments = parser.parse_args()
    results = []
    for path in sorted(arguments.corpus.glob("*.truth.json")):
        truth = json.loads(path.read_text())
        pdf = path.with_name(path.name.replace(".truth.json", ".pdf"))
        counts = score(tables_by_page(truth), tables_by_page(found_for(pdf, arguments)))
        results.append((f1(*counts), counts, truth["style"], pdf.stem))
    if not results:
        sys.exit("no *.truth.json in " + str(arguments.corpus))
    if arguments.detail:
        for (precision, recall, f), counts, style, name in sorted(results, key=lambda r: r[0][2]):
            print(f"{f:.3f}  P {precision:.3f}  R {recall:.3f}  {counts}  {name}")
    styles = collections.defaultdict(list)
    for figures, _, style, _ in results:
        styles[style].append(figures)
    styles["all"] = [figures for figures, *_ in results]
    for style, figures in styles.items():
        p, r, f = (sum(x[i] for x in figures) / len(figures) for i in range(3))
        print(f"{style:14} {len(figures):4} documents  precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}")


if __name__ == "__main__":
    main()
