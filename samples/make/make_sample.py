#!/usr/bin/env python3
"""Sets a sample report: make_sample.py NAME [--html FILE]

The texts come from samples/NAME.truth.json, which was written first and states what must come out; the
look comes from samples/make/NAME.layout.json. Chromium or LibreOffice (from .docx) sets the pages: they break
the table's rows where the paper ends and repeat the header, as an office's word processor does. Needs chromium,
libreoffice-writer, python3-docx, python3-pikepdf and fonts-thai-tlwg. Other versions of them may break lines
and pages elsewhere: look at the result, then renew the expected results beside it.

What a layout may say, beyond font, size, line_height and creation_date:

maker          "chromium" or "libreoffice"
paper, furniture, css, header_once, thai_page_numbers, before, after    as in pages.py; before and after are blocks
columns        key, header, width, and where wanted align, break ("anywhere"), over (the header of several columns)
ticks          the columns' keys "tick:HEADER" stand for the result; the mark that is set
months         the columns' keys "month:HEADER" stand for the period; by group: "arrow", "bar" or "shade", with Chromium
groups         "tables" (each group under its headings), "rows" (headings as rows) or "column" (the project merged)
column_numbers a row (๑) (๒) ... under the header
typed          how some letters were typed: {"แ": "เเ"}
damage         what damage.py does to the text layer
turned         how turn.py turns each page
"""
import argparse
import json
import pathlib
import re

import damage
import pages
import turn

SAMPLES = pathlib.Path(__file__).resolve().parent.parent
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
HEADINGS = ("plan", "strategy", "project")
LOOK = {"maker": "chromium", "paper": "A4 landscape", "margin": "14mm 12mm 16mm 12mm", "css": "", "rule": 0.75,
        "furniture": {"bottom-center": "หน้า {n}"}, "thai_page_numbers": True, "header_once": False, "groups": "tables",
        "ticks": None, "months": [], "column_numbers": False, "break_anywhere": [], "before": [], "after": [], "typed": {}, "damage": None,
        "turned": None}


def number_of(activity, layout):
    return str(activity["number"]).translate(THAI_DIGITS) if layout["thai_page_numbers"] else str(activity["number"])


def month_cell(activity, header, mark):
    """The period's months are neighbours: an arrow or bar begins in the first and runs over all."""
    months = activity["period"].split()
    if mark == "shade":
        return {"text": "", "shade": header in months}
    return {"text": "", "drawn": mark if months[:1] == [header] else None, "over": len(months)}


def cell(activity, column, layout, group=0):
    key = column["key"]
    if key.startswith("month:"):
        return month_cell(activity, column["header"], layout["months"][group])
    if key.startswith("tick:"):
        return {"text": layout["ticks"] if activity["result"] == column["header"] else "", "align": "center"}
    text = number_of(activity, layout) if key == "number" else activity[key]
    anywhere = column.get("break") == "anywhere" or [activity["number"], key] in layout["break_anywhere"]
    for right, typed in layout["typed"].items():
        text = text.replace(right, typed)
    return {"text": text, "align": column.get("align"), "anywhere": anywhere}


def header_rows(layout):
    columns = layout["columns"]
    deep = any("over" in column for column in columns)
    upper, lower = [], []
    for column in columns:
        if "over" not in column:
            upper.append({"text": column["header"], "rows": 2 if deep else 1})
            continue
        if upper and upper[-1].get("group") == column["over"]:
            upper[-1]["cols"] += 1
        else:
            upper.append({"text": column["over"], "cols": 1, "group": column["over"]})
        lower.append({"text": column["header"]})
    numbers = [{"text": f"({index})".translate(THAI_DIGITS)} for index in range(1, len(columns) + 1)]
    return [upper] + ([lower] if deep else []) + ([numbers] if layout["column_numbers"] else [])


def total_row(total, layout):
    """The total's words over the columns before the amounts, the amounts under theirs."""
    keys = [column["key"] for column in layout["columns"]]
    before = keys.index(layout["total_after"]) + 1
    words, *amounts = total
    cells = [{"text": words, "cols": before, "align": "right"}]
    cells += [{"text": amount, "align": "right" if len(amounts) > 1 else None, "anywhere": True} for amount in amounts]
    rest = len(keys) - before - len(amounts)
    return cells + ([{"text": "", "cols": rest}] if rest else [])


def group_rows(group, layout, place):
    columns = layout["columns"]
    rows = []
    if layout["groups"] == "rows":
        rows += [[{"text": group[key], "cols": len(columns), "bold": True}] for key in HEADINGS if key in group]
    for index, activity in enumerate(group["activities"]):
        own = [column for column in columns if column["key"] != "project" or index == 0]
        rows.append([{"text": group["project"], "rows": len(group["activities"])} if column["key"] == "project"
                     else cell(activity, column, layout, place) for column in own])
    return rows + ([total_row(group["total"], layout)] if "total" in group else [])


def table(groups, layout):
    return {"widths": [float(column["width"].rstrip("%")) for column in layout["columns"]], "header": header_rows(layout),
            "rows": [row for place, group in groups for row in group_rows(group, layout, place)]}


def headings(group, keys=HEADINGS):
    return [{"p": group[key], "align": "center", "bold": True} for key in keys if key in group]


def document(truth, layout):
    blocks = layout["before"] + [{"p": truth[key], "align": "center", "bold": True} for key in ("title", "agency", "fiscal_year_text")]
    groups = truth["groups"]
    if layout["groups"] == "tables":
        for index, group in enumerate(groups):
            blocks += ([{"break": True}] if index else []) + headings(group) + [table([(index, group)], layout)]
    else:
        above = ("plan", "strategy") if layout["groups"] == "column" else ()
        blocks += headings(groups[0], above) + [table(list(enumerate(groups)), layout)]
    return {**layout, "blocks": blocks + layout["after"]}


def dated(path, creation_date):
    """The one thing that differs from run to run; the replacement is as long, so that offsets stay true."""
    path.write_bytes(re.sub(rb"\(D:\d{14}\+00'00'\)", b"(" + creation_date.encode() + b")", path.read_bytes()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--html", type=pathlib.Path, help="write the page that Chromium sets, and stop")
    arguments = parser.parse_args()
    truth = json.loads((SAMPLES / f"{arguments.name}.truth.json").read_text(encoding="utf-8"))
    layout = LOOK | json.loads((SAMPLES / "make" / f"{arguments.name}.layout.json").read_text(encoding="utf-8"))
    made = document(truth, layout)
    if arguments.html:
        arguments.html.write_text(pages.html_of(made), encoding="utf-8")
        return
    target = SAMPLES / f"{arguments.name}.pdf"
    (pages.by_chromium if layout["maker"] == "chromium" else pages.by_libreoffice)(made, target)
    if layout["damage"]:
        damage.damage(target, layout["damage"])
    if layout["turned"]:
        turn.turn(target, layout["turned"])
    dated(target, layout["creation_date"])


if __name__ == "__main__":
    main()
