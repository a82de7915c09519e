#!/usr/bin/env python3
"""Sets a sample report: make_sample.py NAME [--html FILE]

The texts come from samples/NAME.truth.json, which was written first and states what must come out; the
look comes from samples/make/NAME.layout.json. Chromium sets the pages: it breaks the table's rows where
the paper ends and repeats the header, as an office's word processor does. Needs chromium and
fonts-thai-tlwg. Other versions of either may break lines and pages elsewhere: look at the result, then
renew the expected results beside it.
"""
import argparse
import html
import json
import pathlib
import re
import subprocess
import tempfile

SAMPLES = pathlib.Path(__file__).resolve().parent.parent
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

STYLE = """
@page {{ size: A4 landscape; margin: 14mm 12mm 16mm 12mm;
        @bottom-center {{ content: "หน้า " counter(page, thai); font: 10pt {font}; }} }}
html {{ font: {size}/{line_height} {font}; }}
body {{ margin: 0; }}
h1, p {{ margin: 0; text-align: center; font-size: 1.08em; font-weight: bold; line-height: 1.6; }}
section + section {{ break-before: page; }}
table {{ width: calc(100% - 1pt); table-layout: fixed; border-collapse: collapse; margin-top: 4pt; }}
th, td {{ border: 0.75pt solid black; padding: 2pt 3pt; vertical-align: top; text-align: left; }}
th {{ text-align: center; vertical-align: middle; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: auto; }}
.center {{ text-align: center; }}
.right {{ text-align: right; }}
.anywhere {{ word-break: break-all; }}
"""


def lines(text):
    return "<br>".join(html.escape(line) for line in text.split("\n"))


def cell(activity, column, layout):
    key = column["key"]
    text = str(activity[key]).translate(THAI_DIGITS) if key == "number" else activity[key]
    anywhere = column.get("break") == "anywhere" or [activity["number"], key] in layout["break_anywhere"]
    classes = " ".join(filter(None, [column.get("align"), "anywhere" if anywhere else None]))
    return f'<td class="{classes}">{lines(text)}</td>'


def total_row(total, layout):
    keys = [column["key"] for column in layout["columns"]]
    before = keys.index(layout["total_after"]) + 1
    words, amount = total
    return (f'<tr><td class="right" colspan="{before}">{words}</td>'
            f'<td class="anywhere">{amount}</td><td colspan="{len(keys) - before - 1}"></td></tr>')


def section(truth, layout, index):
    group, columns = truth["groups"][index], layout["columns"]
    parts = [f"<h1>{truth['title']}</h1><p>{truth['agency']}</p><p>{truth['fiscal_year_text']}</p>"] if index == 0 else []
    parts += [f"<p>{group[key]}</p>" for key in ("plan", "strategy", "project")]
    parts.append("<table><colgroup>" + "".join(f'<col style="width:{c["width"]}">' for c in columns) + "</colgroup>")
    parts.append("<thead><tr>" + "".join(f"<th>{lines(c['header'])}</th>" for c in columns) + "</tr></thead><tbody>")
    for activity in group["activities"]:
        parts.append("<tr>" + "".join(cell(activity, column, layout) for column in columns) + "</tr>")
    parts.append(total_row(group["total"], layout))
    return "<section>" + "\n".join(parts) + "</tbody></table></section>"


def document(truth, layout):
    style = STYLE.format(font=layout["font"], size=layout["size"], line_height=layout["line_height"])
    body = "\n".join(section(truth, layout, index) for index in range(len(truth["groups"])))
    return f'<!doctype html><html lang="th"><meta charset="utf-8"><title>{truth["title"]}</title><style>{style}</style>{body}</html>'


def print_pdf(page, target, creation_date):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "sample.html")
        source.write_text(page, encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={target}",
                        source.as_uri()], check=True, stderr=subprocess.DEVNULL)
    # The one thing that differs from run to run; the replacement is as long, so that offsets stay true.
    dated = re.sub(rb"\(D:\d{14}\+00'00'\)", b"(" + creation_date.encode() + b")", target.read_bytes())
    target.write_bytes(dated)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--html", type=pathlib.Path, help="write the page that Chromium sets, and stop")
    arguments = parser.parse_args()
    truth = json.loads((SAMPLES / f"{arguments.name}.truth.json").read_text(encoding="utf-8"))
    layout = json.loads((SAMPLES / "make" / f"{arguments.name}.layout.json").read_text(encoding="utf-8"))
    page = document(truth, layout)
    if arguments.html:
        arguments.html.write_text(page, encoding="utf-8")
        return
    print_pdf(page, SAMPLES / f"{arguments.name}.pdf", layout["creation_date"])


if __name__ == "__main__":
    main()
