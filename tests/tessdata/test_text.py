"""The training text: what it holds, and that a seed fixes it."""
import re
import unittest

import paths  # noqa: F401  (puts the recipe on the path)
import text

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"


class Label(unittest.TestCase):
    """label()"""

    def test_sara_am_is_two_characters(self):
        self.assertEqual(text.label("น้ำ"), "น้\u0e4d\u0e32")

    def test_dashes_and_spaces(self):
        self.assertEqual(text.label(" ๑ –  ๒ "), "๑ - ๒")


class Lines(unittest.TestCase):
    """Lines.line()"""

    def lines(self, count, seed=1, part="train"):
        source = text.Lines(seed, part)
        return [source.line() for _ in range(count)]

    def test_a_seed_fixes_the_lines(self):
        self.assertEqual(self.lines(200), self.lines(200))
        self.assertNotEqual(self.lines(50), self.lines(50, seed=2))

    def test_all_digits_are_about_as_frequent(self):
        joined = "".join(self.lines(3000))
        counts = [joined.count(d) for d in THAI_DIGITS]
        self.assertGreater(min(counts), 300)
        self.assertLess(max(counts), 5 * min(counts))

    def test_the_forms_that_reports_use_occur(self):
        joined = "\n".join(self.lines(4000))
        for form in (r"๑\)", r"\(๑\)", r"[๐-๙],[๐-๙]{3}\.-", r"[๐-๙]\.[๐-๙]{2}",
                     r"ร้อยละ ?[๐-๙]", r"ก\.?ค\.? ?[๐-๙]{2}", r"^[๐-๙]$", r"^-$", r"ITA",
                     r"www\.", r"๒๕[๐-๙]{2}", r"ไตรมาส"):
            self.assertRegex(joined, re.compile(form, re.M))

    def test_nothing_is_outside_of_the_character_set(self):
        extra = set((paths.RECIPE / "extra-characters.txt").read_text().split())
        allowed = set(map(chr, range(0x20, 0x7f))) - set("`^") | extra | set("“”‘’—°§")
        allowed |= set(map(chr, range(0x0e01, 0x0e4e))) - set("ๅ\u0e3a\u0e33")
        allowed |= set(THAI_DIGITS)
        used = set("".join(text.label(line) for line in self.lines(4000)))
        self.assertEqual(used - allowed, set())

    def test_parts_do_not_share_dictionary_words(self):
        train, held = (set(text.Lines(1, part).words) for part in ("train", "eval"))
        self.assertEqual(train & held, set())
        self.assertGreater(len(held), 5000)


class WordLists(unittest.TestCase):
    """The lists beside the recipe."""

    def test_they_are_of_some_size_and_without_doubles(self):
        for name, least in (("field.txt", 300), ("verbs.txt", 80), ("joiners.txt", 30),
                            ("latin.txt", 80), ("places.txt", 77)):
            words = text.read_words(name)
            self.assertGreaterEqual(len(words), least, name)
            self.assertEqual(len(words), len(set(words)), name)


if __name__ == "__main__":
    unittest.main()
