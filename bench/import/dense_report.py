"""A report as full as offices make them: ten columns, long texts, rows cut by page breaks, set by a browser."""
import html
import random
import subprocess
import tempfile
from pathlib import Path

HEADERS = ["ลำดับ", "กิจกรรม", "วัตถุประสงค์", "เป้าหมาย", "ระยะเวลา", "ขั้นตอนการดำเนินงาน", "งบประมาณ", "ผลการดำเนินงาน",
           "สรุปผล", "ปัญหาและอุปสรรค"]
WIDTHS = [4, 12, 13, 12, 8, 18, 7, 7, 11, 8]
DEEDS = ["อบรมเชิงปฏิบัติการ", "นิเทศติดตาม", "ประชุมคณะกรรมการ", "จัดทำคู่มือ", "ประกวดผลงาน", "ศึกษาดูงาน", "ปรับปรุงห้องเรียน"]
THINGS = ["การจัดการเรียนรู้เชิงรุก", "ห้องสมุดมีชีวิต", "สื่อดิจิทัลสำหรับเด็กเล็ก", "ระบบดูแลช่วยเหลือนักเรียน", "แปลงเกษตรพอเพียง",
          "การอ่านออกเขียนได้", "ทักษะอาชีพในท้องถิ่น"]
PLACES = ["โรงเรียนขนาดเล็ก", "กลุ่มเครือข่ายที่ ๓", "ศูนย์พัฒนาเด็กเล็ก", "พื้นที่สูงและห่างไกล", "ตำบลริมน้ำ"]
MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]
DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai(value):
    return str(value).translate(DIGITS)


def sentence(rng, words):
    return " ".join(f"{rng.choice(DEEDS)}{rng.choice(THINGS)}ใน{rng.choice(PLACES)}" for _ in range(words))


def period(rng):
    first = rng.randrange(0, 11)
    last = rng.randrange(first + 1, 12)
    year = [67 if month < 3 else 68 for month in (first, last)]
    return f"{MONTHS[first]} {thai(year[0])} - {MONTHS[last]} {thai(year[1])}"


def row(rng, number):
    steps = "\n".join(f"{thai(i)}. {sentence(rng, 1)}" for i in range(1, rng.randrange(10, 15)))
    target = f"เชิงปริมาณ\n{sentence(rng, 2)} จำนวน {thai(rng.randrange(20, 400))} คน\nเชิงคุณภาพ\n{sentence(rng, 3)}"
    return [thai(number), sentence(rng, 2), f"๑. {sentence(rng, 3)}\n๒. {sentence(rng, 3)}", target, period(rng), steps,
            thai(f"{rng.randrange(10, 900) * 100:,}") + ".-", rng.choice(["ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ"]),
            sentence(rng, 4), rng.choice(["-", sentence(rng, 2)])]


def page_of(activities, in_a_table):
    rng = random.Random(2568)
    cell = lambda text: f"<td>{html.escape(text).replace(chr(10), '<br>')}</td>"
    columns = "".join(f"<col style='width:{width}%'>" for width in WIDTHS)
    head = "".join(f"<th>{header}</th>" for header in HEADERS)
    tables = []
    for first in range(1, activities + 1, in_a_table):
        numbers = range(first, min(first + in_a_table, activities + 1))
        rows = "".join("<tr>" + "".join(map(cell, row(rng, n))) + "</tr>" for n in numbers)
        tables.append(f"<h3>ยุทธศาสตร์ที่ {thai(len(tables) + 1)} {rng.choice(THINGS)}</h3><table><colgroup>{columns}</colgroup>"
                      f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    return f"""<!doctype html><html lang="th"><meta charset="utf-8"><style>
@page {{ size: A4 landscape; margin: 12mm }} body {{ font: 12px Laksaman, serif }} h1, h2, h3 {{ font-size: 15px; text-align: center; margin: 2px }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed }} td, th {{ border: 1px solid black; padding: 2px 3px; vertical-align: top }}
</style><h1>รายงานผลการติดตามการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘</h1><h2>สำนักงานเขตพื้นที่การศึกษาธาราใส เขต ๒</h2>
{"".join(tables)}</html>"""


def compose(activities, out, in_a_table=4):
    """Sets a report of so many activities as the PDF `out`, some under each strategy; about three pages to four of
    them. Needs Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.html")
        source.write_text(page_of(activities, in_a_table), encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                        f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={out}", source.as_uri()],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
