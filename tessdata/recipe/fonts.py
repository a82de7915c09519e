"""The fonts of the recipe: where they are, and that they have every glyph.

npm's fonts come as one file a script (Thai without digits and brackets,
Latin without Thai); a line set in one of them alone would fall back to some
other font in silence.  They are merged first, and every font used is checked
against the characters it will be asked for.
"""
import json
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
DEBIAN = Path("/usr/share/fonts/truetype")
# What a font must have itself; a font without these is refused.
NEEDED = ("กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํฯ"
          "๐๑๒๓๔๕๖๗๘๙฿"
          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
          ".,:;/()[]-%&+=<>@#_!?'\"*•")


class FontError(RuntimeError):
    """A font is missing, or lacks glyphs it would need."""


def merge_subsets(parts, target):
    """Merge the font files `parts` (of one style) into the TTF `target`.

    Earlier parts win where two have the same character.
    """
    plain = []
    for at, part in enumerate(parts):
        font = TTFont(part)
        font.flavor = None
        for table in ("STAT", "DSIG", "meta"):
            if table in font:
                del font[table]
        plain.append(target.with_suffix(f".part{at}"))
        font.save(plain[-1])
    Merger().merge([str(p) for p in plain]).save(target)
    for part in plain:
        part.unlink()


def npm_style(modules, family, style, work):
    """Return the merged TTF of one npm family and style, made when absent."""
    target = work / "fonts" / f"{family}-{style}.ttf"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        files = modules / "@fontsource" / family / "files"
        parts = [files / f"{family}-{part}-{style}.woff2" for part in ("thai", "latin")]
        for part in parts:
            if not part.exists():
                raise FontError(f"{part.name} is not there: run npm ci first")
        merge_subsets(parts, target)
    return target


def debian_file(family, name, latin, work):
    """Return the path of a Debian font, merged with its Latin when apart."""
    source = DEBIAN / name
    if not source.exists():
        raise FontError(f"{name} is not installed")
    if not latin:
        return source
    target = work / "fonts" / f"{family}-{source.stem}.ttf"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        slim = target.with_suffix(".latin.ttf")
        slim_latin(DEBIAN / latin, slim)
        merge_subsets([source, slim], target)
        slim.unlink()
    return target


def slim_latin(source, target):
    """Write the Latin of font `source` alone to `target`, unhinted."""
    from fontTools import subset
    options = subset.Options(hinting=False, layout_features=["kern"])
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(range(0x20, 0x100)) + [0x2013, 0x2014, 0x2018, 0x2019,
                                                         0x201c, 0x201d, 0x2022])
    cutter.subset(font)
    font.save(target)


def coverage(path):
    """Return the set of characters that the font file has."""
    return {chr(c) for c in TTFont(path, lazy=True).getBestCmap()}


def load(work, modules, role):
    """Return [(family, drawing, weight, [(path, characters)])] of one role.

    `role` is "train", "dev" or "eval"; `modules` is npm's node_modules, or
    None to use Debian's fonts alone.  Raises FontError when a font lacks a
    character of NEEDED.
    """
    table = json.loads((HERE / "fonts.json").read_text(encoding="utf-8"))
    out = []
    for kind in ("debian", "npm") if modules else ("debian",):
        for family, entry in table[kind].items():
            if entry["role"] != role:
                continue
            if kind == "npm":
                paths = [npm_style(modules, family, s, work) for s in entry["styles"]]
            else:
                paths = [debian_file(family, f, entry.get("latin"), work)
                         for f in entry["files"]]
            files = [(p, coverage(p)) for p in paths]
            for path, chars in files:
                missing = "".join(sorted(set(NEEDED) - chars))
                if missing:
                    raise FontError(f"{path.name} lacks {missing}")
            out.append((family, entry["drawing"], entry["weight"], files))
    return out
