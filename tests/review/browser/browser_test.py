#!/usr/bin/env python3
"""The review page in a real browser: browser_test.py TARANG ROOT FOLDER [SCRIPT [ARGUMENT...]]

Prepares what the tests need below FOLDER (playwright-core by npm, in the version that package-lock.json pins),
and runs them with node, or SCRIPT of this folder instead. Chromium is the system's.
"""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77  # what ctest takes for "skipped"
PINNED = ("package.json", "package-lock.json")


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def prepare(folder):
    """Installs the pinned packages, unless they are there already."""
    folder.mkdir(parents=True, exist_ok=True)
    done = folder / "node_modules" / ".done"
    lock = (HERE / "package-lock.json").read_text(encoding="utf-8")
    if done.exists() and done.read_text(encoding="utf-8") == lock:
        return
    for name in PINNED:
        shutil.copy(HERE / name, folder)
    result = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True)
    if result.returncode:
        skip(f"npm could not fetch playwright-core: {result.stderr.strip()[-400:]}")
    done.write_text(lock, encoding="utf-8")


def main():
    tarang, root, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    script, arguments = (sys.argv[4:5] or ["all.mjs"])[0], sys.argv[5:]
    for program in ("node", "npm", "chromium"):
        if not shutil.which(program):
            skip(f"{program} is not installed; scripts/install-deps test installs it")
    prepare(folder)
    environment = os.environ | {"TARANG": tarang, "TARANG_ROOT": str(root), "TARANG_PACKAGES": str(folder), "CHROMIUM": shutil.which("chromium")}
    sys.exit(subprocess.run(["node", str(HERE / script), *arguments], env=environment).returncode)


if __name__ == "__main__":
    main()
