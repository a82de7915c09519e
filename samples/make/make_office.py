#!/usr/bin/env python3
"""The reports of samples as Word and Excel files: make_office.py NAME...

The same texts (samples/NAME.truth.json) and the same look as the PDF (make/NAME.layout.json), as offices submit them:
samples/office/NAME.docx, and NAME.xlsx with amounts and days stored as numbers in formats that show them as printed.
Needs python3-docx and python3-openpyxl. Both write the same bytes again for the same texts.
"""
import datetime
import json
import pathlib
import re
import sys
import zipfile

import make_sample
import pages

OFFICE = make_sample.SAMPLES / "office"
EUROPEAN = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
MONTHS = ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม").split()
DAY = re.compile(r"([๐-๙]{1,2}) (" + "|".join(MONTHS) + r") (๒๕[๐-๙]{2})")
MADE = (2026, 1, 5, 8, 0, 0)


def stored(text):
    """What a clerk types for a text: (value, number format)."""
    if re.fullmatch(r"[๐-๙]{1,3}(,[๐-๙]{3})+|[๐-๙]+", text):
        return int(text.translate(EUROPEAN).replace(",", "")), "[$-D00041E]#,##0" if "," in text else "[$-D00041E]0"
    day = DAY.fullmatch(text)
    if day:
        year = int(day[3].translate(EUROPEAN)) - 543
        return datetime.date(year, MONTHS.index(day[2]) + 1, int(day[1].translate(EUROPEAN))), "[$-D07041E]d mmmm yyyy"
    return text, "General"


class Xlsx:
    """The document as a sheet: a column of the table is a column, headings stand in the first."""

    def __init__(self, document):
        import openpyxl
        self.book = openpyxl.Workbook()
        self.sheet = self.book.active
        self.sheet.title = "รายงาน"
        self.row = 0
        for block in document["blocks"]:
            if "p" in block:
                for line in block["p"].split("\n"):
                    self.row += 1
                    self.sheet.cell(self.row, 1, line)
            elif "break" in block:
                self.row += 1
            else:
                self.add_table(block)

    def add_table(self, block):
        from openpyxl.styles import Font, PatternFill
        taken = set()
        for r, cells in enumerate(block["header"] + block["rows"]):
            self.row += 1
            column = 1
            for cell in cells:
                while (self.row, column) in taken:
                    column += 1
                down, right = cell.get("rows", 1), cell.get("cols", 1)
                taken.update((self.row + i, column + j) for i in range(down) for j in range(right))
                place = self.sheet.cell(self.row, column)
                if cell["text"]:
                    place.value, place.number_format = stored(cell["text"])
                place.font = Font(bold=r < len(block["header"]))
                if cell.get("shade"):
                    place.fill = PatternFill("solid", fgColor="FFBDD7EE")
                for month in range(cell.get("over", 0) if cell.get("drawn") else 0):
                    self.sheet.cell(self.row, column + month, "↔")
                if down > 1 or right > 1:
                    self.sheet.merge_cells(start_row=self.row, end_row=self.row + down - 1, start_column=column,
                                           end_column=column + right - 1)
                column += right


def steady(path):
    """Times of making taken out: the same texts give the same file."""
    with zipfile.ZipFile(path) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-05T08:00:00Z", content) if name.startswith("docProps/") else content
            target.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)


def main():
    OFFICE.mkdir(exist_ok=True)
    for name in sys.argv[1:]:
        truth = json.loads((make_sample.SAMPLES / f"{name}.truth.json").read_text(encoding="utf-8"))
        layout = make_sample.LOOK | json.loads((make_sample.SAMPLES / "make" / f"{name}.layout.json").read_text(encoding="utf-8"))
        made = make_sample.document(truth, layout)
        pages.Docx(made).docx.save(OFFICE / f"{name}.docx")
        Xlsx(made).book.save(OFFICE / f"{name}.xlsx")
        for kind in ("docx", "xlsx"):
            steady(OFFICE / f"{name}.{kind}")


if __name__ == "__main__":
    main()
