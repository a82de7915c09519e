#!/usr/bin/env python3
"""What the review server answers, and whom it refuses."""
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


def tarang(*arguments):
    done = subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=300, env={})
    return done


class ReviewServer(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.template = pathlib.Path(cls.temporary.name, "template.db")
        assert tarang("import", SAMPLE, "--db", cls.template).returncode == 0

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.db = pathlib.Path(folder.name, "t.db")
        assert tarang("backup", self.template, self.db).returncode == 0
        self.server = Server(TARANG, self.db)
        self.addCleanup(self.stop)
        self.session = self.server.enter()
        self.document = self.session.get("/api/session")[1]["documents"][0]["sha256"]

    def stop(self):
        if self.server.process.poll() is None:
            self.assertEqual((0, ""), self.server.stop())

    def record(self, activity, session=None, **more):
        return (session or self.session).get("/api/record", document=self.document, activity=activity, lang="en", **more)[1]

    def field(self, record, name):
        return next(field for field in record["fields"] if field["name"] == name)

    def decide(self, activity, field, kind, after=0, session=None, **more):
        return (session or self.session).post("/api/decide", document=self.document, activity=activity, field=field,
                                              kind=kind, after=after, **more)

    def export(self):
        return json.loads(tarang("export", self.db).stdout)["documents"][0]

    def flagged(self):
        work = self.session.get("/api/work", filter="awaiting")[1]
        return work["items"][0]["activity"]

    def test_documents_that_gave_nothing_are_named(self):
        self.assertEqual([], self.session.get("/api/session", lang="en")[1]["without"])
        words = pathlib.Path(self.db.parent, "words.pdf")
        words.write_bytes(b"no document")
        tarang("import", words, "--db", self.db)
        without, = self.session.get("/api/session", lang="en")[1]["without"]
        self.assertEqual(("words.pdf", []), (without["file_name"], without["tables"]))
        self.assertIn("Not a document", without["reason"])

    def test_the_school_that_handed_it_in_is_shown_and_found(self):
        self.assertIsNone(self.record(self.flagged())["submission"])
        school = pathlib.Path(self.db.parent, "school.pdf")
        school.write_bytes(SAMPLE.read_bytes() + b"\n")
        manifest = pathlib.Path(self.db.parent, "list.csv")
        manifest.write_text(f"code,name,year,form,path\n10230001,โรงเรียนบ้านห้วย,2567,monitoring,{school}\n", encoding="utf-8")
        tarang("import", school, "--db", self.db, "--manifest", manifest)
        for words in ("บ้านห้วย", "10230001"):
            items = self.session.get("/api/work", filter="all", search=words)[1]["items"]
            self.assertEqual(({"school.pdf"}, 7), ({item["file_name"] for item in items}, len(items)), words)
        self.document = items[0]["document"]
        self.assertEqual("10230001 โรงเรียนบ้านห้วย", self.record(items[0]["activity"])["submission"])

    # ---- access

    def test_strangers_are_refused(self):
        host = {"Host": f"127.0.0.1:{self.server.port}"}
        cookie = {"Cookie": self.session.cookie}
        own = {**cookie, "Content-Type": "application/json", "Origin": self.server.origin}
        for name, method, path, headers, status in [
            ("no cookie", "GET", "/api/session", {}, 401),
            ("no cookie, page", "GET", "/", {}, 401),
            ("wrong token", "GET", "/?token=" + "0" * 48, {}, 401),
            ("a cookie of its own making", "GET", "/api/session", {"Cookie": self.session.cookie.split("=")[0] + "=x"}, 401),
            ("another host", "GET", "/api/session", {**cookie, "Host": "evil.example"}, 403),
            ("another port", "GET", "/api/session", {**cookie, "Host": "127.0.0.1:1"}, 403),
            ("another origin", "POST", "/api/undo", {**own, "Origin": "http://evil.example"}, 403),
            ("no origin", "POST", "/api/undo", {**cookie, "Content-Type": "application/json"}, 403),
            ("null origin", "POST", "/api/undo", {**own, "Origin": "null"}, 403),
            ("read by another site", "GET", "/api/session", {**cookie, "Sec-Fetch-Site": "cross-site"}, 403),
            ("a form", "POST", "/api/undo", {**own, "Content-Type": "text/plain"}, 400),
        ]:
            with self.subTest(name):
                body = b"{}" if method == "POST" else None
                self.assertEqual(status, self.server.request(method, path, body, {**host, **headers})[0])

    def test_large_bodies_are_refused(self):
        own = {"Cookie": self.session.cookie, "Content-Type": "application/json", "Origin": self.server.origin}
        self.assertEqual(413, self.server.request("POST", "/api/decide", b" " * 70_000, own)[0])
        chunks = (b" " * 1000 for _ in range(70))
        self.assertEqual(413, self.server.request("POST", "/api/decide", chunks, {**own, "Transfer-Encoding": "chunked"})[0])
        self.assertEqual(200, self.session.get("/api/session")[0])

    def test_nothing_in_a_request_reaches_the_file_system(self):
        for path in ["/../t.db", "/..%2f..%2fetc/passwd", "/%2e%2e/t.db", "/etc/passwd", "/api/page?document=../../etc/passwd&page=1"]:
            with self.subTest(path):
                self.assertEqual(404, self.server.request("GET", path, headers={"Cookie": self.session.cookie})[0])

    def test_every_answer_says_what_the_page_may_load(self):
        for path in ["/", "/api/session", "/nothing"]:
            headers = self.server.request("GET", path, headers={"Cookie": self.session.cookie})[1]
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
            self.assertEqual("nosniff", headers["X-Content-Type-Options"])

    def test_nonsense_is_an_error_and_no_end(self):
        own = {"Cookie": self.session.cookie, "Content-Type": "application/json", "Origin": self.server.origin}
        for body in [b"", b"[]", b"{", b'"x"', b"\xff", b'{"document": 5}', b'{"document": "x", "activity": {}}', b"{" * 5000]:
            for path in ["/api/decide", "/api/undo", "/api/split", "/api/join", "/api/add", "/api/remove", "/api/parse"]:
                self.assertIn(self.server.request("POST", path, body, own)[0], {400, 404}, (path, body))
        self.assertEqual(400, self.session.post("/api/sample", filter="x")[0])
        self.assertEqual(404, self.session.get("/api/record", document=self.document, activity="none")[0])
        self.assertEqual(400, self.session.get("/api/groups", kind="x")[0])

    # ---- checking

    def test_a_value_from_the_list_to_the_export(self):
        activity = self.flagged()
        before = self.field(self.record(activity), "budget")
        status, answer = self.decide(activity, "budget", "correct", text="๙๙,๙๙๙.๕๐", reason="misread")
        self.assertEqual(200, status, answer)
        after = self.field(answer["record"], "budget")
        self.assertEqual(("99999.50", "99,999.50 baht", True, "person"),
                         (after["value"], after["shown"], after["corrected"], after["source"]))
        self.assertEqual({"text": before["text"], "value": before["value"]}, after["extracted"])
        exported = next(a for a in self.export()["activities"] if a["id"] == activity)
        self.assertEqual("99999.50", exported["budget"]["amount"])
        self.assertEqual(("๙๙,๙๙๙.๕๐", before["raw"], True, "person"),
                         tuple(exported["fields"]["budget"][key] for key in ["text", "raw", "corrected", "source"]))
        status, answer = self.session.post("/api/undo", document=self.document, number=after["decision"]["number"])
        self.assertEqual(before, self.field(answer["record"], "budget"))
        # Undoing is no race: a second decision is undone like the first.
        number = self.decide(activity, "budget", "unreadable")[1]["decision"]
        status, answer = self.session.post("/api/undo", document=self.document, number=number)
        self.assertEqual((200, before), (status, self.field(answer["record"], "budget")))

    def test_accepting_leaves_nothing_to_do(self):
        activity = self.flagged()
        awaiting = [field for field in self.record(activity)["fields"] if field["awaiting"]]
        self.assertEqual(["period"], [field["name"] for field in awaiting])
        self.assertEqual({"document": self.document, "activity": activity, "field": "period"},
                         self.session.get("/api/next", document=self.document, activity="", field="")[1])
        answer = self.decide(activity, "period", "accept")[1]
        self.assertFalse(self.field(answer["record"], "period")["needs_review"])
        self.assertEqual({"done": True}, self.session.get("/api/next", document=self.document, activity=activity, field="period")[1])
        self.assertIn("nothing awaits", tarang("check", self.db, "--lang", "en").stdout)

    def test_what_nobody_can_read_is_null_and_stays_flagged(self):
        activity = self.flagged()
        field = self.field(self.decide(activity, "budget", "unreadable")[1]["record"], "budget")
        self.assertEqual(("unreadable", True, False), (field["value"], field["needs_review"], field["awaiting"]))

    def test_text_is_understood_while_it_is_typed(self):
        activity = self.flagged()
        parse = lambda **more: self.session.post("/api/parse", document=self.document, activity=activity, **more)[1]
        self.assertEqual({"value": "159100.00", "shown": "159,100.00 baht", "problems": [], "ok": True},
                         parse(field="budget", text="๑๕๙,๑๐๐.-"))
        self.assertEqual("2024-01-01/2024-03-31", parse(field="period", text="ม.ค. - มี.ค. ๒๕๖๗")["value"])
        self.assertEqual("2024-01-01/2024-03-31", parse(field="period", text="1 Jan 2024", **{"as": "value"})["value"] or
                         parse(field="period", text="2024-01-01/2024-03-31", **{"as": "value"})["value"])
        self.assertFalse(parse(field="budget", text="several")["ok"])

    def test_a_row_of_three_pages_split_joined_and_read_again(self):
        work = self.session.get("/api/work", document=self.document)[1]
        row = next(item for item in work["items"] if len(item["pages"]) == 3)
        whole = self.record(row["activity"])
        status, answer = self.session.post("/api/split", document=self.document, activity=row["activity"], page=row["pages"][1])
        self.assertEqual(200, status, answer)
        lower = self.record(answer["other"])
        self.assertEqual(row["pages"][1:], [page["page"] for page in lower["pages"]])
        # A new reading finds the split's place again.
        self.assertEqual(0, self.server.stop()[0])
        self.assertEqual(0, tarang("import", SAMPLE, "--db", self.db, "--reread").returncode)
        self.server = Server(TARANG, self.db)
        self.session = self.server.enter()
        self.assertEqual([field["text"] for field in lower["fields"]], [field["text"] for field in self.record(answer["other"])["fields"]])
        status, joined = self.session.post("/api/join", document=self.document, activity=row["activity"], **{"with": answer["other"]})
        self.assertEqual(200, status, joined)
        squeezed = lambda record: ["".join(field["text"].split()) for field in record["fields"]]
        self.assertEqual(squeezed(whole), squeezed(joined["record"]))
        self.assertEqual([field["value"] for field in whole["fields"]], [field["value"] for field in joined["record"]["fields"]])
        self.assertEqual([field["regions"] for field in whole["fields"]], [field["regions"] for field in joined["record"]["fields"]])

    def test_adding_and_removing(self):
        work = self.session.get("/api/work", document=self.document)[1]
        first = next(item for item in work["items"] if item["number"] == "1")
        region = {"page": 1, "x": 40, "y": 500, "width": 700, "height": 40}
        status, answer = self.session.post("/api/add", document=self.document, page=1, after=first["activity"], region=region,
                                           fields={"activity": "ประกวดเรียงความ", "budget": "๕๐๐"})
        self.assertEqual(200, status, answer)
        added = answer["record"]["activity"]
        self.assertEqual("500.00", self.field(answer["record"], "budget")["value"])
        self.assertEqual("500.00", next(a for a in self.export()["activities"] if a["id"] == added)["budget"]["amount"])
        count = len(self.export()["activities"])
        status, removed = self.session.post("/api/remove", document=self.document, activity=added)
        self.assertEqual((200, count - 1), (status, len(self.export()["activities"])))
        status, answer = self.session.post("/api/undo", document=self.document, number=removed["decision"])
        self.assertEqual((200, added, count), (status, answer["record"]["activity"], len(self.export()["activities"])))

    def test_two_sessions_lose_no_update(self):
        other_server = Server(TARANG, self.db, reviewer="มานะ")
        self.addCleanup(other_server.stop)
        other = other_server.enter()
        activity = self.flagged()
        self.record(activity, hold=1)
        self.assertEqual("สมศรี", self.record(activity, session=other, hold=1)["held_by"])
        status, answer = self.decide(activity, "budget", "accept", session=other)
        self.assertEqual((409, "held"), (status, answer["error"]["code"]))
        # Where nobody holds it any more, what was not seen is not overwritten either.
        self.decide(activity, "budget", "correct", text="๑")
        elsewhere = next(item for item in self.session.get("/api/work")[1]["items"] if item["activity"] != activity)
        self.record(elsewhere["activity"], hold=1)
        status, answer = self.decide(activity, "budget", "correct", text="๒", session=other)
        self.assertEqual((409, "stale"), (status, answer["error"]["code"]))
        seen = self.field(self.record(activity, session=other), "budget")["after"]
        self.assertEqual(200, self.decide(activity, "budget", "correct", after=seen, text="๒", session=other)[0])
        self.assertEqual("2.00", self.field(self.record(activity), "budget")["value"])

    def test_a_record_that_is_open_elsewhere_is_not_joined_away(self):
        other_server = Server(TARANG, self.db, reviewer="มานะ")
        self.addCleanup(other_server.stop)
        other = other_server.enter()
        items = self.session.get("/api/work", filter="all", document=self.document)[1]["items"]
        first = next(item["activity"] for item in items if item["number"] == "1")
        following = self.record(first)["following"]
        self.record(following, session=other, hold=1)
        status, answer = self.session.post("/api/join", document=self.document, activity=first, **{"with": following})
        self.assertEqual((409, "held"), (status, answer["error"]["code"]))
        self.assertEqual(200, other.post("/api/release", document=self.document, activity=following)[0])
        self.assertEqual(200, self.session.post("/api/join", document=self.document, activity=first, **{"with": following})[0])

    def test_one_reviewer_in_two_browsers(self):
        activity = self.flagged()
        self.record(activity, hold=1)
        second = self.server.enter()
        seen = self.record(activity, session=second, hold=1)
        self.assertEqual(("สมศรี", True), (seen["held_by"], seen["held_elsewhere"]))
        self.assertEqual(409, self.decide(activity, "budget", "accept", session=second)[0])
        self.assertIsNone(self.record(activity, session=second, hold=2)["held_by"])
        self.assertEqual(200, self.decide(activity, "budget", "accept", session=second)[0])

    def test_pages_of_a_document_have_their_own_sizes(self):
        pages = self.session.get("/api/pages", document=self.document)[1]["pages"]
        self.assertEqual([1, 2, 3, 4, 5, 6], [page["page"] for page in pages])
        self.assertTrue(all(page["width"] > 0 and page["height"] > 0 for page in pages))

    def test_a_database_that_fails_while_a_page_is_asked_for_ends_nothing(self):
        """What leaves through the C frames of the server ends the program."""
        with sqlite3.connect(self.db, isolation_level=None) as other:
            other.execute("ALTER TABLE activities RENAME TO gone")
            try:
                status = self.session.get("/api/page", document=self.document, page=1)[0]
                self.assertIn(status, (500, 503))
            finally:
                other.execute("ALTER TABLE gone RENAME TO activities")
        self.assertEqual(200, self.session.get("/api/session")[0])

    def test_refusals_are_in_the_log(self):
        self.server.request("GET", "/api/session")
        self.session.get("/api/record", document=self.document, activity="none")
        log = pathlib.Path(f"{self.db}.log").read_text()
        self.assertRegex(log, " info started command=review ")
        self.assertRegex(log, "warning request_refused status=401 method=GET address=/api/session")
        self.assertRegex(log, "warning request_refused status=404 method=GET address=/api/record")

    def test_a_sample_to_its_verdict(self):
        status, sample = self.session.post("/api/sample", filter="document:" + self.document, seed=3)
        self.assertEqual(200, status, sample)
        again = self.session.post("/api/sample", filter="document:" + self.document, seed=3)[1]
        self.assertEqual(sample["next"], again["next"])
        decided = 0
        while sample["next"]:
            item = sample["next"]
            kind = {"kind": "correct", "text": "x"} if decided == 0 else {"kind": "accept"}
            status, answer = self.decide(item["activity"], item["field"], **kind)
            self.assertEqual(200, status, answer)
            decided += 1
            sample = next(s for s in self.session.get("/api/samples")[1]["samples"] if s["number"] == sample["number"])
        self.assertEqual((sample["size"], sample["size"], 1), (decided, sample["checked"], sample["wrong"]))
        self.assertEqual("accepted" if sample["accept"] >= 1 else "rejected", sample["verdict"])
        self.assertLess(sample["interval"][0], 100 / sample["size"])
        self.assertGreater(sample["interval"][1], 100 / sample["size"])
        self.assertIn(sample["verdict"], tarang("check", self.db, "--lang", "en").stdout)

    def test_a_second_reading_is_blind_and_a_mismatch_waits_for_a_third(self):
        activity = self.flagged()
        self.decide(activity, "period", "accept")
        self.decide(activity, "budget", "correct", text="๕๐๐")
        self.assertEqual({"left": 0, "item": None}, self.session.get("/api/second")[1])
        other_server = Server(TARANG, self.db, reviewer="มานะ")
        self.addCleanup(other_server.stop)
        other = other_server.enter()
        elsewhere = next(item for item in self.session.get("/api/work")[1]["items"] if item["activity"] != activity)
        self.record(elsewhere["activity"], hold=1)
        answer = other.get("/api/second", fields="budget")[1]
        self.assertEqual((1, activity, "budget"), (answer["left"], answer["item"]["activity"], answer["item"]["field"]))
        self.assertNotIn("๕๐๐", json.dumps(answer, ensure_ascii=False))
        read = lambda session, text: session.post("/api/second", document=self.document, activity=activity, field="budget", text=text)
        self.assertEqual(403, read(self.session, "๕๐๐")[0])
        self.assertEqual((200, {"agrees": False}), read(other, "๗๐๐"))
        field = self.field(self.record(activity), "budget")
        self.assertEqual((True, True, "500.00"), (field["awaiting"], field["needs_review"], field["value"]))
        self.assertIn("readings_differ", [finding["code"] for finding in field["findings"]])
        self.assertEqual(200, self.decide(activity, "budget", "accept", session=other)[0])
        self.assertFalse(self.field(self.record(activity), "budget")["awaiting"])

    def test_an_export_is_compared_with_today(self):
        before = self.db.parent / "before.json"
        before.write_text(tarang("export", self.db).stdout)
        self.assertEqual(0, tarang("check", self.db, "--against", before).returncode)
        self.decide(self.flagged(), "budget", "correct", text="๑")
        done = tarang("check", self.db, "--against", before, "--lang", "en")
        self.assertEqual(3, done.returncode)
        self.assertIn("fields.budget", done.stdout)
        self.assertIn("2 differences", done.stdout)

    # ---- pictures and groups

    def test_pages_are_pictures(self):
        status, png = self.session.get("/api/page", document=self.document, page=2)
        self.assertEqual((200, b"\x89PNG"), (status, png[:4]))
        self.assertEqual(404, self.session.get("/api/page", document=self.document, page=99)[0])
        self.assertEqual(404, self.session.get("/api/page", document="0" * 64, page=1)[0])

    def test_the_overview_says_where_each_document_stands(self):
        blank, manifest = self.db.parent / "bad.pdf", self.db.parent / "m.csv"
        blank.write_bytes(b"%PDF-1.4 nothing")
        manifest.write_text(f"code,name,year,form,path\n01,โรงเรียนหนึ่ง,2567,monitoring,{SAMPLE}\n02,โรงเรียนสอง,2567,monitoring,\n", encoding="utf-8")
        self.assertEqual(4, tarang("import", "--db", self.db, "--manifest", manifest, SAMPLE, blank).returncode)
        answer = self.session.get("/api/overview", lang="th")[1]
        self.assertEqual([("bad.pdf", None, "failed", 0), ("reading-2567.pdf", "01 โรงเรียนหนึ่ง", "to_check", 7)],
                         sorted((one["file_name"], one["sender"], one["stand"], one["activities"]) for one in answer["documents"]))
        self.assertIn("เสียหาย", next(one["reason"] for one in answer["documents"] if one["stand"] == "failed"))
        self.assertEqual(([{"sender": "02 โรงเรียนสอง", "due": "รายงานผลการดำเนินงาน 2567"}], 2), (answer["missing"], answer["submissions"]))
        self.decide(self.flagged(), "period", "accept")
        stands = {one["file_name"]: one["stand"] for one in self.session.get("/api/overview")[1]["documents"]}
        self.assertEqual("checked", stands["reading-2567.pdf"])

    def test_groups_say_values_as_people_do_and_stand_in_their_order(self):
        labels = {kind: [group["label"] for group in self.session.get("/api/groups", kind=kind)[1]["groups"]] for kind in ("money", "period", "number")}
        amounts = [float(label.removesuffix(" บาท").replace(",", "")) for label in labels["money"] if label.endswith(" บาท")]
        self.assertGreater(len(amounts), 2)
        self.assertEqual(sorted(amounts), amounts)
        self.assertTrue(all(label.endswith(" บาท") or label in ("ไม่มี", "อ่านไม่ได้", "ไม่มีค่า") for label in labels["money"]), labels["money"])
        self.assertTrue(any("256" in label and "." in label for label in labels["period"]), labels["period"])
        self.assertFalse(any(";" in label or "20" == label[:2] for label in labels["period"]), labels["period"])
        self.assertEqual(sorted(labels["number"], key=int), labels["number"])

    def test_groups_have_every_value(self):
        groups = self.session.get("/api/groups", kind="status", lang="en")[1]["groups"]
        self.assertEqual(7, sum(group["count"] for group in groups))
        for group in groups:
            crops = self.session.get("/api/group", kind="status", key=group["key"])[1]
            self.assertEqual(group["count"], crops["total"])
            self.assertTrue(all((item["value"] or "") == group["key"] for item in crops["items"]))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
