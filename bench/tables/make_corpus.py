#!/usr/bin/python3
"""Composes papers with tables of every kind of ruling, and what their tables hold.

usage: make_corpus.py FOLDER [--seed N] [--each N] [--style NAME ...]

For each style, `--each` documents NAME.pdf with NAME.truth.json. Papers are set by Chromium; the same seed gives the
same papers. Prose, lists, contents pages, forms, addresses and two-column text stand around the tables, and the
style `prose` has no table at all.
"""
import argparse
import html
import json
import pathlib
import random
import subprocess
import tempfile

STYLES = ("full", "rows", "booktabs", "header", "none", "zebra", "columns", "frame", "sheet", "texts", "prose")
FONTS = {"en": ("DejaVu Serif", "DejaVu Sans", "Liberation Serif", "Liberation Sans", "Loma", "Norasi"),
         "th": ("Laksaman", "Garuda", "Norasi", "Loma", "Kinnari", "Umpush")}
WORDS = {"en": """agency annual area average balance benefit budget capital central change children city civil claims
 commission community comparison cost council country current data decline department development district education
 employment energy estimate expenditure export family federal figure finance fiscal foreign fund general government
 growth health higher household housing import income increase industry investment labour land level local lower
 management manufacturing market measure member million national number office operating other output period personal
 planning population price primary private production programme project property public rate receipts region report
 research resources revenue rural school sector security service share social source staff standard state statistics
 supply support survey system tax total trade training transport under unit urban value water women workers year""",
         "th": """การ งาน พัฒนา ครู โรงเรียน สำนักงาน เขตพื้นที่ การศึกษา นักเรียน คุณภาพ จัดการ เรียนรู้ โครงการ
 กิจกรรม แผน ปฏิบัติการ ประจำปี งบประมาณ ส่งเสริม สนับสนุน บุคลากร ประชุม อบรม ติดตาม ประเมินผล รายงาน ระดับ ผู้บริหาร
 ชุมชน ท้องถิ่น ระบบ ข้อมูล สารสนเทศ เทคโนโลยี วัด ผล สัมฤทธิ์ มาตรฐาน ภายใน ภายนอก จังหวัด อำเภอ ประชาชน บริการ สุขภาพ
 น้ำ ดิน ถนน อาคาร ก่อสร้าง ซ่อมแซม วัสดุ ครุภัณฑ์ ค่าใช้จ่าย เงินอุดหนุน รายได้ เป้าหมาย ตัวชี้วัด ร้อยละ ผู้เข้าร่วม"""}
WORDS = {language: words.split() for language, words in WORDS.items()}


class Paper:
    """One document in the making: random choices, HTML pages and the truth."""

    def __init__(self, style, seed):
        self.rng = random.Random(f"{style}/{seed}")
        self.style = style
        self.language = self.rng.choice(("en", "en", "th"))
        self.landscape = self.rng.random() < (0.7 if style == "sheet" else 0.2)
        self.size = self.rng.uniform(8.5, 12) * (1.15 if self.language == "th" else 1)
        self.pages, self.tables = [], []

    # words
    def words(self, low, high):
        chosen = [self.rng.choice(WORDS[self.language]) for _ in range(self.rng.randint(low, high))]
        return "".join(chosen) if self.language == "th" else " ".join(chosen)

    def title(self, low=2, high=6):
        text = self.words(low, high)
        return text[0].upper() + text[1:]

    def sentence(self):
        if self.language == "th":
            return " ".join(self.words(3, 9) for _ in range(self.rng.randint(2, 5)))
        return self.title(7, 22) + "."

    def number(self):
        kind = self.rng.random()
        if kind < 0.5:
            return f"{self.rng.randint(0, 10 ** self.rng.randint(1, 6)):,}"
        if kind < 0.85:
            return f"{self.rng.uniform(0, 120):.{self.rng.randint(1, 2)}f}"
        return self.rng.choice(("-", "n.a.", "0", ".."))

    # other text
    def prose(self, low=2, high=6):
        columns = "columns:2;column-gap:7mm;" if self.two_columns else ""
        paragraphs = ["".join(f"<p>{' '.join(self.sentence() for _ in range(self.rng.randint(low, high)))}</p>")
                      for _ in range(self.rng.randint(1, 3))]
        return f"<div style='{columns}text-align:{self.rng.choice(('left', 'justify'))}'>{''.join(paragraphs)}</div>"

    def distraction(self):
        rng = self.rng
        items = range(rng.randint(3, 7))
        kind = rng.choice(("list", "numbers", "contents", "form", "address", "signatures", "references", "title"))
        if kind == "list":
            return "<ul>" + "".join(f"<li>{self.title(3, 20)}</li>" for _ in items) + "</ul>"
        if kind == "numbers":
            return "<ol>" + "".join(f"<li>{self.title(3, 24)}</li>" for _ in items) + "</ol>"
        if kind == "contents":
            return "".join(f"<div style='display:flex'><span>{i + 1}. {self.title()}</span><span style='flex:1;"
                           f"overflow:hidden;white-space:nowrap'>{'.' * 200}</span><span>{3 * i + 2}</span></div>"
                           for i in items)
        if kind == "form":
            return "".join(f"<div>{self.title(1, 2)}: {self.title(1, 4)}</div>" for _ in items)
        if kind == "address":
            lines = "".join(f"<div>{self.title(1, 3)}</div>" for _ in range(3))
            return f"<div style='margin-left:55%'>{lines}</div>"
        if kind == "signatures":
            one = f"<div style='text-align:center'>...................................<br>({self.title(2, 2)})<br>{self.title(1, 2)}</div>"
            return f"<div style='display:flex;justify-content:space-around'>{one}{one}</div>"
        if kind == "references":
            return "".join(f"<p style='margin-left:2em;text-indent:-2em'>[{i + 1}] {self.sentence()}</p>" for i in items)
        return f"<h3 style='text-align:center'>{self.title()}<br>{self.title(2, 3)}</h3>"

    # tables
    def kinds(self):
        rng = self.rng
        if self.style == "sheet":
            return ["label"] + ["number"] * rng.randint(9, 16)
        if self.style == "texts":
            return ["key"] * rng.randint(0, 1) + ["text"] * rng.randint(2, 4) + ["number"] * rng.randint(0, 2)
        first = rng.choice((["label"], ["label"], ["key", "label"], ["label", "short"]))
        return first + ["number"] * rng.randint(1, 7 if self.landscape else 5)

    def header(self, kinds):
        """Header rows of (text, row span, column span), None for covered places."""
        rng, count = self.rng, len(kinds)
        names = [rng.choice((str(2000 + c), self.title(1, 2), self.title(1, 4))) if kind == "number"
                 else self.title(1, 2) for c, kind in enumerate(kinds)]
        if rng.random() < 0.15 and kinds[0] != "key":
            names[0] = ""
        first = next((c for c, kind in enumerate(kinds) if kind == "number"), count)
        if count - first < 2 or rng.random() < 0.6:
            return [[(name, 1, 1) for name in names]]
        upper, lower = [(name, 2, 1) for name in names[:first]], [None] * first
        column = first
        while column < count:
            span = min(rng.randint(2, 3), count - column)
            if count - column - span == 1:
                span += 1
            upper += [(self.title(1, 3), 1, span)] + [None] * (span - 1)
            lower += [(name, 1, 1) for name in names[column:column + span]]
            column += span
        return [upper, lower]

    def value(self, kind, row):
        rng = self.rng
        if kind == "key":
            return str(row + 1) + self.key_mark
        if kind == "label":
            return self.title(1, rng.choice((2, 4, 9)))
        if kind == "short":
            return self.title(1, 1)
        if kind == "text":
            return self.title(2, rng.choice((5, 18)))
        return self.number() if rng.random() > self.empties else ""

    def section(self, kinds):
        """A row that is nothing but a title: one cell in the middle of all columns, or a label without figures."""
        if self.rng.random() < 0.5:
            return [(self.title(1, 4), 1, len(kinds))] + [None] * (len(kinds) - 1)
        return [(self.title(1, 3), 1, 1)] + [("", 1, 1)] * (len(kinds) - 1)

    def table(self, most_rows):
        rng = self.rng
        kinds, self.key_mark = self.kinds(), rng.choice(("", "."))
        self.empties = rng.choice((0, 0, 0.05, 0.15))
        rows = self.header(kinds)
        header_rows = len(rows)
        for row in range(rng.randint(4, max(5, most_rows))):
            if row and kinds[0] == "label" and rng.random() < 0.06:
                rows.append(self.section(kinds))
            rows.append([(self.value(kind, row), 1, 1) for kind in kinds])
        cells = [{"row": r, "column": c, "row_span": cell[1], "column_span": cell[2], "text": cell[0]}
                 for r, row in enumerate(rows) for c, cell in enumerate(row) if cell]
        return self.table_html(rows, kinds, header_rows), cells

    def table_html(self, rows, kinds, header_rows):
        rng = self.rng
        number = rng.choice(("right", "right", "center"))
        head_align = rng.choice(("center", "left", "same"))
        head_bold = rng.choice(("bold", "bold", "normal"))
        fill = rng.choice(("", "", "background:#ddd;"))
        down = rng.choice(("top", "top", "middle", "bottom"))
        lines = []
        for r, row in enumerate(rows):
            tds = []
            for c, cell in enumerate(row):
                if not cell:
                    continue
                text, row_span, column_span = cell
                align = number if kinds[c] == "number" else ("center" if kinds[c] == "key" else "left")
                extra = ""
                if column_span > 1:
                    align = "center"
                if r < header_rows:
                    align = align if head_align == "same" or column_span > 1 else head_align
                    extra = f"font-weight:{head_bold};vertical-align:{rng.choice(('bottom', 'middle'))};{fill}"
                    if column_span > 1 and self.style in ("booktabs", "header"):
                        extra += "border-bottom:0.5pt solid #000;"
                tds.append(f"<td rowspan={row_span} colspan={column_span} style='text-align:{align};"
                           f"vertical-align:{down};{extra}'>{html.escape(text)}</td>")
            last = "h" if r == header_rows - 1 else "b" if r == len(rows) - 1 else ""
            classes = ("top " if r == 0 else "") + last + (" odd" if r % 2 else "")
            lines.append(f"<tr class='{classes}'>{''.join(tds)}</tr>")
        width = rng.choice(("width:100%;", "", ""))
        if self.style == "texts" or (any(len(cell[0]) > 40 for row in rows for cell in row if cell)):
            width = "width:100%;"
        return f"<table style='{width}margin:{rng.choice(('0 auto', '0'))}'>{''.join(lines)}</table>"

    def table_css(self):
        rng, style = self.rng, self.style
        line = f"{rng.choice((0.5, 0.75, 1))}pt solid #000"
        ruling = style
        if style == "texts":
            ruling = rng.choice(("full", "rows", "booktabs", "header", "none", "columns"))
        if style == "sheet":
            ruling = rng.choice(("full", "none", "header", "rows"))
        css = {"full": f"td{{border:{line}}}",
               "rows": f"tr{{border-bottom:{line}}} tr.top{{border-top:{line}}}",
               "booktabs": f"tr.top{{border-top:1pt solid}} tr.h{{border-bottom:{line}}} tr.b{{border-bottom:1pt solid}}",
               "header": f"tr.h{{border-bottom:{line}}}",
               "none": "", "prose": "",
               "zebra": "tr.odd{background:#e8e8e8}",
               "columns": f"table{{border:{line}}} tr.h{{border-bottom:{line}}} td{{border-left:{line};border-right:{line}}}",
               "frame": f"table{{border:{line}}} tr.h{{border-bottom:{line}}}" if rng.random() < 0.7
                        else f"table{{border:{line}}}"}[ruling]
        narrow = style == "sheet"
        across = rng.uniform(1.5, 4) if narrow else rng.uniform(3, 10)
        size = rng.uniform(0.65, 0.85) if narrow else rng.uniform(0.85, 1)
        return (f"table{{border-collapse:collapse;font-size:{size:.2f}em;line-height:{rng.uniform(1.15, 1.5):.2f}}}"
                f"td{{padding:{rng.uniform(0, 4):.1f}pt {across:.1f}pt}}{css}")

    def page(self, number):
        rng = self.rng
        self.two_columns = self.style == "prose" and rng.random() < 0.5 or rng.random() < 0.1
        parts = [f"<h2>{self.title()}</h2>"] if number == 0 else []
        tables = 0 if self.style == "prose" else rng.choice((1, 1, 1, 2))
        room = 34 if not self.landscape else 20
        parts.append(self.prose())
        for table in range(tables):
            if rng.random() < 0.4:
                parts.append(self.distraction())
            caption = f"<p class=caption>{rng.choice(('Table', 'ตารางที่'))} {len(self.tables) + 1}. {self.title()}</p>"
            markup, cells = self.table(room // (2 * tables) // (2 if self.style == "texts" else 1))
            note = f"<p class=note>{rng.choice(('Source: ', 'Note: ', '* '))}{self.title(4, 12)}</p>"
            parts += [caption, markup] + ([note] if rng.random() < 0.5 else [])
            self.tables.append({"page": number + 1, "cells": cells})
            parts.append(self.prose(1, 2))
        if tables == 0:
            parts += [self.distraction(), self.prose(), self.distraction(), self.distraction()]
        return f"<section>{''.join(parts)}</section>"

    def html(self, pages):
        body = "".join(self.page(number) for number in range(pages))
        return f"""<!doctype html><meta charset=utf-8><style>
@page{{size:A4 {'landscape' if self.landscape else 'portrait'};margin:18mm}}
body{{font:{self.size:.1f}pt '{self.rng.choice(FONTS[self.language])}';line-height:{self.rng.uniform(1.15, 1.45):.2f}}}
section{{break-after:page}} section:last-child{{break-after:auto}}
.caption{{text-align:{self.rng.choice(('left', 'center'))};font-weight:bold;margin:3mm 0 1mm}} .note{{font-size:.85em;margin:1mm 0}}
{self.table_css()}</style>{body}"""


def page_count(pdf):
    lines = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout.splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pages:")))


def print_pdf(markup, pdf):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "paper.html"
        source.write_text(markup)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", source.as_uri()],
                       capture_output=True, check=True)


def compose(style, index, seed, folder):
    """A paper whose every section fits its page: where one does not, the next seed is tried."""
    for attempt in range(20):
        paper = Paper(style, f"{seed}/{index}/{attempt}")
        pages = paper.rng.randint(1, 3)
        pdf = folder / f"{style}-{index:02}.pdf"
        print_pdf(paper.html(pages), pdf)
        if page_count(pdf) == pages:
            truth = {"style": style, "tables": paper.tables}
            pdf.with_suffix(".truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
            return
    raise SystemExit(f"{style}-{index}: no paper fits its pages")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=6)
    parser.add_argument("--style", nargs="*", choices=STYLES, default=STYLES)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for style in arguments.style:
        for index in range(arguments.each):
            compose(style, index, arguments.seed, arguments.folder.resolve())


if __name__ == "__main__":
    main()
