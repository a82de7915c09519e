#!/usr/bin/env python3
"""Values made wrong on purpose, by plain requests: where they are shown, and that they go nowhere else."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from server import Server

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLE = ROOT / "samples" / "reading-2567.pdf"


class Seeds(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.db = pathlib.Path(folder.name, "t.db")
        subprocess.run([TARANG, "import", SAMPLE, "--db", self.db], capture_output=True, check=True)
        self.server = Server(TARANG, self.db)
        self.addCleanup(self.server.stop)
        self.session = self.server.enter()
        self.document = self.session.get("/api/session")[1]["documents"][0]["sha256"]

    def export(self):
        done = subprocess.run([TARANG, "export", self.db], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)["documents"][0]

    def record(self, activity, **more):
        return self.session.get("/api/record", document=self.document, activity=activity, lang="en", **more)[1]

    def field(self, record, name):
        return next(field for field in record["fields"] if field["name"] == name)

    def decide(self, activity, field, kind, **more):
        return self.session.post("/api/decide", document=self.document, activity=activity, field=field, kind=kind, after=0, **more)

    def test_values_made_wrong_stay_in_their_check(self):
        plain = self.export()
        sample = self.session.post("/api/sample", seed=3, aql=1.0, known_wrong=3)[1]
        self.assertEqual([], sample["shares"])
        shown = {}
        for item in self.session.get("/api/work", filter="sample")[1]["items"]:
            true, checked = self.record(item["activity"]), self.record(item["activity"], checking=1)
            for one, other in zip(true["fields"], checked["fields"]):
                if one["text"] != other["text"]:
                    self.assertTrue(other["in_sample"] and other["raw"] == other["text"] and other["extracted"] is None)
                    self.assertEqual(bool(one["value"]), bool(other["value"]))
                    shown[item["activity"], one["name"]] = one["text"], other["text"]
        self.assertEqual(3, len(shown))
        self.assertEqual(plain, self.export())
        passed, noticed, undone = shown
        answer = lambda about, kind, **more: self.decide(*about, kind, checking="1", **more)
        self.assertEqual(200, answer(passed, "accept")[0])
        field = self.field(self.record(passed[0], checking=1), passed[1])
        self.assertEqual((shown[passed][1], "accept", "สมศรี"), (field["text"], field["decision"]["kind"], field["decision"]["reviewer"]))
        self.assertIsNone(self.field(self.record(passed[0]), passed[1])["decision"])  # of the true value nobody decided anything
        answer(noticed, "correct", text=shown[noticed][0])
        self.assertEqual(shown[noticed][0], self.field(self.record(noticed[0], checking=1), noticed[1])["text"])
        number = answer(undone, "accept")[1]["decision"]
        self.assertEqual(200, self.session.post("/api/undo", document=self.document, number=number, checking="1")[0])
        self.assertIsNone(self.field(self.record(undone[0], checking=1), undone[1])["decision"])
        answer(undone, "unreadable")
        with sqlite3.connect(self.db) as database:
            self.assertEqual((0, 3), database.execute("SELECT (SELECT count(*) FROM corrections), (SELECT count(*) FROM sample_seeds)").fetchone())
        while (sample := self.session.get("/api/samples")[1]["samples"][0])["next"]:
            item = sample["next"]
            self.assertEqual(200, self.decide(item["activity"], item["field"], "accept", checking="1")[0])
        self.assertEqual([{"reviewer": "สมศรี", "seeds": 3, "found": 2}], sample["shares"])
        self.assertEqual(0, sample["wrong"])
        with sqlite3.connect(self.db) as database:
            self.assertEqual((0,), database.execute("SELECT count(*) FROM sample_seeds").fetchone())
        text = lambda export: [{name: field["text"] for name, field in one["fields"].items()} for one in export["activities"]]
        self.assertEqual(text(plain), text(self.export()))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
