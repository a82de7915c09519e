"""What the tests of the command line share: running it, goldens, and small PDFs.

A golden is compared byte by byte. With TARANG_ACCEPT=1 it is written anew and the test counts as skipped:
nobody shall take a rewrite for a check.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SKIPPED = 77
TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
GOLDEN = ROOT / "tests" / "cli" / "golden"
SAMPLE = ROOT / "samples" / "reading-2567.pdf"
ACCEPT = os.environ.get("TARANG_ACCEPT") == "1"


def tarang(*arguments, cwd=None, environment=None, stdin=""):
    """Runs with nothing in the environment: no setting of this computer may matter."""
    return subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=120, cwd=cwd,
                          env=environment or {}, input=stdin)


def pdf(content=b"", pages=1):
    """A PDF of equal pages without a font: what is drawn is up to the content stream."""
    kids = " ".join(f"{4 + i} 0 R" for i in range(pages))
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>", None]
    bodies += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 3 0 R >>"] * pages
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, stream if body is None else body.encode())
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(out))


class CommandLineTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name).resolve()
        self.db = self.folder / "t.db"

    def file(self, name, content=b""):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def run_quietly(self, *arguments, expect=0, **how):
        """Exit code as expected, and not a word on stderr."""
        done = tarang(*arguments, **how)
        self.assertEqual((expect, ""), (done.returncode, done.stderr), done.stdout)
        return done.stdout

    def events(self, *arguments, expect=0, **how):
        """One event a file, by name, and the summary."""
        lines = [json.loads(line) for line in
                 self.run_quietly("import", "--json", "--db", self.db, *arguments, expect=expect, **how).splitlines()]
        *documents, summary = lines
        self.assertEqual(expect, summary["exit_code"])
        self.assertEqual("summary", summary["event"])
        by_name = {pathlib.Path(event["path"]).name: event for event in documents}
        self.assertEqual(len(documents), len(by_name), "one event a file")
        return by_name

    def assert_golden(self, name, text):
        path = GOLDEN / name
        if ACCEPT:
            path.write_text(text, encoding="utf-8")
            self.skipTest(f"golden written: {name}")
        self.assertEqual(path.read_text(encoding="utf-8"), text, name)


def main():
    result = unittest.main(argv=[sys.argv[0]], exit=False, verbosity=0).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.skipped and ACCEPT else 0)
