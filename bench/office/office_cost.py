#!/usr/bin/env python3
"""What Word and Excel files cost, beside the libraries that a script would use:

    bench/office/office_cost.py --tarang build/release/tarang [--check]

In one run, on files that it makes:

    workbook     `tarang tables FILE --format csv` of a million cells: seconds and peak memory of any process, beside
                 openpyxl's read-only mode iterating over it
    document     the same of a Word file of some 50 pages of tables, beside python-docx iterating over its tables
    submission   milliseconds of CPU for one file, the mean of an import of 100 copies of a sample

--check ends with 1 where a budget is passed (20 and 10 times as fast, 64 MB, 15 ms). Needs python3-openpyxl,
python3-docx and idle cores.
"""
import argparse
import multiprocessing
import pathlib
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from measuring import least, measure, verdict  # noqa: E402

ROWS, COLUMNS = 50_000, 20
FILES = {"workbook": "large.xlsx", "document": "long.docx"}
OPENPYXL = "import openpyxl,sys\nfor ws in openpyxl.load_workbook(sys.argv[1],read_only=True):\n for row in ws.iter_rows(values_only=True):\n  for cell in row: pass"
DOCX = "import docx,sys\nfor t in docx.Document(sys.argv[1]).tables:\n for r in t.rows:\n  for c in r.cells: c.text"


def workbook(path):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("ข้อมูล")
    for row in range(ROWS):
        sheet.append([row + 1, f"กิจกรรมที่ {row % 500}", *(row * column for column in range(COLUMNS - 2))])
    book.save(path)


def document(path):
    import docx
    made = docx.Document()
    for number in range(50):
        made.add_paragraph(f"แผนงานที่ {number + 1}")
        table = made.add_table(rows=16, cols=8)
        for row in range(16):
            for column in range(8):
                table._tbl.tr_lst[row].tc_lst[column].p_lst[0].add_r().text = f"ข้อความ {number}.{row}.{column}"
    made.save(path)


def beside(name, tarang, path, script, budget):
    ours = least(measure([tarang, "tables", path, "--format", "csv", "-o", "/dev/null"]) for _ in range(3))
    theirs = measure(["/usr/bin/python3", "-c", script, path])
    print(f"{name}: {ours.wall:.2f} s, {ours.peak:.0f} MB; the library {theirs.wall:.2f} s, {theirs.peak:.0f} MB")
    return [(f"{name}, times as fast", theirs.wall / ours.wall, "at least", budget, ""),
            (f"{name}, memory", ours.peak, "at most", 64, "MB")]


def submission(tarang, folder):
    sample = ROOT / "samples" / "office" / "reading-2567.docx"
    for number in range(100):
        copy = folder / f"{number}.docx"
        copy.write_bytes(sample.read_bytes())
        with zipfile.ZipFile(copy, "a") as archive:
            archive.writestr("docProps/copy.txt", str(number))
    paths = [folder / f"{number}.docx" for number in range(100)]
    cost = measure([tarang, "import", "--db", folder / "b.db", "--jobs", "1", "--no-copy", *paths], accepted=(0, 3))
    return [("submission, CPU", cost.cpu * 10, "at most", 15, "ms")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tarang", type=pathlib.Path, required=True)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # In a process of their own: what this one holds would count as the peak of what it starts.
        for make in (workbook, document):
            maker = multiprocessing.get_context("spawn").Process(target=make, args=(folder / FILES[make.__name__],))
            maker.start()
            maker.join()
        checks = beside("workbook", arguments.tarang, folder / "large.xlsx", OPENPYXL, 20)
        checks += beside("document", arguments.tarang, folder / "long.docx", DOCX, 10)
        checks += submission(arguments.tarang, folder)
    if not verdict(checks) and arguments.check:
        sys.exit(1)


if __name__ == "__main__":
    main()
