"""The source tree, as the rules of this folder see it."""
import pathlib
import re
import sys

SOURCE_FOLDERS = ("models", "lib", "pipeline", "host", "apps")
TEXT_SUFFIXES = {".cpp", ".h", ".py", ".txt", ".md", ".toml", ".sql", ".json", ".js", ".html", ".tsv", ".cmake", ".sh", ""}
SKIPPED_FOLDERS = {".git", "build", "__pycache__", "node_modules"}

_INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def root_from_arguments():
    return pathlib.Path(sys.argv[1]).resolve()


def files(root, folders=None, suffixes=None):
    """All files below `folders` (or the whole tree) with one of `suffixes`, sorted."""
    starts = [root / folder for folder in folders] if folders else [root]
    found = []
    for start in starts:
        for path in sorted(start.rglob("*")) if start.is_dir() else []:
            if path.is_file() and not SKIPPED_FOLDERS & set(path.relative_to(root).parts[:-1]):
                if suffixes is None or path.suffix in suffixes:
                    found.append(path)
    return found


def sources(root):
    return files(root, SOURCE_FOLDERS, {".h", ".cpp"})


def includes(path):
    """(is_ours, name) for each include, in order."""
    return [(mark == '"', name) for mark, name in _INCLUDE.findall(path.read_text(encoding="utf-8"))]


def folder_of(path):
    """"models", "read", "cli": the folder that owns a source file, given from the root."""
    parts = pathlib.PurePosixPath(path).parts
    return parts[0] if parts[0] == "models" or len(parts) < 3 else parts[1]


def report(problems, rule):
    """Prints the problems and ends the program: 1 with any, else 0."""
    for problem in problems:
        print(problem)
    print(f"{rule}: {len(problems)} problems" if problems else f"{rule}: kept")
    sys.exit(bool(problems))
