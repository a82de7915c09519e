#!/usr/bin/env python3
"""Reads workbooks back with another program's reader: xlsx_test.py XLSX_SAMPLE"""
import datetime
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl

LONG = "x" * 40_000
PROBLEMS = "http://example.org/ _x0041_\tก\ufffd 😀\n- ข"


def unescaped(text):
    """openpyxl leaves Excel's escapes of single characters as they are."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


class Workbooks(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        subprocess.run([sys.argv[1], cls.folder], check=True)
        cls.whole = openpyxl.load_workbook(cls.folder / "whole.xlsx")
        cls.small = openpyxl.load_workbook(cls.folder / "small.xlsx")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def cells(self, row, sheet="Activities", book=None):
        """The cells of a row (from 1, header included) by their column's title; the first of two alike."""
        sheet = (book or self.whole)[sheet]
        return {title.value: cell for title, cell in reversed(list(zip(sheet[1], sheet[row])))}

    def test_sheets(self):
        self.assertEqual(["Report", "Activities", "Sums", "Findings", "Other rows", "Tables", "Documents", "Long texts"], self.whole.sheetnames)
        for sheet in self.whole.worksheets[1:]:
            self.assertEqual("2", re.sub("[A-Z]+", "", sheet.freeze_panes), sheet.title)
            self.assertEqual(f"A1:{openpyxl.utils.get_column_letter(sheet.max_column)}{sheet.max_row}",
                             sheet.auto_filter.ref.replace("$", ""), sheet.title)

    def test_the_report_stands_first_as_its_office_knows_it(self):
        sheet = self.whole["Report"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        self.assertEqual(["57010002 โรงเรียนบ้านตัวอย่าง", "รายงานผลการดำเนินงาน ปีงบประมาณ ๒๕๖๒", "Fiscal year 2562"], [row[0] for row in rows[:3]])
        header = rows[3]
        self.assertEqual("number", header[0])
        self.assertIn("budget (baht)", header)
        self.assertNotIn("SHA-256", " ".join(filter(None, header)))
        self.assertEqual("ยุทธศาสตร์ที่ ๒ พัฒนาครู · โครงการพัฒนาครูทั้งระบบ", rows[4][0])
        first = dict(zip(header, rows[5]))
        self.assertEqual(("๕", 159100, PROBLEMS), (first["number"], first["budget (baht)"], unescaped(first["problems"])))
        total = next(row for row in rows if str(row[0]).startswith("Total"))
        # More digits than a number of Excel holds.
        self.assertEqual(("Total: 2 activities", "12,345,678,901,393,667.89"), (total[0], total[header.index("budget (baht)")]))
        self.assertEqual(("landscape", 9, True, 1, 0), (sheet.page_setup.orientation, int(sheet.page_setup.paperSize), sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight))
        self.assertEqual("$4:$4", sheet.print_title_rows)
        self.assertIn("&P", sheet.oddFooter.center.text)
        self.assertEqual({9.0}, {cell.font.sz for row in sheet.iter_rows(min_row=4) for cell in row if cell.value is not None})
        self.assertEqual("thin", sheet.cell(6, 2).border.left.style)
        # Widths in digits of Arial 10, 7.41 dots of a 96th of an inch; A4 without the margins.
        dots = sum(7.41 * sheet.column_dimensions[openpyxl.utils.get_column_letter(i + 1)].width for i in range(len(header)))
        self.assertLessEqual(dots, (297 / 25.4 - 0.5) * 96)
        marked = {header[cell.column - 1] for cell in sheet[6] if cell.fill.fgColor.rgb == "FFFFF3C4"}
        self.assertEqual({"activity", "period"}, marked)

    def test_sheets_that_would_be_empty_are_left_out(self):
        bare = openpyxl.load_workbook(self.folder / "bare.xlsx")
        self.assertEqual(["Documents"], bare.sheetnames)

    def test_values_have_their_types(self):
        cells = self.cells(2)
        self.assertEqual(datetime.datetime(2019, 3, 1), cells["Start"].value)
        self.assertEqual("yyyy-mm-dd", cells["Start"].number_format)
        self.assertEqual((159100, "#,##0.00"), (cells["Budget (baht)"].value, cells["Budget (baht)"].number_format))
        self.assertEqual(-0.5, cells["Spent (baht)"].value)
        self.assertEqual((1, 2, 2), tuple(cells[title].value for title in ("First page", "Last page", "Flags")))
        self.assertEqual(("completed", "3, 4"), (cells["Status"].value, cells["Quarters"].value))
        self.assertEqual("activity; period", cells["To check"].value)

    def test_text_is_text(self):
        cells = self.cells(2)
        self.assertEqual(("1.10", "s"), (cells["No."].value, cells["No."].data_type))
        self.assertEqual(("=1+1", "inlineStr"), (cells["Activity"].value, self.type_in_file("C2")))
        self.assertEqual(PROBLEMS, unescaped(cells["Problems"].value))
        self.assertIsNone(cells["Problems"].hyperlink)
        with zipfile.ZipFile(self.folder / "whole.xlsx") as book:
            content = b"".join(book.read(name) for name in book.namelist() if name.startswith("xl/worksheets"))
        self.assertNotIn(b"<f>", content)
        self.assertNotIn(b"hyperlink", content)

    def type_in_file(self, place):
        with zipfile.ZipFile(self.folder / "whole.xlsx") as book:
            text = book.read("xl/worksheets/sheet2.xml").decode()
        return re.search(rf'<c r="{place}"[^>]* t="(\w+)"', text).group(1)

    def test_flagged_cells_are_marked(self):
        cells = self.cells(2)
        marked = {title for title, cell in cells.items() if cell.fill.fgColor.rgb == "FFFFF3C4"}
        self.assertEqual({"Activity", "Start", "End", "Quarters", "School year", "Term", "Period, as printed"}, marked)

    def test_what_a_number_or_day_of_excel_cannot_hold_is_text(self):
        cells = self.cells(3)
        self.assertEqual("12,345,678,901,234,567.89", cells["Budget (baht)"].value)
        self.assertEqual("1899-12-31", cells["Start"].value)
        self.assertEqual(datetime.datetime(1900, 3, 1), cells["End"].value)
        self.assertEqual("?", self.cells(2, "Sums")["Budget (baht)"].value)

    def test_unknown_columns_of_one_name_are_two(self):
        headers = [cell.value for cell in self.whole["Activities"][1]]
        self.assertEqual(["งบประมาณ > แหล่งเงิน"] * 2, headers[-2:])
        self.assertEqual(["เงินอุดหนุน", "สอง"], [cell.value for cell in self.whole["Activities"][2]][-2:])

    def test_a_text_too_long_for_a_cell_is_whole_elsewhere(self):
        shown = self.cells(3)["Activity"].value
        self.assertLessEqual(len(shown), 32_767)
        self.assertTrue(shown.endswith(" … (whole in sheet “Long texts”)"))
        rows = list(self.whole["Long texts"].iter_rows(min_row=2, values_only=True))
        self.assertEqual(LONG, "".join(text for *_, text in rows))
        self.assertEqual([("Activities", "C3", part + 1) for part in range(len(rows))], [row[:3] for row in rows])

    def test_other_rows_and_findings(self):
        rows = list(self.whole["Other rows"].iter_rows(min_row=2, values_only=True))
        self.assertEqual([("รายงาน.pdf", "total", 2, "t1"), ("รายงาน.pdf", "signature", None, "t1"), ("รายงาน.pdf", "other", 3, "t2")],
                         [row[:4] for row in rows])
        self.assertEqual(("รวม", "๑๕๙,๑๐๐"), rows[0][5:7])
        self.assertEqual(("เครื่องพิมพ์", "๒"), rows[2][5:7])
        codes = [row[6] for row in self.whole["Findings"].iter_rows(min_row=2, values_only=True)]
        self.assertEqual(["join_doubtful", "quarters_contradict_months", "page_unreadable", "fiscal_year_missing"], codes)
        self.assertEqual(("1.10", "period"), tuple(self.cells(3, "Findings")[title].value for title in ("No.", "Field")))
        self.assertEqual(("partial", 3), tuple(self.cells(2, "Documents")[t].value for t in ("Document state", "Pages")))

    def test_tables(self):
        rows = [self.cells(row, "Tables") for row in (2, 3)]
        self.assertEqual([("t1", "report", 2), ("t2", "not of activities", 0)],
                         [tuple(row[title].value for title in ("Table", "Kind of table", "Activities")) for row in rows])
        self.assertIn("ทะเบียนครุภัณฑ์", rows[1]["Reason"].value)

    def test_columns_of_real_forms(self):
        cells = self.cells(2)
        self.assertEqual((75.5, "0.00"), (cells["Progress (percent)"].value, cells["Progress (percent)"].number_format))
        self.assertEqual(("sum", 98000), tuple(cells[title].value for title in ("Really used, stated", "Really used (baht)")))
        self.assertEqual(("57010002", "report", "t3"), tuple(cells[t].value for t in ("Submitted by, code", "Kind of table", "Also in")))

    # With two rows and four columns a sheet everything runs over: the rows into further sheets, the other columns and
    # long texts into the sheet of long texts. Nothing may be missing.
    def test_what_runs_over_is_elsewhere(self):
        names = self.small.sheetnames
        self.assertEqual({"Activities", "Activities (2)", "Findings (4)", "Long texts", "Long texts (2)"},
                         {"Activities", "Activities (2)", "Findings (4)", "Long texts", "Long texts (2)"} & set(names))
        kept = {}
        for name in names:
            sheet = self.small[name]
            if name.startswith("Report"):
                continue  # a sheet of its own kind: what it cannot hold is in the others
            self.assertLessEqual((sheet.max_row, sheet.max_column), (2, 4), name)
            if name.startswith("Long texts"):
                where, place, part, text = [cell.value for cell in sheet[2]]
                kept.setdefault((where, place), []).append((part, text))
        texts = {key: "".join(text for _, text in sorted(parts)) for key, parts in kept.items()}
        self.assertEqual(LONG, texts["Activities (2)", "C2"])
        self.assertEqual(PROBLEMS, unescaped(texts["Activities", "2: Problems"]))
        self.assertEqual("2019-03-01", texts["Activities", "2: Start"])
        self.assertEqual("159100.00", texts["Activities", "2: Budget (baht)"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
