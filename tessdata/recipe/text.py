"""Lines of text that look like Thai government reports, from a seed.

Nothing is copied from a document: words come from the lists beside this file
and from hunspell-th, numbers from a generator.  A line is what is printed;
label() turns it into what the network must say.
"""
import random
import re
from pathlib import Path

from numbers_th import Numbers

HERE = Path(__file__).resolve().parent / "words"
HUNSPELL = Path("/usr/share/hunspell/th_TH.dic")
# A dictionary word is used when it is plain Thai of a sensible length.
THAI_WORD = re.compile(r"[\u0e01-\u0e2e\u0e30-\u0e39\u0e40-\u0e44\u0e47-\u0e4d]{2,18}")
RARE = "ฆฌฎฏฐฑฒณฝฬฮฤฦ๊๋ฉฟ"
MARKS = ".,:;/()[]{}\"'“”‘’!?%&*+=<>@#_~|\\$°×±•—§฿"


def read_words(name):
    """Return the words of list `name`, without comments and blank lines."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [w.strip() for w in lines if w.strip() and not w.startswith("#")]


def read_dictionary(path=HUNSPELL):
    """Return the Thai words of hunspell-th, in the file's order."""
    words = path.read_text(encoding="utf-8").splitlines()[1:]
    words = [w.split("/")[0].strip() for w in words]
    return [w for w in words if THAI_WORD.fullmatch(w)]


def label(line):
    """Return what the network must output for the printed `line`.

    Sara am is nikhahit and sara aa, as in the stock network; an en dash is a
    hyphen (scans do not tell them apart); runs of spaces are one space.
    """
    text = line.replace("\u0e33", "\u0e4d\u0e32").replace("\u2013", "-")
    return " ".join(text.split())


class Lines:
    """An endless source of lines.

    `part` ("train", "dev" or "eval") splits the dictionary: a fifth of it is
    kept from training, so that evaluation also meets unseen words.
    """

    def __init__(self, seed, part="train"):
        self.rng = random.Random(f"{part}-{seed}")
        self.num = Numbers(self.rng)
        held = part != "train"
        words = read_dictionary()
        self.words = [w for i, w in enumerate(words) if (i % 5 == 0) == held]
        self.rare = [w for w in self.words if any(c in w for c in RARE)]
        self.field, self.verbs = read_words("field.txt"), read_words("verbs.txt")
        self.joiners, self.places = read_words("joiners.txt"), read_words("places.txt")
        self.latin = read_words("latin.txt")
        self.alike = read_words("confusable.txt")
        self.kinds = [
            (self.phrase, 24), (self.sentence, 28), (self.mixture, 9),
            (self.number_cell, 14), (self.list_item, 10), (self.date_line, 6),
            (self.money_line, 7), (self.latin_line, 6), (self.table_row, 6),
            (self.name_line, 4), (self.soup, 3), (self.dash, 1.5),
            (self.digits, 7), (self.marks, 1.5), (self.letters, 1),
            (self.alikes, 8)]

    def line(self):
        """Return one printed line of 1 to about 90 characters."""
        makers, weights = zip(*self.kinds)
        while True:
            text = " ".join(self.rng.choices(makers, weights)[0]().split(" "))
            text = text.strip()
            if text and len(text) <= 110:
                return text

    # Words and phrases.
    def word(self):
        """Return a word: of the field, of the dictionary, or a rare letter's."""
        r = self.rng.random()
        pool = (self.field if r < .35 else self.words if r < .75 else
                self.rare if r < .87 else self.verbs if r < .95 else self.places)
        return self.rng.choice(pool)

    def phrase(self, words=None):
        """Return 1 to 5 words, mostly without spaces between them."""
        rng, out = self.rng, []
        for _ in range(words or rng.choice((1, 1, 2, 2, 3, 3, 4, 5))):
            out.append(self.word())
            out.append(rng.choice(("", "", "", "", " ", rng.choice(self.joiners))))
        return "".join(out[:-1])

    def alikes(self):
        """Return words that are easily taken for each other."""
        count = self.rng.randint(1, 7)
        gap = self.rng.choice(("", "", " "))
        return gap.join(self.rng.choice(self.alike) if self.rng.random() < .8
                        else self.word() for _ in range(count))

    def clause(self):
        """Return verb, object and perhaps a joiner with more."""
        rng = self.rng
        text = rng.choice(self.verbs) + rng.choice(self.field)
        if rng.random() < .6:
            text += rng.choice(("", " ")) + rng.choice(self.joiners) + self.word()
        if rng.random() < .3:
            text += rng.choice((" ", "")) + self.num.counted()
        return text

    def sentence(self):
        """Return one or two clauses, numbers among them."""
        rng = self.rng
        parts = [self.clause() if rng.random() < .6 else self.phrase()
                 for _ in range(rng.choice((1, 2, 2)))]
        if rng.random() < .25:
            parts.insert(rng.randrange(len(parts) + 1), self.num.any())
        if rng.random() < .12:
            parts.append(f"({rng.choice((self.num.any, self.word, self.roman))()})")
        text = rng.choice((" ", " ", "", " / ")).join(parts)
        return text + rng.choice(("", "", "", "", " ฯ", "ฯ", " ๆ", "ๆ", ":", " :"))

    def mixture(self):
        """Return Thai, Latin and numbers in one line."""
        rng = self.rng
        parts = [rng.choice((self.word, self.word, self.roman, self.num.any,
                             self.num.counted, self.num.year))()
                 for _ in range(rng.randint(2, 6))]
        return rng.choice((" ", " ", "", ", ", "/")).join(parts)

    def roman(self):
        """Return a Latin word or name of the field."""
        return self.rng.choice(self.latin)

    # Cells.
    def number_cell(self):
        """Return what stands alone in a narrow cell."""
        rng = self.rng
        return rng.choice((self.num.small, self.num.small, self.num.money,
                           self.num.money, self.num.any, self.num.any,
                           self.num.percent, self.num.decimal,
                           self.num.period, self.num.year))()

    def digits(self):
        """Return several unrelated numbers in a row, to tell digits apart."""
        count = self.rng.randint(2, 7)
        gap = self.rng.choice((" ", " ", "  ", " / ", ", ", " - "))
        return gap.join(self.num.plain() for _ in range(count))

    def dash(self):
        """Return the mark of an empty cell, or of a leader."""
        return self.rng.choice(("-", "-", "-", "- ", "–", "- -", ".-", "-.-",
                                "....................", "- ๐ -"))

    def list_item(self):
        """Return an item of a list with its number or bullet."""
        return self.num.item() + self.rng.choice((" ", " ", "", "  ")) + \
            self.rng.choice((self.clause, self.phrase, self.sentence))()

    def date_line(self):
        """Return a date or a period, alone or after a few words."""
        lead = self.rng.choice(("", "", "วันที่ ", "ลงวันที่ ", "ณ วันที่ ",
                                "ระหว่างวันที่ ", "ประจำเดือน ", self.word() + " "))
        return lead + self.num.period()

    def money_line(self):
        """Return an amount within words."""
        rng = self.rng
        lead = rng.choice(("จำนวน ", "เป็นเงิน ", "฿", "฿ ", "งบประมาณ ", "รวมทั้งสิ้น ",
                           "คงเหลือ ", "ใช้ไป ", self.word(), self.word() + " "))
        tail = rng.choice((" บาท", " บาทถ้วน", "", "", " บาท/ปี", "บาท",
                           f" ({self.num.percent()})", " " + self.word()))
        return lead + self.num.money() + tail

    def table_row(self):
        """Return a row of a simple table: a word and numbers."""
        rng = self.rng
        cells = [rng.choice((self.num.small, self.num.money, self.num.percent,
                             self.num.decimal, self.num.plain))()
                 for _ in range(rng.randint(1, 4))]
        lead = [self.num.item()] if rng.random() < .3 else []
        return "  ".join(lead + [self.phrase(2)] + cells)

    def latin_line(self):
        """Return a web address, an abbreviation or Latin among Thai."""
        rng = self.rng
        word = re.sub(r"[^a-z]", "", self.roman().lower()) or "web"
        site = rng.choice(("www.", "https://www.", "http://", "https://"))
        ends = (".go.th", ".ac.th", ".com", ".or.th", ".in.th", ".org")
        host = word + rng.choice(("", str(rng.randint(1, 9)), "-area")) + rng.choice(ends)
        kinds = (site + host, site + host + "/" + self.latin_junk(), host,
                 self.latin_junk() + "@" + host,
                 f"{self.word()} ({self.roman()})", f"({self.roman()})",
                 f"{self.roman()} {self.roman()}", self.roman(),
                 f"{self.word()} {self.roman()} {self.word()}",
                 f"ระบบ {self.roman()}", f"{self.roman()} {self.num.arabic()}",
                 self.latin_junk() + " " + self.latin_junk())
        return rng.choice(kinds)

    def latin_junk(self):
        """Return a made-up Latin word, so that letters are read, not guessed."""
        rng = self.rng
        text = "".join(rng.choice("bcdfghjklmnpqrstvwxyz") + rng.choice("aeiou")
                       for _ in range(rng.randint(1, 4)))
        text += rng.choice(("", "n", "s", "ng", "t"))
        return rng.choice((text, text, text.capitalize(), text.upper()))

    def name_line(self):
        """Return a title and two made-up names, as in lists of persons."""
        rng = self.rng
        title = rng.choice(("นาย", "นาง", "นางสาว", "น.ส.", "ดร.", "ว่าที่ ร.ต."))
        lead = self.num.item() + " " if rng.random() < .4 else ""
        tail = " " + rng.choice((self.word(), "กรรมการ", "ประธาน", self.num.small()))
        return f"{lead}{title}{self.soup(2)}  {self.soup(3)}" + \
            (tail if rng.random() < .4 else "")

    # What no list has.
    def syllable(self):
        """Return a made-up syllable with every kind of vowel and mark."""
        rng = self.rng
        first = rng.choice("กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")
        if rng.random() < .15:
            first += rng.choice("รลว")
        tone = rng.choice(("", "", "", "่", "้", "่", "้", "๊", "๋"))
        last = rng.choice(("", "น", "ง", "ม", "ย", "ว", "ก", "ด", "บ", "ต", "ศ", "ช",
                           "ณ", "ญ", "ร", "ล", "ท", "ธ", "ฐ", "ฒ", "ฎ", "ฏ"))
        shape = rng.choice(("{c}{t}า{l}", "{c}ั{t}{n}", "{c}ิ{t}{l}", "{c}ี{t}{l}",
                            "{c}ึ{t}{n}", "{c}ื{t}{n}", "{c}ุ{t}{l}", "{c}ู{t}{l}",
                            "เ{c}{t}{l}", "แ{c}{t}{l}", "โ{c}{t}{l}", "ไ{c}{t}",
                            "ใ{c}{t}", "{c}{t}ำ", "เ{c}{t}า", "{c}{t}ะ", "{c}็{n}",
                            "เ{c}ี{t}ย{l}", "เ{c}ื{t}อ{l}", "{c}{t}อ{l}",
                            "{c}ั{t}ว", "{c}{t}{n}", "เ{c}ิ{t}{n}", "{c}รร{n}"))
        return shape.format(c=first, t=tone, l=last, n=last or "น") + \
            (rng.choice("ทธษศรณลยสตพ") + "์" if rng.random() < .12 else "")

    def soup(self, syllables=None):
        """Return made-up syllables: names and words that no list has."""
        return "".join(self.syllable() for _ in
                       range(syllables or self.rng.randint(1, 6)))

    def letters(self):
        """Return an enumeration with letters, obsolete ones among them."""
        rng = self.rng
        row = rng.sample("กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฤฦ",
                         rng.randint(2, 7))
        return rng.choice((" ", ". ", ") ", ", ")).join(row)

    def marks(self):
        """Return words with marks that running text seldom has."""
        rng = self.rng
        parts = [self.word(), rng.choice(MARKS), self.num.any(),
                 rng.choice(MARKS), self.roman()]
        rng.shuffle(parts)
        return rng.choice(("", " ")).join(parts[:rng.randint(2, 5)])
