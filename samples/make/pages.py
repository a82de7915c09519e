"""A document of paragraphs and tables, and how Chromium and LibreOffice set it.

A document is a dict: font, size, line_height, paper, margin, css, furniture {"bottom-center": "หน้า {n}"},
thai_page_numbers, header_once, rule, blocks. A block is {"p": text, "align": ..., "bold": ...}, {"break": true} or a table
{"widths", "header", "rows"}, whose rows are lists of cells {"text", "rows", "cols", "align", "bold", "anywhere"}, for
Chromium also {"shade", "drawn": "arrow" or "bar", "over": columns}: as in HTML, a position that a cell of an earlier row covers is left out.
"""
import html
import pathlib
import re
import subprocess
import tempfile

STYLE = """
@page {{ size: {paper}; margin: {margin};
{furniture} }}
html {{ font: {size}/{line_height} {font}; }}
body {{ margin: 0; }}
p {{ margin: 0; line-height: 1.6; }}
p.bold {{ font-size: 1.08em; }}
table {{ width: calc(100% - 1pt); table-layout: fixed; border-collapse: collapse; margin-top: 4pt; }}
th, td {{ border: {rule}pt solid black; padding: 2pt 3pt; vertical-align: top; text-align: left; }}
th {{ text-align: center; vertical-align: middle; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: auto; }}
.bold {{ font-weight: bold; }}
.center {{ text-align: center; }}
.right {{ text-align: right; }}
.anywhere {{ word-break: break-all; }}
.break {{ break-before: page; }}
.shade {{ background: #9bc2e6; -webkit-print-color-adjust: exact; }}
td {{ position: relative; }}
.drawn {{ position: absolute; left: 3px; top: 30%; height: 10px; overflow: visible; }}
{css}
"""


def lines(text):
    return "<br>".join(html.escape(line) for line in text.split("\n"))


def classes(part):
    return " ".join(filter(None, [part.get("align"), "bold" if part.get("bold") else None,
                                  "anywhere" if part.get("anywhere") else None, "shade" if part.get("shade") else None]))


def drawing(part):
    """An arrow or a bar over cells, from the left of one to the right of the last."""
    if not part.get("drawn"):
        return ""
    if part["drawn"] == "bar":
        inside = '<rect width="100%" height="9" fill="#4472c4"/>'
    else:
        inside = ('<line x1="0" y1="5" x2="100%" y2="5" stroke="black"/>'
                  '<svg x="100%" overflow="visible"><path d="M-6,1 L0,5 L-6,9 z"/></svg>')
    return f'<svg class="drawn" style="width:calc({part["over"]}00% - 8px)">{inside}</svg>'


def html_row(cells, tag):
    def cell(part):
        spans = "".join(f' {name}span="{part[key]}"' for name, key in (("row", "rows"), ("col", "cols")) if part.get(key, 1) > 1)
        return f'<{tag}{spans} class="{classes(part)}">{lines(part["text"])}{drawing(part)}</{tag}>'
    return "<tr>" + "".join(map(cell, cells)) + "</tr>"


def html_table(table, header_once):
    parts = ["<table><colgroup>" + "".join(f'<col style="width:{width}%">' for width in table["widths"]) + "</colgroup>"]
    header = [html_row(row, "th") for row in table["header"]]
    parts += ["<tbody>"] + header if header_once else ["<thead>"] + header + ["</thead><tbody>"]
    return "\n".join(parts + [html_row(row, "td") for row in table["rows"]]) + "</tbody></table>"


def html_block(block, header_once):
    if "break" in block:
        return '<div class="break"></div>'
    if "p" in block:
        return f'<p class="{classes(block)}">{lines(block["p"])}</p>'
    return html_table(block, header_once)


def html_of(document):
    counter = "counter(page, thai)" if document["thai_page_numbers"] else "counter(page)"
    furniture = "\n".join(
        f'        @{place} {{ content: "{text}"; font: 10pt {document["font"]}; }}'.replace("{n}", f'" {counter} "')
        for place, text in document["furniture"].items())
    style = STYLE.format(**document | {"furniture": furniture, "size": f'{document["size"]}pt'})
    body = "\n".join(html_block(block, document["header_once"]) for block in document["blocks"])
    return f'<!doctype html><html lang="th"><meta charset="utf-8"><title></title><style>{style}</style>{body}</html>'


def by_chromium(document, target):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "sample.html")
        source.write_text(html_of(document), encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={target}",
                        source.as_uri()], check=True, stderr=subprocess.DEVNULL)


class Docx:
    """The document as .docx, which LibreOffice prints."""

    def __init__(self, document):
        import docx
        self.document, self.docx = document, docx.Document()
        section = self.docx.sections[0]
        size = (297, 210) if "landscape" in document["paper"] else (210, 297)
        section.page_width, section.page_height = (docx.shared.Mm(side) for side in size)
        section.left_margin = section.right_margin = docx.shared.Mm(14)
        section.top_margin = section.bottom_margin = docx.shared.Mm(16)
        section.header_distance = section.footer_distance = docx.shared.Mm(8)
        self.width = size[0] - 28
        for place, text in document["furniture"].items():
            part = section.header if place.startswith("top") else section.footer
            used = any(paragraph.runs for paragraph in part.paragraphs)
            paragraph = part.add_paragraph() if used else part.paragraphs[0]
            self.fill(paragraph, text, {"align": place.split("-")[1]})
        for block in document["blocks"]:
            self.add(block)

    def add(self, block):
        if "break" in block:
            self.docx.add_page_break()
        elif "p" in block:
            self.fill(self.docx.add_paragraph(), block["p"], block)
        else:
            self.add_table(block)

    def element(self, tag, parent=None, **values):
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        made = OxmlElement(tag)
        for name, value in values.items():
            made.set(qn(f"w:{name}"), str(value))
        if parent is not None:
            parent.append(made)
        return made

    def run(self, paragraph, text, bold):
        run = paragraph.add_run(text)
        properties = run._r.get_or_add_rPr()
        font = self.document["font"]
        self.element("w:rFonts", properties, ascii=font, hAnsi=font, cs=font, eastAsia=font)
        if bold:
            self.element("w:b", properties)
            self.element("w:bCs", properties)
        for tag in ("w:sz", "w:szCs"):
            self.element(tag, properties, val=int(self.document["size"] * 2))
        self.element("w:lang", properties, bidi="th-TH")
        return run

    def field(self, paragraph, code):
        for kind in ("begin", None, "end"):
            run = self.run(paragraph, "", False)
            if kind:
                self.element("w:fldChar", run._r, fldCharType=kind)
            else:
                self.element("w:instrText", run._r).text = code

    def fill(self, paragraph, text, look):
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
        from docx.shared import Pt
        paragraph.alignment = {"center": ALIGN.CENTER, "right": ALIGN.RIGHT}.get(look.get("align"))
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        for index, line in enumerate(text.split("\n")):
            if index:
                paragraph.runs[-1].add_break()
            for part in re.split(r"({n})", line):
                if part == "{n}":
                    self.field(paragraph, "PAGE \\* THAIARABIC" if self.document["thai_page_numbers"] else "PAGE")
                else:
                    self.run(paragraph, part, look.get("bold"))

    def add_table(self, block):
        from docx.shared import Mm
        from docx.table import _Cell
        rows = block["header"] + block["rows"]
        table = self.docx.add_table(rows=len(rows), cols=len(block["widths"]))
        table.autofit = False
        borders = self.element("w:tblBorders", table._tbl.tblPr)
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            self.element(f"w:{side}", borders, val="single", sz=4, color="000000")
        widths = [Mm(self.width * width / sum(block["widths"])) for width in block["widths"]]
        for column, width in zip(table.columns, widths):
            column.width = width
        places = [list(row.tc_lst) for row in table._tbl.tr_lst]
        taken = set()
        for r, cells in enumerate(rows):
            heading = r < len(block["header"])
            if heading and not self.document["header_once"]:
                self.element("w:tblHeader", table._tbl.tr_lst[r].get_or_add_trPr())
            column = 0
            for cell in cells:
                while (r, column) in taken:
                    column += 1
                down, right = cell.get("rows", 1), cell.get("cols", 1)
                for below in range(r, r + down):
                    taken.update((below, c) for c in range(column, column + right))
                    place = places[below][column]
                    properties = place.get_or_add_tcPr()
                    properties.get_or_add_tcW().width = sum(widths[column:column + right])
                    if right > 1:
                        self.element("w:gridSpan", properties, val=right)
                        for c in range(column + 1, column + right):
                            table._tbl.tr_lst[below].remove(places[below][c])
                    if down > 1:
                        self.element("w:vMerge", properties, **({"val": "restart"} if below == r else {}))
                    if heading:
                        self.element("w:vAlign", properties, val="center")
                    look = cell | {"align": cell.get("align") or ("center" if heading else None), "bold": cell.get("bold") or heading}
                    self.fill(_Cell(place, table).paragraphs[0], cell["text"] if below == r else "", look)
                column += right


def by_libreoffice(document, target):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, target.stem + ".docx")
        Docx(document).docx.save(source)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                        "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        target.write_bytes(source.with_suffix(".pdf").read_bytes())
