"""How well an output agrees with the truth.

A number is a maximal run of digits of one script with "," and "." between
them ("๑,๒๕๐.๕๐" is one number, the dot of "๑." is no part of it).  A number is
exact when the output has the same run, with the same digits and separators:
the runs of truth and output are compared as multisets over the cell, so a
number is not counted twice and reading order does not matter.  Latin words
(two letters and more) are counted the same way.

Letter errors are the edit distance between the Thai letters and marks of
both (all else taken out, sara am composed), over cells without Thai digits:
stock data that lacks digits must not pay for them here.
"""
import re
from collections import Counter

THAI_NUMBER = re.compile(r"[๐-๙](?:[๐-๙.,]*[๐-๙])?")
ARABIC_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
LETTER = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")


def compose(text):
    """Return `text` with sara am as one character, a tone mark before it."""
    text = text.replace("\u0e4d\u0e48", "\u0e48\u0e4d").replace("\u0e4d\u0e49", "\u0e49\u0e4d")
    return text.replace("\u0e4d\u0e32", "\u0e33")


def distance(a, b):
    """Return the edit distance of two strings."""
    if len(a) < len(b):
        a, b = b, a
    row = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, cb in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (ca != cb))
    return row[-1]


def found(pattern, truth, output):
    """Return (how many of truth's matches are in output, how many there are)."""
    want, have = Counter(pattern.findall(truth)), Counter(pattern.findall(output))
    return sum((want & have).values()), sum(want.values())


class Tally:
    """Adds up the four measures over many cells."""

    def __init__(self):
        self.sums = Counter()

    def add(self, truth, output):
        """Count one cell."""
        for name, pattern in (("thai", THAI_NUMBER), ("arabic", ARABIC_NUMBER),
                              ("latin", LATIN_WORD)):
            hits, total = found(pattern, truth, output)
            self.sums[name] += hits
            self.sums[name + "_of"] += total
        if not THAI_NUMBER.search(truth):
            want = "".join(LETTER.findall(compose(truth)))
            have = "".join(LETTER.findall(compose(output)))
            self.sums["errors"] += distance(want, have)
            self.sums["letters"] += len(want)

    def add_tally(self, other):
        """Count all of another tally."""
        self.sums.update(other.sums)

    def share(self, name):
        """Return the exact share of `name` in percent, None without any."""
        total = self.sums[name + "_of"]
        return 100 * self.sums[name] / total if total else None

    def letter_errors(self):
        """Return the letters' error rate in percent, None without letters."""
        letters = self.sums["letters"]
        return 100 * self.sums["errors"] / letters if letters else None
