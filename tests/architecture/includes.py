#!/usr/bin/env python3
"""Who may include what: includes.py ROOT

The build links third parties privately to one folder; this rule says which, and keeps the stages apart even
where a link would allow it. It also keeps the two sides of the process border apart: what runs beside the
database includes nothing that reads a document. Third parties stay out of our headers, so that who uses a stage
never pays for what is behind it.
"""
import sys

import tree

LIBRARIES = {"thai", "values", "image", "toml"}
STAGES = {"receive", "read", "straighten", "layout", "recognize", "stitch", "normalize", "interpret", "verify", "store"}
HOST = {"journal", "border", "worker", "import", "audit", "export", "publish"}
APPS = {"cli", "review"}
EVERYTHING = LIBRARIES | STAGES | HOST | APPS | {"models"}

# They look into what offices sent in, and so do the jobs of a worker, which call them. Everything else runs in the
# process that holds the database.
READERS = {"read", "straighten", "layout", "recognize"}
PARENTS = STAGES - READERS

# Folder: which of ours it may include, beside itself and models/.
OURS = {
    "models": set(),
    "thai": set(),
    "values": {"thai"},
    "image": set(),
    "toml": set(),
    **{stage: LIBRARIES for stage in STAGES},
    "journal": set(),
    "border": {"thai", "receive", "journal"},  # receive for the class that owns a file descriptor
    "worker": LIBRARIES | STAGES - {"store"} | {"border"},
    "audit": {"thai", "values", "normalize", "interpret", "verify"},
    "export": LIBRARIES,
    "import": LIBRARIES | PARENTS | {"border", "audit", "journal"},
    "publish": {"store"},
    "review": LIBRARIES | PARENTS | {"journal", "border", "audit", "import", "export"},
    "cli": LIBRARIES | PARENTS | {"journal", "border", "audit", "import", "export", "publish", "review"},
}
# What the parent parses itself: texts of the office's own, never a document of a sender. A folder outside the
# readers that takes to a parser names the text here.
PARSED_BY_THE_PARENT = {
    "toml++/": {"toml": "report forms and settings"},
    "nlohmann/": {"audit": "exports to compare with", "review": "requests of the page"},
    "CLI/": {"cli": "the command line and its configuration"},
}

# What a third party's includes begin with, and its folders.
THIRD_PARTIES = {
    ("PDFDoc", "OutputDev", "Gfx", "GlobalParams", "Splash", "splash/", "poppler", "Page.h", "Stream.h", "JBIG2Stream.h", "Error",
     "Object.h", "Dict.h", "goo/", "fofi/", "Catalog.h", "Outline.h", "XRef.h", "CharTypes.h", "Link.h"): {"read"},
    ("sqlite3",): {"store"},
    ("openssl/",): {"receive"},
    ("unicode/",): {"thai"},
    **{(beginning,): set(folders) for beginning, folders in PARSED_BY_THE_PARENT.items()},
    ("png", "jpeglib", "leptonica/"): {"image", "straighten", "layout", "recognize", "read"},
    ("zip.h", "zlib.h", "expat"): {"read"},
    ("seccomp", "linux/"): {"border"},
    ("microhttpd",): {"review"},
    ("xlsxwriter",): {"export"},
    ("libpq",): {"publish"},
}

# Of the language, of POSIX, of glibc and of the processor: no third party. C++ headers have neither a slash nor an ending.
POSIX = ("sys/", "arpa/", "netinet/", "unistd.h", "fcntl.h", "poll.h", "signal.h", "time.h", "malloc.h", "stdlib.h", "pwd.h", "termios.h",
         "locale.h", "langinfo.h", "dirent.h", "errno.h", "sched.h", "glob.h", "spawn.h", "syslog.h", "pthread.h", "dlfcn.h",
         "immintrin.h")


def is_language(name):
    return "/" not in name and "." not in name


def third_party_problem(place, folder, name):
    for beginnings, folders in THIRD_PARTIES.items():
        if name.startswith(beginnings):
            if folder not in folders:
                return f"{place}: <{name}> is only for {', '.join(sorted(folders))}"
            return f"{place}: a header of ours includes <{name}>" if place.endswith(".h") else None
    return f"{place}: <{name}> is in no list of this rule"


def problem_of(place, folder, ours, name):
    if ours:
        other = tree.folder_of(name)
        if other not in EVERYTHING:
            return f"{place}: \"{name}\" is not named from the root of the tree"
        if other not in {folder, "models"} | OURS.get(folder, set()):
            return f"{place}: {folder} may not include {other} (\"{name}\")"
        return None
    if is_language(name):
        return None
    if folder == "models":
        return f"{place}: models use the standard library only, not <{name}>"
    return None if name.startswith(POSIX) else third_party_problem(place, folder, name)


def main():
    root = tree.root_from_arguments()
    problems = []
    for path in tree.sources(root):
        place = path.relative_to(root).as_posix()
        folder = tree.folder_of(place)
        if folder not in OURS:
            problems.append(f"{place}: folder {folder} is in no list of this rule")
            continue
        found = (problem_of(place, folder, ours, name) for ours, name in tree.includes(path))
        problems += [problem for problem in found if problem]
    tree.report(problems, "includes")


if __name__ == "__main__":
    main()
