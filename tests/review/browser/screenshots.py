#!/usr/bin/env python3
"""Renews the pictures of the review page in docs/: screenshots.py TARANG FOLDER

FOLDER is where browser_test.py keeps its packages. The pictures get a palette, so that they stay small.
"""
import pathlib
import subprocess
import sys

from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
COLORS = 256


def main():
    tarang, folder = sys.argv[1:3]
    docs = ROOT / "docs"
    subprocess.run([sys.executable, HERE / "browser_test.py", tarang, ROOT, folder, "screenshots.mjs", docs], check=True)
    for picture in sorted(docs.glob("review-*.png")):
        Image.open(picture).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(picture, optimize=True)
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
