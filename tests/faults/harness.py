"""Importing files that hurt, and what must hold whatever is in them."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SKIPPED = 77
EXIT_OF_CODE = {"ok": 0, "archive": 0, "archive_incomplete": 3, "office_junk": 0, "no_text_layer": 3, "no_table": 3, "no_records": 3, "unknown_form": 3, "page_unreadable": 3}


class FaultsTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.db = self.folder / "faults.db"

    def import_files(self, *arguments):
        """Events by name, after checking that they agree with the exit code and the database is whole."""
        done = subprocess.run([TARANG, "import", "--json", "--lang", "en", "--db", self.db, *arguments],
                              capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual("", done.stderr)
        *documents, summary = [json.loads(line) for line in done.stdout.splitlines()]
        worst = max((EXIT_OF_CODE.get(event["code"], 4) for event in documents), default=0)
        self.assertEqual((worst, worst), (done.returncode, summary["exit_code"]))
        self.assert_whole(documents)
        return {pathlib.Path(event["path"]).name: event for event in documents}

    def exported(self, database):
        """Documents of an export by file name."""
        done = subprocess.run([TARANG, "export", database], capture_output=True, text=True, timeout=60, check=True)
        return {document["file_name"]: document for document in json.loads(done.stdout)["documents"]}

    def export_of(self, folder):
        """The same of a folder whose files are imported each into a database of its own."""
        documents = {}
        for path in folder.iterdir():
            database = self.folder / f"{path.name}.alone.db"
            subprocess.run([TARANG, "import", "--db", database, path], capture_output=True, timeout=60, check=False)
            documents.update(self.exported(database))
        return documents

    def assert_whole(self, documents):
        with sqlite3.connect(self.db) as connection:
            self.assertEqual([("ok",)], connection.execute("PRAGMA integrity_check").fetchall())
            self.assertEqual([], connection.execute("PRAGMA foreign_key_check").fetchall())
        for event in documents:
            if event["sha256"]:
                self.assertTrue((self.folder / "faults.db.files" / event["sha256"]).exists(), event["path"])


def main():
    result = unittest.main(argv=[sys.argv[0]], exit=False, verbosity=0).result
    sys.exit(0 if result.wasSuccessful() and not result.skipped else SKIPPED if result.wasSuccessful() else 1)
