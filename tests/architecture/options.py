#!/usr/bin/env python3
"""Every command and option is documented, and nothing else is: options.py ROOT TARANG

What `tarang COMMAND --help` lists must stand in docs/commands.md under the heading of that command, and
every option that stands there must exist.
"""
import re
import subprocess
import sys

import tree

HEADING = re.compile(r"^## `tarang (\w+)", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")
# Every command has these; commands.md says so once, above the first command.
COMMON = {"-h", "--help", "--lang"}


def help_of(tarang, *command):
    return subprocess.run([tarang, *command, "--help", "--lang", "en"], check=True, capture_output=True, text=True).stdout


def commands_of(text):
    listed = text.split("Subcommands:")[1].split("\n\n")[0]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


def options_of(text):
    """The options that a help text lists at the beginning of lines, short and long forms."""
    options = set()
    for line in text.splitlines():
        if re.match(r"^  +-", line):
            options.update(OPTION.findall(re.split(r"\s{2,}|[A-Z]", line.strip())[0]))
    return options


def documented(page):
    """Command: the options in the first column of its section's table."""
    sections = {}
    for heading in HEADING.finditer(page):
        body = page[heading.end():].split("\n## ")[0]
        cells = re.findall(r"^\| (`-.*?) \|", body, re.MULTILINE)
        sections[heading.group(1)] = set(OPTION.findall(" ".join(cells)))
    return sections


def main():
    root, tarang = tree.root_from_arguments(), sys.argv[2]
    sections = documented((root / "docs" / "commands.md").read_text(encoding="utf-8"))
    commands = commands_of(help_of(tarang))
    problems = [f"docs/commands.md: no section for {name}" for name in commands if name not in sections]
    problems += [f"docs/commands.md: there is no command {name}" for name in sections if name not in commands]
    for name in sorted(set(commands) & set(sections)):
        options = options_of(help_of(tarang, name)) - COMMON
        problems += [f"docs/commands.md: {name} {option} is not documented" for option in sorted(options - sections[name])]
        problems += [f"docs/commands.md: {name} has no {option}" for option in sorted(sections[name] - options)]
        if not COMMON <= options_of(help_of(tarang, name)):
            problems.append(f"{name} lacks one of {', '.join(sorted(COMMON))}")
    if not commands:
        problems.append("the help lists no commands")
    tree.report(problems, "options")


if __name__ == "__main__":
    main()
