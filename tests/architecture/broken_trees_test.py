#!/usr/bin/env python3
"""The rules can fail: each is shown a small tree that breaks it, and must name the place."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
COMPILER = sys.argv.pop(1) if len(sys.argv) > 1 else "c++"


def write(root, files):
    for name, text in files.items():
        path = pathlib.Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def verdict(rule, files, *arguments):
    """Exit code and output of a rule on a tree of `files`."""
    with tempfile.TemporaryDirectory() as root:
        write(root, files)
        result = subprocess.run([sys.executable, str(HERE / rule), root, *arguments], capture_output=True, text=True)
        return result.returncode, result.stdout + result.stderr


class BrokenTrees(unittest.TestCase):
    def breaks(self, rule, files, place, *arguments):
        code, output = verdict(rule, files, *arguments)
        self.assertEqual(1, code, output)
        self.assertIn(place, output)

    def keeps(self, rule, files, *arguments):
        code, output = verdict(rule, files, *arguments)
        self.assertEqual(0, code, output)

    def test_includes(self):
        self.keeps("includes.py", {"pipeline/read/a.cpp": '#include "lib/thai/a.h"\n#include <vector>\n#include <PDFDoc.h>\n'})
        for name, text in {
            "pipeline/read/stage.cpp": '#include "pipeline/layout/layout.h"\n',
            "lib/thai/upwards.cpp": '#include "lib/values/baht.h"\n',
            "host/import/reader.cpp": '#include "pipeline/read/document.h"\n',
            "apps/review/reader.cpp": '#include "pipeline/layout/ruled/grids.h"\n',
            "host/import/jobs.cpp": '#include "host/worker/jobs.h"\n',
            "apps/cli/main.cpp": '#include "host/worker/jobs.h"\n',
            "host/worker/database.cpp": '#include "pipeline/store/database.h"\n',
            "host/import/parser.cpp": "#include <nlohmann/json.hpp>\n",
            "pipeline/layout/leak.cpp": "#include <PDFDoc.h>\n",
            "pipeline/store/leak.h": "#include <sqlite3.h>\n",
            "pipeline/interpret/unknown.cpp": "#include <boost/asio.hpp>\n",
            "models/third.h": "#include <unistd.h>\n",
            "pipeline/read/relative.cpp": '#include "glyphs.h"\n',
        }.items():
            self.breaks("includes.py", {name: text}, name)

    def test_headers(self):
        good = "#pragma once\n#include <cstddef>\nstd::size_t f();\n"
        self.keeps("headers.py", {"models/a.h": good, "models/a.cpp": '#include "models/a.h"\n'}, COMPILER)
        self.breaks("headers.py", {"models/a.h": "#pragma once\nstd::size_t f();\n"}, "models/a.h", COMPILER)
        self.breaks("headers.py", {"models/a.h": "#include <cstddef>\n"}, "models/a.h", COMPILER)
        self.breaks("headers.py", {"models/a.h": good, "models/a.cpp": '#include <cstddef>\n#include "models/a.h"\n'},
                    "models/a.cpp", COMPILER)

    def test_housekeeping(self):
        good = {"models/a.cpp": "int f() { return 1; }\n", "tests/models/a_test.cpp": 'GTEST_SKIP() << "why";\n'}
        self.keeps("housekeeping.py", good)
        good |= {"findings/README.md": "[a](a.sh)\n", "findings/a.sh": "true\n"}
        self.keeps("housekeeping.py", good)
        machine = "/" + "home/"
        for name, text in {
            "models/long.cpp": "\n" * 401,
            "docs/path.md": f"see {machine}somebody/file\n",
            "pipeline/read/untested.cpp": "\n",
            "tests/nothing/x_test.cpp": "\n",
            "models/effect.cpp": "void f(int n) { assert(n++ > 0); }\n",
            "models/skip.cpp": "GTEST_" + "SKIP();\n",
            "models/lint.cpp": "int x;  // NOLINT\n",
            "models/CamelCase.cpp": "\n",
            "docs/link.md": "[there](nowhere.md)\n",
            "findings/unlisted.sh": "true\n",
        }.items():
            place = {"pipeline/read/untested.cpp": "tests/read"}.get(name, name.rsplit("/", 1)[0] if "nothing" in name else name)
            self.breaks("housekeeping.py", good | {name: text}, place)


if __name__ == "__main__":
    unittest.main()
