"""Numbers, dates and list marks as Thai reports print them."""

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MONTHS = ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม "
          "กันยายน ตุลาคม พฤศจิกายน ธันวาคม").split()
SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
UNITS = ("คน บาท แห่ง โรงเรียน ครั้ง วัน เดือน ปี เล่ม ชุด ห้อง ข้อ ตัวชี้วัด "
         "โครงการ กิจกรรม คะแนน รูป ชั่วโมง ราย ฉบับ เขต หน่วย ตัว").split()


class Numbers:
    """Draws numbers from `rng`; two thirds of them in Thai digits."""

    def __init__(self, rng, thai_share=.66):
        self.rng, self.thai_share = rng, thai_share

    def script(self, text):
        """Return `text` with its digits Thai or left Arabic, by chance."""
        thai = self.rng.random() < self.thai_share
        return text.translate(THAI) if thai else text

    def amount(self):
        """Return an integer, its length drawn before its digits."""
        rng = self.rng
        size = rng.choice((1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8))
        low = 10 ** (size - 1) if size > 1 else 0
        value = rng.randrange(low, 10 ** size)
        if size > 3 and rng.random() < .55:   # budgets are round
            value -= value % 10 ** rng.randint(1, size - 2)
        return value

    def arabic(self):
        """Return a number in Arabic digits whatever the share."""
        return str(self.amount())

    def plain(self):
        """Return digits without separators."""
        return self.script(str(self.amount()))

    def small(self):
        """Return a number of one or two digits."""
        rng = self.rng
        return self.script(str(rng.randrange(10) if rng.random() < .6
                               else rng.randrange(10, 100)))

    def money(self):
        """Return an amount of money in one of the usual styles."""
        value = self.amount()
        style = self.rng.choice(("{:,}", "{:,}", "{:,}", "{:,}.-", "{:,}.00",
                                 "{:,}.{:02}", "{}", "{:,} .-", "{:,}.-", "{}.-"))
        return self.script(style.format(value, self.rng.randrange(100)))

    def decimal(self):
        """Return a number with one to three decimals."""
        rng = self.rng
        places = rng.choice((1, 2, 2, 2, 3))
        whole = rng.choice((rng.randrange(10), rng.randrange(100),
                            rng.randrange(1000), rng.randrange(10000)))
        return self.script(f"{whole:,}.{rng.randrange(10 ** places):0{places}}")

    def percent(self):
        """Return a percentage, in words or with the sign."""
        rng = self.rng
        value = rng.choice((str(rng.randint(0, 100)), "100",
                            f"{rng.randint(0, 99)}.{rng.randrange(100):02}"))
        style = rng.choice(("ร้อยละ {}", "{}%", "{} %", "ร้อยละ{}", "(ร้อยละ {})"))
        return self.script(style.format(value))

    def year(self):
        """Return a Buddhist (sometimes a common) year with its lead."""
        rng = self.rng
        year = rng.randint(2480, 2599) if rng.random() < .85 else rng.randint(1950, 2030)
        lead = rng.choice(("", "พ.ศ. ", "พ.ศ.", "ปี ", "ประจำปี ", "ปีงบประมาณ ",
                           "ปีงบประมาณ พ.ศ. ", "ปีการศึกษา "))
        return lead + self.script(str(year))

    def ranged(self):
        """Return a range of numbers or years."""
        rng = self.rng
        low = rng.randrange(1, 99) if rng.random() < .5 else rng.randint(2540, 2580)
        dash = rng.choice((" - ", "-", "- ", " -", " – ", "–", " ถึง "))
        return self.script(f"{low}{dash}{low + rng.randint(1, 20)}")

    def month(self):
        """Return a month: in full, abbreviated, or sloppily abbreviated."""
        rng = self.rng
        at = rng.randrange(12)
        short = SHORT[at]
        return rng.choice((MONTHS[at], short, short, short.replace(".", "", 1),
                           short.replace(".", ""), short[:-1]))

    def dated_month(self):
        """Return a month with a year of two or four digits."""
        rng = self.rng
        year = rng.randint(2540, 2599)
        text = rng.choice((f" {year}", f" {year % 100:02}", f"{year % 100:02}",
                           f".{year % 100:02}", f" พ.ศ. {year}", f"{year}"))
        return self.month() + self.script(text)

    def period(self):
        """Return a date, a month, a quarter or a span of them."""
        rng = self.rng
        day = self.script(str(rng.randint(1, 31)))
        slash = self.script(f"{rng.randint(1, 31)}/{rng.randint(1, 12)}/"
                            f"{rng.choice((rng.randint(2540, 2599), rng.randint(40, 99)))}")
        dash = rng.choice((" - ", "-", "- ", " – "))
        quarter = self.script(rng.choice(("ไตรมาส {}", "ไตรมาสที่ {}", "ไตรมาส {}-4",
                                          "(ไตรมาส {} - 4)")).format(rng.randint(1, 4)))
        return rng.choice((f"{day} {self.dated_month()}", f"{day} {self.dated_month()}",
                           f"{day}{dash}{self.small()} {self.dated_month()}",
                           f"{self.month()}{dash}{self.dated_month()}",
                           f"{self.dated_month()}{dash}{self.dated_month()}",
                           self.dated_month(), self.month(), slash, quarter,
                           self.clock()))

    def clock(self):
        """Return a time of day as reports write it."""
        rng = self.rng
        dot = rng.choice(".:")
        return self.script(f"{rng.randrange(24):02}{dot}{rng.randrange(60):02}"
                           + rng.choice((" น.", " - 16.30 น.", "น.")))

    def counted(self):
        """Return a number with its unit."""
        gap = self.rng.choice((" ", " ", ""))
        return (self.plain() if self.rng.random() < .6 else self.small()) + \
            gap + self.rng.choice(UNITS)

    def item(self):
        """Return the mark at the head of a list item or heading."""
        rng = self.rng
        first, second = rng.randint(1, 20), rng.randint(1, 12)
        style = rng.choice(("{0})", "{0})", "{0}.", "{0}.", "({0})", "{0}.{1}",
                            "{0}.{1}", "{0}.{1}.{0}", "{0} )", "{0} .", "({0}.{1})",
                            "-", "-", "•", "ข้อ {0}", "{0}/{1}", "{0}:"))
        return self.script(style.format(first, second))

    def reference(self):
        """Return a number of a letter, a telephone or a code."""
        rng = self.rng
        digits = "".join(str(rng.randrange(10)) for _ in range(10))
        return self.script(rng.choice((
            f"ศธ {digits[:5]}/{digits[5:9]}", f"ที่ {digits[:3]}/{2500 + int(digits[3:5])}",
            f"0{digits[:1]}-{digits[1:4]}-{digits[4:8]}", f"0 {digits[:4]} {digits[4:8]}",
            f"0{digits[:2]}-{digits[2:9]}", f"มาตรา {digits[:2]}", digits[:5],
            f"ครั้งที่ {digits[:1]}/{2500 + int(digits[3:5])}", digits)))

    def any(self):
        """Return a number in any of the styles."""
        return self.rng.choice((self.plain, self.plain, self.small, self.money, self.money,
                                self.decimal, self.percent, self.year, self.year,
                                self.ranged, self.dated_month, self.counted,
                                self.reference))()
