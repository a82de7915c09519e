#!/usr/bin/env python3
"""Several reviewers on one server: links of their own, taken back, and behind a proxy."""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from server import Server

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLE = ROOT / "samples" / "reading-2567.pdf"
sys.path.append(str(ROOT / "tests" / "support"))
from ports import free_ports


class People(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.db, self.names = self.folder / "t.db", self.folder / "names.txt"
        assert subprocess.run([TARANG, "import", SAMPLE, "--db", self.db], capture_output=True, check=False).returncode == 0

    def serve(self, *options):
        self.port, = free_ports(1)
        server = Server(TARANG, self.db, options=("--port", self.port, *options))
        self.addCleanup(lambda: server.process.poll() is None and server.stop())
        return server

    def listed(self, text):
        """A server for the people of a file, and the links that it printed, by name."""
        self.names.write_bytes(text)
        server = self.serve("--reviewers", self.names)
        links = dict(re.fullmatch(r"Link of (.+): http://127\.0\.0\.1:\d+/\?token=(\w+)", line).groups()
                     for line in server.said if line.startswith("Link of"))
        return server, links

    def test_each_of_a_list_gets_a_link_once_and_who_leaves_the_list_loses_it(self):
        server, links = self.listed("\ufeffสมหญิง\r\n\r\nสมชาย ใจดี\r\nสมหญิง\r\n".encode())
        self.assertEqual({"สมหญิง", "สมชาย ใจดี"}, set(links))
        session = server.enter(links["สมชาย ใจดี"])
        self.assertEqual(("สมชาย ใจดี", False), (session.get("/api/session")[1]["reviewer"], session.get("/api/session")[1]["owner"]))
        for path in ("/api/reviewers",):
            self.assertEqual(403, session.get(path)[0])
        self.assertEqual(403, session.post("/api/reviewer", name="x")[0])
        self.assertEqual(403, session.post("/api/revoke", name="สมหญิง")[0])
        server.stop()
        # Of the secret only a digest is kept.
        self.assertNotIn(links["สมหญิง"].encode(), b"".join(file.read_bytes() for file in self.folder.glob("t.db*") if file.is_file()))
        server, again = self.listed("สมหญิง\n".encode("cp874"))
        self.assertEqual({}, again)  # hers stands
        self.assertIn("Link taken back: สมชาย ใจดี", server.said)
        self.assertEqual("สมหญิง", server.enter(links["สมหญิง"]).get("/api/session")[1]["reviewer"])
        self.assertEqual(401, server.request("GET", "/?token=" + links["สมชาย ใจดี"])[0])

    def test_a_link_that_is_taken_back_or_made_anew_ends_its_sessions(self):
        server = self.serve()
        owner = server.enter()
        for change in ("revoke", "reviewer"):
            link = owner.post("/api/reviewer", name=" somchai ")[1]["link"]
            session = server.enter(link.split("token=")[1])
            self.assertEqual("somchai", session.get("/api/session")[1]["reviewer"])
            self.assertEqual([("somchai", True)], [(one["name"], one["here"]) for one in owner.get("/api/reviewers")[1]["reviewers"]])
            self.assertEqual(200, owner.post("/api/" + change, name="somchai")[0])
            self.assertEqual(401, session.get("/api/session")[0])
            self.assertEqual(401, server.request("GET", "/?token=" + link.split("token=")[1])[0])
        self.assertEqual(200, owner.get("/api/session")[0])
        self.assertEqual(404, owner.post("/api/revoke", name="nobody")[0])
        for name in ("", "  ", "a\nb", "ก" * 81):
            self.assertEqual(400, owner.post("/api/reviewer", name=name)[0], name)

    def test_a_decision_carries_the_name_of_its_link(self):
        server = self.serve()
        owner = server.enter()
        session = server.enter(owner.post("/api/reviewer", name="somchai")[1]["link"].split("token=")[1])
        item = session.get("/api/work", filter="awaiting")[1]["items"][0]
        answer = session.post("/api/decide", document=item["document"], activity=item["activity"], field="period", kind="accept", after=0)
        self.assertEqual(200, answer[0])
        server.stop()
        with sqlite3.connect(self.db) as database:
            self.assertEqual([("somchai",)], database.execute("SELECT reviewer FROM corrections").fetchall())

    def test_behind_a_proxy_its_own_address_is_known_and_no_other(self):
        server = self.serve("--address", "https://review.office.example")
        self.assertTrue(server.address.startswith("https://review.office.example/?token="))
        by_proxy = {"Host": "review.office.example"}
        status, headers, _ = server.request("GET", "/?token=" + server.token, headers=by_proxy)
        cookie, *attributes = headers["Set-Cookie"].split("; ")
        self.assertEqual((200, True), (status, {"Secure", "HttpOnly", "SameSite=Strict"} <= set(attributes)))
        body = b'{"name": "somchai"}'
        post = {"Cookie": cookie, "Content-Type": "application/json", "Host": "review.office.example"}
        self.assertEqual(200, server.request("POST", "/api/reviewer", body, {**post, "Origin": "https://review.office.example"})[0])
        for origin in ("http://review.office.example", "https://other.example", "https://review.office.example:444"):
            self.assertEqual(403, server.request("POST", "/api/reviewer", body, {**post, "Origin": origin})[0], origin)
        self.assertEqual(403, server.request("GET", "/", headers={"Cookie": cookie, "Host": "other.example"})[0])
        self.assertNotIn("Secure", server.request("GET", "/?token=" + server.token)[1]["Set-Cookie"])  # on this computer

    def test_what_makes_no_sense_is_refused(self):
        self.names.write_text("ก" * 81, encoding="utf-8")
        for options in (("--reviewers", self.names), ("--port", 18090, "--reviewers", self.names), ("--port", 18090, "--reviewers", "/nothere"),
                        ("--port", 18090, "--address", "http://x.example"), ("--port", 18090, "--address", "https://x.example/path")):
            done = subprocess.run([TARANG, "review", self.db, *map(str, options)], capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual(2, done.returncode, options)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
