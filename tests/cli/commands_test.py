#!/usr/bin/env python3
"""Commands that need no import of their own: commands_test.py TARANG ROOT"""
import json
import os
import pathlib
import re
import shutil
import subprocess

import harness
from harness import SAMPLE, TARANG, tarang

COMMANDS = ["import", "watch", "retry", "undo", "backup", "forget", "form", "show", "explain", "review", "check", "find", "export", "tables", "inspect", "config", "stages"]


class Commands(harness.CommandLineTest):
    def test_help_of_each_command(self):
        self.assert_golden("help.en.txt", self.help_of_all("en"))

    def test_help_of_each_command_in_thai(self):
        self.assert_golden("help.th.txt", self.help_of_all("th"))

    def help_of_all(self, language):
        text = self.run_quietly("--help", "--lang", language)
        for command in COMMANDS:
            text += f"\n======== {command}\n" + self.run_quietly("--lang", language, command, "--help")
        return text

    def test_help_and_faults_are_in_one_language(self):
        self.assertEqual(self.run_quietly("show", "--help"), self.run_quietly("show", "--help", "--lang", "th"))
        self.assertEqual(self.run_quietly("--lang", "en", "show", "--help"), self.run_quietly("show", "--lang=en", "--help"))
        thai = re.compile("[\u0e00-\u0e7f]")
        for command in COMMANDS:
            self.assertNotRegex(self.run_quietly(command, "--help", "--lang", "en"), thai)
            for line in self.run_quietly(command, "--help").splitlines():
                # Names of options, files and formats stay; no sentence does.
                self.assertIsNone(re.search(r"(?:[A-Za-z]+ ){4}", line), line)

    def test_what_goes_wrong_is_said_in_one_language(self):
        self.events(SAMPLE)
        manifest, book = self.file("m.csv", b"name\nA\n"), self.file("m2.csv", b"PK\x03\x04 a workbook")
        wrong = [["import", "--profile", "monitorng", "x"], ["import", "--files-from", "nothing"], ["import", "--manifest", manifest],
                 ["import", "--manifest", book], ["import", "--password-file", "nothing", "x"], ["watch", "nothing"],
                 ["export", self.db, "-o", self.folder / "no" / "x.json"], ["export", self.db, "-o", self.folder],
                 ["tables", SAMPLE, "--pages", "70-80"], ["inspect", SAMPLE, "--page", "70"], ["inspect", SAMPLE], ["inspect", SAMPLE, "--table", "1", "-o", "x.png"],
                 ["backup", self.db, self.db], ["check", self.db, "--sample", "--aql", "3"], ["check", self.db, "--against", manifest],
                 ["undo", self.db, "99"], ["forget", self.db, "nothing.pdf"], ["forget", self.db, SAMPLE.name], ["form", "show", self.db, "nothing"]]
        for arguments in wrong:
            done = tarang(*arguments, cwd=self.folder)
            self.assertGreater(done.returncode, 0, arguments)
            self.assertRegex(done.stderr, "[\u0e00-\u0e7f]", arguments)
            self.assertIsNone(re.search(r"(?:[A-Za-z]{2,} ){3}", done.stderr), done.stderr)
            english = tarang(*arguments, "--lang", "en", cwd=self.folder)
            self.assertEqual(done.returncode, english.returncode, arguments)
            self.assertNotRegex(english.stderr, "[\u0e00-\u0e7f]", arguments)
        self.assertIn("คอลัมน์คือ รหัส,ชื่อ,ปี,แบบ,ไฟล์", tarang("import", "--manifest", manifest).stderr)
        self.assertIn("เป็นไฟล์ Excel", tarang("import", "--manifest", book).stderr)

    def test_wrong_usage_says_what_was_meant(self):
        said = {
            ("imprt", "x"): ("ไม่มีคำสั่ง imprt หมายถึง import หรือไม่", "there is no command imprt, did you mean import?"),
            ("qqqqq",): ("ไม่มีคำสั่ง qqqqq ดู", "there is no command qqqqq;"),
            (): ("ต้องระบุคำสั่ง", "a command is needed"),
            ("show",): ("ต้องระบุ DB", "DB is needed"),
            ("show", "--statee", "done", "x"): ("show ไม่มีตัวเลือก --statee หมายถึง --state หรือไม่", "did you mean --state?"),
            ("export", "--format", "xls", "x"): ("--format ไม่มี xls หมายถึง xlsx หรือไม่ เลือกได้จาก json, jsonl, csv, xlsx, docx", "did you mean xlsx?"),
            ("import", "--jobs", "0", "x"): ("--jobs: 0 ไม่อยู่ในช่วง 1 ถึง 1024", "--jobs: 0 is not between 1 and 1024"),
            ("check", "x", "--sample", "--seed", "abc"): ("--seed: abc ไม่ใช่ตัวเลข", "--seed: abc is no number"),
            ("check", "x", "--aql", "1"): ("--aql ใช้ได้เมื่อระบุ --sample ด้วย", "--aql needs --sample as well"),
            ("inspect", "f", "--page", "1", "--table", "2"): ("ใช้พร้อมกันไม่ได้", "cannot be used together"),
            ("import", "--jobs"): ("--jobs ต้องมีค่าตามหลัง", "--jobs needs a value"),
            ("stages", "a", "b"): ("ไม่รู้จัก a, b", "not expected: a, b"),
            ("import", "--memory", "much", "x"): ("'much' ไม่ใช่ขนาด", "'much' is no size"),
            ("tables", "--pages", "3-1", "x"): ("'3-1' ไม่ใช่ช่วงหน้า", "'3-1' is no range of pages"),
        }
        for arguments, texts in said.items():
            for language, text in zip(("th", "en"), texts):
                done = tarang("--lang", language, *arguments, cwd=self.folder)
                self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
                self.assertIn(text, done.stderr)
                self.assertTrue(done.stderr.startswith("tarang: "))
                self.assertEqual(1, done.stderr.count("\n"), done.stderr)

    def test_the_program_of_workers_lies_beside_or_where_it_is_installed(self):
        for folder in ("bin", "lib/tarang"):
            (self.folder / folder).mkdir(parents=True)
        installed = shutil.copy(TARANG, self.folder / "bin")

        def tables():
            return subprocess.run([installed, "tables", SAMPLE, "--lang", "en"], capture_output=True, text=True, timeout=120, env={})

        alone = tables()
        self.assertEqual((4, ""), (alone.returncode, alone.stdout))
        self.assertIn("tarang_worker is neither beside this program nor in lib/tarang", alone.stderr)
        shutil.copy(pathlib.Path(TARANG).with_name("tarang_worker"), self.folder / "lib" / "tarang")
        whole = tables()
        self.assertEqual((0, ""), (whole.returncode, whole.stderr))
        self.assertEqual(self.run_quietly("tables", SAMPLE, "--lang", "en"), whole.stdout)

    def test_stages(self):
        self.assertEqual("receive read straighten layout recognize stitch normalize interpret verify store".split(),
                         self.run_quietly("stages").split())

    def test_wrong_usage_is_2_and_says_so_on_stderr(self):
        wrong = [[], ["nothing"], ["import"], ["import", "--jobs", "0", "x"], ["import", "--unknown", "x"], ["show"],
                 ["import", "--memory", "much", "x"], ["import", "--memory", "1", "x"],
                 ["import", "--timeout", "-1", "x"], ["find", "x.db"],
                 ["export", "--format", "xml", "x.db"], ["tables", "--pages", "3-1", SAMPLE],
                 ["tables", "--pages", "0", SAMPLE], ["inspect", SAMPLE], ["inspect", SAMPLE, "--page", "0"],
                 ["inspect", SAMPLE, "--page", "1", "-o", "x.gif"], ["stages", "x"], ["show", "--lang", "de", "x"],
                 ["import", "--profile", "nothing", "x"], ["import", "--profile", "nothing.toml", "x"],
                 ["import", "--files-from", "nothing", "--db", self.db],
                 ["form", "teach", self.db], ["review", self.db, "--reviewer", ""], ["form", "show", self.db], ["import", "--password-file", "nothing", "--db", self.db, "x"]]
        for arguments in wrong:
            done = tarang(*arguments, cwd=self.folder)
            self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
            self.assertNotEqual("", done.stderr, arguments)
        self.assertEqual([], list(self.folder.iterdir()), "wrong usage leaves nothing behind")

    def test_a_database_that_is_not_there_is_5(self):
        for command in (["show", self.db], ["review", self.db], ["check", self.db], ["find", self.db, "x"], ["export", self.db]):
            done = tarang(*command)
            self.assertEqual((5, ""), (done.returncode, done.stdout), command)
            self.assertIn(str(self.db), done.stderr)
            self.assertFalse(self.db.exists())

    def test_a_database_that_is_none_is_5(self):
        path = self.file("words.db", b"no database, but words enough to fill a header of one hundred bytes " * 4)
        for command in (["show", path], ["import", "--db", path, SAMPLE]):
            self.assertEqual(5, tarang(*command).returncode, command)

    def test_show_find_and_export(self):
        self.events(SAMPLE)
        self.assert_golden("show.txt", self.run_quietly("show", self.db, "--lang", "th"))

    def test_show_summary(self):
        self.events(SAMPLE)
        self.assert_golden("show-summary.txt", self.run_quietly("show", self.db, "--summary", "--lang", "th"))

    def test_find(self):
        self.events(SAMPLE)
        found = self.run_quietly("find", self.db, "กิจกรรม")
        self.assertIn(SAMPLE.name, found)
        self.assertIn("  กิจกรรม:  ", self.run_quietly("find", self.db, "ห้องเรียน", "--lang", "th"))
        self.assertIn("  activity:  ", self.run_quietly("find", self.db, "ห้องเรียน", "--lang", "en"))
        nothing = tarang("find", self.db, "zzzzz", "--lang", "en")
        self.assertEqual((0, "", "Nothing was found.\n"), (nothing.returncode, nothing.stdout, nothing.stderr))

    def test_export_to_a_file_is_whole_or_not_there(self):
        self.events(SAMPLE)
        out = self.folder / "out.json"
        self.assertEqual("", self.run_quietly("export", self.db, "-o", out))
        self.assertEqual(self.run_quietly("export", self.db), out.read_text(encoding="utf-8"))
        self.assertEqual(1, len(json.loads(out.read_text(encoding="utf-8"))["documents"]))
        self.assertEqual(5, tarang("export", self.db, "-o", self.folder / "no" / "out.json").returncode)
        self.assertEqual(["out.json", "t.db", "t.db.files", "t.db.log"], sorted(path.name for path in self.folder.iterdir()))

    def test_what_is_read_is_not_written_over(self):
        self.events(SAMPLE)
        with open(self.db, "rb") as file:
            before = file.read()
        alias = self.folder / "alias"
        os.link(self.db, alias)
        for name in (self.db, alias, f"{self.db}.files", f"{self.db}.log"):
            for arguments in (["export", self.db], ["export", self.db, "--format", "csv"]):
                done = tarang(*arguments, "-o", name, "--lang", "en")
                self.assertEqual((2, True), (done.returncode, "reads from" in done.stderr), done.stderr)
            self.assertEqual(2, tarang("import", SAMPLE, "--db", self.db, "--report", name).returncode)
        self.assertEqual(2, tarang("backup", self.db, alias).returncode)
        sample = self.file("sample.pdf", SAMPLE.read_bytes())
        for arguments in (["tables", sample], ["inspect", sample, "--page", "1"]):
            target = os.link(sample, self.folder / f"{arguments[0]}.png") or self.folder / f"{arguments[0]}.png"
            self.assertEqual(2, tarang(*arguments, "-o", target).returncode)
        manifest = self.file("list.csv", b"code,name,year,form,path\n1,a,2567,monitoring,sample.pdf\n")
        self.assertEqual(2, tarang("import", "--db", self.db, "--manifest", manifest, "--report", manifest).returncode)
        self.assertEqual(SAMPLE.read_bytes(), sample.read_bytes())
        with open(self.db, "rb") as file:
            self.assertEqual(before, file.read())

    def test_an_output_steps_into_no_trap(self):
        """The name under which a file is begun can be foreseen; a link of that name leads to somebody's own file."""
        self.events(SAMPLE)
        treasure = self.file("treasure", b"mine")
        subprocess.run(["/bin/sh", "-c", 'ln -s treasure out.json.unfinished-$$ && exec "$0" export t.db -o out.json', TARANG],
                       cwd=self.folder, check=True, timeout=60)
        self.assertEqual(b"mine", treasure.read_bytes())
        self.assertEqual(1, len(json.loads((self.folder / "out.json").read_text(encoding="utf-8"))["documents"]))

    def test_a_full_disk_is_not_success(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("no /dev/full here")
        self.events(SAMPLE)
        import subprocess
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([harness.TARANG, "export", self.db], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(5, done.returncode)

    def test_the_language_of_messages(self):
        def said(environment, *more):
            return tarang("import", "--db", self.db, *more, self.folder / "missing.pdf", environment=environment).stdout
        self.assertIn("ไม่พบไฟล์", said({}))
        self.assertIn("ไม่พบไฟล์", said({"LANG": "th_TH.UTF-8"}))
        self.assertIn("There is no such file", said({"LANG": "en_US.UTF-8"}))
        self.assertIn("There is no such file", said({"LANG": "th_TH.UTF-8"}, "--lang", "en"))
        self.assertIn("ไม่พบไฟล์", said({"LANG": "en_US.UTF-8"}, "--lang", "th"))

    def test_inspect_draws_a_table_as_a_grid(self):
        workbook, drawing = SAMPLE.parent / "office" / "portrait-2567.xlsx", self.folder / "grid.svg"
        self.assertEqual("", self.run_quietly("inspect", workbook, "--table", "2", "-o", drawing))
        svg = drawing.read_text(encoding="utf-8")
        self.assertIn("<title>รายงาน!", svg)
        self.assertIn("นางสาวมาลี ใจดี</text>", svg)
        self.assertEqual(svg, tarang("inspect", workbook, "--table", "2").stdout)
        self.assertIn("ใจดี", tarang("inspect", SAMPLE.parent / "portrait-2567.pdf", "--table", "2").stdout)
        for wrong in (["--table", "99"], ["--table", "1", "-o", "x.png"], ["--table", "1", "--page", "1"], ["--table", "0"]):
            self.assertEqual(2, tarang("inspect", workbook, *wrong).returncode, wrong)

    def test_inspect_draws_both_formats(self):
        for name, begin in (("p.png", b"\x89PNG\r\n"), ("p.svg", b"<")):
            self.assertEqual("", self.run_quietly("inspect", SAMPLE, "--page", "1", "-o", self.folder / name))
            self.assertTrue((self.folder / name).read_bytes().startswith(begin))
        done = tarang("inspect", SAMPLE, "--page", "999", "-o", self.folder / "q.png")
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertFalse((self.folder / "q.png").exists())
        self.assertEqual(4, tarang("inspect", self.folder / "no.pdf", "--page", "1", "-o", "x.png").returncode)

    def test_it_runs_from_anywhere_with_nothing_set(self):
        self.run_quietly("import", "--db", self.db, SAMPLE, cwd="/", environment={"HOME": "/nowhere"})
        self.assertFalse(os.path.exists("/tarang.db"))


if __name__ == "__main__":
    harness.main()
