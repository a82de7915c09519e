"""Turn an integer LSTM component of a traineddata into a trainable float one.

Debian ships only integer ("fast") networks, and lstmtraining refuses to train
those.  An integer weight is an int8 times one scale a row, so the floats can
be had back with no loss beyond the rounding that is already there.  All
numbers in the file are little endian.
"""
import struct

INT8, ADAM, DOUBLE = 1, 4, 128  # bits of a matrix's mode byte
TF_INT_FLAG = 1                 # bit of the training flags after the tree
LEARNING_RATES = 64             # bit of a layer's flags: rates follow

PLUMBING = ("Series", "RTLReversed", "XYTranspose", "XReversed", "YReversed",
            "Parallel", "Replicated")
# Extra int32 fields of a layer, and how many weight matrices follow them.
FIELDS = {"Input": (5, 0), "Convolve": (2, 0), "Maxpool": (2, 0),
          "Reconfig": (2, 0), "LSTM": (1, 4), "SummLSTM": (1, 4)}
TAIL_BYTES = 24  # iterations, null character, momentum and Adam's beta


class FormatError(ValueError):
    """The bytes are not an LSTM component of the kind known here."""


class Reader:
    """Reads the component and copies it, converting matrices on the way."""

    def __init__(self, data):
        self.data, self.at, self.out, self.matrices = data, 0, [], 0

    def take(self, count):
        """Return the next `count` bytes without copying them to the output."""
        if count < 0 or self.at + count > len(self.data):
            raise FormatError(f"{count} bytes wanted at {self.at}, "
                              f"file has {len(self.data)}")
        piece = self.data[self.at:self.at + count]
        self.at += count
        return piece

    def copy(self, form):
        """Copy the fields of struct format `form`; return them as a tuple."""
        raw = self.take(struct.calcsize("<" + form))
        self.out.append(raw)
        return struct.unpack("<" + form, raw)

    def copy_text(self):
        """Copy a string with an int32 length before it; return it."""
        (length,) = self.copy("i")
        raw = self.take(length)
        self.out.append(raw)
        return raw.decode("ascii", "replace")

    def matrix(self):
        """Read one weight matrix; write it as doubles whatever it was."""
        (mode,) = self.take(1)
        self.matrices += 1
        if not mode & DOUBLE:
            raise FormatError(f"matrix mode {mode} at {self.at}: old format")
        if not mode & INT8:
            self.out.append(bytes([mode]))
            rows, columns, _ = self.copy("iid")
            self.out.append(self.take(8 * rows * columns))
            return
        rows, columns, _ = struct.unpack("<iib", self.take(9))
        if rows <= 0 or columns <= 0:
            raise FormatError(f"matrix of {rows} x {columns}")
        cells = struct.unpack(f"<{rows * columns}b", self.take(rows * columns))
        (count,) = struct.unpack("<I", self.take(4))
        # The engine pads the scales to a multiple of its vector width.
        scales = struct.unpack(f"<{count}d", self.take(8 * count))
        if count < rows:
            raise FormatError(f"{count} scales for {rows} rows")
        floats = [cells[r * columns + c] * scales[r]
                  for r in range(rows) for c in range(columns)]
        self.out.append(bytes([mode & ~INT8]))
        self.out.append(struct.pack("<iid", rows, columns, 0.0))
        self.out.append(struct.pack(f"<{rows * columns}d", *floats))

    def layer(self):
        """Copy one layer and all below it."""
        (kind,) = self.copy("b")
        if kind != 0:
            raise FormatError(f"layer type byte {kind} at {self.at}")
        name = self.copy_text()
        self.copy("bb")
        flags = self.copy("iiii")[0]
        self.copy_text()
        if name in PLUMBING:
            for _ in range(self.copy("I")[0]):
                self.layer()
            if flags & LEARNING_RATES:
                (count,) = self.copy("I")
                self.copy(f"{count}f")
            return
        fields, matrices = FIELDS.get(name, (0, 1))
        self.copy("i" * fields)
        for _ in range(matrices):
            self.matrix()


def to_float(data):
    """Return the component `data` (bytes) with float weights, still untrained.

    Raises FormatError when the bytes are not understood to their last one, so
    that a changed format cannot pass as a network of garbage.
    """
    reader = Reader(data)
    reader.layer()
    reader.copy_text()
    (flags,) = struct.unpack("<i", reader.take(4))
    reader.out.append(struct.pack("<i", flags & ~TF_INT_FLAG))
    reader.copy(f"{TAIL_BYTES}s")
    if reader.at != len(data):
        raise FormatError(f"{len(data) - reader.at} bytes left over")
    if not reader.matrices:
        raise FormatError("no weights")
    return b"".join(reader.out)
