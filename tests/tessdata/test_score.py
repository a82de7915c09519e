"""The measures of the evaluation."""
import unittest

import paths  # noqa: F401  (puts the recipe on the path)
import score


class Numbers(unittest.TestCase):
    """What counts as a number, and as exact."""

    def test_a_number_ends_in_a_digit(self):
        self.assertEqual(score.THAI_NUMBER.findall("๑. ๑,๒๕๐.๕๐ (๒๕๖๒) ๑๐.-"),
                         ["๑", "๑,๒๕๐.๕๐", "๒๕๖๒", "๑๐"])

    def test_scripts_are_apart(self):
        self.assertEqual(score.ARABIC_NUMBER.findall("๑2,000.๓"), ["2,000"])

    def test_each_number_counts_once(self):
        self.assertEqual(score.found(score.THAI_NUMBER, "๑ ๑ ๒", "๑ ๒ ๒"), (2, 3))

    def test_a_lost_separator_is_an_error(self):
        self.assertEqual(score.found(score.THAI_NUMBER, "๑,๐๐๐", "๑๐๐๐"), (0, 1))


class Letters(unittest.TestCase):
    """The letters' error rate."""

    def test_distance(self):
        self.assertEqual(score.distance("ชื่อ", "ซือ"), 2)
        self.assertEqual(score.distance("", "กข"), 2)

    def test_sara_am_is_one_letter_in_both_spellings(self):
        tally = score.Tally()
        tally.add("น้\u0e4d\u0e32", "น้\u0e33")
        tally.add("น้\u0e33", "น\u0e4d\u0e49\u0e32")
        self.assertEqual(tally.letter_errors(), 0)

    def test_cells_with_thai_digits_do_not_count(self):
        tally = score.Tally()
        tally.add("ปี ๒๕๖๔", "xx")
        self.assertIsNone(tally.letter_errors())
        tally.add("กขคง", "กขค")
        self.assertEqual(tally.letter_errors(), 25)


if __name__ == "__main__":
    unittest.main()
