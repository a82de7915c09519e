#!/usr/bin/env python3
"""Rules that keep the tree readable: housekeeping.py ROOT

No file over 400 lines; no path of somebody's machine; tests mirror the tree; an assertion has no effect and
a reason in words or by itself; what is switched off says why on the spot; names are those of the house;
links between documents lead somewhere; the list of findings has them all.
"""
import re

import tree

LONGEST = 400
CODE = {".cpp", ".h", ".py", ".sh", ".js"}
MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9_./-])/(home|root|work|opt|farm|Users|tmp/[a-z_]*jobs)/")
ASSERTION = re.compile(r"(?<![\w_])assert\s*\((.*)")
EFFECT = re.compile(r"\+\+|--|(?<![=!<>+\-*/|&^])=(?!=)|\.(?:push_back|insert|erase|emplace\w*|pop\w*|clear|reset)\(")
SWITCHED_OFF = re.compile(r"NOLINT|GTEST_SKIP\(\)|DISABLED_|\b(?:FIXME|TODO|XXX)\b")
REASON = {
    "NOLINT": re.compile(r"NOLINT(NEXTLINE|BEGIN|END)?\([\w.,*-]+\)\S*\s*:?\s*\w+"),
    "GTEST_SKIP()": re.compile(r"GTEST_SKIP\(\)\s*<<"),
}
LINK = re.compile(r"\]\(([^)#\s]+(?:#[^)\s]*)?)\)")
# Folders of tests/ that mirror no folder of the sources.
OWN_TEST_FOLDERS = {"tessdata", "support", "architecture", "samples", "papers", "faults", "fuzz", "cluster", "package"}


def long_files(root):
    for path in tree.files(root, suffixes=CODE) + tree.files(root, ("scripts", ".ci"), {""}):
        count = path.read_text(encoding="utf-8").count("\n")
        if count > LONGEST:
            yield f"{path.relative_to(root)}: {count} lines; would two files be clearer?"


def machine_paths(root):
    for path in tree.files(root, suffixes=tree.TEXT_SUFFIXES):
        if path.relative_to(root).as_posix() in ("LICENSE", "tests/architecture/housekeeping.py"):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE_PATH.search(line):
                yield f"{path.relative_to(root)}:{number}: a path of one machine: {line.strip()[:100]}"


def source_folders(root):
    folders = {path.parent for path in tree.sources(root) if path.suffix == ".cpp"}
    return {tree.folder_of(folder.relative_to(root).as_posix() + "/x") for folder in folders}


def unmirrored(root):
    tested = {folder.name for folder in (root / "tests").iterdir() if folder.is_dir() and folder.name != "__pycache__"}
    here = source_folders(root)
    for folder in sorted(here - tested):
        yield f"tests/{folder} is missing"
    for folder in sorted(tested - here - OWN_TEST_FOLDERS):
        yield f"tests/{folder} tests no folder of the sources"


def code_lines(root):
    for path in tree.files(root, tree.SOURCE_FOLDERS + ("tests", "bench"), {".cpp", ".h"}):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.relative_to(root)}:{number}", line


def assertions_with_effects(root):
    for place, line in code_lines(root):
        found = ASSERTION.search(line.split("//")[0])
        if found and EFFECT.search(re.sub(r'"[^"]*"', '""', found.group(1))):
            yield f"{place}: an assertion with an effect is gone from a release: {line.strip()}"


def switched_off_without_reason(root):
    for place, line in code_lines(root):
        found = SWITCHED_OFF.search(line)
        if found and not (found.group() in REASON and REASON[found.group()].search(line)):
            yield f"{place}: open end or switched-off check without its reason: {line.strip()}"


def names(root):
    for path in tree.files(root, tree.SOURCE_FOLDERS, {".cpp", ".h"}):
        if not re.fullmatch(r"[a-z0-9_]+", path.stem):
            yield f"{path.relative_to(root)}: file names are snake_case"


def broken_links(root):
    for path in tree.files(root, suffixes={".md"}):
        for target in LINK.findall(path.read_text(encoding="utf-8")):
            if "://" not in target and not (path.parent / target.split("#")[0]).exists():
                yield f"{path.relative_to(root)}: a link to {target}, which is not there"


def unlisted_findings(root):
    scripts = sorted((root / "findings").glob("*.sh"))
    listed = (root / "findings" / "README.md").read_text(encoding="utf-8") if scripts else ""
    for path in scripts:
        if f"]({path.name})" not in listed:
            yield f"{path.relative_to(root)}: findings/README.md does not list it"


def main():
    root = tree.root_from_arguments()
    rules = (long_files, machine_paths, unmirrored, assertions_with_effects, switched_off_without_reason, names,
             broken_links, unlisted_findings)
    tree.report([problem for rule in rules for problem in rule(root)], "housekeeping")


if __name__ == "__main__":
    main()
