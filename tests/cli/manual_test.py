#!/usr/bin/env python3
"""Manual pages and completions know what --help knows: manual_test.py TARANG ROOT MANUAL

The pages are set by groff as man does it, the completions run in their shells; a shell that is not here is
skipped.
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

TARANG, MANUAL = sys.argv[1], pathlib.Path(sys.argv[3]).resolve()
COMPLETIONS = MANUAL / "completions"
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*)")
PAGES = {"en": MANUAL / "man" / "man1", "th": MANUAL / "man" / "th" / "man1"}
UTF8 = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}


def run(*command, stdin="", cwd=None, environment=None):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, input=stdin, cwd=cwd,
                          env=environment or UTF8)


def help_of(*command, language="en"):
    return run(TARANG, *command, "--help", "--lang", language).stdout


def commands():
    listed = help_of().split("Subcommands:")[1].split("\n\n")[0]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


def options_of(command):
    lines = [line for line in help_of(command).splitlines() if re.match(r"^  +-", line)]
    return {option for line in lines for option in OPTION.findall(re.split(r"\s{2,}|[A-Z]", line.strip())[0])}


def set_page(page):
    """The page as a terminal shows it, letters struck over each other included."""
    return run("groff", "-K", "utf8", "-T", "utf8", "-man", "-ww", "-P-c", "-rLL=78n", str(page))


class Pages(unittest.TestCase):
    def setUp(self):
        if not shutil.which("groff"):
            self.skipTest("groff is not installed")

    def test_each_command_has_a_page_with_all_its_options_in_both_languages(self):
        self.assertGreater(len(commands()), 10)
        for language, folder in PAGES.items():
            self.assertEqual({f"tarang-{name}.1" for name in commands()} | {"tarang.1"}, {p.name for p in folder.iterdir()})
            for name in commands():
                shown = re.sub(".\b", "", set_page(folder / f"tarang-{name}.1").stdout)
                missing = {option for option in options_of(name) if not re.search(re.escape(option) + r"(?![\w-])", shown)}
                self.assertFalse(missing, f"{name}, {language}")

    def test_groff_has_nothing_to_warn_of(self):
        for folder in PAGES.values():
            for page in folder.iterdir():
                self.assertEqual("", set_page(page).stderr, page.name)

    def test_man_finds_what_each_page_is_about(self):
        if not shutil.which("lexgrog"):
            self.skipTest("man-db is not installed")
        for name in commands():
            for language, folder in PAGES.items():
                found = run("lexgrog", str(folder / f"tarang-{name}.1"))
                text = re.search(rf"^  {name} +(.*)$", help_of(language=language), re.MULTILINE).group(1)
                self.assertEqual(0, found.returncode, found.stdout)
                self.assertIn(f"tarang-{name} - ", found.stdout)
                self.assertIn(text[:12], found.stdout)

    def test_thai_keeps_its_marks(self):
        """Bold is struck over: a mark's place in the line is then that of the letter under it, and both are lost."""
        for page in PAGES["th"].iterdir():
            self.assertNotRegex(set_page(page).stdout, "[\u0e01-\u0e5b]\b", page.name)

    def test_thai_lines_fit(self):
        """Thai has no spaces between words; the page says where a line may break."""
        for page in PAGES["th"].iterdir():
            for line in re.sub(".\b", "", set_page(page).stdout).splitlines():
                columns = len(re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", "", line))
                self.assertLessEqual(columns, 78, f"{page.name}: {line}")


class Bash(unittest.TestCase):
    """The function is called as bash calls it, with `=` parting words."""

    def complete(self, line, files=()):
        words = [word for word in re.split(r"(=)|\s+", line) if word is not None and word != ""]
        if line.endswith(" "):
            words.append("")
        array = " ".join("'" + word + "'" for word in words)
        with tempfile.TemporaryDirectory() as folder:
            for name in files:
                path = pathlib.Path(folder) / name
                path.mkdir() if name.endswith("/") else path.touch()
            done = run("bash", "--norc", "-c", f'source "{COMPLETIONS / "bash" / "tarang"}"; COMP_WORDS=({array});'
                       f'COMP_CWORD={len(words) - 1}; _tarang 2>&1; printf "%s\\n" "${{COMPREPLY[@]}}"', cwd=folder)
        return sorted(set(done.stdout.split("\n")[:-1])) if done.stdout.strip() else []

    def test_commands(self):
        self.assertEqual(sorted(commands()), self.complete("tarang "))
        self.assertEqual(["import"], self.complete("tarang --lang en im"))

    def test_options_of_each_command(self):
        for name in commands():
            self.assertLessEqual(options_of(name), set(self.complete(f"tarang {name} --")), name)

    def test_choices(self):
        self.assertEqual(["auto", "force", "skip"], self.complete("tarang import --ocr "))
        self.assertEqual(["force"], self.complete("tarang import x.pdf --ocr=f"))
        self.assertEqual(["partial"], self.complete("tarang show a.db --state p"))
        self.assertIn("suggest", self.complete("tarang form "))

    def test_files_by_their_place(self):
        here = ("a.db", "a.db.files/", "b.csv", "c.pdf", "d.toml", "inbox/")
        self.assertEqual(["a.db", "a.db.files", "inbox"], self.complete("tarang show ", here))
        self.assertEqual(["a.db.files", "inbox"], self.complete("tarang watch ", here))
        self.assertEqual(["a.db.files", "b.csv", "inbox"], self.complete("tarang import --manifest ", here))
        self.assertEqual(["c.pdf"], self.complete("tarang import --jobs 2 x.pdf c", here))
        self.assertEqual([], self.complete("tarang import --jobs ", here))
        forms = self.complete("tarang import --profile ", here)
        self.assertLess({"monitoring", "d.toml"}, set(forms))


class Zsh(unittest.TestCase):
    def setUp(self):
        if not shutil.which("zsh"):
            self.skipTest("zsh is not installed")

    def type_and_tab(self, line, wanted):
        """What an interactive zsh shows after the line and two tabs; waits for `wanted` some seconds."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ.update(LC_ALL="C.UTF-8", TERM="xterm", COLUMNS="200", HOME=tempfile.gettempdir())
            os.execlp("zsh", "zsh", "-f", "-i")
        setup = f"fpath=('{COMPLETIONS / 'zsh'}' $fpath); autoload -Uz compinit; compinit -u -D; print rea''dy\n"
        shown = self.read(terminal, setup, "ready")
        shown = self.read(terminal, line + "\t\t", wanted)
        os.close(terminal)
        os.waitpid(pid, 0)
        return shown

    @staticmethod
    def read(terminal, text, wanted):
        os.write(terminal, text.encode())
        shown, end = "", time.monotonic() + 20
        while wanted not in shown and time.monotonic() < end:
            if select.select([terminal], [], [], 0.2)[0]:
                shown += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", os.read(terminal, 65536).decode(errors="replace"))
        return shown

    def test_it_is_zsh(self):
        self.assertEqual("", run("zsh", "-n", str(COMPLETIONS / "zsh" / "_tarang")).stderr)

    def test_a_command_and_a_choice(self):
        self.assertIn("unfinished", self.type_and_tab("tarang show a.db --state ", "unfinished"))
        self.assertIn("action_plan", self.type_and_tab("tarang import --profile ", "action_plan"))


class Fish(unittest.TestCase):
    def setUp(self):
        if not shutil.which("fish"):
            self.skipTest("fish is not installed")

    def complete(self, line, language="en_US.UTF-8"):
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "HOME": home, "LC_ALL": language}
            done = run("fish", "--no-config", "-c", f"source '{COMPLETIONS / 'fish' / 'tarang.fish'}'; complete -C '{line}'",
                       environment=environment, cwd=home)
        return dict(re.findall(r"^(\S+)(?:\t(.*))?$", done.stdout, re.MULTILINE))

    def test_commands_and_options(self):
        self.assertEqual(set(commands()), set(self.complete("tarang ")))
        for name in commands():
            self.assertLessEqual(options_of(name), set(self.complete(f"tarang {name} --")), name)

    def test_choices_and_language(self):
        self.assertEqual({"auto", "skip", "force"}, set(self.complete("tarang import --ocr ")))
        self.assertEqual("Read reports into a database", self.complete("tarang imp")["import"])
        self.assertEqual("อ่านรายงานเข้าฐานข้อมูล", self.complete("tarang imp", "th_TH.UTF-8")["import"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
