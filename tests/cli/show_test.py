#!/usr/bin/env python3
"""What a person asks of a database: show, explain, find, and forget, which asks back: show_test.py TARANG ROOT"""
import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata

import harness
from harness import SAMPLE, TARANG, pdf, tarang


class Show(harness.CommandLineTest):
    def documents(self):
        return self.run_quietly("show", self.db, "--lang", "en").split("\n\n")[0].splitlines()[2:]

    def manifest(self):
        self.file("one/a.pdf", SAMPLE.read_bytes())
        self.file("two/b.pdf", pdf())
        self.file("three/c.pdf", b"words")
        return self.file("schools.csv", "code,name,year,form,path\n01,โรงเรียนหนึ่ง,2567,monitoring,one/a.pdf\n"
                         "02,โรงเรียนสอง,2567,monitoring,two/b.pdf\n03,โรงเรียนสาม,2567,monitoring,three/c.pdf\n".encode())

    def test_forget_asks_a_person(self):
        self.events(self.file("a.pdf", SAMPLE.read_bytes()))
        for answer, left in (("no", 1), ("", 1), ("ใช่", 0)):
            ours, theirs = pty.openpty()
            with subprocess.Popen([TARANG, "forget", self.db, "a.pdf", "--lang", "th"], stdin=theirs, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, env={}) as running:
                os.write(ours, (answer + "\n").encode())
                _, said = running.communicate(timeout=60)
            os.close(ours)
            os.close(theirs)
            self.assertEqual((0, left), (running.returncode, len(self.documents())), answer)
            self.assertIn("7 กิจกรรม, 0 การตัดสินของผู้ตรวจ", said.decode())

    def test_show_chooses_by_document_state_and_school(self):
        self.run_quietly("import", "--db", self.db, "--manifest", self.manifest(), expect=4)

        def files(*arguments):
            lines = self.run_quietly("show", self.db, "--lang", "en", *arguments).split("\n\n")[0].splitlines()[2:]
            return [line.split()[0] for line in lines]

        self.assertEqual(["a.pdf", "c.pdf", "b.pdf"], files())
        self.assertEqual(["a.pdf"], files("--state", "done"))
        self.assertEqual(["c.pdf"], files("--state", "failed"))
        self.assertEqual(["b.pdf"], files("--school", "02"))
        self.assertEqual(["b.pdf"], files("b.pdf"))
        self.assertIn("No document is so", tarang("show", self.db, "--school", "99", "--lang", "en").stderr)
        self.assertEqual(2, tarang("show", self.db, "nothing.pdf").returncode)
        self.assertIn("01 โรงเรียนหนึ่ง", self.run_quietly("show", self.db))

    def test_show_of_many_lists_documents_only(self):
        self.events(*[self.file(f"{i}.pdf", SAMPLE.read_bytes() + b"%" * i) for i in range(11)])
        self.assertEqual(15, len(self.run_quietly("show", self.db).splitlines()))
        self.assertGreater(len(self.run_quietly("show", self.db, "--state", "done").splitlines()), 100)

    def test_show_fits_a_terminal_of_80_columns(self):
        self.run_quietly("import", "--db", self.db, "--manifest", self.manifest(), expect=4)
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        with subprocess.Popen([TARANG, "show", self.db], stdout=theirs, env={}):
            os.close(theirs)
            said = b""
            with contextlib.suppress(OSError):  # Linux ends a terminal so
                while piece := os.read(ours, 4096):
                    said += piece
        os.close(ours)
        for line in re.sub(r"\x1b\[\d*m", "", said.decode()).splitlines():
            drawn = sum(unicodedata.category(letter) not in ("Mn", "Cf") for letter in line)
            self.assertLessEqual(drawn, 80, line)

    def test_explain_says_everything_about_a_document(self):
        self.run_quietly("import", "--db", self.db, "--manifest", self.manifest(), expect=4)
        said = self.run_quietly("explain", self.db, "a.pdf", "--lang", "en")
        for words in ("submitted by: 01 โรงเรียนหนึ่ง", "state: done", "pages read: 6/6", "1-6: text layer", "t1 page 1-4: report (monitoring report), 4 activities",
                      "t2 page 5-6", "4: pages 2-3", "No. 4", "period page 2: The printed quarters 2, 3 do not match the months",
                      "“ธันวาคม ๒๕๖๖ - มีนาคม ๒๕๖๗ (ไตรมาส ๒ - ๓)”", f"tarang review {self.db}"):
            self.assertIn(words, said)
        self.assertTrue(all(sum(unicodedata.category(letter) != "Mn" for letter in line) <= 80 for line in said.splitlines() if str(self.folder) not in line))
        said = self.run_quietly("explain", self.db, "c.pdf", "--lang", "en")
        self.assertIn("state: failed – Not a document of a known kind", said)
        self.assertNotIn("retry", said)  # what is wrong with a file stays wrong
        self.assertEqual(2, tarang("explain", self.db, "nothing.pdf").returncode)

    def test_find_knows_amounts_and_days(self):
        self.events(SAMPLE)
        self.assertIn("๑๒๖,๔๐๐", self.run_quietly("find", self.db, "126400"))
        for day in ("2023-12-01", "1/12/2566", "1 ธ.ค. 2566"):
            self.assertIn("ธันวาคม ๒๕๖๖", self.run_quietly("find", self.db, day), day)

    def test_find_in_one_document_and_one_field(self):
        self.events(SAMPLE)
        everywhere = self.run_quietly("find", self.db, "126400")
        self.assertEqual(everywhere, self.run_quietly("find", self.db, "126400", "--document", SAMPLE.name))
        one = self.run_quietly("find", self.db, "126400", "--field", "budget").splitlines()
        self.assertEqual(1, len(one))
        self.assertEqual("", tarang("find", self.db, "126400", "--field", "activity").stdout)
        self.assertEqual(2, tarang("find", self.db, "126400", "--document", "none.pdf").returncode)
        self.assertEqual(2, tarang("find", self.db, "126400", "--field", "none").returncode)


if __name__ == "__main__":
    harness.main()
