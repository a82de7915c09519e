#!/usr/bin/env python3
"""Each header compiles alone: headers.py ROOT COMPILER

A header that is the first include of some source file is proven by the build itself: nothing stands before
it that could lend it something. Only the others are compiled here, and a source file must include its own
header first.
"""
import concurrent.futures
import os
import subprocess
import sys
import tempfile

import tree


def proven_and_problems(root):
    proven, problems = set(), []
    for path in tree.files(root, tree.SOURCE_FOLDERS + ("tests",), {".cpp"}):
        place = path.relative_to(root).as_posix()
        found = tree.includes(path)
        first = found[0] if found else None
        if first and first[0]:
            proven.add(first[1])
        own = place[:-len(".cpp")] + ".h"
        if (root / own).exists() and first != (True, own):
            problems.append(f"{place}: its own header is not its first include")
    return proven, problems


def compile_alone(root, compiler, header):
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as unit:
        unit.write(f'#include "{header}"\n')
        unit.flush()
        result = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", f"-I{root}", unit.name],
                                capture_output=True, text=True)
    return f"{header} does not compile alone:\n{result.stderr[:2000]}" if result.returncode else None


def main():
    root, compiler = tree.root_from_arguments(), sys.argv[2]
    proven, problems = proven_and_problems(root)
    headers = [path.relative_to(root).as_posix() for path in tree.sources(root) if path.suffix == ".h"]
    for header in headers:
        if "#pragma once" not in (root / header).read_text(encoding="utf-8"):
            problems.append(f"{header}: no #pragma once")
    alone = [header for header in headers if header not in proven]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        problems += filter(None, pool.map(lambda header: compile_alone(root, compiler, header), alone))
    print(f"{len(headers)} headers, {len(alone)} of them compiled here")
    tree.report(problems, "headers")


if __name__ == "__main__":
    main()
