#!/usr/bin/env python3
"""The examples in docs/ work: examples.py ROOT TARANG

Every form in docs/profiles.md is a form, and every query in docs/database.md answers on the samples.
"""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import tree

IMPORTED = (0, 3)  # one of the samples is no report, and so partial
FAILED = 4  # as a path that is not there ends; a form with a mistake ends with 2, before any file is looked at


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def run(*arguments):
    return subprocess.run([*map(str, arguments)], capture_output=True, text=True)


def form_problems(docs, tarang, folder):
    forms = blocks(docs / "profiles.md", "toml")
    if len(forms) < 2:
        yield "docs/profiles.md: no whole form and no small one were found"
    for number, text in enumerate(forms, 1):
        form = folder / f"form{number}.toml"
        form.write_text(text, encoding="utf-8")
        result = run(tarang, "import", "--profile", form, "--db", folder / "forms.db", folder / "missing.pdf")
        if result.returncode != FAILED:
            yield f"docs/profiles.md: example {number}: {result.stderr.strip()}"


def query_problems(docs, tarang, folder):
    database = folder / "samples.db"
    result = run(tarang, "import", "--db", database, "--no-copy", *sorted((docs.parent / "samples").glob("*.pdf")))
    queries = re.findall(r'^sqlite3 [^"]*"(.*?)"$', "\n".join(blocks(docs / "database.md", "sh")), re.MULTILINE | re.DOTALL)
    if not queries or result.returncode not in IMPORTED:
        yield f"docs/database.md: {len(queries)} queries were found; import said: {result.stderr}"
        return
    with sqlite3.connect(database) as connection:
        for query in queries:
            try:
                rows = connection.execute(query).fetchall()
            except sqlite3.Error as error:
                yield f"docs/database.md: {error}: {query}"
            else:
                if not rows:
                    yield f"docs/database.md: no rows: {query}"
    connection.close()


def main():
    docs, tarang = tree.root_from_arguments() / "docs", sys.argv[2]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        problems = [*form_problems(docs, tarang, folder), *query_problems(docs, tarang, folder)]
    tree.report(problems, "examples")


if __name__ == "__main__":
    main()
