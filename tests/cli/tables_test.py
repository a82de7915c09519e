#!/usr/bin/env python3
"""tarang tables: tables_test.py TARANG ROOT"""
import csv
import html.parser
import io
import json

import harness
from harness import SAMPLE, pdf, tarang


def positions(table):
    """How often each position of the grid is covered."""
    counts = {}
    for cell in table["cells"]:
        for row in range(cell["row"], cell["row"] + cell["row_span"]):
            for column in range(cell["column"], cell["column"] + cell["column_span"]):
                counts[row, column] = counts.get((row, column), 0) + 1
    return counts


class Tables(harness.CommandLineTest):
    def tables(self, *arguments, expect=0):
        return json.loads(self.run_quietly("tables", *arguments, expect=expect))

    def test_every_position_is_covered_once(self):
        for options in ([], ["--by-page"]):
            document = self.tables(SAMPLE, *options)
            self.assertTrue(document["tables"])
            for table in document["tables"]:
                whole = {(row, column): 1 for row in range(table["rows"]) for column in range(table["columns"])}
                self.assertEqual(whole, positions(table))

    def test_by_page_no_table_has_two_pages(self):
        for table in self.tables(SAMPLE, "--by-page")["tables"]:
            self.assertEqual(1, len(table["pages"]))

    def test_only_the_pages_asked_for(self):
        document = self.tables(SAMPLE, "--pages", "1")
        self.assertEqual([1], [page["page"] for page in document["pages"]])
        self.assertEqual([[1]], [table["pages"] for table in document["tables"]])
        for outside in ("1-999", "999"):
            done = tarang("tables", SAMPLE, "--pages", outside)
            self.assertEqual((2, ""), (done.returncode, done.stdout), outside)

    def test_several_workers_give_the_same(self):
        one = self.run_quietly("tables", SAMPLE, "--jobs", "1")
        self.assertEqual(one, self.run_quietly("tables", SAMPLE, "--jobs", "3"))

    def test_what_cannot_be_read_is_said_and_still_json(self):
        cases = [(self.file("empty.pdf"), 4, "empty"), (self.file("a.zip", b"PK\x03\x04"), 4, "damaged"),
                 (self.file("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 4, "unsupported_format"),
                 (self.file("words.pdf", b"words"), 4, "not_a_document"),
                 (self.file("bad.pdf", b"%PDF-1.4 and nothing"), 4, "damaged"),
                 (self.file("blank.pdf", pdf()), 3, "no_table")]
        for path, expect, code in cases:
            done = tarang("tables", path)
            self.assertEqual(expect, done.returncode, path)
            document = json.loads(done.stdout)
            self.assertEqual([], document["tables"])
            self.assertIn(code, [finding["code"] for finding in document["findings"]], path)
            self.assertNotEqual("", done.stderr)

    def test_csv_has_the_rows_of_the_tables(self):
        data = self.run_quietly("tables", SAMPLE, "--format", "csv").encode()
        expected = []
        for table in self.tables(SAMPLE)["tables"]:
            grid = [["" for _ in range(table["columns"])] for _ in range(table["rows"])]
            for cell in table["cells"]:
                grid[cell["row"]][cell["column"]] = cell["text"]
            expected += ([[]] if expected else []) + grid
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        self.assertEqual(expected, [[cell.removeprefix("'") for cell in row] for row in rows])

    def test_html_has_the_cells_of_the_tables(self):
        class Cells(html.parser.HTMLParser):
            cells, spans, depth = [], [], None

            def handle_starttag(self, tag, attributes):
                if tag in ("td", "th"):
                    named = dict(attributes)
                    self.cells.append("")
                    self.spans.append((tag, int(named.get("rowspan", 1)), int(named.get("colspan", 1))))
                    self.depth = tag

            def handle_endtag(self, tag):
                self.depth = None if tag == self.depth else self.depth

            def handle_data(self, data):
                if self.depth:
                    self.cells[-1] += data

        page = Cells()
        page.feed(self.run_quietly("tables", SAMPLE, "--format", "html"))
        expected = [cell for table in self.tables(SAMPLE)["tables"] for cell in table["cells"]]
        self.assertEqual([cell["text"] for cell in expected], page.cells)
        self.assertEqual([("th" if cell["header"] else "td", cell["row_span"], cell["column_span"]) for cell in expected],
                         page.spans)

    def test_what_cannot_be_read_is_said_in_every_format(self):
        path = self.file("words.pdf", b"words")
        page = tarang("tables", path, "--format", "html", "--lang", "en")
        self.assertEqual(4, page.returncode)
        self.assertIn("No tables", page.stdout)
        self.assertEqual((4, "\ufeff"), (tarang("tables", path, "--format", "csv").returncode,
                                         tarang("tables", path, "--format", "csv").stdout))

    def test_a_missing_file_is_4(self):
        done = tarang("tables", self.folder / "no.pdf")
        self.assertEqual(4, done.returncode)
        self.assertEqual([], json.loads(done.stdout)["tables"])


if __name__ == "__main__":
    harness.main()
