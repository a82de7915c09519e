#!/usr/bin/env python3
"""Who may include what: includes.py ROOT

The build links third parties privately to one folder; this rule says which, and keeps the stages apart even
where a link would allow it. Third parties stay out of our headers, so that who uses a stage never pays for
what is behind it.
"""
import sys

import tree

STAGES = {"receive", "read", "straighten", "layout", "recognize", "stitch", "normalize", "interpret", "verify", "store"}
LIBRARIES = {"thai", "values", "image"}
EVERYTHING = STAGES | LIBRARIES | {"audit", "worker", "export", "run"}

# Folder: which of ours it may include, beside itself and models/.
OURS = {
    "models": set(),
    "thai": set(),
    "values": {"thai"},
    "image": set(),
    **{stage: LIBRARIES for stage in STAGES},
    "audit": {"thai", "values", "normalize", "interpret", "verify"},
    "worker": {"thai", "receive"},  # receive for the class that owns a file descriptor
    "export": LIBRARIES,
    "run": EVERYTHING - {"run"},
    "cli": EVERYTHING | {"review"},
    "review": EVERYTHING,
}

# What a third party's includes begin with, and its folders.
THIRD_PARTIES = {
    ("PDFDoc", "OutputDev", "Gfx", "GlobalParams", "Splash", "splash/", "poppler", "Page.h", "Stream.h", "Error",
     "Object.h", "Dict.h", "goo/", "fofi/", "Catalog.h", "Outline.h", "XRef.h", "CharTypes.h", "Link.h"): {"read"},
    ("sqlite3",): {"store"},
    ("openssl/",): {"receive"},
    ("unicode/",): {"thai"},
    ("toml++/", "toml.hpp"): {"interpret"},
    ("CLI/",): {"cli"},
    ("spdlog/",): {"cli", "run"},
    ("fmt/",): {"cli", "run", "export"},
    ("nlohmann/",): {"audit", "review"},
    ("png", "jpeglib", "leptonica/"): {"image", "straighten", "layout", "recognize", "read"},
    ("tesseract/",): {"recognize"},
    ("seccomp", "linux/"): {"worker"},
    ("microhttpd",): {"review"},
    ("xlsxwriter",): {"export"},
}

# Of the language, of POSIX and of glibc: no third party. C++ headers have neither a slash nor an ending.
POSIX = ("sys/", "arpa/", "netinet/", "unistd.h", "fcntl.h", "poll.h", "signal.h", "time.h", "malloc.h", "stdlib.h", "pwd.h", "termios.h",
         "locale.h", "langinfo.h", "dirent.h", "errno.h", "sched.h", "glob.h", "spawn.h", "pthread.h", "dlfcn.h")


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
        if other not in EVERYTHING | {"models", "cli", "review"}:
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
