"""The converter from integer to float weights."""
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

import paths
import lstmnet


def stock_network():
    """Return the LSTM component of Debian's Thai data."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "x.lstm"
        subprocess.run(["combine_tessdata", "-e", paths.STOCK, target], check=True,
                       capture_output=True)
        return target.read_bytes()


def matrix(mode, body):
    """Return a component of one Tanh layer with the matrix `body`."""
    layer = b"\0" + struct.pack("<i", 4) + b"Tanh" + b"\0\0" + struct.pack("<4i", 0, 1, 1, 2)
    layer += struct.pack("<i", 1) + b"T" + bytes([mode]) + body
    tail = struct.pack("<i", 3) + b"[x]" + struct.pack("<i", 1 | 64) + b"t" * 24
    return layer, tail


class Convert(unittest.TestCase):
    """to_float() on small networks made here."""

    def small(self):
        body = struct.pack("<iib", 2, 2, 0) + struct.pack("<4b", 1, -2, 127, 0)
        body += struct.pack("<I2d", 2, .5, .25)
        return matrix(lstmnet.INT8 | lstmnet.DOUBLE, body)

    def test_weights_are_int8_times_the_row_scale(self):
        layer, tail = self.small()
        out = lstmnet.to_float(layer + tail)
        at = layer.index(b"T" + bytes([129])) + 1
        self.assertEqual(out[at], lstmnet.DOUBLE)
        self.assertEqual(struct.unpack_from("<iid4d", out, at + 1),
                         (2, 2, 0.0, .5, -1.0, 31.75, 0.0))

    def test_integer_flag_is_cleared_and_the_others_stay(self):
        layer, tail = self.small()
        out = lstmnet.to_float(layer + tail)
        self.assertEqual(struct.unpack_from("<i", out, len(out) - 28), (64,))
        self.assertEqual(out[-24:], b"t" * 24)

    def test_floats_stay_as_they_are(self):
        body = struct.pack("<iid2d", 1, 2, 0.0, .125, -3.0)
        layer, tail = matrix(lstmnet.DOUBLE, body)
        self.assertEqual(lstmnet.to_float(layer + tail)[:len(layer)], layer)

    def test_too_short_and_too_long_are_refused(self):
        layer, tail = self.small()
        for bad in (layer + tail[:-1], layer + tail + b"x", layer[:30], b""):
            with self.assertRaises(lstmnet.FormatError):
                lstmnet.to_float(bad)

    def test_old_and_nonsense_matrices_are_refused(self):
        for mode, body in ((lstmnet.INT8, b"\0" * 40),
                           (129, struct.pack("<iib", -1, 2, 0) + b"\0" * 40),
                           (129, struct.pack("<iib", 2, 1, 0) + b"\1\1" +
                            struct.pack("<Id", 1, .5))):
            layer, tail = matrix(mode, body)
            with self.assertRaises(lstmnet.FormatError):
                lstmnet.to_float(layer + tail)


class Stock(unittest.TestCase):
    """to_float() on Debian's network."""

    def test_converting_twice_changes_nothing_more(self):
        once = lstmnet.to_float(stock_network())
        self.assertGreater(len(once), 3_000_000)
        self.assertEqual(lstmnet.to_float(once), once)


if __name__ == "__main__":
    unittest.main()
