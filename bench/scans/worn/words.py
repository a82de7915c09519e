"""Word lists of invented offices, and what is composed of them: names, targets, periods, money, each with what it means.

Many words carry tone marks above upper vowels, or thanthakhat, sara am and low vowels: the letters that worn copies lose first.
"""
import calendar
import datetime

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MONTHS = ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
          "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"]
SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]

AGENCIES = ["เทศบาลตำบล", "องค์การบริหารส่วนตำบล", "สำนักงานเกษตรอำเภอ", "สำนักงานสาธารณสุขอำเภอ", "โรงเรียน", "วิทยาลัยชุมชน",
            "สำนักงานพัฒนาชุมชนจังหวัด", "เทศบาลเมือง", "สำนักงานส่งเสริมการเรียนรู้อำเภอ", "โรงพยาบาล"]
PLACES = ["บ้านน้ำรื่น", "ทุ่งผึ้งทอง", "หนองชุ่มชื่น", "ดอนขี้เหล็ก", "คลองยี่สุ่น", "ปากห้วยสิงห์", "ท่าไม้รุ้ง", "เขาหมื่นภูมิ",
          "โคกสว่างรุ่ง", "ศรีเมืองปลื้ม", "ห้วยผู้เฒ่า", "แม่น้ำเงิน", "ลุ่มหญ้าคา", "บึงสำราญ", "นาชื่นใจ"]
TITLES = ["รายงานผลการดำเนินงานตามแผนปฏิบัติการ", "รายงานผลการดำเนินงานตามแผนพัฒนาท้องถิ่น", "รายงานการติดตามผลการดำเนินโครงการ",
          "แบบรายงานผลการดำเนินงานโครงการ/กิจกรรม", "รายงานความก้าวหน้าการดำเนินงานตามแผนปฏิบัติราชการ"]
STRATEGIES = ["พัฒนาคุณภาพชีวิตและสิ่งแวดล้อม", "ส่งเสริมการเรียนรู้ตลอดชีวิต", "เพิ่มขีดความสามารถของกลุ่มอาชีพในพื้นที่",
              "บริหารจัดการบ้านเมืองที่ดี", "สร้างภูมิคุ้มกันและความเข้มแข็งของชุมชน", "พัฒนาโครงสร้างพื้นฐานให้ทั่วถึง",
              "ยกระดับการท่องเที่ยวเชิงสร้างสรรค์", "อนุรักษ์ทรัพยากรธรรมชาติและแหล่งน้ำ"]

VERBS = ["ส่งเสริม", "อบรมเชิงปฏิบัติการ", "จัดตั้ง", "ฟื้นฟู", "พัฒนาศักยภาพ", "สร้างเครือข่าย", "เพิ่มทักษะ", "ปรับปรุง", "ซ่อมแซม",
         "ยื่นขอรับรอง", "ขับเคลื่อน", "เยี่ยมบ้าน", "รณรงค์", "ประชุมชี้แจง", "นิเทศติดตาม", "จัดซื้อ", "ก่อสร้าง", "สำรวจ", "แลกเปลี่ยนเรียนรู้", "ศึกษาดูงาน"]
OBJECTS = ["กลุ่มผู้สูงอายุ", "ผู้ปกครองชั้นอนุบาล", "กลุ่มเลี้ยงผึ้ง", "การใช้ปุ๋ยอินทรีย์", "สิ่งแวดล้อมในโรงเรียน", "ผู้นำชุมชนรุ่นใหม่", "ที่ดินทำกิน",
           "เรื่องสิทธิผู้บริโภค", "ภูมิปัญญาท้องถิ่น", "เครื่องดื่มสมุนไพร", "ชั้นเรียนต้นแบบ", "ระบบน้ำดื่มสะอาด", "พื้นที่สีเขียว", "คลังข้อมูลอิเล็กทรอนิกส์",
           "สื่อการเรียนรู้คณิตศาสตร์", "การป้องกันไข้เลือดออก", "ศูนย์พักพิงสัตว์", "ฝายชะลอน้ำ", "ถนนคอนกรีตเสริมเหล็ก", "ญี่ปุ่นเบื้องต้น", "ขยะอินทรีย์ในครัวเรือน",
           "ทักษะชีวิตของเด็กและเยาวชน", "การยื่นภาษีออนไลน์", "วิสาหกิจชุมชน", "ตลาดนัดริมน้ำ", "หมู่บ้านน่าอยู่", "ผู้พิการและผู้ดูแล", "แปลงหญ้าเลี้ยงสัตว์"]
FOR = ["เพื่อความยั่งยืน", "ให้มีคุณภาพตามเกณฑ์", "ด้วยกระบวนการมีส่วนร่วม", "ตามหลักปรัชญาของเศรษฐกิจพอเพียง", "ในพื้นที่เสี่ยงภัย",
       "สู่ชุมชนเข้มแข็ง", "เพื่อลดรายจ่ายและเพิ่มรายได้", "ให้ได้มาตรฐาน", "ร่วมกับหน่วยงานที่เกี่ยวข้อง", "และสร้างแรงจูงใจ"]
WHERE = ["หมู่ที่ {n}", "ณ ศูนย์การเรียนรู้บ้านทุ่งผึ้ง", "ทั้ง {n} หมู่บ้าน", "รุ่นที่ {n}", "ชั้นประถมศึกษาปีที่ {s}", "ประจำปี {y}",
         "จำนวน {n} รุ่น", "ครั้งที่ {s}", "ระยะที่ {s}"]
RESPONSIBLE = ["กองช่าง", "สำนักปลัด", "กองการศึกษา", "กองสวัสดิการสังคม", "กลุ่มบริหารงานทั่วไป", "กลุ่มส่งเสริมการเรียนรู้", "งานป้องกันฯ",
               "ฝ่ายวิชาการ", "กองสาธารณสุขและสิ่งแวดล้อม", "กลุ่มยุทธศาสตร์", "นางชื่นจิต ปลื้มใจ", "นายสิงห์ รุ่งเรือง", "นางสาวญาณี ผ่องพื้น"]
TARGETS = ["ผู้เข้าร่วม {n} คน", "จำนวน {n} ครัวเรือน", "ร้อยละ {p} ของกลุ่มเป้าหมาย", "นักเรียนชั้น ป.{s} จำนวน {n} คน",
           "{s} แห่ง", "ผู้นำชุมชน {n} คน", "ไม่น้อยกว่า {n} คน", "พื้นที่ {n} ไร่"]
INDICATORS = ["ร้อยละ {p} ของผู้เข้าร่วมมีความรู้เพิ่มขึ้น", "จำนวนกลุ่มที่จัดตั้งได้ {s} กลุ่ม", "ระดับความพึงพอใจไม่น้อยกว่าร้อยละ {p}",
              "ครัวเรือนที่ร่วมคัดแยกขยะเพิ่มขึ้น", "จำนวนสิ่งประดิษฐ์ที่ยื่นขอรับรอง {s} ชิ้น", "ผู้เรียนอ่านออกเขียนได้ร้อยละ {p}"]
OBJECTIVES = ["เพื่อให้ผู้เข้าอบรมมีความรู้เรื่อง{o}", "เพื่อส่งเสริม{o}ให้ทั่วถึง", "เพื่อแก้ไขปัญหาของกลุ่มผู้ด้อยโอกาส",
              "เพื่อเพิ่มพื้นที่เรียนรู้ของผู้คนทุกวัย", "เพื่อสนับสนุน{o}"]
RESULTS = ["จัดกิจกรรมครบ {s} ครั้ง มีผู้เข้าร่วม {n} คน", "ผู้เข้าอบรม {n} คน มีความรู้เพิ่มขึ้นร้อยละ {p}", "ได้พื้นที่ต้นแบบ {s} แห่ง",
           "ตั้งคณะทำงานและประชุมแล้ว {s} ครั้ง", "ผู้ปกครองร่วมกิจกรรมร้อยละ {p}", "ส่งมอบสิ่งของให้ผู้ยากไร้ {n} ราย"]
NOTES = ["", "", "", "เงินอุดหนุนทั่วไป", "เลื่อนจากปีที่แล้ว", "รอผู้รับจ้างยื่นเอกสาร", "ได้รับเงินสนับสนุนเพิ่ม", "กลุ่มเป้าหมายติดภารกิจ", "ใช้งบกลุ่มจังหวัด"]
STATUSES = {"completed": ["ดำเนินการแล้วเสร็จ", "ดำเนินการแล้ว", "ดำเนินการเสร็จสิ้น"], "in_progress": ["อยู่ระหว่างดำเนินการ", "กำลังดำเนินการ"],
            "not_started": ["ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ"], "cancelled": ["ยกเลิกโครงการ"]}


class Writer:
    """Draws words by lot and writes them as one office does: its digits, its way with money and periods."""

    def __init__(self, chance):
        self.chance = chance
        self.thai = chance.random() < 0.4
        self.money_style = chance.choice(["{:,.2f}", "{:,.0f}", "{:,.0f}.-", "{:,.2f}", "{:,.0f}"])
        self.satang = ".2f" in self.money_style
        self.period_style = int(chance.integers(0, 6))
        self.year = int(chance.integers(2564, 2569))
        self.names = set()

    def pick(self, words):
        return words[int(self.chance.integers(0, len(words)))]

    def digits(self, text):
        return str(text).translate(THAI_DIGITS) if self.thai else str(text)

    def filled(self, form):
        values = {"n": self.chance.integers(5, 400), "p": self.chance.integers(50, 100), "s": self.chance.integers(1, 9), "y": self.year}
        return self.digits(form.format(**values, o=self.pick(OBJECTS)))

    def name(self, kind):
        """A name of 20 to 150 letters that the paper does not have yet."""
        while True:
            parts = [kind, self.pick(VERBS), self.pick(OBJECTS)]
            if self.chance.random() < 0.6:
                parts.append(self.pick(FOR))
            text = "".join(parts)
            if self.chance.random() < 0.35:
                text += " " + self.filled(self.pick(WHERE))
            if self.chance.random() < 0.15:
                text += " และกิจกรรม" + self.pick(VERBS) + self.pick(OBJECTS)
            if text not in self.names and len(text) >= 20:
                self.names.add(text)
                return text

    def amount(self):
        """Baht; most are round, as budgets are."""
        value = int(self.chance.choice([500, 1000, 5000, 250, 37])) * int(self.chance.integers(4, 260))
        return value + (0.5 if self.satang and self.chance.random() < 0.15 else 0)

    def money(self, value):
        return self.digits(self.money_style.format(value))

    def period(self):
        """(as printed, first day, last day) within the fiscal year."""
        first = int(self.chance.integers(0, 11))
        last = min(11, first + int(self.chance.integers(0, 7)))
        (a, year_a), (b, year_b) = self.month(first), self.month(last)
        style = self.period_style if self.chance.random() < 0.7 else int(self.chance.integers(0, 6))
        day, end_day = int(self.chance.integers(1, 15)), int(self.chance.integers(15, 29))
        start, end = datetime.date(year_a - 543, a, 1), datetime.date(year_b - 543, b, calendar.monthrange(year_b - 543, b)[1])
        if style == 0:
            text = f"{SHORT[a - 1]} {year_a % 100} - {SHORT[b - 1]} {year_b % 100}"
        elif style == 1:
            start = end = start.replace(day=day)
            text = f"{day} {MONTHS[a - 1]} {year_a}"
        elif style == 2:
            start, end = start.replace(day=day), end.replace(day=end_day)
            text = f"{day} {SHORT[a - 1]} {year_a} - {end_day} {SHORT[b - 1]} {year_b}"
        elif style == 3:
            text = f"{MONTHS[a - 1]} {year_a} - {MONTHS[b - 1]} {year_b}"
        elif style == 4:
            start, end = start.replace(day=day), start.replace(day=end_day)
            text = f"{day}-{end_day} {SHORT[a - 1]} {year_a % 100}"
        else:
            quarter = first // 3
            (a, year_a), (b, year_b) = self.month(3 * quarter), self.month(3 * quarter + 2)
            start, end = datetime.date(year_a - 543, a, 1), datetime.date(year_b - 543, b, calendar.monthrange(year_b - 543, b)[1])
            text = f"ไตรมาสที่ {quarter + 1}"
        return self.digits(text), start.isoformat(), end.isoformat()

    def month(self, place):
        """(month 1-12, its Buddhist year) of the fiscal year's month 0-11, which begins in October."""
        return (10 + place, self.year - 1) if place < 3 else (place - 2, self.year)
