"""Composes short papers of invented offices: what Chromium is to set (samples/make/pages.py), and its truth.

A truth is {"title", "agency", "fiscal_year", "headings", "records"}, a record {"name", "typed", "texts", "strategy"}. `typed`
has what each printed cell means (null: blank; money "none": a dash), for the columns that the paper has; `texts` what is printed.
"""
import numpy

import words

FONTS = [("Laksaman", 15), ("Garuda", 11), ("Norasi", 12), ("Laksaman", 14), ("Loma", 10.5), ("Noto Sans Thai", 10.5), ("Kinnari", 12),
         ("Arundina Serif", 11.5), ("Laksaman", 16), ("Umpush", 11.5), ("Noto Serif Thai", 11), ("Waree", 9.5), ("Arundina Sans", 11.5),
         ("Sawasdee", 11), ("Noto Looped Thai", 11), ("Laksaman", 13)]
# Column sets, by turns; a capital says the paper: L landscape, P portrait.
SETS = ["L number activity target period budget spent status note", "P number activity period budget responsible status",
        "L number activity indicator budget spent progress status responsible", "L number activity objective period budget ticks note",
        "P number activity budget spent remaining note", "L activity target period budget spent result status",
        "L number activity objective target period budget responsible status", "P number activity period budget ticks",
        "L number activity responsible period budget spent result note", "P activity budget spent status"]
HEADERS = {"number": ["ที่", "ลำดับ", "ลำดับที่"], "activity": ["โครงการ/กิจกรรม", "ชื่อโครงการ/กิจกรรม", "กิจกรรม", "ชื่อโครงการ"],
           "target": ["เป้าหมาย", "กลุ่มเป้าหมาย"], "period": ["ระยะเวลาดำเนินการ", "ระยะเวลา"], "budget": ["งบประมาณ (บาท)", "งบประมาณที่ได้รับ", "งบประมาณ"],
           "spent": ["เบิกจ่าย (บาท)", "ผลการเบิกจ่าย", "เบิกจ่ายแล้ว"], "remaining": ["คงเหลือ", "งบประมาณคงเหลือ"], "progress": ["ร้อยละความก้าวหน้า"],
           "status": ["สถานะการดำเนินงาน", "สถานะ"], "responsible": ["ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ"], "indicator": ["ตัวชี้วัด", "ตัวชี้วัดความสำเร็จ"],
           "objective": ["วัตถุประสงค์"], "result": ["ผลการดำเนินงาน"], "note": ["หมายเหตุ"]}
WIDTHS = {"number": 5, "activity": 28, "target": 13, "period": 13, "budget": 12, "spent": 12, "remaining": 12, "progress": 9, "status": 13,
          "responsible": 13, "indicator": 16, "objective": 18, "result": 17, "note": 11, "ticks": 7}
TICKED = [("completed", "ดำเนินการแล้ว"), ("in_progress", "อยู่ระหว่างดำเนินการ"), ("not_started", "ยังไม่ดำเนินการ")]
CENTRED, RIGHT = {"number", "progress", "status", "period"}, {"budget", "spent", "remaining"}
BORDERS = ["", "th, td { border-width: 1.5pt; }", "table { border: 2.2pt solid black; }", "th, td { border-width: 0.5pt; } th { background: #e4e4e4; -webkit-print-color-adjust: exact; }",
           "table { border: 3pt double black; }", "th, td { border-color: #555; }"]
MONEY = {"budget", "spent", "remaining"}


def money_cells(writer, keys):
    """(as printed, as meant) of each column of money: what is left is what was not spent."""
    chance = writer.chance
    budget = writer.amount()
    spent = budget if chance.random() < 0.4 else round(budget * chance.uniform(0.1, 0.99))
    if chance.random() < 0.08:
        return {key: ("-", "none") for key in keys}
    if chance.random() < 0.1:
        return {key: ("", None) if key == "spent" else (writer.money(budget), f"{budget:.2f}") for key in keys}
    values = {"budget": budget, "spent": spent, "remaining": budget - spent}
    return {key: (writer.money(values[key]), f"{values[key]:.2f}") if values[key] else ("-", "none") for key in keys}


def record(writer, columns, number, kind):
    """(printed text by column, typed values)."""
    chance = writer.chance
    cells, typed = {"activity": writer.name(kind)}, {}
    status = str(chance.choice(list(words.STATUSES), p=[0.5, 0.3, 0.15, 0.05]))
    for key, (text, meant) in money_cells(writer, [key for key in columns if key in MONEY]).items():
        cells[key], typed[key] = text, meant
    for key, list_ in (("target", words.TARGETS), ("indicator", words.INDICATORS), ("objective", words.OBJECTIVES), ("result", words.RESULTS),
                       ("responsible", words.RESPONSIBLE), ("note", words.NOTES)):
        if key in columns:
            cells[key] = writer.filled(writer.pick(list_))
    if "number" in columns:
        cells["number"], typed["number"] = writer.digits(number), str(number)
    if "period" in columns:
        cells["period"], typed["period_start"], typed["period_end"] = ("", None, None) if chance.random() < 0.03 else writer.period()
    if "progress" in columns:
        percent = int(chance.integers(5, 100)) if status == "in_progress" else {"completed": 100}.get(status, 0)
        cells["progress"], typed["progress"] = writer.digits(percent), f"{percent:.2f}"
    if "status" in columns:
        cells["status"], typed["status"] = writer.pick(words.STATUSES[status]), status
    if "ticks" in columns:
        typed["status"] = cells["ticks"] = status if status != "cancelled" else "not_started"
    return cells, typed


def look_of(key):
    return {"align": "center" if key in CENTRED else "right" if key in RIGHT else None}


def row_of(columns, cells, tick):
    row = []
    for key in columns:
        if key == "ticks":
            row += [{"text": tick if cells["ticks"] == status else "", "align": "center"} for status, _ in TICKED]
        else:
            row.append({"text": cells[key]} | look_of(key))
    return row


def header_of(columns, writer):
    names = {key: writer.pick(HEADERS[key]) for key in columns if key != "ticks"}
    deep = 2 if "ticks" in columns else 1
    first = [{"text": "สถานะการดำเนินงาน", "cols": 3} if key == "ticks" else {"text": names[key], "rows": deep} for key in columns]
    return [first] + ([[{"text": text} for _, text in TICKED]] if deep == 2 else [])


def sum_row(columns, rows, writer):
    """รวม before the first column of money, its sum below each."""
    before = next(place for place, key in enumerate(columns) if key in MONEY)
    sums = {key: sum(float(typed[key]) for _, typed in rows if typed[key] not in (None, "none")) for key in columns if key in MONEY}
    row = [{"text": "รวม" if writer.chance.random() < 0.5 else "รวมทั้งสิ้น", "cols": before, "align": "center", "bold": True}]
    for key in columns[before:]:
        row += [{"text": writer.money(sums[key]) if key in sums else "", "align": "right", "bold": True}] * (3 if key == "ticks" else 1)
    return row


def compose(lot, place):
    """(document for pages.html_of, truth) of paper `place` of lot `lot`."""
    chance = numpy.random.default_rng([lot, place])
    writer = words.Writer(chance)
    side, *columns = SETS[(place + lot) % len(SETS)].split()
    font, size = FONTS[(place + 3 * lot) % len(FONTS)]
    paper = "A4 landscape" if side == "L" else "A4"
    if side == "P" and len(columns) > 5:
        size = size * 0.93
    kind = writer.pick(["โครงการ", "โครงการ", "", "กิจกรรม"])
    records, rows, table, headings = [], [], [], []
    grouped = chance.random() < 0.45
    spans = len(columns) + (2 if "ticks" in columns else 0)
    count = int(chance.integers(6, 15))
    strategy = None
    for number in range(1, count + 1):
        if grouped and (number == 1 or chance.random() < 0.25) and len(headings) < 4:
            strategy = writer.digits(f"ยุทธศาสตร์ที่ {len(headings) + 1} ") + words.STRATEGIES[(place + len(headings)) % len(words.STRATEGIES)]
            headings.append(strategy)
            table.append([{"text": strategy, "cols": spans, "bold": True}])
        cells, typed = record(writer, columns, number, kind)
        rows.append((cells, typed))
        table.append(row_of(columns, cells, ["✓", "√", "/"][place % 3]))
        texts = {key: text for key, text in cells.items() if key not in ("ticks", "number", "period", "status", "progress", *MONEY)}
        records.append({"name": cells["activity"], "number": number, "strategy": strategy, "typed": typed, "texts": texts})
    if MONEY & set(columns) and chance.random() < 0.4:
        table.append(sum_row(columns, rows, writer))
    title, agency = writer.pick(words.TITLES), writer.pick(words.AGENCIES) + writer.pick(words.PLACES)
    year = writer.digits(f"ประจำปีงบประมาณ พ.ศ. {writer.year}")
    room = {key: WIDTHS[key] + (3 if key in MONEY and writer.satang else 2 if key == "number" else 0) * (side == "P") for key in columns}
    widths = [width for key in columns for width in [room[key]] * (3 if key == "ticks" else 1)]
    widths = [100 * width / sum(widths) for width in widths]
    css = BORDERS[int(chance.integers(0, len(BORDERS)))] + f" td {{ padding: {chance.choice([1, 2, 3, 5])}pt 3pt; }}"
    if chance.random() < 0.4:
        css += " td { vertical-align: middle; }"
    if chance.random() < 0.5:
        css += " tbody tr { break-inside: avoid; }"
    document = {"font": f'"{font}"', "size": size, "line_height": float(chance.choice([1.3, 1.4, 1.55])), "paper": paper,
                "margin": f"{chance.integers(11, 20)}mm {chance.integers(10, 16)}mm", "css": css, "rule": float(chance.choice([0.5, 0.75, 1])),
                "furniture": {"bottom-center": "{n}"} if chance.random() < 0.5 else {}, "thai_page_numbers": writer.thai,
                "header_once": bool(chance.random() < 0.3),
                "blocks": [{"p": text, "align": "center", "bold": True} for text in (title + " " + year, agency)]
                          + [{"widths": widths, "header": header_of(columns, writer), "rows": table}]}
    truth = {"title": title, "agency": agency, "fiscal_year": writer.year, "columns": columns,
             "font": font, "headings": headings, "records": records}
    return document, truth
