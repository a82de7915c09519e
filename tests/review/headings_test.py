#!/usr/bin/env python3
"""What stands over many records is flagged, and decided once for all of them."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from server import Server

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLE = ROOT / "samples" / "reading-2567.pdf"  # its first heading stands over four records, and anew over three more
NEW = "แผนปฏิบัติการที่ ๙ ของหมู่บ้าน"


def tarang(*arguments):
    return subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=300, env={})


class Headings(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.db = pathlib.Path(folder.name, "t.db")
        assert tarang("import", SAMPLE, "--db", self.db).returncode == 0
        connection = sqlite3.connect(self.db)
        with connection:
            connection.execute("UPDATE fields SET confidence = .3 WHERE kind = 'heading' AND position = 0 OR key = 'title'")
        connection.close()
        self.server = Server(TARANG, self.db)
        self.addCleanup(lambda: self.server.process.poll() is None and self.server.stop())
        self.session = self.server.enter()
        self.document = self.session.get("/api/session")[1]["documents"][0]["sha256"]
        self.ids = [activity["id"] for activity in self.export()["activities"]]
        self.decide(self.ids[0], "budget", "accept")  # has the paper checked anew

    def export(self):
        return json.loads(tarang("export", self.db).stdout)["documents"][0]

    def headings(self):
        return [activity["headings"][0] for activity in self.export()["activities"]]

    def flags(self):
        return sorted((finding["activity_id"] or "", finding["field"]) for finding in self.export()["findings"]
                      if finding["code"] == "low_confidence")

    def field(self, activity, name):
        record = self.session.get("/api/record", document=self.document, activity=activity, lang="en")[1]
        return next(field for field in record["fields"] if field["name"] == name)

    def awaiting(self):
        return {item["activity"]: item["awaiting"] for item in self.session.get("/api/work", filter="awaiting")[1]["items"]}

    def decide(self, activity, field, kind, after=0, **more):
        return self.session.post("/api/decide", document=self.document, activity=activity, field=field, kind=kind, after=after, **more)

    def test_a_finding_a_line_and_a_flag_a_record(self):
        self.assertEqual([("", "title"), (self.ids[0], "heading:0"), (self.ids[4], "heading:0")], self.flags())
        self.assertEqual([True] * 7, [heading["needs_review"] for heading in self.headings()])
        self.assertTrue(self.export()["fields"]["title"]["needs_review"])
        waiting = self.awaiting()
        self.assertEqual((2, 1), (waiting[self.ids[0]], waiting[self.ids[4]]))  # the title stands with the first record
        self.assertNotIn(self.ids[2], waiting)
        self.assertTrue(self.field(self.ids[2], "heading:0")["awaiting"])
        rows = tarang("show", self.db, self.document, "--lang", "en").stdout
        self.assertIn("(to check)", rows)

    def test_a_decision_from_any_record_holds_for_all(self):
        status, answer = self.decide(self.ids[2], "heading:0", "correct", text=NEW)
        self.assertEqual(200, status)
        self.assertEqual([(NEW, False, True)] * 4, [(one["text"], one["needs_review"], one["corrected"]) for one in self.headings()[:4]])
        self.assertTrue(self.headings()[4]["needs_review"])
        seen = self.field(self.ids[1], "heading:0")
        self.assertEqual((False, "correct", NEW), (seen["awaiting"], seen["decision"]["kind"], seen["text"]))
        self.assertEqual(409, self.decide(self.ids[1], "heading:0", "accept")[0], "decided without having seen the first decision")
        self.assertEqual(1, self.awaiting()[self.ids[0]])

    def test_it_holds_in_a_new_reading_and_is_undone_for_all(self):
        before = self.headings()[0]["text"]
        self.decide(self.ids[3], "heading:0", "correct", text=NEW)
        tarang("import", SAMPLE, "--db", self.db, "--reread")
        self.assertEqual([NEW] * 4, [heading["text"] for heading in self.headings()[:4]])
        number = self.field(self.ids[0], "heading:0")["decision"]["number"]
        self.assertEqual(200, self.session.post("/api/undo", document=self.document, number=number)[0])
        self.assertEqual({before}, {heading["text"] for heading in self.headings()})

    def test_a_title_is_confirmed(self):
        self.assertEqual(200, self.decide(self.ids[0], "title", "accept")[0])
        self.assertFalse(self.export()["fields"]["title"]["needs_review"])
        self.assertIn(("confirmed_by_person", "title"), {(finding["code"], finding["field"]) for finding in self.export()["findings"]})

    def test_the_way_to_what_awaits_a_person_leads_over_them(self):
        asked, field = [], "number"
        answer = self.session.get("/api/next", document=self.document, activity=self.ids[0], field=field, filter="awaiting")[1]
        while "done" not in answer and len(asked) < 9:
            asked.append((answer["activity"], answer["field"]))
            self.decide(answer["activity"], answer["field"], "accept")
            answer = self.session.get("/api/next", document=self.document, activity=answer["activity"], field=answer["field"], filter="awaiting")[1]
        self.assertEqual(1, sum(name == "title" for _, name in asked), asked)
        for below in (self.ids[:4], self.ids[4:]):  # each line once, from whichever record comes first
            self.assertEqual(1, sum(name == "heading:0" and activity in below for activity, name in asked), asked)
        self.assertEqual({}, self.awaiting())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
