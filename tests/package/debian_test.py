#!/usr/bin/env python3
"""The Debian package: debian_test.py BUILD ROOT

Made of the finished build in BUILD; judged by lintian; installed, used and removed in a bare Debian 12 that is made
for it (bare_root.sh), together with a database of each older schema. The last needs root and Debian's mirror.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SKIPPED = 77
BUILD, ROOT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
sys.path.append(str(ROOT / "tests" / "support"))
import older_databases
NO_MIRROR = re.compile(r"Could not (resolve|connect)|Failed to fetch|Unable to connect|Temporary failure", re.IGNORECASE)
# The checkout may be somebody else's, which git would refuse to clone.
TRUSTING = {**os.environ, "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
# What every build on Debian has, and what is written in another way there.
IMPLIED = {"make", "g++"}

# A document with one activity, as the first schema keeps it.
ROWS = """
INSERT INTO documents (id, sha256, size, first_path, file_name, seen_at, state, code, page_count, pages_read, activities,
                       fiscal_year, program, form)
VALUES (1, printf('%064d', 1), 10, 'old.pdf', 'old.pdf', '2026-01-01T00:00:00Z', 'done', 'ok', 1, 1, 1, 2567, 'tarang', 'monitoring');
INSERT INTO paths VALUES ('old.pdf', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
INSERT INTO pages VALUES (1, 1, 595, 842, 0, 'text_layer', 'good');
INSERT INTO activities (id, document, position, key, number, budget_satang, budget_stated, status, table_index, row_index)
VALUES (1, 1, 0, 'a1', '1', 2100000, 'amount', 'completed', 0, 0);
INSERT INTO fields (document, activity, kind, key, position, text, source, confidence, needs_review, corrected, folded)
VALUES (1, 1, 'column', 'activity', 0, 'ปลูกต้นไม้ริมธาร', 'text_layer', 1, 0, 0, 'ปลูกต้นไม้ริมธาร');
"""


def needs(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    return f"not installed: {', '.join(missing)}" if missing else None


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if lack := needs("dpkg-buildpackage", "dh"):
            raise unittest.SkipTest(lack)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.output = pathlib.Path(cls.folder.name) / "package"
        made = subprocess.run([ROOT / "scripts" / "package", "--build", BUILD, cls.output], capture_output=True, text=True,
                              env={**os.environ, "DEB_BUILD_OPTIONS": "noautodbgsym"})
        if made.returncode != 0:
            raise AssertionError(made.stdout + made.stderr)
        cls.deb, = cls.output.glob("tarang_*.deb")

    def test_lintian_has_neither_errors_nor_warnings(self):
        if lack := needs("lintian"):
            self.skipTest(lack)
        changes, = self.output.glob("*.changes")
        done = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", changes], capture_output=True, text=True)
        self.assertEqual((0, ""), (done.returncode, done.stdout))

    def test_it_is_installed_used_and_removed_in_a_bare_root(self):
        if os.getuid() != 0:
            self.skipTest("a bare root is made by root only")
        if lack := needs("mmdebstrap", "git", "unshare"):
            self.skipTest(lack)
        if subprocess.run(["git", "-C", ROOT, "rev-parse", "HEAD"], capture_output=True, env=TRUSTING).returncode != 0:
            self.skipTest("the root is given a clone of the checkout, and this is none")
        old = pathlib.Path(self.folder.name) / "old"
        old.mkdir()
        for version in range(1, len(older_databases.STEPS) + 1):
            older_databases.make(old / f"{version}.db", version, ROWS)
        script = pathlib.Path(__file__).parent / "bare_root.sh"
        command = [ROOT / "scripts" / "bare"]
        for path in (self.deb, old, script):
            command += ["--take", path]
        done = subprocess.run([*command, "bash", "/taken/bare_root.sh"], capture_output=True, text=True, env=TRUSTING)
        if done.returncode != 0 and "bare root:" not in done.stdout and NO_MIRROR.search(done.stderr):
            self.skipTest("Debian's mirror is out of reach")
        print(done.stdout)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)


class Lists(unittest.TestCase):
    def test_the_service_leaves_room_for_the_sandbox_of_the_converter(self):
        """systemd lays something over /proc for each of these, and then no sandbox within may mount its own."""
        unit = (ROOT / "debian" / "tarang.tarang-watch@.service").read_text(encoding="utf-8")
        options = set(re.findall(r"^(\w+)=", unit, re.MULTILINE))
        self.assertIn("NoNewPrivileges", options)
        self.assertFalse(options & {"RestrictNamespaces", "ProtectKernelTunables", "ProtectKernelLogs", "ProtectHostname",
                                    "ProtectProc", "ProcSubset", "SystemCallFilter", "MemoryDenyWriteExecute"})

    def test_what_builds_tarang_is_named_once_and_in_the_package(self):
        script = (ROOT / "scripts" / "install-deps").read_text(encoding="utf-8")
        listed = re.search(r"^build_set\(\).*?<<'LIST'\n(.*?)^LIST", script, re.MULTILINE | re.DOTALL).group(1)
        control = (ROOT / "debian" / "control").read_text(encoding="utf-8")
        depends = re.search(r"^Build-Depends:\n(.*?)^\n", control, re.MULTILINE | re.DOTALL).group(1)
        self.assertEqual({line.split()[0] for line in listed.splitlines()} - IMPLIED,
                         {line.strip(" ,") for line in depends.splitlines()} - {"debhelper-compat (= 13)"})


if __name__ == "__main__":
    result = unittest.main(argv=sys.argv[:1], exit=False).result
    sys.exit(1 if not result.wasSuccessful() else SKIPPED if result.skipped else 0)
